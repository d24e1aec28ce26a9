/* Hashes against published vectors; randomness that is there at all. */
#include "../tap.h"
#include "arena.h"
#include "crypt.h"

/* FIPS 180-2, appendix B, and the empty message. */
static const struct {
	const char *text, *hash;
} vectors[] = {
	{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc",
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

static void
hashes(struct bf_arena *arena)
{
	struct bf_sha256 *sum;
	char hex[BF_SHA256_HEX];
	size_t i;

	for (i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		sum = bf_sha256_new(arena);
		bf_sha256_add(sum, vectors[i].text, strlen(vectors[i].text));
		bf_sha256_hex(sum, hex);
		is(hex, vectors[i].hash, "SHA-256 of a published vector");
	}
	sum = bf_sha256_new(arena);
	bf_sha256_add(sum, "a", 1);
	bf_sha256_add(sum, "", 0);
	bf_sha256_add(sum, "bc", 2);
	bf_sha256_hex(sum, hex);
	is(hex, vectors[1].hash, "the same in pieces");
}

static void
hexadecimal(struct bf_arena *arena)
{
	unsigned char hash[BF_HASH];

	bf_hash(vectors[1].text, strlen(vectors[1].text), hash);
	is(bf_hex(arena, hash, sizeof(hash)), vectors[1].hash,
		"SHA-256 at once, in hexadecimal digits");
}

static void
randomness(void)
{
	unsigned char a[32] = { 0 }, b[32] = { 0 }, none[32] = { 0 };

	bf_random(a, sizeof(a));
	bf_random(b, sizeof(b));
	ok(memcmp(a, none, sizeof(a)) != 0, "random bytes are not all zero");
	ok(memcmp(a, b, sizeof(a)) != 0, "and never twice the same");
}

/* Each text for bytes reads back, and there is one text for them only. */
static void
decoded(struct bf_arena *arena)
{
	static const char *const good[] = { "", "Zg", "Zm8", "Zm9v", "_-8" };
	static const char *const bad[] = { "Z", "Zh", "Zm9", "Zg==", "Zm9vZ",
		"Z g", "+-8", "/w", "Zm9v\n" };
	unsigned char *data;
	size_t i, len;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		data = bf_base64url_read(arena, good[i], strlen(good[i]), &len);
		is(data ? bf_base64url(arena, data, len) : NULL, good[i],
			"base64url reads back");
	}
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(!bf_base64url_read(arena, bad[i], strlen(bad[i]), &len),
			"not base64url: %s", bad[i]);
	ok(!bf_base64url_read(arena, "Zg\0A", 4, &len), "nor with a NUL");
}

/* RFC 4231, cases 1 and 2; RFC 4648, 10, in the alphabet of its section 5. */
static void
codes(struct bf_arena *arena)
{
	static const struct {
		const char *key, *data, *mac;
	} macs[] = {
		{ "\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"
		  "\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b",
			"Hi There",
			"sDRMYdjbOFNcqK_OrwvxK4gdwgDJgz2nJuk3bC4yz_c" },
		{ "Jefe", "what do ya want for nothing?",
			"W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM" },
	};
	static const char *const texts[][2] = { { "", "" }, { "f", "Zg" },
		{ "fo", "Zm8" }, { "foo", "Zm9v" }, { "\xff\xef", "_-8" } };
	unsigned char mac[BF_MAC];
	size_t i;

	for (i = 0; i < sizeof(macs) / sizeof(macs[0]); i++) {
		bf_mac(macs[i].key, strlen(macs[i].key), macs[i].data,
			strlen(macs[i].data), mac);
		is(bf_base64url(arena, mac, sizeof(mac)), macs[i].mac, "HMAC");
	}
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		is(bf_base64url(arena, texts[i][0], strlen(texts[i][0])),
			texts[i][1], "base64url");
	decoded(arena);
	ok(bf_same("abc", "abd", 2) && !bf_same("abc", "abd", 3),
		"compared byte by byte");
}

int
main(void)
{
	struct bf_arena *arena;

	bf_crypt_start();
	bf_crypt_start();
	arena = bf_arena_new();
	hashes(arena);
	hexadecimal(arena);
	codes(arena);
	randomness();
	bf_arena_free(arena);
	return done();
}
