/* Keys as files: made, rotated, removed; and by what they know a person. */
#include "../tap.h"
#include "crypt.h"
#include "keys.h"
#include "req.h"
#include "scratch.h"
#include <belfort/keys.h>
#include <unistd.h>

static const struct bf_key_owners mine = { (uid_t)-1, (gid_t)-1 };
static const char *folder;

static const char *
path(const char *name)
{
	static char out[4096];

	return bf_key_path(folder, name, out);
}

static void
mode_is(const char *name, unsigned mode)
{
	struct stat st = { 0 };

	ok(stat(path(name), &st) == 0 && (st.st_mode & 07777) == mode,
		"%s has the mode %04o", name, mode);
}

static void
made(void)
{
	struct bf_err err = { 0 };
	struct bf_keys keys, again;
	unsigned char private[BF_KEY], public[BF_KEY];
	bool new;

	ok(!bf_keys_read(folder, &keys, &err), "no keys");
	has(err.text, "belfort keys make", "and what to do is said");
	err.text[0] = '\0';
	ok(bf_keys_make(folder, &mine, &new, &err) && new, "keys are made");
	mode_is("mac", 0440);
	mode_is("seal.key", 0400);
	mode_is("seal.pub", 0444);
	ok(bf_keys_read(folder, &keys, &err) && !keys.rotated, "and read");
	ok(bf_key_read(folder, "seal.key", private, &err), "the private too");
	bf_seal_public(private, public);
	ok(bf_same(public, keys.seal, BF_KEY), "the public one belongs to it");
	ok(bf_keys_make(folder, &mine, &new, &err) && !new,
		"those that are there stay");
	ok(bf_keys_read(folder, &again, &err)
			&& bf_same(keys.mac, again.mac, BF_KEY),
		"as they were");
}

static void
rotated(void)
{
	struct bf_err err = { 0 };
	struct bf_keys before, after;
	unsigned char private[BF_KEY];

	ok(bf_keys_read(folder, &before, &err)
			&& bf_keys_rotate(folder, &mine, &err)
			&& bf_keys_read(folder, &after, &err),
		"keys are rotated");
	ok(after.rotated && bf_same(before.mac, after.mac_old, BF_KEY)
			&& !bf_same(before.mac, after.mac, BF_KEY),
		"the one of before holds too");
	ok(!bf_same(before.seal, after.seal, BF_KEY)
			&& bf_key_read(folder, "seal.key-old", private, &err),
		"so does the one that opens what was sealed");
	mode_is("seal.key-old", 0400);
	ok(!bf_keys_rotate(folder, &mine, &err), "not twice");
	has(err.text, "import it first", "and what to do is said");
	err.text[0] = '\0';
	ok(bf_keys_drop(folder, &err) && bf_keys_read(folder, &before, &err)
			&& !before.rotated
			&& bf_same(before.mac, after.mac, BF_KEY),
		"the old ones go");
	ok(!bf_key_exists(folder, "seal.key-old"), "both");
	ok(bf_keys_drop(folder, &err), "gone is gone");
}

/* A rotation that ended between its two halves goes on. */
static void
interrupted(void)
{
	unsigned char private[BF_KEY], public[BF_KEY], old[BF_KEY];
	struct bf_err err = { 0 };
	struct bf_keys keys;
	char to[4096];

	ok(bf_key_read(folder, "seal.key", old, &err), "the key of before");
	snprintf(to, sizeof(to), "%s/seal.key-old", folder);
	ok(link(path("seal.key"), to) == 0, "half a rotation");
	ok(bf_keys_rotate(folder, &mine, &err)
			&& bf_keys_read(folder, &keys, &err)
			&& bf_key_read(folder, "seal.key", private, &err),
		"goes on");
	bf_seal_public(private, public);
	ok(keys.rotated && bf_same(public, keys.seal, BF_KEY),
		"and the keys belong together");
	ok(bf_key_read(folder, "seal.key-old", private, &err)
			&& bf_same(private, old, BF_KEY),
		"what was sealed before can be opened");
	ok(bf_keys_drop(folder, &err), "end");
}

static struct bf_req *
request(struct bf_arena *arena)
{
	struct bf_req *req = req_make(arena, (char *[]){ NULL }, NULL);
	struct bf_settings *settings = bf_alloc(arena, sizeof(*settings));

	settings->keys = folder;
	req->host->settings = settings;
	return req;
}

static void
known(struct bf_arena *arena)
{
	struct bf_req *req = request(arena);
	const char *one, *two, *old;
	struct bf_err err = { 0 };

	ok(bf_number_macs(req, "85720700141", &one)
			&& bf_number_macs(req, "85.72.07-001.41", &two),
		"a number in a request");
	is(one, two, "written in either way");
	is_int((long long)strlen(one), 64, "is known by 64 digits");
	ok(bf_number_macs(req, "00650700278", &two) && strcmp(one, two) != 0,
		"another number by others");
	ok(bf_number_macs(req, "85720700142", &two) && two == NULL,
		"what is no number by none");
	ok(bf_number_macs(req, NULL, &two) && two == NULL, "nor nothing");
	ok(bf_keys_rotate(folder, &mine, &err)
			&& bf_number_macs(req, "85720700141", &two),
		"after a rotation");
	old = strchr(two, ' ');
	is(old ? old + 1 : NULL, one, "by the digits of before too");
	ok(unlink(path("mac")) == 0
			&& !bf_number_macs(req, "85720700141", &two),
		"without the key by none");
	is(req_fault(req), "internal", "and that is a fault");
	ok(strstr(req->fault.detail, "85720700141") == NULL,
		"that does not tell the number");
}

/* A number, sealed to who has the key of now, as hexadecimal digits. */
static const char *
sealed(struct bf_arena *arena, const char *number)
{
	unsigned char out[11 + BF_SEAL_MORE];
	char *hex = bf_alloc(arena, 2 * sizeof(out) + 1);
	struct bf_err err = { 0 };
	struct bf_keys keys;

	if (!bf_keys_read(folder, &keys, &err))
		return NULL;
	bf_seal_put(bf_seal_begin(arena, keys.seal, &err), number, 11, out);
	bf_hex_put(out, sizeof(out), hex);
	return hex;
}

static void
opened(struct bf_arena *arena)
{
	struct bf_req *req = request(arena);
	struct bf_err err = { 0 };
	const char *one = sealed(arena, "85720700141"), *two;
	char *out, *changed = bf_strdup(arena, one);

	ok(bf_number_open(req, one, &out), "a sealed number is opened");
	is(out, "85720700141", "whole");
	changed[strlen(changed) - 1] ^= 1;
	ok(bf_number_open(req, changed, &out) && out == NULL,
		"one that was changed is not");
	ok(bf_number_open(req, "", &out) && out == NULL, "nor nothing");
	ok(bf_number_open(req, NULL, &out) && out == NULL, "nor none");
	ok(bf_number_open(req, "01zz", &out) && out == NULL, "nor other signs");
	ok(bf_keys_rotate(folder, &mine, &err), "after a rotation");
	two = sealed(arena, "00650700278");
	ok(bf_number_open(req, one, &out), "the one of before");
	is(out, "85720700141", "still opens");
	ok(bf_number_open(req, two, &out), "and the new one");
	is(out, "00650700278", "too");
	ok(bf_keys_drop(folder, &err) && bf_number_open(req, one, &out)
			&& out == NULL,
		"until the old key is gone");
	ok(unlink(path("seal.key")) == 0 && !bf_number_open(req, two, &out),
		"who does not have the key opens none");
	is(req_fault(req), "internal", "and that is a fault");
}

static void
lost(void)
{
	struct bf_err err = { 0 };
	bool new;

	ok(!bf_keys_make(folder, &mine, &new, &err),
		"a key that was lost is not made anew");
	has(err.text, "/mac is gone: bring it back", "but missed");
}

int
main(void)
{
	struct bf_arena *arena;
	struct bf_err err = { 0 };
	char name[300];
	bool new;

	bf_crypt_start();
	arena = bf_arena_new();
	snprintf(name, sizeof(name), "%s/keys", scratch_dir());
	folder = name;
	made();
	rotated();
	interrupted();
	known(arena);
	lost();
	snprintf(name, sizeof(name), "%s/others", scratch_dir());
	ok(bf_keys_make(folder, &mine, &new, &err), "others are made");
	opened(arena);
	bf_arena_free(arena);
	return done();
}
