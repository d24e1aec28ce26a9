/* Makes the steps of an era into calls of kernels: what can be unknown has two
 * columns, what it is at least and at most; all else has one.
 */
#include "rights_program.h"
#include "arena.h"
#include <stdlib.h>
#include <string.h>

#define GUARDS_MOST 8
#define LOOK_BACK 1000 /* calls among which there may be one like it */

enum side { LOW, HIGH };

/* Whether a branch is taken, while what it needs is made. */
struct guard {
	int step;
	bool yes;
};

struct compiler {
	struct bf_arena *arena;
	const struct bf_rights *rights;
	const struct bf_right_era *era;
	struct bf_right_program *program;
	size_t call_size, column_size;
	int *columns[2]; /* by step; -1: not yet */
	int *users;      /* by step */
	struct guard guards[GUARDS_MOST];
	int guard_count, guard_from;
};

static void emit(struct compiler *c, int step);

static const struct bf_right_step *
at(const struct compiler *c, int step)
{
	return &c->era->steps[step];
}

static bool
exact(const struct compiler *c, int step)
{
	return (at(c, step)->reads & c->program->hidden) == 0;
}

static bool
in_32(__int128 low, __int128 high)
{
	return low > -INT32_MAX && high < INT32_MAX;
}

static bool
is_wide(const struct compiler *c, int step)
{
	return !in_32(at(c, step)->low, at(c, step)->high);
}

/* --- calls ---------------------------------------------------------------- */

static int
column_new(struct compiler *c, bool wide)
{
	struct bf_right_program *p = c->program;
	size_t size = c->column_size ? c->column_size * 2 : 64;

	if (p->column_count == c->column_size) {
		p->columns = bf_arena_grow(c->arena, p->columns,
			p->column_count * sizeof(*p->columns),
			size * sizeof(*p->columns));
		c->column_size = size;
	}
	p->columns[p->column_count].wide = wide;
	return (int)p->column_count++;
}

static bool
alike(const struct bf_right_call *a, const struct bf_right_call *b)
{
	return a->kernel == b->kernel
		&& memcmp(a->in, b->in, sizeof(a->in)) == 0 && a->c == b->c
		&& a->d == b->d && a->k == b->k && a->high == b->high
		&& a->table == b->table && a->least == b->least;
}

/* The column of a call, which is new unless there is one like it. */
static int
call_put(struct compiler *c, const struct bf_right_call *call, bool wide)
{
	struct bf_right_program *p = c->program;
	size_t size = c->call_size ? c->call_size * 2 : 64, i;

	for (i = p->count > LOOK_BACK ? p->count - LOOK_BACK : 0; i < p->count;
		i++)
		if (alike(&p->calls[i], call))
			return p->calls[i].out;

	if (p->count == c->call_size) {
		p->calls = bf_arena_grow(c->arena, p->calls,
			p->count * sizeof(*p->calls), size * sizeof(*p->calls));
		c->call_size = size;
	}
	p->calls[p->count] = *call;
	return p->calls[p->count++].out = column_new(c, wide);
}

/* KERNEL of X and Y, with K. */
static int
call2(struct compiler *c, enum bf_right_kernel kernel, int x, int y, int64_t k,
	bool wide)
{
	const struct bf_right_call call = {
		.kernel = kernel, .in = { x, y, y, 0, 0, -1 }, .k = k
	};

	return call_put(c, &call, wide);
}

static int
call3(struct compiler *c, enum bf_right_kernel kernel, int x, int y, int z,
	bool wide)
{
	const struct bf_right_call call = { .kernel = kernel,
		.in = { x, y, z, 0, 0, -1 } };

	return call_put(c, &call, wide);
}

static int
widened(struct compiler *c, int column)
{
	if (c->program->columns[column].wide)
		return column;
	return call2(c, KERNEL_WIDEN, column, column, 0, true);
}

static int
narrowed(struct compiler *c, int column, int step)
{
	if (!c->program->columns[column].wide || is_wide(c, step))
		return column;
	return call2(c, KERNEL_NARROW, column, column, 0, false);
}

/* Whether the column of STEP is 0 or -1. */
static bool
masked(const struct compiler *c, int step)
{
	const struct bf_right_step *s = at(c, step);

	return s->yesno
		|| (s->code == RIGHT_FACT
			&& s->d < (int64_t)c->rights->fact_count
			&& c->rights->facts[s->d].kind == BF_RIGHT_YESNO);
}

/* --- operands ------------------------------------------------------------- */

static bool
constant(const struct compiler *c, int step)
{
	return at(c, step)->low == at(c, step)->high;
}

/* The column of STEP as it is: a condition is 0 or -1. */
static int
raw(struct compiler *c, int step, enum side side)
{
	emit(c, step);
	return c->columns[side][step];
}

/* The column of STEP as a number, of 64 bits when WIDE. */
static int
operand(struct compiler *c, int step, enum side side, bool wide)
{
	struct bf_right_call turn = { .kernel = KERNEL_SCALE, .c = -1 };
	int column = raw(c, step, side);

	if (masked(c, step)) {
		turn.in[0] = turn.in[1] = turn.in[2] = column;
		turn.in[5] = -1;
		column = call_put(c, &turn, false);
	}
	return wide ? widened(c, column) : column;
}

/* --- sums ----------------------------------------------------------------- */

struct term {
	int column;
	int64_t coef;
};

/* Whether the sum, with K, stays within 32 bits on the way. */
static bool
sum_narrow(const struct compiler *c, const struct bf_right_step *s, int64_t k)
{
	__int128 sum = k < 0 ? -(__int128)k : k, most;
	const struct bf_right_step *a;
	int i;

	for (i = 0; i < s->count; i++) {
		a = at(c, s->args[i]);
		most = -(__int128)a->low > a->high ? -(__int128)a->low
						   : a->high;
		sum += most * llabs(s->coefs[i]);
		if (!in_32(-sum, sum) || llabs(s->coefs[i]) > INT32_MAX)
			return false;
	}
	return true;
}

/* What is taken as it is first, then what is taken away, then what is
 * multiplied, by factor. */
static int
by_coef(const void *a, const void *b)
{
	const struct term *x = a, *y = b;
	int rank_x = x->coef == 1 ? 0 : x->coef == -1 ? 1 : 2;
	int rank_y = y->coef == 1 ? 0 : y->coef == -1 ? 1 : 2;

	if (rank_x != rank_y)
		return rank_x - rank_y;
	if (x->coef != y->coef)
		return x->coef < y->coef ? -1 : 1;
	return x->column - y->column;
}

/* The terms of S for SIDE, plain ones first. */
static struct term *
terms_find(struct compiler *c, const struct bf_right_step *s, enum side side)
{
	struct term *terms = bf_alloc(
		c->arena, ((size_t)s->count + 1) * sizeof(*terms));
	int i;

	for (i = 0; i < s->count; i++) {
		terms[i].column = raw(c, s->args[i],
			s->coefs[i] > 0       ? side
				: side == LOW ? HIGH
					      : LOW);
		terms[i].coef = masked(c, s->args[i]) ? -s->coefs[i]
						      : s->coefs[i];
	}
	qsort(terms, (size_t)s->count, sizeof(*terms), by_coef);
	return terms;
}

/* The kernel for the sum of two terms, or its comparison: by what the first is
 * multiplied with, and the second. */
static enum bf_right_kernel
pair_kernel(int64_t c, int64_t d, bool compare)
{
	if (c == 1 && d == 1)
		return compare ? KERNEL_SUM_MORE : KERNEL_SUM;
	if (c == 1 && d == -1)
		return compare ? KERNEL_DIFFERENCE_MORE : KERNEL_DIFFERENCE;
	if (c == 1)
		return compare ? KERNEL_SUM_SCALED_MORE : KERNEL_SUM_SCALED;
	if (c == -1)
		return compare ? KERNEL_SCALED_LESS_MORE : KERNEL_SCALED_LESS;
	return compare ? KERNEL_SCALED_MORE : KERNEL_SCALED;
}

/* C * x + D * y + K, or compared with K where COMPARE. */
static int
pair(struct compiler *c, const struct term *x, const struct term *y, int64_t k,
	bool compare)
{
	const struct bf_right_call call = {
		.kernel = pair_kernel(x->coef, y->coef, compare),
		.in = { x->column, y->column, y->column, 0, 0, -1 },
		.c = x->coef,
		.d = y->coef,
		.k = k,
	};

	return call_put(c, &call, false);
}

static int
single(struct compiler *c, const struct term *x, int64_t k)
{
	struct bf_right_call call = {
		.kernel = x->coef == 1 ? KERNEL_ADD : KERNEL_SCALE,
		.in = { x->column, x->column, x->column, 0, 0, -1 },
		.c = x->coef,
		.k = k,
	};

	return x->coef == 1 && k == 0 ? x->column : call_put(c, &call, false);
}

/* Terms with the same factor, which stand together, become one: first they are
 * added.  What is taken as it is, one by one. */
static int
factors_join(struct compiler *c, struct term *terms, int count)
{
	int i, n = 0, left;

	for (i = 0; i < count; i++) {
		if (n == 0 || terms[n - 1].coef != terms[i].coef) {
			terms[n++] = terms[i];
			continue;
		}
		left = i + 1 < count && terms[i + 1].coef == terms[i].coef;
		terms[n - 1].column = left
			? call3(c, KERNEL_SUM3, terms[n - 1].column,
				terms[i].column, terms[i + 1].column, false)
			: call2(c, KERNEL_SUM, terms[n - 1].column,
				terms[i].column, 0, false);
		i += left;
	}
	return n;
}

static int
sum_of_32(struct compiler *c, struct term *terms, int count, int64_t k)
{
	struct term sum = { 0, 1 };
	int i;

	if (count == 0)
		return call2(c, KERNEL_FILL, 0, 0, k, false);
	if (count > 2)
		count = factors_join(c, terms, count);
	if (count == 1)
		return single(c, &terms[0], k);
	if (count == 2)
		return pair(c, &terms[0], &terms[1], k, false);
	/* Without K: a comparison of the same sum shares it. */
	sum.column = pair(c, &terms[0], &terms[1], 0, false);
	for (i = 2; i < count; i++)
		sum.column = pair(c, &sum, &terms[i], 0, false);
	return single(c, &sum, k);
}

static int
sum_of_64(struct compiler *c, const struct term *terms, int count, int64_t k)
{
	int sum = call2(c, KERNEL_FILL_WIDE, 0, 0, k, true), i;
	struct bf_right_call call = { 0 };

	for (i = 0; i < count; i++) {
		call = (struct bf_right_call){
			.kernel = c->program->columns[terms[i].column].wide
				? KERNEL_ADD_WIDE
				: KERNEL_SCALED_WIDE,
			.in = { sum, terms[i].column, sum, 0, 0, -1 },
			.d = terms[i].coef,
		};
		sum = call_put(c, &call, true);
	}
	return sum;
}

/* The sum of S with K instead of its own constant. */
static int
sum(struct compiler *c, const struct bf_right_step *s, enum side side,
	int64_t k)
{
	struct term *terms = terms_find(c, s, side);

	return sum_narrow(c, s, k) ? sum_of_32(c, terms, s->count, k)
				   : sum_of_64(c, terms, s->count, k);
}

/* --- comparisons ---------------------------------------------------------- */

/* Whether COLUMN is more, or less, than K. */
static int
beside(struct compiler *c, int column, bool more, int64_t k)
{
	bool wide = c->program->columns[column].wide;
	enum bf_right_kernel kernel = more
		? wide ? KERNEL_MORE_WIDE : KERNEL_MORE
		: wide ? KERNEL_LESS_WIDE
		       : KERNEL_LESS;

	return call2(c, kernel, column, column, k, false);
}

static int
more(struct compiler *c, const struct bf_right_step *s, enum side side)
{
	struct term *terms = terms_find(c, s, side);

	if (!sum_narrow(c, s, s->k))
		return beside(c, sum_of_64(c, terms, s->count, 0), true, -s->k);
	if (s->count == 1 && masked(c, s->args[0]) && s->coefs[0] == 1
		&& s->k == 0)
		return terms[0].column;
	if (s->count == 1 && terms[0].coef == -1)
		return beside(c, terms[0].column, false, s->k);
	if (s->count == 2)
		return pair(c, &terms[0], &terms[1], -s->k, true);
	return beside(c, sum_of_32(c, terms, s->count, 0), true, -s->k);
}

/* Whether the sum is 0, or is not, where all is known. */
static int
same(struct compiler *c, const struct bf_right_step *s)
{
	bool is = s->code == RIGHT_SAME;
	int column = sum(c, s, LOW, 0);

	return call2(c,
		c->program->columns[column].wide
			? is ? KERNEL_SAME_WIDE : KERNEL_OTHER_WIDE
			: is ? KERNEL_SAME
			     : KERNEL_OTHER,
		column, column, -s->k, false);
}

static void
same_open(struct compiler *c, const struct bf_right_step *s, int out[2])
{
	int low = sum(c, s, LOW, 0), high = sum(c, s, HIGH, 0);
	bool is = s->code == RIGHT_SAME;

	if (is) {
		out[LOW] = call2(c, KERNEL_ALL, beside(c, low, true, -s->k - 1),
			beside(c, high, false, -s->k + 1), 0, false);
		out[HIGH] = call2(c, KERNEL_ALL,
			beside(c, low, false, -s->k + 1),
			beside(c, high, true, -s->k - 1), 0, false);
		return;
	}
	out[LOW] = call2(c, KERNEL_ANY, beside(c, low, true, -s->k),
		beside(c, high, false, -s->k), 0, false);
	out[HIGH] = call2(c, KERNEL_ANY, beside(c, low, false, -s->k),
		beside(c, high, true, -s->k), 0, false);
}

/* --- several of a kind ---------------------------------------------------- */

static int
joined(struct compiler *c, const struct bf_right_step *s, enum side side)
{
	bool all = s->code == RIGHT_ALL;
	int out = raw(c, s->args[0], side), i, y, z;

	for (i = 1; i < s->count;) {
		y = raw(c, s->args[i++], side);
		if (i == s->count)
			return call2(c, all ? KERNEL_ALL : KERNEL_ANY, out, y,
				0, false);
		z = raw(c, s->args[i++], side);
		out = call3(
			c, all ? KERNEL_ALL3 : KERNEL_ANY3, out, y, z, false);
	}
	return out;
}

static int
pick_of_two(struct compiler *c, const struct bf_right_step *s, int x, int arg,
	enum side side, bool wide)
{
	bool most = s->code == RIGHT_MOST;

	if (!wide && constant(c, arg))
		return call2(c, most ? KERNEL_MOST_K : KERNEL_LEAST_K, x, x,
			at(c, arg)->low, false);
	return call2(c,
		wide           ? most ? KERNEL_MOST_WIDE : KERNEL_LEAST_WIDE
			: most ? KERNEL_MOST
			       : KERNEL_LEAST,
		x, operand(c, arg, side, wide), 0, wide);
}

static int
picked(struct compiler *c, int step, enum side side)
{
	const struct bf_right_step *s = at(c, step);
	bool wide = false;
	int first = 0, out, i;

	for (i = 0; i < s->count; i++)
		wide |= is_wide(c, s->args[i]);
	while (first + 1 < s->count && constant(c, s->args[first]))
		first++;
	out = operand(c, s->args[first], side, wide);
	for (i = 0; i < s->count; i++)
		if (i != first)
			out = pick_of_two(c, s, out, s->args[i], side, wide);
	return narrowed(c, out, step);
}

/* --- branches ------------------------------------------------------------- */

/* Make a branch, knowing when it is needed. */
static void
branch(struct compiler *c, int when, bool yes, int step)
{
	bool noted = c->guard_count < GUARDS_MOST;

	if (noted)
		c->guards[c->guard_count++] = (struct guard){ when, yes };
	emit(c, step);
	c->guard_count -= noted;
}

/* Where one branch, or both, is always the same; -1: neither. */
static int
chosen_constant(struct compiler *c, int step, enum side side, int when)
{
	const struct bf_right_step *s = at(c, step);
	const struct bf_right_step *yes = at(c, s->args[1]);
	const struct bf_right_step *no = at(c, s->args[2]);
	bool yes_is = constant(c, s->args[1]), no_is = constant(c, s->args[2]);
	const struct bf_right_call both = { .kernel = KERNEL_IF_EITHER,
		.in = { when, when, when, 0, 0, -1 },
		.d = yes->low,
		.k = no->low };

	if (yes_is && no_is && in_32((__int128)yes->low - no->low, 0)
		&& in_32(0, (__int128)yes->low - no->low))
		return call_put(c, &both, false);
	if (no_is)
		return call2(c, no->low ? KERNEL_IF_ELSE : KERNEL_IF_ZERO, when,
			operand(c, s->args[1], side, false), no->low, false);
	if (yes_is)
		return call2(c, yes->low ? KERNEL_IF_THEN : KERNEL_ZERO_IF,
			when, operand(c, s->args[2], side, false), yes->low,
			false);
	return -1;
}

/* One branch or the other, as WHEN says. */
static int
chosen(struct compiler *c, int step, enum side side, int when)
{
	const struct bf_right_step *s = at(c, step);
	bool wide = is_wide(c, step);
	int out = -1;

	if (!wide)
		out = chosen_constant(c, step, side, when);
	return out >= 0 ? out
			: call3(c, wide ? KERNEL_IF_WIDE : KERNEL_IF, when,
				operand(c, s->args[1], side, wide),
				operand(c, s->args[2], side, wide), wide);
}

/* The condition is not known: the lesser branch, or the greater one.  Where one
 * of both always is that, it counts as soon as it is possible. */
static int
chosen_open(struct compiler *c, int step, enum side side)
{
	const struct bf_right_step *s = at(c, step);
	const struct bf_right_step *yes = at(c, s->args[1]);
	const struct bf_right_step *no = at(c, s->args[2]);
	bool wide = is_wide(c, step), least = side == LOW;
	int certain = raw(c, s->args[0], LOW);
	int possible = raw(c, s->args[0], HIGH);
	struct bf_right_call call = {
		.kernel = wide
			? least ? KERNEL_IF_LEAST_WIDE : KERNEL_IF_MOST_WIDE
			: least ? KERNEL_IF_LEAST
				: KERNEL_IF_MOST,
		.in = { certain, possible, 0, 0, 0, -1 },
	};

	if (yes->low >= no->high)
		return chosen(c, step, side, least ? certain : possible);
	if (yes->high <= no->low)
		return chosen(c, step, side, least ? possible : certain);
	call.in[2] = operand(c, s->args[1], side, wide);
	call.in[3] = operand(c, s->args[2], side, wide);
	return call_put(c, &call, wide);
}

static void
choose(struct compiler *c, int step, int out[2])
{
	const struct bf_right_step *s = at(c, step);
	int when;

	emit(c, s->args[0]);
	if (!constant(c, s->args[1]))
		branch(c, s->args[0], true, s->args[1]);
	if (!constant(c, s->args[2]))
		branch(c, s->args[0], false, s->args[2]);
	if (exact(c, s->args[0])) {
		when = raw(c, s->args[0], LOW);
		out[LOW] = chosen(c, step, LOW, when);
		out[HIGH] = exact(c, step) ? out[LOW]
					   : chosen(c, step, HIGH, when);
		return;
	}
	out[LOW] = chosen_open(c, step, LOW);
	out[HIGH] = chosen_open(c, step, HIGH);
}

/* --- lists, divisions, lines ---------------------------------------------- */

/* The list of S in as many bits as its column has. */
static const void *
list_of(struct compiler *c, const struct bf_right_step *s, bool wide)
{
	int32_t *out;
	int64_t i;

	if (wide)
		return s->table;
	out = bf_alloc(c->arena, (size_t)s->d * sizeof(*out));
	for (i = 0; i < s->d; i++)
		out[i] = (int32_t)s->table[i];
	return out;
}

static void
listed(struct compiler *c, int step, int out[2])
{
	const struct bf_right_step *s = at(c, step);
	bool wide = is_wide(c, step);
	int low = operand(c, s->args[0], LOW, false), high;
	struct bf_right_call call = { .k = s->k,
		.kernel = wide ? KERNEL_TABLE_WIDE : KERNEL_TABLE,
		.table = list_of(c, s, wide),
		.in = { low, low, low, 0, 0, -1 } };

	if (exact(c, step)) {
		out[LOW] = out[HIGH] = call_put(c, &call, wide);
		return;
	}
	high = operand(c, s->args[0], HIGH, false);
	call.in[1] = call.in[2] = high;
	call.kernel = wide ? KERNEL_TABLE_LEAST_WIDE : KERNEL_TABLE_LEAST;
	out[LOW] = call_put(c, &call, wide);
	call.kernel = wide ? KERNEL_TABLE_MOST_WIDE : KERNEL_TABLE_MOST;
	out[HIGH] = call_put(c, &call, wide);
}

/* What the sum of S can be. */
static void
sum_range(const struct compiler *c, const struct bf_right_step *s,
	__int128 *low, __int128 *high)
{
	const struct bf_right_step *a;
	__int128 coef;
	int i;

	*low = *high = s->k;
	for (i = 0; i < s->count; i++) {
		a = at(c, s->args[i]);
		coef = s->coefs[i];
		*low += coef * (coef > 0 ? a->low : a->high);
		*high += coef * (coef > 0 ? a->high : a->low);
	}
}

/* Division by D as a multiplication, for numbers from 0 to 2^31. */
static void
magic(struct bf_right_call *call, int64_t d)
{
	int bits = 0;

	while (((int64_t)1 << bits) < d)
		bits++;
	call->shift = 31 + bits;
	call->factor = ((uint64_t)1 << call->shift) / (uint64_t)d + 1;
}

static int
divided(struct compiler *c, int step, enum side side)
{
	const struct bf_right_step *s = at(c, step);
	int column = sum(c, s, side, 0);
	bool wide = c->program->columns[column].wide;
	struct bf_right_call call = { .d = s->d, .k = s->k };
	__int128 low, high;
	int64_t base;

	sum_range(c, s, &low, &high);
	base = bf_right_floor((int64_t)low, s->d);
	wide |= high - (__int128)base * s->d > INT32_MAX || s->d > INT32_MAX;
	if (wide)
		column = widened(c, column);
	call.in[0] = call.in[1] = call.in[2] = column;
	call.in[5] = -1;
	if (wide) {
		call.kernel = KERNEL_DIVIDE_WIDE;
		return narrowed(c, call_put(c, &call, true), step);
	}
	call.kernel = KERNEL_DIVIDE;
	call.k -= base * s->d;
	call.c = base;
	magic(&call, s->d);
	return call_put(c, &call, false);
}

/* Where the branches that lead here are taken: a column, or -1 for everywhere.
 */
static int
needed(struct compiler *c)
{
	const struct guard *g = c->guards + c->guard_from;
	int out = -1;

	for (; g < c->guards + c->guard_count; g++) {
		int at = raw(c, g->step, g->yes ? HIGH : LOW);

		if (out < 0 && !g->yes)
			out = call2(c, KERNEL_FILL, 0, 0, -1, false);
		out = out < 0 ? at
			      : call2(c, g->yes ? KERNEL_ALL : KERNEL_BUT, out,
				      at, 0, false);
	}
	return out;
}

/* One corner of the line: x and its ends as far apart, or near, as can be. */
static int
corner(struct compiler *c, int step, enum side x, enum side ends, enum side y,
	int where)
{
	static const int is_x[5] = { 1, 1, 0, 1, 0 };
	const struct bf_right_step *s = at(c, step);
	struct bf_right_call call = { .k = s->k,
		.d = s->d,
		.c = is_wide(c, step),
		.high = x == HIGH,
		.least = s->low };
	bool wide = false;
	int i;

	for (i = 0; i < 5; i++)
		wide |= is_wide(c, s->args[i]);
	for (i = 0; i < 5; i++)
		call.in[i] = operand(c, s->args[i],
			i == 0            ? x
				: is_x[i] ? ends
					  : y,
			wide);
	call.in[5] = where;
	call.kernel = wide         ? KERNEL_LINE_WIDE
		: is_wide(c, step) ? KERNEL_LINE_TO_WIDE
				   : KERNEL_LINE;
	return narrowed(c, call_put(c, &call, wide || is_wide(c, step)), step);
}

static void
lined(struct compiler *c, int step, int out[2])
{
	bool wide = is_wide(c, step);
	int where = needed(c), near, far;

	if (exact(c, step)) {
		out[LOW] = out[HIGH] = corner(c, step, LOW, HIGH, LOW, where);
		return;
	}
	near = corner(c, step, LOW, HIGH, LOW, where);
	far = corner(c, step, HIGH, LOW, LOW, where);
	out[LOW] = call2(
		c, wide ? KERNEL_LEAST_WIDE : KERNEL_LEAST, near, far, 0, wide);
	near = corner(c, step, LOW, HIGH, HIGH, where);
	far = corner(c, step, HIGH, LOW, HIGH, where);
	out[HIGH] = call2(
		c, wide ? KERNEL_MOST_WIDE : KERNEL_MOST, near, far, 0, wide);
}

static int
aged(struct compiler *c, const struct bf_right_step *s, enum side side)
{
	enum side other = side == LOW ? HIGH : LOW;

	return call2(c, KERNEL_AGE, operand(c, s->args[0], other, false),
		operand(c, s->args[1], side, false), 0, false);
}

/* --- steps ---------------------------------------------------------------- */

static int
side_make(struct compiler *c, int step, enum side side)
{
	const struct bf_right_step *s = at(c, step);

	switch (s->code) {
	case RIGHT_SUM:
		return narrowed(c, sum(c, s, side, s->k), step);
	case RIGHT_MORE:
		return more(c, s, side);
	case RIGHT_ALL:
	case RIGHT_ANY:
		return joined(c, s, side);
	case RIGHT_LEAST:
	case RIGHT_MOST:
		return picked(c, step, side);
	case RIGHT_DIVIDE:
		return divided(c, step, side);
	case RIGHT_AGE:
		return aged(c, s, side);
	default: /* RIGHT_SAME, RIGHT_OTHER */
		return same(c, s);
	}
}

static void
make(struct compiler *c, int step, int out[2])
{
	const struct bf_right_step *s = at(c, step);

	if (constant(c, step)) {
		out[LOW] = out[HIGH] = call2(c,
			is_wide(c, step) ? KERNEL_FILL_WIDE : KERNEL_FILL, 0, 0,
			s->yesno ? -s->low : s->low, is_wide(c, step));
		return;
	}
	if (s->code == RIGHT_IF) {
		choose(c, step, out);
		return;
	}
	if (s->code == RIGHT_TABLE) {
		listed(c, step, out);
		return;
	}
	if (s->code == RIGHT_LINE) {
		lined(c, step, out);
		return;
	}
	if (!exact(c, step)
		&& (s->code == RIGHT_SAME || s->code == RIGHT_OTHER)) {
		same_open(c, s, out);
		return;
	}
	out[LOW] = side_make(c, step, LOW);
	out[HIGH] = exact(c, step) ? out[LOW] : side_make(c, step, HIGH);
}

/* What several use is needed wherever one of them is. */
static void
emit(struct compiler *c, int step)
{
	int out[2], from = c->guard_from;

	if (c->columns[LOW][step] >= 0)
		return;
	if (c->users[step] > 1)
		c->guard_from = c->guard_count;
	make(c, step, out);
	c->guard_from = from;
	c->columns[LOW][step] = out[LOW];
	c->columns[HIGH][step] = out[HIGH];
}

static void
users_count(struct compiler *c)
{
	const struct bf_right_ruling *r = c->era->rulings;
	size_t i;
	int k;

	c->users = bf_alloc(c->arena, (c->era->count + 1) * sizeof(int));
	for (i = 0; i < c->era->count; i++)
		for (k = 0; k < c->era->steps[i].count; k++)
			c->users[c->era->steps[i].args[k]]++;
	for (i = 0; i < c->rights->count; i++, r++)
		if (r->held) {
			c->users[r->entitled]++;
			if (r->amount >= 0)
				c->users[r->amount]++;
		}
}

/* The columns of facts, and of the day. */
static void
facts_place(struct compiler *c)
{
	int facts = (int)c->rights->fact_count + 1, i;
	const struct bf_right_step *s;
	bool hidden;

	for (i = 0; i < 2 * facts; i++)
		(void)column_new(c, false);
	for (i = 0; i < (int)c->era->count; i++) {
		c->columns[LOW][i] = c->columns[HIGH][i] = -1;
		s = at(c, i);
		if (s->code != RIGHT_FACT)
			continue;
		hidden = !exact(c, i);
		c->columns[LOW][i] = (int)s->d;
		c->columns[HIGH][i] = (int)s->d + (hidden ? facts : 0);
	}
}

static void
law_emit(struct compiler *c, size_t law, int *pinned, size_t *count)
{
	const struct bf_right_ruling *r = &c->era->rulings[law];
	struct bf_right_out *out = &c->program->outs[law];

	*out = (struct bf_right_out){ -1, -1, -1, -1 };
	if (!r->held)
		return;
	out->certain = raw(c, r->entitled, LOW);
	out->possible = raw(c, r->entitled, HIGH);
	pinned[(*count)++] = out->certain;
	pinned[(*count)++] = out->possible;
	if (r->amount < 0)
		return;
	out->low = operand(c, r->amount, LOW, false);
	out->high = operand(c, r->amount, HIGH, false);
	pinned[(*count)++] = out->low;
	pinned[(*count)++] = out->high;
}

struct bf_right_program *
bf_right_compile(const struct bf_rights *rights, const struct bf_right_era *era,
	uint64_t hidden)
{
	struct compiler c = {
		.arena = rights->arena, .rights = rights, .era = era
	};
	int *pinned = bf_alloc(
		c.arena, (4 * rights->count + 1) * sizeof(*pinned));
	size_t count = 0, i;

	c.program = bf_alloc(c.arena, sizeof(*c.program));
	c.program->hidden = hidden;
	c.program->outs = bf_alloc(
		c.arena, (rights->count + 1) * sizeof(*c.program->outs));
	for (i = 0; i < 2; i++)
		c.columns[i] = bf_alloc(
			c.arena, (era->count + 1) * sizeof(int));
	users_count(&c);
	facts_place(&c);
	for (i = 0; i < rights->count; i++)
		law_emit(&c, (size_t)rights->order[i], pinned, &count);
	bf_right_room(c.arena, c.program, 2 * (rights->fact_count + 1), pinned,
		count);
	return c.program;
}
