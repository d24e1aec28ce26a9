/* Starts libgcrypt and asks it for hashes and random bytes. */
#include "crypt.h"
#include "arena.h"
#include <gcrypt.h>
#include <stdio.h>
#include <stdlib.h>

#define LEAST_VERSION "1.10.0"

struct bf_sha256 {
	gcry_md_hd_t md;
};

static void
die(const char *what)
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
	die(what);
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
		die("older than " LEAST_VERSION);
	gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
	gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
	if (gcry_md_test_algo(GCRY_MD_SHA256) != 0)
		die("it has no SHA-256");
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
		die("SHA-256 cannot be started");
	bf_defer(arena, sha256_close, sum);
	return sum;
}

void
bf_sha256_add(struct bf_sha256 *sum, const void *data, size_t len)
{
	gcry_md_write(sum->md, data, len);
}

void
bf_sha256_hex(struct bf_sha256 *sum, char hex[BF_SHA256_HEX])
{
	const unsigned char *hash = gcry_md_read(sum->md, GCRY_MD_SHA256);
	size_t i;

	for (i = 0; i < (BF_SHA256_HEX - 1) / 2; i++)
		snprintf(hex + 2 * i, 3, "%02x", hash[i]);
}

void
bf_random(void *data, size_t len)
{
	gcry_create_nonce(data, len);
}
