/* Bytes of published vectors, written as they are published. */
#ifndef TESTS_HEX_H
#define TESTS_HEX_H

#include "../../plugins/people/base64.h"
#include <string.h>

static inline unsigned
hex_digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
}

/* Blanks in TEXT are passed over. */
static inline struct bytes
hex(struct bf_arena *arena, const char *text)
{
	unsigned char *out = bf_alloc(arena, strlen(text) / 2 + 1);
	size_t n = 0;

	for (; *text; text++)
		if (*text != ' ') {
			out[n / 2] = (unsigned char)(out[n / 2] << 4
				| hex_digit(*text));
			n++;
		}
	return (struct bytes){ out, n / 2 };
}

#endif
