/* Numbers that choose between others: the least, the most, where a condition
 * holds, from a list, along a line.
 */
#include "rights_own.h"
#include <stdlib.h>
#include <string.h>

static const struct bf_ratio one = { 1, 1 };

/* Whether OTHER is always as good as ARG; of two that are always the same the
 * first stays. */
static bool
beaten(const struct bf_right_step *steps, enum bf_right_code code, int arg,
	int other)
{
	const struct bf_right_step *a = &steps[arg], *o = &steps[other];

	if (a->low == a->high && o->low == a->low && o->high == a->high)
		return arg > other;
	return code == RIGHT_MOST ? a->high <= o->low : a->low >= o->high;
}

/* ARGS in order, each once, without what cannot be chosen; how many. */
static int
thin(const struct bf_right_step *steps, enum bf_right_code code, int *args,
	int count)
{
	int i, k, n = 0;
	bool keep;

	qsort(args, (size_t)count, sizeof(*args), bf_right_by_number);
	for (i = 0; i < count; i++) {
		keep = n == 0 || args[n - 1] != args[i];
		for (k = 0; keep && k < count; k++)
			keep = k == i || args[k] == args[i]
				|| !beaten(steps, code, args[i], args[k]);
		if (keep)
			args[n++] = args[i];
	}
	return n;
}

/* A part of a euro as cents: most amounts are in cents elsewhere, and are the
 * same step then.  Whole numbers stay what they are. */
static int64_t
in_cents(int64_t over)
{
	return over > 1 && 100 % over == 0 ? 100 : over;
}

static int
pick_steps(struct bf_right_builder *b, enum bf_right_code code, int *args,
	int count)
{
	struct bf_right_step s = { .code = code };

	s.args = bf_right_parts(b, code, args, &count);
	s.count = thin(b->era->steps, code, s.args, count);
	return s.count == 1 ? s.args[0] : bf_right_put(b, &s);
}

struct bf_right_form *
bf_right_pick(struct bf_right_builder *b, enum bf_right_code code,
	struct bf_right_form **forms, int count)
{
	int64_t over = in_cents(bf_right_form_over(b, forms, count));
	int *args = bf_alloc(
		b->rights->arena, ((size_t)count + 1) * sizeof(*args));
	int i;

	if (over == 0)
		return bf_right_form_ratio(b, one);
	for (i = 0; i < count; i++)
		args[i] = bf_right_form_sum(b, forms[i], over);
	return bf_right_form_opened(b, pick_steps(b, code, args, count), over);
}

/* --- where a condition holds ---------------------------------------------- */

/* Whether sum A is Q times step S but for the constant. */
static bool
along(const struct bf_right_form *a, const struct bf_right_step *s, int64_t *q)
{
	int i;

	if (a->count != s->count || s->count == 0
		|| a->terms[0].coef % s->coefs[0])
		return false;
	*q = a->terms[0].coef / s->coefs[0];
	for (i = 0; i < a->count; i++)
		if (a->terms[i].step != s->args[i]
			|| (__int128)s->coefs[i] * *q != a->terms[i].coef)
			return false;
	return true;
}

/* Where WHEN is "the difference is more than 0" it chooses the most, or the
 * least; RIGHT_IF: neither. */
static enum bf_right_code
as_pick(struct bf_right_builder *b, int when, struct bf_right_form *then,
	struct bf_right_form *otherwise)
{
	const struct bf_right_step *s = &b->era->steps[when];
	struct bf_right_form *d;
	__int128 rest;
	int64_t q;

	if (s->code != RIGHT_MORE)
		return RIGHT_IF;
	d = bf_right_form_add(
		b, then, one, otherwise, (struct bf_ratio){ -1, 1 });
	if (!along(d, s, &q))
		return RIGHT_IF;
	rest = d->k - (__int128)q * s->k;
	if (q > 0 && rest <= 0 && rest >= -q)
		return RIGHT_MOST;
	return q < 0 && rest >= 0 && rest <= -(__int128)q ? RIGHT_LEAST
							  : RIGHT_IF;
}

struct bf_right_form *
bf_right_if(struct bf_right_builder *b, int when, struct bf_right_form *then,
	struct bf_right_form *otherwise)
{
	struct bf_right_form *forms[] = { then, otherwise };
	struct bf_right_step s = { .code = RIGHT_IF, .count = 3 };
	enum bf_right_code code;
	int64_t over;

	if (when == BF_RIGHT_TRUE || when == BF_RIGHT_FALSE)
		return when == BF_RIGHT_TRUE ? then : otherwise;
	code = as_pick(b, when, then, otherwise);
	if (code != RIGHT_IF)
		return bf_right_pick(b, code, forms, 2);
	over = in_cents(bf_right_form_over(b, forms, 2));
	if (over == 0)
		return then;
	s.args = bf_alloc(b->rights->arena, 3 * sizeof(*s.args));
	s.args[0] = when;
	s.args[1] = bf_right_form_sum(b, then, over);
	s.args[2] = bf_right_form_sum(b, otherwise, over);
	if (s.args[1] == s.args[2])
		return then;
	return bf_right_form_step(
		b, bf_right_put(b, &s), (struct bf_ratio){ 1, over });
}

/* --- from a list ---------------------------------------------------------- */

/* The step of INDEX, which is brought within 0 to LAST where it can be far
 * outside. */
static int
within(struct bf_right_builder *b, struct bf_right_form *index, int64_t last)
{
	int step = bf_right_form_sum(b, index, 1);
	const struct bf_right_step *s = &b->era->steps[step];
	struct bf_right_form *pair[2] = { index,
		bf_right_form_ratio(b, (struct bf_ratio){ 0, 1 }) };

	if (s->high - s->low < BF_RIGHT_LIST)
		return step;
	pair[0] = bf_right_pick(b, RIGHT_MOST, pair, 2);
	pair[1] = bf_right_form_ratio(b, (struct bf_ratio){ last, 1 });
	return bf_right_form_sum(b, bf_right_pick(b, RIGHT_LEAST, pair, 2), 1);
}

/* LIST in whole numbers, over the *OVER that is given. */
static int64_t *
list_whole(struct bf_right_builder *b, const struct bf_right_value *list,
	int64_t *over)
{
	struct bf_right_form **forms = bf_alloc(
		b->rights->arena, list->count * sizeof(*forms));
	int64_t *out = bf_alloc(b->rights->arena, list->count * sizeof(*out));
	size_t i;

	for (i = 0; i < list->count; i++)
		forms[i] = bf_right_form_ratio(b, list->values[i]);
	*over = bf_right_form_over(b, forms, (int)list->count);
	for (i = 0; i < list->count && *over; i++)
		out[i] = forms[i]->k * (*over / forms[i]->over);
	return out;
}

/* COUNT values from place FROM on: before the first stands the first, after the
 * last the last. */
static const int64_t *
list_wide(struct bf_right_builder *b, const int64_t *list, size_t length,
	int64_t from, int64_t count)
{
	int64_t *out = bf_alloc(b->rights->arena, (size_t)count * sizeof(*out));
	int64_t last = (int64_t)length - 1, at, i;

	for (i = 0; i < count; i++) {
		at = from + i < 0 ? 0 : from + i;
		out[i] = list[at < last ? at : last];
	}
	return out;
}

struct bf_right_form *
bf_right_table(struct bf_right_builder *b, const struct bf_right_value *list,
	struct bf_right_form *index)
{
	struct bf_right_step s = { .code = RIGHT_TABLE, .count = 1 };
	const struct bf_right_step *i;
	int64_t over, *whole;

	if (index->over != 1) {
		(void)bf_right_fail(b,
			BF_N("The place in a list must be a whole number: "
			     "write naar_beneden(..., euro), for example."),
			NULL, NULL);
		return index;
	}
	whole = list_whole(b, list, &over);
	if (over == 0)
		return index;
	s.args = bf_alloc(b->rights->arena, sizeof(*s.args));
	s.args[0] = within(b, index, (int64_t)list->count - 1);
	i = &b->era->steps[s.args[0]];
	s.k = i->low;
	s.d = i->high - i->low + 1;
	s.table = list_wide(b, whole, list->count, s.k, s.d);
	return bf_right_form_step(
		b, bf_right_put(b, &s), (struct bf_ratio){ 1, over });
}

/* --- along a line --------------------------------------------------------- */

/* The largest number that is made on the way fits. */
static bool
line_fits(const struct bf_right_builder *b, const struct bf_right_step *s)
{
	const struct bf_right_step *steps = b->era->steps;
	__int128 x = 0, y = 0, low, high;
	int i;

	for (i = 0; i < 5; i++) {
		low = -(__int128)steps[s->args[i]].low;
		high = steps[s->args[i]].high;
		high = high > low ? high : low;
		if (i == 0 || i == 1 || i == 3)
			x = high > x ? high : x;
		else
			y = high > y ? high : y;
	}
	/* y1 * (x2 - x1) + (y2 - y1) * (x - x1), and the half. */
	return x < ((__int128)1 << 40) && y < ((__int128)1 << 40)
		&& 12 * x * y * s->k + 4 * x * s->d < ((__int128)1 << 62);
}

struct bf_right_form *
bf_right_line(struct bf_right_builder *b, struct bf_right_form **forms,
	struct bf_ratio step)
{
	struct bf_right_form *xs[] = { forms[0], forms[1], forms[3] };
	struct bf_right_form *ys[] = { forms[2], forms[4] };
	struct bf_right_step s = { .code = RIGHT_LINE, .count = 5 };
	int64_t ox = bf_right_form_over(b, xs, 3);
	int64_t oy = in_cents(bf_right_form_over(b, ys, 2));
	struct bf_ratio pq;
	bool good;
	int i;

	if (bf_right_form_least(b,
		    bf_right_form_add(b, forms[3], one, forms[1],
			    (struct bf_ratio){ -1, 1 }))
		<= 0) {
		(void)bf_right_fail(b,
			BF_N("In op_lijn, the third x must always be more than "
			     "the first: op_lijn(x, x1, y1, x2, y2)."),
			NULL, NULL);
		return forms[0];
	}
	s.args = bf_alloc(b->rights->arena, 5 * sizeof(*s.args));
	for (i = 0; i < 5; i++)
		s.args[i] = bf_right_form_sum(
			b, forms[i], i == 2 || i == 4 ? oy : ox);
	pq = bf_ratio_of(step.over, (__int128)oy * step.number, &good);
	s.k = pq.number;
	s.d = pq.over;
	if (!good || !line_fits(b, &s)) {
		(void)bf_right_too_large(b);
		return forms[0];
	}
	return bf_right_form_step(b, bf_right_put(b, &s), step);
}
