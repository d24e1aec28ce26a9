/* Templates: our own case for each published case of the Mustache
 * specification (core and inheritance), then what is Belfort's own. */
#include "../tap.h"
#include "arena.h"
#include "tmpl.h"
#include <belfort/buf.h>
#include <stdlib.h>

static const char *const suites[] = { "comments", "delimiters", "interpolation",
	"sections", "inverted", "partials", "inheritance" };

/* TEMPLATE shown with DATA, or the error as text. */
static const char *
show(struct bf_arena *arena, const char *template, json_t *partials,
	json_t *data)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	struct bf_err err = { "" };

	if (!bf_tmpl_once(template, partials, data, out, &err))
		return bf_printf(arena, "error: %s", err.text);
	return out->data;
}

static void
run_case(const char *suite, json_t *one)
{
	struct bf_arena *arena = bf_arena_new();
	const char *name, *template, *expected;
	json_t *data = NULL, *partials = NULL;
	json_error_t error;

	if (json_unpack_ex(one, &error, JSON_STRICT,
		    "{s:s, s?o, s:s, s?o, s:s}", "name", &name, "data", &data,
		    "template", &template, "partials", &partials, "expected",
		    &expected)
		!= 0)
		ok(false, "%s: a case cannot be read: %s", suite, error.text);
	else
		is(show(arena, template, partials, data), expected,
			bf_printf(arena, "%s: %s", suite, name));
	bf_arena_free(arena);
}

static void
run_suite(const char *suite)
{
	char path[1000];
	json_error_t error;
	json_t *cases, *one;
	size_t i;

	snprintf(path, sizeof(path), "%s/tests/mustache/%s.json", tap_sources(),
		suite);
	cases = json_load_file(path, 0, &error);
	if (!ok(json_array_size(cases) > 0, "%s: cases", suite))
		tap_note(path, error.text);
	json_array_foreach (cases, i, one)
		run_case(suite, one);
	json_decref(cases);
}

int
main(void)
{
	size_t i;

	for (i = 0; i < sizeof(suites) / sizeof(suites[0]); i++)
		run_suite(suites[i]);
	return done();
}
