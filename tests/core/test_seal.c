/* Sealing against published vectors, and what happens to a seal that somebody
 * touched.
 */
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "seal.h"

static const char *
hex(struct bf_arena *arena, const void *data, size_t len)
{
	char *out = bf_alloc(arena, 2 * len + 1);

	bf_hex_put(data, len, out);
	return out;
}

/* COUNT bytes from FIRST on. */
static const unsigned char *
bytes(struct bf_arena *arena, int first, size_t count)
{
	unsigned char *out = bf_alloc(arena, count + 1);
	size_t i;

	for (i = 0; i < count; i++)
		out[i] = (unsigned char)(first + (int)i);
	return out;
}

/* RFC 5869, appendix A, cases 1 to 3. */
static void
derivation(struct bf_arena *arena)
{
	unsigned char key[22], out[82];

	memset(key, 0x0b, sizeof(key));
	bf_hkdf(bytes(arena, 0, 13), 13, key, 22, bytes(arena, 0xf0, 10), 10,
		out, 42);
	is(hex(arena, out, 42),
		"3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4"
		"c5bf34007208d5b887185865",
		"HKDF");
	bf_hkdf(bytes(arena, 0x60, 80), 80, bytes(arena, 0, 80), 80,
		bytes(arena, 0xb0, 80), 80, out, 82);
	is(hex(arena, out, 82),
		"b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19af"
		"a97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9"
		"aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
		"HKDF of more than two blocks");
	bf_hkdf("", 0, key, 22, "", 0, out, 42);
	is(hex(arena, out, 42),
		"8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c73"
		"8d2d9d201395faa4b61a96c8",
		"HKDF without salt and words");
}

/* RFC 7748, 5.2; and points of low order (the same, 6.1). */
static void
agreement(struct bf_arena *arena)
{
	static const unsigned char scalar[BF_KEY] =
		"\xa5\x46\xe3\x6b\xf0\x52\x7c\x9d\x3b\x16\x15\x4b\x82\x46\x5e"
		"\xdd\x62\x14\x4c\x0a\xc1\xfc\x5a\x18\x50\x6a\x22\x44\xba\x44"
		"\x9a\xc4";
	static const unsigned char point[BF_KEY] =
		"\xe6\xdb\x68\x67\x58\x30\x30\xdb\x35\x94\xc1\xa4\x24\xb1\x5f"
		"\x7c\x72\x66\x24\xec\x26\xb3\x35\x3b\x10\xa9\x03\xa6\xd0\xab"
		"\x1c\x4c";
	static const unsigned char zero[BF_KEY], one[BF_KEY] = { 1 };
	unsigned char out[BF_KEY];

	ok(bf_x25519(scalar, point, out), "two keys agree");
	is(hex(arena, out, BF_KEY),
		"c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a2"
		"8552",
		"X25519");
	ok(!bf_x25519(scalar, zero, out), "nothing agrees with zero");
	ok(!bf_x25519(scalar, one, out), "nor with a point of low order");
}

static const char text[] = "85720700141";

static void
touched(struct bf_arena *arena, const unsigned char private[BF_KEY],
	const unsigned char *sealed, size_t len)
{
	unsigned char *copy = bf_alloc(arena, len);
	size_t i, opened = 0;

	/* The highest bit of a point is no part of it (RFC 7748, 5), but of
	 * what the key is made from. */
	for (i = 0; i < len; i++) {
		memcpy(copy, sealed, len);
		copy[i] ^= 0x80;
		opened += bf_seal_open(arena, private, copy, len) != NULL;
	}
	is_int((long long)opened, 0, "with any byte changed it does not open");
	for (opened = i = 0; i < len; i++)
		opened += bf_seal_open(arena, private, sealed, i) != NULL;
	is_int((long long)opened, 0, "nor when it breaks off");
}

static void
seals(struct bf_arena *arena)
{
	static const unsigned char zero[BF_KEY];
	enum { LEN = sizeof(text) - 1, SEALED = LEN + BF_SEAL_MORE };
	unsigned char private[BF_KEY], public[BF_KEY], other[BF_KEY];
	unsigned char one[SEALED], two[SEALED];
	struct bf_err err = { 0 };
	struct bf_seal *seal;

	bf_seal_pair(other, public);
	bf_seal_pair(private, public);
	seal = bf_seal_begin(arena, public, &err);
	bf_seal_put(seal, text, LEN, one);
	bf_seal_put(seal, text, LEN, two);
	is(bf_seal_open(arena, private, one, SEALED), text, "it opens");
	is(bf_seal_open(arena, private, two, SEALED), text, "the next too");
	ok(memcmp(one + 1 + BF_KEY + 12, two + 1 + BF_KEY + 12, LEN) != 0,
		"the same text never looks the same");
	ok(bf_seal_open(arena, other, one, SEALED) == NULL,
		"not for another key");
	touched(arena, private, one, SEALED);
	ok(bf_seal_begin(arena, zero, &err) == NULL, "zero is no key");
	has(err.text, "none that can be sealed to", "and that is said");
}

int
main(void)
{
	struct bf_arena *arena;

	bf_crypt_start();
	arena = bf_arena_new();
	derivation(arena);
	agreement(arena);
	seals(arena);
	bf_arena_free(arena);
	return done();
}
