/* Which facts a decision still waits for: from what is not known up, without
 * the branches that are not taken.
 */
#include "arena.h"
#include "rights_own.h"
#include <string.h>

#define STEPS_SMALL 1024

struct search {
	const struct bf_right_era *era;
	const struct bf_right_sight *at;
	int64_t fact_count;
	uint8_t *seen; /* by step */
	uint64_t lacks;
};

/* Whether argument NR of S can be what S is. */
static bool
counts(const struct search *w, const struct bf_right_step *s, int nr)
{
	if (s->code != RIGHT_IF || nr == 0)
		return true;
	return nr == 1 ? w->at->high[s->args[0]] != 0
		       : w->at->low[s->args[0]] == 0;
}

/* Whether what is not known of STEP can change. */
static bool
moves(const struct search *w, int step)
{
	const struct bf_right_sight *at = w->at;

	return at->low[step] != at->high[step]
		&& (at->reach_low == NULL
			|| at->reach_low[step] != at->low[step]
			|| at->reach_high[step] != at->high[step]);
}

static void
visit(struct search *w, int step)
{
	const struct bf_right_step *s = &w->era->steps[step];
	int i;

	if (w->seen[step] || !moves(w, step))
		return;
	w->seen[step] = 1;
	if (s->code == RIGHT_FACT && s->d < w->fact_count)
		w->lacks |= (uint64_t)1 << s->d;
	for (i = 0; i < s->count; i++)
		if (counts(w, s, i))
			visit(w, s->args[i]);
}

uint64_t
bf_right_lacks(const struct bf_rights *rights, const struct bf_right_era *era,
	int rule, const struct bf_right_sight *at)
{
	const struct bf_right_ruling *r = &era->rulings[rule];
	uint8_t small[STEPS_SMALL];
	struct search w = { era, at, (int64_t)rights->fact_count, small, 0 };
	struct bf_arena *arena = NULL;

	if (at->low[r->entitled] == at->high[r->entitled]
		&& (r->amount < 0 || at->low[r->amount] == at->high[r->amount]))
		return 0;
	if (era->count > STEPS_SMALL) {
		arena = bf_arena_new();
		w.seen = bf_alloc(arena, era->count);
	} else
		memset(small, 0, era->count);
	visit(&w, r->entitled);
	if (r->amount >= 0)
		visit(&w, r->amount);
	if (arena)
		bf_arena_free(arena);
	return w.lacks;
}
