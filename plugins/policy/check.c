/* What is wrong with a draft, and what it changes. */
#include "own.h"
#include <string.h>

static void
tests_put(struct bf_req *req, json_t *check, const struct bf_rights *rights,
	const char *file)
{
	json_t *all = bf_rights_tests(req, rights, file), *shown = json_array(),
	       *test;
	size_t i, failed = 0;

	json_array_foreach (all, i, test) {
		bool passes = json_is_true(json_object_get(test, "passes"));

		failed += !passes;
		json_object_set_new(test, "wrong", json_boolean(!passes));
		if (file || !passes)
			json_array_append(shown, test);
	}
	json_object_set_new(check, "passed_any",
		json_boolean(json_array_size(all) > failed));
	json_object_set_new(check, "passed",
		json_integer((json_int_t)(json_array_size(all) - failed)));
	if (failed > 0)
		json_object_set_new(
			check, "failed", json_integer((json_int_t)failed));
	json_object_set_new(check, "good", json_boolean(failed == 0));
	json_object_set_new(check, "tests", shown);
	json_decref(all);
}

static struct bf_rights *
rights_check(struct bf_req *req, json_t *doc, const char *file, json_t *check)
{
	struct policy_texts *texts = bf_alloc(bf_arena(req), sizeof(*texts));
	struct bf_right_fault fault = { 0 };
	struct bf_rights *rights;

	policy_texts(req, doc, texts);
	rights = policy_texts_load(req, texts, &fault);
	if (rights)
		tests_put(req, check, rights, file);
	else
		json_object_set_new(check, "fault", policy_fault(req, &fault));
	return rights;
}

/* The rules of the budget are looked at when they are put in force. */
struct bf_rights *
policy_check(struct bf_req *req, json_t *doc, const char *file)
{
	json_t *check = json_object();
	struct bf_rights *rights = NULL;

	if (json_is_true(json_object_get(doc, "is_benefits")))
		rights = rights_check(req, doc, file, check);
	else
		json_object_update_new(
			check, json_pack("{s:b, s:b}", "good", 1, "later", 1));
	json_object_set_new(doc, "check", check);
	json_object_del(doc, "texts");
	return rights;
}

bool
policy_checked(json_t *doc)
{
	return json_is_true(
		json_object_get(json_object_get(doc, "check"), "good"));
}

/* A line of a difference, as templates show it. */
static json_t *
line_json(json_t *line)
{
	const char *op = json_string_value(json_object_get(line, "op"));

	return json_pack("{s:b, s:b, s:b, s:b, s:O}", "same", *op == ' ',
		"came", *op == '+', "went", *op == '-', "cut", *op == '@',
		"text", json_object_get(line, "text"));
}

static json_t *
lines(struct bf_req *req, json_t *file)
{
	json_t *found = bf_diff_lines(req,
		json_string_value(json_object_get(file, "force_text")),
		json_string_value(json_object_get(file, "text")));
	json_t *out = json_array(), *line;
	size_t i;

	json_array_foreach (found, i, line)
		json_array_append_new(out, line_json(line));
	json_decref(found);
	return out;
}

void
policy_changes(struct bf_req *req, json_t *doc)
{
	json_t *file, *found;
	size_t i;

	json_array_foreach (json_object_get(doc, "files"), i, file) {
		found = lines(req, file);
		json_object_set_new(file, "has_lines",
			json_boolean(json_array_size(found) > 0));
		json_object_set_new(file, "lines", found);
		json_object_del(file, "text");
		json_object_del(file, "force_text");
	}
}
