/* Makes, rotates and removes the files of keys. */
#include "crypt.h"
#include "keys.h"
#include <errno.h>
#include <fcntl.h>
#include <gcrypt.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_MODE 0755
#define PRIVATE_MODE 0400 /* of the background work alone */
#define MAC_MODE 0440     /* of it, and of the pool that serves the pages */
#define PUBLIC_MODE 0444

/* Files are made whole beside their place, then put there. */
struct maker {
	const char *folder;
	const struct bf_key_owners *owners;
	struct bf_err *err;
};

static bool
fail(struct maker *m, const char *path)
{
	return bf_err(m->err, "%s: %s", path, strerror(errno));
}

static bool
fill(int fd, const struct maker *m, const unsigned char key[BF_KEY],
	mode_t mode)
{
	char line[2 * BF_KEY + 1];
	bool good;

	bf_hex(key, BF_KEY, line);
	line[2 * BF_KEY] = '\n';
	good = fchown(fd, m->owners->jobs, m->owners->pages) == 0
		&& write(fd, line, sizeof(line)) == (ssize_t)sizeof(line)
		&& fchmod(fd, mode) == 0 && fsync(fd) == 0;
	explicit_bzero(line, sizeof(line));
	return good;
}

static bool
key_write(struct maker *m, const char *name, const unsigned char key[BF_KEY],
	mode_t mode)
{
	char path[4096], fresh[4096 + 4];
	bool good;
	int fd;

	bf_key_path(m->folder, name, path);
	snprintf(fresh, sizeof(fresh), "%s.new", path);
	unlink(fresh);
	fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0);
	if (fd < 0)
		return fail(m, fresh);
	good = fill(fd, m, key, mode);
	close(fd);
	return (good && rename(fresh, path) == 0) || fail(m, path);
}

static bool
seal_write(struct maker *m)
{
	unsigned char private[BF_KEY], public[BF_KEY];
	bool good;

	bf_seal_pair(private, public);
	good = key_write(m, "seal.key", private, PRIVATE_MODE);
	explicit_bzero(private, sizeof(private));
	return good;
}

/* The public key is made from what is in the private one's file, so that they
 * belong together also after a rotation that was interrupted. */
static bool
public_write(struct maker *m)
{
	unsigned char private[BF_KEY], public[BF_KEY];

	if (!bf_key_read(m->folder, "seal.key", private, m->err))
		return false;
	bf_seal_public(private, public);
	explicit_bzero(private, sizeof(private));
	return key_write(m, "seal.pub", public, PUBLIC_MODE);
}

static bool
mac_write(struct maker *m)
{
	unsigned char key[BF_KEY];
	bool good;

	gcry_randomize(key, sizeof(key), GCRY_STRONG_RANDOM);
	good = key_write(m, "mac", key, MAC_MODE);
	explicit_bzero(key, sizeof(key));
	return good;
}

static const char *const names[] = { "seal.key", "seal.pub", "mac" };

#define NAMES (sizeof(names) / sizeof(names[0]))

/* How many of the keys are there; *LACKING is one that is not. */
static size_t
keys_count(const char *folder, const char **lacking)
{
	size_t i, n = 0;

	for (i = 0; i < NAMES; i++)
		if (bf_key_exists(folder, names[i]))
			n++;
		else
			*lacking = names[i];
	return n;
}

static bool
one_lacks(struct maker *m, const char *name)
{
	return bf_err(m->err,
		"%s/%s is gone: bring it back from the copy that you keep "
		"apart; where nothing was imported yet, remove the other "
		"keys and make them anew",
		m->folder, name);
}

bool
bf_keys_make(const char *folder, const struct bf_key_owners *owners, bool *made,
	struct bf_err *err)
{
	struct maker m = { folder, owners, err };
	const char *lacking = "";
	size_t n = keys_count(folder, &lacking);

	*made = n == 0;
	if (n == NAMES)
		return true;
	if (n > 0)
		return one_lacks(&m, lacking);
	if (mkdir(folder, FOLDER_MODE) < 0 && errno != EEXIST)
		return fail(&m, folder);
	return seal_write(&m) && public_write(&m) && mac_write(&m);
}

/* The file NAME stays as OLD, whatever takes its place. */
static bool
keep_old(struct maker *m, const char *name, const char *old)
{
	char from[4096], to[4096];

	return link(bf_key_path(m->folder, name, from),
		       bf_key_path(m->folder, old, to))
		== 0
		|| fail(m, to);
}

/* One that was interrupted goes on where it was; the MAC comes last. */
bool
bf_keys_rotate(const char *folder, const struct bf_key_owners *owners,
	struct bf_err *err)
{
	struct maker m = { folder, owners, err };
	const char *lacking = "";

	if (keys_count(folder, &lacking) < NAMES)
		return one_lacks(&m, lacking);
	if (bf_key_exists(folder, "mac-old"))
		return bf_err(err,
			"%s: the keys of before still hold: they end with the "
			"next file that holds all residents; import it first",
			folder);
	if (!bf_key_exists(folder, "seal.key-old")
		&& (!keep_old(&m, "seal.key", "seal.key-old")
			|| !seal_write(&m)))
		return false;
	return public_write(&m) && keep_old(&m, "mac", "mac-old")
		&& mac_write(&m);
}

static bool
file_remove(const char *folder, const char *name, struct bf_err *err)
{
	char path[4096];

	return unlink(bf_key_path(folder, name, path)) == 0 || errno == ENOENT
		|| bf_err(err, "%s: %s", path, strerror(errno));
}

bool
bf_keys_drop(const char *folder, struct bf_err *err)
{
	return file_remove(folder, "seal.key-old", err)
		&& file_remove(folder, "mac-old", err);
}
