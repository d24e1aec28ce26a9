/* What is wrong with a draft, and what it changes. */
#include "own.h"
#include <string.h>

/* ALL tests into CHECK: those of FILE, or of all files that do not come out. */
static void
tests_put(json_t *check, json_t *all, const char *file)
{
	json_t *shown = json_array(), *test;
	size_t i, failed = 0;

	json_array_foreach (all, i, test) {
		bool passes = json_is_true(json_object_get(test, "passes")),
		     here = file
			&& strcmp(file,
				   json_string_value(
					   json_object_get(test, "file")))
				== 0;

		failed += !passes;
		json_object_set_new(test, "wrong", json_boolean(!passes));
		if (here || !passes)
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

/* The tests of TEXTS, or NULL with FAULT; *RIGHTS where they are about those.
 */
static json_t *
tests_run(struct bf_req *req, json_t *doc, const struct policy_texts *texts,
	struct bf_rights **rights, struct bf_right_fault *fault)
{
	const char *feature = json_string_value(
		json_object_get(doc, "feature"));
	json_t *all;

	if (json_is_true(json_object_get(doc, "is_benefits"))) {
		*rights = policy_texts_load(req, texts, fault);
		return *rights ? bf_rights_tests(req, *rights, NULL) : NULL;
	}
	return bf_rules_check(
		       req, feature, texts->files, texts->count, &all, fault)
		? all
		: NULL;
}

struct bf_rights *
policy_check(struct bf_req *req, json_t *doc, const char *file)
{
	struct policy_texts *texts = bf_alloc(bf_arena(req), sizeof(*texts));
	struct bf_right_fault fault = { 0 };
	struct bf_rights *rights = NULL;
	json_t *check = json_object(), *all;

	policy_texts(req, doc, texts);
	all = tests_run(req, doc, texts, &rights, &fault);
	if (all)
		tests_put(check, all, file);
	else
		json_object_set_new(check, "fault", policy_fault(req, &fault));
	json_object_set_new(doc, "check", check);
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

/* A text that is not there, of a file that goes or comes, is empty. */
static const char *
text_of(json_t *file, const char *which)
{
	const char *text = json_string_value(json_object_get(file, which));

	return text ? text : "";
}

static json_t *
lines(struct bf_req *req, json_t *file)
{
	json_t *found = bf_diff_lines(
		req, text_of(file, "force_text"), text_of(file, "text"));
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

void
policy_change_put(struct bf_req *req, json_t *doc)
{
	json_t *one = json_pack("{s:[{s:O, s:O}]}", "files", "text",
		json_object_get(doc, "text"), "force_text",
		json_object_get(doc, "force_text"));

	policy_changes(req, one);
	json_object_update(doc, one);
	json_decref(one);
}
