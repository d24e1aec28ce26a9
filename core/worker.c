/* A worker: wait, accept, serve, reset. */
#include "worker.h"
#include "arena.h"
#include "clock.h"
#include "host.h"
#include "io.h"
#include "jobs.h"
#include "log.h"
#include "metrics.h"
#include "password.h"
#include "user.h"
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

/* The database stops a query after seconds, so a request that takes longer
 * than this will never end: SIGALRM ends the worker, and the master says so. */
#define REQUEST_SECONDS 60

struct worker {
	struct bf_host *host;
	struct bf_last *last;
	int stop;       /* a signalfd */
	bool unchecked; /* the database has not been compared yet */
	time_t asked;   /* when it last was */
};

/* SIGTERM comes as something to read.  The others are for the master: a
 * terminal sends them to all of its processes. */
int
bf_worker_stop(void)
{
	sigset_t set;

	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* True when a connection waits, false when it is time to go.  The signal is
 * looked at first: a socket that is always ready must not drown it. */
bool
bf_worker_wait(int stop)
{
	struct pollfd fds[] = {
		{ .fd = stop, .events = POLLIN },
		{ .fd = STDIN_FILENO, .events = POLLIN },
	};

	for (;;) {
		if (poll(fds, 2, -1) < 0)
			continue;
		if (fds[0].revents)
			return false;
		if (fds[1].revents)
			return (fds[1].revents & POLLIN) != 0;
	}
}

/* Whether the database has what the plugins declare.  One that is away comes
 * back, and requests get 503 until then: that is said once, not each time. */
static bool
database_fits(struct worker *w)
{
	struct bf_err err = { 0 };
	bool before = w->unchecked, good;

	w->asked = bf_clock_seconds();
	good = bf_host_check_database(w->host, &w->unchecked, &err);
	if (good) {
		w->unchecked = false;
		return true;
	}
	if (!w->unchecked || !before)
		bf_log(w->unchecked ? "warn" : "error",
			"event=database detail=%s", bf_log_value(err.text));
	return w->unchecked;
}

static void
last_begin(struct worker *w, struct bf_io *io)
{
	const char *id = io->ops->var(io, "BF_REQUEST_ID");

	snprintf(w->last->request, sizeof(w->last->request), "%s",
		id ? id : "-");
	w->last->busy = 1;
}

static void
serve_next(struct worker *w, struct bf_arena *arena)
{
	struct bf_io *io = bf_io_fastcgi_accept();
	bool whole;

	if (io == NULL)
		return;
	last_begin(w, io);
	alarm(REQUEST_SECONDS);
	whole = bf_serve(w->host, arena, io);
	bf_io_fastcgi_finish(io, whole);
	bf_arena_reset(arena);
	alarm(0);
	w->last->busy = 0;
}

/* What bf_host.await promises.  Who is served here may wait too, so the one
 * that began first may end last: all of them are few and soon done. */
static bool
await(void *worker, int fd, int patience)
{
	struct worker *w = worker;
	const struct bf_last before = *w->last;
	struct pollfd fds[] = {
		{ .fd = fd, .events = POLLIN },
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = w->stop, .events = POLLIN },
	};
	struct bf_arena *arena = bf_arena_new();

	while (poll(fds, 3, patience) > 0 && !fds[0].revents) {
		if (fds[2].revents || !bf_io_fastcgi_room())
			fds[1].fd = fds[2].fd = -1;
		else if (fds[1].revents)
			serve_next(w, arena);
	}
	bf_arena_free(arena);
	*w->last = before;
	alarm(REQUEST_SECONDS);
	return fds[0].revents != 0;
}

/* False when the database does not fit after all. */
static bool
loop(struct worker *w)
{
	struct bf_arena *arena = bf_arena_new();
	bool fits = true;

	while (fits && bf_worker_wait(w->stop)) {
		if (w->unchecked && bf_clock_seconds() != w->asked)
			fits = database_fits(w);
		if (fits)
			serve_next(w, arena);
	}
	bf_arena_free(arena);
	return fits;
}

static struct bf_last *
last_map(int fd)
{
	static struct bf_last none;
	void *map = MAP_FAILED;

	if (fd >= 0)
		map = mmap(NULL, sizeof(none), PROT_READ | PROT_WRITE,
			MAP_SHARED, fd, 0);
	return map == MAP_FAILED ? &none : map;
}

/* A worker without counters still serves.  They are opened first: who is shut
 * in opens no file for writing. */
static struct bf_metrics *
metrics_open(const struct bf_settings *s, const struct bf_pool_settings *pool)
{
	struct bf_err err = { 0 };
	struct bf_metrics *metrics = bf_metrics_open(s->run, pool->name, &err);

	if (metrics == NULL)
		bf_log("warn", "event=no_metrics detail=%s",
			bf_log_value(err.text));
	return metrics;
}

void
bf_worker_ready(int fd)
{
	if (fd >= 0 && write(fd, "r", 1) == 1)
		close(fd);
}

static int
serve(struct worker *w, struct bf_worker_fds fds)
{
	struct bf_err err = { 0 };
	bool fits;

	if (!bf_io_fastcgi_start(&err)) {
		bf_log("error", "event=start detail=%s",
			bf_log_value(err.text));
		return EXIT_FAILURE;
	}
	bf_worker_ready(fds.ready);
	fits = loop(w);
	return fits ? EXIT_SUCCESS : BF_EXIT_CONFIG;
}

int
bf_worker_run(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_worker_fds fds)
{
	struct worker w = { .stop = bf_worker_stop(),
		.last = last_map(fds.last) };
	struct bf_metrics *metrics = NULL;
	struct bf_err err = { 0 };
	int status = BF_EXIT_CONFIG;

	bf_log_name(pool->name);
	if (!pool->jobs)
		metrics = metrics_open(settings, pool);
	if (bf_user_root())
		bf_err(&err, "a worker never runs as root");
	else if (bf_host_open(settings, pool, &w.host, &err)) {
		w.host->metrics = metrics;
		w.host->passwords = bf_printf(w.host->arena,
			"%s/" BF_PASSWORD_POOL ".sock", settings->run);
		w.host->await = await;
		w.host->worker = &w;
		if (pool->jobs)
			status = bf_jobs_run(w.host, w.stop, fds.ready);
		else if (database_fits(&w))
			status = serve(&w, fds);
		bf_host_close(w.host);
		return status;
	}
	bf_log("error", "event=start detail=%s", bf_log_value(err.text));
	return status;
}
