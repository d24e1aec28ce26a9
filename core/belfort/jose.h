/* Signed tokens (JWS, RFC 7515) and their keys (JWK, RFC 7517).
 *
 * RS256 and ES256, nothing else: with RSA keys of 2048 to 8192 bits, and keys
 * on P-256.  The key decides which of the two a token may use.
 */
#ifndef BELFORT_JOSE_H
#define BELFORT_JOSE_H

#include <belfort/json.h>

enum bf_jws {
	BF_JWS_GOOD,
	BF_JWS_NO_KEY, /* signed by a key that is not among those given */
	BF_JWS_BAD,
};

/* Read TOKEN when one of KEYS ({"keys": [...]}) signed it.  *CLAIMS is what it
 * says and belongs to the arena; else *WHY says what is wrong with it, without
 * a word of it.  TYPE is the media type that it may have beside "JWT", or
 * NULL. */
BF_API BF_CHECKED enum bf_jws
bf_jws_read(struct bf_arena *arena, const char *token, const char *type,
	const json_t *keys, json_t **claims, const char **why);
/* CLAIMS signed by the private KEY, or NULL when it is none. */
BF_API const char *
bf_jws_make(struct bf_arena *arena, const json_t *key, const json_t *claims);

#endif
