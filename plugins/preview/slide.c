/* Amounts that a visitor moves, and what that does to the city. */
#include "slide.h"
#include <belfort/workshop.h>
#include <stdlib.h>
#include <string.h>

#define AMOUNT(name) \
	{ \
		name, BF_TEXT, .max = 20, .label = BF_N("Amount") \
	}
const struct bf_field slide_given[] = {
	{ "tegen", BF_INT, .min = 1, .max = 1000000000,
		.label = BF_N("Compared with version") },
	{ "dag", BF_DAY, .label = BF_N("As on the day") },
	{ "regel", BF_TEXT, .max = 60, .label = BF_N("Rule") },
	{ "groepen", BF_CHOICE, .choices = "ja", .label = BF_N("Groups too") },
	AMOUNT("b0"),
	AMOUNT("b1"),
	AMOUNT("b2"),
	AMOUNT("b3"),
	AMOUNT("b4"),
	AMOUNT("b5"),
	AMOUNT("b6"),
	AMOUNT("b7"),
	AMOUNT("b8"),
	AMOUNT("b9"),
	AMOUNT("b10"),
	AMOUNT("b11"),
	AMOUNT("b12"),
	AMOUNT("b13"),
	AMOUNT("b14"),
	AMOUNT("b15"),
	AMOUNT("b16"),
	AMOUNT("b17"),
	AMOUNT("b18"),
	AMOUNT("b19"),
	AMOUNT("b20"),
	AMOUNT("b21"),
	AMOUNT("b22"),
	AMOUNT("b23"),
	{ 0 },
};
#define SLIDERS 24

/* --- which -----------------------------------------------------------------
 */

/* The amounts of RULE that hold on the day: the last block from before. */
static json_t *
block_at(json_t *blocks, const char *day)
{
	json_t *block, *found = NULL;
	size_t i;

	json_array_foreach (blocks, i, block)
		if (strcmp(json_string_value(json_object_get(block, "from")),
			    day)
			<= 0)
			found = block;
	return found ? found : json_array_get(blocks, 0);
}

/* A slider reaches from nothing to twice the amount. */
static json_t *
slider_json(struct bf_req *req, const char *name, size_t place, bool list,
	const char *text, size_t nr)
{
	const char *field = bf_printf(bf_arena(req), "b%zu", nr);
	const char *given = bf_value(req, field);
	double now = strtod(text, NULL);

	return json_pack("{s:s, s:s, s:I, s:b, s:s, s:s, s:s}", "field", field,
		"name", name, "place", (json_int_t)place + 1, "list", list,
		"was", text, "now", given ? given : text, "most",
		bf_printf(
			bf_arena(req), "%.0f", now > 0 ? 2 * now + 0.5 : 100));
}

static json_t *
sliders_json(struct bf_req *req, json_t *block)
{
	json_t *out = json_array(), *value, *text;
	size_t i, k;

	json_array_foreach (json_object_get(block, "values"), i, value)
		json_array_foreach (json_object_get(value, "text"), k, text)
			if (json_array_size(out) < SLIDERS)
				json_array_append_new(out,
					slider_json(req,
						json_string_value(
							json_object_get(
								value, "name")),
						k,
						json_is_true(json_object_get(
							value, "list")),
						json_string_value(text),
						json_array_size(out)));
	return out;
}

static bool
rule_has(struct bf_req *req, const struct bf_rights *rights, size_t place)
{
	json_t *blocks = bf_rights_amounts(req, rights, (int)place);
	bool has = json_array_size(blocks) > 0;

	json_decref(blocks);
	return has;
}

/* The rules of the city that have amounts: one to choose from. */
static json_t *
choices_json(struct bf_req *req, const struct pair *pair, const char *chosen)
{
	size_t count, i;
	const struct bf_right_rule *rules = bf_rights_rules(
		pair->with.rights, &count);
	json_t *out = json_array();

	for (i = 0; i < count; i++)
		if (rules[i].from <= pair->day && rules[i].until >= pair->day
			&& rule_has(req, pair->with.rights, i))
			json_array_append_new(out,
				json_pack("{s:s, s:s, s:b}", "code",
					rules[i].code, "title",
					bf_right_said(req, rules[i].title),
					"chosen",
					chosen
						&& strcmp(chosen, rules[i].code)
							== 0));
	return out;
}

/* --- what they make --------------------------------------------------------
 */

/* {"name": [number, ...]} of the sliders, as bf_right_block takes it. */
static json_t *
values_of(json_t *sliders)
{
	json_t *out = json_object(), *slider, *list;
	const char *name;
	size_t i;

	json_array_foreach (sliders, i, slider) {
		name = json_string_value(json_object_get(slider, "name"));
		if (!json_is_true(json_object_get(slider, "list"))) {
			json_object_set(
				out, name, json_object_get(slider, "now"));
			continue;
		}
		list = json_object_get(out, name);
		if (list == NULL) {
			list = json_array();
			json_object_set_new(out, name, list);
		}
		json_array_append(list, json_object_get(slider, "now"));
	}
	return out;
}

static bool
moved(json_t *sliders)
{
	json_t *slider;
	size_t i;

	json_array_foreach (sliders, i, slider)
		if (!json_equal(json_object_get(slider, "now"),
			    json_object_get(slider, "was")))
			return true;
	return false;
}

/* The files of SET with the amounts of the sliders in that of RULE. */
static bool
amounts_put(struct bf_req *req, struct pair *pair,
	const struct bf_right_rule *rule, json_t *sliders)
{
	const struct bf_right_file *files;
	struct bf_right_fault fault = { 0 };
	size_t count = bf_right_files_read(req, pair->with.files, &files);
	size_t which = 0;
	struct bf_right_dated block = { .day = pair->day_text };
	const char *text;
	bool good;

	while (which + 1 < count && strcmp(files[which].name, rule->file) != 0)
		which++;
	block.values = values_of(sliders);
	good = bf_rights_amounts_put(
		req, files, count, which, &block, &text, &fault);
	json_decref(block.values);
	if (!good)
		return bf_fail(req, &preview_broken, "%s:%d: %s", fault.file,
			fault.line, fault.text[1]);
	pair->with.files = json_deep_copy(pair->with.files);
	bf_json_keep(bf_arena(req), pair->with.files);
	json_object_set_new(json_array_get(pair->with.files, which), "text",
		json_string(text));
	return true;
}

/* Digits, and some behind a point or comma. */
static bool
is_amount(const char *text)
{
	size_t whole = strspn(text, "0123456789"), part = 0;

	if (text[whole] == '.' || text[whole] == ',')
		part = 1 + strspn(text + whole + 1, "0123456789");
	return whole > 0 && whole < 10 && part < 8 && part != 1
		&& text[whole + part] == '\0';
}

static bool
amounts_good(struct bf_req *req, json_t *sliders)
{
	json_t *slider;
	size_t i;

	json_array_foreach (sliders, i, slider)
		if (!is_amount(
			    json_string_value(json_object_get(slider, "now"))))
			return bf_fail_field(req,
				json_string_value(
					json_object_get(slider, "field")),
				BF_N("Write an amount in digits, as 94.50."));
	return true;
}

/* --- the page --------------------------------------------------------------
 */

/* The first rule with amounts in a file that is different: what this change is
 * about; NULL where there is none. */
static const char *
changed_code(struct bf_req *req, const struct pair *pair)
{
	const struct touched *t = pair->touched;

	for (; t < pair->touched + pair->count; t++)
		if (t->with >= 0 && !file_same(pair, t->rule->file)
			&& rule_has(req, pair->with.rights, (size_t)t->with))
			return t->rule->code;
	return NULL;
}

static const struct bf_right_rule *
rule_chosen(struct bf_req *req, const struct pair *pair, int *place)
{
	const char *code = bf_value(req, "regel");
	size_t count;

	if (code == NULL)
		code = changed_code(req, pair);
	*place = code ? bf_rights_rule(pair->with.rights, code, pair->day) : -1;
	return *place < 0 ? NULL
			  : &bf_rights_rules(pair->with.rights, &count)[*place];
}

static json_t *
sliders_of(struct bf_req *req, const struct pair *pair, int place)
{
	json_t *blocks = bf_rights_amounts(req, pair->with.rights, place);
	json_t *out = sliders_json(req, block_at(blocks, pair->day_text));

	json_decref(blocks);
	return out;
}

/* What the moved amounts do, under "answer"; nothing where none was moved. */
static bool
answer_put(struct bf_req *req, json_t *state, struct pair *pair,
	const struct bf_right_rule *rule, json_t *doc)
{
	json_t *sliders = json_object_get(doc, "sliders"), *answer;
	const char *what = bf_printf(bf_arena(req),
		"%s, met de bedragen van %s", pair_said(req, pair), rule->code);

	enum asking how = bf_value(req, "groepen") ? ASK_GROUPS : ASK_SLIDER;

	if (!moved(sliders))
		return true;
	if (!amounts_put(req, pair, rule, sliders)
		|| !ask(req, state, pair, what, how, &answer))
		return false;
	show_prepare(req, pair, answer);
	json_object_set(doc, "answer", answer);
	json_object_set(doc, "left", json_object_get(answer, "left"));
	return true;
}

bool
slide_page(struct bf_req *req)
{
	const struct bf_right_rule *rule;
	struct pair pair;
	json_t *state, *doc;
	int place;

	if (!bf_query_json(req, &state_query, &state)
		|| !pair_read(req, state, bf_arg(req, "wat"), &pair)
		|| !set_load(req, &pair.base, true)
		|| !set_load(req, &pair.with, true))
		return false;
	pair_touch(req, &pair);
	rule = rule_chosen(req, &pair, &place);
	doc = json_pack("{s:o, s:O, s:O, s:s}", "rules",
		choices_json(req, &pair, rule ? rule->code : NULL), "left",
		json_object_get(state, "left"), "data_day",
		json_object_get(state, "data_day"), "day", pair.day_text);
	bf_json_keep(bf_arena(req), doc);
	show_links(req, &pair, doc);
	pages_tell(req, state, &pair, doc);
	if (rule) {
		json_object_set_new(doc, "code", json_string(rule->code));
		json_object_set_new(doc, "title",
			json_string(bf_right_said(req, rule->title)));
		json_object_set_new(
			doc, "sliders", sliders_of(req, &pair, place));
		if (!amounts_good(req, json_object_get(doc, "sliders")))
			return bf_show_again(req, json_incref(doc));
		if (!answer_put(req, state, &pair, rule, doc))
			return false;
	}
	bf_asks(req);
	return bf_show_json(req, json_incref(doc));
}
