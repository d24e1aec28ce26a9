/* The session cookie: read, made, taken back; and the token of its forms. */
#include "session.h"
#include "arena.h"
#include "crypt.h"
#include "walk.h"
#include <string.h>

#define COOKIE "__Host-belfort"
#define SECRET 32      /* bytes */
#define SECRET_TEXT 43 /* the same in base64url, without padding */

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			     "abcdefghijklmnopqrstuvwxyz0123456789-_";

/* What came in the cookie, or NULL when it is no secret of ours. */
static const char *
secret(struct bf_req *req)
{
	const char *text = bf_pair_value(req->cookies, COOKIE);

	return text && strlen(text) == SECRET_TEXT
			&& strspn(text, digits) == SECRET_TEXT
		? text
		: NULL;
}

static const char *
hash(struct bf_req *req, const char *text)
{
	unsigned char sum[BF_HASH];

	bf_hash(text, strlen(text), sum);
	return bf_hex(req->arena, sum, sizeof(sum));
}

const char *
bf_session(struct bf_req *req)
{
	const char *text = secret(req);

	if (req->session == NULL && text)
		req->session = hash(req, text);
	return req->session;
}

/* Browsers keep a cookie with this prefix only when it is Secure, has the path
 * / and no domain: no other host and no plain connection can set it. */
static void
cookie_put(struct bf_req *req, const char *value, const char *more)
{
	bf_answer_header(req, "Set-Cookie",
		bf_printf(req->arena,
			COOKIE "=%s; Path=/; Secure; HttpOnly; SameSite=Lax%s",
			value, more));
}

const char *
bf_session_new(struct bf_req *req)
{
	unsigned char bytes[SECRET];
	const char *text;

	bf_random(bytes, sizeof(bytes));
	text = bf_base64url(req->arena, bytes, sizeof(bytes));
	cookie_put(req, text, "");
	return hash(req, text);
}

void
bf_session_drop(struct bf_req *req)
{
	cookie_put(req, "", "; Max-Age=0");
}

/* Nobody who does not have the secret can make it, and it does not tell the
 * secret (OWASP, Cross-Site Request Forgery Prevention: signed token). */
const char *
bf_csrf(struct bf_req *req)
{
	static const char words[] = "a form of this session";
	unsigned char mac[BF_MAC];
	const char *text = secret(req);

	if (text == NULL)
		return NULL;
	bf_mac(text, strlen(text), words, sizeof(words) - 1, mac);
	return bf_base64url(req->arena, mac, sizeof(mac));
}

bool
bf_csrf_right(struct bf_req *req, const char *given)
{
	const char *mine = bf_csrf(req);

	return given && mine && strlen(given) == strlen(mine)
		&& bf_same(given, mine, strlen(mine));
}
