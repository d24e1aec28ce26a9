/* Sealing: what anybody with the public key can write, and only who has the
 * private one can read.
 *
 * X25519 (RFC 7748) with a key pair of one run, HKDF (RFC 5869) with SHA-256,
 * ChaCha20-Poly1305 (RFC 8439).  A sealed text is
 *   1 byte   1, the kind of seal
 *   32 bytes the public key of the run
 *   12 bytes the number of the text in the run
 *   the text, encrypted, and 16 bytes that prove that it is whole.
 */
#ifndef CORE_SEAL_H
#define CORE_SEAL_H

#include "err.h"

#define BF_KEY 32
#define BF_SEAL_MORE (1 + BF_KEY + 12 + 16) /* bytes beside the text */

struct bf_seal;

/* A new pair: PRIVATE and the PUBLIC that belongs to it. */
void bf_seal_pair(unsigned char private[BF_KEY], unsigned char public[BF_KEY]);
/* The public key of PRIVATE. */
void bf_seal_public(
	const unsigned char private[BF_KEY], unsigned char public[BF_KEY]);
/* A run of sealing to the owner of PUBLIC, or NULL: PUBLIC is no key. */
struct bf_seal *bf_seal_begin(struct bf_arena *arena,
	const unsigned char public[BF_KEY], struct bf_err *err);
/* LEN bytes of DATA, sealed, in LEN + BF_SEAL_MORE bytes of OUT. */
void bf_seal_put(
	struct bf_seal *seal, const void *data, size_t len, unsigned char *out);
/* What is in the LEN bytes of SEALED, ended with a NUL; NULL: it was sealed to
 * another key, or changed. */
char *bf_seal_open(struct bf_arena *arena, const unsigned char private[BF_KEY],
	const unsigned char *sealed, size_t len);

/* HKDF with SHA-256, of at most 8160 bytes. */
void bf_hkdf(const void *salt, size_t salt_len, const void *key, size_t key_len,
	const void *info, size_t info_len, unsigned char *out, size_t len);
/* POINT times SCALAR on curve 25519.  False: it is zero, as a point of low
 * order makes it, and nothing may be built on it. */
BF_CHECKED bool bf_x25519(const unsigned char scalar[BF_KEY],
	const unsigned char point[BF_KEY], unsigned char out[BF_KEY]);

#endif
