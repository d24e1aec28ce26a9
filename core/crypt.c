/* Starts libgcrypt, and asks it for hashes, codes and random bytes. */
#include "crypt.h"
#include "arena.h"
#include <gcrypt.h>
#include <stdio.h>
#include <stdlib.h>

#define LEAST_VERSION "1.10.0"

struct bf_sha256 {
	gcry_md_hd_t md;
};

void
bf_crypt_die(const char *what)
{
	fprintf(stderr, "belfort: libgcrypt: %s\n", what);
	exit(EXIT_FAILURE);
}

/* Where libgcrypt would abort: it does so without memory, too. */
static void
fatal(void *unused, int code, const char *what)
{
	(void)unused;
	if (gcry_err_code((gcry_error_t)code) == GPG_ERR_ENOMEM)
		bf_out_of_memory();
	bf_crypt_die(what);
}

/* A worker has one thread and keeps no long-lived key in memory, so neither
 * locked memory (which needs a limit raised) nor locking is asked for. */
void
bf_crypt_start(void)
{
	if (gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P))
		return;
	gcry_set_fatalerror_handler(fatal, NULL);
	if (gcry_check_version(LEAST_VERSION) == NULL)
		bf_crypt_die("older than " LEAST_VERSION);
	gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
	gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
	if (gcry_md_test_algo(GCRY_MD_SHA256) != 0)
		bf_crypt_die("it has no SHA-256");
}

static void
sha256_close(void *sum)
{
	gcry_md_close(((struct bf_sha256 *)sum)->md);
}

struct bf_sha256 *
bf_sha256_new(struct bf_arena *arena)
{
	struct bf_sha256 *sum = bf_alloc(arena, sizeof(*sum));

	if (gcry_md_open(&sum->md, GCRY_MD_SHA256, 0) != 0)
		bf_crypt_die("SHA-256 cannot be started");
	bf_defer(arena, sha256_close, sum);
	return sum;
}

void
bf_sha256_add(struct bf_sha256 *sum, const void *data, size_t len)
{
	gcry_md_write(sum->md, data, len);
}

void
bf_hex(const void *data, size_t len, char *hex)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *in = data;

	for (; len > 0; len--, in++) {
		*hex++ = digits[*in >> 4];
		*hex++ = digits[*in & 15];
	}
	*hex = '\0';
}

void
bf_sha256_hex(struct bf_sha256 *sum, char hex[BF_SHA256_HEX])
{
	bf_hex(gcry_md_read(sum->md, GCRY_MD_SHA256), (BF_SHA256_HEX - 1) / 2,
		hex);
}

void
bf_random(void *data, size_t len)
{
	gcry_create_nonce(data, len);
}

void
bf_mac_parts(const void *key, size_t key_len, const struct bf_mac_part *parts,
	size_t count, unsigned char mac[BF_MAC])
{
	gcry_buffer_t all[1 + BF_MAC_PARTS] = {
		{ .len = key_len, .data = (void *)key },
	};
	size_t i;

	for (i = 0; i < count; i++)
		all[i + 1] = (gcry_buffer_t){ .len = parts[i].len,
			.data = (void *)parts[i].data };
	if (gcry_md_hash_buffers(
		    GCRY_MD_SHA256, GCRY_MD_FLAG_HMAC, mac, all, (int)count + 1)
		!= 0)
		bf_crypt_die("HMAC cannot be computed");
}

void
bf_mac(const void *key, size_t key_len, const void *data, size_t len,
	unsigned char mac[BF_MAC])
{
	const struct bf_mac_part part = { data, len };

	bf_mac_parts(key, key_len, &part, 1, mac);
}

bool
bf_same(const void *a, const void *b, size_t len)
{
	const volatile unsigned char *x = a, *y = b;
	unsigned char differs = 0;
	size_t i;

	for (i = 0; i < len; i++)
		differs |= x[i] ^ y[i];
	return differs == 0;
}

const char *
bf_base64url(struct bf_arena *arena, const void *data, size_t len)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789-_";
	const unsigned char *in = data;
	char *out = bf_alloc(arena, (len * 4 + 2) / 3 + 1);
	unsigned held = 0, bits = 0;
	size_t i, n = 0;

	for (i = 0; i < len; i++) {
		held = held << 8 | in[i];
		for (bits += 8; bits >= 6; bits -= 6)
			out[n++] = signs[held >> (bits - 6) & 63];
	}
	if (bits > 0)
		out[n] = signs[held << (6 - bits) & 63];
	return out;
}
