/* Tokens: nobody without the key makes one that is read; and keys as a
 * provider sends them.
 */
#include "arena.h"
#include "crypt.h"
#include "fuzz.h"
#include <belfort/jose.h>

static json_t *
keys(void)
{
	static json_t *all;
	const char *top = getenv("srcdir");
	char path[500];

	if (all == NULL) {
		snprintf(path, sizeof(path), "%s/tests/core/tokens.json",
			top ? top : ".");
		all = json_load_file(path, 0, NULL);
	}
	return json_object_get(all, "keys");
}

/* What is read says what the owner of the keys said. */
static void
is_right(const json_t *claims)
{
	const char *sub = json_string_value(json_object_get(claims, "sub"));

	must(sub && strcmp(sub, "right") == 0);
}

/* A token; after a line break, keys of its own. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_arena *arena;
	json_t *claims = NULL, *own;
	const char *why, *token, *more;

	if (arena == NULL) {
		bf_crypt_start();
		arena = bf_arena_new();
	}
	needs(keys() != NULL);
	token = bf_strndup(arena, (const char *)data, size);
	more = strchr(token, '\n');
	if (more) {
		own = bf_json_read(arena, more + 1, strlen(more + 1));
		token = bf_strndup(arena, token, (size_t)(more - token));
		if (bf_jws_read(arena, token, NULL, own, &claims, &why)
			== BF_JWS_GOOD)
			must(json_is_object(claims));
	} else if (bf_jws_read(arena, token, NULL, keys(), &claims, &why)
		== BF_JWS_GOOD) {
		is_right(claims);
	} else {
		must(claims == NULL && why);
	}
	bf_arena_reset(arena);
	return 0;
}
