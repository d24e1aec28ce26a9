/* Reads keys, and makes with them what is kept instead of a national number. */
#include "keys.h"
#include "crypt.h"
#include "numbers.h"
#include "req.h"
#include <belfort/arena.h>
#include <belfort/keys.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define DIGITS (2 * BF_KEY)

const char *
bf_key_path(const char *folder, const char *name, char path[4096])
{
	snprintf(path, 4096, "%s/%s", folder, name);
	return path;
}

bool
bf_key_exists(const char *folder, const char *name)
{
	char path[4096];

	return access(bf_key_path(folder, name, path), F_OK) == 0;
}

static int
digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

static bool
key_parse(const char *hex, unsigned char key[BF_KEY])
{
	int high, low;
	size_t i;

	for (i = 0; i < BF_KEY; i++) {
		high = digit(hex[2 * i]);
		low = digit(hex[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		key[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

bool
bf_key_read(const char *folder, const char *name, unsigned char key[BF_KEY],
	struct bf_err *err)
{
	char path[4096], hex[DIGITS + 1] = "";
	int fd = open(bf_key_path(folder, name, path), O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, hex, DIGITS);
	bool good = n == DIGITS && key_parse(hex, key);

	if (n < 0)
		(void)bf_err(err, "%s: %s%s", path, strerror(errno),
			errno == ENOENT ? ": make it with belfort keys make"
					: "");
	else if (!good)
		(void)bf_err(err, "%s: it does not hold %d hexadecimal digits",
			path, DIGITS);
	if (fd >= 0)
		close(fd);
	explicit_bzero(hex, sizeof(hex));
	return good;
}

/* In the order in which a rotation is never missed: the old key is there before
 * the new one takes its place. */
static bool
mac_keys_read(const char *folder, struct bf_keys *out, struct bf_err *err)
{
	struct bf_err gone = { 0 };

	if (!bf_key_read(folder, "mac", out->mac, err))
		return false;
	out->rotated = bf_key_read(folder, "mac-old", out->mac_old, &gone);
	return out->rotated || !bf_key_exists(folder, "mac-old")
		|| bf_err(err, "%s", gone.text);
}

bool
bf_keys_read(const char *folder, struct bf_keys *out, struct bf_err *err)
{
	return mac_keys_read(folder, out, err)
		&& bf_key_read(folder, "seal.pub", out->seal, err);
}

void
bf_number_mac(const unsigned char key[BF_KEY], const char *digits,
	char hex[BF_MAC_HEX])
{
	static const char what[] = "national number ";
	const struct bf_mac_part parts[] = { { what, sizeof(what) - 1 },
		{ digits, BF_NATIONAL_SIZE - 1 } };
	unsigned char mac[BF_MAC];

	bf_mac_parts(key, BF_KEY, parts, 2, mac);
	bf_hex_put(mac, sizeof(mac), hex);
}

void
bf_keys_macs(const struct bf_keys *keys, const char *digits,
	char macs[2 * BF_MAC_HEX])
{
	bf_number_mac(keys->mac, digits, macs);
	if (!keys->rotated)
		return;
	macs[BF_MAC_HEX - 1] = ' ';
	bf_number_mac(keys->mac_old, digits, macs + BF_MAC_HEX);
}

/* Read each time: a key that was rotated counts at once, and none stays in the
 * memory of a worker. */
bool
bf_number_macs(struct bf_req *req, const char *number, const char **out)
{
	char digits[BF_NATIONAL_SIZE], macs[2 * BF_MAC_HEX];
	struct bf_keys keys = { 0 };
	struct bf_err err = { 0 };

	*out = NULL;
	if (number == NULL || !bf_national_read(number, digits))
		return true;
	if (!mac_keys_read(req->host->settings->keys, &keys, &err))
		return bf_fail(req, &BF_INTERNAL, "%s", err.text);
	bf_keys_macs(&keys, digits, macs);
	explicit_bzero(&keys, sizeof(keys));
	*out = bf_strdup(req->arena, macs);
	return true;
}

/* What HEX stands for; *LEN is 0 when it is something else. */
static unsigned char *
bytes_of(struct bf_arena *arena, const char *hex, size_t *len)
{
	size_t i, n = strlen(hex) / 2;
	unsigned char *out = bf_alloc(arena, n + 1);
	int high, low;

	*len = 0;
	for (i = 0; i < n; i++) {
		high = digit(hex[2 * i]);
		low = digit(hex[2 * i + 1]);
		if (high < 0 || low < 0)
			return out;
		out[i] = (unsigned char)(high << 4 | low);
	}
	*len = n;
	return out;
}

/* What KEY of FOLDER opens of SEALED; NULL: nothing, or ERR says that the key
 * is not there. */
static char *
open_with(struct bf_arena *arena, const char *folder, const char *name,
	const unsigned char *sealed, size_t len, struct bf_err *err)
{
	unsigned char private[BF_KEY];
	char *out = NULL;

	if (bf_key_read(folder, name, private, err))
		out = bf_seal_open(arena, private, sealed, len);
	explicit_bzero(private, sizeof(private));
	return out;
}

bool
bf_number_open(struct bf_req *req, const char *sealed, char **out)
{
	const char *folder = req->host->settings->keys;
	struct bf_err err = { 0 }, old = { 0 };
	unsigned char *bytes;
	size_t len;

	bytes = bytes_of(req->arena, sealed ? sealed : "", &len);
	*out = open_with(req->arena, folder, "seal.key", bytes, len, &err);
	if (err.text[0])
		return bf_fail(req, &BF_INTERNAL, "%s", err.text);
	if (*out == NULL && bf_key_exists(folder, "seal.key-old"))
		*out = open_with(
			req->arena, folder, "seal.key-old", bytes, len, &old);
	return true;
}
