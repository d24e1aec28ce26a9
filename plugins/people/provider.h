/* What the files about sign-in by a provider share (OpenID Connect Core 1.0).
 */
#ifndef PEOPLE_PROVIDER_H
#define PEOPLE_PROVIDER_H

#include "own.h"
#include <belfort/crypt.h>
#include <belfort/http.h>
#include <belfort/jose.h>
#include <time.h>

#define SKEW 60 /* seconds that clocks may differ */

/* What the provider publishes of itself; the worker keeps it. */
struct provider {
	const char *issuer;
	json_t *about; /* its discovery document */
	json_t *keys;
};

/* What a browser began: what the provider must give back. */
struct journey {
	const char *state, *nonce, *verifier;
	const char *id; /* as the database knows it */
	const char *back;
	bool renew; /* they have to show anew who they are */
	time_t began;
};

/* What the token endpoint gave. */
struct tokens {
	const char *id, *access;
};

/* Why not, for the log. */
struct trouble {
	const char *why;
	bool away; /* the provider does not answer: it is not the visitor's */
};

/* provider_known.c: what is known of the provider of the configuration; NULL
 * and *WHY: it cannot be asked. */
const struct provider *provider_known(struct bf_req *req, struct trouble *t);
/* Ask for its keys again, at most once a minute. */
BF_CHECKED bool provider_keys_again(struct bf_req *req, struct trouble *t);
/* A text in what it publishes, or NULL. */
const char *provider_says(const struct provider *p, const char *name);
/* A JSON object that it sends, or NULL and *WHY. */
json_t *
provider_ask(struct bf_req *req, const struct bf_http *ask, struct trouble *t);

/* provider_journey.c: a new journey of this browser, or NULL and a fault; in
 * *OUT the one that STATE names, or NULL when this browser began none. */
const struct journey *journey_begin(struct bf_req *req);
BF_CHECKED bool
journey_back(struct bf_req *req, const char *state, const struct journey **out);

/* provider_token.c: what CODE is worth. */
BF_CHECKED bool provider_exchange(struct bf_req *req, const struct provider *p,
	const struct journey *journey, const char *code, struct tokens *out,
	struct trouble *t);
/* What the provider tells about who has ACCESS, or NULL. */
json_t *provider_userinfo(
	struct bf_req *req, const struct provider *p, const char *access);

/* provider_claims.c: what the ID token says that ends a journey, if the
 * provider signed it for that, or NULL and why not. */
json_t *provider_id_token(struct bf_req *req, const struct provider *p,
	const struct journey *journey, const struct tokens *tokens,
	struct trouble *t);
/* The same of a token that says that somebody signed out there. */
json_t *provider_logout_token(struct bf_req *req, const struct provider *p,
	const char *token, struct trouble *t);
/* A text of CLAIMS, or NULL. */
const char *claim(const json_t *claims, const char *name);

/* provider.c: whether one is configured; the address that it sends visitors
 * back to. */
bool provider_there(struct bf_req *req);
/* Whether they sign in again because of WHY, "fresh" or "level". */
bool provider_because(struct bf_req *req, const char *why);
const char *provider_return(struct bf_req *req);

/* provider_level.c: all values of acr, of level LEAST or more, that the
 * configuration knows; the level of one, or NULL; whether LEVEL is enough. */
const char *level_values(struct bf_req *req, const char *least);
const char *level_of(struct bf_req *req, const char *acr);
bool level_enough(struct bf_req *req, const char *level);

/* provider_file.c: a small file that the configuration names under KEY, without
 * the blanks at its end; NULL: none, or it cannot be read, and the log says so.
 */
const char *option_file(struct bf_req *req, const char *key, size_t *len);

#endif
