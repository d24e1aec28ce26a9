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
	const char *ca; /* file of certificates; NULL: those of the system */
	long ms;        /* to wait for all of it; 0: 5000 */
};

struct bf_http_answer {
	int status;
	struct bf_text body; /* at most 256 KiB */
};

/* Whether URL may be asked at all. */
BF_API bool bf_http_url(const char *url);
/* False when there is no whole answer; *WHY then says so, for the log, without
 * a word of what was asked. */
BF_API BF_CHECKED bool
bf_http(struct bf_arena *arena, const struct bf_http *ask,
	struct bf_http_answer *out, const char **why);

#endif
