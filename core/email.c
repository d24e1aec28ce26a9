/* Addresses for e-mail, as two of them are compared. */
#include <belfort/arena.h>
#include <belfort/form.h>
#include <string.h>

#define MOST 254 /* RFC 5321, 4.5.3.1.3, less the signs around it */

static char *
canonical(struct bf_arena *arena, const char *text)
{
	char *out, *c;
	size_t len;

	text += strspn(text, " ");
	len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	out = bf_strndup(arena, text, len);
	for (c = out; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return out;
}

/* Signs that a mailbox of today has: others would let one address be written
 * in two ways. */
static bool
is_address(const char *text)
{
	const char *at = strrchr(text, '@');
	size_t len = strlen(text);

	return at && at > text && len <= MOST
		&& strspn(text,
			   "abcdefghijklmnopqrstuvwxyz0123456789"
			   ".!#$%&'*+/=?^_`{|}~-@")
		== len
		&& strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789.-")
		== strlen(at + 1)
		&& memchr(text, '@', (size_t)(at - text)) == NULL
		&& at[1] != '.' && strchr(at, '.') && text[len - 1] != '.';
}

const char *
bf_email(struct bf_arena *arena, const char *text)
{
	const char *address = canonical(arena, text);

	return is_address(address) ? address : NULL;
}
