/* Bytes to base64url and back. */
#include "base64.h"
#include <string.h>

static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			    "abcdefghijklmnopqrstuvwxyz0123456789-_";

bool
bytes_read(struct bf_arena *arena, const char *text, struct bytes *out)
{
	size_t len = text ? strlen(text) : 0, i, n = 0;
	unsigned char *data = bf_alloc(arena, len + 1);
	unsigned held = 0, bits = 0;
	const char *sign;

	for (i = 0; i < len; i++) {
		sign = strchr(signs, text[i]);
		if (sign == NULL)
			return false;
		held = held << 6 | (unsigned)(sign - signs);
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			data[n++] = (unsigned char)(held >> bits);
			held &= (1u << bits) - 1;
		}
	}
	*out = (struct bytes){ data, n };
	return text && bits < 6 && held == 0;
}

const char *
bytes_text(struct bf_arena *arena, struct bytes bytes)
{
	char *out = bf_alloc(arena, (bytes.len * 4 + 2) / 3 + 1);
	unsigned held = 0, bits = 0;
	size_t i, n = 0;

	for (i = 0; i < bytes.len; i++) {
		held = held << 8 | bytes.data[i];
		for (bits += 8; bits >= 6; bits -= 6)
			out[n++] = signs[held >> (bits - 6) & 63];
	}
	if (bits > 0)
		out[n] = signs[held << (6 - bits) & 63];
	return out;
}
