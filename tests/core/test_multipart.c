/* Forms in parts: what each body gives, and what is refused. */
#include "../tap.h"
#include "req.h"

#define X "multipart/form-data; boundary=x"
#define NAME(name) "Content-Disposition: form-data; name=\"" name "\"\r\n"
#define PART(name, value) "--x\r\n" NAME(name) "\r\n" value "\r\n"
#define HEADED(headers) "--x\r\n" headers "\r\nb\r\n--x--\r\n"

static const struct {
	const char *name, *type, *body, *want;
} cases[] = {
	{ "one part", X, PART("a", "b") "--x--\r\n", "a=b" },
	{ "two parts in order", X, PART("b", "1") PART("a", "2") "--x--\r\n",
		"b=1 a=2" },
	{ "a name twice is kept twice", X,
		PART("a", "1") PART("a", "2") "--x--", "a=1 a=2" },
	{ "no part", X, "--x--\r\n", "" },
	{ "no line break at the end", X, PART("a", "b") "--x--", "a=b" },
	{ "nothing as value", X, PART("a", "") "--x--", "a=" },
	{ "nothing as name", X, PART("", "b") "--x--", "=b" },
	{ "line breaks and dashes in a value", X,
		PART("a", "\r\n1\n--\r\n-x\r\n") "--x--",
		"a=\r\n1\n--\r\n-x\r\n" },
	{ "other signs in a value", X, PART("a", "&=%20+;é€😀") "--x--",
		"a=&=%20+;é€😀" },
	{ "blanks after a boundary", X,
		"--x \t\r\n" NAME("a") "\r\nb\r\n--x-- \r\n", "a=b" },
	{ "a boundary between quotes", "multipart/form-data;boundary=\"a b:c\"",
		"--a b:c\r\n" NAME("a") "\r\nb\r\n--a b:c--", "a=b" },
	{ "other parameters of the type",
		"Multipart/Form-Data; charset=utf-8; BOUNDARY=x ",
		PART("a", "b") "--x--", "a=b" },
	{ "seventy signs of boundary",
		"multipart/form-data; boundary=" /* seven times ten */
		"0123456789012345678901234567890123456789"
		"012345678901234567890123456789",
		"--0123456789012345678901234567890123456789"
		"012345678901234567890123456789--",
		"" },
	{ "headers in small letters, without blanks", X,
		HEADED("content-disposition:form-data;name=a\r\n"), "a=b" },
	{ "text in UTF-8", X,
		HEADED(NAME(
			"a") "Content-Type: text/plain; charset=\"UTF-8\"\r\n"),
		"a=b" },
	{ "text in ASCII, as it is", X,
		HEADED("Content-Type: text/plain; charset=us-ascii\r\n"
		       "Content-Transfer-Encoding: 7bit\r\n" NAME("a")),
		"a=b" },
	{ "other headers count for nothing", X,
		HEADED("X-Any: ;;\r\n" NAME("a") "X-Any: 2\r\n"), "a=b" },

	{ "a file", X,
		HEADED("Content-Disposition: form-data; name=\"a\"; "
		       "filename=\"a.txt\"\r\n"),
		"!media_type" },
	{ "a file without a name", X,
		HEADED("Content-Disposition: form-data; name=a; "
		       "filename=\"\"\r\n"),
		"!media_type" },
	{ "a file in the other spelling", X,
		HEADED("Content-Disposition: form-data; name=a; "
		       "filename*=utf-8''a\r\n"),
		"!media_type" },
	{ "parts in parts", X,
		HEADED(NAME(
			"a") "Content-Type: multipart/mixed; boundary=y\r\n"),
		"!media_type" },
	{ "a part that is no text", X,
		HEADED(NAME("a") "Content-Type: application/json\r\n"),
		"!media_type" },
	{ "text in Latin 1", X,
		HEADED(NAME(
			"a") "Content-Type: text/plain; charset=latin1\r\n"),
		"!media_type" },
	{ "an encoding", X,
		HEADED(NAME("a") "Content-Transfer-Encoding: base64\r\n"),
		"!bad_request" },
	{ "no boundary told", "multipart/form-data", PART("a", "b") "--x--",
		"!bad_request" },
	{ "two boundaries told", X "; boundary=y", PART("a", "b") "--x--",
		"!bad_request" },
	{ "an empty boundary", "multipart/form-data; boundary=\"\"", "----",
		"!bad_request" },
	{ "a boundary that ends in a blank",
		"multipart/form-data; boundary=\"x \"", "--x --",
		"!bad_request" },
	{ "a boundary with another sign",
		"multipart/form-data; boundary=\"x*\"", "--x*--",
		"!bad_request" },
	{ "seventy-one signs of boundary",
		"multipart/form-data; boundary="
		"0123456789012345678901234567890123456789"
		"0123456789012345678901234567890",
		"--0123456789012345678901234567890123456789"
		"0123456789012345678901234567890--",
		"!bad_request" },
	{ "a type that cannot be read", "multipart/form-data; boundary=x;",
		PART("a", "b") "--x--", "!bad_request" },
	{ "nothing", X, "", "!bad_request" },
	{ "text before the first part", X, "\r\n" PART("a", "b") "--x--",
		"!bad_request" },
	{ "text after the last", X, PART("a", "b") "--x--\r\nc",
		"!bad_request" },
	{ "parts after the last", X, PART("a", "b") "--x--" PART("a", "b"),
		"!bad_request" },
	{ "no last boundary", X, PART("a", "b"), "!bad_request" },
	{ "a part that breaks off", X, "--x\r\n" NAME("a") "\r\nb",
		"!bad_request" },
	{ "the start of a boundary's line", X, PART("a", "b") "--xy--",
		"!bad_request" },
	{ "a line break of one sign", X, "--x\n" NAME("a") "\r\nb\r\n--x--",
		"!bad_request" },
	{ "a boundary among the headers", X,
		"--x\r\n" NAME("a") "--x: y\r\n\r\nb\r\n--x--",
		"!bad_request" },
	{ "a boundary as the first header", X,
		"--x\r\n--x: y\r\n" NAME("a") "\r\nb\r\n--x--",
		"!bad_request" },
	{ "a boundary instead of headers", X, "--x\r\n--x--", "!bad_request" },
	{ "no headers", X, "--x\r\n\r\nb\r\n--x--", "!bad_request" },
	{ "no disposition", X, HEADED("Content-Type: text/plain\r\n"),
		"!bad_request" },
	{ "another disposition", X,
		HEADED("Content-Disposition: attachment; name=\"a\"\r\n"),
		"!bad_request" },
	{ "no name", X, HEADED("Content-Disposition: form-data\r\n"),
		"!bad_request" },
	{ "two names", X,
		HEADED("Content-Disposition: form-data; name=a; name=b\r\n"),
		"!bad_request" },
	{ "a disposition twice", X, HEADED(NAME("a") NAME("a")),
		"!bad_request" },
	{ "a name that does not end", X,
		HEADED("Content-Disposition: form-data; name=\"a\r\n"),
		"!bad_request" },
	{ "a name with a backslash", X,
		HEADED("Content-Disposition: form-data; name=\"a\\b\"\r\n"),
		"!bad_request" },
	{ "something behind a name", X,
		HEADED("Content-Disposition: form-data; name=\"a\"b\r\n"),
		"!bad_request" },
	{ "a header on two lines", X,
		HEADED("Content-Disposition: form-data;\r\n name=\"a\"\r\n"),
		"!bad_request" },
	{ "a line that is no header", X, HEADED(NAME("a") "b\r\n"),
		"!bad_request" },
	{ "half a line break among the headers", X,
		HEADED("X-Any: a\nb\r\n" NAME("a")), "!bad_request" },
	{ "a name that is not UTF-8", X, HEADED(NAME("\xff")), "!bad_request" },
	{ "a value that is not UTF-8", X, PART("a", "\xff") "--x--",
		"!bad_request" },
	{ "a value with control characters", X, PART("a", "\x1b") "--x--",
		"!bad_request" },
};

static const char *
decoded(struct bf_arena *arena, const char *type, const char *body, size_t len)
{
	struct bf_req *req = req_make(arena, (char *[]){ NULL }, NULL);
	struct bf_pair *out = NULL;

	if (!bf_multipart_decode(req, type, body, len, &out))
		return bf_printf(arena, "!%s", req_fault(req));
	return req_pairs(arena, out);
}

/* COUNT parts. */
static const char *
many(struct bf_arena *arena, int count)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	while (count-- > 0)
		bf_put_str(out, PART("a", "1"));
	bf_put_str(out, "--x--");
	return decoded(arena, X, out->data, out->len);
}

/* Headers of LEN bytes. */
static const char *
headed(struct bf_arena *arena, int len)
{
	const char *body = bf_printf(arena,
		"--x\r\n" NAME("a") "X:%0*d\r\n\r\nb\r\n--x--",
		len - (int)strlen(NAME("a") "X:"), 0);

	return decoded(arena, X, body, strlen(body));
}

int
main(void)
{
	static const char nul[] = PART("a", "b\0c") "--x--";
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		is(decoded(arena, cases[i].type, cases[i].body,
			   strlen(cases[i].body)),
			cases[i].want, cases[i].name);
	is(decoded(arena, X, nul, sizeof(nul) - 1), "!bad_request", "a NUL");
	ok(*many(arena, 1000) == 'a', "a thousand parts");
	is(many(arena, 1001), "!bad_request", "one more");
	is(headed(arena, 1024), "a=b", "headers of a kilobyte");
	is(headed(arena, 1025), "!bad_request", "a byte more");
	bf_arena_free(arena);
	return done();
}
