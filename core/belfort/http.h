/* Asking another server, over HTTPS.
 *
 * One question and one answer, within seconds and within limits.  Nothing is
 * followed elsewhere, no proxy is used, and a certificate has to be right.
 * Plain HTTP is for this machine itself only (localhost, 127.0.0.1, [::1]).
 * While it waits, the worker serves nobody.
 */
#ifndef BELFORT_HTTP_H
#define BELFORT_HTTP_H

#include <belfort/base.h>
#include <belfort/db.h>

struct bf_http {
	const char *url;
	const char *form;   /* urlencoded body of a POST; NULL: a GET */
	const char *user;   /* "name:secret" of Basic, or NULL */
	const char *bearer; /* token, or NULL */
	const char *ca;   /* file of certificates; NULL: those of the system */
	long ms;          /* to wait for all of it; 0: 5000 */
	const char *json; /* body of a POST instead of FORM, or NULL */
	const char *id;   /* X-Correlation-ID: letters, digits and -; or NULL */
	const char *purpose; /* X-Purpose: the same; or NULL */
	/* Files with who we are, for a server that asks: the certificate and
	 * its private key, in PEM; NULL: none. */
	const char *certificate, *key;
};

struct bf_http_answer {
	int status;
	struct bf_text body; /* at most 256 KiB */
	bool json;           /* it is said to be application/json */
	/* Seconds after which to ask again, as the server says with 429 or
	 * 503 (Retry-After, RFC 9110, 10.2.3); 0: it says nothing. */
	long wait;
	/* Where there is no whole answer, what it was, for people: "asked"
	 * (this side cannot), "unreachable", "silent", "certificate", "cut"
	 * (less, or something else than HTTP), "long"; else NULL. */
	const char *trouble;
};

/* Whether URL may be asked at all. */
BF_API bool bf_http_url(const char *url);
/* False when there is no whole answer; *WHY then says so, for the log, without
 * a word of what was asked. */
BF_API BF_CHECKED bool
bf_http(struct bf_arena *arena, const struct bf_http *ask,
	struct bf_http_answer *out, const char **why);

#endif
