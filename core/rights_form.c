/* Exact sums: what a tree adds, takes away and multiplies by numbers becomes
 * whole numbers times steps over one denominator, so that what is there twice
 * with another sign is gone.
 */
#include "rights_own.h"
#include <string.h>

#define CHOICES_MOST 2    /* that are looked at one by one */
#define CASES_MOST 200000 /* of an era */

static __int128
gcd(__int128 a, __int128 b)
{
	__int128 t;

	if (a < 0)
		a = -a;
	if (b < 0)
		b = -b;
	while (b) {
		t = a % b;
		a = b;
		b = t;
	}
	return a;
}

bool
bf_right_too_large(struct bf_right_builder *b)
{
	return bf_right_fail(b,
		BF_N("This can become too large to be exact. Make the ranges "
		     "of the facts smaller, or use fewer decimals."),
		NULL, NULL);
}

static bool
fits(__int128 n)
{
	return n <= BF_RIGHT_MOST && n >= -BF_RIGHT_MOST;
}

struct bf_ratio
bf_ratio_of(__int128 number, __int128 over, bool *good)
{
	__int128 g = gcd(number, over);

	if (over < 0)
		g = -g;
	if (g == 0)
		g = 1;
	number /= g;
	over /= g;
	*good = fits(number) && fits(over) && over > 0;
	return *good ? (struct bf_ratio){ (int64_t)number, (int64_t)over }
		     : (struct bf_ratio){ 0, 1 };
}

static struct bf_right_form *
form_new(struct bf_right_builder *b, int count)
{
	struct bf_right_form *f = bf_alloc(b->rights->arena, sizeof(*f));

	f->over = 1;
	f->terms = bf_alloc(
		b->rights->arena, ((size_t)count + 1) * sizeof(*f->terms));
	return f;
}

/* The parts of the sum without their signs, at most. */
static __int128
size_of(const struct bf_right_builder *b, const struct bf_right_form *f,
	__int128 times)
{
	const struct bf_right_step *s;
	__int128 sum = f->k < 0 ? -(__int128)f->k : f->k, most, coef;
	int i;

	for (i = 0; i < f->count; i++) {
		s = &b->era->steps[f->terms[i].step];
		most = -(__int128)s->low > s->high ? -(__int128)s->low
						   : s->high;
		coef = f->terms[i].coef;
		sum += (coef < 0 ? -coef : coef) * most;
		if (!fits(sum))
			return (__int128)BF_RIGHT_MOST * 2;
	}
	return sum * times;
}

struct bf_right_form *
bf_right_form_ratio(struct bf_right_builder *b, struct bf_ratio r)
{
	struct bf_right_form *f = form_new(b, 0);

	f->k = r.number;
	f->over = r.over;
	return f;
}

struct bf_right_form *
bf_right_form_step(struct bf_right_builder *b, int step, struct bf_ratio times)
{
	struct bf_right_form *f = form_new(b, 1);
	int64_t constant;

	f->over = times.over;
	if (bf_right_constant(b, step, &constant)) {
		f->k = constant * times.number;
		return f;
	}
	f->terms[0] = (struct bf_right_term){ step, times.number };
	f->count = times.number != 0;
	return f;
}

/* Terms of both by step; those that cancel are gone. */
static bool
merge(struct bf_right_form *out, const struct bf_right_form *x, __int128 mx,
	const struct bf_right_form *y, __int128 my)
{
	int i = 0, k = 0, step;
	__int128 coef;

	while (i < x->count || k < y->count) {
		step = k == y->count
				|| (i < x->count
					&& x->terms[i].step < y->terms[k].step)
			? x->terms[i].step
			: y->terms[k].step;
		coef = 0;
		if (i < x->count && x->terms[i].step == step)
			coef += mx * x->terms[i++].coef;
		if (k < y->count && y->terms[k].step == step)
			coef += my * y->terms[k++].coef;
		if (!fits(coef))
			return false;
		if (coef != 0)
			out->terms[out->count++] = (struct bf_right_term){ step,
				(int64_t)coef };
	}
	return true;
}

static void
reduce(struct bf_right_form *f)
{
	__int128 g = gcd(f->k, f->over);
	int i;

	for (i = 0; i < f->count && g > 1; i++)
		g = gcd(g, f->terms[i].coef);
	if (g <= 1)
		return;
	f->k /= (int64_t)g;
	f->over /= (int64_t)g;
	for (i = 0; i < f->count; i++)
		f->terms[i].coef /= (int64_t)g;
}

static struct bf_right_form *
add(struct bf_right_builder *b, const struct bf_right_form *x,
	struct bf_ratio a, const struct bf_right_form *y, struct bf_ratio c)
{
	struct bf_right_form *f = form_new(b, x->count + y->count);
	__int128 dx = (__int128)x->over * a.over;
	__int128 dy = (__int128)y->over * c.over;
	__int128 over, mx, my, k = 0;
	bool good = fits(dx) && fits(dy);

	if (good) {
		over = dx / gcd(dx, dy) * dy;
		mx = over / dx * a.number;
		my = over / dy * c.number;
		good = fits(over) && fits(mx) && fits(my);
	}
	if (good) {
		k = mx * x->k + my * y->k;
		good = fits(k) && merge(f, x, mx, y, my);
		f->k = (int64_t)k;
		f->over = (int64_t)over;
	}
	if (!good || !fits(size_of(b, f, 1))) {
		(void)bf_right_too_large(b);
		return form_new(b, 0);
	}
	reduce(f);
	return f;
}

int64_t
bf_right_form_over(struct bf_right_builder *b,
	struct bf_right_form *const *forms, int count)
{
	__int128 over = 1;
	int i;

	for (i = 0; i < count; i++) {
		over = over / gcd(over, forms[i]->over) * forms[i]->over;
		if (!fits(over)) {
			(void)bf_right_too_large(b);
			return 0;
		}
	}
	return (int64_t)over;
}

/* A step with the terms of FORM times TIMES, plus K. */
static int
step_of(struct bf_right_builder *b, enum bf_right_code code,
	const struct bf_right_form *form, int64_t times, int64_t k, int64_t d)
{
	size_t n = (size_t)form->count, i;
	struct bf_right_step s = { .code = code,
		.yesno = code == RIGHT_MORE || code == RIGHT_SAME,
		.count = form->count,
		.k = k,
		.d = d };

	s.args = bf_alloc(b->rights->arena, (n + 1) * sizeof(*s.args));
	s.coefs = bf_alloc(b->rights->arena, (n + 1) * sizeof(*s.coefs));
	for (i = 0; i < n; i++) {
		s.args[i] = form->terms[i].step;
		s.coefs[i] = form->terms[i].coef * times;
	}
	return bf_right_put(b, &s);
}

int
bf_right_form_sum(struct bf_right_builder *b, const struct bf_right_form *form,
	int64_t over)
{
	int64_t times = over ? over / form->over : 0;

	if (times == 0 || !fits(size_of(b, form, times))) {
		(void)bf_right_too_large(b);
		return BF_RIGHT_FALSE;
	}
	if (form->count == 1 && form->k == 0
		&& form->terms[0].coef * times == 1)
		return form->terms[0].step;
	return step_of(b, RIGHT_SUM, form, times, form->k * times, 0);
}

/* What divides every coefficient. */
static int64_t
coefs_gcd(const struct bf_right_form *form)
{
	__int128 g = 0;
	int i;

	for (i = 0; i < form->count; i++)
		g = gcd(g, form->terms[i].coef);
	return (int64_t)g;
}

static struct bf_right_form *
divided(struct bf_right_builder *b, const struct bf_right_form *form, int64_t g)
{
	struct bf_right_form *f = form_new(b, form->count);

	for (; f->count < form->count; f->count++)
		f->terms[f->count] = (struct bf_right_term){
			form->terms[f->count].step,
			form->terms[f->count].coef / g
		};
	return f;
}

/* A condition that is always the same is one of the two constants. */
static int
settled(struct bf_right_builder *b, int step)
{
	int64_t constant;

	if (bf_right_constant(b, step, &constant))
		return constant ? BF_RIGHT_TRUE : BF_RIGHT_FALSE;
	return step;
}

int
bf_right_form_more(struct bf_right_builder *b, const struct bf_right_form *form,
	int64_t more)
{
	int64_t g = coefs_gcd(form);

	if (g == 0)
		return form->k + more > 0 ? BF_RIGHT_TRUE : BF_RIGHT_FALSE;
	return settled(b,
		step_of(b, RIGHT_MORE, divided(b, form, g), 1,
			-bf_right_floor(-(form->k + more), g), 0));
}

int
bf_right_form_same(struct bf_right_builder *b, const struct bf_right_form *form)
{
	int64_t g = coefs_gcd(form);

	if (g == 0)
		return form->k == 0 ? BF_RIGHT_TRUE : BF_RIGHT_FALSE;
	if (form->k % g)
		return BF_RIGHT_FALSE;
	if (form->terms[0].coef < 0)
		g = -g;
	return settled(b,
		step_of(b, RIGHT_SAME, divided(b, form, g), 1, form->k / g, 0));
}

/* --- what is both in a sum and in the least or the most of it ------------- */

static const struct bf_ratio one = { 1, 1 };

/* What STEP is: a sum as its terms. */
static struct bf_right_form *
opened(struct bf_right_builder *b, int step)
{
	const struct bf_right_step *s = &b->era->steps[step];
	struct bf_right_form *out;

	if (s->code != RIGHT_SUM)
		return bf_right_form_step(b, step, one);
	out = form_new(b, s->count);
	for (; out->count < s->count; out->count++)
		out->terms[out->count] = (struct bf_right_term){
			s->args[out->count], s->coefs[out->count]
		};
	out->k = s->k;
	return out;
}

struct bf_right_form *
bf_right_form_opened(struct bf_right_builder *b, int step, int64_t over)
{
	struct bf_right_form *out = opened(b, step);

	out->over *= over;
	reduce(out);
	return out;
}

/* Whether TERM is gone from one of the parts of S when it is added to TIMES of
 * it. */
static bool
cancels(struct bf_right_builder *b, const struct bf_right_step *s,
	const struct bf_right_term *term, int64_t times)
{
	const struct bf_right_form *part;
	int i, k;

	for (i = 0; i < s->count; i++) {
		part = opened(b, s->args[i]);
		for (k = 0; k < part->count; k++)
			if (part->terms[k].step == term->step
				&& (__int128)part->terms[k].coef * times
						+ term->coef
					== 0)
				return true;
	}
	return false;
}

/* The terms of FORM that go into term AT of it: net, of net + the most of (c -
 * net) and 0. */
static struct bf_right_form *
inside(struct bf_right_builder *b, const struct bf_right_form *form, int at)
{
	const struct bf_right_step *s = &b->era->steps[form->terms[at].step];
	struct bf_right_form *out = form_new(b, form->count);
	int i;

	if (s->code != RIGHT_LEAST && s->code != RIGHT_MOST)
		return out;
	for (i = 0; i < form->count; i++)
		if (i != at
			&& cancels(b, s, &form->terms[i], form->terms[at].coef))
			out->terms[out->count++] = form->terms[i];
	return out;
}

/* FORM with the terms IN brought into each part of its term AT: the most of c
 * and net. */
static struct bf_right_form *
brought(struct bf_right_builder *b, const struct bf_right_form *form, int at,
	const struct bf_right_form *in)
{
	const struct bf_right_step s = b->era->steps[form->terms[at].step];
	int64_t coef = form->terms[at].coef, sign = coef < 0 ? -1 : 1;
	struct bf_right_form **parts = bf_alloc(b->rights->arena,
		(size_t)s.count * sizeof(struct bf_right_form *));
	struct bf_right_form *rest = form_new(b, form->count), *out;
	int i;

	for (i = 0; i < s.count; i++)
		parts[i] = add(b, opened(b, s.args[i]),
			(struct bf_ratio){ coef * sign, 1 }, in,
			(struct bf_ratio){ sign, 1 });
	rest->terms[0] = form->terms[at];
	rest->count = 1;
	rest = add(b, rest, one, in, one);
	out = add(b, form, one, rest, (struct bf_ratio){ -1, form->over });
	return add(b, out, one, bf_right_pick(b, s.code, parts, s.count),
		(struct bf_ratio){ sign, form->over });
}

struct bf_right_form *
bf_right_form_add(struct bf_right_builder *b, const struct bf_right_form *x,
	struct bf_ratio a, const struct bf_right_form *y, struct bf_ratio c)
{
	struct bf_right_form *out = add(b, x, a, y, c), *in;
	int i;

	for (i = 0; i < out->count; i++) {
		in = inside(b, out, i);
		if (in->count > 0)
			return brought(b, out, i, in);
	}
	return out;
}

/* --- rounding ------------------------------------------------------------- */

/* FORM, whose units are whole numbers, divided by D, downwards: terms that D
 * divides stay outside. */
static struct bf_right_form *
divide(struct bf_right_builder *b, const struct bf_right_form *form, int64_t d)
{
	struct bf_right_form *out = form_new(b, form->count + 1),
			     *in = form_new(b, form->count);
	int64_t whole = bf_right_floor(form->k, d);
	struct bf_right_form *part;
	__int128 g;
	int i;

	for (i = 0; i < form->count; i++)
		if (form->terms[i].coef % d == 0)
			out->terms[out->count++] = (struct bf_right_term){
				form->terms[i].step, form->terms[i].coef / d
			};
		else
			in->terms[in->count++] = form->terms[i];
	out->k = whole;
	if (in->count == 0)
		return out;
	g = gcd(coefs_gcd(in), d);
	if (g == 0)
		g = 1;
	part = bf_right_form_step(b,
		step_of(b, RIGHT_DIVIDE, divided(b, in, (int64_t)g), 1,
			bf_right_floor(form->k - whole * d, (int64_t)g),
			d / (int64_t)g),
		(struct bf_ratio){ 1, 1 });
	return bf_right_form_add(b, out, (struct bf_ratio){ 1, 1 }, part,
		(struct bf_ratio){ 1, 1 });
}

struct bf_right_form *
bf_right_form_round(struct bf_right_builder *b,
	const struct bf_right_form *form, struct bf_ratio step, int add)
{
	static const struct bf_ratio zero = { 0, 1 };
	struct bf_right_form *units;
	int64_t d;

	/* Twice FORM in steps, over D: whole numbers before the division. */
	units = bf_right_form_add(b, form,
		(struct bf_ratio){ step.over, step.number }, form, zero);
	d = units->over;
	if (d > 1) {
		units = bf_right_form_add(
			b, units, (struct bf_ratio){ 2 * d, 1 }, units, zero);
		units->k += add == 1 ? d : add == 2 ? 2 * (d - 1) : 0;
		units = divide(b, units, 2 * d);
	}
	return bf_right_form_add(b, units, step, units, zero);
}

/* --- what a difference is at least ---------------------------------------- */

static int64_t
least_of(struct bf_right_builder *b, const struct bf_right_form *form)
{
	const struct bf_right_step *s;
	int64_t sum = form->k;
	int i;

	for (i = 0; i < form->count; i++) {
		s = &b->era->steps[form->terms[i].step];
		sum += form->terms[i].coef
			* (form->terms[i].coef > 0 ? s->low : s->high);
	}
	return sum;
}

/* FORM with every step that chooses as STEP does replaced by its choice NR. */
static struct bf_right_form *
chosen(struct bf_right_builder *b, const struct bf_right_form *form, int step,
	int nr)
{
	const struct bf_right_step *by = &b->era->steps[step], *s;
	struct bf_right_form *out = bf_right_form_ratio(
		b, (struct bf_ratio){ form->k, 1 });
	struct bf_right_form *part;
	int i;

	for (i = 0; i < form->count; i++) {
		s = &b->era->steps[form->terms[i].step];
		if (s->code != by->code || s->args[0] != by->args[0])
			part = opened(b, form->terms[i].step);
		else if (s->code == RIGHT_TABLE)
			part = bf_right_form_ratio(
				b, (struct bf_ratio){ s->table[nr], 1 });
		else
			part = opened(b, s->args[nr + 1]);
		out = bf_right_form_add(b, out, (struct bf_ratio){ 1, 1 }, part,
			(struct bf_ratio){ form->terms[i].coef, 1 });
	}
	return out;
}

static int64_t
least_by_case(
	struct bf_right_builder *b, const struct bf_right_form *form, int cases)
{
	const struct bf_right_step *s;
	int64_t least = INT64_MAX, value;
	int i, nr, step = -1, count;

	for (i = 0; i < form->count && cases > 0 && b->cases < CASES_MOST;
		i++) {
		s = &b->era->steps[form->terms[i].step];
		if (s->code == RIGHT_IF || s->code == RIGHT_TABLE)
			step = form->terms[i].step;
	}
	if (step < 0)
		return least_of(b, form);
	s = &b->era->steps[step];
	count = s->code == RIGHT_IF ? 2 : (int)s->d;
	for (nr = 0; nr < count; nr++) {
		b->cases++;
		value = least_by_case(b, chosen(b, form, step, nr), cases - 1);
		least = value < least ? value : least;
	}
	return least;
}

int64_t
bf_right_form_least(
	struct bf_right_builder *b, const struct bf_right_form *form)
{
	int64_t least = least_of(b, form);

	return least > 0 ? least : least_by_case(b, form, CHOICES_MOST);
}
