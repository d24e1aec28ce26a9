/* Decides for one household, with what decided it. */
#include "arena.h"
#include "rights_own.h"
#include <string.h>

#define REASONS_MOST 200 /* of one rule */

/* One household on one day. */
struct decision {
	struct bf_arena *arena;
	const struct bf_rights *rights;
	const struct bf_right_era *era;
	const int64_t *low, *high; /* by step */
	struct bf_right_outcome *outcomes;
	/* What the rule that is being told has so far. */
	const struct bf_right_law *law;
	struct bf_right_outcome *out;
	struct bf_right_reason *reasons;
};

static enum bf_right_state
state_of(const struct decision *d, int step)
{
	if (d->low[step])
		return BF_RIGHT_YES;
	return d->high[step] ? BF_RIGHT_OPEN : BF_RIGHT_NO;
}

/* --- numbers -------------------------------------------------------------- */

/* What N is; who is told it can ask from which facts, also where they are not
 * needed to compare it. */
static struct bf_right_side
side_of(struct decision *d, const struct bf_rule_node *n)
{
	const struct bf_right_form *f = d->era->form_of[n->place];
	struct bf_right_side out = { f->k, f->k, f->over };
	int64_t c;
	int i;

	for (i = 0; i < f->count; i++) {
		c = f->terms[i].coef;
		d->out->used |= d->era->steps[f->terms[i].step].reads;
		out.low += c * (c > 0 ? d->low : d->high)[f->terms[i].step];
		out.high += c * (c > 0 ? d->high : d->low)[f->terms[i].step];
	}
	return out;
}

/* --- reasons -------------------------------------------------------------- */

static void why(struct decision *d, const struct bf_rule_node *n);
static void why_number(struct decision *d, const struct bf_rule_node *n);

static const char *
sign_of(const struct bf_rule_node *n)
{
	switch (n->op->code) {
	case RULE_MORE:
		return ">";
	case RULE_AT_LEAST:
		return ">=";
	case RULE_LESS:
		return "<";
	case RULE_AT_MOST:
		return "<=";
	case RULE_IS:
		return n->count == 2 && n->args[1]->type != RULE_WORD ? "="
								      : NULL;
	case RULE_BETWEEN:
		return "..";
	default:
		return NULL;
	}
}

/* Whether N is told already, by itself or as the same comparison elsewhere; or
 * there is no room. */
static bool
told(const struct decision *d, const struct bf_rule_node *n)
{
	size_t i;

	for (i = 0; i < d->out->reason_count; i++)
		if (d->reasons[i].node == n
			|| (d->era->step_of[d->reasons[i].node->place]
					== d->era->step_of[n->place]
				&& d->reasons[i].node->op == n->op))
			return true;
	return d->out->reason_count == REASONS_MOST;
}

/* Nothing that is open is a reason for what is not. */
static bool
idle(const struct decision *d, const struct bf_rule_node *n)
{
	const struct bf_right_outcome *out = d->out;

	return state_of(d, d->era->step_of[n->place]) == BF_RIGHT_OPEN
		&& (out->state == BF_RIGHT_NO
			|| (out->state == BF_RIGHT_YES
				&& out->low == out->high));
}

static void
reason_put(struct decision *d, const struct bf_rule_node *n, int rule)
{
	struct bf_right_reason *r;

	if (idle(d, n) || told(d, n))
		return;
	r = &d->reasons[d->out->reason_count++];
	*r = (struct bf_right_reason){
		.state = state_of(d, d->era->step_of[n->place]),
		.compared = sign_of(n),
		.fact = -1,
		.rule = rule,
		.line = n->line,
		.node = n,
	};
	if (n->count > 0)
		r->left = side_of(d, n->args[0]);
	if (r->compared)
		r->right = side_of(d, n->args[1]);
	if (n->op->code == RULE_BETWEEN)
		r->last = side_of(d, n->args[2]);
	if (n->op->code == RULE_FACT)
		r->fact = (int)n->fact;
	else if (n->op->code == RULE_IS && n->args[0]->type == RULE_CHOICE)
		r->fact = (int)n->args[0]->fact;
}

static void
why_compared(struct decision *d, const struct bf_rule_node *n)
{
	d->out->used |= d->era->steps[d->era->step_of[n->place]].reads;
	reason_put(d, n, -1);
}

/* The rule that NODE asks on this day; -1: there is none. */
static int
asked(const struct decision *d, const struct bf_rule_node *n)
{
	int i;

	for (i = 0; i < (int)d->rights->count; i++)
		if (d->era->rulings[i].held
			&& strcmp(d->rights->shown[i].code, n->text) == 0)
			return i;
	return -1;
}

/* What was decided rests on RULE, unless that is -1. */
static void
rest_on(struct decision *d, int rule)
{
	if (rule < 0)
		return;
	d->out->used |= d->outcomes[rule].used;
	d->out->rests_on |= (uint64_t)1 << rule;
}

static void
why_right(struct decision *d, const struct bf_rule_node *n)
{
	int rule = asked(d, n);

	reason_put(d, n, rule);
	rest_on(d, rule);
}

static void why_open(struct decision *d, const struct bf_rule_node *n,
	enum bf_right_state state);

/* Of conditions that are joined: where one alone decides, that one; else all
 * that are as the whole is. */
static void
why_joined(struct decision *d, const struct bf_rule_node *n,
	enum bf_right_state state)
{
	enum bf_right_state alone = n->op->code == RULE_ALL ? BF_RIGHT_NO
							    : BF_RIGHT_YES;
	enum bf_right_state part = state;
	size_t i;

	if (n->op->code == RULE_NO && state != BF_RIGHT_OPEN)
		part = state == BF_RIGHT_YES ? BF_RIGHT_NO : BF_RIGHT_YES;
	for (i = 0; i < n->count; i++) {
		if (state_of(d, d->era->step_of[n->args[i]->place]) != part)
			continue;
		why(d, n->args[i]);
		if (part == alone)
			return;
	}
	if (part != alone)
		return;
	d->out->used |= d->era->steps[d->era->step_of[n->place]].reads;
	why_open(d, n, state);
}

static void
why(struct decision *d, const struct bf_rule_node *n)
{
	switch (n->op->code) {
	case RULE_ALL:
	case RULE_ANY:
	case RULE_NO:
		why_joined(d, n, state_of(d, d->era->step_of[n->place]));
		break;
	case RULE_RIGHT:
		why_right(d, n);
		break;
	case RULE_ALWAYS:
		break;
	default:
		why_compared(d, n);
	}
}

static enum bf_right_state
other_of(enum bf_right_state state)
{
	return state == BF_RIGHT_YES ? BF_RIGHT_NO : BF_RIGHT_YES;
}

/* N asks a right: what is known of its parts, once. */
static void
why_right_open(struct decision *d, const struct bf_rule_node *n,
	enum bf_right_state state)
{
	int rule = asked(d, n);
	const struct bf_rule_node *right;

	if (rule < 0 || d->out->rests_on >> rule & 1)
		return;
	rest_on(d, rule);
	right = d->rights->laws[rule].right;
	if (right
		&& state_of(d, d->era->step_of[right->place]) == BF_RIGHT_OPEN)
		why_open(d, right, state);
}

/* N is STATE, or would be, without one part of it that is so: of "A, or B and
 * not A", where B holds and A is not known.  What is known of its parts. */
static void
why_open(struct decision *d, const struct bf_rule_node *n,
	enum bf_right_state state)
{
	enum bf_right_state is;
	size_t i;
	int step;

	if (n->op->code == RULE_RIGHT) {
		why_right_open(d, n, state);
		return;
	}
	if (n->op->code == RULE_NO)
		state = other_of(state);
	else if (n->op->code != RULE_ALL && n->op->code != RULE_ANY)
		return;
	for (i = 0; i < n->count; i++) {
		step = d->era->step_of[n->args[i]->place];
		d->out->used |= d->era->steps[step].reads;
		is = state_of(d, step);
		if (is == state)
			why(d, n->args[i]);
		else if (is == BF_RIGHT_OPEN)
			why_open(d, n->args[i], state);
	}
}

/* The branches that were taken, or can be. */
static void
why_branches(struct decision *d, const struct bf_rule_node *n)
{
	enum bf_right_state state;
	size_t i;

	for (i = 0; i + 1 < n->count; i += 2) {
		state = state_of(d, d->era->step_of[n->args[i]->place]);
		why(d, n->args[i]);
		if (state != BF_RIGHT_NO)
			why_number(d, n->args[i + 1]);
		if (state == BF_RIGHT_YES)
			return;
	}
	why_number(d, n->args[i]);
}

static void
why_number(struct decision *d, const struct bf_rule_node *n)
{
	size_t i;

	if (n->op->code == RULE_IF) {
		why_branches(d, n);
		return;
	}
	if (n->op->code == RULE_FACT)
		d->out->used |= (uint64_t)1 << n->fact;
	if (n->op->code == RULE_RIGHT_AMOUNT)
		rest_on(d, asked(d, n));
	for (i = 0; i < n->count; i++)
		if (n->args[i]->type == RULE_YESNO)
			why(d, n->args[i]);
		else
			why_number(d, n->args[i]);
}

/* --- rules ---------------------------------------------------------------- */

static void
figures_tell(const struct bf_right_ruling *r, int32_t day,
	struct bf_right_outcome *out)
{
	out->confirmed = r->figures == NULL || day <= r->figures->until;
	if (r->figures == NULL)
		return;
	out->figures = r->figures->source;
	out->figures_from = r->figures->from;
	out->figures_until = r->figures->until;
	out->figures_oldest = r->oldest;
}

static void
reasons_tell(struct decision *d, const struct bf_right_ruling *r)
{
	enum bf_right_state met = state_of(d, r->right);

	/* Where there would be no amount in any case, only that decides. */
	if (d->law->right
		&& (met != BF_RIGHT_OPEN || d->out->state != BF_RIGHT_NO))
		why(d, d->law->right);
	if (d->law->amount && met != BF_RIGHT_NO)
		why_number(d, d->law->amount);
	d->out->reasons = bf_alloc(
		d->arena, d->out->reason_count * sizeof(*d->out->reasons) + 1);
	memcpy((void *)d->out->reasons, d->reasons,
		d->out->reason_count * sizeof(*d->reasons));
}

static void
rule_tell(struct decision *d, int rule, int32_t day)
{
	const struct bf_right_ruling *r = &d->era->rulings[rule];
	struct bf_right_outcome *out = &d->outcomes[rule];

	out->rule = rule;
	out->state = BF_RIGHT_NOT_HELD;
	if (!r->held)
		return;
	d->law = &d->rights->laws[rule];
	d->out = out;
	out->state = state_of(d, r->entitled);
	out->met = d->high[r->right] != 0;
	if (r->amount >= 0 && out->state != BF_RIGHT_NO) {
		out->low = d->low[r->amount];
		out->high = d->high[r->amount];
	}
	figures_tell(r, day, out);
	reasons_tell(d, r);
	out->lacks = bf_right_lacks(d->rights, d->era, rule,
		&(struct bf_right_sight){ d->low, d->high, NULL, NULL });
}

/* What was known from a sum rests on its other parts too. */
static void
used_widen(const struct bf_rights *rights, const struct bf_right_known *given,
	uint64_t *used)
{
	size_t i;

	*used = bf_right_sums_join(rights, *used);
	for (i = 0; i < rights->fact_count; i++)
		if (given[i].low == rights->facts[i].low
			&& given[i].high == rights->facts[i].high)
			*used &= ~((uint64_t)1 << i);
}

/* A copy of what is KNOWN, narrowed by sums; NULL: it is not possible. */
static struct bf_right_known *
narrowed(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_known *known, int *wrong)
{
	size_t size = rights->fact_count * sizeof(*known);
	struct bf_right_known *copy = bf_alloc(arena, size + 1);

	memcpy(copy, known, size);
	return bf_right_known_check(rights, copy, wrong) ? copy : NULL;
}

/* Memory that is filled before it is read. */
static void *
room(struct bf_arena *arena, size_t size)
{
	return bf_arena_grow(arena, NULL, 0, size + 1);
}

bool
bf_rights_decide(struct bf_arena *arena, const struct bf_rights *rights,
	int32_t day, const struct bf_right_known *known,
	struct bf_right_outcome **out, int *wrong)
{
	const struct bf_right_era *era = bf_right_era_of(rights, day);
	struct bf_right_known *copy = narrowed(arena, rights, known, wrong);
	int64_t *low = room(arena, 2 * era->count * sizeof(*low));
	struct decision d = { .arena = arena, .rights = rights, .era = era };
	size_t i;

	if (copy == NULL)
		return false;
	day = bf_right_day_within(day);
	bf_right_eval(
		rights, era, day, copy, UINT64_MAX, low, low + era->count);
	d.low = low;
	d.high = low + era->count;
	d.reasons = room(arena, REASONS_MOST * sizeof(*d.reasons));
	*out = d.outcomes = bf_alloc(
		arena, (rights->count + 1) * sizeof(*d.outcomes));
	for (i = 0; i < rights->count; i++)
		rule_tell(&d, rights->order[i], day);
	for (i = 0; i < rights->count; i++)
		used_widen(rights, known, &d.outcomes[i].used);
	return true;
}
