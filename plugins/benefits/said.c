/* Tells rules, questions and outcomes as documents for pages. */
#include "benefits.h"
#include <belfort/workshop.h>
#include <string.h>

#define BIT(n) ((uint64_t)1 << (n))
#define STRETCHES_MOST 8
#define MATTERS_SHOWN 3 /* rights that are named with a question */

json_t *
benefits_day(struct bf_req *req, int32_t day)
{
	if (day <= BF_RIGHT_EVER_FROM || day >= BF_RIGHT_EVER_UNTIL)
		return json_null();
	return json_string(bf_right_day_text(bf_arena(req), day));
}

/* {WORD: true}, for templates; {} where there is no word. */
static json_t *
flag(const char *word)
{
	return word ? json_pack("{s:b}", word, 1) : json_object();
}

/* What a rule reads, by itself and by the rights that it asks. */
static json_t *
facts_json(struct bf_req *req, const struct bf_rights_held *set, uint64_t which)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < set->fact_count; i++)
		if (which & BIT(i))
			json_array_append_new(list,
				json_pack("{s:o, s:s, s:b}", "title",
					benefits_text(req, set->facts[i].title),
					"source", set->facts[i].source, "first",
					json_array_size(list) == 0));
	return list;
}

static json_t *
source_json(const struct bf_right_source *source)
{
	static const char *const sure[] = { [BF_RIGHT_HIGH] = "high",
		[BF_RIGHT_MEDIUM] = "medium",
		[BF_RIGHT_LOW] = "low" };

	if (source->text == NULL)
		return json_null();
	return json_pack("{s:s, s:s?, s:o}", "text", source->text, "url",
		source->url, "sure", flag(sure[source->sure]));
}

json_t *
benefits_rule(struct bf_req *req, const struct bf_rights_held *set, int rule)
{
	static const char *const granting[] = {
		[BF_RIGHT_AUTOMATIC] = "automatic",
		[BF_RIGHT_REQUEST] = "request",
		[BF_RIGHT_REFERRAL] = "referral"
	};
	const struct bf_right_rule *r = &set->rules[rule];

	return json_pack("{s:s, s:o, s:o, s:o, s:b, s:o, s:o, s:s?, s:s?, s:o, "
			 "s:o, s:i, s:b}",
		"code", r->code, "title", benefits_text(req, r->title), "help",
		benefits_text(req, r->help), "how", benefits_text(req, r->how),
		"city", r->city, "granting", flag(granting[r->granting]),
		"competent", benefits_text(req, r->competent), "address",
		r->address, "link", r->link, "source", source_json(&r->source),
		"reads", facts_json(req, set, r->reads), "version",
		set->version, "stopped", set->stopped[rule]);
}

/* {"nothing", "low", "high", "same", "to", "is": {"benefit"}, "per": {"year"}};
 * NOTHING: of a price that is 0; TO: it may be nothing at all. */
static json_t *
amount_json(const struct bf_right_rule *rule, const struct bf_right_outcome *o)
{
	static const char *const kinds[] = { [BF_RIGHT_BENEFIT] = "benefit",
		[BF_RIGHT_DISCOUNT] = "discount",
		[BF_RIGHT_PRICE] = "price" };
	static const char *const periods[] = { [BF_RIGHT_DAY] = "day",
		[BF_RIGHT_WEEK] = "week",
		[BF_RIGHT_MONTH] = "month",
		[BF_RIGHT_QUARTER] = "quarter",
		[BF_RIGHT_YEAR] = "year",
		[BF_RIGHT_ONCE] = "once" };

	if (!rule->has_amount || o->state == BF_RIGHT_NO)
		return json_null();
	return json_pack("{s:b, s:I, s:I, s:b, s:b, s:o, s:o}", "nothing",
		o->high == 0, "low", (json_int_t)o->low, "high",
		(json_int_t)o->high, "same", o->low == o->high, "to",
		o->low < o->high && o->low <= 0, "is",
		flag(kinds[rule->amount_is]), "per",
		flag(periods[rule->period]));
}

json_t *
benefits_looked_up(struct bf_req *req, const struct bf_right_outcome *o)
{
	return o->figures.text && o->figures_from <= o->figures_until
		? benefits_day(req, o->figures_until)
		: json_null();
}

/* A sentence begins with a capital. */
static const char *
capital(struct bf_arena *arena, const char *text)
{
	char *out = bf_strdup(arena, text);

	if (*out >= 'a' && *out <= 'z')
		*out = (char)(*out - 'a' + 'A');
	return out;
}

/* {"value", "from", "to"} of FACT from LOW to HIGH; FROM or TO is null where it
 * is all that it can be. */
static json_t *
between_json(struct bf_req *req, const struct bf_rights_held *set, int fact,
	int64_t low, int64_t high)
{
	const struct bf_right_fact *f = &set->facts[fact];
	struct bf_arena *arena = bf_arena(req);

	return json_pack("{s:s, s:s?, s:s?}", "value",
		bf_printf(arena, "%lld.%02d" BENEFITS_TO "%lld.%02d",
			(long long)(low / 100), (int)(low % 100),
			(long long)(high / 100), (int)(high % 100)),
		"from",
		low == f->low ? NULL
			      : bf_right_value(arena, set->rights, fact, low,
				      bf_lang(req)),
		"to",
		high == f->high ? NULL
				: bf_right_value(arena, set->rights, fact, high,
					bf_lang(req)));
}

static json_t *
answer_json(
	struct bf_req *req, const struct benefits_answers *answers, int fact)
{
	const struct bf_rights_held *set = answers->set;
	bool unknown = strcmp(answers->text[fact], BENEFITS_UNKNOWN) == 0;

	const struct bf_right_known *known = &answers->known[fact];

	return json_pack("{s:s, s:o, s:b, s:s?, s:o}", "name",
		set->facts[fact].name, "title",
		benefits_text(req, set->facts[fact].title), "unknown", unknown,
		"value",
		known->low < known->high
			? NULL
			: bf_right_value(bf_arena(req), set->rights, fact,
				known->low, bf_lang(req)),
		"between",
		unknown || known->low == known->high
			? json_null()
			: between_json(
				req, set, fact, known->low, known->high));
}

static json_t *
answers_json(struct bf_req *req, const struct benefits_answers *answers,
	uint64_t which)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < answers->count; i++)
		if (which & BIT(answers->order[i]))
			json_array_append_new(list,
				answer_json(req, answers, answers->order[i]));
	return list;
}

json_t *
benefits_answered(struct bf_req *req, const struct benefits_answers *answers)
{
	return answers_json(req, answers, UINT64_MAX);
}

/* The outcome as a sentence, which says whether its figures are confirmed; of
 * one that is stopped, only whether who wrote them looked them up. */
static const char *
sentence(struct bf_req *req, const struct bf_rights_held *set,
	const struct bf_right_outcome *outcomes, int rule)
{
	struct bf_right_outcome said = outcomes[rule];
	bool looked_up = said.confirmed;

	said.confirmed = bf_rights_stand(set, outcomes, rule)
		|| said.figures.text == NULL
		|| (looked_up && bf_rights_stopped(set, outcomes, rule));
	return capital(bf_arena(req),
		bf_right_sentence(
			bf_arena(req), set->rights, &said, bf_lang(req)));
}

json_t *
benefits_outcome(struct bf_req *req, const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes, int rule)
{
	static const char *const states[] = { [BF_RIGHT_NO] = "no",
		[BF_RIGHT_YES] = "yes",
		[BF_RIGHT_OPEN] = "open",
		[BF_RIGHT_NOT_HELD] = NULL };
	const struct bf_rights_held *set = answers->set;
	const struct bf_right_outcome *o = &outcomes[rule];
	bool confirmed = bf_rights_stand(set, outcomes, rule);
	json_t *doc = benefits_rule(req, set, rule);
	json_t *more = json_pack(
		"{s:o, s:o, s:o, s:s, s:b, s:o, s:o, s:o, s:o, s:o, s:o}",
		"state", flag(states[o->state]), "reasons",
		bf_right_steps(bf_arena(req), set->rights, o, bf_lang(req)),
		"amount", amount_json(&set->rules[rule], o), "sentence",
		sentence(req, set, outcomes, rule), "confirmed", confirmed,
		"from",
		o->figures.text ? benefits_day(req, o->figures_from)
				: json_null(),
		"oldest",
		o->figures_oldest < o->figures_from
			? benefits_day(req, o->figures_oldest)
			: json_null(),
		"until",
		o->figures_until < set->day ? benefits_looked_up(req, o)
					    : json_null(),
		"figures", source_json(&o->figures), "used",
		answers_json(req, answers, o->used), "lacks",
		facts_json(req, set, o->lacks));

	json_object_update(doc, more);
	json_decref(more);
	return doc;
}

/* What is certain by rules that nobody confirmed is only likely; what is open
 * waits for an answer, or for somebody who looks at it. */
static const struct group {
	const char *name;
	enum bf_right_state state;
	bool confirmed, asks;
} groups[] = {
	{ "yes", BF_RIGHT_YES, .confirmed = true },
	{ "likely", BF_RIGHT_YES },
	{ "open", BF_RIGHT_OPEN, .asks = true },
	{ "inquiry", BF_RIGHT_OPEN },
	{ "unlikely", BF_RIGHT_NO },
	{ "no", BF_RIGHT_NO, .confirmed = true },
};

static bool
is_in(const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes, const struct group *group,
	int rule)
{
	const struct bf_right_outcome *o = &outcomes[rule];

	if (o->state != group->state)
		return false;
	if (o->state == BF_RIGHT_OPEN)
		return ((o->lacks & answers->asks) != 0) == group->asks;
	return bf_rights_stand(answers->set, outcomes, rule)
		== group->confirmed;
}

/* Those of GROUP, of the city itself or not. */
static void
group_add(struct bf_req *req, const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes, const struct group *group,
	bool city, json_t *list)
{
	const struct bf_rights_held *set = answers->set;
	int i;

	for (i = 0; i < (int)set->rule_count; i++)
		if (set->rules[i].city == city
			&& is_in(answers, outcomes, group, i))
			json_array_append_new(list,
				benefits_outcome(req, answers, outcomes, i));
}

json_t *
benefits_outcomes(struct bf_req *req, const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes)
{
	json_t *doc = json_object(), *rows;
	size_t i;

	for (i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		rows = json_array();
		group_add(req, answers, outcomes, &groups[i], true, rows);
		group_add(req, answers, outcomes, &groups[i], false, rows);
		json_object_set_new(doc, groups[i].name,
			json_array_size(rows) ? json_pack("{s:O}", "rows", rows)
					      : json_null());
		json_decref(rows);
	}
	return doc;
}

static json_t *
choices_json(struct bf_req *req, const struct bf_right_fact *fact)
{
	json_t *list = json_array();
	int64_t i;

	for (i = 0; fact->kind == BF_RIGHT_CHOICE && i <= fact->high; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s}", "code", fact->choices[i].code,
				"title",
				capital(bf_arena(req),
					bf_right_said(
						req, fact->choices[i].title))));
	return list;
}

/* The first rights that FACT matters to, and how many more there are; null
 * where there is none. */
static json_t *
matters_json(struct bf_req *req, const struct bf_rights_held *set,
	const struct bf_right_outcome *outcomes, int fact)
{
	json_t *rows = json_array();
	size_t i;
	int n = 0;

	for (i = 0; i < set->rule_count; i++)
		if ((outcomes[i].lacks & BIT(fact)) && n++ < MATTERS_SHOWN)
			json_array_append_new(rows,
				json_pack("{s:o, s:b}", "title",
					benefits_text(req, set->rules[i].title),
					"first", n == 1));
	if (n == 0) {
		json_decref(rows);
		return json_null();
	}
	return json_pack("{s:o, s:o}", "rows", rows, "more",
		n > MATTERS_SHOWN ? json_integer(n - MATTERS_SHOWN)
				  : json_null());
}

/* Between which amounts FACT can lie, for who does not know it exactly; null
 * where that is no choice. */
static json_t *
stretches_json(
	struct bf_req *req, const struct benefits_answers *answers, int fact)
{
	const struct bf_rights_held *set = answers->set;
	int64_t starts[STRETCHES_MOST + 1];
	json_t *rows = json_array();
	size_t n = 0, i;

	if (set->facts[fact].kind == BF_RIGHT_EURO)
		n = bf_rights_stretches(set->rights, set->day, answers->known,
			fact, starts, STRETCHES_MOST);
	starts[n] = set->facts[fact].high + 1;
	for (i = 0; i < n && n > 1; i++)
		json_array_append_new(rows,
			between_json(
				req, set, fact, starts[i], starts[i + 1] - 1));
	if (n > 1)
		return json_pack("{s:o}", "rows", rows);
	json_decref(rows);
	return json_null();
}

json_t *
benefits_question(struct bf_req *req, const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes, int fact)
{
	const struct bf_rights_held *set = answers->set;
	static const char *const kinds[] = { [BF_RIGHT_YESNO] = "yesno",
		[BF_RIGHT_COUNT] = "count",
		[BF_RIGHT_EURO] = "euro",
		[BF_RIGHT_DATE] = "date",
		[BF_RIGHT_CHOICE] = "choice" };
	const struct bf_right_fact *f = &set->facts[fact];

	return json_pack("{s:s, s:b, s:o, s:o, s:o, s:o, s:I, s:I, s:o, s:o}",
		"name", f->name, "types",
		f->kind != BF_RIGHT_YESNO && f->kind != BF_RIGHT_CHOICE,
		"question", benefits_text(req, f->question), "help",
		benefits_text(req, f->help), "is", flag(kinds[f->kind]),
		"choices", choices_json(req, f), "low", (json_int_t)f->low,
		"high", (json_int_t)f->high, "matters",
		matters_json(req, set, outcomes, fact), "stretches",
		stretches_json(req, answers, fact));
}
