/* Whether what a provider signed is meant for us, now and for this journey
 * (OpenID Connect Core, 3.1.3.7).
 */
#include "provider.h"
#include <string.h>

#define TEXT_MOST 255
#define OLD 600 /* seconds */
#define LOGOUT "http://schemas.openid.net/event/backchannel-logout"

struct token {
	struct bf_req *req;
	const struct provider *provider;
	const struct journey *journey;
	const struct tokens *with;
	const json_t *claims;
	double now;
};

const char *
claim(const json_t *claims, const char *name)
{
	return json_string_value(json_object_get(claims, name));
}

static bool
is(const struct token *t, const char *name, const char *value)
{
	const char *text = claim(t->claims, name);

	return text && value && strcmp(text, value) == 0;
}

/* A moment between FROM and TO, or absent where it MAY be. */
static bool
moment(const struct token *t, const char *name, double from, double to,
	bool may)
{
	const json_t *value = json_object_get(t->claims, name);
	double at = json_number_value(value);

	return value ? json_is_number(value) && at >= from && at <= to : may;
}

static bool
issuer(const struct token *t)
{
	return is(t, "iss", t->provider->issuer);
}

static const char *
client(const struct token *t)
{
	return bf_option(t->req, "provider_client");
}

/* For us; where it is for others too, it says that it was made for us. */
static bool
audience(const struct token *t)
{
	const json_t *aud = json_object_get(t->claims, "aud"), *each;
	bool ours = false;
	size_t i;

	if (json_is_string(aud))
		return is(t, "aud", client(t));
	json_array_foreach (aud, i, each)
		ours |= json_is_string(each)
			&& strcmp(json_string_value(each), client(t)) == 0;
	return ours
		&& (json_array_size(aud) == 1
			|| json_object_get(t->claims, "azp"));
}

static bool
party(const struct token *t)
{
	return !json_object_get(t->claims, "azp") || is(t, "azp", client(t));
}

#define EVER 1e18

static bool
expires(const struct token *t)
{
	return moment(t, "exp", t->now - SKEW, EVER, false);
}

static bool
begins(const struct token *t)
{
	return moment(t, "nbf", -EVER, t->now + SKEW, true);
}

static bool
made(const struct token *t)
{
	return moment(t, "iat", (double)t->journey->began - SKEW, t->now + SKEW,
		false);
}

static bool
nonce(const struct token *t)
{
	return is(t, "nonce", t->journey->nonce);
}

/* The left half of the hash of the access token (3.1.3.6). */
static bool
access_token(const struct token *t)
{
	unsigned char hash[BF_HASH];

	bf_hash(t->with->access, strlen(t->with->access), hash);
	return !json_object_get(t->claims, "at_hash")
		|| is(t, "at_hash",
			bf_base64url(bf_arena(t->req), hash, sizeof(hash) / 2));
}

/* Who had to show anew who they are, did so after they left us. */
static bool
shown(const struct token *t)
{
	bool renew = t->journey->renew;

	return moment(t, "auth_time",
		renew ? (double)t->journey->began - SKEW : -EVER, t->now + SKEW,
		!renew);
}

static bool
known_level(const struct token *t)
{
	return level_of(t->req, claim(t->claims, "acr")) != NULL;
}

/* What another server says has to be of now: it is remembered for a day. */
static bool
recent(const struct token *t)
{
	return moment(t, "iat", t->now - OLD, t->now + SKEW, false)
		&& moment(t, "exp", t->now - SKEW, EVER, true);
}

static bool
event(const struct token *t)
{
	return json_is_object(
		json_object_get(json_object_get(t->claims, "events"), LOGOUT));
}

/* So that no ID token is taken for it. */
static bool
no_nonce(const struct token *t)
{
	return !json_object_get(t->claims, "nonce");
}

static bool
short_text(const struct token *t, const char *name, bool may)
{
	const char *text = claim(t->claims, name);

	return json_object_get(t->claims, name)
		? text && *text && strlen(text) <= TEXT_MOST
		: may;
}

static bool
subject(const struct token *t)
{
	return short_text(t, "sub", false) && short_text(t, "sid", true);
}

static bool
named(const struct token *t)
{
	return short_text(t, "jti", false);
}

static bool
whose(const struct token *t)
{
	return short_text(t, "sub", true) && short_text(t, "sid", true)
		&& (claim(t->claims, "sub") || claim(t->claims, "sid"));
}

/* In this order: the first that does not hold is told. */
static const struct check {
	const char *what;
	bool (*holds)(const struct token *t);
} id_token[] = {
	{ "iss", issuer },
	{ "sub", subject },
	{ "aud", audience },
	{ "azp", party },
	{ "exp", expires },
	{ "nbf", begins },
	{ "iat", made },
	{ "nonce", nonce },
	{ "at_hash", access_token },
	{ "auth_time", shown },
	{ "acr", known_level },
	{ 0 },
}, logout_token[] = {
	{ "iss", issuer },
	{ "aud", audience },
	{ "iat or exp", recent },
	{ "events", event },
	{ "nonce", no_nonce },
	{ "jti", named },
	{ "sub or sid", whose },
	{ 0 },
};

/* Signed by the provider; keys that are new are asked for. */
static json_t *
read_signed(struct bf_req *req, const struct provider *p, const char *text,
	const char *type, struct trouble *trouble)
{
	struct bf_arena *arena = bf_arena(req);
	json_t *claims = NULL;
	enum bf_jws read;

	read = bf_jws_read(arena, text, type, p->keys, &claims, &trouble->why);
	if (read == BF_JWS_NO_KEY && provider_keys_again(req, trouble))
		read = bf_jws_read(
			arena, text, type, p->keys, &claims, &trouble->why);
	return read == BF_JWS_GOOD ? claims : NULL;
}

static json_t *
read_checked(struct token *t, const char *text, const char *type,
	const struct check *check, struct trouble *trouble)
{
	json_t *claims = read_signed(t->req, t->provider, text, type, trouble);

	t->claims = claims;
	t->now = (double)time(NULL);
	for (; claims && check->what; check++)
		if (!check->holds(t)) {
			trouble->why = bf_printf(bf_arena(t->req),
				"the token is not for this: %s", check->what);
			return NULL;
		}
	return claims;
}

json_t *
provider_id_token(struct bf_req *req, const struct provider *p,
	const struct journey *journey, const struct tokens *tokens,
	struct trouble *trouble)
{
	struct token t = { req, p, journey, tokens };

	return read_checked(&t, tokens->id, NULL, id_token, trouble);
}

json_t *
provider_logout_token(struct bf_req *req, const struct provider *p,
	const char *text, struct trouble *trouble)
{
	struct token t = { req, p };

	return read_checked(&t, text, "logout+jwt", logout_token, trouble);
}
