/* The rules for everybody: what holds, what comes, what is over; each rule with
 * its text, its amounts through time, and how it came to be.
 */
#include "own.h"
#include <string.h>

const struct bf_query policy_told_all = { "policy.in_force", "voor" };
const struct bf_query policy_rule_page = { "policy.rule_page", "code versie" };
const struct bf_query policy_draft_told = { "policy.draft_told", "id" };

const struct bf_field policy_gone_asked[] = {
	{ "voor", BF_INT, .min = 1, .max = 1000000000,
		.label = BF_N("Version of the rules") },
	{ 0 },
};

const struct bf_field policy_rule_asked[] = {
	{ "versie", BF_INT, .min = 1, .max = 1000000000,
		.label = BF_N("Version of the rules") },
	{ 0 },
};

/* --- all of them -----------------------------------------------------------
 */

/* Where a rule of the version in force stands today. */
enum when { NOW_CITY, NOW_OTHERS, LATER, OVER, WHENS };

static enum when
when(const struct bf_right_rule *rule, int32_t day)
{
	if (rule->from > day)
		return LATER;
	if (rule->until < day)
		return OVER;
	return rule->city ? NOW_CITY : NOW_OTHERS;
}

static json_t *
day_json(struct bf_req *req, int32_t day)
{
	if (day <= BF_RIGHT_EVER_FROM || day >= BF_RIGHT_EVER_UNTIL)
		return json_null();
	return json_string(bf_right_day_text(bf_arena(req), day));
}

static json_t *
row_json(struct bf_req *req, const struct bf_right_rule *rule)
{
	return json_pack("{s:s, s:s, s:o, s:o}", "code", rule->code, "title",
		bf_right_said(req, rule->title), "from",
		day_json(req, rule->from), "until", day_json(req, rule->until));
}

/* {"rows": LIST}, or null where there is nothing in it. */
static json_t *
rows_json(json_t *list)
{
	if (json_array_size(list))
		return json_pack("{s:o}", "rows", list);
	json_decref(list);
	return json_null();
}

/* Of several files with one code that is over, the last is told. */
static bool
is_told(const struct bf_rights_held *set, size_t i)
{
	return i + 1 == set->rule_count
		|| strcmp(set->rules[i].code, set->rules[i + 1].code) != 0
		|| set->rules[i + 1].from > set->day;
}

bool
policy_reader(struct bf_req *req)
{
	static const char *const names[WHENS] = { "city", "others", "later",
		"over" };
	json_t *doc, *lists[WHENS];
	struct bf_rights_held set;
	size_t i;

	if (!bf_query_json(req, &policy_told_all, &doc)
		|| !bf_rights_hold(
			req, &policy_in_force, &policy_version_texts, &set))
		return false;
	for (i = 0; i < WHENS; i++)
		lists[i] = json_array();
	for (i = 0; set.rights && i < set.rule_count; i++)
		if (is_told(&set, i))
			json_array_append_new(
				lists[when(&set.rules[i], set.day)],
				row_json(req, &set.rules[i]));
	for (i = 0; i < WHENS; i++)
		json_object_set_new(doc, names[i], rows_json(lists[i]));
	return bf_show_json(req, json_incref(doc));
}

/* --- one of them -----------------------------------------------------------
 */

struct shown {
	struct bf_req *req;
	const struct bf_rights *rights; /* NULL: these texts do not load */
	const struct bf_right_rule *rules;
	size_t rule_count;
	const char *code;
	int32_t day;
};

static json_t *
source_json(const struct bf_right_source *source)
{
	static const char *const sure[] = { [BF_RIGHT_NOT_SAID] = NULL,
		[BF_RIGHT_HIGH] = "high",
		[BF_RIGHT_MEDIUM] = "medium",
		[BF_RIGHT_LOW] = "low" };

	if (source->text == NULL)
		return json_null();
	return json_pack("{s:s, s:s?, s:o}", "text", source->text, "url",
		source->url, "sure", policy_flag(sure[source->sure]));
}

static json_t *
lines_json(struct bf_req *req, const char *text)
{
	json_t *marks = bf_lua_marks(req, text), *lines = json_array(), *parts;
	size_t i;

	json_array_foreach (marks, i, parts)
		json_array_append_new(lines,
			json_pack("{s:i, s:O, s:n, s:n}", "nr", (int)i + 1,
				"parts", parts, "wrong", "said"));
	json_decref(marks);
	return lines;
}

/* The rule with the code that file NAME holds, or -1. */
static int
rule_in(const struct shown *s, const char *name)
{
	size_t i;

	for (i = 0; s->rights && i < s->rule_count; i++)
		if (strcmp(s->rules[i].code, s->code) == 0
			&& strcmp(s->rules[i].file, name) == 0)
			return (int)i;
	return -1;
}

static json_t *
file_json(const struct shown *s, const struct bf_right_file *file)
{
	int rule = rule_in(s, file->name);
	const struct bf_right_rule *r = rule < 0 ? NULL : &s->rules[rule];
	json_t *out = json_pack("{s:s, s:o, s:s, s:o}", "name", file->name,
		       "anchor", json_sprintf("%s-", file->name), "text",
		       file->text, "lines", lines_json(s->req, file->text)),
	       *amounts;

	if (r == NULL)
		return out;
	json_object_set_new(out, "from", day_json(s->req, r->from));
	json_object_set_new(out, "until", day_json(s->req, r->until));
	json_object_set_new(out, "source", source_json(&r->source));
	amounts = policy_through_time(
		s->req, bf_rights_amounts(s->req, s->rights, rule), s->day);
	json_object_set_new(
		out, "has_amounts", json_boolean(json_array_size(amounts) > 0));
	json_object_set_new(out, "amounts", amounts);
	return out;
}

static json_t *
files_json(const struct shown *s, const struct policy_texts *texts,
	const json_t *names)
{
	json_t *list = json_array(), *name;
	size_t i, at;

	json_array_foreach (names, i, name) {
		at = policy_texts_find(texts, json_string_value(name));
		if (at < texts->count)
			json_array_append_new(
				list, file_json(s, &texts->files[at]));
	}
	return list;
}

/* The code as a row with its title, for a link. */
static void
code_add(const struct shown *s, const char *code, json_t *list)
{
	size_t i;

	for (i = 0; i < s->rule_count; i++)
		if (strcmp(s->rules[i].code, code) == 0)
			break;
	if (i < s->rule_count)
		json_array_append_new(list, row_json(s->req, &s->rules[i]));
}

/* Member WHAT of USES, which are codes or objects with one, as rows. */
static json_t *
codes_json(const struct shown *s, json_t *uses, const char *what)
{
	json_t *list = json_array(), *use;
	const char *code, *last = "";
	size_t i;

	json_array_foreach (json_object_get(uses, what), i, use) {
		code = json_string_value(json_is_object(use)
				? json_object_get(use, "code")
				: use);
		if (strcmp(code, last) != 0)
			code_add(s, code, list);
		last = code;
	}
	return rows_json(list);
}

static void
uses_put(const struct shown *s, int rule, json_t *doc)
{
	static const char *const whats[] = { "asks", "asked_by", "shares" };
	json_t *uses = bf_rights_uses(s->req, s->rights, rule);
	size_t i;

	for (i = 0; i < sizeof(whats) / sizeof(whats[0]); i++)
		json_object_set_new(
			doc, whats[i], codes_json(s, uses, whats[i]));
	json_decref(uses);
}

/* The rule of the day, else the last one with that code; -1: none. */
static int
rule_of(const struct shown *s)
{
	int rule = s->rights ? bf_rights_rule(s->rights, s->code, s->day) : -1;
	size_t i;

	for (i = 0; rule < 0 && s->rights && i < s->rule_count; i++)
		if (strcmp(s->rules[i].code, s->code) == 0)
			rule = (int)i;
	return rule;
}

static void
rule_put(const struct shown *s, json_t *doc)
{
	int rule = rule_of(s);
	const struct bf_right_rule *r;

	json_object_set_new(doc, "loads", json_boolean(rule >= 0));
	json_object_set_new(doc, "title",
		json_string(rule < 0
				? s->code
				: bf_right_said(s->req, s->rules[rule].title)));
	if (rule < 0)
		return;
	r = &s->rules[rule];
	json_object_set_new(
		doc, "help", json_pack("s?", bf_right_said(s->req, r->help)));
	json_object_set_new(doc, "city", json_boolean(r->city));
	json_object_set_new(doc, "competent",
		json_pack("s?", bf_right_said(s->req, r->competent)));
	json_object_set_new(doc, "source", source_json(&r->source));
	json_object_set_new(doc, "held",
		json_boolean(r->from <= s->day && s->day <= r->until));
	uses_put(s, rule, doc);
}

/* The version in force is loaded already; another one is, for this page. */
static bool
shown_find(struct shown *s, json_t *doc, const struct policy_texts *texts)
{
	struct bf_right_fault fault;
	struct bf_rights_held set;

	if (!bf_rights_hold(
		    s->req, &policy_in_force, &policy_version_texts, &set))
		return false;
	s->rights = set.rights;
	if (!json_is_true(json_object_get(doc, "now")))
		s->rights = policy_texts_load(s->req, texts, &fault);
	s->rules = s->rights ? bf_rights_rules(s->rights, &s->rule_count)
			     : NULL;
	return true;
}

bool
policy_rule(struct bf_req *req)
{
	struct shown s = {
		.req = req, .code = bf_arg(req, "code"), .day = policy_today()
	};
	struct policy_texts *texts = bf_alloc(bf_arena(req), sizeof(*texts));
	json_t *doc;

	if (!bf_query_json(req, &policy_rule_page, &doc))
		return false;
	policy_texts(req, doc, texts);
	if (!shown_find(&s, doc, texts))
		return false;
	rule_put(&s, doc);
	json_object_set_new(doc, "files",
		files_json(&s, texts, json_object_get(doc, "names")));
	return bf_show_json(req, json_incref(doc));
}

/* --- what is not in force yet ----------------------------------------------
 */

static bool
is_in(const json_t *names, const char *name)
{
	json_t *one;
	size_t i;

	json_array_foreach (names, i, one)
		if (strcmp(json_string_value(one), name) == 0)
			return true;
	return false;
}

/* The rights in force that the files of a draft are about. */
static bool
about_put(struct bf_req *req, json_t *doc)
{
	json_t *names = json_object_get(doc, "names"), *list = json_array();
	struct bf_rights_held set;
	const char *last = "";
	size_t i;

	if (!bf_rights_hold(
		    req, &policy_in_force, &policy_version_texts, &set)) {
		json_decref(list);
		return false;
	}
	for (i = 0; set.rights && i < set.rule_count; i++) {
		if (!is_in(names, set.rules[i].file)
			|| strcmp(set.rules[i].code, last) == 0)
			continue;
		last = set.rules[i].code;
		json_array_append_new(list, row_json(req, &set.rules[i]));
	}
	json_object_set_new(doc, "about", rows_json(list));
	return true;
}

bool
policy_told(struct bf_req *req)
{
	json_t *doc;

	if (!bf_query_json(req, &policy_draft_told, &doc))
		return false;
	policy_changes(req, doc);
	if (!json_is_true(json_object_get(doc, "is_budget"))
		&& !about_put(req, doc))
		return false;
	return bf_show_json(req, json_incref(doc));
}
