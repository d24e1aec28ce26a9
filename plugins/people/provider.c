/* Sign-in of residents by a provider of identities: there and back (OpenID
 * Connect Core, the authorization code flow, with PKCE).
 */
#include "provider.h"
#include <string.h>

#define NAME_MOST 200

const struct bf_query people_provider_enter = { "people.provider_enter",
	"fresh session device issuer subject sid name level signed number lang",
	.writes = true };

const char *
provider_return(struct bf_req *req)
{
	return bf_printf(bf_arena(req), "%s%s/aanmelden/terug", bf_site(req),
		bf_mount(req));
}

bool
provider_there(struct bf_req *req)
{
	const char *issuer = bf_option(req, "provider");

	return issuer && *issuer && bf_option(req, "provider_client");
}

bool
provider_because(struct bf_req *req, const char *why)
{
	const char *given = bf_value(req, "waarom");

	return given && strcmp(given, why) == 0;
}

/* Back to the page to sign in, which says WHY in plain words; nothing of what
 * somebody wanted is lost.  The log has the details. */
static bool
refuse(struct bf_req *req, const char *why, const char *back,
	const char *detail)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);

	(void)bf_fail(req, &BF_FORBIDDEN, "%s", detail);
	bf_put_fmt(out, "%s/aanmelden?waarom=%s", bf_mount(req), why);
	if (back) {
		bf_put_str(out, "&terug=");
		bf_put_url(out, back, strlen(back));
	}
	return bf_see_other(req, "%s", out->data);
}

static bool
refuse_for(struct bf_req *req, const struct trouble *t, const char *back)
{
	return refuse(req, t->away ? "away" : "refused", back, t->why);
}

/* --- there ---------------------------------------------------------------- */

static void
field(struct bf_buf *url, const char *name, const char *value)
{
	bf_put_fmt(url, "%s%s=", strchr(url->data, '?') ? "&" : "?", name);
	bf_put_url(url, value, strlen(value));
}

/* The national number is asked for only where the configuration says so. */
static const char *
scope(struct bf_req *req)
{
	const char *more = bf_option(req, "provider_number_scope");

	return bf_printf(bf_arena(req), "%s%s%s",
		bf_option(req, "provider_scope"), more ? " " : "",
		more ? more : "");
}

static const char *
challenge(struct bf_req *req, const struct journey *j)
{
	unsigned char hash[BF_HASH];

	bf_hash(j->verifier, strlen(j->verifier), hash);
	return bf_base64url(bf_arena(req), hash, sizeof(hash));
}

static const char *
address(struct bf_req *req, const struct provider *p, const struct journey *j)
{
	struct bf_buf *url = bf_buf_new(bf_arena(req), 0);

	bf_put_str(url, provider_says(p, "authorization_endpoint"));
	field(url, "response_type", "code");
	field(url, "client_id", bf_option(req, "provider_client"));
	field(url, "redirect_uri", provider_return(req));
	field(url, "scope", scope(req));
	field(url, "state", j->state);
	field(url, "nonce", j->nonce);
	field(url, "code_challenge", challenge(req, j));
	field(url, "code_challenge_method", "S256");
	field(url, "acr_values",
		level_values(req,
			provider_because(req, "level") ? "substantial"
						       : "low"));
	field(url, "ui_locales", bf_lang(req));
	if (j->renew) {
		field(url, "prompt", "login");
		field(url, "max_age", "0");
	}
	return url->data;
}

bool
people_provider_start(struct bf_req *req)
{
	struct trouble t = { 0 };
	const struct provider *p;
	const struct journey *j;

	if (!provider_there(req))
		return bf_fail(req, &BF_NOT_FOUND, "no provider is configured");
	p = provider_known(req, &t);
	if (p == NULL)
		return refuse_for(req, &t, bf_value(req, "terug"));
	j = journey_begin(req);
	return j && bf_see_elsewhere(req, address(req, p, j));
}

/* --- and back ------------------------------------------------------------- */

/* An answer of another provider than we asked (RFC 9207): who announces to
 * name itself must do so. */
static bool
is_from(struct bf_req *req, const struct provider *p)
{
	const char *iss = bf_value(req, "iss");

	if (iss)
		return strcmp(iss, p->issuer) == 0;
	return !json_is_true(json_object_get(
		p->about, "authorization_response_iss_parameter_supported"));
}

static const char *
name_of(struct bf_req *req, const json_t *claims)
{
	const char *given = claim(claims, "given_name");
	const char *family = claim(claims, "family_name");
	const char *name = claim(claims, "name");

	if (given && family)
		name = bf_printf(bf_arena(req), "%s %s", given, family);
	return name && *name && strlen(name) <= NAME_MOST ? name : NULL;
}

/* What the ID token leaves out is asked for, of the same person. */
static const json_t *
more_of(struct bf_req *req, const struct provider *p,
	const struct tokens *tokens, const json_t *claims)
{
	const char *number = bf_option(req, "provider_number_claim");
	const json_t *info = claims;

	if (!name_of(req, claims) || (number && !claim(claims, number)))
		info = provider_userinfo(req, p, tokens->access);
	return info && claim(info, "sub")
			&& strcmp(claim(info, "sub"), claim(claims, "sub")) == 0
		? info
		: claims;
}

/* By what the register knows them; the number itself goes no further. */
static bool
number_set(struct bf_req *req, const json_t *claims, const json_t *info)
{
	const char *name = bf_option(req, "provider_number_claim");
	const char *number = name ? claim(claims, name) : NULL, *macs = NULL;

	if (name && number == NULL)
		number = claim(info, name);
	if (number && !bf_number_macs(req, number, &macs))
		return false;
	bf_set(req, "number", macs);
	return true;
}

static bool
enter(struct bf_req *req, const struct provider *p, const struct journey *j,
	const struct tokens *tokens, const json_t *claims)
{
	const json_t *info = more_of(req, p, tokens, claims);
	const json_t *when = json_object_get(claims, "auth_time");
	const char *name = name_of(req, claims);

	if (name == NULL)
		name = name_of(req, info);
	bf_set(req, "issuer", p->issuer);
	bf_set(req, "subject", claim(claims, "sub"));
	bf_set(req, "sid", claim(claims, "sid"));
	bf_set(req, "name", name ? name : bf_tr(req, BF_N("Resident")));
	bf_set(req, "level", level_of(req, claim(claims, "acr")));
	if (when)
		bf_set(req, "signed",
			bf_printf(bf_arena(req), "%.0f",
				json_number_value(when)));
	return number_set(req, claims, info)
		&& people_enter(req, &people_provider_enter,
			j->back ? j->back : bf_mount(req));
}

/* The browser and the provider are who they say: what is CODE worth? */
static bool
admit(struct bf_req *req, const struct provider *p, const struct journey *j,
	const char *code)
{
	struct trouble t = { 0 };
	struct tokens tokens;
	const json_t *claims = NULL;

	if (provider_exchange(req, p, j, code, &tokens, &t))
		claims = provider_id_token(req, p, j, &tokens, &t);
	if (claims == NULL)
		return refuse_for(req, &t, j->back);
	if (!level_enough(req, level_of(req, claim(claims, "acr"))))
		return refuse(req, "level", j->back, "the level is too low");
	return enter(req, p, j, &tokens, claims);
}

/* What the provider answers instead of a code (RFC 6749, 4.1.2.1). */
static bool
answered_error(struct bf_req *req, const struct journey *j, const char *error)
{
	static const struct {
		const char *error, *why;
	} known[] = {
		{ "access_denied", "cancelled" },
		{ "temporarily_unavailable", "away" },
		{ "server_error", "away" },
		{ NULL, "refused" },
	};
	size_t i = 0;

	while (known[i].error && strcmp(known[i].error, error) != 0)
		i++;
	return refuse(req, known[i].why, j->back,
		bf_printf(bf_arena(req), "the provider answered %s",
			known[i].error ? known[i].error : "another error"));
}

bool
people_provider_return(struct bf_req *req)
{
	const char *error = bf_value(req, "error");
	const char *code = bf_value(req, "code");
	const struct provider *p;
	const struct journey *j;
	struct trouble t = { 0 };

	if (!provider_there(req))
		return bf_fail(req, &BF_NOT_FOUND, "no provider is configured");
	if (!journey_back(req, bf_value(req, "state"), &j))
		return false;
	if (j == NULL)
		return refuse(req, "late", NULL,
			"this browser began no such journey");
	p = provider_known(req, &t);
	if (p == NULL)
		return refuse_for(req, &t, j->back);
	if (!is_from(req, p))
		return refuse(req, "refused", j->back,
			"the answer is of another provider");
	if (error)
		return answered_error(req, j, error);
	if (code == NULL)
		return refuse(req, "refused", j->back, "without a code");
	return admit(req, p, j, code);
}
