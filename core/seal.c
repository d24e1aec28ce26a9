/* Seals texts to a public key. */
#include "seal.h"
#include "crypt.h"
#include <belfort/arena.h>
#include <gcrypt.h>
#include <string.h>

#define KIND 1
#define NONCE 12
#define PROOF 16
#define HEAD (1 + BF_KEY) /* kind and key of the run: the same in all of it */

struct bf_seal {
	gcry_cipher_hd_t cipher;
	unsigned char head[HEAD];
	uint64_t count;
};

void
bf_hkdf(const void *salt, size_t salt_len, const void *key, size_t key_len,
	const void *info, size_t info_len, unsigned char *out, size_t len)
{
	unsigned char seed[BF_MAC], block[BF_MAC], nr = 0;
	size_t size = 0, part;
	struct bf_mac_part parts[] = { { block, 0 }, { info, info_len },
		{ &nr, 1 } };

	bf_mac(salt, salt_len, key, key_len, seed);
	for (; len > 0; len -= part, out += part) {
		parts[0].len = size;
		nr++;
		bf_mac_parts(seed, sizeof(seed), parts, 3, block);
		size = sizeof(block);
		part = len < size ? len : size;
		memcpy(out, block, part);
	}
}

bool
bf_x25519(const unsigned char scalar[BF_KEY], const unsigned char point[BF_KEY],
	unsigned char out[BF_KEY])
{
	static const unsigned char zero[BF_KEY];

	if (gcry_ecc_mul_point(GCRY_ECC_CURVE25519, out, scalar, point) != 0)
		bf_crypt_die("X25519 cannot be computed");
	return !bf_same(out, zero, BF_KEY);
}

void
bf_seal_public(
	const unsigned char private[BF_KEY], unsigned char public[BF_KEY])
{
	if (gcry_ecc_mul_point(GCRY_ECC_CURVE25519, public, private, NULL) != 0)
		bf_crypt_die("X25519 cannot be computed");
}

void
bf_seal_pair(unsigned char private[BF_KEY], unsigned char public[BF_KEY])
{
	gcry_randomize(private, BF_KEY, GCRY_STRONG_RANDOM);
	bf_seal_public(private, public);
}

static void
cipher_close(void *cipher)
{
	gcry_cipher_close(cipher);
}

/* The cipher under the key that both ends agree on; false: there is none. */
static bool
agree(struct bf_arena *arena, const unsigned char private[BF_KEY],
	const unsigned char other[BF_KEY], const unsigned char run[BF_KEY],
	const unsigned char owner[BF_KEY], gcry_cipher_hd_t *out)
{
	static const char info[] = "belfort seal 1";
	unsigned char shared[BF_KEY], key[BF_KEY], both[2 * BF_KEY];
	bool good = bf_x25519(private, other, shared);

	if (!good)
		return false;
	memcpy(both, run, BF_KEY);
	memcpy(both + BF_KEY, owner, BF_KEY);
	bf_hkdf(both, sizeof(both), shared, sizeof(shared), info,
		sizeof(info) - 1, key, sizeof(key));
	if (gcry_cipher_open(out, GCRY_CIPHER_CHACHA20,
		    GCRY_CIPHER_MODE_POLY1305,
		    0) != 0
		|| gcry_cipher_setkey(*out, key, sizeof(key)) != 0)
		bf_crypt_die("ChaCha20-Poly1305 cannot be started");
	bf_defer(arena, cipher_close, *out);
	explicit_bzero(shared, sizeof(shared));
	explicit_bzero(key, sizeof(key));
	return true;
}

struct bf_seal *
bf_seal_begin(struct bf_arena *arena, const unsigned char public[BF_KEY],
	struct bf_err *err)
{
	struct bf_seal *seal = bf_alloc(arena, sizeof(*seal));
	unsigned char private[BF_KEY];
	bool good;

	seal->head[0] = KIND;
	bf_seal_pair(private, seal->head + 1);
	good = agree(
		arena, private, public, seal->head + 1, public, &seal->cipher);
	explicit_bzero(private, sizeof(private));
	if (good)
		return seal;
	(void)bf_err(err, "the public key is none that can be sealed to");
	return NULL;
}

/* The key is of this run alone, so counting gives each text another nonce. */
static void
nonce_next(struct bf_seal *seal, unsigned char nonce[NONCE])
{
	uint64_t count = seal->count++;
	size_t i;

	memset(nonce, 0, NONCE);
	for (i = NONCE; count > 0; count >>= 8)
		nonce[--i] = (unsigned char)count;
}

void
bf_seal_put(
	struct bf_seal *seal, const void *data, size_t len, unsigned char *out)
{
	unsigned char *nonce = out + HEAD, *text = nonce + NONCE;

	memcpy(out, seal->head, HEAD);
	nonce_next(seal, nonce);
	if (gcry_cipher_setiv(seal->cipher, nonce, NONCE) != 0
		|| gcry_cipher_authenticate(seal->cipher, out, HEAD) != 0
		|| gcry_cipher_final(seal->cipher) != 0
		|| gcry_cipher_encrypt(seal->cipher, text, len, data, len) != 0
		|| gcry_cipher_gettag(seal->cipher, text + len, PROOF) != 0)
		bf_crypt_die("ChaCha20-Poly1305 cannot be computed");
}

char *
bf_seal_open(struct bf_arena *arena, const unsigned char private[BF_KEY],
	const unsigned char *sealed, size_t len)
{
	const unsigned char *nonce = sealed + HEAD, *text = nonce + NONCE;
	size_t text_len = len - BF_SEAL_MORE;
	unsigned char public[BF_KEY];
	gcry_cipher_hd_t cipher;
	char *out;

	if (len < BF_SEAL_MORE || sealed[0] != KIND)
		return NULL;
	bf_seal_public(private, public);
	if (!agree(arena, private, sealed + 1, sealed + 1, public, &cipher))
		return NULL;
	out = bf_alloc(arena, text_len + 1);
	if (gcry_cipher_setiv(cipher, nonce, NONCE) != 0
		|| gcry_cipher_authenticate(cipher, sealed, HEAD) != 0
		|| gcry_cipher_final(cipher) != 0
		|| gcry_cipher_decrypt(cipher, out, text_len, text, text_len)
			!= 0
		|| gcry_cipher_checktag(cipher, text + text_len, PROOF) != 0)
		return NULL;
	return out;
}
