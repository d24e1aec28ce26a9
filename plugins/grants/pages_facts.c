/* Facts between the database, which knows numbers, and pages, which say what
 * they mean.
 */
#include "grants.h"
#include "pages.h"
#include <string.h>

bool
pages_set(struct bf_req *req, struct bf_rights_held *out)
{
	return bf_rights_hold(req, &grants_in_force, &grants_texts, out);
}

const char *
pages_text(struct bf_req *req, const char *const *text)
{
	const char *lang = bf_lang(req);

	return text[*lang == 'e' ? 1 : *lang == 'f' ? 2 : 0];
}

static const char *
word_of(json_t *row, const char *name)
{
	return json_string_value(json_object_get(row, name));
}

static int64_t
number_of(json_t *row, const char *name)
{
	return json_integer_value(json_object_get(row, name));
}

/* The place of the fact of ROW among those that can be that; -1: the rules know
 * it no more. */
static int
fact_of(const struct bf_rights_held *set, json_t *row)
{
	const char *name = word_of(row, "fact");
	int fact = set->rights && name ? bf_rights_fact(set->rights, name) : -1;

	if (fact < 0 || number_of(row, "low") < set->facts[fact].low
		|| number_of(row, "high") > set->facts[fact].high)
		return -1;
	return fact;
}

static const char *
value(struct bf_req *req, const struct bf_rights_held *set, int fact,
	int64_t number)
{
	return bf_right_value(
		bf_arena(req), set->rights, fact, number, bf_lang(req));
}

/* {"title", "value", "to"}: TO where it is not known closer. */
static void
said(struct bf_req *req, const struct bf_rights_held *set, json_t *row)
{
	int fact = fact_of(set, row);
	int64_t low = number_of(row, "low"), high = number_of(row, "high");
	json_t *to;

	if (fact < 0)
		return;
	to = high > low ? json_string(value(req, set, fact, high))
			: json_null();
	json_object_set_new(row, "title",
		json_string(pages_text(req, set->facts[fact].title)));
	json_object_set_new(
		row, "value", json_string(value(req, set, fact, low)));
	json_object_set_new(row, "to", to);
}

void
pages_facts(struct bf_req *req, const struct bf_rights_held *set, json_t *doc,
	const char *name)
{
	json_t *facts = json_object_get(doc, name), *row;
	size_t i;

	json_array_foreach (facts, i, row)
		said(req, set, row);
}
