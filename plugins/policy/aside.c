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
	json_t *doc, *both;

	if (!bf_query_json(req, &policy_aside_page, &doc))
		return false;
	both = json_pack("{s:[{s:O, s:O}]}", "files", "text",
		json_object_get(doc, "text"), "force_text",
		json_object_get(doc, "force_text"));
	policy_changes(req, both);
	json_object_update(doc, both);
	json_decref(both);
	return bf_show_json(req, json_incref(doc));
}

bool
policy_aside_drop(struct bf_req *req)
{
	return policy_do(req, &policy_aside_drops, "");
}
