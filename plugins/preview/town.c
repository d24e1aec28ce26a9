/* Keeps the city in memory as columns: what is known of households, and nothing
 * that leads back to them.
 */
#include "own.h"
#include <belfort/buf.h>
#include <stdlib.h>
#include <string.h>

#define NUMBERS 32768 /* of facts: they are smallint */
#define FACT 10       /* bytes of one: number, least, most */
#define SLOTS 2       /* sets of facts that are kept as columns */

/* Packed facts, where they stand in the text, and of whose home. */
struct packed {
	size_t at;
	int32_t len, home;
};

struct packed_list {
	struct packed *rows;
	size_t count, room;
};

/* The columns for the facts of one set of rules. */
struct slot {
	struct bf_arena *arena;
	struct bf_right_city *cities[2]; /* households, people */
	unsigned long used;
};

static struct {
	struct bf_arena *arena;
	struct town town;
	const char *names[NUMBERS]; /* of facts */
	struct packed_list lists[2];
	struct bf_buf *text;
	struct slot slots[SLOTS];
	unsigned long turn;
} held;

void
town_forget(void)
{
	size_t i;

	for (i = 0; i < SLOTS; i++)
		bf_arena_free(held.slots[i].arena);
	json_decref(held.town.quarters);
	bf_arena_free(held.arena);
	memset(&held, 0, sizeof(held));
}

/* --- reading ---------------------------------------------------------------
 */

static void
packed_add(struct packed_list *list, const struct bf_cell *cell, int32_t home)
{
	if (list->count == list->room)
		return;
	list->rows[list->count++] = (struct packed){ held.text->len, cell->len,
		home };
	bf_put(held.text, (const char *)cell->data, (size_t)cell->len);
}

static uint64_t
key_read(const struct bf_cell *cell)
{
	uint64_t key = 0;

	memcpy(&key, cell->data, sizeof(key));
	return key;
}

static uint8_t
quarter_place(int64_t number)
{
	json_t *quarter;
	size_t i;

	json_array_foreach (held.town.quarters, i, quarter)
		if (i + 1 < QUARTERS
			&& json_integer_value(
				   json_object_get(quarter, "number"))
				== number)
			return (uint8_t)(i + 1);
	return 0;
}

/* key, kind, quarter, packed: in the order of keys */
static bool
home_take(void *data, const struct bf_cell *cells, size_t count)
{
	struct town *t = &held.town;

	(void)data;
	if (count != 4 || cells[0].len != sizeof(t->homes->key)
		|| cells[1].len != 2 || cells[3].len < 0
		|| t->count == held.lists[0].room)
		return false;
	t->homes[t->count] = (struct home){ key_read(&cells[0]),
		cells[1].data[1] < KINDS ? cells[1].data[1] : KINDS - 1,
		TENTHS - 1, quarter_place(bf_cell_number(&cells[2])) };
	packed_add(&held.lists[0], &cells[3], (int32_t)t->count++);
	return true;
}

/* home, packed: in the order of homes, so NEXT is never before it. */
static bool
person_take(void *data, const struct bf_cell *cells, size_t count)
{
	struct town *t = &held.town;
	size_t *next = data;
	uint64_t key;

	if (count != 2 || cells[0].len != sizeof(key) || cells[1].len < 0)
		return false;
	key = key_read(&cells[0]);
	while (*next < t->count
		&& memcmp(&t->homes[*next].key, &key, sizeof(key)) < 0)
		(*next)++;
	if (*next < t->count && t->homes[*next].key == key)
		packed_add(&held.lists[1], &cells[1], (int32_t)*next);
	return true;
}

/* --- tenths of income ------------------------------------------------------
 */

static int32_t
read4(const unsigned char *at)
{
	return (int32_t)((uint32_t)at[0] << 24 | (uint32_t)at[1] << 16
		| (uint32_t)at[2] << 8 | at[3]);
}

/* The fact NUMBER of a home; false where it is not known exactly. */
static bool
income_of(const struct packed *p, int number, int32_t *out)
{
	const unsigned char *at = (const unsigned char *)held.text->data
		+ p->at;
	int32_t len = p->len;

	for (; len >= FACT; len -= FACT, at += FACT) {
		if ((at[0] << 8 | at[1]) != number)
			continue;
		*out = read4(at + 2);
		return *out == read4(at + 6);
	}
	return false;
}

static int
by_value(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

/* The same income is the same tenth: that of the first who has it. */
static uint8_t
tenth_of(const int32_t *sorted, size_t count, int32_t income)
{
	size_t low = 0, high = count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (sorted[middle] < income)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint8_t)(low * (TENTHS - 1) / count);
}

static int
number_named(const char *name)
{
	int i;

	for (i = 0; name && i < NUMBERS; i++)
		if (held.names[i] && strcmp(held.names[i], name) == 0)
			return i;
	return -1;
}

static void
tenths_find(struct bf_req *req)
{
	int number = number_named(bf_option(req, "income"));
	struct town *t = &held.town;
	int32_t *sorted = bf_alloc(
		bf_arena(req), (t->count + 1) * sizeof(*sorted));
	int32_t income;
	size_t i, n = 0;

	for (i = 0; i < t->count; i++)
		if (income_of(&held.lists[0].rows[i], number, &sorted[n]))
			n++;
	qsort(sorted, n, sizeof(*sorted), by_value);
	for (i = 0; i < t->count; i++)
		if (income_of(&held.lists[0].rows[i], number, &income))
			t->homes[i].tenth = tenth_of(sorted, n, income);
}

/* --- a snapshot ------------------------------------------------------------
 */

static void
names_take(json_t *named)
{
	json_t *one;
	size_t i;

	json_array_foreach (named, i, one) {
		json_int_t number = json_integer_value(
			json_object_get(one, "number"));

		if (number >= 0 && number < NUMBERS)
			held.names[number] = bf_strdup(held.arena,
				json_string_value(
					json_object_get(one, "name")));
	}
}

static void
list_room(struct packed_list *list, json_t *state, const char *name)
{
	list->room = (size_t)json_integer_value(json_object_get(state, name));
	list->rows = bf_alloc(
		held.arena, (list->room + 1) * sizeof(*list->rows));
}

/* Room for what STATE counts. */
static void
town_begin(json_t *state)
{
	struct town *t = &held.town;

	town_forget();
	held.arena = bf_arena_new();
	list_room(&held.lists[0], state, "homes");
	list_room(&held.lists[1], state, "persons");
	t->homes = bf_alloc(
		held.arena, (held.lists[0].room + 1) * sizeof(*t->homes));
	t->quarters = json_incref(json_object_get(state, "quarters"));
	t->day = bf_strdup(held.arena,
		json_string_value(json_object_get(state, "data_day")));
	held.text = bf_buf_new(held.arena,
		(held.lists[0].room + held.lists[1].room) * 16 * FACT);
	names_take(json_object_get(state, "named"));
}

static bool
town_read(struct bf_req *req, void *data)
{
	json_t *state;
	size_t next = 0;

	if (!bf_query_json(req, data, &state))
		return false;
	town_begin(state);
	if (!bf_copy_out(req, "preview.whole_home", home_take, NULL)
		|| !bf_copy_out(
			req, "preview.whole_person", person_take, &next))
		return false;
	tenths_find(req);
	held.town.snapshot = (int)json_integer_value(
		json_object_get(state, "snapshot"));
	return true;
}

const struct town *
town_now(struct bf_req *req, json_t *state)
{
	int wanted = (int)json_integer_value(
		json_object_get(state, "snapshot"));

	if (wanted == 0) {
		(void)bf_fail(req, &preview_no_city, "there is no snapshot");
		return NULL;
	}
	if (wanted != held.town.snapshot
		&& !bf_transaction(req, true, town_read, (void *)&state_query))
		return NULL;
	return &held.town;
}

/* --- columns ---------------------------------------------------------------
 */

static void
places_find(const struct bf_rights *rights, int16_t *places)
{
	int i;

	for (i = 0; i < NUMBERS; i++)
		places[i] = (int16_t)(held.names[i]
				? bf_rights_fact(rights, held.names[i])
				: -1);
}

static void
packed_read(const struct bf_rights *rights, const int16_t *places,
	const struct packed *p, struct bf_right_known *known)
{
	bf_right_unpack(rights, places, NUMBERS, held.text->data + p->at,
		(size_t)p->len, known);
}

/* There is room for all of them. */
static void
city_fill(struct slot *s, const struct bf_rights *rights, const int16_t *places,
	bool persons)
{
	const struct packed_list *list = &held.lists[persons];
	struct bf_right_known known[BF_RIGHT_FACTS];
	size_t i;

	s->cities[persons] = bf_right_city_new(s->arena, rights, list->count);
	for (i = 0; i < list->count; i++) {
		bf_right_unknown(rights, known);
		if (persons)
			packed_read(rights, places,
				&held.lists[0].rows[list->rows[i].home], known);
		packed_read(rights, places, &list->rows[i], known);
		if (!bf_right_city_add(
			    s->cities[persons], list->rows[i].home, known))
			return;
	}
}

static void
slot_fill(struct slot *s, const struct bf_rights *rights)
{
	int16_t *places;

	bf_arena_free(s->arena);
	*s = (struct slot){ .arena = bf_arena_new() };
	places = bf_alloc(s->arena, NUMBERS * sizeof(*places));
	places_find(rights, places);
	city_fill(s, rights, places, false);
	city_fill(s, rights, places, true);
}

/* The columns for the facts of RIGHTS, in the place of those that were not used
 * for longest. */
static struct slot *
slot_for(const struct bf_rights *rights)
{
	struct slot *s = held.slots, *old = s;

	for (; s < held.slots + SLOTS; s++) {
		if (s->arena && bf_right_city_turn(s->cities[0], rights)
			&& bf_right_city_turn(s->cities[1], rights))
			break;
		if (s->used < old->used)
			old = s;
	}
	if (s == held.slots + SLOTS) {
		s = old;
		slot_fill(s, rights);
	}
	s->used = ++held.turn;
	return s;
}

void
town_run(const struct bf_rights *rights, bool persons, int32_t day,
	void (*take)(void *data, const struct bf_right_block *block),
	void *data)
{
	struct slot *s = slot_for(rights);

	bf_right_city_run(s->cities[persons], day, take, data);
}
