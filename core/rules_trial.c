/* Tries rule files about lines for a page: whether they are good, and where
 * they would put each line.  Nothing of it is in force.
 */
#include "plugin.h"
#include "req.h"
#include "rights_own.h"
#include "rules_db.h"
#include <belfort/db.h>
#include <belfort/error.h>
#include <belfort/request.h>
#include <belfort/workshop.h>
#include <string.h>

enum { ID, VIEW, FACTS };

/* --- loading -------------------------------------------------------------- */

static const struct bf_rules *
rules_of(const struct bf_host *host, const char *feature)
{
	const struct bf_plugin *p;
	size_t i;

	for (i = 0; i < host->feature_count; i++) {
		p = host->features[i].plugin;
		if (strcmp(p->name, feature) == 0)
			return bf_plugin_rules(p);
	}
	return NULL;
}

static bool
load(struct bf_req *req, const char *feature, const struct bf_right_file *files,
	size_t count, struct bf_rule_set **out, struct bf_rule_fault *fault)
{
	struct bf_rule_scope *scope = bf_alloc(req->arena, sizeof(*scope));
	const struct bf_rules *rules = rules_of(req->host, feature);

	*scope = (struct bf_rule_scope){ feature, rules, req->host->i18n };
	if (rules == NULL || bf_rules_rights(rules))
		return bf_fail(req, &BF_INTERNAL,
			"%s has no rules about lines in this pool", feature);
	return bf_rules_load(req->arena, scope,
		bf_right_files(req->arena, files, count), out, fault);
}

/* Tell WRONG in FAULT, where there is any.  Always false. */
static bool
fail(struct bf_req *req, const struct bf_rule_fault *wrong,
	struct bf_right_fault *fault)
{
	*fault = (struct bf_right_fault){ 0 };
	if (wrong->found)
		bf_right_fault_tell(req->arena, wrong, fault);
	return false;
}

/* --- checking ------------------------------------------------------------- */

static json_t *
test_json(struct bf_req *req, const struct bf_rule_set *set,
	struct bf_rule_class *class, const struct bf_rule_test *t)
{
	struct bf_rule_fault wrong = { 0 };
	bool passes = bf_rules_test_one(req->arena, set, class, t, &wrong);
	const char *said = wrong.text[bf_lang_index(req->lang)];

	return json_pack("{s:s, s:i, s:s, s:b, s:s?}", "file", class->file,
		"line", t->line, "name", t->name, "passes", passes, "said",
		passes ? NULL : said);
}

bool
bf_rules_check(struct bf_req *req, const char *feature,
	const struct bf_right_file *files, size_t count, json_t **out,
	struct bf_right_fault *fault)
{
	struct bf_rule_fault wrong = { 0 };
	struct bf_rule_class *class;
	struct bf_rule_set *set;
	size_t i;

	if (!load(req, feature, files, count, &set, &wrong))
		return fail(req, &wrong, fault);
	*out = json_array();
	for (class = set->classes; class < set->classes + set->class_count;
		class ++)
		for (i = 0; i < class->test_count; i++)
			json_array_append_new(*out,
				test_json(req, set, class, &class->tests[i]));
	return true;
}

/* --- what would move ------------------------------------------------------ */

static struct bf_rule_line
line_read(struct bf_arena *arena, const struct bf_fact *facts, size_t count,
	json_t *row)
{
	const char **text = bf_alloc(arena, count * sizeof(*text));
	int64_t *number = bf_alloc(arena, count * sizeof(*number));
	json_t *value;
	size_t i;

	for (i = 0; i < count; i++) {
		value = json_array_get(row, FACTS + i);
		text[i] = facts[i].type == BF_FACT_TEXT
			? json_string_value(value)
			: NULL;
		text[i] = text[i] ? text[i] : "";
		number[i] = json_integer_value(value);
	}
	return (struct bf_rule_line){ text, number };
}

/* Of ROWS, which are the lines of LINES: their view, and what a rule may know.
 */
static void
lines_read(struct bf_arena *arena, const struct bf_rules *rules, json_t *rows,
	struct bf_rule_lines *out)
{
	size_t facts = 0, i;
	json_t *row;

	while (rules->facts[facts].name)
		facts++;
	out->count = json_array_size(rows);
	out->views = bf_alloc(arena, (out->count + 1) * sizeof(*out->views));
	out->lines = bf_alloc(arena, (out->count + 1) * sizeof(*out->lines));
	json_array_foreach (rows, i, row) {
		out->views[i] = json_string_value(json_array_get(row, VIEW));
		out->lines[i] = line_read(arena, rules->facts, facts, row);
	}
}

/* The category of each rule, by its number. */
static const char **
codes_of(struct bf_arena *arena, const struct bf_rule_set *set)
{
	const struct bf_rule_class *class = set->classes;
	const char **out;
	size_t i, n = 1;

	for (i = 0; i < set->class_count; i++)
		n += set->classes[i].rule_count;
	out = bf_alloc(arena, n * sizeof(*out));
	for (; class < set->classes + set->class_count; class ++)
		for (i = 0; i < class->rule_count; i++)
			out[class->rules[i].number] =
				set->categories[class->rules[i].category].code;
	return out;
}

static json_t *
categories_json(const struct bf_rule_set *set)
{
	json_t *out = json_array();
	size_t i;

	for (i = 0; i < set->category_count; i++)
		json_array_append_new(out,
			json_pack("{s:s, s:o}", "code", set->categories[i].code,
				"title",
				bf_rules_texts(set->categories[i].title)));
	return out;
}

/* Where SET puts each of ROWS. */
static json_t *
places_json(struct bf_arena *arena, const struct bf_rule_set *set, json_t *rows)
{
	const char **codes = codes_of(arena, set);
	json_t *out = json_array();
	struct bf_rule_lines lines;
	struct bf_rule_outcome outcome;
	size_t i;

	lines_read(arena, set->scope->rules, rows, &lines);
	bf_rules_apply(arena, set, &lines, &outcome);
	for (i = 0; i < lines.count; i++)
		json_array_append_new(out,
			json_pack("[O, s?]",
				json_array_get(json_array_get(rows, i), ID),
				codes[outcome.rules[i]]));
	return out;
}

static void
document_set(struct bf_req *req, const struct bf_rule_set *set, json_t *rows)
{
	json_t *doc = json_pack("{s:o, s:o}", "categories",
		categories_json(set), "lines",
		places_json(req->arena, set, rows));

	bf_set(req, "document", bf_rules_dump(req->arena, doc));
	json_decref(doc);
}

bool
bf_rules_preview(struct bf_req *req, const char *feature,
	const struct bf_right_file *files, size_t count,
	const struct bf_rules_asks *asks, json_t **out,
	struct bf_right_fault *fault)
{
	struct bf_rule_fault wrong = { 0 };
	struct bf_rule_set *set;
	json_t *doc;

	if (!load(req, feature, files, count, &set, &wrong)
		|| !bf_rules_test_all(req->arena, set, &wrong)
		|| !bf_query_json(req, asks->lines, &doc))
		return fail(req, &wrong, fault);
	document_set(req, set, json_object_get(doc, "lines"));
	return bf_query_json(req, asks->moves, out) || fail(req, &wrong, fault);
}
