/* Passwords: Argon2id (RFC 9106) with 64 MiB, three passes and one lane.
 *
 * One costs a quarter of a second of a processor, so a worker does not compute
 * it: processes that only do that, at idle priority, take them from a short
 * queue, and the worker serves others until the answer comes.  Where the queue
 * is full the request fails with 429, where they are away with 503.
 */
#ifndef BELFORT_PASSWORD_H
#define BELFORT_PASSWORD_H

#include <belfort/base.h>

/* Take a place in the queue.  The others take one themselves; a handler that
 * has more to do first asks here, so that who is refused costs nothing. */
BF_API BF_CHECKED bool bf_password_place(struct bf_req *req);
/* *PHC is what to keep of TEXT: "$argon2id$v=19$m=65536,t=3,p=1$salt$hash". */
BF_API BF_CHECKED bool
bf_password_hash(struct bf_req *req, const char *text, const char **phc);
/* Whether TEXT is the password of which PHC was kept.  NULL for PHC is nobody's
 * password: the same work is done, and *RIGHT is false. */
BF_API BF_CHECKED bool bf_password_check(
	struct bf_req *req, const char *text, const char *phc, bool *right);

#endif
