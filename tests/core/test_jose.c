/* Signed tokens: of a set made elsewhere the right ones are read, each wrong
 * one is refused; what is made here reads back. */
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "jwk.h"
#include <belfort/jose.h>

static json_t *
tokens(void)
{
	char path[500];

	snprintf(
		path, sizeof(path), "%s/tests/core/tokens.json", tap_sources());
	return need(json_load_file(path, 0, NULL));
}

static const char *
text(const json_t *json, const char *name)
{
	return json_string_value(json_object_get(json, name));
}

/* KEYS, or the one of them that a case wants alone. */
static json_t *
keys_of(const json_t *all, const char *only)
{
	json_t *keys = json_object_get(all, "keys"), *key;
	size_t i;

	json_array_foreach (json_object_get(keys, "keys"), i, key)
		if (only && strcmp(text(key, "kid"), only) == 0)
			return json_pack("{s:[O]}", "keys", key);
	return json_incref(keys);
}

static void
one(struct bf_arena *arena, const json_t *all, const json_t *want)
{
	static const char *const results[] = { "good", "unknown", "bad" };
	json_t *keys = keys_of(all, text(want, "only")), *claims = NULL;
	const char *why = NULL;
	enum bf_jws got;

	got = bf_jws_read(arena, text(want, "token"), text(want, "type"), keys,
		&claims, &why);
	is(results[got], text(want, "result"), text(want, "name"));
	if (got == BF_JWS_GOOD)
		is(text(claims, "sub"), "right", "and says what it said");
	else
		ok(claims == NULL && why, "and is not told: %s", why);
	json_decref(keys);
}

static void
cases(struct bf_arena *arena, const json_t *all)
{
	const json_t *each, *list = json_object_get(all, "cases");
	json_t *claims = NULL;
	const char *why;
	size_t i;

	json_array_foreach (list, i, each)
		one(arena, all, each);
	each = json_array_get(list, 0);
	ok(bf_jws_read(arena, text(each, "token"), NULL, NULL, &claims, &why)
			== BF_JWS_NO_KEY,
		"without keys there is none");
}

static void
made(struct bf_arena *arena, const json_t *all, const char *name)
{
	json_t *claims = json_pack("{s:s}", "sub", "right"), *read = NULL;
	const json_t *key = json_object_get(
		json_object_get(all, "private"), name);
	const char *token = bf_jws_make(arena, key, claims), *why = "not made";

	ok(token
			&& bf_jws_read(arena, token, NULL,
				   json_object_get(all, "keys"), &read, &why)
				== BF_JWS_GOOD,
		"a token made with the key %s: %s", name, why ? why : "good");
	is(text(read, "sub"), "right", "reads back");
	json_decref(claims);
}

static void
not_made(struct bf_arena *arena, const json_t *all)
{
	json_t *claims = json_object(), *key;
	const json_t *private = json_object_get(all, "private");

	ok(!bf_jws_make(arena,
		   json_array_get(json_object_get(
					  json_object_get(all, "keys"), "keys"),
			   0),
		   claims),
		"a public key signs nothing");
	ok(!bf_jws_make(arena, claims, claims), "nor what is no key");
	key = json_deep_copy(json_object_get(private, "ec"));
	json_object_set_new(key, "use", json_string("enc"));
	ok(!bf_jws_make(arena, key, claims), "nor a key for something else");
	json_decref(key);
	json_decref(claims);
}

/* Keys that no signature needs to be tried with. */
static void
no_keys(struct bf_arena *arena, const json_t *all)
{
	static const char *const names[] = { "weak", "p384", "off", "oct" };
	json_t *keys, *key;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		keys = keys_of(all, names[i]);
		key = json_array_get(json_object_get(keys, "keys"), 0);
		ok(!bf_jwk(arena, key, false), "no key: %s", names[i]);
		json_decref(keys);
	}
	key = json_deep_copy(json_array_get(
		json_object_get(json_object_get(all, "keys"), "keys"), 0));
	ok(bf_jwk(arena, key, false), "a key");
	json_object_set_new(key, "e", json_string("AQAA"));
	ok(!bf_jwk(arena, key, false), "none with an even exponent");
	json_object_set_new(key, "e", json_string("AQAAAAAAAAAAAQ"));
	ok(!bf_jwk(arena, key, false), "nor with a long one");
	json_decref(key);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	json_t *all = tokens();

	bf_crypt_start();
	cases(arena, all);
	made(arena, all, "rsa");
	made(arena, all, "ec");
	not_made(arena, all);
	no_keys(arena, all);
	json_decref(all);
	bf_arena_free(arena);
	return done();
}
