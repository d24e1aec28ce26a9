/* Names and values from a query, and what is text at all. */
#include "../tap.h"
#include "req.h"

static const struct {
	const char *query, *want; /* pairs, or the fault */
} queries[] = {
	{ "", "" },
	{ "a=1&b=2", "a=1 b=2" },
	{ "a=1&a=2", "a=1 a=2" },
	{ "a", "a=" },
	{ "a=", "a=" },
	{ "=1", "=1" },
	{ "a==1", "a==1" },
	{ "&&a=1&", "a=1" },
	{ "a=b+c", "a=b c" },
	{ "a=%2B%26%3D%25", "a=+&=%" },
	{ "a=%c3%A9", "a=é" },
	{ "%61=%62", "a=b" },
	{ "a=%", "!bad_request" },
	{ "a=%2", "!bad_request" },
	{ "a=%zz", "!bad_request" },
	{ "a=%00", "!bad_request" },
	{ "a=%0b", "!bad_request" },
	{ "a=%0d%0a", "a=\r\n" },
	{ "a=%ff", "!bad_request" },
	{ "%ff=a", "!bad_request" },
	{ "a=\xc3", "!bad_request" },
};

static const struct {
	const char *name, *text;
	bool good;
} texts[] = {
	{ "ASCII", "abc", true },
	{ "nothing", "", true },
	{ "two, three, four bytes", "é€😀", true },
	{ "tab and line breaks", "a\t\r\n", true },
	{ "another control character", "a\x1b", false },
	{ "delete", "a\x7f", false },
	{ "a character cut off", "\xe2\x82", false },
	{ "a lone following byte", "\x80", false },
	{ "an over-long slash", "\xc0\xaf", false },
	{ "an over-long slash in three", "\xe0\x80\xaf", false },
	{ "an over-long letter in four", "\xf0\x80\x81\x81", false },
	{ "a surrogate", "\xed\xa0\x80", false },
	{ "the last code point", "\xf4\x8f\xbf\xbf", true },
	{ "beyond it", "\xf4\x90\x80\x80", false },
	{ "no lead at all", "\xfe", false },
};

static const char *
decoded(struct bf_arena *arena, const char *query)
{
	struct bf_req *req = req_make(arena, (char *[]){ NULL }, NULL);
	struct bf_pair *out = NULL;

	if (!bf_pairs_decode(req, query, strlen(query), &out))
		return bf_printf(arena, "!%s", req_fault(req));
	return req_pairs(arena, out);
}

/* COUNT parameters. */
static const char *
many(struct bf_arena *arena, int count)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	while (count-- > 0)
		bf_put_str(out, "a=1&");
	return decoded(arena, out->data);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	for (i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		is(decoded(arena, queries[i].query), queries[i].want,
			queries[i].query);
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ok(bf_text_ok(texts[i].text, strlen(texts[i].text))
				== texts[i].good,
			"text: %s", texts[i].name);
	ok(!bf_text_ok("a\0b", 3), "text: a NUL");
	ok(*many(arena, 1000) == 'a', "a thousand parameters");
	is(many(arena, 1001), "!bad_request", "one more");
	bf_arena_free(arena);
	return done();
}
