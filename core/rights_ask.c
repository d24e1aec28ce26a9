/* What to ask next: each fact that lacks is tried with the answers that make a
 * difference, and the one that settles the most rights is asked first.
 */
#include "arena.h"
#include "rights_own.h"
#include <stdlib.h>
#include <string.h>

#define PROBES_MOST 16
#define A_RIGHT 1000 /* of what is settled: thousandths */

struct probe {
	const struct bf_rights *rights;
	const struct bf_right_era *era;
	int32_t day;
	struct bf_arena *arena;
	struct bf_right_known base[BF_RIGHT_FACTS];
	struct bf_right_known known[BF_RIGHT_FACTS]; /* with an answer tried */
	int64_t *low, *high;
	int64_t *reach_low, *reach_high; /* when all is asked */
	bool open[BF_RIGHT_RULES];       /* by rule: it is to be settled */
	bool certain[BF_RIGHT_RULES];    /* the right is; its amount is not */
};

static bool
settled(const struct probe *p, size_t rule)
{
	const struct bf_right_ruling *r = &p->era->rulings[rule];

	return p->low[r->entitled] == p->high[r->entitled]
		&& (r->amount < 0 || p->low[r->amount] == p->high[r->amount]);
}

/* --- answers that make a difference --------------------------------------- */

struct answers {
	int64_t values[PROBES_MOST + 2];
	size_t count;
};

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Where comparison S turns for step FACT, the first value on its other side,
 * when what else it adds up is REST. */
static int64_t
turn_of(const struct bf_right_step *s, int64_t coef, int64_t rest)
{
	if (s->code == RIGHT_SAME)
		return -rest / coef;
	return coef > 0 ? bf_right_floor(-rest, coef) + 1
			: -bf_right_floor(-rest, -coef);
}

/* The same with all else at its least, and at its most. */
static bool
turns_find(const struct probe *p, const struct bf_right_step *s, int fact,
	int64_t out[2])
{
	int64_t least = s->k, most = s->k, coef = 0, c;
	int i;

	for (i = 0; i < s->count; i++) {
		c = s->coefs[i];
		if (s->args[i] == fact) {
			coef = c;
			continue;
		}
		least += c * (c > 0 ? p->low : p->high)[s->args[i]];
		most += c * (c > 0 ? p->high : p->low)[s->args[i]];
	}
	if (coef == 0)
		return false;
	out[0] = turn_of(s, coef, least);
	out[1] = turn_of(s, coef, most);
	return true;
}

static int
step_of(const struct probe *p, int fact)
{
	size_t i;

	for (i = 0; i < p->era->count; i++)
		if (p->era->steps[i].code == RIGHT_FACT
			&& p->era->steps[i].d == fact)
			return (int)i;
	return -1;
}

static void
turn_put(const struct bf_right_known *known, int64_t at, struct answers *out)
{
	if (out->count < PROBES_MOST && at > known->low && at <= known->high)
		out->values[out->count++] = at;
}

/* Where something changes, between what FACT is at least and at most. */
static void
turns(const struct probe *p, int fact, struct answers *out)
{
	int step = step_of(p, fact);
	const struct bf_right_step *s = p->era->steps;
	int64_t at[2];
	size_t i;

	for (i = 0; i < p->era->count; i++, s++)
		if ((s->code == RIGHT_MORE || s->code == RIGHT_SAME)
			&& (s->reads >> fact & 1)
			&& turns_find(p, s, step, at)) {
			turn_put(&p->base[fact], at[0], out);
			turn_put(&p->base[fact], at[1], out);
		}
}

/* Each once, the least first. */
static void
in_order(struct answers *out)
{
	size_t n = 0, k;

	qsort(out->values, out->count, sizeof(*out->values), by_number);
	for (k = 0; k < out->count; k++)
		if (k == 0 || out->values[k] != out->values[n - 1])
			out->values[n++] = out->values[k];
	out->count = n;
}

/* One answer for each stretch on which nothing turns; where nothing is known
 * to turn, some that are far apart. */
static void
answers_find(const struct probe *p, int fact, struct answers *out)
{
	int64_t low = p->base[fact].low, high = p->base[fact].high;
	int64_t wide = high - low, i;

	out->count = 0;
	out->values[out->count++] = low;
	if (wide < PROBES_MOST) {
		for (i = 1; i <= wide; i++)
			out->values[out->count++] = low + i;
		return;
	}
	turns(p, fact, out);
	if (out->count == 1)
		for (i = 1; i <= 4; i++)
			out->values[out->count++] = low + wide / 4 * i;
	in_order(out);
}

/* --- trying them ---------------------------------------------------------- */

/* The facts that are not as they were. */
static uint64_t
changed(const struct probe *p)
{
	uint64_t out = 0;
	size_t i;

	for (i = 0; i < p->rights->fact_count; i++)
		if (p->known[i].low != p->base[i].low
			|| p->known[i].high != p->base[i].high)
			out |= (uint64_t)1 << i;
	return out;
}

/* What it is worth to settle right RULE: who gets it wants to know that before
 * who does not, and whether before how much. */
static int
worth(const struct probe *p, size_t rule)
{
	const struct bf_right_ruling *r = &p->era->rulings[rule];

	if (!p->open[rule] || !settled(p, rule))
		return 0;
	return p->low[r->entitled] && !p->certain[rule] ? 2 : 1;
}

/* What is settled when FACT is VALUE; -1: it cannot be. */
static int
try(struct probe *p, int fact, int64_t value, uint64_t *mask)
{
	size_t size = p->rights->fact_count * sizeof(*p->known), i;
	int wrong, n = 0;

	memcpy(p->known, p->base, size);
	p->known[fact].low = p->known[fact].high = value;
	if (!bf_right_known_check(p->rights, p->known, &wrong))
		return -1;
	*mask |= changed(p);
	bf_right_eval(
		p->rights, p->era, p->day, p->known, *mask, p->low, p->high);
	for (i = 0; i < p->rights->count; i++)
		n += worth(p, i);
	return n;
}

/* An amount has to be looked up: one that settles less than a right waits for
 * what is easily answered.  Often it does not matter any more then. */
static bool
waits(const struct probe *p, const struct bf_right_question *q)
{
	return p->rights->facts[q->fact].kind == BF_RIGHT_EURO
		&& q->settles < A_RIGHT;
}

static void
fact_try(struct probe *p, int fact, struct bf_right_question *out)
{
	struct answers answers;
	uint64_t mask = 0;
	int sum = 0, tried = 0, n;
	size_t i;

	out->fact = fact;
	answers_find(p, fact, &answers);
	for (i = 0; i < answers.count; i++) {
		n = try(p, fact, answers.values[i], &mask);
		tried += n >= 0;
		sum += n > 0 ? n : 0;
	}
	out->settles = tried ? sum * A_RIGHT / tried : 0;
	if (waits(p, out))
		out->settles /= 2;
	for (i = 0; i < p->rights->count; i++)
		out->concerns += p->open[i]
			&& (p->rights->shown[i].reads >> fact & 1);
	/* As it was, for the next. */
	bf_right_eval(
		p->rights, p->era, p->day, p->base, mask, p->low, p->high);
}

/* --- choosing ------------------------------------------------------------- */

static int
by_use(const void *a, const void *b)
{
	const struct bf_right_question *x = a, *y = b;

	if (x->settles != y->settles)
		return x->settles > y->settles ? -1 : 1;
	if (x->concerns != y->concerns)
		return x->concerns > y->concerns ? -1 : 1;
	return x->fact - y->fact;
}

/* Those that can be asked, and are not CLOSED; with what follows from sums of
 * them. */
static uint64_t
askable(const struct probe *p, uint64_t closed)
{
	const struct bf_right_fact *f = p->rights->facts;
	uint64_t out = 0;
	size_t i;

	for (i = 0; i < p->rights->fact_count; i++)
		if (f[i].question[0] && !(closed >> i & 1))
			out |= (uint64_t)1 << i;
	return bf_right_sums_join(p->rights, out);
}

/* The facts that lack in rights that are not settled. */
static uint64_t
open_find(struct probe *p, uint64_t wanted)
{
	const struct bf_right_sight sight = { p->low, p->high, p->reach_low,
		p->reach_high };
	uint64_t lacks = 0;
	size_t i;

	for (i = 0; i < p->rights->count; i++) {
		p->open[i] = (wanted >> i & 1) && p->era->rulings[i].held
			&& !settled(p, i);
		p->certain[i] = p->low[p->era->rulings[i].entitled] != 0;
		if (p->open[i])
			lacks |= bf_right_lacks(
				p->rights, p->era, (int)i, &sight);
	}
	return lacks;
}

static size_t
questions(struct probe *p, uint64_t wanted, uint64_t closed,
	struct bf_right_question *out, size_t most)
{
	struct bf_right_question all[BF_RIGHT_FACTS] = { 0 };
	uint64_t lacks;
	size_t n = 0, i;

	bf_right_reach(p->rights, p->era, p->day, p->base, askable(p, closed),
		p->reach_low, p->reach_high);
	lacks = open_find(p, wanted) & ~closed;
	for (i = 0; i < p->rights->fact_count; i++)
		if ((lacks >> i & 1) && p->rights->facts[i].question[0])
			fact_try(p, (int)i, &all[n++]);
	qsort(all, n, sizeof(*all), by_use);
	n = n < most ? n : most;
	memcpy(out, all, n * sizeof(*out));
	return n;
}

/* --- for plugins ---------------------------------------------------------- */

/* False: KNOWN cannot be. */
static bool
probe_open(struct probe *p, const struct bf_rights *rights, int32_t day,
	const struct bf_right_known *known)
{
	int wrong;

	*p = (struct probe){ .rights = rights,
		.era = bf_right_era_of(rights, day),
		.day = bf_right_day_within(day) };
	memcpy(p->base, known, rights->fact_count * sizeof(*known));
	if (!bf_right_known_check(rights, p->base, &wrong))
		return false;
	p->arena = bf_arena_new();
	p->low = bf_arena_grow(p->arena, NULL, 0, 4 * p->era->count * 8 + 8);
	p->high = p->low + p->era->count;
	p->reach_low = p->high + p->era->count;
	p->reach_high = p->reach_low + p->era->count;
	bf_right_eval(p->rights, p->era, p->day, p->base, UINT64_MAX, p->low,
		p->high);
	return true;
}

size_t
bf_rights_ask(const struct bf_rights *rights, int32_t day,
	const struct bf_right_known *known, uint64_t wanted, uint64_t closed,
	struct bf_right_question *out, size_t most)
{
	struct probe p;
	size_t n;

	if (!probe_open(&p, rights, day, known))
		return 0;
	n = questions(&p, wanted, closed, out, most);
	bf_arena_free(p.arena);
	return n;
}

size_t
bf_rights_stretches(const struct bf_rights *rights, int32_t day,
	const struct bf_right_known *known, int fact, int64_t *out, size_t most)
{
	struct answers starts = { .values = { known[fact].low }, .count = 1 };
	struct probe p;
	size_t n;

	if (!probe_open(&p, rights, day, known))
		return 0;
	turns(&p, fact, &starts);
	in_order(&starts);
	bf_arena_free(p.arena);
	n = starts.count < most ? starts.count : most;
	memcpy(out, starts.values, n * sizeof(*out));
	return n;
}
