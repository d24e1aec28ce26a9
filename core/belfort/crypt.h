/* Hashes, codes and random bytes. */
#ifndef BELFORT_CRYPT_H
#define BELFORT_CRYPT_H

#include <belfort/base.h>

#define BF_MAC 32  /* bytes */
#define BF_HASH 32 /* bytes */

/* SHA-256 of LEN bytes of DATA. */
BF_API void bf_hash(const void *data, size_t len, unsigned char hash[BF_HASH]);
/* HMAC with SHA-256 (RFC 2104) of LEN bytes of DATA under KEY. */
BF_API void bf_mac(const void *key, size_t key_len, const void *data,
	size_t len, unsigned char mac[BF_MAC]);
BF_API void bf_random(void *data, size_t len);
/* Whether A and B are the same, in a time that does not tell where not. */
BF_API bool bf_same(const void *a, const void *b, size_t len);
/* LEN bytes of DATA in hexadecimal digits. */
BF_API const char *bf_hex(struct bf_arena *arena, const void *data, size_t len)
	__attribute__((returns_nonnull));
/* DATA in base64url without padding (RFC 4648, 5). */
BF_API const char *bf_base64url(struct bf_arena *arena, const void *data,
	size_t len) __attribute__((returns_nonnull));
/* The bytes that LEN signs of TEXT stand for, and how many; NULL when TEXT is
 * not what bf_base64url() makes of any bytes. */
BF_API unsigned char *bf_base64url_read(
	struct bf_arena *arena, const char *text, size_t len, size_t *out_len);

#endif
