/* The emergency stop: one person with a reason stops a rule, another one lets
 * it go on.
 */
#include "own.h"

const struct bf_query policy_stop_page = { "policy.stop_page", "session" };
const struct bf_query policy_stop_one = { "policy.stop_one", "session code" };
const struct bf_query policy_stop_puts = { "policy.stop_put",
	"session code reden", .writes = true };
const struct bf_query policy_stop_lifts = { "policy.stop_lift",
	"session code reden", .writes = true };

const struct bf_kind policy_stopped_already = { "stopped_already", 409,
	BF_N("This rule is stopped already. The page of the emergency stop "
	     "tells by whom, and why.") };
const struct bf_kind policy_your_own_stop = { "your_own_stop", 409,
	BF_N("You stopped this rule yourself, so somebody else lets it go "
	     "on.") };

const struct bf_field policy_stop_reason[] = {
	{ "reden", BF_TEXT, .required = true, .min = 10, .max = 2000,
		.label = BF_N("Why, for everybody to read") },
	{ 0 },
};

static bool
done(struct bf_req *req, const struct bf_query *query)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s/stop", bf_mount_named(req, "beleid"));
}

bool
policy_stop(struct bf_req *req)
{
	return done(req, &policy_stop_puts);
}

bool
policy_go_on(struct bf_req *req)
{
	return done(req, &policy_stop_lifts);
}
