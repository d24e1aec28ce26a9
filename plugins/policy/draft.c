/* One draft, and what it is for. */
#include "own.h"

const struct bf_query policy_draft_page = { "policy.draft_page",
	"session id lang" };
const struct bf_query policy_says = { "policy.draft_say",
	"session id titel waarom besluit besluit_url enveloppe gezien",
	.writes = true };

const struct bf_kind policy_not_now = { "not_now", 409,
	BF_N("This cannot be done with this draft any more. A colleague may "
	     "just have done something with it: look at its page.") };
const struct bf_kind policy_said_meanwhile = { "said_meanwhile", 422,
	BF_N("A colleague changed this while you were writing. Above each "
	     "field stands what they wrote; yours is in the form. Save again "
	     "to keep yours.") };
const struct bf_kind policy_no_address = { "no_address", 422,
	BF_N("This is not an address of a page: it begins with https://.") };

const struct bf_field policy_said_fields[] = {
	{ "titel", BF_TEXT, .required = true, .min = 3, .max = 200,
		.label = BF_N("What it is called") },
	{ "waarom", BF_TEXT, .max = 2000,
		.label = BF_N("Why, for everybody to read") },
	{ "besluit", BF_TEXT, .max = 500,
		.label = BF_N("Council decision that it rests on") },
	{ "besluit_url", BF_TEXT, .max = 500,
		.label = BF_N("Where that can be read") },
	{ "enveloppe", BF_CENTS, .min = 0, .max = 100000000000000,
		.label = BF_N("What it may cost a year") },
	{ "gezien", BF_INT, .required = true, .max = 1000000000,
		.label = BF_N("What you read") },
	{ 0 },
};

bool
policy_draft(struct bf_req *req)
{
	struct bf_rights *rights;
	json_t *doc;

	if (!bf_query_json(req, &policy_draft_page, &doc))
		return false;
	policy_changes(req, doc);
	rights = policy_check(req, doc, NULL);
	if (json_is_true(json_object_get(doc, "is_benefits"))
		&& !policy_effects(req, doc, rights))
		return false;
	return bf_show_json(req, json_incref(doc));
}

bool
policy_say(struct bf_req *req)
{
	return policy_do(req, &policy_says, "");
}
