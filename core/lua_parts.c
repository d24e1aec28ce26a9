/* Reads a Lua text part by part. */
#include "lua_parts.h"
#include <belfort/arena.h>
#include <ctype.h>
#include <string.h>

struct reader {
	const char *at, *end;
};

/* The byte N further, or NUL behind the end. */
static unsigned char
ahead(const struct reader *r, size_t n)
{
	return n < (size_t)(r->end - r->at) ? (unsigned char)r->at[n] : 0;
}

static bool
one_of(unsigned char c, const char *set)
{
	return c != 0 && strchr(set, c) != NULL;
}

/* How many bytes "[[" or "[==[" takes; 0: it does not stand here. */
static size_t
bracket(const struct reader *r, size_t from)
{
	size_t n = from + 1;

	if (ahead(r, from) != '[')
		return 0;
	while (ahead(r, n) == '=')
		n++;
	return ahead(r, n) == '[' ? n + 1 - from : 0;
}

/* Past the "]==]" that closes an opening of SIZE bytes. */
static void
long_take(struct reader *r, size_t size)
{
	size_t i;

	for (; r->at < r->end; r->at++) {
		if (*r->at != ']')
			continue;
		for (i = 1; ahead(r, i) == '='; i++)
			;
		if (i + 1 == size && ahead(r, i) == ']') {
			r->at += size;
			return;
		}
	}
}

static void
line_take(struct reader *r)
{
	while (r->at < r->end && !one_of(ahead(r, 0), "\r\n"))
		r->at++;
}

static void
comment_take(struct reader *r)
{
	size_t size = bracket(r, 2);

	r->at += 2 + size;
	if (size)
		long_take(r, size);
	else
		line_take(r);
}

/* What stands behind a backslash. */
static void
escape_take(struct reader *r)
{
	bool skips = ahead(r, 0) == 'z', pair = ahead(r, 0) == '\r';

	r->at += r->at < r->end;
	if (pair && ahead(r, 0) == '\n')
		r->at++;
	while (skips && isspace(ahead(r, 0)))
		r->at++;
}

static void
quoted_take(struct reader *r)
{
	char quote = *r->at++, c;

	while (r->at < r->end && !one_of(ahead(r, 0), "\r\n")) {
		c = *r->at++;
		if (c == quote)
			return;
		if (c == '\\')
			escape_take(r);
	}
}

static void
number_take(struct reader *r)
{
	bool hex = *r->at == '0' && one_of(ahead(r, 1), "xX");
	const char *exponent = hex ? "pP" : "eE";

	r->at += hex ? 2 : 0;
	for (;;)
		if (one_of(ahead(r, 0), exponent))
			r->at += one_of(ahead(r, 1), "+-") ? 2 : 1;
		else if (isxdigit(ahead(r, 0)) || ahead(r, 0) == '.')
			r->at++;
		else
			return;
}

static void
sign_take(struct reader *r)
{
	static const char *const two[] = { "==", "~=", "<=", ">=", "//",
		"::", "<<", ">>", ".." };
	size_t i;

	for (i = 0; i < sizeof(two) / sizeof(two[0]); i++)
		if (ahead(r, 0) == (unsigned char)two[i][0]
			&& ahead(r, 1) == (unsigned char)two[i][1]) {
			r->at += 2;
			return;
		}
	/* A character of several bytes stays whole. */
	do
		r->at++;
	while (ahead(r, 0) >= 0x80 && (unsigned char)r->at[-1] >= 0x80);
}

static bool
in_name(unsigned char c)
{
	return (c < 0x80 && isalnum(c)) || c == '_';
}

static enum bf_lua_kind
take(struct reader *r)
{
	unsigned char c = ahead(r, 0), next = ahead(r, 1);
	size_t size = bracket(r, 0);

	if (isspace(c)) {
		while (isspace(ahead(r, 0)))
			r->at++;
		return PART_BLANK;
	}
	if (c == '-' && next == '-') {
		comment_take(r);
		return PART_COMMENT;
	}
	if (c == '"' || c == '\'' || size) {
		r->at += size;
		if (size)
			long_take(r, size);
		else
			quoted_take(r);
		return PART_TEXT;
	}
	if (isdigit(c) || (c == '.' && isdigit(next))) {
		number_take(r);
		return PART_NUMBER;
	}
	if (in_name(c)) {
		while (in_name(ahead(r, 0)))
			r->at++;
		return PART_NAME;
	}
	sign_take(r);
	return PART_SIGN;
}

/* Fill PARTS, unless it is NULL; how many there are. */
static size_t
parts_fill(const char *text, size_t len, struct bf_lua_part *parts)
{
	struct reader r = { text, text + len };
	struct bf_lua_part part;
	size_t n = 0;

	for (; r.at < r.end; n++) {
		part.at = r.at;
		part.kind = take(&r);
		part.len = (size_t)(r.at - part.at);
		if (parts)
			parts[n] = part;
	}
	return n;
}

struct bf_lua_part *
bf_lua_parts(
	struct bf_arena *arena, const char *text, size_t len, size_t *count)
{
	struct bf_lua_part *parts;

	*count = parts_fill(text, len, NULL);
	parts = bf_alloc(arena, (*count + 2) * sizeof(*parts));
	(void)parts_fill(text, len, parts + 1);
	return parts + 1;
}

bool
bf_lua_is(const struct bf_lua_part *part, const char *word)
{
	return part->len == strlen(word)
		&& memcmp(part->at, word, part->len) == 0;
}
