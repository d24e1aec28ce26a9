/* What each household gets in a year by one set of rules. */
#include "own.h"

struct taking {
	const struct pair *pair;
	struct outcome *outs;
	bool with, persons;
};

/* The place of a touched rule in the set that is run; -1: not in this run. */
static int
place_of(const struct taking *t, const struct touched *touched)
{
	const struct set *set = t->with ? &t->pair->with : &t->pair->base;
	int place = t->with ? touched->with : touched->base;
	size_t count;

	return place >= 0
			&& bf_rights_rules(set->rights, &count)[place].person
				== t->persons
		? place
		: -1;
}

static int64_t
year_in(const struct taking *t, int place)
{
	const struct set *set = t->with ? &t->pair->with : &t->pair->base;
	size_t count;

	return times_a_year(&bf_rights_rules(set->rights, &count)[place]);
}

/* One who has it is enough for a household, and then one who may have it. */
static void
state_put(uint8_t *state, bool certain, bool possible)
{
	if (certain)
		*state = BF_RIGHT_YES;
	else if (possible && *state != BF_RIGHT_YES)
		*state = BF_RIGHT_OPEN;
}

static void
rule_take(const struct bf_right_block *block, int place, int64_t year,
	struct outcome *out)
{
	const int32_t *certain = block->certain[place];
	const int32_t *possible = block->possible[place];
	const int32_t *low = block->low[place];
	size_t i;

	if (certain == NULL)
		return;
	for (i = 0; i < block->count; i++) {
		state_put(&out->state[block->ids[i]], certain[i], possible[i]);
		if (low && certain[i])
			out->cents[block->ids[i]] += low[i] * year;
	}
}

static void
block_take(void *data, const struct bf_right_block *block)
{
	struct taking *t = data;
	size_t i;
	int place;

	for (i = 0; i < t->pair->count; i++) {
		place = place_of(t, &t->pair->touched[i]);
		if (place >= 0)
			rule_take(block, place, year_in(t, place), &t->outs[i]);
	}
}

static bool
any_in(struct taking *t, bool persons)
{
	size_t i;

	t->persons = persons;
	for (i = 0; i < t->pair->count; i++)
		if (place_of(t, &t->pair->touched[i]) >= 0)
			return true;
	return false;
}

struct outcome *
outcomes_of(struct bf_req *req, const struct town *town,
	const struct pair *pair, bool with)
{
	struct bf_arena *arena = bf_arena(req);
	struct outcome *outs = bf_alloc(
		arena, (pair->count + 1) * sizeof(*outs));
	struct taking t = { .pair = pair, .outs = outs, .with = with };
	const struct bf_rights *rights = with ? pair->with.rights
					      : pair->base.rights;
	size_t i;
	int persons;

	for (i = 0; i < pair->count; i++) {
		outs[i].state = bf_alloc(arena, town->count + 1);
		outs[i].cents = bf_alloc(
			arena, (town->count + 1) * sizeof(*outs[i].cents));
	}
	for (persons = 0; persons < 2; persons++)
		if (any_in(&t, persons))
			town_run(rights, persons, pair->day, block_take, &t);
	return outs;
}
