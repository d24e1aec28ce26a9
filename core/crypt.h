/* libgcrypt, started once: hashes and random bytes. */
#ifndef CORE_CRYPT_H
#define CORE_CRYPT_H

#include <belfort/base.h>

#define BF_SHA256_HEX 65 /* 64 digits and the NUL */

struct bf_sha256;

/* Start the library; ends the process when it does not work. */
void bf_crypt_start(void);
struct bf_sha256 *bf_sha256_new(struct bf_arena *arena);
void bf_sha256_add(struct bf_sha256 *sum, const void *data, size_t len);
void bf_sha256_hex(struct bf_sha256 *sum, char hex[BF_SHA256_HEX]);
void bf_random(void *data, size_t len);

#define BF_SHA256 32 /* bytes */

/* SHA-256 of A and, after it, B. */
void bf_sha256_join(const void *a, size_t a_len, const void *b, size_t b_len,
	unsigned char hash[BF_SHA256]);

#define BF_MAC 32 /* bytes */

/* HMAC with SHA-256 (RFC 2104) of LEN bytes of DATA under KEY. */
void bf_mac(const void *key, size_t key_len, const void *data, size_t len,
	unsigned char mac[BF_MAC]);
/* Whether A and B are the same, in a time that does not tell where not. */
bool bf_same(const void *a, const void *b, size_t len);
/* DATA in base64url without padding (RFC 4648, 5). */
const char *bf_base64url(struct bf_arena *arena, const void *data, size_t len);

#endif
