/* Two texts of one file, of people who wrote at the same time. */
#include "own.h"

const struct bf_query policy_aside_page = { "policy.aside_page",
	"session id nr" };
const struct bf_query policy_aside_drops = { "policy.aside_drop",
	"session id nr", .writes = true };

/* Both texts stay in the document: they stand side by side. */
bool
policy_aside(struct bf_req *req)
{
	json_t *doc;

	if (!bf_query_json(req, &policy_aside_page, &doc))
		return false;
	policy_change_put(req, doc);
	return bf_show_json(req, json_incref(doc));
}

bool
policy_aside_drop(struct bf_req *req)
{
	return policy_do(req, &policy_aside_drops, "");
}
