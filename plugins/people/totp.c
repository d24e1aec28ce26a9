/* Makes and finds codes of half a minute: SHA-1, six digits, which is what
 * every app can do.
 */
#include "totp.h"
#include <gcrypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEP 30 /* seconds */
#define MILLION 1000000

void
totp_code(struct bytes secret, uint64_t step, char code[TOTP_DIGITS + 1])
{
	unsigned char count[8], hash[20];
	gcry_buffer_t parts[] = {
		{ .len = secret.len, .data = (void *)secret.data },
		{ .len = sizeof(count), .data = count },
	};
	unsigned number, at, i;

	for (i = 0; i < sizeof(count); i++)
		count[i] = (unsigned char)(step >> (56 - 8 * i));
	if (gcry_md_hash_buffers(
		    GCRY_MD_SHA1, GCRY_MD_FLAG_HMAC, hash, parts, 2)
		!= 0)
		abort();
	at = hash[19] & 15;
	number = (unsigned)(hash[at] & 127) << 24 | (unsigned)hash[at + 1] << 16
		| (unsigned)hash[at + 2] << 8 | hash[at + 3];
	snprintf(code, TOTP_DIGITS + 1, "%06u", number % MILLION);
}

/* All three are made, whichever it is. */
bool
totp_find(struct bytes secret, const char *code, uint64_t now, uint64_t *step)
{
	char made[TOTP_DIGITS + 1];
	bool found = false;
	uint64_t each;

	for (each = now / STEP - 1; each <= now / STEP + 1; each++) {
		totp_code(secret, each, made);
		if (strcmp(made, code) == 0) {
			*step = each;
			found = true;
		}
	}
	return found;
}

const char *
totp_text(struct bf_arena *arena, struct bytes bytes)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	char *out = bf_alloc(arena, bytes.len * 8 / 5 + 2);
	unsigned held = 0, bits = 0;
	size_t i, n = 0;

	for (i = 0; i < bytes.len; i++) {
		held = held << 8 | bytes.data[i];
		for (bits += 8; bits >= 5; bits -= 5)
			out[n++] = signs[held >> (bits - 5) & 31];
	}
	if (bits > 0)
		out[n] = signs[held << (5 - bits) & 31];
	return out;
}
