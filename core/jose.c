/* Reads and makes signed tokens (RFC 7515, compact). */
#include "arena.h"
#include "jwk.h"
#include <belfort/crypt.h>
#include <belfort/jose.h>
#include <string.h>

#define TOKEN_MOST 16384

struct token {
	struct bf_arena *arena;
	const char *text;
	size_t signed_len; /* header, dot and claims */
	json_t *header, *claims;
	unsigned char *signature;
	size_t signature_len;
	const char *alg;
};

static json_t *
part_json(struct bf_arena *arena, const char *text, size_t len)
{
	size_t size = 0;
	unsigned char *data = bf_base64url_read(arena, text, len, &size);

	return data ? bf_json_read(arena, (char *)data, size) : NULL;
}

static bool
take_apart(struct token *t)
{
	size_t first = strcspn(t->text, "."), second;
	const char *claims, *end;

	if (strnlen(t->text, TOKEN_MOST + 1) > TOKEN_MOST
		|| t->text[first] == '\0')
		return false;
	claims = t->text + first + 1;
	second = strcspn(claims, ".");
	if (claims[second] == '\0')
		return false;
	end = claims + second + 1;
	t->signed_len = (size_t)(end - t->text) - 1;
	t->header = part_json(t->arena, t->text, first);
	t->claims = part_json(t->arena, claims, second);
	t->signature = bf_base64url_read(
		t->arena, end, strlen(end), &t->signature_len);
	return t->header && t->claims && t->signature;
}

static const char *
text(const json_t *json, const char *name)
{
	return json_string_value(json_object_get(json, name));
}

/* What a token is meant for keeps one kind from being taken for another (RFC
 * 8725, 3.11); "application/" may be left out. */
static bool
type_right(const json_t *header, const char *type)
{
	const char *typ = text(header, "typ");

	if (json_object_get(header, "typ") == NULL)
		return true;
	if (typ && strncasecmp(typ, "application/", 12) == 0)
		typ += 12;
	return typ
		&& (strcasecmp(typ, "JWT") == 0
			|| (type && strcasecmp(typ, type) == 0));
}

/* Nothing that a header names is fetched, and what it calls critical is not
 * known here (RFC 7515, 4.1.11). */
static const char *
header_wrong(struct token *t, const char *type)
{
	const json_t *kid = json_object_get(t->header, "kid");

	t->alg = text(t->header, "alg");
	if (t->alg == NULL
		|| (strcmp(t->alg, "RS256") != 0
			&& strcmp(t->alg, "ES256") != 0))
		return "an algorithm that is not taken";
	if (json_object_get(t->header, "crit"))
		return "something critical that is not known";
	if (kid && !json_is_string(kid))
		return "a key id that is no text";
	return type_right(t->header, type) ? NULL : "a token of another type";
}

/* The one key that fits, by its id where the token names it. */
static const json_t *
key_find(const struct token *t, const json_t *keys)
{
	const char *kid = text(t->header, "kid"), *id;
	const json_t *list = json_object_get(keys, "keys"), *key, *found = NULL;
	size_t i;

	json_array_foreach (list, i, key) {
		id = text(key, "kid");
		if (!bf_jwk_fits(key, t->alg)
			|| (kid && (!id || strcmp(id, kid) != 0)))
			continue;
		if (found)
			return NULL;
		found = key;
	}
	return found;
}

/* What is signed: the SHA-256 of the text. */
static gcry_sexp_t
digest(struct bf_arena *arena, const char *alg, const char *data, size_t len)
{
	unsigned char hash[BF_HASH];
	char *at = (char *)hash;
	int size = sizeof(hash);
	void *parts[] = { &size, &at };

	bf_hash(data, len, hash);
	return bf_sexp(arena,
		*alg == 'R' ? "(data (flags pkcs1) (hash sha256 %b))"
			    : "(data (flags rfc6979) (hash sha256 %b))",
		parts);
}

/* The two numbers of ES256 stand one after the other, in full (RFC 7518, 3.4);
 * that of RS256 is as long as the key. */
static gcry_sexp_t
signature(const struct token *t, gcry_sexp_t key)
{
	bool rsa = *t->alg == 'R';
	size_t want = rsa ? (gcry_pk_get_nbits(key) + 7) / 8 : 2 * BF_P256;
	size_t first = rsa ? want : BF_P256;
	gcry_mpi_t r, s;
	void *parts[] = { &r, &s };

	if (t->signature_len != want)
		return NULL;
	r = bf_mpi(t->arena, t->signature, first);
	s = bf_mpi(t->arena, t->signature + first, want - first);
	return bf_sexp(t->arena,
		rsa ? "(sig-val (rsa (s %m)))"
		    : "(sig-val (ecdsa (r %m) (s %m)))",
		parts);
}

static bool
signed_by(const struct token *t, const json_t *jwk)
{
	gcry_sexp_t key = bf_jwk(t->arena, jwk, false), sig, data;

	if (key == NULL)
		return false;
	sig = signature(t, key);
	data = digest(t->arena, t->alg, t->text, t->signed_len);
	return sig && data && gcry_pk_verify(sig, data, key) == 0;
}

enum bf_jws
bf_jws_read(struct bf_arena *arena, const char *token, const char *type,
	const json_t *keys, json_t **claims, const char **why)
{
	struct token t = { .arena = arena, .text = token };
	const json_t *key;

	*why = "not three parts of base64url and JSON, each name once";
	if (!take_apart(&t))
		return BF_JWS_BAD;
	*why = header_wrong(&t, type);
	if (*why)
		return BF_JWS_BAD;
	key = key_find(&t, keys);
	*why = "no key of that id and kind";
	if (key == NULL)
		return BF_JWS_NO_KEY;
	*why = "the signature is not right";
	if (!signed_by(&t, key))
		return BF_JWS_BAD;
	*claims = t.claims;
	*why = NULL;
	return BF_JWS_GOOD;
}

static const char *
part_made(struct bf_arena *arena, const json_t *json)
{
	size_t len = json_dumpb(json, NULL, 0, JSON_COMPACT);
	char *data = bf_alloc(arena, len + 1);

	json_dumpb(json, data, len, JSON_COMPACT);
	return bf_base64url(arena, data, len);
}

/* Number NAME of a signature, to the END of SIZE bytes. */
static bool
number_put(gcry_sexp_t sig, const char *name, unsigned char *out, size_t size)
{
	gcry_sexp_t found = gcry_sexp_find_token(sig, name, 0);
	gcry_mpi_t mpi = found ? gcry_sexp_nth_mpi(found, 1, GCRYMPI_FMT_USG)
			       : NULL;
	size_t len = mpi ? (gcry_mpi_get_nbits(mpi) + 7) / 8 : size + 1;
	bool good = len <= size
		&& gcry_mpi_print(
			   GCRYMPI_FMT_USG, out + size - len, len, NULL, mpi)
			== 0;

	gcry_mpi_release(mpi);
	gcry_sexp_release(found);
	return good;
}

static bool
sign(struct bf_arena *arena, const char *alg, const json_t *key,
	const char *said, const char **out)
{
	gcry_sexp_t sk = bf_jwk(arena, key, true), sig = NULL, data;
	unsigned char bytes[1024] = { 0 };
	size_t size;
	bool good;

	data = digest(arena, alg, said, strlen(said));
	if (!sk || !data || gcry_pk_sign(&sig, data, sk) != 0)
		return false;
	if (*alg == 'R') {
		size = (gcry_pk_get_nbits(sk) + 7) / 8;
		good = number_put(sig, "s", bytes, size);
	} else {
		size = 2 * BF_P256;
		good = number_put(sig, "r", bytes, BF_P256)
			&& number_put(sig, "s", bytes + BF_P256, BF_P256);
	}
	gcry_sexp_release(sig);
	*out = bf_base64url(arena, bytes, size);
	return good;
}

const char *
bf_jws_make(struct bf_arena *arena, const json_t *key, const json_t *claims)
{
	const char *alg = bf_jwk_fits(key, "RS256") ? "RS256" : "ES256";
	const char *said, *by;
	json_t *header;

	if (!bf_jwk_fits(key, alg))
		return NULL;
	header = json_pack("{s:s, s:s, s:s*}", "typ", "JWT", "alg", alg, "kid",
		text(key, "kid"));
	bf_json_keep(arena, header);
	said = bf_printf(arena, "%s.%s", part_made(arena, header),
		part_made(arena, claims));
	return sign(arena, alg, key, said, &by)
		? bf_printf(arena, "%s.%s", said, by)
		: NULL;
}
