/* Keeps the counters of a pool in a file that its workers share. */
#include "metrics.h"
#include "metrics_text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_BYTES 512

const struct bf_metrics_bound bf_metrics_bounds[BF_METRICS_BOUNDS] = {
	{ 1000, "0.001" },
	{ 5000, "0.005" },
	{ 10000, "0.01" },
	{ 25000, "0.025" },
	{ 50000, "0.05" },
	{ 100000, "0.1" },
	{ 250000, "0.25" },
	{ 500000, "0.5" },
	{ 1000000, "1.0" },
	{ 2500000, "2.5" },
	{ 5000000, "5.0" },
	{ 10000000, "10.0" },
};

static const struct bf_metrics_head head = {
	.magic = "BFMETRI",
	.version = 2,
	.size = sizeof(struct bf_metrics),
};

static void
path(char file[FILE_BYTES], const char *run, const char *pool, const char *end)
{
	snprintf(file, FILE_BYTES, "%s/%s.metrics%s", run, pool, end);
}

static bool
is_ours(int fd)
{
	struct bf_metrics_head found;
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode)
		&& st.st_size == (off_t)sizeof(struct bf_metrics)
		&& pread(fd, &found, sizeof(found), 0) == sizeof(found)
		&& memcmp(&found, &head, sizeof(head)) == 0;
}

/* A descriptor of the file when it is of this shape, else -1. */
static int
file_open(const char *file, int flags)
{
	int fd = open(file, flags | O_NOFOLLOW | O_CLOEXEC);

	if (fd >= 0 && !is_ours(fd)) {
		close(fd);
		errno = ESTALE;
		return -1;
	}
	return fd;
}

static bool
file_fill(int fd, uid_t user, gid_t group)
{
	return ftruncate(fd, sizeof(struct bf_metrics)) == 0
		&& pwrite(fd, &head, sizeof(head), 0) == sizeof(head)
		&& fchown(fd, user, group) == 0;
}

/* Made aside and moved into place: workers of a generation before keep the
 * file they have mapped, whatever its shape. */
static bool
file_make(const char *file, const char *aside, uid_t user, gid_t group)
{
	bool good;
	int fd;

	unlink(aside);
	fd = open(aside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (fd < 0)
		return false;
	good = file_fill(fd, user, group);
	close(fd);
	return good && rename(aside, file) == 0;
}

bool
bf_metrics_make(const char *run, const char *pool, uid_t user, gid_t group,
	struct bf_err *err)
{
	char file[FILE_BYTES], aside[FILE_BYTES];
	bool good;
	int fd;

	path(file, run, pool, "");
	path(aside, run, pool, ".new");
	fd = file_open(file, O_RDWR);
	good = fd >= 0 ? fchown(fd, user, group) == 0
		       : file_make(file, aside, user, group);
	if (fd >= 0)
		close(fd);
	return good || bf_err(err, "%s: %s", file, strerror(errno));
}

struct bf_metrics *
bf_metrics_open(const char *run, const char *pool, struct bf_err *err)
{
	char file[FILE_BYTES];
	void *map;
	int fd;

	path(file, run, pool, "");
	fd = file_open(file, O_RDWR);
	if (fd < 0) {
		bf_err(err, "%s: %s", file, strerror(errno));
		return NULL;
	}
	map = mmap(NULL, sizeof(struct bf_metrics), PROT_READ | PROT_WRITE,
		MAP_SHARED, fd, 0);
	close(fd);
	if (map != MAP_FAILED)
		return map;
	bf_err(err, "%s: %s", file, strerror(errno));
	return NULL;
}

bool
bf_metrics_read(const char *run, const char *pool, struct bf_metrics *out)
{
	char file[FILE_BYTES];
	bool good;
	int fd;

	path(file, run, pool, "");
	fd = file_open(file, O_RDONLY);
	if (fd < 0)
		return false;
	good = pread(fd, out, sizeof(*out), 0) == sizeof(*out);
	close(fd);
	return good;
}

/* Only the master counts these two, so there is nobody to race with. */
void
bf_metrics_start(const char *run, const char *pool, bool crashed)
{
	const off_t at = offsetof(struct bf_metrics, starts);
	char file[FILE_BYTES];
	uint64_t counts[2];
	int fd;

	path(file, run, pool, "");
	fd = file_open(file, O_RDWR);
	if (fd < 0)
		return;
	if (pread(fd, counts, sizeof(counts), at) == sizeof(counts)) {
		counts[0]++;
		counts[1] += crashed;
		/* A counter that cannot be written is not worth a word. */
		if (pwrite(fd, counts, sizeof(counts), at) < 0)
			counts[0] = 0;
	}
	close(fd);
}

static void
add(uint64_t *counter, uint64_t n)
{
	__atomic_fetch_add(counter, n, __ATOMIC_RELAXED);
}

/* FNV-1a, never 0. */
static uint64_t
hash(const char *name)
{
	uint64_t h = 14695981039346656037u;

	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * 1099511628211u;
	return h ? h : 1;
}

/* The row of PLUGIN, or NULL when all are taken.  The hash takes the row; who
 * finds it taken by the same hash writes the same name, so no one waits. */
static struct bf_metrics_row *
row_of(struct bf_metrics *metrics, const char *plugin)
{
	struct bf_metrics_row *row = metrics->rows;
	uint64_t h = hash(plugin), found;

	for (; row < metrics->rows + BF_METRICS_ROWS; row++) {
		found = 0;
		if (!__atomic_compare_exchange_n(&row->hash, &found, h, false,
			    __ATOMIC_RELAXED, __ATOMIC_RELAXED)
			&& found != h)
			continue;
		if (row->plugin[0] == '\0')
			snprintf(
				row->plugin, sizeof(row->plugin), "%s", plugin);
		return row;
	}
	return NULL;
}

void
bf_metrics_request(struct bf_metrics *metrics, const char *plugin, int status,
	uint64_t us, uint64_t db_us, uint64_t bytes)
{
	struct bf_metrics_row *row = row_of(metrics, plugin);
	size_t i = 0;

	if (row == NULL || status < 100 || status > 599)
		return;
	while (i < BF_METRICS_BOUNDS && us > bf_metrics_bounds[i].us)
		i++;
	add(&row->took[i], 1);
	add(&row->answers[status / 100 - 1], 1);
	add(&row->us, us);
	add(&row->db_us, db_us);
	add(&row->bytes, bytes);
}

void
bf_metrics_password(struct bf_metrics *metrics, bool taken)
{
	add(taken ? &metrics->passwords : &metrics->passwords_refused, 1);
}
