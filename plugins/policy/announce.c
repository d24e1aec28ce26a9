/* Tells people who get something, before the rule for it changes. */
#include "own.h"

static const struct bf_query next = { "policy.announce_next", "" };
static const struct bf_query begin = { "policy.announce_begin", "draft codes",
	.writes = true };
static const struct bf_query some = { "policy.announce_some", "draft",
	.writes = true };
static const struct bf_query undo = { "policy.announce_undo", "draft",
	.writes = true };

const struct bf_query *const policy_announce_queries[] = { &policy_in_force,
	&policy_version_texts, &next, &begin, &some, &undo, NULL };

/* Which rights the draft concerns, kept once: what it is told of does not
 * change while it is told. */
static bool
begun(struct bf_req *req, json_t *doc)
{
	struct policy_texts *texts = bf_alloc(bf_arena(req), sizeof(*texts));
	struct bf_right_fault fault;
	struct bf_rights_held set;
	struct bf_rights *then;

	if (!bf_rights_hold(req, &policy_in_force, &policy_version_texts, &set))
		return false;
	policy_texts(req, doc, texts);
	then = policy_texts_load(req, texts, &fault);
	bf_set(req, "codes",
		policy_concerned(
			req, set.rights, then, json_object_get(doc, "names")));
	return bf_query(req, &begin, NULL);
}

bool
policy_announce(struct bf_req *req)
{
	json_t *doc, *draft;

	if (!bf_query_json(req, &next, &doc))
		return false;
	draft = json_object_get(doc, "draft");
	if (draft == NULL)
		return true;
	bf_set(req, "draft",
		bf_printf(bf_arena(req), "%lld",
			(long long)json_integer_value(draft)));
	if (!json_is_true(json_object_get(doc, "known")) && !begun(req, doc))
		return false;
	if (!bf_query(req,
		    json_is_true(json_object_get(doc, "undo")) ? &undo : &some,
		    NULL))
		return false;
	/* Of this draft, or of the next one. */
	bf_again(req);
	return true;
}
