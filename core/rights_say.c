/* Says an outcome and its reasons in plain sentences. */
#include "format.h"
#include "rights_own.h"
#include <belfort/buf.h>
#include <string.h>

#define DEPTH_MOST 3 /* of a calculation that is said in words */

enum unit { PLAIN, EURO, DAY };

struct voice {
	struct bf_arena *arena;
	const struct bf_rights *rights;
	const char *lang;
	int at; /* its place in bf_langs */
	struct bf_buf *out;
};

static struct voice
voice_new(struct bf_arena *arena, const struct bf_rights *rights,
	const char *lang)
{
	return (struct voice){ arena, rights, lang, bf_lang_index(lang),
		bf_buf_new(arena, 0) };
}

static const char *
word(const struct voice *v, const char *text)
{
	return bf_i18n_text(v->rights->scope->i18n, "core", v->lang, text);
}

static void
say3(struct voice *v, const char *text, const char *one, const char *two,
	const char *three)
{
	const char *const values[] = { one, two, three, NULL };

	bf_put_str(v->out, bf_rule_fill(v->arena, word(v, text), values));
}

static void
say(struct voice *v, const char *text, const char *one, const char *two)
{
	say3(v, text, one, two, NULL);
}

/* What FN says, as a text of its own. */
#define APART(v, text, call) \
	do { \
		struct bf_buf *outside = (v)->out; \
		(v)->out = bf_buf_new((v)->arena, 0); \
		call; \
		text = (v)->out->data; \
		(v)->out = outside; \
	} while (0)

/* --- values --------------------------------------------------------------- */

static void
formatted(struct voice *v, const char *format, json_t *value)
{
	bf_format_put(v->out, bf_format_find(format), v->lang, value);
	json_decref(value);
}

/* NUMBER / OVER as people of the language write it. */
static void
say_value(struct voice *v, int64_t number, int64_t over, enum unit unit)
{
	int64_t cents;

	if (unit == DAY) {
		formatted(v, "date",
			json_string(
				bf_right_day_text(v->arena, (int32_t)number)));
		return;
	}
	if (unit == PLAIN) {
		formatted(v, "number",
			over == 1 ? json_integer(number)
				  : json_real((double)number / (double)over));
		return;
	}
	cents = bf_right_floor(2 * number * 100 + over, 2 * over);
	formatted(v, cents % 100 ? "cents" : "euro", json_integer(cents));
}

static void
say_range(struct voice *v, const struct bf_right_side *side, enum unit unit)
{
	const char *low, *high;

	if (side->low == side->high) {
		say_value(v, side->low, side->over, unit);
		return;
	}
	APART(v, low, say_value(v, side->low, side->over, unit));
	APART(v, high, say_value(v, side->high, side->over, unit));
	say(v, BF_N("from {1} to {2}"), low, high);
}

const char *
bf_right_value(struct bf_arena *arena, const struct bf_rights *rights, int fact,
	int64_t value, const char *lang)
{
	const struct bf_right_fact *f = &rights->facts[fact];
	struct voice v = voice_new(arena, rights, lang);

	switch (f->kind) {
	case BF_RIGHT_YESNO:
		say(&v, value ? BF_N("yes") : BF_N("no"), NULL, NULL);
		break;
	case BF_RIGHT_CHOICE:
		bf_put_str(v.out, f->choices[value].title[v.at]);
		break;
	default:
		say_value(&v, value, f->kind == BF_RIGHT_EURO ? 100 : 1,
			f->kind == BF_RIGHT_EURO           ? EURO
				: f->kind == BF_RIGHT_DATE ? DAY
							   : PLAIN);
	}
	return v.out->data;
}

/* --- calculations --------------------------------------------------------- */

static enum unit
unit_of(const struct bf_rights *rights, const struct bf_rule_node *n)
{
	size_t i;

	if (n->type == RULE_DATE)
		return DAY;
	if (n->op->code == RULE_FACT)
		return rights->facts[n->fact].kind == BF_RIGHT_EURO ? EURO
								    : PLAIN;
	if (n->op->code == RULE_RIGHT_AMOUNT)
		return EURO;
	for (i = 0; i < n->count; i++)
		if (n->args[i]->type == RULE_NUMBER
			&& unit_of(rights, n->args[i]) == EURO)
			return EURO;
	return PLAIN;
}

/* The title of the rule with CODE. */
static const char *
title_of(const struct voice *v, const char *code)
{
	size_t i;

	for (i = 0; i < v->rights->count; i++)
		if (strcmp(v->rights->shown[i].code, code) == 0)
			return v->rights->shown[i].title[v->at];
	return code;
}

static void
say_number(struct voice *v, const struct bf_rule_node *n, int depth);

static void
say_parts(struct voice *v, const struct bf_rule_node *n, int depth)
{
	const char *one = "", *two = "";

	APART(v, one, say_number(v, n->args[0], depth + 1));
	if (n->count > 1)
		APART(v, two, say_number(v, n->args[1], depth + 1));
	say(v, n->op->says, one, two);
}

/* N in words. */
static void
say_number(struct voice *v, const struct bf_rule_node *n, int depth)
{
	switch (n->op->code) {
	case RULE_CALLED:
		bf_put_str(v->out, n->called[v->at]);
		break;
	case RULE_FACT:
		bf_put_str(v->out, v->rights->facts[n->fact].title[v->at]);
		break;
	case RULE_TODAY:
		say(v, BF_N("the day for which is decided"), NULL, NULL);
		break;
	case RULE_RIGHT_AMOUNT:
		say(v, BF_N("the amount of “{1}”"), title_of(v, n->text), NULL);
		break;
	case RULE_CONSTANT:
		say_value(v, n->number, n->over,
			n->type == RULE_DATE ? DAY : PLAIN);
		break;
	case RULE_PLUS:
	case RULE_MINUS:
	case RULE_DAYS:
	case RULE_AGE:
	case RULE_ROUND:
	case RULE_ROUND_UP:
	case RULE_ROUND_DOWN:
		if (depth < DEPTH_MOST) {
			say_parts(v, n, depth);
			break;
		}
		/* fall through */
	default:
		say(v, BF_N("a number for your situation"), NULL, NULL);
	}
}

/* One side of a comparison: in words with its value, or only that.  Of a
 * choice this says no value: one that is known says it itself. */
static void
say_side(struct voice *v, const struct bf_rule_node *n,
	const struct bf_right_side *side, enum unit unit)
{
	const char *text, *value;

	if (n->fixed && n->op->code != RULE_CALLED) {
		say_range(v, side, unit);
		return;
	}
	APART(v, text, say_number(v, n, 0));
	if (n->type == RULE_CHOICE) {
		bf_put_str(v->out, text);
		return;
	}
	APART(v, value, say_range(v, side, unit));
	say(v, BF_N("{1} ({2})"), text, value);
}

/* --- reasons -------------------------------------------------------------- */

/* What a comparison says where it holds, where not, and where that is not
 * known; of dates the last three. */
static const struct phrase {
	enum bf_rule_code code;
	const char *says[3], *of_dates[3];
} phrases[] = {
#define HIGHER BF_N("{1} is higher than {2}")
#define NOT_HIGHER BF_N("{1} is not higher than {2}")
#define OPEN_HIGHER BF_N("it is not known whether {1} is higher than {2}")
#define LOWER BF_N("{1} is lower than {2}")
#define NOT_LOWER BF_N("{1} is not lower than {2}")
#define OPEN_LOWER BF_N("it is not known whether {1} is lower than {2}")
#define LATER BF_N("{1} is later than {2}")
#define NOT_LATER BF_N("{1} is not later than {2}")
#define OPEN_LATER BF_N("it is not known whether {1} is later than {2}")
#define EARLIER BF_N("{1} is earlier than {2}")
#define NOT_EARLIER BF_N("{1} is not earlier than {2}")
#define OPEN_EARLIER BF_N("it is not known whether {1} is earlier than {2}")
	{ RULE_MORE, { NOT_HIGHER, HIGHER, OPEN_HIGHER },
		{ NOT_LATER, LATER, OPEN_LATER } },
	{ RULE_AT_LEAST, { LOWER, NOT_LOWER, OPEN_LOWER },
		{ EARLIER, NOT_EARLIER, OPEN_EARLIER } },
	{ RULE_LESS, { NOT_LOWER, LOWER, OPEN_LOWER },
		{ NOT_EARLIER, EARLIER, OPEN_EARLIER } },
	{ RULE_AT_MOST, { HIGHER, NOT_HIGHER, OPEN_HIGHER },
		{ LATER, NOT_LATER, OPEN_LATER } },
	{ RULE_IS,
		{ BF_N("{1} is not {2}"), BF_N("{1} is {2}"),
			BF_N("it is not known whether {1} is {2}") },
		{ NULL } },
	{ RULE_BETWEEN,
		{ BF_N("{1} is not from {2} to {3}"),
			BF_N("{1} is from {2} to {3}"),
			BF_N("it is not known whether {1} is from {2} to "
			     "{3}") },
		{ NULL } },
	{ RULE_FACT, { BF_N("{1}: no"), BF_N("{1}"), BF_N("{1}: not known") },
		{ NULL } },
	{ RULE_RIGHT,
		{ BF_N("you are not entitled to “{1}”"),
			BF_N("you are entitled to “{1}”"),
			BF_N("it is not known whether you are entitled to "
			     "“{1}”") },
		{ NULL } },
};

static const char *
phrase_of(const struct bf_right_reason *r)
{
	const struct bf_rule_node *n = r->node;
	size_t i = 0;

	while (phrases[i].code != n->op->code)
		i++;
	return n->count > 0 && n->args[0]->type == RULE_DATE
			&& phrases[i].of_dates[0]
		? phrases[i].of_dates[r->state]
		: phrases[i].says[r->state];
}

/* Choices by their titles, other numbers as they stand. */
static void
say_value_of(struct voice *v, const struct bf_rule_node *what,
	const struct bf_rule_node *n)
{
	const struct bf_right_fact *f;
	int64_t i;

	if (n->type != RULE_WORD) {
		say_number(v, n, DEPTH_MOST);
		return;
	}
	f = &v->rights->facts[what->fact];
	for (i = 0; i <= f->high; i++)
		if (strcmp(f->choices[i].code, n->text) == 0)
			bf_put_str(v->out, f->choices[i].title[v->at]);
}

/* What WHAT may be: "a, b or c". */
static void
say_values(struct voice *v, const struct bf_rule_node *what,
	struct bf_rule_node **values, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (i > 0 && i + 1 == count)
			bf_put_fmt(v->out, " %s ", word(v, BF_N("or")));
		else if (i > 0)
			bf_put_str(v->out, ", ");
		say_value_of(v, what, values[i]);
	}
}

/* Whether R says which choice is made of a fact that is known. */
static bool
tells_choice(const struct bf_right_reason *r)
{
	return r->node->op->code == RULE_IS
		&& r->node->args[0]->type == RULE_CHOICE
		&& r->left.low == r->left.high;
}

static bool
same_choice(
	const struct bf_right_reason *r, const struct bf_right_reason *other)
{
	return tells_choice(r) && tells_choice(other)
		&& r->node->args[0]->fact == other->node->args[0]->fact;
}

/* The choices that reasons of the same fact as R needed, each once. */
static void
say_others(struct voice *v, const struct bf_right_reason *r,
	const struct bf_right_reason *all, size_t count)
{
	const struct bf_right_fact *f =
		&v->rights->facts[r->node->args[0]->fact];
	struct bf_rule_node **others = bf_alloc(v->arena,
		(size_t)(f->high + 1) * sizeof(struct bf_rule_node *));
	const struct bf_rule_node *n;
	size_t i, k, j, found = 0;

	for (i = 0; i < count; i++) {
		n = same_choice(r, &all[i]) ? all[i].node : NULL;
		for (k = 1; n && k < n->count; k++) {
			for (j = 0; j < found; j++)
				if (strcmp(others[j]->text, n->args[k]->text)
					== 0)
					break;
			others[j] = n->args[k];
			found += j == found;
		}
	}
	say_values(v, r->node->args[0], others, found);
}

/* A choice that is known: what it is; the others, of ALL reasons, only where
 * one of them was needed. */
static void
choice_say(struct voice *v, const struct bf_right_reason *r,
	const struct bf_right_reason *all, size_t count)
{
	const struct bf_right_fact *f =
		&v->rights->facts[r->node->args[0]->fact];
	const char *is = f->choices[r->left.low].title[v->at], *others;

	if (r->state == BF_RIGHT_YES) {
		say(v, phrase_of(r), f->title[v->at], is);
		return;
	}
	APART(v, others, say_others(v, r, all, count));
	say3(v, BF_N("{1} is {2}, not {3}"), f->title[v->at], is, others);
}

static void
comparison_say(struct voice *v, const struct bf_right_reason *r)
{
	const struct bf_rule_node *n = r->node;
	const char *one, *two, *three = NULL;
	enum unit unit = unit_of(v->rights, n->args[0]);

	if (unit == PLAIN && r->compared)
		unit = unit_of(v->rights, n->args[1]);
	APART(v, one, say_side(v, n->args[0], &r->left, unit));
	if (r->compared)
		APART(v, two, say_side(v, n->args[1], &r->right, unit));
	else
		APART(v, two,
			say_values(v, n->args[0], n->args + 1, n->count - 1));
	if (n->op->code == RULE_BETWEEN)
		APART(v, three, say_side(v, n->args[2], &r->last, unit));
	say3(v, phrase_of(r), one, two, three);
}

/* R, as one of ALL reasons. */
static void
reason_say(struct voice *v, const struct bf_right_reason *r,
	const struct bf_right_reason *all, size_t count)
{
	const struct bf_rule_node *n = r->node;

	if (n->op->code == RULE_FACT)
		say(v, phrase_of(r), v->rights->facts[n->fact].title[v->at],
			NULL);
	else if (n->op->code == RULE_RIGHT)
		say(v, phrase_of(r), title_of(v, n->text), NULL);
	else if (tells_choice(r))
		choice_say(v, r, all, count);
	else
		comparison_say(v, r);
}

const char *
bf_right_reason_text(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_reason *reason, const char *lang)
{
	struct voice v = voice_new(arena, rights, lang);

	reason_say(&v, reason, reason, 1);
	return v.out->data;
}

/* --- the whole ------------------------------------------------------------ */

/* Whether another reason tells what R tells: which choice it is, or what it is
 * not. */
static bool
told_by_another(
	const struct bf_right_reason *r, const struct bf_right_outcome *out)
{
	const struct bf_right_reason *other = out->reasons;

	if (!tells_choice(r) || r->state == BF_RIGHT_YES)
		return false;
	for (; other < out->reasons + out->reason_count; other++)
		if (same_choice(r, other)
			&& (other < r || other->state == BF_RIGHT_YES))
			return true;
	return false;
}

/* What the reasons say, in SAID, which has room for all; how many differ. */
static size_t
said_once(
	struct voice *v, const struct bf_right_outcome *out, const char **said)
{
	size_t i, j, count = 0;

	for (i = 0; i < out->reason_count; i++) {
		if (told_by_another(&out->reasons[i], out))
			continue;
		APART(v, said[count],
			reason_say(v, &out->reasons[i], out->reasons,
				out->reason_count));
		for (j = 0; strcmp(said[j], said[count]) != 0; j++)
			;
		count += j == count;
	}
	return count;
}

static void
say_reasons(struct voice *v, const struct bf_right_outcome *out)
{
	const char **said = bf_alloc(
		v->arena, out->reason_count * sizeof(*said));
	size_t i, count = said_once(v, out, said);

	for (i = 0; i < count; i++) {
		if (i > 0 && i + 1 == count)
			bf_put_fmt(v->out, " %s ", word(v, BF_N("and")));
		else if (i > 0)
			bf_put_str(v->out, ", ");
		bf_put_str(v->out, said[i]);
	}
}

/* What a fact is called where it is not known; of a yes or no the name is a
 * sentence, which must not read as true. */
static void
say_lack(struct voice *v, const struct bf_right_fact *fact)
{
	say(v, fact->kind == BF_RIGHT_YESNO ? BF_N("{1} (yes or no)") : "{1}",
		fact->title[v->at], NULL);
}

static void
say_lacks(struct voice *v, const struct bf_right_outcome *out)
{
	bool first = true;
	size_t i;

	for (i = 0; i < v->rights->fact_count; i++) {
		if (!(out->lacks >> i & 1))
			continue;
		if (!first)
			bf_put_str(v->out, ", ");
		say_lack(v, &v->rights->facts[i]);
		first = false;
	}
}

/* By bf_right_period. */
static const char *const periods[] = { BF_N("{1}"), BF_N("{1} a day"),
	BF_N("{1} a week"), BF_N("{1} a month"), BF_N("{1} a quarter"),
	BF_N("{1} a year"), BF_N("{1} once") };

static void
say_amount(struct voice *v, const struct bf_right_rule *rule,
	const struct bf_right_outcome *out)
{
	const struct bf_right_side side = { out->low, out->high, 100 };
	const char *value;

	APART(v, value, say_range(v, &side, EURO));
	say(v, periods[rule->period], value, NULL);
}

static const char *const entitled[3][2] = {
	{ BF_N("You are entitled to “{1}”"),
		BF_N("You are entitled to “{1}”: "
		     "{2}") },
	{ BF_N("You are entitled to “{1}”"),
		BF_N("You are entitled to “{1}”: a "
		     "discount of {2}") },
	{ BF_N("You are entitled to “{1}”"),
		BF_N("You are entitled to “{1}”: "
		     "you pay {2}") },
};

static void
say_entitled(struct voice *v, const struct bf_right_rule *rule,
	const struct bf_right_outcome *out)
{
	const char *form = entitled[rule->amount_is][rule->has_amount];
	const char *amount = NULL;

	if (rule->has_amount)
		APART(v, amount, say_amount(v, rule, out));
	if (rule->has_amount && out->high == 0)
		form = BF_N("You are entitled to “{1}”: you pay nothing");
	say(v, form, rule->title[v->at], amount);
}

static void
say_state(struct voice *v, const struct bf_right_outcome *out)
{
	const struct bf_right_rule *rule = &v->rights->shown[out->rule];
	const char *title = rule->title[v->at], *more = NULL;

	switch (out->state) {
	case BF_RIGHT_YES:
		say_entitled(v, rule, out);
		break;
	case BF_RIGHT_NO:
		say(v, BF_N("You are not entitled to “{1}”"), title, NULL);
		break;
	case BF_RIGHT_OPEN:
		APART(v, more, say_lacks(v, out));
		say(v,
			BF_N("We cannot say yet whether you are entitled to "
			     "“{1}”. We do not know yet: {2}"),
			title, more);
		break;
	default:
		say(v, BF_N("“{1}” did not exist on that day"), title, NULL);
	}
}

/* Where there is no amount left although the condition holds. */
static bool
nothing_left(const struct voice *v, const struct bf_right_outcome *out)
{
	return out->state == BF_RIGHT_NO
		&& v->rights->shown[out->rule].has_amount && out->met;
}

static void
say_figures(struct voice *v, const struct bf_right_outcome *out)
{
	const char *from, *oldest;

	APART(v, from, say_value(v, out->figures_from, 1, DAY));
	APART(v, oldest, say_value(v, out->figures_oldest, 1, DAY));
	bf_put_char(v->out, ' ');
	if (out->figures_oldest < out->figures_from)
		say(v,
			BF_N("The oldest amounts are those of {2}, the newest "
			     "those of {1}; nobody has confirmed yet that "
			     "they still hold."),
			from, oldest);
	else
		say(v,
			BF_N("The amounts are those of {1}; nobody has "
			     "confirmed yet that they still hold."),
			from, NULL);
}

const char *
bf_right_sentence(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_outcome *outcome, const char *lang)
{
	struct voice v = voice_new(arena, rights, lang);
	const char *why;

	say_state(&v, outcome);
	if (nothing_left(&v, outcome))
		say(&v, BF_N(": the amount would be 0"), NULL, NULL);
	if (outcome->reason_count > 0
		&& (outcome->state == BF_RIGHT_YES
			|| outcome->state == BF_RIGHT_NO)) {
		APART(&v, why, say_reasons(&v, outcome));
		say(&v, BF_N(", because {1}"), why, NULL);
	}
	bf_put_char(v.out, '.');
	if (outcome->state != BF_RIGHT_NOT_HELD && !outcome->confirmed)
		say_figures(&v, outcome);
	return v.out->data;
}
