/* Secrets of one use and marks, as plugins ask for them. */
#include "crypt.h"
#include "req.h"
#include <belfort/secret.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SECRET 32    /* bytes */
#define KEY_LEAST 32 /* bytes */
#define KEY_MOST 256
#define DAY 86400 /* seconds that a daily mark is the same */

const char *
bf_secret_new(struct bf_req *req)
{
	unsigned char bytes[SECRET];

	bf_random(bytes, sizeof(bytes));
	return bf_base64url(req->arena, bytes, sizeof(bytes));
}

const char *
bf_secret_hash(struct bf_req *req, const char *secret)
{
	struct bf_sha256 *sum = bf_sha256_new(req->arena);
	char *hex = bf_alloc(req->arena, BF_SHA256_HEX);

	bf_sha256_add(sum, secret, strlen(secret));
	bf_sha256_hex(sum, hex);
	return hex;
}

void
bf_secret_bytes(void *data, size_t len)
{
	bf_random(data, len);
}

static bool
key_read(struct bf_req *req, const char *file, char key[KEY_MOST], size_t *len)
{
	int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
	ssize_t n = fd < 0 ? -1 : read(fd, key, KEY_MOST);

	if (fd >= 0)
		close(fd);
	if (n < KEY_LEAST)
		return bf_fail(req, &BF_INTERNAL,
			"the key %s is not there or has less than %d bytes",
			file ? file : "that a setting should name", KEY_LEAST);
	*len = (size_t)n;
	return true;
}

/* The use is one word, so that no use with its text is another with another. */
bool
bf_secret_mark(struct bf_req *req, const char *file, const char *use,
	const char *text, const char **mark)
{
	const char *said = bf_printf(req->arena, "%s\n%s", use, text);
	char key[KEY_MOST], *hex = bf_alloc(req->arena, 2 * BF_MAC + 1);
	unsigned char mac[BF_MAC];
	size_t len = 0, i;

	if (!key_read(req, file, key, &len))
		return false;
	bf_mac(key, len, said, strlen(said), mac);
	explicit_bzero(key, sizeof(key));
	for (i = 0; i < BF_MAC; i++)
		snprintf(hex + 2 * i, 3, "%02x", mac[i]);
	*mark = hex;
	return true;
}

bool
bf_secret_daily(struct bf_req *req, const char *file, const char *use,
	const char *text, const char **mark)
{
	return bf_secret_mark(req, file,
		bf_printf(req->arena, "%s-%lld", use,
			(long long)time(NULL) / DAY),
		text, mark);
}
