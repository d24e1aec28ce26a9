/* Makes a page of a document: words in the reader's language, bars, rows. */
#include "pages.h"
#include <string.h>

static int64_t
count_of(json_t *row, const char *name)
{
	return json_integer_value(
		json_object_get(json_object_get(row, name), "is"));
}

/* --- charts ----------------------------------------------------------------
 */

#define WIDE 1000 /* of a chart, in units of its own */

/* How far a chart reaches to both sides, in households: never less than what
 * noise can be by itself, so that little looks little. */
struct reach {
	int64_t loses, gains;
};

static void
reach_add(struct reach *reach, json_t *list)
{
	int64_t n;
	json_t *row;
	size_t i;

	json_array_foreach (list, i, row) {
		n = count_of(row, "gains");
		reach->gains = n > reach->gains ? n : reach->gains;
		n = count_of(row, "loses");
		reach->loses = n > reach->loses ? n : reach->loses;
	}
}

/* Who loses stands to the left of ZERO, who gains to the right; what lies
 * within BAND can be noise alone. */
static json_t *
bar_json(json_t *row, const struct reach *reach, int64_t noise)
{
	int64_t all = reach->loses + reach->gains;
	int64_t zero = WIDE * reach->loses / all;
	int64_t less = WIDE * count_of(row, "loses") / all;
	int64_t band = WIDE * noise / all;

	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}", "zero", zero,
		"less_at", zero - less, "less", less, "more",
		WIDE * count_of(row, "gains") / all, "band_at", zero - band,
		"band", 2 * band);
}

static void
bars_put(json_t *list, const struct reach *reach, int64_t noise)
{
	json_t *row;
	size_t i;

	json_array_foreach (list, i, row)
		json_object_set_new(row, "bar", bar_json(row, reach, noise));
}

/* The row of LIST with the most of CLASS, if that is more than NOISE. */
static json_t *
most_of(json_t *list, const char *class, int64_t noise)
{
	json_t *row, *most = NULL;
	int64_t high = noise;
	size_t i;

	json_array_foreach (list, i, row)
		if (count_of(row, class) > high) {
			high = count_of(row, class);
			most = row;
		}
	return most ? json_pack("{s:O, s:I}", "name",
		       json_object_get(most, "name"), "is", high)
		    : json_null();
}

/* --- words -----------------------------------------------------------------
 */

static const struct {
	const char *is, *text;
} kinds[] = {
	{ "alone", BF_N("Living alone") },
	{ "alone_children", BF_N("Alone with children") },
	{ "couple", BF_N("A couple") },
	{ "couple_children", BF_N("A couple with children") },
	{ "others", BF_N("With other people") },
	{ "unknown", BF_N("Kind not known") },
};

static void
kinds_name(struct bf_req *req, json_t *list)
{
	json_t *row;
	size_t i, k;

	json_array_foreach (list, i, row)
		for (k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
			if (json_object_get(
				    json_object_get(row, "is"), kinds[k].is))
				json_object_set_new(row, "name",
					json_string(bf_tr(req, kinds[k].text)));
}

static void
others_name(struct bf_req *req, json_t *list, const char *unknown, bool tenths)
{
	json_t *row;
	size_t i;

	json_array_foreach (list, i, row) {
		if (json_is_true(json_object_get(row, "not_known")))
			json_object_set_new(
				row, "name", json_string(bf_tr(req, unknown)));
		else if (tenths)
			json_object_set_new(row, "name",
				json_sprintf("%s %zu",
					bf_tr(req, BF_N("Tenth")), i + 1));
	}
}

static void
rules_name(struct bf_req *req, json_t *list)
{
	json_t *row;
	size_t i;

	json_array_foreach (list, i, row)
		json_object_set(row, "name",
			json_object_get(
				json_object_get(row, "titles"), bf_lang(req)));
}

/* --- rows for a spreadsheet ------------------------------------------------
 */

static json_t *
count_cell(json_t *row, const char *name)
{
	json_t *is = json_object_get(json_object_get(row, name), "is");

	return is ? json_incref(is) : json_string("<10");
}

static json_t *
row_of(const char *group, json_t *row)
{
	return json_pack("{s:s, s:O?, s:o, s:o, s:o, s:o, s:O?, s:O?, s:O?}",
		"group", group, "name", json_object_get(row, "name"), "gains",
		count_cell(row, "gains"), "loses", count_cell(row, "loses"),
		"unknown", count_cell(row, "unknown"), "same",
		count_cell(row, "same"), "cost_before",
		json_object_get(row, "cost_before"), "cost_after",
		json_object_get(row, "cost_after"), "difference",
		json_object_get(row, "difference"));
}

static void
rows_add(json_t *rows, const char *group, json_t *list)
{
	json_t *row;
	size_t i;

	json_array_foreach (list, i, row)
		json_array_append_new(rows, row_of(group, row));
}

static void
rows_put(struct bf_req *req, json_t *doc)
{
	json_t *by = json_object_get(doc, "by"), *rows = json_array();
	json_t *total = json_object_get(doc, "total");

	json_object_set_new(
		total, "name", json_string(bf_tr(req, BF_N("All households"))));
	json_array_append_new(rows, row_of("totaal", total));
	rows_add(rows, "regel", json_object_get(doc, "rules"));
	rows_add(rows, "gezin", json_object_get(by, "type"));
	rows_add(rows, "inkomen", json_object_get(by, "tenth"));
	rows_add(rows, "wijk", json_object_get(by, "neighbourhood"));
	json_object_set_new(doc, "rows", rows);
}

/* --- the whole -------------------------------------------------------------
 */

static const struct {
	const char *name, *title;
} groups[] = {
	{ "type", BF_N("By kind of household") },
	{ "tenth", BF_N("By income") },
	{ "neighbourhood", BF_N("By neighbourhood") },
};
#define GROUPS (sizeof(groups) / sizeof(groups[0]))

/* Almost always noise is within that: two standard deviations. */
static int64_t
noise_of_doc(json_t *doc)
{
	return 2 * NOISE_SPREAD
		* (json_is_true(json_object_get(doc, "slider")) ? 4 : 1);
}

/* The rows of group NR of two documents, or of one and NULL, on one scale. */
static void
scale(json_t *doc, json_t *other, size_t nr)
{
	int64_t noise = noise_of_doc(doc);
	struct reach reach = { noise, noise };
	json_t *one = json_object_get(
		json_object_get(doc, "by"), groups[nr].name);
	json_t *two = json_object_get(
		json_object_get(other, "by"), groups[nr].name);

	reach_add(&reach, one);
	reach_add(&reach, two);
	bars_put(one, &reach, noise);
	bars_put(two, &reach, noise);
}

static void
groups_put(struct bf_req *req, json_t *doc)
{
	json_t *list = json_array(), *rows;
	size_t i;

	for (i = 0; json_object_get(doc, "by") && i < GROUPS; i++) {
		scale(doc, NULL, i);
		rows = json_object_get(
			json_object_get(doc, "by"), groups[i].name);
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:b, s:O, s:o, s:o}", "code",
				groups[i].name, "title",
				bf_tr(req, groups[i].title), "tenths", i == 1,
				"lines", rows, "most_gain",
				most_of(rows, "gains", noise_of_doc(doc)),
				"most_lose",
				most_of(rows, "loses", noise_of_doc(doc))));
	}
	json_object_set_new(doc, "groups", list);
}

/* "draft 12" or "version 9", in the reader's language. */
static json_t *
said_json(struct bf_req *req, const struct pair *pair)
{
	const char *word = pair->with.word;

	if (pair->with.draft)
		return json_sprintf("%s %s", bf_tr(req, BF_N("draft")), word);
	return json_sprintf(
		"%s %s", bf_tr(req, BF_N("version")), word + strlen("versie-"));
}

void
show_links(struct bf_req *req, const struct pair *pair, json_t *doc)
{
	json_object_set_new(doc, "what", json_string(pair->with.word));
	json_object_set_new(
		doc, "than", json_string(pair->base.word + strlen("versie-")));
	json_object_set_new(doc, "said", said_json(req, pair));
	if (pair->with.draft)
		json_object_set(doc, "draft", pair->with.draft);
}

void
show_prepare(struct bf_req *req, const struct pair *pair, json_t *doc)
{
	json_t *by = json_object_get(doc, "by");

	rules_name(req, json_object_get(doc, "rules"));
	kinds_name(req, json_object_get(by, "type"));
	others_name(req, json_object_get(by, "tenth"), BF_N("Income not known"),
		true);
	others_name(req, json_object_get(by, "neighbourhood"),
		BF_N("Neighbourhood not known"), false);
	rows_put(req, doc);
	groups_put(req, doc);
	show_links(req, pair, doc);
	json_object_set_new(doc, "nothing",
		json_boolean(
			json_array_size(json_object_get(doc, "rules")) == 0));
}

/* --- two beside each other -------------------------------------------------
 */

static json_t *
same_row(json_t *rows, json_t *row)
{
	json_t *other;
	size_t i;

	json_array_foreach (rows, i, other)
		if (json_equal(json_object_get(other, "group"),
			    json_object_get(row, "group"))
			&& json_equal(json_object_get(other, "name"),
				json_object_get(row, "name")))
			return other;
	return NULL;
}

static json_t *
pair_row(json_t *row, json_t *one, json_t *two)
{
	return json_pack("{s:O?, s:O?, s:O?, s:O?, s:O?, s:O?, s:O?, s:O?}",
		"group", json_object_get(row, "group"), "name",
		json_object_get(row, "name"), "gains_1",
		json_object_get(one, "gains"), "gains_2",
		json_object_get(two, "gains"), "loses_1",
		json_object_get(one, "loses"), "loses_2",
		json_object_get(two, "loses"), "difference_1",
		json_object_get(one, "difference"), "difference_2",
		json_object_get(two, "difference"));
}

void
show_beside(json_t *out)
{
	json_t *sides = json_object_get(out, "sides"), *rows = json_array();
	json_t *first = json_object_get(json_array_get(sides, 0), "rows");
	json_t *second = json_object_get(json_array_get(sides, 1), "rows");
	json_t *row;
	size_t i;

	for (i = 0; i < GROUPS; i++)
		scale(json_array_get(sides, 0), json_array_get(sides, 1), i);
	json_array_foreach (first, i, row)
		json_array_append_new(
			rows, pair_row(row, row, same_row(second, row)));
	json_array_foreach (second, i, row)
		if (same_row(first, row) == NULL)
			json_array_append_new(rows, pair_row(row, NULL, row));
	json_object_set_new(out, "rows", rows);
}
