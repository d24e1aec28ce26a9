/* Changed files on top of a version, and files that a page only tries. */
#include "../tap.h"
#include "crypt.h"
#include "plugin.h"
#include "req.h"
#include "rules_order.h"
#include <belfort/workshop.h>

static struct bf_arena *arena;

static struct bf_rule_scope scope = { "test" };

/* "a=text b=text" as files, in that order. */
static struct bf_rule_files *
files_of(const char *words)
{
	struct bf_rule_files *out = bf_alloc(arena, sizeof(*out));
	char *rest = bf_strdup(arena, words), *word;

	out->feature = "test";
	out->files = bf_alloc(arena, 8 * sizeof(*out->files));
	while ((word = strtok_r(rest, " ", &rest))) {
		char *text = strchr(word, '=');

		*text++ = '\0';
		out->files[out->count++] = (struct bf_rule_file){
			.name = word, .text = text, .len = strlen(text)
		};
	}
	bf_rules_hash(out);
	return out;
}

static const char *
told(const struct bf_rule_files *files)
{
	const char *out = "";
	size_t i;

	for (i = 0; i < files->count; i++)
		out = bf_printf(arena, "%s%s%s=%s", out, *out ? " " : "",
			files->files[i].name, files->files[i].text);
	return out;
}

/* NAME with TEXT, in the place of OLD; each may be NULL. */
static struct bf_rule_change
change(const char *name, const char *text, const char *old)
{
	return (struct bf_rule_change){
		.file = { .name = name,
			.text = text,
			.len = text ? strlen(text) : 0 },
		.replaces = old ? bf_rules_text_hash(arena, old) : NULL,
	};
}

/* --- orders --------------------------------------------------------------- */

/* What one change makes of "b=1 d=2", or "conflict". */
static const char *
ordered(const char *name, const char *text, const char *old)
{
	struct bf_rule_change one = change(name, text, old);
	struct bf_rule_order order = { .changes = &one, .count = 1 };
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *out;

	if (bf_rules_ordered(
		    arena, &scope, files_of("b=1 d=2"), &order, &out, &fault))
		return told(out);
	return fault.found && strcmp(fault.file, name) == 0 ? "conflict"
							    : "in silence";
}

static void
test_orders(void)
{
	is(ordered("b", "9", "1"), "b=9 d=2", "a text that is there still");
	is(ordered("b", "9", "0"), "conflict", "one that is not");
	is(ordered("b", "9", NULL), "conflict", "nor one that came since");
	is(ordered("b", "1", "0"), "b=1 d=2", "what is so already");
	is(ordered("c", "9", NULL), "b=1 c=9 d=2", "a new file");
	is(ordered("c", "9", "1"), "conflict", "one that went since");
	is(ordered("d", NULL, "2"), "b=1", "a file that goes");
	is(ordered("d", NULL, "1"), "conflict", "another than was meant");
	is(ordered("c", NULL, "1"), "b=1 d=2", "what is gone already");
}

static void
test_changed(void)
{
	struct bf_rule_change three[] = { change("e", "5", NULL),
		change("b", NULL, NULL), change("a", "0", NULL) };
	struct bf_rule_files *out = bf_rules_changed(
		arena, "test", files_of("b=1 d=2"), three, 3);

	is(told(out), "a=0 d=2 e=5", "all at once, in order");
	is(out->sha256, files_of("a=0 d=2 e=5")->sha256, "as one version");
	is(told(bf_rules_changed(arena, "test", NULL, three, 3)), "a=0 e=5",
		"and on top of nothing");
	ok(bf_rules_file(out, "d") && !bf_rules_file(out, "b")
			&& !bf_rules_file(NULL, "d"),
		"a file is found by its name");
}

/* --- files that are tried ------------------------------------------------- */

static const struct bf_fact facts[] = {
	{ "naam", "name", BF_FACT_TEXT, "the name" },
	{ 0 },
};
static const struct bf_rules rules = { facts, "doelen", "test.lines",
	"test.publish", 3 };
static const struct bf_plugin plugin = {
	.abi = BF_ABI, .size = sizeof(plugin), .name = "test", .rules = &rules
};
static struct bf_feature feature = { .plugin = &plugin };

static const char categories[] =
	"categorieen { { code = \"groen\", titel = \"Groen\" } }\n";
static const char goals[] =
	"indeling { weergave = \"doelen\", feiten = { \"naam\" },\n"
	"regels = { { \"groen\", bevat(feit.naam, \"park\") } },\n"
	"tests = { { \"a park\", { naam = \"Park\" }, \"groen\" },\n"
	"{ \"a school\", { naam = \"School\" }, \"groen\" } } }\n";

static bool
check(struct bf_req *req, const char *name, const char *text, json_t **out,
	struct bf_right_fault *fault)
{
	const struct bf_right_file files[] = {
		{ "doelen.lua", text, strlen(text) },
		{ "categorieen.lua", categories, strlen(categories) },
	};

	req->host->i18n = (struct bf_i18n *)scope.i18n;
	req->lang = "en";
	req->host->features = &feature;
	req->host->feature_count = 1;
	return bf_rules_check(req, name, files, 2, out, fault);
}

static const char *
word(json_t *list, size_t i, const char *name)
{
	const char *text = json_string_value(
		json_object_get(json_array_get(list, i), name));

	return text ? text : "null";
}

static void
test_check(void)
{
	struct bf_req *req = req_with(arena, "A", "1");
	struct bf_right_fault fault = { 0 };
	json_t *said = NULL;

	ok(check(req, "test", goals, &said, &fault), "files that load");
	is_int((int)json_array_size(said), 2, "have their tests told");
	ok(json_is_true(json_object_get(json_array_get(said, 0), "passes")),
		"one comes out");
	is(word(said, 0, "said"), "null", "and needs no words");
	ok(json_is_false(json_object_get(json_array_get(said, 1), "passes")),
		"the other does not");
	is(word(said, 1, "said"),
		"The test “a school” does not come out: it should be groen, "
		"and it is niets.",
		"and is told");
	is_int((int)json_integer_value(
		       json_object_get(json_array_get(said, 1), "line")),
		4, "with its line");
	json_decref(said);
	ok(!check(req, "test", "indeling {\n", &said, &fault)
			&& strcmp(fault.file, "doelen.lua") == 0,
		"what does not load is a fault in a file");
	ok(!check(req, "other", goals, &said, &fault) && fault.file == NULL,
		"a feature that is not there is none");
	is(req_fault(req), "internal", "but one of the request");
}

int
main(void)
{
	static const char *const none[] = { NULL };
	struct bf_err err = { 0 };

	bf_crypt_start();
	arena = bf_arena_new();
	/* No translation is there: texts stay English. */
	scope.i18n = need(bf_i18n_load(arena, "/nowhere", none, &err));
	test_orders();
	test_changed();
	test_check();
	bf_arena_free(arena);
	return done();
}
