/* The way of one browser to the provider and back, bound to that browser.
 *
 * A cookie holds 256 random bits.  From them and the state of a journey follow
 * its nonce and its verifier (RFC 7636), so that nothing secret is stored: the
 * database knows a hash, which is used once.  Two tabs are two journeys.
 */
#include "provider.h"
#include <stdlib.h>
#include <string.h>

#define COOKIE "__Host-belfort-weg"
#define SECONDS 600
#define SECRET 32
#define SECRET_TEXT 43
#define STATE 16
#define STATE_TEXT 22

const struct bf_query people_provider_begin = { "people.provider_begin",
	"start terug renew", .writes = true };
const struct bf_query people_provider_back = { "people.provider_back", "start",
	.writes = true };

static const char *
random_text(struct bf_req *req, size_t len)
{
	unsigned char bytes[SECRET];

	bf_random(bytes, len);
	return bf_base64url(bf_arena(req), bytes, len);
}

/* TEXT when it is LEN signs of base64url. */
static const char *
checked(struct bf_req *req, const char *text, size_t len)
{
	size_t unused;

	return text && strlen(text) == len
			&& bf_base64url_read(bf_arena(req), text, len, &unused)
		? text
		: NULL;
}

/* What only who has SECRET can make of WHAT and STATE. */
static const char *
made(struct bf_req *req, const char *secret, const char *what,
	const char *state)
{
	const char *text = bf_printf(bf_arena(req), "%s %s", what, state);
	unsigned char mac[BF_MAC];

	bf_mac(secret, strlen(secret), text, strlen(text), mac);
	return bf_base64url(bf_arena(req), mac, sizeof(mac));
}

static struct journey *
journey_of(struct bf_req *req, const char *secret, const char *state)
{
	struct journey *j = bf_alloc(bf_arena(req), sizeof(*j));
	const char *id = made(req, secret, "journey", state);
	unsigned char hash[BF_HASH];

	bf_hash(id, strlen(id), hash);
	j->state = state;
	j->id = bf_hex(bf_arena(req), hash, sizeof(hash));
	j->nonce = made(req, secret, "nonce", state);
	j->verifier = made(req, secret, "verifier", state);
	return j;
}

const struct journey *
journey_begin(struct bf_req *req)
{
	const char *secret = checked(
		req, bf_cookie_value(req, COOKIE), SECRET_TEXT);
	struct journey *j;

	if (secret == NULL)
		secret = random_text(req, SECRET);
	j = journey_of(req, secret, random_text(req, STATE));
	j->renew = provider_because(req, "fresh")
		|| provider_because(req, "level");
	bf_set(req, "start", j->id);
	bf_set(req, "renew", j->renew ? "yes" : NULL);
	return bf_query(req, &people_provider_begin, NULL)
			&& bf_cookie(req, COOKIE, secret, SECONDS)
		? j
		: NULL;
}

/* False when nobody began it, or too long ago. */
static bool
journey_read(struct bf_req *req, struct bf_text text, struct journey *j)
{
	json_t *doc = bf_json_read(bf_arena(req), text.data, text.len);
	const json_t *began = json_object_get(doc, "began");

	j->back = claim(doc, "back");
	j->renew = json_is_true(json_object_get(doc, "renew"));
	j->began = (time_t)json_integer_value(began);
	return json_is_integer(began);
}

bool
journey_back(struct bf_req *req, const char *state, const struct journey **out)
{
	const char *secret = checked(
		req, bf_cookie_value(req, COOKIE), SECRET_TEXT);
	struct bf_text text;
	struct journey *j;

	*out = NULL;
	if (secret == NULL || !checked(req, state, STATE_TEXT))
		return true;
	j = journey_of(req, secret, state);
	bf_set(req, "start", j->id);
	if (!bf_query(req, &people_provider_back, &text))
		return false;
	if (journey_read(req, text, j))
		*out = j;
	return true;
}
