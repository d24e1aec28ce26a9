/* The list of somebody's keys: other names, and fewer of them. */
#include "own.h"

const struct bf_query people_key_name = { "people.key_name",
	"session sleutel naam", .writes = true };
const struct bf_query people_key_remove = { "people.key_remove",
	"session sleutel", .writes = true };

static bool
act(struct bf_req *req, const struct bf_query *query)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s/sleutels", bf_mount(req));
}

bool
people_key_rename(struct bf_req *req)
{
	return act(req, &people_key_name);
}

bool
people_key_drop(struct bf_req *req)
{
	return act(req, &people_key_remove);
}
