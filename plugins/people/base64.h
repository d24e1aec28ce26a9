/* Bytes as the pages' scripts send them: base64url (RFC 4648, 5). */
#ifndef PEOPLE_BASE64_H
#define PEOPLE_BASE64_H

#include <belfort/arena.h>

struct bytes {
	const unsigned char *data;
	size_t len;
};

/* TEXT without padding, in its only form; a NUL stands behind the bytes. */
BF_CHECKED bool
bytes_read(struct bf_arena *arena, const char *text, struct bytes *out);
const char *bytes_text(struct bf_arena *arena, struct bytes bytes);

#endif
