/* Reminds people of their appointment, and lets them cancel it from there. */
#include "own.h"

#define SHARE 50 /* reminders while others wait */

static const struct bf_query remind = { "counter.remind", "token link mine",
	.writes = true };
const struct bf_query *const counter_remind_queries[] = { &remind, NULL };

const struct bf_query counter_linked_page = { "counter.linked", "code lang" };
const struct bf_query counter_mine = { "counter.mine", "session lang" };
const struct bf_query counter_mine_cancels = { "counter.mine_cancel",
	"session id", .writes = true };

/* With a new secret for a link; *MORE: there may be others. */
static bool
remind_one(struct bf_req *req, bool *more)
{
	const char *secret = bf_secret_new(req);

	bf_set(req, "token", bf_secret_hash(req, secret));
	bf_set(req, "link",
		bf_printf(bf_arena(req), "%s/afzeggen/%s", bf_mount(req),
			secret));
	bf_set(req, "mine", bf_printf(bf_arena(req), "%s/mijn", bf_mount(req)));
	return bf_query_says(req, &remind, "more", more);
}

bool
counter_remind(struct bf_req *req)
{
	bool more = true;
	int n;

	for (n = 0; more && n < SHARE; n++)
		if (!remind_one(req, &more))
			return false;
	if (more)
		bf_again(req);
	return true;
}

static bool
by_link(struct bf_req *req, const struct bf_query *query)
{
	bf_set(req, "code", bf_secret_hash(req, bf_arg(req, "token")));
	return bf_show(req, query);
}

bool
counter_linked(struct bf_req *req)
{
	return by_link(req, &counter_linked_page);
}

bool
counter_linked_cancel(struct bf_req *req)
{
	return by_link(req, &counter_cancel);
}

bool
counter_mine_cancel(struct bf_req *req)
{
	return counter_do(req, &counter_mine_cancels, "/mijn");
}
