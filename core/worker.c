/* A worker: wait, accept, serve, reset. */
#include "worker.h"
#include "arena.h"
#include "db.h"
#include "host.h"
#include "io.h"
#include "log.h"
#include "metrics.h"
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* SIGTERM comes as something to read beside the socket, and is looked at
 * first: a socket that is always ready cannot drown it. */
static int
stop_signal(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* True when a request waits, false when it is time to go. */
static bool
wait_request(int stop)
{
	struct pollfd fds[] = {
		{ .fd = stop, .events = POLLIN },
		{ .fd = STDIN_FILENO, .events = POLLIN },
	};

	for (;;) {
		if (poll(fds, 2, -1) <= 0)
			continue;
		if (fds[0].revents)
			return false;
		if (fds[1].revents & POLLIN)
			return true;
		if (fds[1].revents)
			return false;
	}
}

static void
loop(struct bf_host *host, int stop)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_io *io;
	bool whole;

	while (wait_request(stop)) {
		io = bf_io_fastcgi_accept();
		if (io == NULL)
			continue;
		whole = bf_serve(host, arena, io);
		bf_io_fastcgi_finish(io, whole);
		bf_arena_reset(arena);
	}
	bf_arena_free(arena);
}

/* A database that is away comes back: serve 503 until then.  One that lacks a
 * function will not change by itself. */
static bool
database_fits(struct bf_host *host, struct bf_err *err)
{
	bool down = false;

	if (bf_host_check_database(host, &down, err))
		return true;
	bf_log(down ? "warn" : "error", "error=database detail=%s",
		bf_log_value(err->text));
	err->text[0] = '\0';
	return down;
}

static struct bf_host *
host_open(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	struct bf_err err = { 0 };
	struct bf_host *host;

	if (bf_host_open(settings, pool, &host, &err)
		&& database_fits(host, &err))
		return host;
	if (err.text[0])
		bf_log("error", "error=start detail=%s",
			bf_log_value(err.text));
	return NULL;
}

int
bf_worker_run(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, int ready)
{
	struct bf_err err = { 0 };
	struct bf_host *host;
	int stop;

	bf_log_name(pool->name);
	host = host_open(settings, pool);
	if (host == NULL)
		return BF_EXIT_CONFIG;
	host->metrics = bf_metrics_open(settings->run, pool->name, &err);
	if (host->metrics == NULL || !bf_io_fastcgi_start(&err)) {
		bf_log("error", "error=start detail=%s",
			bf_log_value(err.text));
		return BF_EXIT_CONFIG;
	}
	/* After FCGX_Init, which sets handlers of its own. */
	stop = stop_signal();
	if (ready >= 0 && write(ready, "r", 1) == 1)
		close(ready);
	loop(host, stop);
	bf_host_close(host);
	return EXIT_SUCCESS;
}

int
bf_worker_cgi(const struct bf_settings *settings)
{
	const char *name = getenv("BELFORT_POOL");
	const struct bf_pool_settings *pool = name
		? bf_settings_pool(settings, name)
		: &settings->pools[0];
	struct bf_arena *arena;
	struct bf_host *host;
	bool whole;

	if (pool == NULL)
		return EXIT_FAILURE;
	bf_log_name(pool->name);
	host = host_open(settings, pool);
	if (host == NULL)
		return BF_EXIT_CONFIG;
	arena = bf_arena_new();
	whole = bf_serve(host, arena, bf_io_cgi());
	bf_arena_free(arena);
	bf_host_close(host);
	return whole ? EXIT_SUCCESS : EXIT_FAILURE;
}
