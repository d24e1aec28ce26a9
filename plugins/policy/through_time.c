/* Tells the amounts of a rule through time: as a table, and as a drawing. */
#include "own.h"
#include <stdlib.h>
#include <string.h>

#define WIDE 1000 /* the drawing, in units of its own */
#define HIGH 300
#define LINES 16 /* of a list; what has more is a table only */

json_t *
policy_flag(const char *word)
{
	return word ? json_pack("{s:b}", word, 1) : json_null();
}

/* "94.50" as people of the language write it. */
static const char *
number_said(struct bf_req *req, const char *text)
{
	char *out = bf_strdup(bf_arena(req), text), *point = strchr(out, '.');

	if (point && *bf_lang(req) != 'e')
		*point = ',';
	return out;
}

/* All numbers of an amount, the first for 0. */
static json_t *
values_said(struct bf_req *req, json_t *text)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	json_t *one;
	size_t i;

	json_array_foreach (text, i, one)
		bf_put_fmt(out, "%s%s", i ? " · " : "",
			number_said(req, json_string_value(one)));
	return json_string(out->data);
}

static int32_t
day_of(json_t *row)
{
	int32_t day = 0;
	const char *text = json_string_value(json_object_get(row, "from"));

	return text && bf_right_day(text, &day) ? day : BF_RIGHT_EVER_FROM;
}

/* VALUE of BLOCK, which changed there. */
static json_t *
row_json(struct bf_req *req, json_t *block, json_t *value)
{
	json_t *text = json_object_get(value, "text");

	return json_pack("{s:O, s:O, s:o, s:O?, s:O?, s:o, s:O?}", "from",
		json_object_get(block, "from"), "values", text, "said",
		values_said(req, text), "source",
		json_object_get(block, "source"), "url",
		json_object_get(block, "url"), "sure",
		policy_flag(json_string_value(json_object_get(block, "sure"))),
		"confirmed_until", json_object_get(block, "confirmed_until"));
}

/* The amount of that NAME among AMOUNTS, new where it is not there yet. */
static json_t *
amount_of(json_t *amounts, json_t *value)
{
	json_t *name = json_object_get(value, "name"), *amount;
	size_t i;

	json_array_foreach (amounts, i, amount)
		if (json_equal(json_object_get(amount, "name"), name))
			return amount;
	amount = json_pack("{s:O, s:O, s:[]}", "name", name, "list",
		json_object_get(value, "list"), "rows");
	json_array_append_new(amounts, amount);
	return amount;
}

/* By amount what was by day; a value that stayed the same is told once. */
static json_t *
amounts_turn(struct bf_req *req, json_t *blocks)
{
	json_t *amounts = json_array(), *block, *value;
	size_t i, n;

	json_array_foreach (blocks, i, block)
		json_array_foreach (json_object_get(block, "values"), n, value)
			if (json_equal(json_object_get(value, "since"),
				    json_object_get(block, "from")))
				json_array_append_new(
					json_object_get(
						amount_of(amounts, value),
						"rows"),
					row_json(req, block, value));
	return amounts;
}

/* Until when each row holds, and which is of today. */
static void
ends_put(struct bf_req *req, json_t *rows, int32_t today)
{
	json_t *row, *next;
	int32_t until;
	size_t i;

	json_array_foreach (rows, i, row) {
		next = json_array_get(rows, i + 1);
		until = next ? day_of(next) - 1 : BF_RIGHT_EVER_UNTIL;
		json_object_set_new(row, "until",
			next ? json_string(
				bf_right_day_text(bf_arena(req), until))
			     : json_null());
		json_object_set_new(row, "now",
			json_boolean(day_of(row) <= today && today <= until));
		json_object_set_new(
			row, "coming", json_boolean(day_of(row) > today));
	}
}

/* --- the drawing -----------------------------------------------------------
 */

struct drawing {
	json_t *rows;
	int32_t from, until;
	double low, high;
};

static double
number_at(json_t *row, size_t which)
{
	json_t *values = json_object_get(row, "values");
	size_t count = json_array_size(values);

	/* The last value is for more too. */
	return strtod(json_string_value(json_array_get(
			      values, which < count ? which : count - 1)),
		NULL);
}

static size_t
lines_most(json_t *rows)
{
	json_t *row;
	size_t i, n, most = 0;

	json_array_foreach (rows, i, row) {
		n = json_array_size(json_object_get(row, "values"));
		most = n > most ? n : most;
	}
	return most;
}

/* From nothing, so that what doubles looks twice as high. */
static void
scale(struct drawing *d, size_t lines, int32_t today)
{
	json_t *row;
	size_t i, n;
	double value;

	json_array_foreach (d->rows, i, row)
		for (n = 0; n < lines; n++) {
			value = number_at(row, n);
			d->low = value < d->low ? value : d->low;
			d->high = value > d->high ? value : d->high;
		}
	d->from = day_of(json_array_get(d->rows, 0));
	d->until = day_of(
		json_array_get(d->rows, json_array_size(d->rows) - 1));
	d->until = d->until > today ? d->until : today;
	d->until += (d->until - d->from) / 12 + 1;
}

static int
x_of(const struct drawing *d, int32_t day)
{
	return (int)((int64_t)WIDE * (day - d->from) / (d->until - d->from));
}

static int
y_of(const struct drawing *d, double value)
{
	return HIGH - (int)(HIGH * (value - d->low) / (d->high - d->low));
}

/* One line of steps: "0,120 400,120 400,90 1000,90". */
static const char *
points(struct bf_req *req, const struct drawing *d, size_t which)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	json_t *row, *next;
	size_t i;

	json_array_foreach (d->rows, i, row) {
		int y = y_of(d, number_at(row, which));

		next = json_array_get(d->rows, i + 1);
		bf_put_fmt(out, "%s%d,%d %d,%d", i ? " " : "",
			x_of(d, day_of(row)), y,
			next ? x_of(d, day_of(next)) : WIDE, y);
	}
	return out->data;
}

static json_t *
most_said(struct bf_req *req, const struct drawing *d)
{
	json_t *row, *value;
	size_t i, n;

	json_array_foreach (d->rows, i, row)
		json_array_foreach (json_object_get(row, "values"), n, value)
			if (strtod(json_string_value(value), NULL) >= d->high)
				return json_string(number_said(
					req, json_string_value(value)));
	return json_null();
}

/* Null where there is nothing to see: one value, or too many lines. */
static json_t *
drawing_json(struct bf_req *req, json_t *rows, int32_t today)
{
	struct drawing d = { .rows = rows };
	size_t lines = lines_most(rows), i;
	json_t *list;

	if (json_array_size(rows) < 2 || lines > LINES)
		return json_null();
	scale(&d, lines, today);
	if (d.high <= d.low)
		return json_null();
	list = json_array();
	for (i = 0; i < lines; i++)
		json_array_append_new(list, json_string(points(req, &d, i)));
	return json_pack("{s:o, s:i, s:i, s:i, s:o, s:s, s:s}", "lines", list,
		"width", WIDE, "height", HIGH, "today", x_of(&d, today), "most",
		most_said(req, &d), "from",
		bf_right_day_text(bf_arena(req), d.from), "until",
		bf_right_day_text(bf_arena(req), d.until));
}

json_t *
policy_through_time(struct bf_req *req, json_t *blocks, int32_t today)
{
	json_t *amounts = amounts_turn(req, blocks), *amount, *rows;
	size_t i;

	json_decref(blocks);
	json_array_foreach (amounts, i, amount) {
		rows = json_object_get(amount, "rows");
		ends_put(req, rows, today);
		json_object_set_new(
			amount, "drawing", drawing_json(req, rows, today));
	}
	return amounts;
}
