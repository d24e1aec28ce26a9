/* What a draft of the budget would move, in euros. */
#include "own.h"

const struct bf_query policy_moves_lines = { "policy.moves_lines", "" };
const struct bf_query policy_moves_said = { "policy.moves", "document lang" };

static const struct bf_rules_asks asks = { &policy_moves_lines,
	&policy_moves_said };

/* Put what TEXTS move into DOC, or what is wrong with them. */
static bool
moves_put(struct bf_req *req, const struct policy_texts *texts, json_t *doc)
{
	struct bf_right_fault fault = { 0 };
	json_t *moved;

	if (bf_rules_preview(req, "budget", texts->files, texts->count, &asks,
		    &moved, &fault))
		return json_object_update(doc, moved) == 0;
	if (fault.file == NULL)
		return false;
	json_object_set_new(doc, "fault", policy_fault(req, &fault));
	return true;
}

bool
policy_moves(struct bf_req *req)
{
	struct policy_texts *texts = bf_alloc(bf_arena(req), sizeof(*texts));
	json_t *doc;

	if (!bf_query_json(req, &policy_draft_page, &doc))
		return false;
	if (json_is_true(json_object_get(doc, "is_benefits")))
		return bf_fail(req, &BF_NOT_FOUND, "a draft about rights");
	policy_texts(req, doc, texts);
	return moves_put(req, texts, doc)
		&& bf_show_json(req, json_incref(doc));
}
