/* Codes of half a minute, against RFC 6238, appendix B. */
#include "../../plugins/people/totp.h"
#include "../tap.h"
#include "arena.h"
#include "crypt.h"

/* The last six of the eight digits that are published, for SHA-1. */
static const struct {
	uint64_t now;
	const char *code;
} vectors[] = {
	{ 59, "287082" },
	{ 1111111109, "081804" },
	{ 1111111111, "050471" },
	{ 1234567890, "005924" },
	{ 2000000000, "279037" },
	{ 20000000000, "353130" },
};

static const struct bytes secret = {
	(const unsigned char *)"12345678901234567890", 20
};

static void
published(void)
{
	char code[TOTP_DIGITS + 1];
	size_t i;

	for (i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		totp_code(secret, vectors[i].now / 30, code);
		is(code, vectors[i].code, "a published code");
	}
}

/* One step before and after, and no further. */
static void
window(void)
{
	static const struct {
		int seconds;
		bool good;
	} cases[] = {
		{ -60, false },
		{ -30, true },
		{ 0, true },
		{ 30, true },
		{ 60, false },
	};
	uint64_t now = 1234567890, step = 0;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ok(totp_find(secret, "005924",
			   now + (uint64_t)(int64_t)cases[i].seconds, &step)
				== cases[i].good,
			"%d seconds later it is %s", cases[i].seconds,
			cases[i].good ? "known" : "not");
	is_int((long long)step, 1234567890 / 30, "which it was is told");
	ok(!totp_find(secret, "00592", now, &step), "not a part of it");
	ok(!totp_find(secret, "0059240", now, &step), "nor more than it");
	ok(!totp_find(secret, "", now, &step), "nor nothing");
}

/* RFC 4648, 10, without padding. */
static void
base32(struct bf_arena *arena)
{
	static const char *const cases[][2] = { { "", "" }, { "f", "MY" },
		{ "fo", "MZXQ" }, { "foo", "MZXW6" }, { "foob", "MZXW6YQ" },
		{ "fooba", "MZXW6YTB" }, { "foobar", "MZXW6YTBOI" } };
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		is(totp_text(arena,
			   (struct bytes){ (const unsigned char *)cases[i][0],
				   strlen(cases[i][0]) }),
			cases[i][1], "base32");
}

int
main(void)
{
	struct bf_arena *arena;

	bf_crypt_start();
	arena = bf_arena_new();
	published();
	window();
	base32(arena);
	bf_arena_free(arena);
	return done();
}
