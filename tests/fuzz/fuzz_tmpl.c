/* A template of any bytes is compiled and run, or refused with a place and a
 * remedy; what stands after a line of --- is the partial "p".  Run twice, it
 * says the same.
 */
#include "../core/req.h"
#include "fuzz.h"
#include "tmpl.h"

static const char document[] =
	"{\"name\": \"<b>&'\\\"\", \"none\": null, \"zero\": 0, \"yes\": true,"
	" \"cents\": -123456789, \"day\": \"2026-11-24\", \"empty\": [],"
	" \"list\": [{\"name\": \"a\", \"n\": 1}, {\"name\": \"\", \"n\": 2},"
	" \"plain\", 3.5], \"deep\": {\"er\": {\"name\": \"e\"}}}";

static bool
run(struct bf_arena *arena, const char *text, json_t *partials, json_t *doc,
	struct bf_buf **out)
{
	struct bf_err err = { "" };
	bool good;

	*out = bf_buf_new(arena, 0);
	good = bf_tmpl_once(text, partials, doc, *out, &err);
	must(good || err.text[0]);
	return good;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static json_t *doc;
	struct bf_arena *arena = bf_arena_new();
	char *text = bf_strndup(arena, (const char *)data, size);
	char *cut = strstr(text, "\n---\n");
	json_t *partials = json_object();
	struct bf_buf *first, *again;

	if (doc == NULL)
		doc = json_loads(document, 0, NULL);
	if (cut) {
		*cut = '\0';
		json_object_set_new(partials, "p", json_string(cut + 5));
	}
	if (run(arena, text, partials, doc, &first)) {
		must(run(arena, text, partials, doc, &again));
		must(strcmp(first->data, again->data) == 0);
	}
	json_decref(partials);
	bf_arena_free(arena);
	return 0;
}
