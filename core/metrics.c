/* Counters in shared memory and their text (OpenMetrics 1.0). */
#include "metrics.h"
#include "settings.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC 0x42464d31 /* "BFM1": the layout below */
#define ROWS 32
#define NAME_MAX_BYTES 32
#define CLASSES 5

static const unsigned bounds_ms[] = { 1, 5, 10, 25, 50, 100, 250, 500, 1000,
	2500, 5000, 10000 };

#define BOUNDS (sizeof(bounds_ms) / sizeof(bounds_ms[0]))

enum state { FREE, TAKEN, READY };

struct row {
	unsigned state;
	char plugin[NAME_MAX_BYTES];
	uint64_t answers[CLASSES], took[BOUNDS + 1];
	uint64_t us, db_us, bytes;
};

struct bf_metrics {
	uint32_t magic;
	uint64_t starts, crashes;
	struct row rows[ROWS];
};

static void
add(uint64_t *counter, uint64_t n)
{
	__atomic_fetch_add(counter, n, __ATOMIC_RELAXED);
}

static uint64_t
get(const uint64_t *counter)
{
	return __atomic_load_n(counter, __ATOMIC_RELAXED);
}

/* A file of another layout or length is begun anew. */
static bool
file_ready(int fd, const char *file, struct bf_err *err)
{
	uint32_t magic = 0;
	struct stat st;

	if (fstat(fd, &st) == 0
		&& st.st_size == (off_t)sizeof(struct bf_metrics)
		&& pread(fd, &magic, sizeof(magic), 0) == sizeof(magic)
		&& magic == MAGIC)
		return true;
	magic = MAGIC;
	if (ftruncate(fd, 0) < 0 || ftruncate(fd, sizeof(struct bf_metrics)) < 0
		|| pwrite(fd, &magic, sizeof(magic), 0) != sizeof(magic))
		return bf_err(err, "%s: %s", file, strerror(errno));
	return true;
}

struct bf_metrics *
bf_metrics_open(const char *run, const char *pool, struct bf_err *err)
{
	char file[512];
	void *map = MAP_FAILED;
	int fd;

	snprintf(file, sizeof(file), "%s/%s.metrics", run, pool);
	fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (fd < 0) {
		(void)bf_err(err, "%s: %s", file, strerror(errno));
		return NULL;
	}
	if (file_ready(fd, file, err))
		map = mmap(NULL, sizeof(struct bf_metrics),
			PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	return map == MAP_FAILED ? NULL : map;
}

/* The row of PLUGIN, taken when it has none; NULL when all are taken. */
static struct row *
row_get(struct bf_metrics *metrics, const char *plugin)
{
	struct row *row = metrics->rows;
	unsigned state;

	for (; row < metrics->rows + ROWS; row++) {
		state = FREE;
		if (__atomic_compare_exchange_n(&row->state, &state, TAKEN,
			    false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
			snprintf(
				row->plugin, sizeof(row->plugin), "%s", plugin);
			__atomic_store_n(&row->state, READY, __ATOMIC_RELEASE);
			return row;
		}
		if (state == READY && strcmp(row->plugin, plugin) == 0)
			return row;
	}
	return NULL;
}

void
bf_metrics_request(struct bf_metrics *metrics, const char *plugin, int status,
	uint64_t us, uint64_t db_us, uint64_t bytes)
{
	struct row *row = row_get(metrics, plugin);
	size_t i = 0;

	if (row == NULL || status < 100 || status > 599)
		return;
	while (i < BOUNDS && us > bounds_ms[i] * 1000UL)
		i++;
	add(&row->took[i], 1);
	add(&row->answers[status / 100 - 1], 1);
	add(&row->us, us);
	add(&row->db_us, db_us);
	add(&row->bytes, bytes);
}

void
bf_metrics_start(struct bf_metrics *metrics, bool crashed)
{
	add(&metrics->starts, 1);
	if (crashed)
		add(&metrics->crashes, 1);
}

/* One pool's counters, mapped for reading. */
struct view {
	const char *pool;
	const struct bf_metrics *metrics;
};

typedef void
put_row(struct bf_buf *out, const struct view *v, const struct row *row);

static void
put_answers(struct bf_buf *out, const struct view *v, const struct row *row)
{
	int i;

	for (i = 0; i < CLASSES; i++)
		if (get(&row->answers[i]) > 0)
			bf_put_fmt(out,
				"belfort_requests_total{pool=\"%s\","
				"plugin=\"%s\",status=\"%dxx\"} %llu\n",
				v->pool, row->plugin, i + 1,
				(unsigned long long)get(&row->answers[i]));
}

static void
put_took(struct bf_buf *out, const struct view *v, const struct row *row)
{
	static const char name[] = "belfort_request_duration_seconds";
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < BOUNDS; i++) {
		sum += get(&row->took[i]);
		bf_put_fmt(out,
			"%s_bucket{pool=\"%s\",plugin=\"%s\",le=\"%g\"} "
			"%llu\n",
			name, v->pool, row->plugin, bounds_ms[i] / 1000.0,
			(unsigned long long)sum);
	}
	sum += get(&row->took[BOUNDS]);
	bf_put_fmt(out,
		"%s_bucket{pool=\"%s\",plugin=\"%s\",le=\"+Inf\"} %llu\n"
		"%s_count{pool=\"%s\",plugin=\"%s\"} %llu\n"
		"%s_sum{pool=\"%s\",plugin=\"%s\"} %.6f\n",
		name, v->pool, row->plugin, (unsigned long long)sum, name,
		v->pool, row->plugin, (unsigned long long)sum, name, v->pool,
		row->plugin, (double)get(&row->us) / 1e6);
}

static void
put_db(struct bf_buf *out, const struct view *v, const struct row *row)
{
	bf_put_fmt(out,
		"belfort_database_seconds_total{pool=\"%s\",plugin=\"%s\"} "
		"%.6f\n",
		v->pool, row->plugin, (double)get(&row->db_us) / 1e6);
}

static void
put_bytes(struct bf_buf *out, const struct view *v, const struct row *row)
{
	bf_put_fmt(out,
		"belfort_sent_bytes_total{pool=\"%s\",plugin=\"%s\"} %llu\n",
		v->pool, row->plugin, (unsigned long long)get(&row->bytes));
}

static const struct {
	const char *head;
	put_row *put;
} families[] = {
	{ "# TYPE belfort_requests counter\n"
	  "# HELP belfort_requests Answers by class of status.\n",
		put_answers },
	{ "# TYPE belfort_request_duration_seconds histogram\n"
	  "# UNIT belfort_request_duration_seconds seconds\n"
	  "# HELP belfort_request_duration_seconds Time in a worker.\n",
		put_took },
	{ "# TYPE belfort_database_seconds counter\n"
	  "# UNIT belfort_database_seconds seconds\n"
	  "# HELP belfort_database_seconds Time waiting for PostgreSQL.\n",
		put_db },
	{ "# TYPE belfort_sent_bytes counter\n"
	  "# UNIT belfort_sent_bytes bytes\n"
	  "# HELP belfort_sent_bytes Bytes of bodies sent.\n",
		put_bytes },
};

static void
put_families(struct bf_buf *out, const struct view *views, size_t n)
{
	const struct row *row;
	size_t f, i;

	for (f = 0; f < sizeof(families) / sizeof(families[0]); f++) {
		bf_put_str(out, families[f].head);
		for (i = 0; i < n; i++)
			for (row = views[i].metrics->rows;
				row < views[i].metrics->rows + ROWS; row++)
				if (row->state == READY)
					families[f].put(out, &views[i], row);
	}
}

static void
put_workers(struct bf_buf *out, const struct view *views, size_t n)
{
	size_t i;

	bf_put_str(out, "# TYPE belfort_worker_starts counter\n");
	for (i = 0; i < n; i++)
		bf_put_fmt(out,
			"belfort_worker_starts_total{pool=\"%s\"} %llu\n",
			views[i].pool,
			(unsigned long long)get(&views[i].metrics->starts));
	bf_put_str(out, "# TYPE belfort_worker_crashes counter\n");
	for (i = 0; i < n; i++)
		bf_put_fmt(out,
			"belfort_worker_crashes_total{pool=\"%s\"} %llu\n",
			views[i].pool,
			(unsigned long long)get(&views[i].metrics->crashes));
}

static const struct bf_metrics *
map_read(const char *run, const char *pool)
{
	char file[512];
	struct stat st;
	void *map = MAP_FAILED;
	int fd;

	snprintf(file, sizeof(file), "%s/%s.metrics", run, pool);
	fd = open(file, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0
		&& st.st_size == (off_t)sizeof(struct bf_metrics))
		map = mmap(NULL, sizeof(struct bf_metrics), PROT_READ,
			MAP_SHARED, fd, 0);
	close(fd);
	return map == MAP_FAILED ? NULL : map;
}

static void
unmap(void *map)
{
	munmap(map, sizeof(struct bf_metrics));
}

void
bf_metrics_text(const struct bf_settings *settings, struct bf_buf *out)
{
	struct view *views = bf_alloc(
		out->arena, settings->pool_count * sizeof(*views));
	size_t i, n = 0;

	for (i = 0; i < settings->pool_count; i++) {
		views[n].pool = settings->pools[i].name;
		views[n].metrics = map_read(settings->run, views[n].pool);
		if (views[n].metrics == NULL)
			continue;
		bf_defer(out->arena, unmap, (void *)views[n].metrics);
		n++;
	}
	put_families(out, views, n);
	put_workers(out, views, n);
	bf_put_str(out, "# EOF\n");
}
