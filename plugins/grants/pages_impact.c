/* What everybody may see of who got what: made once a day. */
#include "pages.h"

const struct bf_query pages_impact = { "grants.impact", "lang" };

static const struct bf_query make = { "grants.impact_make", "",
	.writes = true };

const struct bf_query *const grants_impact_queries[] = { &make, NULL };

bool
grants_impact(struct bf_req *req)
{
	return bf_query(req, &make, NULL);
}
