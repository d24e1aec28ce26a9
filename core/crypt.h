/* libgcrypt, started once, and what only the core asks of it. */
#ifndef CORE_CRYPT_H
#define CORE_CRYPT_H

#include <belfort/crypt.h>

#define BF_SHA256_HEX 65 /* 64 digits and the NUL */

struct bf_sha256;

/* Start the library; ends the process when it does not work. */
void bf_crypt_start(void);
/* End the process: the library cannot do WHAT it always can. */
_Noreturn void bf_crypt_die(const char *what);
struct bf_sha256 *bf_sha256_new(struct bf_arena *arena);
void bf_sha256_add(struct bf_sha256 *sum, const void *data, size_t len);
void bf_sha256_hex(struct bf_sha256 *sum, char hex[BF_SHA256_HEX]);
#define BF_SHA256 32 /* bytes */

/* SHA-256 of A and, after it, B. */
void bf_sha256_join(const void *a, size_t a_len, const void *b, size_t b_len,
	unsigned char hash[BF_SHA256]);
/* LEN bytes of DATA as 2 * LEN digits and a NUL. */
void bf_hex_put(const void *data, size_t len, char *hex);
/* HMAC with SHA-256 of parts, one after the other, at most BF_MAC_PARTS. */
struct bf_mac_part {
	const void *data;
	size_t len;
};
#define BF_MAC_PARTS 3
void
bf_mac_parts(const void *key, size_t key_len, const struct bf_mac_part *parts,
	size_t count, unsigned char mac[BF_MAC]);

#endif
