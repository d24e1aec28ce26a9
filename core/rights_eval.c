/* What is known of the steps of an era for one household: each is an integer
 * that lies from low to high, a condition 0 or 1.
 */
#include "rights_own.h"

int64_t
bf_right_floor(int64_t a, int64_t b)
{
	return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* The sum of terms and K, from *OUT_LOW to *OUT_HIGH. */
static void
sum(const struct bf_right_step *s, const int64_t *low, const int64_t *high,
	int64_t *out_low, int64_t *out_high)
{
	int64_t l = s->k, h = l, c;
	int i;

	for (i = 0; i < s->count; i++) {
		c = s->coefs[i];
		l += c * (c > 0 ? low : high)[s->args[i]];
		h += c * (c > 0 ? high : low)[s->args[i]];
	}
	*out_low = l;
	*out_high = h;
}

static void
extreme(const struct bf_right_step *s, const int64_t *low, const int64_t *high,
	int64_t *out_low, int64_t *out_high)
{
	int64_t l = low[s->args[0]], h = high[s->args[0]];
	int i;

	for (i = 1; i < s->count; i++)
		if (s->code == RIGHT_MOST || s->code == RIGHT_ANY) {
			l = bf_right_most(l, low[s->args[i]]);
			h = bf_right_most(h, high[s->args[i]]);
		} else {
			l = bf_right_least(l, low[s->args[i]]);
			h = bf_right_least(h, high[s->args[i]]);
		}
	*out_low = l;
	*out_high = h;
}

static void
choice(const struct bf_right_step *s, const int64_t *low, const int64_t *high,
	int64_t *out_low, int64_t *out_high)
{
	int when = s->args[0], yes = s->args[1], no = s->args[2];

	*out_low = low[when] ? low[yes]
		: high[when] ? bf_right_least(low[yes], low[no])
			     : low[no];
	*out_high = low[when] ? high[yes]
		: high[when]  ? bf_right_most(high[yes], high[no])
			      : high[no];
}

static void
table(const struct bf_right_step *s, const int64_t *low, const int64_t *high,
	int64_t *out_low, int64_t *out_high)
{
	int64_t i = low[s->args[0]] - s->k, end = high[s->args[0]] - s->k;
	int64_t l = s->table[i], h = l;

	for (i++; i <= end; i++) {
		l = bf_right_least(l, s->table[i]);
		h = bf_right_most(h, s->table[i]);
	}
	*out_low = l;
	*out_high = h;
}

int64_t
bf_right_line_at(int64_t x, int64_t x1, int64_t y1, int64_t x2, int64_t y2,
	int64_t k, int64_t d, bool from_high)
{
	int64_t wide = x2 - x1;

	if (from_high && x >= x2)
		return bf_right_floor(2 * y2 * k + d, 2 * d);
	if (x <= x1)
		return bf_right_floor(2 * y1 * k + d, 2 * d);
	if (x >= x2)
		return bf_right_floor(2 * y2 * k + d, 2 * d);
	return bf_right_floor(
		2 * (y1 * wide + (y2 - y1) * (x - x1)) * k + wide * d,
		2 * wide * d);
}

/* It goes up and down with both ys, and as one from y1 to y2: so its ends are
 * at the ends of how far x is. */
static void
line(const struct bf_right_step *s, const int64_t *low, const int64_t *high,
	int64_t *out_low, int64_t *out_high)
{
	const int *a = s->args;
	int64_t y1l = low[a[2]], y2l = low[a[4]];
	int64_t y1h = high[a[2]], y2h = high[a[4]];
	/* The least and the most of how far x is. */
	int64_t near[] = { low[a[0]], high[a[1]], high[a[3]] };
	int64_t far[] = { high[a[0]], low[a[1]], low[a[3]] };

	*out_low = bf_right_least(bf_right_line_at(near[0], near[1], y1l,
					  near[2], y2l, s->k, s->d, false),
		bf_right_line_at(
			far[0], far[1], y1l, far[2], y2l, s->k, s->d, true));
	*out_high = bf_right_most(bf_right_line_at(near[0], near[1], y1h,
					  near[2], y2h, s->k, s->d, false),
		bf_right_line_at(
			far[0], far[1], y1h, far[2], y2h, s->k, s->d, true));
}

static void
compare(const struct bf_right_step *s, int64_t *low, int64_t *high, size_t at)
{
	int64_t l, h;
	bool always, never;

	sum(s, low, high, &l, &h);
	if (s->code == RIGHT_MORE) {
		low[at] = l > 0;
		high[at] = h > 0;
		return;
	}
	always = l == 0 && h == 0;
	never = l > 0 || h < 0;
	low[at] = s->code == RIGHT_SAME ? always : never;
	high[at] = s->code == RIGHT_SAME ? !never : !always;
}

static void
age(const struct bf_right_step *s, int64_t *low, int64_t *high, size_t at)
{
	const int *a = s->args;

	low[at] = bf_right_age((int32_t)high[a[0]], (int32_t)low[a[1]]);
	high[at] = bf_right_age((int32_t)low[a[0]], (int32_t)high[a[1]]);
}

void
bf_right_step_eval(const struct bf_right_step *s,
	const struct bf_right_known *known, int64_t *low, int64_t *high,
	size_t at)
{
	switch (s->code) {
	case RIGHT_FACT:
		low[at] = known->low;
		high[at] = known->high;
		break;
	case RIGHT_SUM:
		sum(s, low, high, &low[at], &high[at]);
		break;
	case RIGHT_DIVIDE:
		sum(s, low, high, &low[at], &high[at]);
		low[at] = bf_right_floor(low[at], s->d);
		high[at] = bf_right_floor(high[at], s->d);
		break;
	case RIGHT_MORE:
	case RIGHT_SAME:
	case RIGHT_OTHER:
		compare(s, low, high, at);
		break;
	case RIGHT_ALL:
	case RIGHT_ANY:
		if (s->count == 0)
			low[at] = high[at] = s->code == RIGHT_ALL;
		else
			extreme(s, low, high, &low[at], &high[at]);
		break;
	case RIGHT_LEAST:
	case RIGHT_MOST:
		extreme(s, low, high, &low[at], &high[at]);
		break;
	case RIGHT_IF:
		choice(s, low, high, &low[at], &high[at]);
		break;
	case RIGHT_TABLE:
		table(s, low, high, &low[at], &high[at]);
		break;
	case RIGHT_LINE:
		line(s, low, high, &low[at], &high[at]);
		break;
	case RIGHT_AGE:
		age(s, low, high, at);
		break;
	}
}

void
bf_right_eval(const struct bf_rights *rights, const struct bf_right_era *era,
	int32_t day, const struct bf_right_known *known, uint64_t changed,
	int64_t *low, int64_t *high)
{
	const struct bf_right_known today = { day, day, NULL, NULL };
	const struct bf_right_step *s = era->steps;
	const struct bf_right_known *fact;
	size_t i;

	for (i = 0; i < era->count; i++, s++) {
		if (changed != UINT64_MAX && (s->reads & changed) == 0)
			continue;
		fact = &today;
		if (s->code == RIGHT_FACT && s->d < (int64_t)rights->fact_count)
			fact = &known[s->d];
		bf_right_step_eval(s, fact, low, high, i);
	}
}

/* --- what is known -------------------------------------------------------- */

void
bf_right_unknown(const struct bf_rights *rights, struct bf_right_known *known)
{
	size_t i;

	for (i = 0; i < rights->fact_count; i++)
		known[i] = (struct bf_right_known){ rights->facts[i].low,
			rights->facts[i].high, NULL, NULL };
}

/* From a whole and its parts: what is left for each.  Whether anything got
 * narrower. */
static bool
sum_narrow(const int *parts, struct bf_right_known *whole,
	struct bf_right_known *known)
{
	int64_t low = 0, high = 0, was_low = whole->low, was_high = whole->high;
	struct bf_right_known *p, was;
	bool narrower = false;
	const int *i;

	for (i = parts; *i >= 0; i++) {
		low += known[*i].low;
		high += known[*i].high;
	}
	whole->low = bf_right_most(was_low, low);
	whole->high = bf_right_least(was_high, high);
	narrower = whole->low != was_low || whole->high != was_high;
	for (i = parts; *i >= 0; i++) {
		p = &known[*i];
		was = *p;
		p->low = bf_right_most(was.low, whole->low - (high - was.high));
		p->high = bf_right_least(
			was.high, whole->high - (low - was.low));
		high += p->high - was.high;
		low += p->low - was.low;
		narrower |= p->low != was.low || p->high != was.high;
	}
	return narrower;
}

bool
bf_right_known_check(const struct bf_rights *rights,
	struct bf_right_known *known, int *wrong)
{
	const struct bf_right_fact *f = rights->facts;
	int i, rounds = (int)rights->fact_count;
	bool narrower = true;

	for (i = 0; i < (int)rights->fact_count; i++)
		if (known[i].low < f[i].low || known[i].high > f[i].high
			|| known[i].low > known[i].high) {
			*wrong = i;
			return false;
		}
	while (narrower && rounds-- > 0)
		for (narrower = false, i = 0; i < (int)rights->fact_count; i++)
			if (f[i].sum_of) {
				narrower |= sum_narrow(
					f[i].sum_of, &known[i], known);
				*wrong = i;
				if (known[i].low > known[i].high)
					return false;
			}
	for (i = 0; i < (int)rights->fact_count; i++)
		if (known[i].low > known[i].high) {
			*wrong = i;
			return false;
		}
	return true;
}

/* A fact that is a sum, and what it is the sum of. */
static uint64_t
sum_and_parts(const struct bf_right_fact *facts, size_t sum)
{
	uint64_t out = (uint64_t)1 << sum;
	const int *part;

	for (part = facts[sum].sum_of; *part >= 0; part++)
		out |= (uint64_t)1 << *part;
	return out;
}

uint64_t
bf_right_sums_join(const struct bf_rights *rights, uint64_t facts)
{
	const struct bf_right_fact *f = rights->facts;
	uint64_t before;
	size_t i;

	do {
		before = facts;
		for (i = 0; i < rights->fact_count; i++)
			if (f[i].sum_of && (sum_and_parts(f, i) & facts))
				facts |= sum_and_parts(f, i);
	} while (facts != before);
	return facts;
}
