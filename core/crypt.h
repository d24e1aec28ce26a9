/* libgcrypt, started once: hashes, codes and random bytes. */
#ifndef CORE_CRYPT_H
#define CORE_CRYPT_H

#include <belfort/base.h>

#define BF_SHA256_HEX 65 /* 64 digits and the NUL */

struct bf_sha256;

/* Start the library; ends the process when it does not work. */
void bf_crypt_start(void);
/* End the process: the library cannot do WHAT it always can. */
_Noreturn void bf_crypt_die(const char *what);
struct bf_sha256 *bf_sha256_new(struct bf_arena *arena);
void bf_sha256_add(struct bf_sha256 *sum, const void *data, size_t len);
void bf_sha256_hex(struct bf_sha256 *sum, char hex[BF_SHA256_HEX]);
/* LEN bytes of DATA as 2 * LEN digits and a NUL. */
void bf_hex(const void *data, size_t len, char *hex);
void bf_random(void *data, size_t len);

#define BF_MAC 32 /* bytes */

/* HMAC with SHA-256 (RFC 2104) of LEN bytes of DATA under KEY. */
void bf_mac(const void *key, size_t key_len, const void *data, size_t len,
	unsigned char mac[BF_MAC]);
/* The same of parts, one after the other, at most BF_MAC_PARTS. */
struct bf_mac_part {
	const void *data;
	size_t len;
};
#define BF_MAC_PARTS 3
void
bf_mac_parts(const void *key, size_t key_len, const struct bf_mac_part *parts,
	size_t count, unsigned char mac[BF_MAC]);
/* Whether A and B are the same, in a time that does not tell where not. */
bool bf_same(const void *a, const void *b, size_t len);
/* DATA in base64url without padding (RFC 4648, 5). */
const char *bf_base64url(struct bf_arena *arena, const void *data, size_t len);

#endif
