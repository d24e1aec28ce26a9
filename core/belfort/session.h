/* The cookie that says who is signed in.
 *
 * A session is a secret of 256 random bits in the cookie `__Host-belfort`
 * (RFC 6265bis, 4.1.3.2).  The database knows its SHA-256 only, and a plugin
 * never sees the secret.  Queries name that hash as the argument `session`.
 */
#ifndef BELFORT_SESSION_H
#define BELFORT_SESSION_H

#include <belfort/base.h>

/* The hash of the cookie that came with the request, in 64 hexadecimal digits,
 * or NULL. */
BF_API const char *bf_session(struct bf_req *req);
/* Give the browser a new secret, also when it has one: who signs in never goes
 * on with a session of before.  Its hash, for the database to keep. */
BF_API const char *
bf_session_new(struct bf_req *req) __attribute__((returns_nonnull));
/* Take the cookie back. */
BF_API void bf_session_drop(struct bf_req *req);
/* Tell the browser to forget all that it keeps of this site: cookies, storage,
 * pages (Clear-Site-Data, W3C).  False with the fault filled. */
BF_API BF_CHECKED bool bf_wipe(struct bf_req *req);

#endif
