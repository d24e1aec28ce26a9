/* Counts what happens to households: who gains, who loses, who is not known any
 * more, and what it costs.  These are the true figures, which nobody sees.
 */
#include "own.h"

/* What happened to one household by one rule, or by all. */
struct fate {
	int class; /* CLASSES: nothing */
	int64_t cents, before;
};

/* Nobody counts for more than the noise hides, also where a side has a price
 * below zero. */
static int64_t
clipped(int64_t cents, int64_t most)
{
	return cents > most ? most : cents < 0 ? 0 : cents;
}

/* A price is better when it is lower, and better than none. */
static int64_t
worth(const struct touched *t, int64_t cents)
{
	return t->rule->amount_is == BF_RIGHT_PRICE ? -cents : cents;
}

static int
class_of(const struct touched *t, int before, int after, int64_t more)
{
	if (after == BF_RIGHT_OPEN)
		return before == BF_RIGHT_OPEN ? CLASSES : UNKNOWN;
	if (after != before)
		return after == BF_RIGHT_YES ? GAINS : LOSES;
	return more == 0 || after != BF_RIGHT_YES ? CLASSES
		: worth(t, more) > 0              ? GAINS
						  : LOSES;
}

static struct fate
fate_of(const struct touched *t, const struct outcome *base,
	const struct outcome *with, size_t home)
{
	int64_t before = clipped(base->cents[home], t->before);
	int64_t more = clipped(with->cents[home], t->most) - before;
	bool costs = t->rule->amount_is != BF_RIGHT_PRICE;

	return (struct fate){ class_of(t, base->state[home], with->state[home],
				      more),
		costs ? more : 0, costs ? before : 0 };
}

static void
cell_add(struct cell *cell, const struct home *home, const struct fate *fate)
{
	cell->homes++;
	cell->key += home->key;
	cell->cents += fate->cents;
	cell->before += fate->before;
	if (fate->cents)
		cell->moved += home->key;
	if (fate->class == CLASSES)
		return;
	cell->count[fate->class]++;
	cell->keys[fate->class] += home->key;
}

/* All rules together: money decides where there is a difference of it; else who
 * gains one right and loses another neither gains nor loses. */
static void
fate_join(struct fate *all, bool had[CLASSES], const struct fate *one)
{
	all->cents += one->cents;
	all->before += one->before;
	if (one->class != CLASSES)
		had[one->class] = true;
}

static int
joined_class(const struct fate *all, const bool had[CLASSES])
{
	if (all->cents != 0)
		return all->cents > 0 ? GAINS : LOSES;
	if (had[GAINS] != had[LOSES])
		return had[GAINS] ? GAINS : LOSES;
	return had[UNKNOWN] && !had[GAINS] ? UNKNOWN : CLASSES;
}

static void
home_count(struct table *table, const struct pair *pair,
	const struct outcome *base, const struct outcome *with,
	const struct home *home, size_t at)
{
	struct fate all = { 0 }, one;
	bool had[CLASSES] = { false };
	size_t i;

	for (i = 0; i < pair->count; i++) {
		one = fate_of(&pair->touched[i], &base[i], &with[i], at);
		cell_add(&table->rules[i], home, &one);
		fate_join(&all, had, &one);
	}
	all.class = joined_class(&all, had);
	cell_add(&table->total, home, &all);
	cell_add(&table->kinds[home->kind], home, &all);
	cell_add(&table->tenths[home->tenth], home, &all);
	cell_add(&table->quarters[home->quarter], home, &all);
}

struct table *
table_make(struct bf_req *req, const struct town *town, const struct pair *pair)
{
	struct table *table = bf_alloc(bf_arena(req), sizeof(*table));
	struct outcome *base = outcomes_of(req, town, pair, false);
	struct outcome *with = outcomes_of(req, town, pair, true);
	size_t i;

	for (i = 0; i < town->count; i++)
		home_count(table, pair, base, with, &town->homes[i], i);
	return table;
}
