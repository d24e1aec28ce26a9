/* A draft goes from who writes it to who puts it in force, and back. */
#include "own.h"

const struct bf_query policy_offers = { "policy.draft_offer",
	"session id uitgave", .writes = true };
const struct bf_query policy_backs = { "policy.draft_back",
	"session id opmerking", .writes = true };
const struct bf_query policy_drops = { "policy.draft_drop", "session id",
	.writes = true };
const struct bf_query policy_publishes = { "policy.draft_publish",
	"session id uitgave vanaf tot reden", .writes = true };
const struct bf_query policy_asks_end = { "policy.ending_ask",
	"session id reden", .writes = true };
const struct bf_query policy_agrees_end = { "policy.ending_agree", "session id",
	.writes = true };
const struct bf_query policy_drops_end = { "policy.ending_drop", "session id",
	.writes = true };
const struct bf_query policy_agains = { "policy.draft_again", "session id",
	.writes = true };
const struct bf_query policy_rebases = { "policy.draft_rebase",
	"session id versie", .writes = true };
const struct bf_query policy_reverses = { "policy.draft_reverse",
	"session id titel", .writes = true };

const struct bf_kind policy_same_person = { "same_person", 409,
	BF_N("Who wrote a draft does not publish it, and who published it does "
	     "not write on. Ask a colleague.") };
const struct bf_kind policy_nothing_changed = { "nothing_changed", 409,
	BF_N("This draft changes nothing yet. Change an amount or a text "
	     "first.") };
const struct bf_kind policy_moved = { "moved", 409,
	BF_N("Meanwhile another text of a file of this draft was put in force. "
	     "Open that file in the draft, look at what changed, and save "
	     "it.") };
const struct bf_kind policy_say_why = { "say_why", 409,
	BF_N("Say first why the rules change. Everybody can read that.") };
const struct bf_kind policy_not_good = { "not_good", 409,
	BF_N("The rules of this draft are not right yet. Its page tells in "
	     "which file, on which line, and what to do.") };
const struct bf_kind policy_no_such_day = { "no_such_day", 422,
	BF_N("Choose a day from today on, at most two years ahead.") };
const struct bf_kind policy_no_such_end = { "no_such_end", 422,
	BF_N("Choose a day after the day from which it is in force, at most "
	     "two years ahead.") };
const struct bf_kind policy_own_asking = { "own_asking", 409,
	BF_N("You asked this yourself, so somebody else agrees.") };
const struct bf_kind policy_asked_already = { "asked_already", 409,
	BF_N("Somebody asked this already: below you read who, and why. "
	     "Somebody else than they can agree.") };

const struct bf_field policy_edition_seen[] = {
	{ "uitgave", BF_INT, .required = true, .max = 1000000000,
		.label = BF_N("Edition that you read") },
	{ 0 },
};

const struct bf_field policy_version_seen[] = {
	{ "versie", BF_INT, .required = true, .min = 1, .max = 1000000000,
		.label = BF_N("Version of the rules") },
	{ 0 },
};

const struct bf_field policy_remark[] = {
	{ "opmerking", BF_TEXT, .required = true, .max = 2000,
		.label = BF_N("What has to be different") },
	{ 0 },
};

const struct bf_field policy_ordering[] = {
	{ "uitgave", BF_INT, .required = true, .max = 1000000000,
		.label = BF_N("Edition that you read") },
	{ "vanaf", BF_DAY, .required = true, .label = BF_N("In force from") },
	{ "tot", BF_DAY, .label = BF_N("The figures are right until") },
	{ "reden", BF_TEXT, .required = true, .max = 2000,
		.label = BF_N("Why you put it in force") },
	{ 0 },
};

const struct bf_field policy_reason[] = {
	{ "reden", BF_TEXT, .required = true, .max = 2000,
		.label = BF_N("Why it has to be withdrawn") },
	{ 0 },
};

/* What is offered or ordered is good: it is looked at here, and once more when
 * it is put in force. */
static bool
good(struct bf_req *req)
{
	json_t *doc;

	if (!bf_query_json(req, &policy_draft_page, &doc))
		return false;
	(void)policy_check(req, doc, NULL);
	return policy_checked(doc)
		|| bf_fail(req, &policy_not_good,
			"a draft does not load, or "
			"its tests fail");
}

bool
policy_offer(struct bf_req *req)
{
	return good(req) && policy_do(req, &policy_offers, "");
}

bool
policy_back(struct bf_req *req)
{
	return policy_do(req, &policy_backs, "");
}

bool
policy_drop(struct bf_req *req)
{
	return policy_do(req, &policy_drops, "");
}

bool
policy_publish(struct bf_req *req)
{
	return good(req) && policy_do(req, &policy_publishes, "");
}

bool
policy_ask_end(struct bf_req *req)
{
	return policy_do(req, &policy_asks_end, "");
}

bool
policy_agree_end(struct bf_req *req)
{
	return policy_do(req, &policy_agrees_end, "");
}

bool
policy_drop_end(struct bf_req *req)
{
	return policy_do(req, &policy_drops_end, "");
}

bool
policy_again(struct bf_req *req)
{
	return policy_do(req, &policy_agains, "");
}

bool
policy_rebase(struct bf_req *req)
{
	return policy_do(req, &policy_rebases, "");
}

bool
policy_reverse(struct bf_req *req)
{
	bf_set(req, "titel", bf_tr(req, BF_N("Put back what was before")));
	return policy_begun(req, &policy_reverses);
}
