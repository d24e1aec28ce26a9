/* Bytes to base64url and back, with their length. */
#include "base64.h"
#include <belfort/crypt.h>
#include <string.h>

bool
bytes_read(struct bf_arena *arena, const char *text, struct bytes *out)
{
	*out = (struct bytes){ 0 };
	if (text)
		out->data = bf_base64url_read(
			arena, text, strlen(text), &out->len);
	return out->data != NULL;
}

const char *
bytes_text(struct bf_arena *arena, struct bytes bytes)
{
	return bf_base64url(arena, bytes.data, bytes.len);
}
