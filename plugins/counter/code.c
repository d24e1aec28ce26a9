/* Makes and reads the codes of appointments. */
#include "code.h"
#include <ctype.h>
#include <string.h>

#define SIGNS 12

/* Without those that look alike when somebody writes them down. */
static const char letters[] = "ACDEFGHJKLMNPQRTUVWXY34679";
#define LETTERS (sizeof(letters) - 1)

/* One of LETTERS, each as likely as another. */
static char
letter(void)
{
	unsigned char byte;

	do
		bf_random(&byte, 1);
	while (byte >= 256 / LETTERS * LETTERS);
	return letters[byte % LETTERS];
}

const char *
counter_code_new(struct bf_req *req)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	int i;

	for (i = 0; i < SIGNS; i++)
		bf_put_fmt(out, "%s%c", i && i % 4 == 0 ? "-" : "", letter());
	return out->data;
}

const char *
counter_code_hash(struct bf_req *req, const char *code)
{
	char plain[SIGNS + 1] = "";
	unsigned char hash[BF_HASH];
	size_t n = 0;

	for (; *code; code++) {
		if (*code == '-' || *code == ' ')
			continue;
		if (n == SIGNS
			|| !strchr(letters, toupper((unsigned char)*code)))
			return NULL;
		plain[n++] = (char)toupper((unsigned char)*code);
	}
	if (n != SIGNS)
		return NULL;
	bf_hash(plain, SIGNS, hash);
	return bf_hex(bf_arena(req), hash, sizeof(hash));
}
