/* Questions about what no database knows, one a page: the answers travel with
 * the form until somebody sends them, and then are a case for staff.
 */
#include "grants.h"
#include "pages.h"
#include <string.h>

#define QUESTIONS 12 /* that somebody is asked at most */

const struct bf_query pages_answer_facts = { "grants.answer_facts",
	"session lang" };
const struct bf_query pages_answers_put = { "grants.answers_put",
	"session answers", .writes = true };

const struct bf_kind pages_answered_already = { "answered_already", 409,
	BF_N("Answers of your household wait already. Somebody looks at them "
	     "first.") };

const struct bf_field pages_answer[] = {
	{ "antwoorden", BF_TEXT, .max = 2000,
		.label = BF_N("What you answered before") },
	{ "vraag", BF_TEXT, .max = 60, .label = BF_N("Question") },
	{ "antwoord", BF_TEXT, .max = 40, .label = BF_N("Your answer") },
	{ "doe", BF_CHOICE, .choices = "weetniet terug toon stuur",
		.label = BF_N("What you want to do") },
	{ 0 },
};

struct talk {
	struct bf_req *req;
	struct bf_rights_held set;
	json_t *doc;
	struct bf_right_known known[BF_RIGHT_FACTS];
	int order[BF_RIGHT_FACTS];        /* facts that were answered */
	const char *text[BF_RIGHT_FACTS]; /* "?": I don't know; NULL: not yet */
	size_t count;
	int asked; /* or -1: nothing more */
	bool wrong;
};

static bool
says(const struct talk *t, const char *act)
{
	const char *said = bf_value(t->req, "doe");

	return said && strcmp(said, act) == 0;
}

/* False: TEXT is no answer to FACT. */
static bool
answer_put(struct talk *t, int fact, const char *text)
{
	if (t->text[fact] || t->count == QUESTIONS
		|| t->set.facts[fact].question[0] == NULL)
		return false;
	if (strcmp(text, "?") != 0
		&& !bf_right_read(t->set.rights, fact, text, t->known))
		return false;
	t->text[fact] = text;
	t->order[t->count++] = fact;
	return true;
}

/* "ten_laste=2 schuldhulp=?"; what is none is left out, and asked again. */
static void
answers_read(struct talk *t, const char *text)
{
	char *rest = NULL, *pair, *value;
	int fact;

	if (text == NULL)
		return;
	for (pair = strtok_r(bf_strdup(bf_arena(t->req), text), " ", &rest);
		pair; pair = strtok_r(NULL, " ", &rest)) {
		value = strchr(pair, '=');
		if (value == NULL)
			continue;
		*value++ = '\0';
		fact = bf_rights_fact(t->set.rights, pair);
		if (fact >= 0)
			(void)!answer_put(t, fact, value);
	}
}

static json_t *
answers_write(const struct talk *t)
{
	struct bf_buf *out = bf_buf_new(bf_arena(t->req), 0);
	size_t i;

	for (i = 0; i < t->count; i++)
		bf_put_fmt(out, "%s%s=%s", i ? " " : "",
			t->set.facts[t->order[i]].name, t->text[t->order[i]]);
	return json_string(t->count ? out->data : "");
}

/* The fact of this page's question, or -1. */
static int
fact_asked(const struct talk *t)
{
	const char *name = bf_value(t->req, "vraag");
	int fact = name ? bf_rights_fact(t->set.rights, name) : -1;

	return fact >= 0 && t->set.facts[fact].question[0] ? fact : -1;
}

static void
answer_take(struct talk *t, int fact)
{
	const char *text = bf_value(t->req, "antwoord");

	if (says(t, "weetniet"))
		text = "?";
	else if (text)
		text = bf_right_typed(
			bf_arena(t->req), &t->set.facts[fact], text);
	if (text && answer_put(t, fact, text))
		return;
	t->wrong = true;
	t->asked = fact;
}

/* The last answer is asked again. */
static void
back(struct talk *t)
{
	int fact = t->order[--t->count];

	t->text[fact] = NULL;
	t->asked = fact;
}

/* --- what to ask ---------------------------------------------------------- */

static bool
is_askable(const struct talk *t, int fact)
{
	return fact >= 0 && t->text[fact] == NULL
		&& t->set.facts[fact].question[0] && !t->set.facts[fact].person
		&& t->known[fact].low < t->known[fact].high;
}

/* The rights of the city that are open by what is known and was answered. */
static bool
open_rights(struct talk *t, uint64_t *wanted)
{
	struct bf_right_outcome *o;
	size_t i;
	int wrong;

	*wanted = 0;
	if (!bf_rights_decide(bf_arena(t->req), t->set.rights, t->set.day,
		    t->known, &o, &wrong))
		return false;
	for (i = 0; i < t->set.rule_count; i++)
		if (t->set.rules[i].city && !t->set.rules[i].person
			&& (o[i].state == BF_RIGHT_OPEN
				|| (o[i].state == BF_RIGHT_YES
					&& o[i].low < o[i].high)))
			*wanted |= (uint64_t)1 << i;
	return true;
}

/* Bit N: nobody is asked about fact N. */
static uint64_t
closed(const struct talk *t)
{
	uint64_t out = 0;
	size_t i;

	for (i = 0; i < t->set.fact_count; i++)
		if (!is_askable(t, (int)i))
			out |= (uint64_t)1 << i;
	return out;
}

/* What the invitation asks, then what settles the most. */
static int
next(struct talk *t)
{
	struct bf_right_question found;
	json_t *name;
	uint64_t wanted;
	size_t i;

	if (!open_rights(t, &wanted) || wanted == 0 || t->count == QUESTIONS)
		return -1;
	json_array_foreach (json_object_get(t->doc, "first"), i, name) {
		int fact = bf_rights_fact(
			t->set.rights, json_string_value(name));

		if (is_askable(t, fact))
			return fact;
	}
	return bf_rights_ask(t->set.rights, t->set.day, t->known, wanted,
		       closed(t), &found, 1)
		? found.fact
		: -1;
}

/* --- as a page ------------------------------------------------------------ */

static json_t *
choices(const struct talk *t, const struct bf_right_fact *f)
{
	json_t *list = json_array();
	int64_t i;

	for (i = 0; f->kind == BF_RIGHT_CHOICE && i <= f->high; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s}", "code", f->choices[i].code,
				"title",
				pages_text(t->req, f->choices[i].title)));
	return list;
}

static json_t *
question(const struct talk *t, int fact)
{
	static const char *const kinds[] = { [BF_RIGHT_YESNO] = "yesno",
		[BF_RIGHT_COUNT] = "count",
		[BF_RIGHT_EURO] = "euro",
		[BF_RIGHT_DATE] = "date",
		[BF_RIGHT_CHOICE] = "choice" };
	const struct bf_right_fact *f = &t->set.facts[fact];

	return json_pack("{s:s, s:s, s:s?, s:{s:b}, s:b, s:o, s:I, s:I}",
		"name", f->name, "question", pages_text(t->req, f->question),
		"help", pages_text(t->req, f->help), "is", kinds[f->kind], 1,
		"types",
		f->kind != BF_RIGHT_YESNO && f->kind != BF_RIGHT_CHOICE,
		"choices", choices(t, f), "low", (json_int_t)f->low, "high",
		(json_int_t)f->high);
}

/* {"fact", "low", "high"} of what was answered, and what that is in words. */
static json_t *
answered(const struct talk *t)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < t->count; i++) {
		int fact = t->order[i];

		if (strcmp(t->text[fact], "?") != 0)
			json_array_append_new(list,
				json_pack("{s:s, s:I, s:I}", "fact",
					t->set.facts[fact].name, "low",
					(json_int_t)t->known[fact].low, "high",
					(json_int_t)t->known[fact].high));
	}
	return list;
}

static json_t *
talk_json(struct talk *t)
{
	json_t *list = answered(t);
	bool some = json_array_size(list) > 0;
	json_t *doc = json_pack("{s:O, s:O, s:O, s:o, s:b, s:b, s:o, s:o, s:b}",
		"known", json_object_get(t->doc, "known"), "leads",
		json_object_get(t->doc, "leads"), "waits",
		json_object_get(t->doc, "waits"), "answers", answers_write(t),
		"has_answers", t->count > 0, "done", t->asked < 0, "asking",
		t->asked < 0 ? json_null() : question(t, t->asked), "answered",
		list, "has_answered", some);

	pages_facts(t->req, &t->set, doc, "answered");
	return doc;
}

static bool
send(struct talk *t)
{
	json_t *list = answered(t);
	size_t len = json_dumpb(list, NULL, 0, JSON_COMPACT);
	char *text = bf_alloc(bf_arena(t->req), len + 1);
	bool some = json_array_size(list) > 0;

	json_dumpb(list, text, len, JSON_COMPACT);
	json_decref(list);
	bf_set(t->req, "answers", text);
	return (!some || bf_query(t->req, &pages_answers_put, NULL))
		&& bf_see_other(t->req, "%s?gedaan=%s", bf_mount(t->req),
			some ? "geantwoord" : "niets");
}

bool
grants_ask(struct bf_req *req)
{
	struct talk t = { .req = req, .asked = -1 };
	int fact;

	if (!bf_query_json(req, &pages_answer_facts, &t.doc)
		|| !pages_set(req, &t.set))
		return false;
	if (t.set.rights == NULL)
		return bf_fail(req, &BF_UNAVAILABLE, "no rules are in force");
	grants_known(&t.set, json_object_get(t.doc, "facts"), NULL, t.known);
	answers_read(&t, bf_value(req, "antwoorden"));
	if (says(&t, "stuur"))
		return send(&t);
	fact = fact_asked(&t);
	if (says(&t, "terug") && t.count > 0)
		back(&t);
	else if (says(&t, "toon"))
		t.asked = fact;
	else if (fact >= 0 && !says(&t, "terug"))
		answer_take(&t, fact);
	if (t.asked < 0)
		t.asked = next(&t);
	if (!t.wrong)
		return bf_show_json(req, talk_json(&t));
	(void)bf_fail_field(req, "antwoord",
		BF_N("Write it as the question asks, or choose “I don’t "
		     "know”."));
	return bf_show_again(req, talk_json(&t));
}
