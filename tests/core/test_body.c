/* The body of a request: which are read, and how the others are refused. */
#include "../tap.h"
#include "req.h"

#define FORM "application/x-www-form-urlencoded"
#define JSON "application/json"

static const struct {
	const char *name, *type, *length, *body; /* its length: "all" */
	const char *want;                        /* pairs, or the fault */
} bodies[] = {
	{ "none", NULL, NULL, "a=1", "" },
	{ "an empty length", NULL, "", "a=1", "" },
	{ "a form", FORM, "7", "a=1&b=2", "a=1 b=2" },
	{ "what does not say its type", NULL, "3", "a=1", "a=1" },
	{ "less than was sent", FORM, "3", "a=1&b=2", "a=1" },
	{ "more than was sent", FORM, "8", "a=1&b=2", "!bad_request" },
	{ "no number", FORM, "x", "a=1", "!bad_request" },
	{ "a number and more", FORM, "3x", "a=1", "!bad_request" },
	{ "less than nothing", FORM, "-3", "a=1", "!bad_request" },
	{ "a number after a blank", FORM, " 3", "a=1", "!bad_request" },
	{ "more than we take", FORM, "1048577", "a=1", "!too_large" },
	{ "more than a number holds", FORM, "99999999999999999999", "a=1",
		"!too_large" },
	{ "a form with a parameter", FORM ";charset=utf-8", "3", "a=1", "a=1" },
	{ "a parameter after a blank", JSON " ; charset=utf-8", "all",
		"{\"a\":1} ", "a=1" },
	{ "capitals", "Application/JSON", "all", "{\"a\":1}", "a=1" },
	{ "a longer type", JSON "x", "all", "{\"a\":1}", "!media_type" },
	{ "another type", "text/plain", "1", "a", "!media_type" },
	{ "every plain value", JSON, "all",
		"{\"a\":\"x\",\"b\":-2,\"c\":true,\"d\":false,\"e\":null,\"f\":"
		"\"\"}",
		"a=x b=-2 c=1 d= e= f=" },
	{ "a list", JSON, "all", "[1]", "!bad_request" },
	{ "a list in it", JSON, "all", "{\"a\":[1]}", "!bad_request" },
	{ "a number with a point", JSON, "all", "{\"a\":1.5}", "!bad_request" },
	{ "a control character", JSON, "all", "{\"a\":\"\\u001b\"}",
		"!bad_request" },
	{ "a member twice", JSON, "all", "{\"a\":1,\"a\":2}", "!bad_request" },
	{ "JSON broken off", JSON, "all", "{\"a\"", "!bad_request" },
};

static const char *
read_body(struct bf_arena *arena, size_t i)
{
	char *vars[3] = { NULL }, **var = vars;
	struct bf_req *req;

	if (bodies[i].type)
		*var++ = bf_printf(arena, "CONTENT_TYPE=%s", bodies[i].type);
	if (bodies[i].length && strcmp(bodies[i].length, "all") == 0)
		*var = bf_printf(
			arena, "CONTENT_LENGTH=%zu", strlen(bodies[i].body));
	else if (bodies[i].length)
		*var = bf_printf(arena, "CONTENT_LENGTH=%s", bodies[i].length);
	req = req_make(arena, vars, bodies[i].body);
	return bf_body_read(req) ? req_pairs(arena, req->body)
				 : bf_printf(arena, "!%s", req_fault(req));
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	for (i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++)
		is(read_body(arena, i), bodies[i].want, bodies[i].name);
	bf_arena_free(arena);
	return done();
}
