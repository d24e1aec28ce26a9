/* The page of who confirms figures: what the database knows of each file, and
 * what the rules in it say of their own figures.
 */
#include "benefits.h"
#include <string.h>

const struct bf_query benefits_desk_query = { "benefits.desk", "session lang" };

/* {"title", "until", "holds"} of each rule of FILE. */
static json_t *
figures(struct bf_req *req, const struct bf_rights_held *set,
	const struct bf_right_outcome *outcomes, const char *file)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < set->rule_count; i++) {
		const struct bf_right_outcome *o = &outcomes[i];

		if (strcmp(set->rules[i].file, file) != 0
			|| o->state == BF_RIGHT_NOT_HELD)
			continue;
		json_array_append_new(list,
			json_pack("{s:o, s:b, s:o}", "title",
				benefits_text(req, set->rules[i].title),
				"holds", o->confirmed, "until",
				benefits_looked_up(req, o)));
	}
	return list;
}

static bool
figures_put(struct bf_req *req, json_t *doc)
{
	struct bf_rights_held set;
	struct benefits_answers nothing;
	struct bf_right_outcome *outcomes;
	json_t *row;
	size_t i;
	int dropped = -1;

	if (!benefits_set(req, &set))
		return false;
	if (set.rights == NULL)
		return true;
	benefits_answers_read(req, &set, NULL, &nothing);
	if (!benefits_answers_decide(&nothing, &outcomes, &dropped))
		return true;
	json_array_foreach (json_object_get(doc, "rows"), i, row)
		json_object_set_new(row, "figures",
			figures(req, &set, outcomes,
				json_string_value(
					json_object_get(row, "name"))));
	return true;
}

bool
benefits_desk(struct bf_req *req)
{
	json_t *doc;

	if (!bf_query_json(req, &benefits_desk_query, &doc)
		|| !figures_put(req, doc))
		return false;
	return bf_show_json(req, json_incref(doc));
}
