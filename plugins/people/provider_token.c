/* What the provider's token endpoint and userinfo endpoint are asked, and how
 * we show there who we are.
 */
#include "provider.h"
#include <string.h>

#define PROOF_SECONDS 60
#define PROOF_TYPE "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

static void
field(struct bf_buf *form, const char *name, const char *value)
{
	bf_put_fmt(form, "%s%s=", form->len ? "&" : "", name);
	bf_put_url(form, value, strlen(value));
}

/* private_key_jwt (RFC 7523, 3). */
static bool
prove_by_key(struct bf_req *req, const struct provider *p, const char *text,
	struct bf_buf *form)
{
	const char *client = bf_option(req, "provider_client"), *token;
	json_t *key = bf_json_read(bf_arena(req), text, strlen(text)), *claims;
	unsigned char id[16];
	time_t now = time(NULL);

	field(form, "client_id", client);
	bf_random(id, sizeof(id));
	claims = json_pack("{s:s, s:s, s:s, s:s, s:I, s:I}", "iss", client,
		"sub", client, "aud", provider_says(p, "token_endpoint"), "jti",
		bf_base64url(bf_arena(req), id, sizeof(id)), "iat",
		(json_int_t)now, "exp", (json_int_t)(now + PROOF_SECONDS));
	token = bf_jws_make(bf_arena(req), key, claims);
	json_decref(claims);
	if (token == NULL)
		return false;
	field(form, "client_assertion_type", PROOF_TYPE);
	field(form, "client_assertion", token);
	return true;
}

static bool
method_there(const struct provider *p, const char *method)
{
	const json_t *list = json_object_get(
			     p->about, "token_endpoint_auth_methods_supported"),
		     *each;
	size_t i;

	json_array_foreach (list, i, each)
		if (json_is_string(each)
			&& strcmp(json_string_value(each), method) == 0)
			return true;
	return false;
}

/* client_secret_basic, or client_secret_post where the other is not offered:
 * each half is urlencoded first (RFC 6749, 2.3.1). */
static void
prove_by_secret(struct bf_req *req, const struct provider *p,
	const char *secret, struct bf_buf *form, struct bf_http *ask)
{
	const char *client = bf_option(req, "provider_client");
	struct bf_buf *both = bf_buf_new(bf_arena(req), 0);

	if (method_there(p, "client_secret_post")
		&& !method_there(p, "client_secret_basic")) {
		field(form, "client_id", client);
		field(form, "client_secret", secret);
		return;
	}
	bf_put_url(both, client, strlen(client));
	bf_put_char(both, ':');
	bf_put_url(both, secret, strlen(secret));
	ask->user = both->data;
}

static bool
prove(struct bf_req *req, const struct provider *p, struct bf_buf *form,
	struct bf_http *ask, struct trouble *t)
{
	const char *key = option_file(req, "provider_key", NULL);
	const char *secret = option_file(req, "provider_secret", NULL);

	t->why = "the file of provider_key holds no private key";
	if (key)
		return prove_by_key(req, p, key, form);
	t->why = "neither provider_key nor provider_secret can be read";
	if (secret)
		prove_by_secret(req, p, secret, form, ask);
	return secret != NULL;
}

static bool
tokens_read(const json_t *doc, struct tokens *out, struct trouble *t)
{
	const char *type = claim(doc, "token_type");

	out->id = claim(doc, "id_token");
	out->access = claim(doc, "access_token");
	t->why = "the answer of the token endpoint lacks a token";
	return out->id && out->access && type
		&& strcasecmp(type, "Bearer") == 0;
}

bool
provider_exchange(struct bf_req *req, const struct provider *p,
	const struct journey *journey, const char *code, struct tokens *out,
	struct trouble *t)
{
	struct bf_buf *form = bf_buf_new(bf_arena(req), 0);
	struct bf_http ask = { .url = provider_says(p, "token_endpoint") };
	json_t *doc;

	field(form, "grant_type", "authorization_code");
	field(form, "code", code);
	field(form, "redirect_uri", provider_return(req));
	field(form, "code_verifier", journey->verifier);
	if (!prove(req, p, form, &ask, t))
		return false;
	ask.form = form->data;
	doc = provider_ask(req, &ask, t);
	return doc && tokens_read(doc, out, t);
}

json_t *
provider_userinfo(
	struct bf_req *req, const struct provider *p, const char *access)
{
	struct trouble t;
	const struct bf_http ask = {
		.url = provider_says(p, "userinfo_endpoint"),
		.bearer = access,
	};

	return ask.url ? provider_ask(req, &ask, &t) : NULL;
}
