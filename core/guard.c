/* The checks before a handler, in a fixed order: the origin of a write, who it
 * is and may, the token of the form.
 */
#include "session.h"
#include "walk.h"
#include <string.h>

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

static bool
is_write(const struct bf_req *req)
{
	return strcmp(req->route->method, "GET") != 0;
}

/* A browser says where a write comes from; without that word it is refused
 * (OWASP, Cross-Site Request Forgery Prevention: verifying origin). */
static bool
same_origin(struct bf_req *req)
{
	const char *site = req->io->ops->var(req->io, "HTTP_SEC_FETCH_SITE");

	if (!is_write(req))
		return true;
	if (site && *site ? strcmp(site, "same-origin") == 0
			  : origin_is_ours(req))
		return true;
	return bf_fail(req, &BF_FORBIDDEN, "a write from another origin");
}

/* A page that only shows a document is asked for together with who may see it,
 * in one transaction; all else waits for the answer. */
static bool
may(struct bf_req *req)
{
	if (req->route->rights == NULL)
		return true;
	if (req->host->identity == NULL)
		return bf_fail(req, &BF_FORBIDDEN,
			"needs %s, and no plugin of this pool knows who is who",
			req->route->rights);
	if (bf_session(req) == NULL)
		return bf_fail(
			req, &BF_SIGN_IN, "needs %s", req->route->rights);
	req->who_due = true;
	if (!is_write(req) && req->route->handler == NULL && req->route->query)
		return true;
	return bf_guard_now(req);
}

bool
bf_guard_now(struct bf_req *req)
{
	if (!req->who_due || req->who)
		return true;
	req->done = !is_write(req);
	return bf_query(req, req->host->identity->session, NULL);
}

const json_t *
bf_helping(const json_t *who)
{
	const json_t *helping = json_object_get(who, "helping");

	return json_is_object(helping) ? helping : NULL;
}

/* Who helps has a new session, and perhaps an older form in another window. */
static const struct bf_kind *
not_ours(const struct bf_req *req)
{
	return bf_helping(req->who) ? &BF_OTHER_FORM : &BF_STALE_FORM;
}

/* Where a cookie says who it is, the form has to say that it is ours.  Who it
 * is, is asked again with what the form writes: both hold, or neither. */
static bool
form_is_ours(struct bf_req *req)
{
	if (req->route->rights == NULL || !is_write(req))
		return true;
	req->who_due = true;
	return bf_body_read(req)
		&& (bf_csrf_right(req, bf_pair_value(req->body, "csrf"))
			|| bf_fail(req, not_ours(req),
				"the token of the form is not this session's"));
}

/* A machine comes without a session, and brings its proof with it. */
static bool
by_machine(const struct bf_req *req)
{
	return req->route->rights && strcmp(req->route->rights, "machine") == 0;
}

bool
bf_guard(struct bf_req *req)
{
	return by_machine(req)
		|| (same_origin(req) && may(req) && form_is_ours(req));
}

bool
bf_rights_staff(const char *rights)
{
	return strchr(rights, '.') || strstr(rights, "staff");
}
