/* Opens pools for a look or for one request. */
#include "inspect.h"
#include "arena.h"
#include "host.h"
#include "io.h"
#include "log.h"
#include "user.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int
say(const struct bf_pool_settings *pool, const struct bf_err *err)
{
	fprintf(stderr, "belfortd: pool %s: %s\n", pool->name, err->text);
	return EXIT_FAILURE;
}

static bool
pool_open(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_host **host,
	struct bf_err *err)
{
	bf_log_name(pool->name);
	return bf_user_become(pool->user, err)
		&& bf_host_open(settings, pool, host, err);
}

typedef int
looker(const struct bf_settings *settings, const struct bf_pool_settings *pool);

/* The exit status of LOOK in a child; -1 when it crashed. */
static int
in_child(looker *look, const struct bf_settings *settings,
	const struct bf_pool_settings *pool)
{
	pid_t pid = fork();
	int status;

	if (pid == 0)
		_exit(look(settings, pool));
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
check(const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	struct bf_err err = { 0 };
	struct bf_host *host;
	bool down = false;

	if (!pool_open(settings, pool, &host, &err))
		return say(pool, &err);
	if (pool->jobs || bf_host_check_database(host, &down, &err))
		return EXIT_SUCCESS;
	say(pool, &err);
	return down ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
bf_inspect_check(const struct bf_settings *settings)
{
	const struct bf_pool_settings *pool = settings->pools;
	size_t bad = 0;
	int status;

	for (; pool < settings->pools + settings->pool_count; pool++) {
		/* A pool that is shut in keeps nobody from a reload. */
		if (bf_pool_shut_in(pool))
			continue;
		status = in_child(check, settings, pool);
		bad += status != EXIT_SUCCESS;
		if (status < 0)
			fprintf(stderr,
				"belfortd: pool %s: crashed while it was "
				"loaded\n",
				pool->name);
	}
	return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}

int
bf_inspect_describe(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	struct bf_err err = { 0 };
	struct bf_host *host;
	json_t *doc;
	int failed;

	if (!pool_open(settings, pool, &host, &err))
		return say(pool, &err);
	doc = bf_host_describe(host, "en", false);
	failed = json_dumpf(doc, stdout, JSON_COMPACT) < 0
		|| fflush(stdout) != 0;
	json_decref(doc);
	bf_host_close(host);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* How many bytes of PATH the mount takes, 0 when it does not fit. */
static size_t
fit(const char *mount, const char *path)
{
	size_t len = strlen(mount);

	if (strcmp(mount, "/") == 0)
		return 1;
	if (strncmp(path, mount, len) == 0 && strchr("/.", path[len]) != NULL)
		return len;
	return 0;
}

/* As an exit status: how well POOL fits the path that was asked for.  The
 * first feature is the host itself, which is in every pool. */
static int
fit_pool(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	const char *path = getenv("PATH_INFO"), **mount;
	struct bf_err err = { 0 };
	struct bf_host *host;
	size_t i, best = 0, found;

	if (!pool_open(settings, pool, &host, &err))
		return 0;
	for (i = 1; i < host->feature_count; i++)
		for (mount = host->features[i].mounts; *mount; mount++) {
			found = fit(*mount, path ? path : "/");
			best = found > best ? found : best;
		}
	return best > 255 ? 255 : (int)best;
}

static const struct bf_pool_settings *
pool_choose(const struct bf_settings *settings)
{
	const struct bf_pool_settings *best = settings->pools, *pool = best;
	int found, most = 0;

	if (settings->pool_count == 1)
		return best;
	for (; pool < settings->pools + settings->pool_count; pool++) {
		found = pool->jobs ? 0 : in_child(fit_pool, settings, pool);
		if (found > most) {
			most = found;
			best = pool;
		}
	}
	return best;
}

int
bf_inspect_cgi(const struct bf_settings *settings)
{
	const struct bf_pool_settings *pool = pool_choose(settings);
	struct bf_err err = { 0 };
	struct bf_arena *arena;
	struct bf_host *host;
	bool whole;

	if (!pool_open(settings, pool, &host, &err))
		return say(pool, &err);
	arena = bf_arena_new();
	whole = bf_serve(host, arena, bf_io_cgi());
	bf_arena_free(arena);
	bf_host_close(host);
	return whole ? EXIT_SUCCESS : EXIT_FAILURE;
}
