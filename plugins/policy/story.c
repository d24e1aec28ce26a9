/* One invented household, and what the rules of a file say of it. */
#include "own.h"
#include <stdlib.h>
#include <string.h>

const struct bf_query policy_household_sets = { "policy.household_set",
	"session id gezin", .writes = true };

/* A field for each fact that a set can have, by its place. */
#define FACT(n) \
	{ \
		"f" #n, BF_TEXT, .max = 60, .label = BF_N("Of the household") \
	}
#define FACTS(n) \
	FACT(n##0), FACT(n##1), FACT(n##2), FACT(n##3), FACT(n##4), \
		FACT(n##5), FACT(n##6), FACT(n##7), FACT(n##8), FACT(n##9)
const struct bf_field policy_household_given[] = {
	{ "dag", BF_DAY, .label = BF_N("Day") },
	FACT(0),
	FACT(1),
	FACT(2),
	FACT(3),
	FACT(4),
	FACT(5),
	FACT(6),
	FACT(7),
	FACT(8),
	FACT(9),
	FACTS(1),
	FACTS(2),
	FACTS(3),
	FACTS(4),
	FACTS(5),
	FACT(60),
	FACT(61),
	FACT(62),
	FACT(63),
	{ 0 },
};

/* What the rules in file NAME read, also by the rights that they ask. */
static uint64_t
facts_read(const struct bf_rights *rights, const char *name)
{
	const struct bf_right_rule *rules;
	uint64_t reads = 0;
	size_t i, count;

	rules = bf_rights_rules(rights, &count);
	for (i = 0; i < count; i++)
		if (strcmp(rules[i].file, name) == 0)
			reads |= rules[i].reads;
	return reads;
}

/* The first day on which the newest amounts of file NAME hold, when that is to
 * come; else today. */
static int32_t
day_of(struct bf_req *req, const struct bf_rights *rights, const char *name)
{
	const struct bf_right_rule *rules;
	int32_t day, last = policy_today();
	size_t i, count;
	json_t *all, *newest;

	rules = bf_rights_rules(rights, &count);
	for (i = 0; i < count; i++) {
		if (strcmp(rules[i].file, name) != 0)
			continue;
		all = bf_rights_amounts(req, rights, (int)i);
		newest = json_array_get(all, json_array_size(all) - 1);
		if (newest
			&& bf_right_day(json_string_value(json_object_get(
						newest, "from")),
				&day)
			&& day > last)
			last = day;
		json_decref(all);
	}
	return last;
}

static int32_t
story_day(struct bf_req *req, json_t *doc, const struct bf_rights *rights)
{
	const char *chosen = json_string_value(
		json_object_get(json_object_get(doc, "household"), "dag"));
	int32_t day;

	if (chosen && bf_right_day(chosen, &day))
		return day;
	return day_of(
		req, rights, json_string_value(json_object_get(doc, "name")));
}

/* The place of a rule in file NAME, that of DAY when there is one; or -1. */
static int
rule_on(const struct bf_rights *rights, const char *name, int32_t day)
{
	const struct bf_right_rule *rules;
	size_t i, count;
	int found = -1;

	rules = bf_rights_rules(rights, &count);
	for (i = 0; i < count; i++)
		if (strcmp(rules[i].file, name) == 0
			&& (found < 0 || rules[i].from <= day))
			found = (int)i;
	return found;
}

/* Of the household that was invented, or of one that answers what is asked. */
static json_t *
known_of(struct bf_req *req, json_t *doc, const struct bf_rights *rights)
{
	struct policy_invention of = { rights, story_day(req, doc, rights), 0 };
	json_t *household = json_object_get(doc, "household");

	of.rule = rule_on(rights,
		json_string_value(json_object_get(doc, "name")), of.day);
	if (json_object_get(household, "known") == NULL && of.rule >= 0)
		json_object_set_new(
			household, "known", policy_invent(req, &of));
	return json_object_get(household, "known");
}

/* What is known, as people read it. */
static json_t *
known_said(struct bf_req *req, const struct bf_rights *rights, json_t *known)
{
	struct bf_right_known *each;
	const struct bf_right_fact *facts;
	json_t *out = json_array(), *value;
	const char *name;
	size_t count;
	int fact;

	facts = bf_rights_facts(rights, &count);
	each = bf_alloc(bf_arena(req), count * sizeof(*each));
	bf_right_unknown(rights, each);
	json_object_foreach (known, name, value) {
		fact = bf_rights_fact(rights, name);
		if (fact < 0 || !json_is_string(value)
			|| !bf_right_read(
				rights, fact, json_string_value(value), each))
			continue;
		json_array_append_new(out,
			json_pack("{s:s, s:s}", "title",
				bf_right_said(req, facts[fact].title), "value",
				bf_right_value(bf_arena(req), rights, fact,
					each[fact].low, bf_lang(req))));
	}
	return out;
}

/* Only the rules of this file stay. */
static json_t *
rules_of(json_t *story, const char *name)
{
	json_t *out = json_array(), *rule;
	size_t i;

	json_array_foreach (json_object_get(story, "rules"), i, rule)
		if (strcmp(json_string_value(json_object_get(rule, "file")),
			    name)
			== 0)
			json_array_append(out, rule);
	return out;
}

void
policy_story(struct bf_req *req, json_t *doc, const struct bf_rights *rights)
{
	const char *name = json_string_value(json_object_get(doc, "name"));
	json_t *known = known_of(req, doc, rights), *story, *rules, *rule;
	size_t i;

	if (facts_read(rights, name) == 0)
		return;
	story = bf_rights_story(req, rights, story_day(req, doc, rights),
		known ? known : json_object());
	rules = rules_of(story, name);
	json_array_foreach (rules, i, rule)
		json_object_set_new(rule, "has_lacks",
			json_boolean(
				json_array_size(json_object_get(rule, "lacks"))
				> 0));
	json_object_set_new(story, "rules", rules);
	json_object_set_new(story, "known", known_said(req, rights, known));
	json_object_set_new(doc, "story", story);
}

static json_t *
choices_json(
	struct bf_req *req, const struct bf_right_fact *fact, const char *now)
{
	json_t *out = json_array();
	int64_t i;

	for (i = 0; fact->choices && i <= fact->high; i++)
		json_array_append_new(out,
			json_pack("{s:s, s:s, s:b}", "code",
				fact->choices[i].code, "title",
				bf_right_said(req, fact->choices[i].title),
				"now",
				now
					&& strcmp(now, fact->choices[i].code)
						== 0));
	return out;
}

/* The name of the control that FACT needs. */
static const char *
control(const struct bf_right_fact *fact)
{
	switch (fact->kind) {
	case BF_RIGHT_YESNO:
		return "is_yesno";
	case BF_RIGHT_CHOICE:
		return "is_choice";
	case BF_RIGHT_DATE:
		return "is_date";
	default:
		return "is_number";
	}
}

static const char *
field_of(struct bf_req *req, size_t place)
{
	return bf_printf(bf_arena(req), "f%zu", place);
}

/* What was filled in just now goes before what is KNOWN. */
static json_t *
fact_json(struct bf_req *req, const struct bf_right_fact *fact, size_t place,
	const char *known)
{
	const char *typed = bf_value(req, field_of(req, place)),
		   *now = typed ? typed : known;

	return json_pack("{s:i, s:s, s:s?, s:b, s:b, s:b, s:o}", "place",
		(int)place, "title", bf_right_said(req, fact->title), "now",
		now, "yes", now && strcmp(now, "ja") == 0, "no",
		now && strcmp(now, "nee") == 0, control(fact), 1, "choices",
		choices_json(req, fact, now));
}

static void
facts_put(struct bf_req *req, json_t *doc, const struct bf_rights *rights)
{
	const struct bf_right_fact *facts;
	json_t *out = json_array(), *known = known_of(req, doc, rights);
	uint64_t reads = facts_read(
		rights, json_string_value(json_object_get(doc, "name")));
	size_t i, count;

	facts = bf_rights_facts(rights, &count);
	for (i = 0; i < count; i++)
		if (reads >> i & 1)
			json_array_append_new(out,
				fact_json(req, &facts[i], i,
					json_string_value(json_object_get(
						known, facts[i].name))));
	json_object_set_new(
		doc, "has_facts", json_boolean(json_array_size(out) > 0));
	json_object_set_new(doc, "facts", out);
	json_object_set_new(doc, "day",
		json_string(bf_right_day_text(
			bf_arena(req), story_day(req, doc, rights))));
}

bool
policy_household(struct bf_req *req)
{
	struct bf_rights *rights;
	json_t *doc;

	if (!policy_file_doc(req, &doc, &rights))
		return false;
	if (rights)
		facts_put(req, doc, rights);
	return bf_show_json(req, json_incref(doc));
}

static const char not_that[] = BF_N(
	"This cannot be. Write a number, or an amount like 1250,50.");

/* One answer into KNOWN; a comma is a point here. */
static bool
answer_take(struct bf_req *req, const struct bf_rights *rights, size_t place,
	json_t *known)
{
	size_t count;
	const struct bf_right_fact *fact = bf_rights_facts(rights, &count)
		+ place;
	struct bf_right_known *each = bf_alloc(
		bf_arena(req), (place + 1) * sizeof(*each));
	const char *field = field_of(req, place), *value = bf_value(req, field);
	char *text = bf_strdup(bf_arena(req), value ? value : ""), *comma;

	comma = strchr(text, ',');
	if (comma)
		*comma = '.';
	if (value == NULL)
		return true;
	if (!bf_right_read(rights, (int)place, text, each))
		return bf_fail_field(req, field,
			bf_printf(bf_arena(req), "%s: %s",
				bf_right_said(req, fact->title),
				bf_tr(req, not_that)));
	return json_object_set_new(known, fact->name, json_string(text)) == 0;
}

/* What was filled in, {"fact": value}; false: a value is none. */
static bool
given(struct bf_req *req, const struct bf_rights *rights, json_t *known)
{
	size_t i, count;

	(void)bf_rights_facts(rights, &count);
	for (i = 0; i < count; i++)
		if (!answer_take(req, rights, i, known))
			return false;
	return true;
}

static const char *
json_text(struct bf_req *req, json_t *doc)
{
	char *text = json_dumps(doc, JSON_COMPACT);

	bf_defer(bf_arena(req), free, text);
	return text;
}

bool
policy_household_save(struct bf_req *req)
{
	struct bf_rights *rights;
	json_t *doc, *known = json_object();

	bf_json_keep(bf_arena(req), known);
	if (!policy_file_doc(req, &doc, &rights))
		return false;
	if (rights == NULL)
		return bf_fail(req, &policy_not_good, "no rules to try");
	if (!given(req, rights, known))
		return false;
	json_object_set_new(doc, "household",
		json_pack("{s:O, s:s?}", "known", known, "dag",
			bf_value(req, "dag")));
	bf_set(req, "gezin", json_text(req, json_object_get(doc, "household")));
	return policy_do(req, &policy_household_sets,
		policy_file_path(req, "tekst", "#gezin"));
}
