/* Argon2id against the published vector, the text that is kept, and what a
 * plugin asks.
 */
#include "../tap.h"
#include "arena.h"
#include "argon.h"
#include "crypt.h"
#include "req.h"
#include <belfort/password.h>
#include <stdlib.h>

/* RFC 9106, 5.3. */
static void
vector(void)
{
	static const unsigned char wanted[] = { 0x0d, 0x64, 0x0d, 0xf5, 0x8d,
		0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53,
		0xc9, 0xd0, 0x1e, 0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5,
		0x25, 0x20, 0xe9, 0x6b, 0x01, 0xe6, 0x59 };
	char password[32], salt[16], secret[8], data[12];
	const struct bf_argon argon = { 32, 3, 4, { password, 32 },
		{ salt, 16 }, { secret, 8 }, { data, 12 } };
	unsigned char tag[32];

	memset(password, 1, sizeof(password));
	memset(salt, 2, sizeof(salt));
	memset(secret, 3, sizeof(secret));
	memset(data, 4, sizeof(data));
	ok(bf_argon2id(&argon, tag, sizeof(tag)), "Argon2id is computed");
	ok(memcmp(tag, wanted, sizeof(tag)) == 0, "as RFC 9106 says");
}

#define SALT "AAECAwQFBgcICQoLDA0ODw"
#define TAG "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

static void
kept_texts(struct bf_arena *arena)
{
	static const char good[] = "$argon2id$v=19$m=65536,t=3,p=1$" SALT
				   "$" TAG;
	static const char *const bad[] = {
		"",
		"password",
		"$argon2i$v=19$m=65536,t=3,p=1$" SALT "$" TAG,
		"$argon2id$v=16$m=65536,t=3,p=1$" SALT "$" TAG,
		"$argon2id$v=19$m=99999999,t=3,p=1$" SALT "$" TAG,
		"$argon2id$v=19$m=999999,t=3,p=1$" SALT "$" TAG,
		"$argon2id$v=19$m=65536,t=0,p=1$" SALT "$" TAG,
		"$argon2id$v=19$m=65536,t=17,p=1$" SALT "$" TAG,
		"$argon2id$v=19$m=65536,t=3,p=0$" SALT "$" TAG,
		"$argon2id$v=19$m=7,t=3,p=1$" SALT "$" TAG,
		"$argon2id$v=19$m=65536,t=3,p=1$" SALT,
		"$argon2id$v=19$m=65536,t=3,p=1$" SALT "$",
		"$argon2id$v=19$m=65536,t=3,p=1$$" TAG,
		"$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" TAG "=",
		"$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" TAG "$",
		"$argon2id$v=19$m=65536,t=3,p=1$" SALT "$AAA_" TAG,
		"$argon2id$v=19$m=65536,t=3,p=1$" SALT
		"$AAAAAAAAAAAAAAAAAAAAAB",
		"$argon2id$v=19$m=65536,t=3,p=1$" SALT "$" TAG TAG TAG,
	};
	struct bf_phc phc;
	size_t i;

	ok(bf_phc_read(good, &phc), "what is kept can be read");
	ok(phc.memory == 65536 && phc.passes == 3 && phc.lanes == 1
			&& phc.salt_len == 16 && phc.tag_len == 32
			&& phc.salt[15] == 15,
		"in its parts");
	is(bf_phc_write(arena, &phc), good, "and written as it was");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(!bf_phc_read(bad[i], &phc), "no text of ours: %s", bad[i]);
}

static void
asked(struct bf_arena *arena)
{
	struct bf_host host = { 0 };
	struct bf_req req = { .host = &host, .arena = arena };
	const char *one, *two;
	bool right;
	char *long_one = bf_alloc(arena, 5000);

	if (!ok(bf_password_hash(&req, "paard batterij nietje", &one)
			    && bf_password_hash(
				    &req, "paard batterij nietje", &two),
		    "a password is hashed"))
		return;
	ok(strcmp(one, two) != 0, "with another salt each time");
	ok(strncmp(one, "$argon2id$v=19$m=65536,t=3,p=1$", 31) == 0,
		"as strongly as we promise");
	ok(bf_password_check(&req, "paard batterij nietje", one, &right)
			&& right,
		"it is right");
	ok(bf_password_check(&req, "paard batterij nietjf", one, &right)
			&& !right,
		"another is not");
	ok(bf_password_check(&req, "paard batterij nietje", NULL, &right)
			&& !right,
		"nobody's password is never right");
	ok(!bf_password_check(&req, "x", "x", &right) && !right
			&& req.fault.kind == &BF_INTERNAL,
		"what is kept in another way is our mistake");
	req.fault = (struct bf_fault){ 0 };
	memset(long_one, 'a', 4999);
	ok(!bf_password_hash(&req, long_one, &one)
			&& req.fault.kind == &BF_TOO_LARGE,
		"one that is too long is refused");
	req.fault = (struct bf_fault){ 0 };
	ok(!bf_password_check(&req, "", two, &right)
			&& req.fault.kind == &BF_BAD_REQUEST,
		"and so is an empty one");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	bf_crypt_start();
	vector();
	kept_texts(arena);
	asked(arena);
	bf_arena_free(arena);
	return done();
}
