/* Computes Argon2id with libgcrypt, and reads and writes the text that is kept
 * of it.
 */
#include "argon.h"
#include <belfort/buf.h>
#include <gcrypt.h>
#include <stdio.h>
#include <string.h>

#define MEMORY_MOST 262144 /* KiB */
#define PASSES_MOST 16
#define LANES_MOST 16

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			     "abcdefghijklmnopqrstuvwxyz0123456789+/";

bool
bf_argon2id(const struct bf_argon *a, unsigned char *tag, size_t len)
{
	const unsigned long params[] = { len, a->passes, a->memory, a->lanes };
	gcry_kdf_hd_t kdf;
	bool good;

	if (gcry_kdf_open(&kdf, GCRY_KDF_ARGON2, GCRY_KDF_ARGON2ID, params, 4,
		    a->password.data, a->password.len, a->salt.data,
		    a->salt.len, a->secret.data, a->secret.len, a->data.data,
		    a->data.len)
		!= 0)
		return false;
	good = gcry_kdf_compute(kdf, NULL) == 0
		&& gcry_kdf_final(kdf, len, tag) == 0;
	gcry_kdf_close(kdf);
	return good;
}

/* Base64 without padding (RFC 4648, 4), up to END; bytes beyond MOST or bits
 * left over are no text of ours. */
static bool
base64_read(const char *at, char end, unsigned char *out, size_t most,
	size_t *len, const char **rest)
{
	unsigned held = 0, bits = 0;
	const char *digit;

	for (*len = 0; *at != end; at++) {
		digit = *at ? strchr(digits, *at) : NULL;
		if (digit == NULL)
			return false;
		held = held << 6 | (unsigned)(digit - digits);
		bits += 6;
		if (bits < 8)
			continue;
		if (*len == most)
			return false;
		bits -= 8;
		out[(*len)++] = (unsigned char)(held >> bits);
		held &= (1U << bits) - 1;
	}
	*rest = at;
	return held == 0 && bits < 6;
}

static void
base64_put(struct bf_buf *out, const unsigned char *data, size_t len)
{
	unsigned held = 0, bits = 0;
	size_t i;

	for (i = 0; i < len; i++) {
		held = held << 8 | data[i];
		for (bits += 8; bits >= 6; bits -= 6)
			bf_put_char(out, digits[held >> (bits - 6) & 63]);
	}
	if (bits > 0)
		bf_put_char(out, digits[held << (6 - bits) & 63]);
}

static bool
params_read(const char *text, struct bf_phc *out, const char **rest)
{
	int len = 0;

	if (sscanf(text, "$argon2id$v=19$m=%6u,t=%2u,p=%2u$%n", &out->memory,
		    &out->passes, &out->lanes, &len)
			!= 3
		|| len == 0)
		return false;
	*rest = text + len;
	return out->memory >= 8 * out->lanes && out->memory <= MEMORY_MOST
		&& out->passes >= 1 && out->passes <= PASSES_MOST
		&& out->lanes >= 1 && out->lanes <= LANES_MOST;
}

bool
bf_phc_read(const char *text, struct bf_phc *out)
{
	const char *at, *salt_end, *end;

	return params_read(text, out, &at)
		&& base64_read(at, '$', out->salt, sizeof(out->salt),
			&out->salt_len, &salt_end)
		&& out->salt_len >= 8
		&& base64_read(salt_end + 1, '\0', out->tag, sizeof(out->tag),
			&out->tag_len, &end)
		&& out->tag_len >= 16;
}

const char *
bf_phc_write(struct bf_arena *arena, const struct bf_phc *phc)
{
	struct bf_buf *out = bf_buf_new(arena, 128);

	bf_put_fmt(out, "$argon2id$v=19$m=%u,t=%u,p=%u$", phc->memory,
		phc->passes, phc->lanes);
	base64_put(out, phc->salt, phc->salt_len);
	bf_put_char(out, '$');
	base64_put(out, phc->tag, phc->tag_len);
	return out->data;
}
