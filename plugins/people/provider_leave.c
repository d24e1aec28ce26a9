/* Signing out at the provider too: by who signs out here, and when the provider
 * tells that somebody did there (OpenID Connect RP-Initiated Logout and
 * Back-Channel Logout).
 *
 * A browser follows no form to another site, so who signs out first comes on a
 * page of ours, with a link.
 */
#include "provider.h"
#include <string.h>

const struct bf_query people_provider_leave = { "people.provider_leave",
	"issuer subject sid jti", .writes = true };

static const char *
end_session(struct bf_req *req)
{
	struct trouble t;
	const struct provider *p = provider_there(req) ? provider_known(req, &t)
						       : NULL;
	const char *url = p ? provider_says(p, "end_session_endpoint") : NULL;

	return url && bf_http_url(url) ? url : NULL;
}

bool
people_signed_out(struct bf_req *req)
{
	return bf_show_json(
		req, json_pack("{s:b}", "provider", end_session(req) != NULL));
}

/* The ID token would say to whom this is, but it is not kept. */
bool
people_provider_out(struct bf_req *req)
{
	const char *url = end_session(req), *client;
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	const char *home = bf_printf(bf_arena(req), "%s%s/afgemeld/overal",
		bf_site(req), bf_mount(req));

	if (!provider_there(req))
		return bf_fail(req, &BF_NOT_FOUND, "no provider is configured");
	if (url == NULL)
		return bf_see_other(req, "%s/afgemeld", bf_mount(req));
	client = bf_option(req, "provider_client");
	bf_put_fmt(out, "%s%cclient_id=", url, strchr(url, '?') ? '&' : '?');
	bf_put_url(out, client, strlen(client));
	bf_put_str(out, "&post_logout_redirect_uri=");
	bf_put_url(out, home, strlen(home));
	return bf_see_elsewhere(req, out->data);
}

bool
people_provider_left(struct bf_req *req)
{
	const struct provider *p;
	struct trouble t = { 0 };
	const json_t *claims;

	if (!provider_there(req))
		return bf_fail(req, &BF_NOT_FOUND, "no provider is configured");
	p = provider_known(req, &t);
	if (p == NULL)
		return bf_fail(req, &BF_UNAVAILABLE, "%s", t.why);
	claims = provider_logout_token(
		req, p, bf_value(req, "logout_token"), &t);
	if (claims == NULL)
		return bf_fail(req, &BF_BAD_REQUEST, "%s", t.why);
	bf_set(req, "issuer", p->issuer);
	bf_set(req, "subject", claim(claims, "sub"));
	bf_set(req, "sid", claim(claims, "sid"));
	bf_set(req, "jti", claim(claims, "jti"));
	return bf_query(req, &people_provider_leave, NULL)
		&& bf_reply(req, "text/plain", "", 0);
}
