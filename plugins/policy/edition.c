/* A draft as it was saved before. */
#include "own.h"

const struct bf_query policy_edition_page = { "policy.edition_page",
	"session id nr" };
const struct bf_query policy_undoes = { "policy.edition_undo",
	"session id nr uitgave", .writes = true };

bool
policy_edition(struct bf_req *req)
{
	json_t *doc;

	if (!bf_query_json(req, &policy_edition_page, &doc))
		return false;
	policy_changes(req, doc);
	return bf_show_json(req, json_incref(doc));
}

bool
policy_undo(struct bf_req *req)
{
	return policy_do(req, &policy_undoes, "");
}
