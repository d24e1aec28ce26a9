/* What a browser hands over of a passkey: refused with a reason, or read with
 * every part inside of what was given.
 */
#include "../../plugins/people/webauthn.h"
#include "../core/req.h"
#include "crypt.h"
#include "fuzz.h"

static void
inside(struct bytes part, const uint8_t *data, size_t size)
{
	must(part.data >= data && part.len <= size
		&& part.data + part.len <= data + size);
}

static void
made(const uint8_t *data, size_t size)
{
	struct webauthn_data out;

	if (webauthn_made((struct bytes){ data, size }, "localhost", &out))
		return;
	inside(out.id, data, size);
	inside(out.key, data, size);
}

/* The data, and a signature by the key of RFC 8032, 7.1, test 2. */
static void
shown(struct bf_arena *arena, const uint8_t *data, size_t size)
{
	struct webauthn_data out;
	struct bytes all = { data, size }, key;

	needs(bytes_read(arena,
		"pAEBAycgBiFYID1AF8PoQ4lakrcKp00be3ycmCzPLsSWjMDNVfEq9GYM",
		&key));
	(void)webauthn_data(all, "localhost", false, &out);
	must(webauthn_signed(arena, key, all, all, all) != NULL);
	(void)webauthn_signed(arena, all, all, all, all);
}

static void
said(struct bf_arena *arena, const uint8_t *data, size_t size)
{
	const char *challenge;

	(void)webauthn_client(arena, (struct bytes){ data, size },
		"webauthn.get", "http://localhost", &challenge);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bf_arena *arena;
	struct cbor c = { data, data + size };
	struct bytes out;

	if (arena == NULL) {
		bf_crypt_start();
		arena = bf_arena_new();
	}
	if (cbor_skip(&c))
		must(c.at <= c.end && c.at > data);
	made(data, size);
	shown(arena, data, size);
	said(arena, data, size);
	if (bytes_read(
		    arena, bf_strndup(arena, (const char *)data, size), &out))
		must(strncmp(bytes_text(arena, out), (const char *)data, size)
			== 0);
	bf_arena_reset(arena);
	return 0;
}
