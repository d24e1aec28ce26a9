/* What an import keeps of a national number: the MAC by which a person is
 * known, and the number itself, sealed to the background work.
 */
#include "crypt.h"
#include "import.h"
#include "numbers.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

#define DIGITS (BF_NATIONAL_SIZE - 1)
#define SEALED (DIGITS + BF_SEAL_MORE)

struct bf_keeper {
	struct bf_keys keys;
	struct bf_seal *seal;
};

static void
keys_forget(void *keys)
{
	explicit_bzero(keys, sizeof(struct bf_keys));
}

struct bf_keeper *
bf_keeper_open(struct bf_arena *arena, const char *folder, struct bf_err *err)
{
	struct bf_keeper *keeper = bf_alloc(arena, sizeof(*keeper));

	bf_defer(arena, keys_forget, &keeper->keys);
	if (!bf_keys_read(folder, &keeper->keys, err))
		return NULL;
	keeper->seal = bf_seal_begin(arena, keeper->keys.seal, err);
	return keeper->seal ? keeper : NULL;
}

bool
bf_keeper_rotated(const struct bf_keeper *keeper)
{
	return keeper && keeper->keys.rotated;
}

/* A bytea in the text format of COPY: a backslash is written twice. */
static void
put_hex(struct bf_buf *out, const char *hex)
{
	bf_put_str(out, "\\\\x");
	bf_put_str(out, hex);
}

static void
put_sealed(
	struct bf_keeper *keeper, struct bf_buf *out, const char digits[DIGITS])
{
	unsigned char sealed[SEALED];
	char hex[2 * SEALED + 1];

	bf_seal_put(keeper->seal, digits, DIGITS, sealed);
	bf_hex(sealed, SEALED, hex);
	put_hex(out, hex);
}

void
bf_keeper_put(struct bf_keeper *keeper, struct bf_buf *out, const char *digits)
{
	char hex[BF_MAC_HEX];

	if (digits == NULL) {
		bf_put_str(out, "\\N\t\\N\t\\N");
		return;
	}
	bf_number_mac(keeper->keys.mac, digits, hex);
	put_hex(out, hex);
	bf_put_char(out, '\t');
	if (keeper->keys.rotated) {
		bf_number_mac(keeper->keys.mac_old, digits, hex);
		put_hex(out, hex);
	} else
		bf_put_str(out, "\\N");
	bf_put_char(out, '\t');
	put_sealed(keeper, out, digits);
}
