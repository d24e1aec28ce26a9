/* What may be seen of what came out: figures with noise, and none of fewer than
 * ten households.
 */
#include "own.h"
#include <belfort/buf.h>
#include <string.h>

struct showing {
	struct bf_req *req;
	const struct town *town;
	const struct pair *pair;
	const struct table *table;
	struct noise noise;  /* of the question */
	struct noise before; /* of the rules that it is compared with */
	struct noise joined; /* of those of them that are added up */
	struct noise homes;  /* of the data alone */
	bool slider;
};

/* How the costs of a cell are told: by the largest amounts, and the noise of
 * what it costs now. */
struct costing {
	const struct noise *noise;
	int64_t before, most;
};

static const char *const classes[CLASSES] = { "gains", "loses", "unknown" };

/* {"is": 120}, or {"few": true}. */
static json_t *
count_json(int64_t count)
{
	return count == NOISE_FEW ? json_pack("{s:b}", "few", 1)
				  : json_pack("{s:I}", "is", (json_int_t)count);
}

static const char *
label(const struct showing *s, const char *place, const char *figure)
{
	return bf_printf(bf_arena(s->req), "%s/%s", place, figure);
}

/* A count with its noise; where no rule is different it is of nobody.  Of so
 * few households that they are not shown nobody is shown to gain, and no more
 * than there are: that follows from what is shown already. */
static int64_t
shown(const struct showing *s, const struct cell *cell, const char *place,
	int class, int64_t homes)
{
	int64_t n = noise_count(&s->noise, label(s, place, classes[class]),
		cell->keys[class], cell->count[class]);

	if (homes == NOISE_FEW || s->pair->count == 0)
		return NOISE_FEW;
	return n > homes ? homes : n;
}

/* What of the households of CELL neither gains nor loses follows from what is
 * shown of the others, so it tells nothing more. */
static void
counts_put(const struct showing *s, json_t *out, const struct cell *cell,
	const char *place)
{
	int64_t homes = noise_count(
		&s->homes, label(s, place, "homes"), cell->key, cell->homes);
	int64_t rest = homes, n;
	int i;

	for (i = 0; i < CLASSES; i++) {
		n = shown(s, cell, place, i, homes);
		json_object_set_new(out, classes[i], count_json(n));
		rest -= n == NOISE_FEW ? 0 : n;
	}
	json_object_set_new(out, "homes", count_json(homes));
	json_object_set_new(
		out, "same", count_json(rest < NOISE_LEAST ? NOISE_FEW : rest));
}

/* What it costs now, and would: not while an amount is moved, as that is asked
 * so often that its noise would average out. */
static void
costs_put(const struct showing *s, json_t *out, const struct cell *cell,
	const char *place, const struct costing *by)
{
	int64_t before = noise_cents(by->noise, label(s, place, "before"),
		cell->key, cell->before, by->before);
	json_t *more = json_object_get(out, "difference");

	before = before < 0 ? 0 : before;
	json_object_set_new(out, "cost_before", json_integer(before));
	json_object_set_new(out, "cost_after",
		json_is_null(more)
			? json_null()
			: json_integer(before + json_integer_value(more)));
}

/* What it costs of which so few gain or lose that they are not shown, is not
 * shown either. */
static void
cents_put(const struct showing *s, json_t *out, const struct cell *cell,
	const char *place, const struct costing *by)
{
	int64_t more = noise_cents(&s->noise, label(s, place, "cents"),
		cell->moved, cell->cents, by->most);
	bool moves = json_object_get(json_object_get(out, "gains"), "is")
		|| json_object_get(json_object_get(out, "loses"), "is");

	json_object_set_new(
		out, "difference", moves ? json_integer(more) : json_null());
	json_object_set_new(out, "dearer", json_boolean(moves && more > 0));
	json_object_set_new(out, "cheaper", json_boolean(moves && more < 0));
}

static json_t *
cell_json(const struct showing *s, const struct cell *cell, const char *place,
	const struct costing *by)
{
	json_t *out = json_object();

	counts_put(s, out, cell, place);
	cents_put(s, out, cell, place, by);
	if (!s->slider)
		costs_put(s, out, cell, place, by);
	return out;
}

/* --- rows ------------------------------------------------------------------
 */

static json_t *
titles_json(const struct bf_right_rule *rule)
{
	return json_pack("{s:s, s:s, s:s}", "nl", rule->title[0], "en",
		rule->title[1], "fr", rule->title[2]);
}

static json_t *
rule_json(const struct showing *s, size_t at)
{
	const struct touched *t = &s->pair->touched[at];
	const struct costing by = { &s->before, t->before, t->most };
	json_t *out = cell_json(s, &s->table->rules[at],
		bf_printf(bf_arena(s->req), "rule/%s", t->rule->code), &by);

	json_object_set_new(out, "code", json_string(t->rule->code));
	json_object_set_new(out, "titles", titles_json(t->rule));
	json_object_set_new(out, "person", json_boolean(t->rule->person));
	json_object_set_new(out, "price",
		json_boolean(t->rule->amount_is == BF_RIGHT_PRICE));
	json_object_set_new(out, "starts", json_boolean(t->base < 0));
	json_object_set_new(out, "stops", json_boolean(t->with < 0));
	return out;
}

static struct costing
costing_of_all(const struct showing *s)
{
	struct costing out = { .noise = &s->joined };
	const struct touched *t = s->pair->touched;

	for (; t < s->pair->touched + s->pair->count; t++)
		if (t->rule->amount_is != BF_RIGHT_PRICE) {
			out.before += t->before;
			out.most += t->most;
		}
	return out;
}

/* The rows of a group that are somebody's; each has a number, and the first or
 * last of them is "not known". */
static json_t *
group_json(const struct showing *s, const struct cell *cells, size_t count,
	const char *name, size_t unknown)
{
	const struct costing by = costing_of_all(s);
	json_t *list = json_array(), *row;
	size_t i;

	for (i = 0; i < count; i++) {
		row = cell_json(s, &cells[i],
			bf_printf(bf_arena(s->req), "%s/%zu", name, i), &by);
		json_object_set_new(row, "number", json_integer((int)i));
		json_object_set_new(
			row, "not_known", json_boolean(i == unknown));
		json_array_append_new(list, row);
	}
	return list;
}

/* In the order of the list, and then those whose neighbourhood is not known. */
static json_t *
quarters_json(const struct showing *s)
{
	size_t count = json_array_size(s->town->quarters) + 1, i;
	json_t *rows = group_json(s, s->table->quarters,
		count > QUARTERS ? QUARTERS : count, "neighbourhood", 0);
	json_t *quarter, *none;

	json_array_foreach (s->town->quarters, i, quarter)
		json_object_update(json_array_get(rows, i + 1), quarter);
	none = json_incref(json_array_get(rows, 0));
	json_array_remove(rows, 0);
	json_array_append_new(rows, none);
	return rows;
}

static json_t *
kinds_json(const struct showing *s)
{
	static const char *const kinds[KINDS] = { "alone", "alone_children",
		"couple", "couple_children", "others", "unknown" };
	json_t *rows = group_json(s, s->table->kinds, KINDS, "type", KINDS - 1);
	int i;

	for (i = 0; i < KINDS; i++)
		json_object_set_new(json_array_get(rows, (size_t)i), "is",
			json_pack("{s:b}", kinds[i], 1));
	return rows;
}

static json_t *
tenths_json(const struct showing *s)
{
	json_t *rows = group_json(
		s, s->table->tenths, TENTHS, "tenth", TENTHS - 1);
	int i;

	for (i = 0; i < TENTHS; i++)
		json_object_set_new(json_array_get(rows, (size_t)i), "number",
			json_integer(i + 1));
	return rows;
}

/* --- the whole -------------------------------------------------------------
 */

/* Of one rule the total is that rule: two figures of the same households would
 * tell more than one. */
static json_t *
total_json(const struct showing *s, json_t *rules)
{
	const struct costing by = costing_of_all(s);

	if (json_array_size(rules) == 1)
		return json_deep_copy(json_array_get(rules, 0));
	return cell_json(s, &s->table->total, "total", &by);
}

static json_t *
rules_json(const struct showing *s)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < s->pair->count; i++)
		json_array_append_new(list, rule_json(s, i));
	return list;
}

/* BEFORE, and which rules in force are added up: the same noise on two sums
 * would tell how much they differ. */
static const char *
joined_of(const struct showing *s, const char *before)
{
	struct bf_buf *out = bf_buf_new(bf_arena(s->req), 0);
	const struct touched *t = s->pair->touched;

	bf_put_str(out, before);
	for (; t < s->pair->touched + s->pair->count; t++)
		if (t->before > 0 && t->rule->amount_is != BF_RIGHT_PRICE)
			bf_put_fmt(out, " %s", t->rule->code);
	return out->data;
}

/* What stays the same from question to question keeps its noise. */
static void
noises_begin(struct showing *s, const unsigned char *secret, const char *hash)
{
	struct bf_arena *arena = bf_arena(s->req);
	const char *data = bf_printf(arena, "homes %d", s->town->snapshot);
	const char *before = bf_printf(arena, "before %d %s %s",
		s->town->snapshot, s->pair->day_text, s->pair->base.hash);
	const char *joined = joined_of(s, before);

	noise_begin(&s->noise, secret, hash, strlen(hash),
		s->slider ? NOISE_SLIDER : 1);
	noise_begin(&s->before, secret, before, strlen(before), 1);
	noise_begin(&s->joined, secret, joined, strlen(joined), 1);
	noise_begin(&s->homes, secret, data, strlen(data), 1);
}

json_t *
document_make(struct bf_req *req, const struct town *town,
	const struct pair *pair, const struct table *table,
	const unsigned char secret[NOISE_KEY], const char *hash,
	enum asking how)
{
	struct showing s = {
		.req = req, .town = town, .pair = pair, .table = table
	};
	json_t *rules, *out;

	s.slider = is_slider(how);
	noises_begin(&s, secret, hash);
	rules = rules_json(&s);
	out = json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "data_day", town->day,
		"day", pair->day_text, "base", pair->base.word, "scenario",
		pair->with.word, "hash", hash, "total", total_json(&s, rules));
	json_object_set_new(out, "rules", rules);
	if (s.slider)
		json_object_set_new(out, "slider", json_true());
	if (how != ASK_SLIDER)
		json_object_set_new(out, "by",
			json_pack("{s:o, s:o, s:o}", "type", kinds_json(&s),
				"tenth", tenths_json(&s), "neighbourhood",
				quarters_json(&s)));
	return out;
}
