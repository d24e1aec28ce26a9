/* Decides for a whole city, in blocks of households side by side: those about
 * which all is known apart from the others.
 */
#include "arena.h"
#include "rights_program.h"
#include <belfort/buf.h>
#include <belfort/crypt.h>
#include <string.h>

#define BF_RIGHT_LINE 64 /* bytes that a processor fetches at once */
#define PROGRAMS_MOST 64 /* of an era, for different hidden facts */

/* Columns of facts, what they are at least, then at most. */
struct block {
	int32_t *columns;
	int32_t ids[BF_RIGHT_BLOCK];
	size_t count;
	uint64_t hidden; /* facts that are not known of somebody */
	struct block *next;
};

struct bf_right_city {
	struct bf_arena *arena;
	const struct bf_rights *rights;
	unsigned char mark[BF_HASH]; /* what the columns mean */
	size_t most, count;
	struct block *first, **last;
	struct block *filling[2]; /* all known; not all */
	/* While it runs. */
	int32_t *today;
	char *room;
	size_t room_size;
	void **columns;
	size_t columns_size;
	const int32_t **outs[4];
};

/* The first place in MEMORY that begins a line of the processor's. */
static void *
aligned(void *memory)
{
	return (char *)memory + (-(uintptr_t)memory & (BF_RIGHT_LINE - 1));
}

const struct bf_rights *
bf_right_city_rights(const struct bf_right_city *city)
{
	return city->rights;
}

/* --- by which rules ------------------------------------------------------- */

static void
fact_tell(struct bf_buf *out, const struct bf_right_fact *fact)
{
	const int *sum;
	int64_t i;

	bf_put_fmt(out, "%s %d %d %lld %lld", fact->name, fact->kind,
		fact->person, (long long)fact->low, (long long)fact->high);
	for (i = 0; fact->kind == BF_RIGHT_CHOICE && i <= fact->high; i++)
		bf_put_fmt(out, " %s", fact->choices[i].code);
	for (sum = fact->sum_of; sum && *sum >= 0; sum++)
		bf_put_fmt(out, " %d", *sum);
	bf_put_char(out, '\n');
}

/* What columns of these facts mean. */
static void
facts_mark(const struct bf_rights *rights, unsigned char mark[BF_HASH])
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_buf *out = bf_buf_new(arena, 4096);
	size_t i;

	for (i = 0; i < rights->fact_count; i++)
		fact_tell(out, &rights->facts[i]);
	bf_hash(out->data, out->len, mark);
	bf_arena_free(arena);
}

struct bf_right_city *
bf_right_city_new(
	struct bf_arena *arena, const struct bf_rights *rights, size_t most)
{
	struct bf_right_city *city = bf_alloc(arena, sizeof(*city));
	size_t i;

	*city = (struct bf_right_city){
		.arena = arena, .rights = rights, .most = most
	};
	city->last = &city->first;
	facts_mark(rights, city->mark);
	city->today = aligned(bf_alloc(
		arena, BF_RIGHT_BLOCK * sizeof(*city->today) + BF_RIGHT_LINE));
	for (i = 0; i < 4; i++)
		city->outs[i] = bf_alloc(
			arena, BF_RIGHT_RULES * sizeof(int32_t *));
	return city;
}

bool
bf_right_city_turn(struct bf_right_city *city, const struct bf_rights *rights)
{
	unsigned char mark[BF_HASH];

	facts_mark(rights, mark);
	if (memcmp(mark, city->mark, sizeof(mark)) != 0)
		return false;
	city->rights = rights;
	return true;
}

/* --- filling -------------------------------------------------------------- */

/* A block in which every place is somebody who can be. */
static struct block *
block_new(struct bf_right_city *city, bool open)
{
	const struct bf_rights *r = city->rights;
	struct block *b = bf_alloc(city->arena, sizeof(*b));
	size_t columns = r->fact_count * (open ? 2 : 1), i, k;

	b->columns = bf_alloc(city->arena,
		columns * BF_RIGHT_BLOCK * sizeof(*b->columns) + BF_RIGHT_LINE);
	b->columns = aligned(b->columns);
	for (i = 0; i < columns; i++)
		for (k = 0; k < BF_RIGHT_BLOCK; k++)
			b->columns[i * BF_RIGHT_BLOCK + k] =
				(int32_t)r->facts[i % r->fact_count].low;
	*city->last = b;
	city->last = &b->next;
	return b;
}

static uint64_t
hidden_of(const struct bf_rights *rights, const struct bf_right_known *known)
{
	uint64_t hidden = 0;
	size_t i;

	for (i = 0; i < rights->fact_count; i++)
		if (known[i].low != known[i].high)
			hidden |= (uint64_t)1 << i;
	return hidden;
}

/* A yes or no is 0 or -1, as all conditions are. */
static int32_t
stored(const struct bf_right_fact *fact, int64_t value)
{
	return (int32_t)(fact->kind == BF_RIGHT_YESNO ? -value : value);
}

bool
bf_right_city_put(struct bf_right_city *city, int32_t id,
	const struct bf_right_known *known, int *wrong)
{
	const struct bf_rights *r = city->rights;
	struct bf_right_known copy[BF_RIGHT_FACTS];
	struct block **to;
	uint64_t hidden;
	int32_t *at;
	size_t i;

	memcpy(copy, known, r->fact_count * sizeof(*copy));
	*wrong = -1;
	if (city->count == city->most || !bf_right_known_check(r, copy, wrong))
		return false;
	hidden = hidden_of(r, copy);
	to = &city->filling[hidden != 0];
	if (*to == NULL || (*to)->count == BF_RIGHT_BLOCK)
		*to = block_new(city, hidden != 0);
	(*to)->hidden |= hidden;
	at = (*to)->columns + (*to)->count;
	for (i = 0; i < r->fact_count; i++, at += BF_RIGHT_BLOCK)
		*at = stored(&r->facts[i], copy[i].low);
	for (i = 0; hidden && i < r->fact_count; i++, at += BF_RIGHT_BLOCK)
		*at = stored(&r->facts[i], copy[i].high);
	(*to)->ids[(*to)->count++] = id;
	city->count++;
	return true;
}

/* --- running -------------------------------------------------------------- */

/* The program of ERA for facts of which HIDDEN may be unknown. */
static const struct bf_right_program *
program_for(const struct bf_rights *rights, struct bf_right_era *era,
	uint64_t hidden)
{
	struct bf_right_program **p = &era->programs;
	size_t n = 0;

	for (; *p && (*p)->hidden != hidden; p = &(*p)->next)
		n++;
	/* Too many kinds: one that fits all. */
	if (*p == NULL && n >= PROGRAMS_MOST && hidden != UINT64_MAX)
		return program_for(rights, era, UINT64_MAX);
	if (*p == NULL)
		*p = bf_right_compile(rights, era, hidden);
	return *p;
}

/* Where the columns of PROGRAM are. */
static void
columns_place(
	struct bf_right_city *city, const struct bf_right_program *program)
{
	size_t i;

	if (program->column_count > city->columns_size) {
		city->columns_size = program->column_count;
		city->columns = bf_alloc(city->arena,
			city->columns_size * sizeof(*city->columns));
	}
	if (program->room > city->room_size) {
		city->room_size = program->room;
		city->room = aligned(
			bf_alloc(city->arena, program->room + BF_RIGHT_LINE));
	}
	for (i = 2 * (city->rights->fact_count + 1); i < program->column_count;
		i++)
		city->columns[i] = city->room + program->columns[i].offset;
}

static void
facts_place(struct bf_right_city *city, const struct block *b)
{
	size_t n = city->rights->fact_count, i;

	for (i = 0; i < n; i++) {
		city->columns[i] = b->columns + i * BF_RIGHT_BLOCK;
		city->columns[n + 1 + i] = b->columns
			+ (b->hidden ? n + i : i) * BF_RIGHT_BLOCK;
	}
	city->columns[n] = city->columns[2 * n + 1] = city->today;
}

static const int32_t *
out_at(const struct bf_right_city *city, int column)
{
	return column < 0 ? NULL : city->columns[column];
}

static void
outs_place(struct bf_right_city *city, const struct bf_right_program *program)
{
	const struct bf_right_out *out = program->outs;
	size_t i;

	for (i = 0; i < city->rights->count; i++, out++) {
		city->outs[0][i] = out_at(city, out->certain);
		city->outs[1][i] = out_at(city, out->possible);
		city->outs[2][i] = out_at(city, out->low);
		city->outs[3][i] = out_at(city, out->high);
	}
}

/* Call by call; meanwhile the columns of the NEXT block come nearer. */
static void
block_run(struct bf_right_city *city, const struct bf_right_program *program,
	const struct block *b)
{
	const struct bf_right_call *call = program->calls;
	const char *next = b->next ? (const char *)b->next->columns : NULL;
	size_t size = city->rights->fact_count * (b->hidden ? 2 : 1)
		* BF_RIGHT_BLOCK * sizeof(int32_t);
	size_t share = size / (program->count + 1) / BF_RIGHT_LINE + 1, at = 0,
	       left, i;

	facts_place(city, b);
	for (left = program->count; left > 0; left--, call++) {
		for (i = 0; next && i < share && at < size;
			i++, at += BF_RIGHT_LINE)
			__builtin_prefetch(next + at, 0, 2);
		bf_right_kernels[call->kernel](call, city->columns);
	}
	outs_place(city, program);
}

int64_t
bf_rights_most(const struct bf_rights *rights, int rule, int32_t day)
{
	const struct bf_right_era *era = bf_right_era_of(rights, day);
	const struct bf_right_ruling *ruling = &era->rulings[rule];

	return ruling->held && ruling->amount >= 0
		? era->steps[ruling->amount].high
		: 0;
}

void
bf_right_city_run(struct bf_right_city *city, int32_t day,
	void (*take)(void *data, const struct bf_right_block *block),
	void *data)
{
	struct bf_right_era *era = bf_right_era_of(city->rights, day);
	const struct bf_right_program *program = NULL;
	struct bf_right_block out = { 0 };
	const struct block *b;
	size_t i;

	for (i = 0; i < BF_RIGHT_BLOCK; i++)
		city->today[i] = bf_right_day_within(day);
	for (b = city->first; b; b = b->next) {
		if (program == NULL || program->hidden != b->hidden) {
			program = program_for(city->rights, era, b->hidden);
			columns_place(city, program);
		}
		block_run(city, program, b);
		out = (struct bf_right_block){ b->count, b->ids, city->outs[0],
			city->outs[1], city->outs[2], city->outs[3] };
		take(data, &out);
	}
}
