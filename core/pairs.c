/* Names with values: kept in order, found by name, decoded from a query. */
#include "walk.h"
#include <string.h>

#define PAIRS_MAX 1000

void
bf_pair_add(struct bf_arena *arena, struct bf_pair **pairs, const char *name,
	const char *value)
{
	struct bf_pair *pair = bf_alloc(arena, sizeof(*pair));

	pair->name = name;
	pair->value = value;
	while (*pairs)
		pairs = &(*pairs)->next;
	*pairs = pair;
}

bool
bf_pair_take(struct bf_intake *in, const char *name, const char *value)
{
	if (in->count++ == PAIRS_MAX)
		return bf_fail(in->req, &BF_BAD_REQUEST,
			"more than %d names with values", PAIRS_MAX);
	bf_pair_add(in->req->arena, in->last, name, value);
	in->last = &(*in->last)->next;
	return true;
}

const char *
bf_pair_value(const struct bf_pair *pairs, const char *name)
{
	for (; pairs; pairs = pairs->next)
		if (strcmp(pairs->name, name) == 0)
			return pairs->value;
	return NULL;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Decode one name or value; NULL when an escape is broken. */
static char *
decode(struct bf_arena *arena, const char *text, size_t len, size_t *out_len)
{
	char *out = bf_alloc(arena, len + 1);
	size_t i, n = 0;

	for (i = 0; i < len; i++) {
		out[n++] = text[i] == '+' ? ' ' : text[i];
		if (text[i] != '%')
			continue;
		if (len - i < 3 || hex_digit(text[i + 1]) < 0
			|| hex_digit(text[i + 2]) < 0)
			return NULL;
		out[n - 1] = (char)(16 * hex_digit(text[i + 1])
			+ hex_digit(text[i + 2]));
		i += 2;
	}
	*out_len = n;
	return out;
}

/* The bytes that follow FIRST in UTF-8 and the least code point they may
 * make; -1 when FIRST cannot begin a character. */
static int
utf8_follow(unsigned char first, unsigned *code, unsigned *least)
{
	if (first < 0x80)
		return *code = first, *least = 0, 0;
	if (first >= 0xc2 && first < 0xe0)
		return *code = first & 0x1f, *least = 0x80, 1;
	if (first >= 0xe0 && first < 0xf0)
		return *code = first & 0x0f, *least = 0x800, 2;
	if (first >= 0xf0 && first < 0xf5)
		return *code = first & 0x07, *least = 0x10000, 3;
	return -1;
}

static bool
code_ok(unsigned code, unsigned least)
{
	if (code < 0x20)
		return code == '\t' || code == '\n' || code == '\r';
	return code >= least && code != 0x7f && code <= 0x10ffff
		&& (code < 0xd800 || code > 0xdfff);
}

bool
bf_text_ok(const char *text, size_t len)
{
	unsigned code, least;
	size_t i = 0;
	int follow;

	while (i < len) {
		follow = utf8_follow((unsigned char)text[i++], &code, &least);
		if (follow < 0 || (size_t)follow > len - i)
			return false;
		for (; follow > 0; follow--, i++) {
			if (((unsigned char)text[i] & 0xc0) != 0x80)
				return false;
			code = code << 6 | ((unsigned char)text[i] & 0x3f);
		}
		if (!code_ok(code, least))
			return false;
	}
	return true;
}

static const char *
decode_checked(struct bf_req *req, const char *text, size_t len)
{
	size_t out_len = 0;
	char *out = decode(req->arena, text, len, &out_len);

	if (out == NULL) {
		(void)bf_fail(req, &BF_BAD_REQUEST, "broken percent-encoding");
		return NULL;
	}
	if (!bf_text_ok(out, out_len)) {
		(void)bf_fail(req, &BF_BAD_REQUEST,
			"a parameter is not UTF-8 or has control characters");
		return NULL;
	}
	return out;
}

static bool
pair_decode(struct bf_intake *in, const char *text, size_t len)
{
	const char *equals = memchr(text, '=', len);
	size_t name_len = equals ? (size_t)(equals - text) : len;
	const char *name = decode_checked(in->req, text, name_len);
	const char *value = "";

	if (equals)
		value = decode_checked(in->req, equals + 1, len - name_len - 1);
	return name && value && bf_pair_take(in, name, value);
}

bool
bf_pairs_decode(
	struct bf_req *req, const char *text, size_t len, struct bf_pair **out)
{
	struct bf_intake in = { .req = req, .last = out };
	const char *end = text + len, *stop;

	for (; text < end; text = stop + 1) {
		stop = memchr(text, '&', (size_t)(end - text));
		if (stop == NULL)
			stop = end;
		if (stop > text
			&& !pair_decode(&in, text, (size_t)(stop - text)))
			return false;
	}
	return true;
}
