/* libgcrypt, started once, and what only the core asks of it. */
#ifndef CORE_CRYPT_H
#define CORE_CRYPT_H

#include <belfort/crypt.h>

#define BF_SHA256_HEX 65 /* 64 digits and the NUL */

struct bf_sha256;

/* Start the library; ends the process when it does not work. */
void bf_crypt_start(void);
struct bf_sha256 *bf_sha256_new(struct bf_arena *arena);
void bf_sha256_add(struct bf_sha256 *sum, const void *data, size_t len);
void bf_sha256_hex(struct bf_sha256 *sum, char hex[BF_SHA256_HEX]);
#define BF_SHA256 32 /* bytes */

/* SHA-256 of A and, after it, B. */
void bf_sha256_join(const void *a, size_t a_len, const void *b, size_t b_len,
	unsigned char hash[BF_SHA256]);

#endif
