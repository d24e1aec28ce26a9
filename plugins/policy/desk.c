/* The drafts that there are, by what happens to them next; and a new one. */
#include "own.h"
#include <string.h>

const struct bf_query policy_desk = { "policy.desk", "session voor" };
const struct bf_query policy_new_query = { "policy.new_page", "session" };
const struct bf_query policy_news = { "policy.draft_new",
	"session titel bestand", .writes = true };
const struct bf_query policy_in_force = { "policy.benefits_in_force", "" };
const struct bf_query policy_version_texts = { "policy.benefits_texts",
	"version" };

const struct bf_kind policy_no_such_file = { "no_such_file", 422,
	BF_N("Choose one of the files that are in force.") };

/* Of what is over a page shows a share. */
const struct bf_field policy_desk_asked[] = {
	{ "voor", BF_INT, .min = 1, .max = 1000000000000,
		.label = BF_N("Before which draft") },
	{ 0 },
};

/* A page that leads here may have chosen already. */
const struct bf_field policy_new_asked[] = {
	{ "bestand", BF_TEXT, .max = 300,
		.label = BF_N("What you want to change") },
	{ 0 },
};

const struct bf_field policy_new_given[] = {
	{ "bestand", BF_TEXT, .required = true, .max = 300,
		.label = BF_N("What you want to change") },
	{ "titel", BF_TEXT, .required = true, .min = 3, .max = 200,
		.label = BF_N("What it is called") },
	{ 0 },
};

/* The titles of the rights in file NAME, with commas between; NULL: none. */
static const char *
titles(struct bf_req *req, const struct bf_rights_held *set, const char *name)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	const char *title, *last = "";
	size_t i;

	for (i = 0; i < set->rule_count; i++) {
		title = bf_right_said(req, set->rules[i].title);
		if (strcmp(set->rules[i].file, name) != 0
			|| strcmp(last, title) == 0)
			continue;
		bf_put_fmt(out, "%s%s", *last ? ", " : "", title);
		last = title;
	}
	return *last ? out->data : NULL;
}

/* What people call the rules of the budget; another file has its name only. */
static const char *
budget_title(struct bf_req *req, const char *name)
{
	static const struct {
		const char *name, *title;
	} files[] = {
		{ "categorieen.lua", BF_N("The categories themselves") },
		{ "doelen.lua", BF_N("By objective") },
		{ "domeinen.lua", BF_N("By policy domain") },
		{ "rekeningen.lua", BF_N("By account") },
	};
	size_t i;

	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (strcmp(files[i].name, name) == 0)
			return bf_tr(req, files[i].title);
	return NULL;
}

static void
choices_put(struct bf_req *req, json_t *files, const char *feature,
	const struct bf_rights_held *set)
{
	const char *chosen = bf_value(req, "bestand"), *name, *value;
	json_t *file;
	size_t i;

	json_array_foreach (files, i, file) {
		name = json_string_value(json_object_get(file, "name"));
		value = bf_printf(bf_arena(req), "%s/%s", feature, name);
		json_object_set_new(file, "value", json_string(value));
		json_object_set_new(file, "chosen",
			json_boolean(chosen && strcmp(chosen, value) == 0));
		json_object_set_new(file, "title",
			json_pack("s?",
				set ? titles(req, set, name)
				    : budget_title(req, name)));
	}
}

static bool
new_doc(struct bf_req *req, json_t **doc)
{
	struct bf_rights_held set;

	if (!bf_query_json(req, &policy_new_query, doc)
		|| !bf_rights_hold(
			req, &policy_in_force, &policy_version_texts, &set))
		return false;
	choices_put(req, json_object_get(*doc, "benefits"), "benefits", &set);
	choices_put(req, json_object_get(*doc, "budget"), "budget", NULL);
	return true;
}

bool
policy_new_page(struct bf_req *req)
{
	json_t *doc;

	return new_doc(req, &doc) && bf_show_json(req, json_incref(doc));
}

/* Straight to the amounts: who wants the text finds it there. */
bool
policy_new(struct bf_req *req)
{
	struct bf_buf *where = bf_buf_new(bf_arena(req), 0);
	const char *name;
	json_t *doc;

	if (!bf_query_json(req, &policy_news, &doc))
		return false;
	name = json_string_value(json_object_get(doc, "name"));
	bf_put_str(where,
		json_is_true(json_object_get(doc, "is_benefits")) ? "bedragen/"
								  : "tekst/");
	bf_put_url(where, name, strlen(name));
	return bf_see_other(req, "%s/%lld/%s", bf_mount_named(req, "beleid"),
		(long long)json_integer_value(json_object_get(doc, "id")),
		where->data);
}
