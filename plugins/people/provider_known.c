/* What the provider publishes of itself (OpenID Connect Discovery), kept by
 * each worker for an hour.
 */
#include "provider.h"
#include <string.h>

#define KEPT 3600 /* seconds */
#define AGAIN 60  /* between two questions for an unknown key */
#define PAUSE 5   /* in which who did not answer is not asked */

static struct provider known;
static time_t asked, asked_again, failed;

static time_t
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* Who did not answer is left alone for a while: a worker that waits serves
 * nobody. */
static bool
answered(struct bf_req *req, const struct bf_http *ask,
	struct bf_http_answer *answer, struct trouble *t)
{
	*t = (struct trouble){ "it did not answer a moment ago", true };
	if (failed && now() - failed < PAUSE)
		return false;
	t->away = !bf_http(bf_arena(req), ask, answer, &t->why)
		|| answer->status >= 500;
	failed = t->away ? now() : 0;
	return answer->status != 0;
}

json_t *
provider_ask(struct bf_req *req, const struct bf_http *ask, struct trouble *t)
{
	struct bf_http with = *ask;
	struct bf_http_answer answer = { 0 };
	json_t *doc;

	with.ca = bf_option(req, "provider_ca");
	if (!answered(req, &with, &answer, t))
		return NULL;
	doc = bf_json_read(bf_arena(req), answer.body.data, answer.body.len);
	t->why = bf_printf(bf_arena(req), "it answered %d, %s JSON",
		answer.status, doc ? "with" : "without");
	return answer.status == 200 ? doc : NULL;
}

const char *
provider_says(const struct provider *p, const char *name)
{
	return json_string_value(json_object_get(p->about, name));
}

/* Who says to be another is another (OpenID Connect Discovery, 4.3). */
static bool
is_whole(const struct provider *p, struct trouble *t)
{
	static const char *const needed[] = { "authorization_endpoint",
		"token_endpoint", "jwks_uri" };
	const char *issuer = provider_says(p, "issuer");
	size_t i;

	t->why = "discovery: it calls itself by another name than provider";
	if (issuer == NULL || strcmp(issuer, p->issuer) != 0)
		return false;
	t->why = "discovery: an address is missing or without HTTPS";
	for (i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (!provider_says(p, needed[i])
			|| !bf_http_url(provider_says(p, needed[i])))
			return false;
	return true;
}

static bool
ask_about(struct bf_req *req, struct provider *p, struct trouble *t)
{
	size_t len = strlen(p->issuer);
	const struct bf_http ask = {
		.url = bf_printf(bf_arena(req),
			"%.*s/.well-known/openid-"
			"configuration",
			(int)(len - (p->issuer[len - 1] == '/')), p->issuer)
	};

	p->about = provider_ask(req, &ask, t);
	return p->about && is_whole(p, t);
}

static bool
ask_keys(struct bf_req *req, struct provider *p, struct trouble *t)
{
	const struct bf_http ask = { .url = provider_says(p, "jwks_uri") };

	p->keys = provider_ask(req, &ask, t);
	return p->keys != NULL;
}

/* Later than the request that asked. */
static void
keep(const struct provider *p)
{
	json_t *about = json_incref(p->about), *keys = json_incref(p->keys);

	json_decref(known.about);
	json_decref(known.keys);
	known = (struct provider){ p->issuer, about, keys };
}

/* What the provider says wrong of itself, its visitors cannot mend. */
const struct provider *
provider_known(struct bf_req *req, struct trouble *t)
{
	struct provider p = { .issuer = bf_option(req, "provider") };

	if (known.about && now() - asked < KEPT)
		return &known;
	if (!ask_about(req, &p, t) || !ask_keys(req, &p, t)) {
		t->away = true;
		return NULL;
	}
	keep(&p);
	asked = now();
	asked_again = 0;
	return &known;
}

bool
provider_keys_again(struct bf_req *req, struct trouble *t)
{
	struct provider p = known;

	t->why = "no key of that id and kind, and they are fresh";
	if (asked_again && now() - asked_again < AGAIN)
		return false;
	asked_again = now();
	if (!ask_keys(req, &p, t))
		return false;
	keep(&p);
	return true;
}
