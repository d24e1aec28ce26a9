/* Keys of RFC 7517 as libgcrypt takes them. */
#ifndef CORE_JWK_H
#define CORE_JWK_H

#include <belfort/base.h>
#include <gcrypt.h>
#include <jansson.h>

#define BF_P256 32 /* bytes of a number of that curve */

/* Whether KEY may sign with ALG, "RS256" or "ES256". */
bool bf_jwk_fits(const json_t *key, const char *alg);
/* The key as an S-expression that belongs to the arena, or NULL when it is not
 * a good one: PRIVATE also has what only its owner knows. */
gcry_sexp_t bf_jwk(struct bf_arena *arena, const json_t *key, bool private);
/* An S-expression that belongs to the arena, or NULL.  PARTS are addresses of
 * what FMT names: see gcry_sexp_build_array. */
gcry_sexp_t bf_sexp(struct bf_arena *arena, const char *fmt, void **parts);
/* An unsigned number that belongs to the arena. */
gcry_mpi_t bf_mpi(struct bf_arena *arena, const void *data, size_t len);

#endif
