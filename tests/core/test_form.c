/* Declared fields: what each type takes, in which form it is kept, and the
 * sentence for what is wrong; forms from addresses and bodies. */
#include "../tap.h"
#include "req.h"

static const struct bf_field text = { "f", BF_TEXT, .min = 2, .max = 4 };
static const struct bf_field any_text = { "f", BF_TEXT };
static const struct bf_field any_int = { "f", BF_INT };
static const struct bf_field some_int = { "f", BF_INT, .min = -5, .max = 10 };
static const struct bf_field choice = { "f", BF_CHOICE,
	.choices = "nl en  fr" };
static const struct bf_field day = { "f", BF_DAY };
static const struct bf_field cents = { "f", BF_CENTS };
static const struct bf_field some_cents = { "f", BF_CENTS, .max = 10000 };
static const struct bf_field national = { "f", BF_NATIONAL };
static const struct bf_field iban = { "f", BF_IBAN };
static const struct bf_field path = { "f", BF_PATH };
static const struct bf_field needed = { "f", BF_TEXT, .required = true };

#define NOT_NATIONAL \
	"This is not a national number. Look whether each digit is right."
#define NOT_IBAN \
	"This is not an account number (IBAN). Look whether each sign is right."

static const struct {
	const struct bf_field *field;
	const char *given, *want; /* the value kept, or the sentence */
} cases[] = {
	{ &text, "ab", "ab" },
	{ &text, "é€😀b", "é€😀b" },
	{ &text, "a", "This text is too short." },
	{ &text, "abcde", "This text is too long." },
	{ &text, "", NULL },
	{ &text, NULL, NULL },
	{ &any_text, "<b>", "<b>" },
	{ &any_int, "12", "12" },
	{ &any_int, "0012", "12" },
	{ &any_int, "-7", "-7" },
	{ &any_int, "9223372036854775807", "9223372036854775807" },
	{ &any_int, "9223372036854775808", "This number is too large." },
	{ &any_int, "1.5", "This is not a whole number." },
	{ &any_int, " 1", "This is not a whole number." },
	{ &any_int, "1 ", "This is not a whole number." },
	{ &any_int, "0x10", "This is not a whole number." },
	{ &any_int, "-", "This is not a whole number." },
	{ &some_int, "-5", "-5" },
	{ &some_int, "-6", "This number is too small." },
	{ &some_int, "11", "This number is too large." },
	{ &choice, "fr", "fr" },
	{ &choice, "n", "This is not one of the choices." },
	{ &choice, "nl en", "This is not one of the choices." },
	{ &day, "2026-11-23", "2026-11-23" },
	{ &day, "2024-02-29", "2024-02-29" },
	{ &day, "2000-02-29", "2000-02-29" },
	{ &day, "1900-02-29", "This day does not exist." },
	{ &day, "2026-02-29", "This day does not exist." },
	{ &day, "2026-04-31", "This day does not exist." },
	{ &day, "2026-13-01", "This day does not exist." },
	{ &day, "2026-00-01", "This day does not exist." },
	{ &day, "2026-01-00", "This day does not exist." },
	{ &day, "2026-01-011", "This day does not exist." },
	{ &day, "23-11-2026", "Write the day as 2026-12-31." },
	{ &day, "2026-1-1", "Write the day as 2026-12-31." },
	{ &day, "2026", "Write the day as 2026-12-31." },
	{ &cents, "8000812.0", "800081200" },
	{ &cents, "8000812,05", "800081205" },
	{ &cents, "12", "1200" },
	{ &cents, "0.5", "50" },
	{ &cents, "-0.05", "-5" },
	{ &cents, "1.2500", "125" },
	{ &cents, "999999999999999.99", "99999999999999999" },
	{ &cents, "1.255", "This amount has parts of a cent." },
	{ &cents, "1.", "This is not an amount in euros." },
	{ &cents, ".5", "This is not an amount in euros." },
	{ &cents, "1.000,50", "This is not an amount in euros." },
	{ &cents, "1e6", "This is not an amount in euros." },
	{ &cents, "--1", "This is not an amount in euros." },
	{ &cents, "1000000000000000", "This is not an amount in euros." },
	{ &some_cents, "100", "10000" },
	{ &some_cents, "100.01", "This number is too large." },
	{ &some_cents, "-0.01", "This number is too small." },
	{ &national, "85720700141", "85720700141" },
	{ &national, "85.72.07-001.41", "85720700141" },
	{ &national, "85 72 07 001 41", "85720700141" },
	{ &national, "00.65.07-002.78", "00650700278" }, /* from 2000 on */
	{ &national, "85720700142", NOT_NATIONAL },
	{ &national, "85720700114", NOT_NATIONAL },
	{ &national, "8572070014", NOT_NATIONAL },
	{ &national, "857207001411", NOT_NATIONAL },
	{ &national, "8572070O141", NOT_NATIONAL },
	{ &national, ".85720700141", NOT_NATIONAL },
	{ &national, "85/72/07/001/41", NOT_NATIONAL },
	{ &iban, "BE68539007547034", "BE68539007547034" },
	{ &iban, "be68 5390 0754 7034", "BE68539007547034" },
	{ &iban, "MT84MALT011000012345MTLCAST001S",
		"MT84MALT011000012345MTLCAST001S" },
	{ &iban, "XX63000000000001", "XX63000000000001" },
	{ &iban, "BE68539007547043", NOT_IBAN },
	{ &iban, "BE6853900754703", NOT_IBAN },
	{ &iban, "BE00539007547034", NOT_IBAN },
	{ &iban, "68BE539007547034", NOT_IBAN },
	{ &iban, "BE68-5390-0754-7034", NOT_IBAN },
	{ &iban, "XX630000000000010000000000000000000", NOT_IBAN },
	{ &path, "/begroting?plan=2026", "/begroting?plan=2026" },
	{ &path, "begroting", "This is not an address on this site." },
	{ &path, "//elsewhere.example",
		"This is not an address on this site." },
	{ &path, "/\\elsewhere.example",
		"This is not an address on this site." },
	{ &path, "/a\r\nSet-Cookie: b",
		"This is not an address on this site." },
	{ &path, "https://elsewhere.example",
		"This is not an address on this site." },
	{ &needed, "x", "x" },
	{ &needed, " x ", " x " },
	{ &needed, "", "This is needed." },
	{ &needed, " \t\r\n", "This is needed." },
	{ &needed, NULL, "This is needed." },
};

static void
fields(struct bf_arena *arena)
{
	const char *wrong, *value;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		wrong = bf_field_check(
			arena, cases[i].field, cases[i].given, &value);
		is(wrong ? wrong : value, cases[i].want,
			bf_printf(arena, "type %d: %s", cases[i].field->type,
				cases[i].given ? cases[i].given : "(none)"));
	}
}

static const struct bf_field declared[] = {
	{ "name", BF_TEXT, .required = true, .max = 10 },
	{ "year", BF_INT },
	{ "terug", BF_PATH },
	{ 0 },
};
static const struct bf_route get = { "GET", "", .fields = declared };
static const struct bf_route post = { "POST", "", .fields = declared };

/* A POST of BODY as TYPE: the values, or the fault with its fields. */
static const char *
posted(struct bf_arena *arena, const char *type, const char *body)
{
	char *vars[] = { bf_printf(arena, "CONTENT_TYPE=%s", type),
		bf_printf(arena, "CONTENT_LENGTH=%zu", strlen(body)), NULL };
	struct bf_req *req = req_make(arena, vars, body);

	req->route = &post;
	if (bf_form_read(req))
		return req_pairs(arena, req->values);
	return bf_printf(arena, "!%s %s", req_fault(req),
		req_pairs(arena, req->fault.fields));
}

#define FORM "application/x-www-form-urlencoded"
#define JSON "application/json"
#define PARTS "multipart/form-data; boundary=x"
#define PART(name, value) \
	"--x\r\nContent-Disposition: form-data; name=" name "\r\n\r\n" value \
	"\r\n"

static const struct {
	const char *type, *body, *want;
} bodies[] = {
	{ FORM, "name=Jan&year=007", "name=Jan year=7" },
	{ FORM, "name=Jan&other=x", "name=Jan" },
	{ FORM "; charset=utf-8", "name=J%C3%A9r%C3%B4me", "name=Jérôme" },
	{ FORM, "", "!invalid name=This is needed." },
	{ FORM, "name=Jan&name=Piet", "!invalid name=This is given twice." },
	{ FORM, "name=Jan&year=x&terug=x",
		"!invalid year=This is not a whole number. "
		"terug=This is not an address on this site." },
	{ FORM, "name=%ff", "!bad_request " },
	{ JSON, "{\"name\": \"Jan\", \"year\": 7}", "name=Jan year=7" },
	{ JSON, "{\"name\": \"Jan\", \"year\": null}", "name=Jan" },
	{ JSON, "{\"name\": true}", "name=1" },
	{ JSON, "{\"name\": {}}", "!bad_request " },
	{ JSON, "{\"name\": 1.5}", "!bad_request " },
	{ JSON, "{\"name\": \"a\\u001bb\"}", "!bad_request " },
	{ JSON, "{\"name\": \"a\\u0000b\"}", "!bad_request " },
	{ JSON, "{\"name\": \"a\", \"name\": \"b\"}", "!bad_request " },
	{ JSON, "[1]", "!bad_request " },
	{ JSON, "{", "!bad_request " },
	{ PARTS, PART("name", "Jan") PART("year", "007") "--x--",
		"name=Jan year=7" },
	{ PARTS, PART("name", "Jan") PART("name", "Piet") "--x--",
		"!invalid name=This is given twice." },
	{ PARTS, "--x--", "!invalid name=This is needed." },
	{ PARTS, PART("name", "Jan"), "!bad_request " },
	{ "multipart/mixed; boundary=x", "--x--", "!media_type " },
	{ "text/xml", "<name/>", "!media_type " },
	{ "application/jsonp", "{}", "!media_type " },
};

/* JSON of COUNT members. */
static const char *
members(struct bf_arena *arena, int count)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	bf_put_str(out, "{\"name\": \"Jan\"");
	while (--count > 0)
		bf_put_fmt(out, ", \"%d\": 1", count);
	bf_put_str(out, "}");
	return posted(arena, JSON, out->data);
}

/* A body whose length is told as LENGTH. */
static const char *
told(struct bf_arena *arena, const char *length)
{
	struct bf_req *req = req_with(arena, "CONTENT_LENGTH", length);

	req->route = &post;
	return bf_form_read(req) ? "good" : req_fault(req);
}

static void
queries(struct bf_arena *arena)
{
	struct bf_req *req = req_make(arena, (char *[]){ NULL }, NULL);

	req->route = &get;
	bf_pair_add(arena, &req->query, "name", "Jan");
	bf_pair_add(arena, &req->query, "page", "2");
	ok(bf_form_read(req), "fields of an address");
	is(bf_value(req, "name"), "Jan", "a declared one is there");
	is(bf_value(req, "page"), NULL, "one that is not declared is not");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	fields(arena);
	queries(arena);
	for (i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++)
		is(posted(arena, bodies[i].type, bodies[i].body),
			bodies[i].want, bodies[i].body);
	is(members(arena, 1000), "name=Jan", "a thousand members");
	is(members(arena, 1001), "!bad_request ", "one more");
	is(told(arena, "1048577"), "too_large", "over a megabyte");
	is(told(arena, "99999999999999999999"), "too_large", "over all");
	is(told(arena, "10"), "bad_request", "a body that breaks off");
	is(told(arena, "-1"), "bad_request", "less than nothing");
	is(told(arena, "1x"), "bad_request", "no number");
	bf_arena_free(arena);
	return done();
}
