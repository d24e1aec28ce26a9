/* The MAC of a national number: the only form in which the register looks for
 * one.
 */
#include "provider.h"
#include <ctype.h>
#include <string.h>

#define DIGITS 11
#define KEY_LEAST 32

/* "00.00.00-000.00" and "00000000000" are the same number. */
static bool
digits(const char *number, char out[DIGITS])
{
	size_t n = 0;

	for (; *number; number++) {
		if (strchr(" .-", *number))
			continue;
		if (!isdigit((unsigned char)*number) || n == DIGITS)
			return false;
		out[n++] = *number;
	}
	return n == DIGITS;
}

const char *
number_mac(struct bf_req *req, const char *number)
{
	unsigned char mac[BF_MAC];
	char plain[DIGITS];
	const char *key;
	size_t len = 0;

	key = option_file(req, "mac_key", &len);
	if (key == NULL || len < KEY_LEAST || !digits(number, plain))
		return NULL;
	bf_mac(key, len, plain, sizeof(plain), mac);
	return bf_hex(bf_arena(req), mac, sizeof(mac));
}
