/* Forms in parts (multipart/form-data, RFC 7578): each part a name and a value.
 *
 * What may be read in two ways is refused: text before the first part or after
 * the last, a backslash between quotes, a header twice.
 */
#include "walk.h"
#include <ctype.h>
#include <string.h>

#define BOUNDARY_MAX 70 /* RFC 2046 */
#define HEAD_MAX 1024   /* the headers of a part */

struct parts {
	struct bf_intake in;
	const char *at, *end; /* what is not read yet */
	const char *mark;     /* line break, "--", boundary */
	size_t mark_len;
};

struct head {
	const char *name;
	unsigned seen; /* a bit for each row of headers[] */
};

static bool
broken(struct bf_req *req, const char *what)
{
	return bf_fail(req, &BF_BAD_REQUEST, "form in parts: %s", what);
}

/* --- a word with parameters: form-data; name="a" ------------------------- */

static size_t
token_len(const char *text)
{
	size_t n = 0;

	while (isalnum((unsigned char)text[n])
		|| (text[n] && strchr("!#$%&'*+-.^_`|~", text[n])))
		n++;
	return n;
}

static const char *
lower(struct bf_arena *arena, const char *text, size_t len)
{
	char *out = bf_strndup(arena, text, len);
	char *at;

	for (at = out; *at; at++)
		*at = (char)tolower((unsigned char)*at);
	return out;
}

static void
blanks_skip(const char **at)
{
	*at += strspn(*at, " \t");
}

/* A token, or what stands between quotes; NULL when it is neither. */
static const char *
value_take(struct bf_arena *arena, const char **at)
{
	bool quoted = **at == '"';
	const char *text = *at + quoted;
	size_t len = quoted ? strcspn(text, "\"\\") : token_len(text);

	if (quoted ? text[len] != '"' : len == 0)
		return NULL;
	*at = text + len + quoted;
	return bf_strndup(arena, text, len);
}

/* "; name=value" added to OUT. */
static bool
param_take(struct bf_arena *arena, const char **at, struct bf_pair **out)
{
	const char *name, *value;
	size_t len;

	if (*(*at)++ != ';')
		return false;
	blanks_skip(at);
	len = token_len(*at);
	name = lower(arena, *at, len);
	*at += len;
	if (len == 0 || *(*at)++ != '=' || bf_pair_value(*out, name))
		return false;
	value = value_take(arena, at);
	if (value)
		bf_pair_add(arena, out, name, value);
	blanks_skip(at);
	return value != NULL;
}

/* The word at the start of TEXT in small letters, what follows it in PARAMS;
 * NULL with the fault filled. */
static const char *
word_read(struct bf_req *req, const char *text, struct bf_pair **params)
{
	size_t len = strcspn(text, "; \t");
	const char *word = lower(req->arena, text, len);

	*params = NULL;
	text += len;
	blanks_skip(&text);
	while (*text)
		if (!param_take(req->arena, &text, params)) {
			(void)broken(req, "a parameter that cannot be read");
			return NULL;
		}
	return word;
}

/* --- the headers of a part ------------------------------------------------ */

static bool
disposition_read(struct bf_req *req, struct head *head, const char *text)
{
	struct bf_pair *params;
	const char *word = word_read(req, text, &params);

	if (word == NULL)
		return false;
	head->name = bf_pair_value(params, "name");
	if (strcmp(word, "form-data") != 0 || head->name == NULL)
		return broken(req, "a part without a name");
	if (bf_pair_value(params, "filename")
		|| bf_pair_value(params, "filename*"))
		return bf_fail(req, &BF_MEDIA_TYPE,
			"a part is a file, and no field takes files");
	return true;
}

static bool
type_read(struct bf_req *req, struct head *head, const char *text)
{
	struct bf_pair *params;
	const char *word = word_read(req, text, &params), *charset;

	(void)head;
	if (word == NULL)
		return false;
	charset = bf_pair_value(params, "charset");
	if (strcmp(word, "text/plain") == 0
		&& (!charset || strcasecmp(charset, "utf-8") == 0
			|| strcasecmp(charset, "us-ascii") == 0))
		return true;
	return bf_fail(req, &BF_MEDIA_TYPE, "a part is no plain text in UTF-8");
}

static bool
encoding_read(struct bf_req *req, struct head *head, const char *text)
{
	(void)head;
	if (strcasecmp(text, "7bit") == 0 || strcasecmp(text, "8bit") == 0
		|| strcasecmp(text, "binary") == 0)
		return true;
	return broken(req, "a part in an encoding");
}

/* Others count for nothing (RFC 7578, 4.8). */
static const struct {
	const char *name;
	bool (*read)(struct bf_req *req, struct head *head, const char *text);
} headers[] = {
	{ "content-disposition", disposition_read },
	{ "content-type", type_read },
	{ "content-transfer-encoding", encoding_read },
};

static bool
header_read(struct bf_req *req, struct head *head, const char *line)
{
	size_t len = token_len(line), i;
	const char *name = lower(req->arena, line, len), *text = line + len;

	if (len == 0 || *text++ != ':' || strpbrk(text, "\r\n"))
		return broken(req, "a line that is no header");
	blanks_skip(&text);
	for (i = 0; i < sizeof(headers) / sizeof(headers[0]); i++) {
		if (strcmp(name, headers[i].name) != 0)
			continue;
		if (head->seen & 1U << i)
			return broken(req, "a header twice");
		head->seen |= 1U << i;
		return headers[i].read(req, head, text);
	}
	return true;
}

static bool
head_read(struct bf_req *req, struct head *head, const char *text, size_t len)
{
	const char *end = text + len, *stop;

	if (len > HEAD_MAX || !bf_text_ok(text, len))
		return broken(req, "headers too long, or not UTF-8");
	for (; text < end; text = stop + 2) {
		stop = memmem(text, (size_t)(end - text), "\r\n", 2);
		if (stop == NULL)
			stop = end;
		if (!header_read(req, head,
			    bf_strndup(
				    req->arena, text, (size_t)(stop - text))))
			return false;
	}
	return head->name || broken(req, "a part without a name");
}

/* --- the parts ------------------------------------------------------------ */

/* The part from TEXT to STOP: headers, an empty line, the value. */
static bool
part_read(struct parts *p, const char *text, const char *stop)
{
	struct bf_req *req = p->in.req;
	struct head head = { NULL };
	const char *blank = NULL, *value;
	size_t len;

	if (text < stop)
		blank = memmem(text, (size_t)(stop - text), "\r\n\r\n", 4);
	if (blank == NULL)
		return broken(req, "a part without an end of its headers");
	if (!head_read(req, &head, text, (size_t)(blank - text)))
		return false;
	value = blank + 4;
	len = (size_t)(stop - value);
	if (!bf_text_ok(value, len))
		return broken(req, "not UTF-8, or control characters");
	return bf_pair_take(
		&p->in, head.name, bf_strndup(req->arena, value, len));
}

static bool
take(struct parts *p, const char *text, size_t len)
{
	if ((size_t)(p->end - p->at) < len || memcmp(p->at, text, len) != 0)
		return false;
	p->at += len;
	return true;
}

/* What ends a mark's line; the one after the last part may be left out. */
static bool
line_end(struct parts *p, bool last)
{
	while (take(p, " ", 1) || take(p, "\t", 1))
		;
	return take(p, "\r\n", 2) || (last && p->at == p->end);
}

static bool
parts_read(struct parts *p)
{
	const char *stop;

	while (!take(p, "--", 2)) {
		if (!line_end(p, false))
			return broken(p->in.req,
				"a line with the boundary "
				"does not end after it");
		/* The line break just read may belong to the next mark. */
		stop = memmem(p->at - 2, (size_t)(p->end - p->at) + 2, p->mark,
			p->mark_len);
		if (stop == NULL)
			return broken(p->in.req, "no boundary at the end");
		if (!part_read(p, p->at, stop))
			return false;
		p->at = stop + p->mark_len;
	}
	return (line_end(p, true) && p->at == p->end)
		|| broken(p->in.req, "something after the last part");
}

/* RFC 2046: up to 70 signs of a few kinds, the last of them no blank. */
static bool
boundary_ok(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && len <= BOUNDARY_MAX && text[len - 1] != ' '
		&& text[strspn(text,
			   "0123456789abcdefghijklmnopqrstuvwxyz"
			   "ABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ")]
		== '\0';
}

bool
bf_multipart_decode(struct bf_req *req, const char *type, const char *data,
	size_t len, struct bf_pair **out)
{
	struct parts p = {
		.in = { .req = req, .last = out }, .at = data, .end = data + len
	};
	struct bf_pair *params;
	const char *boundary;

	if (strlen(type) > HEAD_MAX)
		return broken(req, "a media type that is too long");
	if (word_read(req, type, &params) == NULL)
		return false;
	boundary = bf_pair_value(params, "boundary");
	if (boundary == NULL || !boundary_ok(boundary))
		return broken(req, "no boundary is told");
	p.mark = bf_printf(req->arena, "\r\n--%s", boundary);
	p.mark_len = strlen(p.mark);
	if (!take(&p, p.mark + 2, p.mark_len - 2))
		return broken(req, "no boundary at the start");
	return parts_read(&p);
}
