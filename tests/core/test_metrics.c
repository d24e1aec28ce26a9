/* Counters: many processes count in one file, and it reads as OpenMetrics. */
#include "../../core/arena.h"
#include "../../core/metrics.h"
#include "../../core/metrics_text.h"
#include "../../core/settings.h"
#include "../tap.h"
#include "refuse.h"
#include <belfort/buf.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static char run[] = "/tmp/bf-metrics-XXXXXX";
static char file[64];

static const struct bf_pool_settings pools[] = {
	{ .name = "city" },
	{ .name = "guest" },
	{ .name = "absent" },
};

static const struct bf_settings settings = {
	.run = run,
	.pools = pools,
	.pool_count = 3,
};

static bool
make(const char *pool)
{
	struct bf_err err = { 0 };
	bool good = bf_metrics_make(run, pool, (uid_t)-1, (gid_t)-1, &err);

	if (!good)
		tap_note("error", err.text);
	return good;
}

static const char *
text(struct bf_arena *arena)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	bf_metrics_text(&settings, out);
	return out->data;
}

/* Count as a worker, in a process of its own. */
static void
work(const char *pool, const char *plugin, int times)
{
	struct bf_err err = { 0 };
	struct bf_metrics *m = bf_metrics_open(run, pool, &err);

	while (m && times-- > 0)
		bf_metrics_request(m, plugin, 200, 3000, 1000, 10);
	_exit(m ? 0 : 1);
}

static void
test_count(struct bf_arena *arena)
{
	static const char *const names[] = { "site", "budget", "site", "-" };
	int i, status, bad = 0;
	const char *t;

	for (i = 0; i < 4; i++)
		if (fork() == 0)
			work("city", names[i], 5000);
	for (i = 0; i < 4; i++)
		bad += wait(&status) < 0 || status != 0;
	is_int(bad, 0, "four processes count");
	t = text(arena);
	has(t,
		"belfort_requests_total{pool=\"city\",plugin=\"site\","
		"status=\"2xx\"} 10000\n",
		"none is lost");
	has(t, "plugin=\"budget\",status=\"2xx\"} 5000\n", "another plugin");
	has(t, "plugin=\"-\",status=\"2xx\"} 5000\n", "no plugin");
	has(t, "_bucket{pool=\"city\",plugin=\"budget\",le=\"0.001\"} 0\n",
		"not under a millisecond");
	has(t, "_bucket{pool=\"city\",plugin=\"budget\",le=\"0.005\"} 5000\n",
		"under five");
	has(t, "_bucket{pool=\"city\",plugin=\"budget\",le=\"+Inf\"} 5000\n",
		"all");
	has(t, "_seconds_sum{pool=\"city\",plugin=\"budget\"} 15.000000\n",
		"in all");
	has(t,
		"belfort_database_seconds_total{pool=\"city\",plugin=\"budget\"}"
		" 5.000000\n",
		"in the database");
	has(t,
		"belfort_sent_bytes_total{pool=\"city\",plugin=\"budget\"} "
		"50000\n",
		"bytes");
}

static void
test_edges(struct bf_arena *arena)
{
	struct bf_err err = { 0 };
	struct bf_metrics *m = bf_metrics_open(run, "guest", &err);
	char name[16];
	int i;

	bf_metrics_request(m, "slow", 503, 10000000, 0, 0);
	bf_metrics_request(m, "slow", 503, 10000001, 0, 0);
	bf_metrics_request(m, "odd", 0, 1, 1, 1);
	has(text(arena), "plugin=\"slow\",le=\"10.0\"} 1\n", "a bound is in");
	has(text(arena), "plugin=\"slow\",le=\"+Inf\"} 2\n", "above it");
	has(text(arena), "plugin=\"slow\",status=\"5xx\"} 2\n", "a class");
	for (i = 0; i < 100; i++) {
		snprintf(name, sizeof(name), "p%d", i);
		bf_metrics_request(m, name, 200, 1, 1, 1);
	}
	has(text(arena), "plugin=\"p29\"", "the last that found room");
	ok(strstr(text(arena), "plugin=\"p30\"") == NULL,
		"more plugins than rows do no harm");
	bf_metrics_start(run, "guest", false);
	bf_metrics_start(run, "guest", true);
	bf_metrics_start(run, "absent", true);
	has(text(arena), "belfort_worker_starts_total{pool=\"guest\"} 2\n",
		"starts");
	has(text(arena), "belfort_worker_crashes_total{pool=\"guest\"} 1\n",
		"crashes");
}

/* Each family: TYPE first, its samples together, EOF at the end. */
static void
test_shape(struct bf_arena *arena)
{
	char *t = bf_strdup(arena, text(arena)), *rest = NULL, *line;
	char family[128] = "";
	bool good = true, ended = false;

	for (line = strtok_r(t, "\n", &rest); line;
		line = strtok_r(NULL, "\n", &rest)) {
		good = good && !ended;
		if (strncmp(line, "# TYPE ", 7) == 0)
			sscanf(line, "# TYPE %127s", family);
		else if (strcmp(line, "# EOF") == 0)
			ended = true;
		else if (*line != '#')
			good = good
				&& strncmp(line, family, strlen(family)) == 0;
	}
	ok(good && ended, "families stand together and the end is marked");
	ok(strstr(text(arena), "pool=\"absent\"") == NULL,
		"a pool without counters is left out");
}

static const struct {
	const char *name;
	off_t length;
	const char *begin;
} damages[] = {
	{ "cut short", 100, NULL },
	{ "empty", 0, NULL },
	{ "too long", 100000, NULL },
	{ "of another version", 6944, "BFMETRI\0\2\0\0\0" },
	{ "of something else", 6944, "#!/bin/sh\nxx" },
};

static void
damage(size_t i)
{
	FILE *f = need(fopen(file, "r+"));

	if (damages[i].begin)
		fwrite(damages[i].begin, 1, 12, f);
	fclose(f);
	if (truncate(file, damages[i].length) < 0)
		abort();
}

static void
test_damage(struct bf_arena *arena)
{
	struct bf_err err;
	size_t i;

	for (i = 0; i < sizeof(damages) / sizeof(damages[0]); i++) {
		memset(&err, 0, sizeof(err));
		damage(i);
		ok(bf_metrics_open(run, "city", &err) == NULL,
			"a file %s is not mapped", damages[i].name);
		has(err.text, "city.metrics: ", "it is named");
		ok(strstr(text(arena), "pool=\"city\"") == NULL, "nor told");
		ok(make("city"), "but made anew");
		ok(bf_metrics_open(run, "city", &err) != NULL, "and mapped");
	}
	unlink(file);
	ok(symlink("/etc/passwd", file) == 0, "a link in its place");
	memset(&err, 0, sizeof(err));
	ok(bf_metrics_open(run, "city", &err) == NULL, "is not followed");
	ok(make("city"), "but replaced");
}

static bool
make_city(struct bf_err *err)
{
	return bf_metrics_make(run, "city", (uid_t)-1, (gid_t)-1, err);
}

static bool
open_city(struct bf_err *err)
{
	return bf_metrics_open(run, "city", err) != NULL;
}

static bool
start_city(struct bf_err *err)
{
	(void)err;
	bf_metrics_start(run, "city", true);
	return true;
}

static bool
read_city(struct bf_err *err)
{
	struct bf_metrics found;

	return bf_metrics_read(run, "city", &found)
		|| bf_err(err, "cannot be read");
}

static const struct {
	struct refusal refusal;
	bool (*act)(struct bf_err *err);
	bool there; /* the file, before */
} refusals[] = {
	{ { "its owner", SYS_fchown, WHATEVER, 0, EPERM,
		  "city.metrics: Operation not permitted" },
		make_city, true },
	{ { "the owner of a new one", SYS_fchown, WHATEVER, 0, EPERM,
		  "city.metrics: Operation not permitted" },
		make_city, false },
	{ { "its head", SYS_pwrite64, WHATEVER, 0, ENOSPC,
		  "city.metrics: No space left on device" },
		make_city, false },
	{ { "its place", SYS_rename, WHATEVER, 0, EROFS,
		  "city.metrics: Read-only file system" },
		make_city, false },
	{ { "a map", SYS_mmap, 3, MAP_SHARED, ENOMEM,
		  "city.metrics: Cannot allocate memory" },
		open_city, true },
	{ { "what it holds", SYS_pread64, 3, 0, EIO,
		  "city.metrics: Stale file handle" },
		open_city, true },
	{ { "a count", SYS_pwrite64, WHATEVER, 0, ENOSPC, "good" }, start_city,
		true },
	{ { "the counts", SYS_pread64, 2, sizeof(struct bf_metrics), EIO,
		  "cannot be read" },
		read_city, true },
};

static void
test_refusals(void)
{
	size_t i;

	for (i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		unlink(file);
		if (refusals[i].there && !make("city"))
			continue;
		has(refused(&refusals[i].refusal, refusals[i].act),
			refusals[i].refusal.says, refusals[i].refusal.name);
	}
	unlink(file);
	ok(mkdir(file, 0700) == 0, "a folder where the file belongs");
	has(refused(NULL, make_city), "city.metrics: ", "is told");
	rmdir(file);
	ok(chmod(run, 0500) == 0 && make("city") == (geteuid() == 0),
		"a folder that may not be written");
	chmod(run, 0700);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	if (mkdtemp(run) == NULL)
		return 1;
	snprintf(file, sizeof(file), "%s/city.metrics", run);
	ok(make("city") && make("guest"), "the files are made");
	ok(make("city"), "once is enough");
	test_count(arena);
	test_edges(arena);
	test_shape(arena);
	test_damage(arena);
	test_refusals();
	bf_arena_free(arena);
	unlink(file);
	snprintf(file, sizeof(file), "%s/guest.metrics", run);
	unlink(file);
	rmdir(run);
	return done();
}
