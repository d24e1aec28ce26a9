/* Runs the rules of the city for one household, on each day that matters. */
#include "grants.h"
#include <string.h>

#define QUESTIONS 3 /* in an invitation at most */
#define BIT(n) ((uint64_t)1 << (n))

/* One household on one day. */
struct sight {
	struct bf_req *req;
	const struct bf_rights_held *set;
	json_t *facts; /* as they came */
	const char *day;
	int32_t date;
	json_t *out;     /* the outcomes */
	uint64_t rules;  /* to be run */
	uint64_t wanted; /* those that are open today */
	uint64_t held;   /* those that wait, because a rule is stopped */
	uint64_t loose;  /* those that nobody confirmed for today */
	struct bf_right_known asked[BF_RIGHT_FACTS]; /* of the household */
};

bool
grants_ours(const struct bf_right_rule *rule, int32_t day)
{
	return rule->city && rule->granting != BF_RIGHT_REFERRAL
		&& rule->from <= day && day <= rule->until;
}

static const char *
word(json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

/* Whether a fact about SAID, or about the household, counts for SUBJECT. */
static bool
concerns(const char *said, const char *subject)
{
	return said == NULL || (subject && strcmp(said, subject) == 0);
}

/* What FACT says of the fact at PLACE. */
static void
known_put(const struct bf_rights_held *set, struct bf_right_known *known,
	int place, json_t *fact)
{
	bf_right_narrow(&set->facts[place],
		json_integer_value(json_object_get(fact, "low")),
		json_integer_value(json_object_get(fact, "high")),
		&known[place]);
}

void
grants_known(const struct bf_rights_held *set, json_t *facts,
	const char *subject, struct bf_right_known *known)
{
	json_t *fact;
	size_t i;
	int place;

	bf_right_unknown(set->rights, known);
	json_array_foreach (facts, i, fact) {
		place = bf_rights_fact(set->rights, word(fact, "fact"));
		if (place >= 0 && concerns(word(fact, "resident"), subject))
			known_put(set, known, place, fact);
	}
}

/* --- an outcome as a document --------------------------------------------- */

static json_t *
texts_json(const char *const *texts)
{
	return json_pack("{s:s, s:s, s:s}", "nl", texts[0], "en", texts[1],
		"fr", texts[2]);
}

/* The sentence that says why, in three languages: those of figures that nobody
 * confirmed decide nothing, so it need not say that of these. */
static json_t *
motivation(const struct sight *s, const struct bf_right_outcome *o)
{
	static const char *const langs[] = { "nl", "en", "fr" };
	struct bf_right_outcome said = *o;
	const char *texts[BF_RIGHT_LANGS];
	size_t i;

	said.confirmed = true;
	for (i = 0; i < BF_RIGHT_LANGS; i++)
		texts[i] = bf_right_sentence(
			bf_arena(s->req), s->set->rights, &said, langs[i]);
	return texts_json(texts);
}

/* The names of the facts of MASK. */
static json_t *
names(const struct sight *s, uint64_t mask)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < s->set->fact_count; i++)
		if (mask & BIT(i))
			json_array_append_new(
				list, json_string(s->set->facts[i].name));
	return list;
}

/* Those of MASK as they came, each with its source and days. */
static json_t *
facts_used(const struct sight *s, const char *subject, uint64_t mask)
{
	json_t *list = json_array(), *fact;
	size_t i;
	int place;

	json_array_foreach (s->facts, i, fact) {
		place = bf_rights_fact(s->set->rights, word(fact, "fact"));
		if (place >= 0 && (mask & BIT(place))
			&& concerns(word(fact, "resident"), subject))
			json_array_append(list, fact);
	}
	return list;
}

/* Known is also how much; "yes" of an amount that is not known is open. */
static const char *
state_of(const struct bf_right_outcome *o)
{
	if (o->state == BF_RIGHT_NO)
		return "no";
	return o->state == BF_RIGHT_YES && o->low == o->high ? "yes" : "open";
}

static json_t *
outcome_json(const struct sight *s, const char *subject,
	const struct bf_right_outcome *outcomes, size_t rule)
{
	static const char *const periods[] = { "none", "day", "week", "month",
		"quarter", "year", "once" };
	static const char *const payments[] = { NULL, "transfer", "order" };
	const struct bf_right_outcome *o = &outcomes[rule];
	const struct bf_right_rule *r = &s->set->rules[rule];

	return json_pack("{s:s, s:s?, s:s, s:s, s:s, s:I, s:b, s:s, s:s, s:s?, "
			 "s:o, s:o, s:o, s:o}",
		"rule", r->code, "subject", subject, "day", s->day, "state",
		state_of(o), "granting",
		r->granting == BF_RIGHT_AUTOMATIC ? "automatic" : "request",
		"cents", (json_int_t)(r->has_amount ? o->low : 0), "stands",
		bf_rights_stand(s->set, outcomes, (int)rule), "period",
		periods[r->period], "kind", r->person ? "person" : "household",
		"payment", payments[r->payment], "title", texts_json(r->title),
		"lacks", names(s, o->lacks), "motivation", motivation(s, o),
		"facts", facts_used(s, subject, o->used));
}

/* --- running -------------------------------------------------------------- */

/* What a rule may read about SUBJECT: what contradicts it is not known. */
static bool
decide(const struct sight *s, struct bf_right_known *known,
	struct bf_right_outcome **out)
{
	int tries, wrong;

	for (tries = 0; tries <= BF_RIGHT_FACTS; tries++) {
		if (bf_rights_decide(bf_arena(s->req), s->set->rights, s->date,
			    known, out, &wrong))
			return true;
		known[wrong].low = s->set->facts[wrong].low;
		known[wrong].high = s->set->facts[wrong].high;
	}
	return bf_fail(s->req, &BF_INTERNAL, "facts that contradict a rule");
}

/* The rules about SUBJECT, or, where that is NULL, about the household. */
static bool
run(struct sight *s, const char *subject)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *outcomes;
	size_t i;

	grants_known(s->set, s->facts, subject, known);
	if (!decide(s, known, &outcomes))
		return false;
	if (subject == NULL)
		memcpy(s->asked, known, sizeof(known));
	for (i = 0; i < s->set->rule_count; i++) {
		const struct bf_right_rule *r = &s->set->rules[i];

		if (r->person != (subject != NULL) || !grants_ours(r, s->date)
			|| outcomes[i].state == BF_RIGHT_NOT_HELD)
			continue;
		if (bf_rights_stopped(s->set, outcomes, (int)i)) {
			s->held |= s->rules & BIT(i);
			continue;
		}
		if (!bf_rights_stand(s->set, outcomes, (int)i))
			s->loose |= s->rules & BIT(i);
		else if (subject == NULL && s->date == s->set->day
			&& outcomes[i].state == BF_RIGHT_OPEN)
			s->wanted |= BIT(i);
		if (s->rules & BIT(i))
			json_array_append_new(
				s->out, outcome_json(s, subject, outcomes, i));
	}
	return true;
}

static bool
day_run(struct sight *s, json_t *day)
{
	json_t *members = json_object_get(day, "members"), *who;
	size_t i;

	s->day = word(day, "day");
	s->facts = json_object_get(day, "facts");
	if (!bf_right_day(s->day, &s->date))
		return bf_fail(s->req, &BF_INTERNAL, "no day");
	if (!run(s, NULL))
		return false;
	json_array_foreach (members, i, who)
		if (!run(s, json_string_value(who)))
			return false;
	return true;
}

/* The questions that settle the most of what is open, by fact. */
static json_t *
questions(const struct sight *s)
{
	struct bf_right_question found[QUESTIONS];
	json_t *list = json_array();
	size_t n = 0, i;

	if (s->wanted)
		n = bf_rights_ask(s->set->rights, s->set->day, s->asked,
			s->wanted, 0, found, QUESTIONS);
	for (i = 0; i < n; i++)
		json_array_append_new(
			list, json_string(s->set->facts[found[i].fact].name));
	return list;
}

/* --- which rules read what changed ---------------------------------------- */

/* A hash of what RULE can read of DAY, and of the version that reads it. */
static const char *
mark_of(const struct sight *s, const struct bf_right_rule *rule, json_t *day)
{
	struct bf_buf *text = bf_buf_new(bf_arena(s->req), 0);
	json_t *fact;
	size_t i;
	int place;

	bf_put_fmt(text, "%d", s->set->version);
	json_array_foreach (json_object_get(day, "members"), i, fact)
		bf_put_fmt(text, " %s", json_string_value(fact));
	json_array_foreach (json_object_get(day, "facts"), i, fact) {
		place = bf_rights_fact(s->set->rights, word(fact, "fact"));
		if (place < 0 || !(rule->reads & BIT(place)))
			continue;
		bf_put_fmt(text, " %d %s %lld %lld", place,
			word(fact, "resident") ? word(fact, "resident") : "",
			(long long)json_integer_value(
				json_object_get(fact, "low")),
			(long long)json_integer_value(
				json_object_get(fact, "high")));
	}
	return bf_secret_hash(s->req, text->data);
}

/* Days of before are looked at for a reason: then all rules are.  Else only
 * those that read something that is not as it was the last time. */
static void
rules_choose(struct sight *s, json_t *home, json_t *marks, json_t *ran)
{
	json_t *days = json_object_get(home, "days"), *today;
	json_t *looked = json_object_get(home, "looked");
	bool all = json_array_size(days) > 1;
	const char *mark, *before;
	size_t i;

	today = json_array_get(days, json_array_size(days) - 1);
	for (i = 0; i < s->set->rule_count; i++) {
		const struct bf_right_rule *r = &s->set->rules[i];

		if (!grants_ours(r, s->set->day))
			continue;
		mark = mark_of(s, r, today);
		before = word(looked, r->code);
		if (!all && before && strcmp(before, mark) == 0)
			continue;
		s->rules |= BIT(i);
		json_object_set_new(marks, r->code, json_string(mark));
		json_array_append_new(ran, json_string(r->code));
	}
}

/* The rules that wait. */
static json_t *
held_json(const struct sight *s)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < s->set->rule_count; i++)
		if (s->held & BIT(i))
			json_array_append_new(
				list, json_string(s->set->rules[i].code));
	return list;
}

/* What waits, for people to let it go on or to confirm it, is looked at again
 * whatever it reads. */
static void
marks_drop(const struct sight *s, json_t *marks)
{
	size_t i;

	for (i = 0; i < s->set->rule_count; i++)
		if ((s->held | s->loose) & BIT(i))
			json_object_del(marks, s->set->rules[i].code);
}

bool
grants_home(struct bf_req *req, const struct bf_rights_held *set, json_t *home,
	json_t **out)
{
	struct sight s = { .req = req, .set = set, .out = json_array() };
	json_t *marks = json_object(), *ran = json_array(), *day;
	json_t *days = json_object_get(home, "days");
	bool good = true;
	size_t i;

	rules_choose(&s, home, marks, ran);
	json_array_foreach (days, i, day)
		good = good && day_run(&s, day);
	marks_drop(&s, marks);
	*out = json_pack("{s:O, s:O, s:i, s:o, s:o, s:o, s:o, s:o}",
		"household", json_object_get(home, "household"), "from",
		json_object_get(json_array_get(days, 0), "day"), "stops",
		set->stops, "held", held_json(&s), "outcomes", s.out, "marks",
		marks, "ran", ran, "questions", questions(&s));
	return good;
}
