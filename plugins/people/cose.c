/* Reads public keys, and checks with libgcrypt what they signed. */
#include "cose.h"
#include <gcrypt.h>
#include <string.h>

#define PART 32 /* bytes of a coordinate, and of a half of a signature */

/* Labels and values of RFC 9053, 7. */
enum { KIND = 1, ALGORITHM = 3, CURVE = -1, X = -2, Y = -3 };
enum { OKP = 1, EC2 = 2 };
enum { P256 = 1, ED25519 = 6 };

static bool
number_at(struct cbor *c, int64_t label, int64_t *out)
{
	int64_t found;

	return cbor_int(c, &found) && found == label && cbor_int(c, out);
}

static bool
part_at(struct cbor *c, int64_t label, const unsigned char **out)
{
	int64_t found;
	size_t len;

	return cbor_int(c, &found) && found == label && cbor_bytes(c, out, &len)
		&& len == PART;
}

/* The canonical form leaves one order, and WebAuthn (6.5.1.1) no other member.
 */
bool
cose_read(struct cbor *c, struct cose *out)
{
	int64_t kind, curve;
	size_t pairs;

	*out = (struct cose){ 0 };
	if (!cbor_map(c, &pairs) || !number_at(c, KIND, &kind)
		|| !number_at(c, ALGORITHM, &out->algorithm)
		|| !number_at(c, CURVE, &curve) || !part_at(c, X, &out->x))
		return false;
	if (out->algorithm == COSE_EDDSA)
		return pairs == 4 && kind == OKP && curve == ED25519;
	return out->algorithm == COSE_ES256 && pairs == 5 && kind == EC2
		&& curve == P256 && part_at(c, Y, &out->y);
}

/* One INTEGER of DER, as a number without sign of at most 32 bytes. */
static bool
integer_at(const unsigned char **at, const unsigned char *end,
	const unsigned char **out, size_t *len)
{
	if (end - *at < 3 || (*at)[0] != 0x02 || (*at)[1] == 0
		|| (*at)[1] > end - *at - 2)
		return false;
	*len = (*at)[1];
	*out = *at + 2;
	*at = *out + *len;
	if (**out & 0x80)
		return false; /* below zero */
	if (**out == 0 && *len > 1) {
		if (!((*out)[1] & 0x80))
			return false; /* longer than it need be */
		(*out)++;
		(*len)--;
	}
	return *len <= PART;
}

/* SEQUENCE of two INTEGERs, and nothing after it (RFC 3279, 2.2.3). */
static gcry_error_t
es256_signature(const unsigned char *at, size_t len, gcry_sexp_t *out)
{
	const unsigned char *end = at + len, *r, *s;
	size_t r_len, s_len;

	if (len < 2 || at[0] != 0x30 || at[1] != len - 2)
		return GPG_ERR_BAD_SIGNATURE;
	at += 2;
	if (!integer_at(&at, end, &r, &r_len)
		|| !integer_at(&at, end, &s, &s_len) || at != end)
		return GPG_ERR_BAD_SIGNATURE;
	return gcry_sexp_build(out, NULL, "(sig-val (ecdsa (r %b) (s %b)))",
		(int)r_len, r, (int)s_len, s);
}

static gcry_error_t
es256_key(const struct cose *key, gcry_sexp_t *out)
{
	unsigned char point[1 + 2 * PART] = { 0x04 };

	memcpy(point + 1, key->x, PART);
	memcpy(point + 1 + PART, key->y, PART);
	return gcry_sexp_build(out, NULL,
		"(public-key (ecc (curve \"NIST P-256\") (q %b)))",
		(int)sizeof(point), point);
}

static gcry_error_t
es256_data(const unsigned char *data, size_t len, gcry_sexp_t *out)
{
	unsigned char hash[32];

	gcry_md_hash_buffer(GCRY_MD_SHA256, hash, data, len);
	return gcry_sexp_build(out, NULL, "(data (flags raw) (hash sha256 %b))",
		(int)sizeof(hash), hash);
}

static gcry_error_t
eddsa_signature(const unsigned char *at, size_t len, gcry_sexp_t *out)
{
	if (len != 2 * PART)
		return GPG_ERR_BAD_SIGNATURE;
	return gcry_sexp_build(out, NULL, "(sig-val (eddsa (r %b) (s %b)))",
		PART, at, PART, at + PART);
}

static gcry_error_t
eddsa_key(const struct cose *key, gcry_sexp_t *out)
{
	return gcry_sexp_build(out, NULL,
		"(public-key (ecc (curve Ed25519) (flags eddsa) (q %b)))", PART,
		key->x);
}

static gcry_error_t
eddsa_data(const unsigned char *data, size_t len, gcry_sexp_t *out)
{
	return gcry_sexp_build(out, NULL,
		"(data (flags eddsa) (hash-algo sha512) (value %b))", (int)len,
		data);
}

bool
cose_signed(const struct cose *key, const unsigned char *data, size_t len,
	const unsigned char *signature, size_t signature_len)
{
	bool eddsa = key->algorithm == COSE_EDDSA;
	gcry_sexp_t sig = NULL, hash = NULL, pub = NULL;
	gcry_error_t e;

	e = (eddsa ? eddsa_signature : es256_signature)(
		signature, signature_len, &sig);
	e = e ? e : (eddsa ? eddsa_data : es256_data)(data, len, &hash);
	e = e ? e : (eddsa ? eddsa_key : es256_key)(key, &pub);
	e = e ? e : gcry_pk_verify(sig, hash, pub);
	gcry_sexp_release(sig);
	gcry_sexp_release(hash);
	gcry_sexp_release(pub);
	return e == 0;
}
