/* Secrets of one use, such as a link in a mail carries, and marks: codes of a
 * text under a key that is not in the database.
 */
#ifndef BELFORT_SECRET_H
#define BELFORT_SECRET_H

#include <belfort/base.h>

/* 256 random bits, fit for an address. */
BF_API const char *
bf_secret_new(struct bf_req *req) __attribute__((returns_nonnull));
/* What to keep of SECRET: its SHA-256 in 64 hexadecimal digits. */
BF_API const char *bf_secret_hash(struct bf_req *req, const char *secret)
	__attribute__((returns_nonnull));
/* LEN bytes of chance. */
BF_API void bf_secret_bytes(void *data, size_t len);
/* *MARK is the HMAC of TEXT, for that USE only, in 64 hexadecimal digits, under
 * the key that FILE holds: at least 32 bytes that only this pool reads. */
BF_API BF_CHECKED bool bf_secret_mark(struct bf_req *req, const char *file,
	const char *use, const char *text, const char **mark);
/* The same with a mark that is another tomorrow (UTC), so that nobody can be
 * followed from day to day. */
BF_API BF_CHECKED bool bf_secret_daily(struct bf_req *req, const char *file,
	const char *use, const char *text, const char **mark);
/* Where the visitor is: a /24 of IPv4, a /48 of IPv6, or "unknown".  It is for
 * a mark only, to be kept and told nowhere. */
BF_API const char *
bf_network(struct bf_req *req) __attribute__((returns_nonnull));

#endif
