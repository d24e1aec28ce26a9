/* Passkeys: CBOR, keys, signatures and data, of published vectors and against
 * each of their parts changed.
 */
#include "../../plugins/people/webauthn.h"
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "hex.h"
#include <gcrypt.h>

static struct bf_arena *arena;

static struct cbor
reader(const char *text)
{
	struct bytes b = hex(arena, text);

	return (struct cbor){ b.data, b.data + b.len };
}

/* --- CBOR ---------------------------------------------------------------- */

/* RFC 8949, appendix A, and what its canonical form refuses. */
static const struct {
	const char *text;
	bool good;
} items[] = {
	{ "00", true },
	{ "17", true },
	{ "1818", true },
	{ "1903e8", true },
	{ "1a000f4240", true },
	{ "1b000000e8d4a51000", true },
	{ "3903e7", true },
	{ "f4", true },
	{ "f6", true },
	{ "4401020304", true },
	{ "6449455446", true },
	{ "83010203", true },
	{ "8301820203820405", true },
	{ "a201020304", true },
	{ "a26161016162820203", true },
	{ "8181818100", true },
	{ "818181818100", false }, /* five levels */
	{ "1817", false },         /* longer than it need be */
	{ "190018", false },
	{ "1a00000018", false },
	{ "1b0000000000000018", false },
	{ "1c", false },                 /* reserved */
	{ "5f42010243030405ff", false }, /* without a length */
	{ "9fff", false },
	{ "bfff", false },
	{ "c074", false },   /* a tag */
	{ "f93c00", false }, /* a fraction */
	{ "fb3ff199999999999a", false },
	{ "f7", false }, /* undefined */
	{ "f8ff", false },
	{ "44010203", false }, /* broken off */
	{ "830102", false },
	{ "a20102", false },
	{ "9bffffffffffffffff00", false },
	{ "bbffffffffffffffff00", false },
	{ "5bffffffffffffffff00", false },
	{ "", false },
};

static void
cbor_items(void)
{
	struct cbor c;
	size_t i;

	for (i = 0; i < sizeof(items) / sizeof(items[0]); i++) {
		c = reader(items[i].text);
		ok((cbor_skip(&c) && c.at == c.end) == items[i].good,
			"CBOR %s is %s", items[i].text,
			items[i].good ? "read" : "refused");
	}
}

static void
cbor_numbers(void)
{
	static const struct {
		const char *text;
		long long value;
	} numbers[] = {
		{ "00", 0 },
		{ "1864", 100 },
		{ "1b7fffffffffffffff", INT64_MAX },
		{ "20", -1 },
		{ "3863", -100 },
		{ "3b7fffffffffffffff", INT64_MIN },
	};
	int64_t value = 0;
	struct cbor c;
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		c = reader(numbers[i].text);
		ok(cbor_int(&c, &value), "%s is a number", numbers[i].text);
		is_int(value, numbers[i].value, "and that one");
	}
	c = reader("1b8000000000000000");
	ok(!cbor_int(&c, &value), "one that is too large is refused");
}

/* --- keys and signatures ------------------------------------------------- */

/* RFC 8032, 7.1, test 2. */
#define ED_X "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
#define ED_KEY "a4 0101 0327 2006 215820" ED_X
#define ED_SIGNATURE \
	"92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" \
	"085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"

/* RFC 6979, A.2.5, SHA-256, "sample". */
#define EC_X "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
#define EC_Y "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"
#define EC_KEY "a5 0102 0326 2001 215820" EC_X "225820" EC_Y
#define EC_R "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
#define EC_S "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"
#define EC_SIGNATURE "3046 022100" EC_R "022100" EC_S

static bool
signed_by(const char *key, struct bytes data, struct bytes signature)
{
	struct cbor c = reader(key);
	struct cose cose;

	return cose_read(&c, &cose) && c.at == c.end
		&& cose_signed(&cose, data.data, data.len, signature.data,
			signature.len);
}

/* Each bit of each part, changed by itself. */
static void
changed(const char *name, const char *key, struct bytes data,
	struct bytes signature)
{
	unsigned char *at;
	size_t i, taken = 0;

	at = (unsigned char *)signature.data;
	for (i = 0; i < 8 * signature.len; i++) {
		at[i / 8] ^= (unsigned char)(1 << i % 8);
		taken += signed_by(key, data, signature);
		at[i / 8] ^= (unsigned char)(1 << i % 8);
	}
	is_int((long long)taken, 0, name);
	at = (unsigned char *)data.data;
	at[0] ^= 1;
	ok(!signed_by(key, data, signature), "%s: nor other data", name);
	at[0] ^= 1;
	signature.len--;
	ok(!signed_by(key, data, signature), "%s: nor a part of it", name);
}

static void
signatures(void)
{
	struct bytes ed = hex(arena, ED_SIGNATURE), one = hex(arena, "72");
	struct bytes ec = hex(arena, EC_SIGNATURE);
	struct bytes sample = { (unsigned char *)bf_strdup(arena, "sample"),
		6 };

	ok(signed_by(ED_KEY, one, ed), "EdDSA of RFC 8032");
	ok(signed_by(EC_KEY, sample, ec), "ES256 of RFC 6979");
	changed("no changed EdDSA signature is right", ED_KEY, one, ed);
	changed("no changed ES256 signature is right", EC_KEY, sample, ec);
	ok(!signed_by(EC_KEY, sample,
		   hex(arena, "3046 022100" EC_S "022100" EC_R)),
		"nor its halves exchanged");
	ok(!signed_by(EC_KEY, sample, hex(arena, "3006020100020100")),
		"nor two zeros");
	ok(!signed_by(EC_KEY, sample, hex(arena, EC_SIGNATURE "00")),
		"nor with something behind it");
	ok(!signed_by(EC_KEY, sample, hex(arena, EC_R EC_S)),
		"nor outside of DER");
}

static void
keys(void)
{
	static const struct {
		const char *text, *wrong;
	} bad[] = {
		{ "a4 0101 0327 2006 215820" ED_X "00", "something behind" },
		{ "a4 0101 0326 2006 215820" ED_X, "another algorithm" },
		{ "a4 0101 0338ff 2006 215820" ED_X, "one nobody knows" },
		{ "a4 0102 0327 2006 215820" ED_X, "another kind" },
		{ "a4 0101 0327 2004 215820" ED_X, "another curve" },
		{ "a4 0101 0327 2006 215821" ED_X "00", "a part too long" },
		{ "a4 0327 0101 2006 215820" ED_X, "another order" },
		{ "a5 0101 0327 2006 215820" ED_X "0400", "one more member" },
		{ "a4 0102 0326 2001 215820" EC_X, "a point without Y" },
		{ "a5 0102 0326 2002 215820" EC_X "225820" EC_Y,
			"another curve" },
		{ "a5 0102 0326 2001 215820" EC_X "2259 0020" EC_Y,
			"a length too long" },
		{ "a4 0103 03390100 20430101 2143010001", "RSA" },
	};
	struct cose cose;
	struct cbor c;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		c = reader(bad[i].text);
		ok(!cose_read(&c, &cose) || c.at != c.end, "a key of %s",
			bad[i].wrong);
	}
	ok(!signed_by("a5 0102 0326 2001 215820" EC_X "225820" EC_X,
		   hex(arena, "00"), hex(arena, EC_SIGNATURE)),
		"a point that is not on the curve signs nothing");
}

/* --- data ---------------------------------------------------------------- */

/* SHA-256 of "localhost". */
#define HOST "49960de5880e8c687434170f6476605b8fe4aeb9a28632c7995cf3ba831d9763"
#define MODEL "00000000000000000000000000000000"

static void
data_of(const char *text, bool made, const char *wrong)
{
	struct webauthn_data out;
	const char *said = webauthn_data(
		hex(arena, text), "localhost", made, &out);

	if (wrong)
		is(said, wrong, text + 64);
	else
		is(said, NULL, text + 64);
}

static void
data(void)
{
	struct webauthn_data out;

	data_of(HOST "05 00000000", false, NULL);
	data_of(HOST "1d 00000007", false, NULL);
	data_of(HOST "c5 00000000" MODEL "0002abcd" ED_KEY "a0", true, NULL);
	data_of(HOST "45 00000000" MODEL "0002abcd" EC_KEY, true, NULL);
	data_of(HOST "85 00000000 a0", false, NULL);
	data_of(HOST "05 000000", false, "its data are too short");
	data_of(HOST "04 00000000", false, "nobody was there");
	data_of(HOST "01 00000000", false, "nobody showed who they are");
	data_of(HOST "15 00000000", false,
		"it is on more devices and cannot be");
	data_of(HOST "45 00000000" MODEL "0002abcd" ED_KEY, false,
		"a key is missing, or too many");
	data_of(HOST "05 00000000", true, "a key is missing, or too many");
	data_of(HOST "45 00000000" MODEL "0000" ED_KEY, true,
		"its key is none that was asked for");
	data_of(HOST "45 00000000" MODEL "ffff" ED_KEY, true,
		"its key is none that was asked for");
	data_of(HOST "45 00000000" MODEL, true,
		"its key is none that was asked for");
	data_of(HOST "05 00000000 00", false, "something comes after its data");
	data_of(HOST "85 00000000", false, "its extensions cannot be read");
	data_of(HOST "85 00000000 a000", false,
		"something comes after its data");
	is(webauthn_data(hex(arena, HOST "05 00000000"), "localhost.evil",
		   false, &out),
		"it is for another host", "another host");
	is(webauthn_data(hex(arena, HOST "5d 00000102" MODEL "0002abcd" ED_KEY),
		   "localhost", true, &out),
		NULL, "all parts of a new key");
	is_int(out.counter, 258, "its counter");
	ok(out.can_sync && out.synced, "that it is on more devices");
	is(bytes_text(arena, out.id), "q80", "its id");
	is_int((long long)out.key.len, 42, "its key");
}

static void
objects(void)
{
#define DATA "5850" HOST "45 00000000" MODEL "0001ab"
#define FORMAT "63666d74 646e6f6e65"
#define STATEMENT "6761747453746d74 a0"
#define NAME "686175746844617461"
	/* 37 + 16 + 2 + 1 + 42 bytes */
#define WHOLE NAME "5862" HOST "45 00000000" MODEL "0001ab" ED_KEY
	static const struct {
		const char *text;
		bool good;
	} objects[] = {
		{ "a3" FORMAT STATEMENT WHOLE, true },
		{ "a3" WHOLE FORMAT STATEMENT, true },
		{ "a3 63666d74 667061636b6564 6761747453746d74"
		  "a2 63616c6726 637369674100" WHOLE,
			true },
		{ "a2" FORMAT STATEMENT, false },
		{ "a2" WHOLE WHOLE, false },
		{ "a3" FORMAT STATEMENT WHOLE "00", false },
		{ "a3" FORMAT STATEMENT NAME "00", false },
		{ "83" FORMAT STATEMENT WHOLE, false },
		{ "a0", false },
		{ "", false },
	};
	struct webauthn_data out;
	size_t i;

	for (i = 0; i < sizeof(objects) / sizeof(objects[0]); i++)
		ok((webauthn_made(
			    hex(arena, objects[i].text), "localhost", &out)
			   == NULL)
				== objects[i].good,
			"attestation %zu is %s", i + 1,
			objects[i].good ? "read" : "refused");
}

/* --- what the browser says ------------------------------------------------ */

static const char *
client_of(const char *json)
{
	struct bytes text = { (const unsigned char *)json, strlen(json) };
	const char *challenge = NULL;

	return webauthn_client(arena, text, "webauthn.get",
		       "https://stad.example", &challenge)
		?: challenge;
}

static void
clients(void)
{
#define TYPE "\"type\": \"webauthn.get\", "
#define ASKED "\"challenge\": \"YWJj\", "
#define ORIGIN "\"origin\": \"https://stad.example\""
	is(client_of("{" TYPE ASKED ORIGIN "}"), "abc", "what was asked");
	is(client_of("{" TYPE ASKED ORIGIN
		     ", \"crossOrigin\": false, \"more\": 1}"),
		"abc", "with members of later");
	is(client_of("{\"type\": \"webauthn.create\", " ASKED ORIGIN "}"),
		"it was made for another purpose", "another purpose");
	is(client_of("{" TYPE ASKED "\"origin\": \"https://evil.example\"}"),
		"it was made for another site", "another site");
	is(client_of("{" TYPE ASKED "\"origin\": \"https://stad.example/\"}"),
		"it was made for another site", "not by half a word");
	is(client_of("{" TYPE ASKED ORIGIN ", \"crossOrigin\": true}"),
		"it was made in a frame", "a frame of another");
	is(client_of("{" TYPE ASKED ORIGIN ", \"topOrigin\": \"x\"}"),
		"it was made in a frame", "in a frame below another");
	is(client_of("{" TYPE ORIGIN "}"), "it names no challenge",
		"no challenge");
	is(client_of("{" TYPE "\"challenge\": \"a+/=\", " ORIGIN "}"),
		"its challenge is no base64url", "another alphabet");
	is(client_of("{" TYPE TYPE ASKED ORIGIN "}"),
		"it was made for another purpose", "a member twice");
	is(client_of("[]"), "it was made for another purpose", "no object");
	is(client_of(""), "it was made for another purpose", "nothing");
}

static void
base64(void)
{
	static const char *const bad[] = { "a", "ab==", "a+b_", "a/", "aaaaa",
		"ab", " aa" };
	struct bytes out;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(!bytes_read(arena, bad[i], &out), "\"%s\" is no base64url",
			bad[i]);
	ok(bytes_read(arena, "_-8", &out) && out.len == 2, "\"_-8\" is");
	is(bytes_text(arena, out), "_-8", "and the same again");
	ok(bytes_read(arena, "", &out) && out.len == 0, "nothing is nothing");
	ok(!bytes_read(arena, NULL, &out), "what is absent is none");
}

int
main(void)
{
	bf_crypt_start();
	arena = bf_arena_new();
	cbor_items();
	cbor_numbers();
	signatures();
	keys();
	data();
	objects();
	clients();
	base64();
	bf_arena_free(arena);
	return done();
}
