/* What questions can still change: each step as it can become when the facts
 * that can be asked are answered, and the others stay as they are.
 *
 * Such a fact is from its most to its least: what is asked may make the lower
 * end as high, and the higher end as low, as that.  The rules for intervals
 * hold for these too, save where a step chooses.  What is said can be too
 * hopeful, never the other way: what stays as it is cannot be changed.
 */
#include "rights_own.h"

/* Whether the lower end of a step can pass its higher one. */
static bool
is_free(const int64_t *low, const int64_t *high, int step)
{
	return low[step] > high[step];
}

static void
choose(const struct bf_right_step *s, int64_t *low, int64_t *high, size_t at)
{
	int yes = s->args[1], no = s->args[2];

	low[at] = bf_right_most(low[yes], low[no]);
	high[at] = bf_right_least(high[yes], high[no]);
}

static void
same(const struct bf_right_step *s, int64_t *low, int64_t *high, size_t at)
{
	struct bf_right_step sum = *s;
	bool always, never;

	sum.code = RIGHT_SUM;
	bf_right_step_eval(&sum, NULL, low, high, at);
	always = low[at] >= 0 && high[at] <= 0;
	never = low[at] > 0 || high[at] < 0;
	low[at] = s->code == RIGHT_SAME ? always : never;
	high[at] = s->code == RIGHT_SAME ? !never : !always;
}

/* A table or a line of what is free can become anything that it can be. */
static void
anything(const struct bf_right_step *s, int64_t *low, int64_t *high, size_t at)
{
	low[at] = s->high;
	high[at] = s->low;
}

static bool
any_free(const struct bf_right_step *s, const int64_t *low, const int64_t *high)
{
	int i;

	for (i = 0; i < s->count; i++)
		if (is_free(low, high, s->args[i]))
			return true;
	return false;
}

static void
step_reach(const struct bf_right_step *s, const struct bf_right_known *fact,
	int64_t *low, int64_t *high, size_t at)
{
	if (s->code == RIGHT_SAME || s->code == RIGHT_OTHER)
		same(s, low, high, at);
	else if (s->code == RIGHT_IF && is_free(low, high, s->args[0]))
		choose(s, low, high, at);
	else if ((s->code == RIGHT_TABLE || s->code == RIGHT_LINE
			 || s->code == RIGHT_AGE)
		&& any_free(s, low, high))
		anything(s, low, high, at);
	else
		bf_right_step_eval(s, fact, low, high, at);
}

void
bf_right_reach(const struct bf_rights *rights, const struct bf_right_era *era,
	int32_t day, const struct bf_right_known *known, uint64_t askable,
	int64_t *low, int64_t *high)
{
	const struct bf_right_step *s = era->steps;
	struct bf_right_known fact;
	size_t i;

	for (i = 0; i < era->count; i++, s++) {
		fact = (struct bf_right_known){ day, day, NULL, NULL };
		if (s->code == RIGHT_FACT && s->d < (int64_t)rights->fact_count)
			fact = known[s->d];
		if (s->code == RIGHT_FACT && s->d < (int64_t)rights->fact_count
			&& (askable >> s->d & 1)) {
			fact.low = known[s->d].high;
			fact.high = known[s->d].low;
		}
		step_reach(s, &fact, low, high, i);
	}
}
