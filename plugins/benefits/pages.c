/* The pages for residents: what there is, one right, one question at a time. */
#include "benefits.h"
#include <string.h>

#define LEFT_MOST 5 /* more questions than that are not announced */

static json_t *
today(struct bf_req *req, const struct bf_rights_held *set)
{
	return json_pack("{s:s, s:o}", "day",
		bf_right_day_text(bf_arena(req), set->day), "version",
		set->rights ? json_integer(set->version) : json_null());
}

static bool
is_held(const struct bf_rights_held *set, size_t rule)
{
	return set->rules[rule].from <= set->day
		&& set->day <= set->rules[rule].until;
}

/* The rights of today, of the city itself or of others. */
static json_t *
group(struct bf_req *req, const struct bf_rights_held *set, bool city)
{
	json_t *rows = json_array();
	size_t i;

	for (i = 0; i < set->rule_count; i++)
		if (is_held(set, i) && set->rules[i].city == city)
			json_array_append_new(
				rows, benefits_rule(req, set, (int)i));
	if (json_array_size(rows))
		return json_pack("{s:o}", "rows", rows);
	json_decref(rows);
	return json_null();
}

bool
benefits_all(struct bf_req *req)
{
	struct bf_rights_held set;
	json_t *doc;

	if (!benefits_set(req, &set))
		return false;
	doc = today(req, &set);
	json_object_set_new(doc, "city", group(req, &set, true));
	json_object_set_new(doc, "others", group(req, &set, false));
	return bf_show_json(req, doc);
}

bool
benefits_start(struct bf_req *req)
{
	struct bf_rights_held set;

	return benefits_set(req, &set) && bf_show_json(req, today(req, &set));
}

/* Since when and why the rule with CODE is stopped, in DOC. */
static bool
stop_put(struct bf_req *req, const char *code, json_t *doc)
{
	json_t *stops, *stop;
	size_t i;

	if (!bf_query_json(req, &benefits_stops, &stops))
		return false;
	json_array_foreach (json_object_get(stops, "rows"), i, stop)
		if (json_is_true(json_object_get(stop, "open"))
			&& strcmp(json_string_value(
					  json_object_get(stop, "code")),
				   code)
				== 0)
			json_object_set_new(doc, "stop",
				json_pack("{s:O, s:O, s:O}", "since",
					json_object_get(stop, "since"),
					"failed",
					json_object_get(stop, "failed"),
					"reason",
					json_object_get(stop, "reason")));
	return true;
}

/* As it is for somebody of whom nothing is known. */
bool
benefits_one(struct bf_req *req)
{
	struct bf_rights_held set;
	struct benefits_answers nothing;
	struct bf_right_outcome *outcomes;
	json_t *doc;
	int rule, dropped = -1;

	if (!benefits_set(req, &set))
		return false;
	rule = set.rights
		? bf_rights_rule(set.rights, bf_arg(req, "code"), set.day)
		: -1;
	if (rule < 0)
		return bf_fail(req, &BF_NOT_FOUND, "no such right");
	benefits_answers_read(req, &set, NULL, &nothing);
	if (!benefits_answers_decide(&nothing, &outcomes, &dropped))
		return bf_fail(req, &BF_INTERNAL, "nothing known is wrong");
	doc = benefits_outcome(req, &nothing, outcomes, rule);
	json_object_update_missing(doc, today(req, &set));
	if (!set.stopped[rule] || stop_put(req, set.rules[rule].code, doc))
		return bf_show_json(req, doc);
	json_decref(doc);
	return false;
}

/* --- one question at a time ----------------------------------------------- */

struct talk {
	struct bf_req *req;
	struct bf_rights_held set;
	struct benefits_answers answers;
	struct bf_right_outcome *outcomes;
	int asked;         /* fact that is asked (again), or -1 */
	int taken;         /* fact that was answered just now, or -1 */
	bool stop;         /* show what there is */
	const char *wrong; /* with the answer, or NULL */
	const char *value; /* of the answer that is asked again, or NULL */
};

static bool
says(const struct talk *t, const char *act)
{
	const char *said = bf_value(t->req, "doe");

	return said && strcmp(said, act) == 0;
}

/* The fact that field NAME names, if it can be asked; else -1. */
static int
fact_of(const struct talk *t, const char *name)
{
	const char *said = bf_value(t->req, name);
	int fact = said ? bf_rights_fact(t->set.rights, said) : -1;

	return fact >= 0 && t->set.facts[fact].question[0] ? fact : -1;
}

static void
ask_again(struct talk *t, int fact)
{
	t->asked = fact;
	if (t->answers.text[fact]
		&& strcmp(t->answers.text[fact], BENEFITS_UNKNOWN) != 0
		&& strstr(t->answers.text[fact], BENEFITS_TO) == NULL)
		t->value = t->answers.text[fact];
	benefits_answers_drop(&t->answers, fact);
}

static void
answer_take(struct talk *t, int fact)
{
	const char *text = benefits_given(
		t->req, &t->set.facts[fact], &t->wrong);

	if (says(t, "weetniet"))
		text = BENEFITS_UNKNOWN;
	if (text && benefits_answers_put(&t->answers, fact, text)) {
		t->wrong = NULL;
		t->taken = fact;
	} else
		t->asked = fact;
}

/* What was asked of this page. */
static void
act(struct talk *t)
{
	int change = fact_of(t, "wijzig"), fact = fact_of(t, "vraag");

	if (change >= 0)
		ask_again(t, change);
	else if (says(t, "terug") && t->answers.count > 0)
		ask_again(t, t->answers.order[t->answers.count - 1]);
	else if (says(t, "toon") || says(t, "terug"))
		t->asked = fact;
	else if (says(t, "stop"))
		t->stop = true;
	else if (fact >= 0)
		answer_take(t, fact);
}

/* The outcomes of now; what was answered just now may contradict the rest. */
static bool
decide(struct talk *t)
{
	int dropped = t->taken;

	if (!benefits_answers_decide(&t->answers, &t->outcomes, &dropped))
		return bf_fail(t->req, &BF_INTERNAL, "nothing known is wrong");
	if (dropped < 0)
		return true;
	t->asked = dropped;
	if (t->taken >= 0)
		t->wrong = BF_N("This does not fit what you answered before. "
				"Look at your answers below.");
	return true;
}

/* Bit N: fact N was answered, perhaps with "I don't know". */
static uint64_t
answered(const struct benefits_answers *answers)
{
	uint64_t out = 0;
	size_t i;

	for (i = 0; i < answers->count; i++)
		out |= (uint64_t)1 << answers->order[i];
	return out;
}

/* What can still be asked, and which of it is asked now. */
static void
question_find(struct talk *t)
{
	struct bf_right_question next[BF_RIGHT_FACTS];
	size_t i, n;

	n = bf_rights_ask(t->set.rights, t->set.day, t->answers.known,
		UINT64_MAX, answered(&t->answers), next, BF_RIGHT_FACTS);
	for (i = 0; i < n; i++)
		t->answers.asks |= (uint64_t)1 << next[i].fact;
	if (t->asked < 0 && !t->stop && n > 0)
		t->asked = next[0].fact;
}

/* Questions that can come after this one. */
static int
left(const struct talk *t)
{
	uint64_t asks = t->answers.asks & ~((uint64_t)1 << t->asked);
	int n = 0;

	for (; asks; asks &= asks - 1)
		n++;
	return n;
}

/* The three fields of a day, "2001-05-30". */
static void
day_put(json_t *question, const char *value)
{
	json_object_set_new(question, "jaar", json_stringn(value, 4));
	json_object_set_new(question, "maand", json_stringn(value + 5, 2));
	json_object_set_new(question, "dag", json_stringn(value + 8, 2));
}

static void
question_put(const struct talk *t, json_t *doc)
{
	json_t *question = benefits_question(
		t->req, &t->answers, t->outcomes, t->asked);
	int n = left(t);

	if (t->value)
		json_object_set_new(question, "value", json_string(t->value));
	if (t->value && t->set.facts[t->asked].kind == BF_RIGHT_DATE)
		day_put(question, t->value);
	json_object_set_new(doc, "asking", question);
	json_object_set_new(doc, "last", json_boolean(n == 0));
	json_object_set_new(doc, "left",
		n > 0 && n <= LEFT_MOST ? json_integer(n) : json_null());
}

static json_t *
talk_json(const struct talk *t)
{
	const char *before = bf_value(t->req, "versie");
	json_t *doc = today(t->req, &t->set);

	json_object_set_new(doc, "answers",
		json_string(benefits_answers_write(&t->answers)));
	json_object_set_new(
		doc, "has_answers", json_boolean(t->answers.count > 0));
	json_object_set_new(
		doc, "answered", benefits_answered(t->req, &t->answers));
	json_object_set_new(doc, "renewed",
		json_boolean(before
			&& strcmp(before,
				   bf_printf(bf_arena(t->req), "%d",
					   t->set.version))
				!= 0));
	json_object_set_new(doc, "rights",
		benefits_outcomes(t->req, &t->answers, t->outcomes));
	json_object_set_new(doc, "done", json_boolean(t->asked < 0));
	json_object_set_new(doc, "more", json_boolean(t->answers.asks != 0));
	if (t->asked >= 0)
		question_put(t, doc);
	return doc;
}

bool
benefits_ask(struct bf_req *req)
{
	struct talk t = { .req = req, .asked = -1, .taken = -1 };

	if (!benefits_set(req, &t.set))
		return false;
	if (t.set.rights == NULL)
		return bf_fail(req, &BF_UNAVAILABLE, "no rules are in force");
	benefits_answers_read(
		req, &t.set, bf_value(req, "antwoorden"), &t.answers);
	act(&t);
	if (!decide(&t))
		return false;
	question_find(&t);
	if (t.wrong == NULL)
		return bf_show_json(req, talk_json(&t));
	(void)bf_fail_field(req, "antwoord", t.wrong);
	return bf_show_again(req, talk_json(&t));
}
