/* The steps of an era: each made once, conditions in their simplest form. */
#include "arena.h"
#include "rights_own.h"
#include <stdlib.h>
#include <string.h>

#define STEPS_FIRST 64
#define STEPS_MOST 100000

bool
bf_right_fail(struct bf_right_builder *b, const char *text, const char *one,
	const char *two)
{
	return bf_rule_fail(b->rights->arena, b->rights->scope->i18n, b->fault,
		b->law->shown->file, b->line, text, one, two, (char *)NULL);
}

static uint32_t
mix(uint32_t hash, uint64_t value)
{
	hash ^= (uint32_t)value ^ (uint32_t)(value >> 32);
	hash *= 0x9e3779b1U;
	return hash ^ hash >> 15;
}

static uint32_t
hash_of(const struct bf_right_step *s)
{
	uint32_t hash = mix((uint32_t)s->code, (uint64_t)s->k);
	int i;

	hash = mix(hash, (uint64_t)s->d);
	for (i = 0; i < s->count; i++) {
		hash = mix(hash, (uint64_t)s->args[i]);
		if (s->coefs)
			hash = mix(hash, (uint64_t)s->coefs[i]);
	}
	for (i = 0; s->table && i < (int)s->d; i++)
		hash = mix(hash, (uint64_t)s->table[i]);
	return hash;
}

static bool
same_list(const void *a, const void *b, size_t size)
{
	return a == b || (a && b && memcmp(a, b, size) == 0);
}

static bool
alike(const struct bf_right_step *a, const struct bf_right_step *b)
{
	size_t n = (size_t)a->count;

	return a->hash == b->hash && a->code == b->code && a->count == b->count
		&& a->k == b->k && a->d == b->d
		&& (n == 0 || memcmp(a->args, b->args, n * sizeof(int)) == 0)
		&& same_list(a->coefs, b->coefs, n * sizeof(int64_t))
		&& same_list(
			a->table, b->table, (size_t)a->d * sizeof(int64_t));
}

static void *
widen(struct bf_right_builder *b, void *old, size_t one)
{
	return bf_arena_grow(
		b->rights->arena, old, b->era->count * one, b->size * one);
}

static void
room(struct bf_right_builder *b)
{
	struct bf_right_era *era = b->era;

	if (era->count < b->size)
		return;
	b->size = b->size ? b->size * 2 : STEPS_FIRST;
	era->steps = widen(b, era->steps, sizeof(*era->steps));
	b->low = widen(b, b->low, sizeof(*b->low));
	b->high = widen(b, b->high, sizeof(*b->high));
	b->negated = widen(b, b->negated, sizeof(*b->negated));
}

static void
slot_fill(struct bf_right_builder *b, int place)
{
	size_t i = b->era->steps[place].hash & (b->slot_count - 1);

	while (b->slots[i] >= 0)
		i = (i + 1) & (b->slot_count - 1);
	b->slots[i] = place;
}

static void
slots_widen(struct bf_right_builder *b)
{
	size_t i;

	if (b->era->count * 2 < b->slot_count)
		return;
	b->slot_count = b->slot_count ? b->slot_count * 2 : 4 * STEPS_FIRST;
	b->slots = bf_alloc(
		b->rights->arena, b->slot_count * sizeof(*b->slots));
	memset(b->slots, 0xff, b->slot_count * sizeof(*b->slots));
	for (i = 0; i < b->era->count; i++)
		slot_fill(b, (int)i);
}

static int
find(struct bf_right_builder *b, const struct bf_right_step *s)
{
	size_t i = s->hash & (b->slot_count - 1);

	for (; b->slots[i] >= 0; i = (i + 1) & (b->slot_count - 1))
		if (alike(&b->era->steps[b->slots[i]], s))
			return b->slots[i];
	return -1;
}

static uint64_t
reads_of(const struct bf_right_builder *b, const struct bf_right_step *s)
{
	uint64_t reads = 0;
	int i;

	if (s->code == RIGHT_FACT)
		reads = s->d < (int64_t)b->rights->fact_count
			? (uint64_t)1 << s->d
			: 0;
	for (i = 0; i < s->count; i++)
		reads |= b->era->steps[s->args[i]].reads;
	return reads;
}

/* What a step can be, from what its parts can be. */
static void
range_find(struct bf_right_builder *b, int place)
{
	const struct bf_rights *r = b->rights;
	struct bf_right_step *s = &b->era->steps[place];
	struct bf_right_known whole = { BF_RIGHT_EVER_FROM, BF_RIGHT_EVER_UNTIL,
		NULL, NULL };

	if (s->code == RIGHT_FACT && s->d < (int64_t)r->fact_count) {
		whole.low = r->facts[s->d].low;
		whole.high = r->facts[s->d].high;
	}
	bf_right_step_eval(s, &whole, b->low, b->high, (size_t)place);
	s->low = b->low[place];
	s->high = b->high[place];
}

int
bf_right_put(struct bf_right_builder *b, const struct bf_right_step *step)
{
	struct bf_right_step s = *step;
	int place;

	s.hash = hash_of(&s);
	slots_widen(b);
	place = find(b, &s);
	if (place >= 0)
		return place;
	if (b->era->count == STEPS_MOST) {
		(void)bf_right_fail(b,
			BF_N("This file holds too many conditions."), NULL,
			NULL);
		return BF_RIGHT_FALSE;
	}
	room(b);
	s.reads = reads_of(b, &s);
	place = (int)b->era->count++;
	b->era->steps[place] = s;
	b->negated[place] = -1;
	slot_fill(b, place);
	range_find(b, place);
	return place;
}

void
bf_right_steps_open(struct bf_right_builder *b)
{
	const struct bf_right_step no = { .code = RIGHT_ANY, .yesno = true },
				   yes = { .code = RIGHT_ALL, .yesno = true };

	(void)bf_right_put(b, &no);
	(void)bf_right_put(b, &yes);
	b->negated[BF_RIGHT_FALSE] = BF_RIGHT_TRUE;
	b->negated[BF_RIGHT_TRUE] = BF_RIGHT_FALSE;
}

int
bf_right_fact_step(struct bf_right_builder *b, int fact)
{
	const struct bf_right_step s = { .code = RIGHT_FACT, .d = fact };

	return bf_right_put(b, &s);
}

bool
bf_right_constant(const struct bf_right_builder *b, int step, int64_t *out)
{
	*out = b->era->steps[step].low;
	return b->era->steps[step].low == b->era->steps[step].high;
}

/* --- conditions ----------------------------------------------------------- */

int
bf_right_by_number(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

/* How many parts there are when parts like the whole are opened. */
static int
parts_count(const struct bf_right_era *era, enum bf_right_code code,
	const int *args, int count)
{
	int i, n = 0;

	for (i = 0; i < count; i++)
		n += era->steps[args[i]].code == code
			? era->steps[args[i]].count
			: 1;
	return n;
}

int *
bf_right_parts(struct bf_right_builder *b, enum bf_right_code code,
	const int *args, int *count)
{
	size_t most = (size_t)parts_count(b->era, code, args, *count);
	int *out = bf_alloc(b->rights->arena, (most + 1) * sizeof(*out));
	const struct bf_right_step *part;
	int i, n = 0;

	for (i = 0; i < *count; i++) {
		part = &b->era->steps[args[i]];
		if (part->code != code) {
			out[n++] = args[i];
			continue;
		}
		if (part->count > 0)
			memcpy(out + n, part->args,
				(size_t)part->count * sizeof(*out));
		n += part->count;
	}
	*count = n;
	return out;
}

/* Whether the negation of STEP, if there is one, is in S. */
static bool
opposed(const struct bf_right_builder *b, const struct bf_right_step *s,
	int step)
{
	int other = b->negated[step];

	return other >= 0
		&& bsearch(&other, s->args, (size_t)s->count, sizeof(other),
			bf_right_by_number);
}

/* The first part of S that is joined the other way and has in it what another
 * part denies, without that: of A or (not A and B) it is B.  *AT is its place;
 * -1: there is none. */
static int
freed(struct bf_right_builder *b, const struct bf_right_step *s, int *at)
{
	enum bf_right_code other = s->code == RIGHT_ALL ? RIGHT_ANY : RIGHT_ALL;
	struct bf_right_step part;
	int *args, i, n;

	for (*at = 0; *at < s->count; ++*at) {
		part = b->era->steps[s->args[*at]];
		for (i = 0; i < part.count && !opposed(b, s, part.args[i]);)
			i++;
		if (part.code != other || i >= part.count)
			continue;
		args = bf_alloc(
			b->rights->arena, (size_t)part.count * sizeof(*args));
		for (i = n = 0; i < part.count; i++)
			if (!opposed(b, s, part.args[i]))
				args[n++] = part.args[i];
		return bf_right_join(b, other, args, n);
	}
	return -1;
}

/* S, whose parts are in order, each once, in its simplest form. */
static int
joined(struct bf_right_builder *b, struct bf_right_step *s)
{
	int i, part;

	for (i = 0; i < s->count; i++)
		if (opposed(b, s, s->args[i]))
			return s->code == RIGHT_ALL ? BF_RIGHT_FALSE
						    : BF_RIGHT_TRUE;
	part = freed(b, s, &i);
	if (part < 0)
		return bf_right_put(b, s);
	s->args[i] = part;
	return bf_right_join(b, s->code, s->args, s->count);
}

int
bf_right_join(struct bf_right_builder *b, enum bf_right_code code, int *args,
	int count)
{
	int least = code == RIGHT_ALL ? BF_RIGHT_TRUE : BF_RIGHT_FALSE, i;
	struct bf_right_step s = { .code = code, .yesno = true };

	s.args = bf_right_parts(b, code, args, &count);
	qsort(s.args, (size_t)count, sizeof(*s.args), bf_right_by_number);
	for (i = 0; i < count; i++) {
		if (s.args[i] == 1 - least)
			return 1 - least;
		if (s.args[i] != least
			&& (s.count == 0 || s.args[s.count - 1] != s.args[i]))
			s.args[s.count++] = s.args[i];
	}
	if (s.count == 0)
		return least;
	return s.count == 1 ? s.args[0] : joined(b, &s);
}

static int
negate_sum(struct bf_right_builder *b, int step)
{
	struct bf_right_step s = b->era->steps[step];
	int64_t *coefs;
	int i;

	if (s.code == RIGHT_SAME || s.code == RIGHT_OTHER) {
		s.code = s.code == RIGHT_SAME ? RIGHT_OTHER : RIGHT_SAME;
		return bf_right_put(b, &s);
	}
	coefs = bf_alloc(b->rights->arena, (size_t)s.count * sizeof(*coefs));
	for (i = 0; i < s.count; i++)
		coefs[i] = -s.coefs[i];
	s.coefs = coefs;
	s.k = 1 - s.k;
	return bf_right_put(b, &s);
}

int
bf_right_negate(struct bf_right_builder *b, int step)
{
	struct bf_right_step s = b->era->steps[step];
	int *args, i, out;

	if (b->negated[step] >= 0)
		return b->negated[step];
	if (s.code == RIGHT_ALL || s.code == RIGHT_ANY) {
		args = bf_alloc(
			b->rights->arena, (size_t)s.count * sizeof(*args));
		for (i = 0; i < s.count; i++)
			args[i] = bf_right_negate(b, s.args[i]);
		out = bf_right_join(b,
			s.code == RIGHT_ALL ? RIGHT_ANY : RIGHT_ALL, args,
			s.count);
	} else
		out = negate_sum(b, step);
	b->negated[step] = out;
	if (b->negated[out] < 0)
		b->negated[out] = step;
	return out;
}
