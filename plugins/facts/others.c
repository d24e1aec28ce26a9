/* Looks whether another database or service is to be asked, and has that done
 * beside the other background work.
 */
#include "others.h"

static const struct bf_query due = { "facts.others_due", "" };

const struct bf_query *const facts_others_queries[] = { &due, &facts_view_take,
	&facts_delivery_rows, &facts_view_done, &facts_view_failed,
	&facts_question_take, &facts_question_tell, &facts_question_failed,
	&facts_question_drop, NULL };

static const struct {
	const char *member; /* of what is due */
	bf_handler *run;
} kinds[] = {
	{ "views", facts_views },
	{ "questions", facts_services },
};

bool
facts_others(struct bf_req *req)
{
	json_t *doc;
	size_t i;

	if (!bf_query_json(req, &due, &doc))
		return false;
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (json_is_true(json_object_get(doc, kinds[i].member))
			&& !bf_run_beside(req, kinds[i].run))
			return false;
	return true;
}

const char *
facts_connection(struct bf_req *req, const char *name)
{
	return bf_printf(
		bf_arena(req), "%s/%s", bf_option(req, "connections"), name);
}
