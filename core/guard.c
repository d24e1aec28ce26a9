/* The checks before a handler, in a fixed order: rights, then origin. */
#include "walk.h"
#include <string.h>

/* No one is signed in yet, so a route that needs a right is closed. */
static bool
has_rights(struct bf_req *req)
{
	return req->route->rights == NULL
		|| bf_fail(req, &BF_FORBIDDEN, "needs %s", req->route->rights);
}

/* Whether Origin is the scheme and host that this request was sent to. */
static bool
origin_is_ours(struct bf_req *req)
{
	const char *origin = req->io->ops->var(req->io, "HTTP_ORIGIN");
	const char *host = req->io->ops->var(req->io, "HTTP_HOST");
	const char *tls = req->io->ops->var(req->io, "HTTPS");
	const char *scheme = tls && *tls ? "https" : "http";

	return origin && host
		&& strcmp(origin,
			   bf_printf(req->arena, "%s://%s", scheme, host))
		== 0;
}

/* A browser says where a write comes from; without that word it is refused
 * (OWASP, Cross-Site Request Forgery Prevention: verifying origin). */
static bool
same_origin(struct bf_req *req)
{
	const char *site = req->io->ops->var(req->io, "HTTP_SEC_FETCH_SITE");

	if (strcmp(req->route->method, "GET") == 0)
		return true;
	if (site && *site ? strcmp(site, "same-origin") == 0
			  : origin_is_ours(req))
		return true;
	return bf_fail(req, &BF_FORBIDDEN, "a write from another origin");
}

bool
bf_guard(struct bf_req *req)
{
	return has_rights(req) && same_origin(req);
}
