/* Decides about the whole city at once: what is known goes out, and what
 * everybody would get comes back, packed.
 */
#include "grants.h"
#include <string.h>

#define BLOCK 256
#define NUMBERS 32768 /* of facts: they are smallint */

static const struct bf_query begin = { "grants.run_begin", "version",
	.writes = true };
static const struct bf_query end = { "grants.run_end", "document",
	.writes = true };
static const struct bf_query compare = { "grants.run_compare", "",
	.writes = true };

const struct bf_query *const grants_city_queries[] = { &grants_in_force,
	&grants_texts, &begin, &end, &compare, &grants_halt_query, NULL };

/* Packed facts of a household, where they stand in TEXT. */
struct packed {
	size_t at;
	int32_t len;
};

/* The outcomes of households, or of people, by their number. */
struct side {
	bool person;
	size_t most;            /* the highest number, and one */
	size_t size;            /* bytes of a block */
	int at[BF_RIGHT_RULES]; /* of each rule in it; -1: it is not there */
	unsigned char **blocks;
	struct bf_right_city *city;
};

struct run {
	struct bf_req *req;
	struct bf_rights_held set;
	int16_t place[NUMBERS]; /* of a fact, by its number; -1: none */
	struct packed *homes;   /* by number */
	size_t home_most;
	struct bf_buf *text;
	struct side sides[2]; /* households, people */
	const char *number;
	bool stands[BF_RIGHT_RULES];
};

/* --- what is known -----------------------------------------------------------
 */

static void
facts_read(const struct run *r, const void *data, int32_t len,
	struct bf_right_known *known)
{
	bf_right_unpack(
		r->set.rights, r->place, NUMBERS, data, (size_t)len, known);
}

/* number, name, person */
static bool
name_take(void *data, const struct bf_cell *cells, size_t count)
{
	struct run *r = data;
	struct bf_arena *arena = bf_arena(r->req);
	unsigned number;

	if (count != 3 || cells[0].len != 2 || cells[1].len < 0)
		return false;
	number = (unsigned)cells[0].data[0] << 8 | cells[0].data[1];
	if (number < NUMBERS)
		r->place[number] = (int16_t)bf_rights_fact(r->set.rights,
			bf_strndup(arena, (const char *)cells[1].data,
				(size_t)cells[1].len));
	return true;
}

/* nr, packed */
static bool
home_take(void *data, const struct bf_cell *cells, size_t count)
{
	struct run *r = data;
	struct bf_right_known known[BF_RIGHT_FACTS];
	int64_t nr = bf_cell_number(&cells[0]);

	if (count != 2 || cells[1].len < 0 || nr < 0
		|| (size_t)nr >= r->sides[0].most)
		return false;
	bf_right_unknown(r->set.rights, known);
	facts_read(r, cells[1].data, cells[1].len, known);
	if (r->homes) {
		r->homes[nr] = (struct packed){ r->text->len, cells[1].len };
		bf_put(r->text, (const char *)cells[1].data,
			(size_t)cells[1].len);
	}
	return bf_right_city_add(r->sides[0].city, (int32_t)nr, known);
}

/* nr, that of the household, packed */
static bool
person_take(void *data, const struct bf_cell *cells, size_t count)
{
	struct run *r = data;
	struct bf_right_known known[BF_RIGHT_FACTS];
	int64_t nr = bf_cell_number(&cells[0]);
	int64_t home = bf_cell_number(&cells[1]);

	if (count != 3 || cells[2].len < 0 || nr < 0
		|| (size_t)nr >= r->sides[1].most)
		return false;
	bf_right_unknown(r->set.rights, known);
	if (home > 0 && (size_t)home < r->home_most)
		facts_read(r, r->text->data + r->homes[home].at,
			r->homes[home].len, known);
	facts_read(r, cells[2].data, cells[2].len, known);
	return bf_right_city_add(r->sides[1].city, (int32_t)nr, known);
}

/* --- what comes out ----------------------------------------------------------
 */

static void
write4(unsigned char *at, int32_t value)
{
	at[0] = (unsigned char)((uint32_t)value >> 24);
	at[1] = (unsigned char)((uint32_t)value >> 16);
	at[2] = (unsigned char)((uint32_t)value >> 8);
	at[3] = (unsigned char)value;
}

static unsigned char *
block_of(const struct run *r, struct side *s, int32_t nr)
{
	unsigned char **block = &s->blocks[nr / BLOCK];

	if (*block == NULL) {
		*block = bf_alloc(bf_arena(r->req), s->size);
		memset(*block, 3, s->size);
	}
	return *block;
}

struct taking {
	struct run *run;
	struct side *side;
};

static void
rule_store(const struct bf_right_block *block, size_t rule, int at,
	unsigned char *const *rows)
{
	const int32_t *certain = block->certain[rule];
	const int32_t *possible = block->possible[rule];
	const int32_t *low = block->low[rule], *high = block->high[rule];
	size_t i;

	for (i = 0; i < block->count; i++) {
		size_t nr = (size_t)block->ids[i] % BLOCK;
		unsigned char *row = rows[i] + at;

		row[nr] = certain[i] ? 1 : possible[i] ? 2 : 0;
		if (low == NULL)
			continue;
		write4(row + BLOCK + 4 * nr, low[i]);
		write4(row + 5 * BLOCK + 4 * nr, high[i]);
	}
}

static void
block_take(void *data, const struct bf_right_block *block)
{
	struct taking *t = data;
	unsigned char *rows[BF_RIGHT_BLOCK];
	size_t i;

	for (i = 0; i < block->count; i++)
		rows[i] = block_of(t->run, t->side, block->ids[i]);
	for (i = 0; i < t->run->set.rule_count; i++)
		if (t->side->at[i] >= 0 && block->certain[i])
			rule_store(block, i, t->side->at[i], rows);
}

/* Where the outcomes of each rule stand in a block; false: there is none. */
static bool
side_lay_out(struct run *r, struct side *s)
{
	const struct bf_right_rule *rule = r->set.rules;
	size_t i;

	s->size = 0;
	for (i = 0; i < r->set.rule_count; i++, rule++) {
		s->at[i] = -1;
		if (rule->person != s->person || rule->from > r->set.day
			|| rule->until < r->set.day
			|| (rule->person && !grants_ours(rule, r->set.day)))
			continue;
		s->at[i] = (int)s->size;
		s->size += rule->has_amount ? 9 * BLOCK : BLOCK;
	}
	return s->size > 0;
}

static bool
side_store(struct run *r, struct side *s, int32_t number)
{
	struct bf_copy *copy = bf_copy_in(r->req, "grants.outcome");
	size_t i;

	if (copy == NULL)
		return false;
	for (i = 0; i <= s->most / BLOCK; i++) {
		if (s->blocks[i] == NULL)
			continue;
		bf_copy_row(copy, 4);
		bf_copy_int(copy, number);
		bf_copy_bool(copy, s->person);
		bf_copy_int(copy, (int32_t)i);
		bf_copy_bytes(copy, s->blocks[i], s->size);
	}
	return bf_copy_end(copy);
}

static bool
side_run(struct run *r, struct side *s, const char *view, bf_row_take *take,
	int32_t number)
{
	struct taking t = { r, s };

	s->blocks = bf_alloc(
		bf_arena(r->req), (s->most / BLOCK + 1) * sizeof(*s->blocks));
	s->city = bf_right_city_new(bf_arena(r->req), r->set.rights, s->most);
	if (!bf_copy_out(r->req, view, take, r))
		return false;
	bf_right_city_run(s->city, r->set.day, block_take, &t);
	return side_store(r, s, number);
}

/* --- its end
 * ---------------------------------------------------------------------- */

/* Whether two people stand by the figures of a rule today: those are the same
 * for everybody. */
static bool
stands_find(struct run *r)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *out;
	size_t i;
	int wrong;

	bf_right_unknown(r->set.rights, known);
	if (!bf_rights_decide(bf_arena(r->req), r->set.rights, r->set.day,
		    known, &out, &wrong))
		return bf_fail(r->req, &BF_INTERNAL, "nothing is impossible");
	for (i = 0; i < r->set.rule_count; i++)
		r->stands[i] = r->set.confirmed[i] && out[i].confirmed
			&& r->set.rules[i].granting == BF_RIGHT_AUTOMATIC
			&& grants_ours(&r->set.rules[i], r->set.day);
	return true;
}

static json_t *
rule_json(struct run *r, size_t i)
{
	const struct bf_right_rule *rule = &r->set.rules[i];
	struct side *s = &r->sides[rule->person];

	return json_pack("{s:s, s:b, s:i, s:b, s:b}", "code", rule->code,
		"person", rule->person, "at", s->at[i], "amount",
		rule->has_amount, "stands", r->stands[i]);
}

static bool
run_end(struct run *r)
{
	json_t *rules = json_array(), *doc;
	size_t i;

	for (i = 0; i < r->set.rule_count; i++)
		if (r->sides[r->set.rules[i].person].at[i] >= 0)
			json_array_append_new(rules, rule_json(r, i));
	doc = json_pack("{s:s, s:o}", "run", r->number, "rules", rules);
	return grants_document(r->req, doc) && bf_query(r->req, &end, NULL);
}

/* --- a run
 * ---------------------------------------------------------------------- */

static size_t
number_of(json_t *doc, const char *name)
{
	return (size_t)json_integer_value(json_object_get(doc, name));
}

/* Room for what run_begin() counted. */
static void
sizes_take(struct run *r, json_t *doc)
{
	r->sides[0].most = number_of(doc, "households") + 1;
	r->sides[1].most = number_of(doc, "persons") + 1;
	r->sides[1].person = true;
	r->number = bf_printf(
		bf_arena(r->req), "%d", (int)number_of(doc, "run"));
	memset(r->place, -1, sizeof(r->place));
	r->home_most = r->sides[0].most;
}

static bool
city_run(struct run *r, json_t *doc)
{
	int32_t number = (int32_t)number_of(doc, "run");
	bool homes, persons;

	sizes_take(r, doc);
	homes = side_lay_out(r, &r->sides[0]);
	persons = side_lay_out(r, &r->sides[1]);
	if (persons) {
		r->homes = bf_alloc(
			bf_arena(r->req), r->home_most * sizeof(*r->homes));
		r->text = bf_buf_new(bf_arena(r->req), r->home_most * 128);
	}
	return stands_find(r)
		&& bf_copy_out(r->req, "grants.whole_named", name_take, r)
		&& (!homes
			|| side_run(r, &r->sides[0], "grants.whole_known",
				home_take, number))
		&& (!persons
			|| side_run(r, &r->sides[1],
				"grants.whole_known_person", person_take,
				number))
		&& run_end(r);
}

static bool
city(struct bf_req *req, void *data)
{
	struct run *r = bf_alloc(bf_arena(req), sizeof(*r));
	json_t *doc;

	(void)data;
	r->req = req;
	if (!bf_rights_hold(req, &grants_in_force, &grants_texts, &r->set))
		return false;
	if (r->set.rights == NULL)
		return true;
	bf_set(req, "version", bf_printf(bf_arena(req), "%d", r->set.version));
	return bf_query_json(req, &begin, &doc)
		&& (!json_is_true(json_object_get(doc, "due"))
			|| city_run(r, doc));
}

/* Who was granted something else waits to be decided on. */
static bool
differences(struct bf_req *req, void *data)
{
	(void)data;
	return bf_query(req, &compare, NULL);
}

bool
grants_city(struct bf_req *req)
{
	return (bf_transaction(req, true, city, NULL) || grants_halt(req, NULL))
		&& bf_transaction(req, false, differences, NULL);
}
