/* Asks belfortd, as each pool's own user, what its plugins declare. */
#include "described.h"
#include "tool.h"
#include <belfort/arena.h>
#include <belfort/json.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The folder of this program, ended with a slash. */
static const char *
own_folder(struct bf_arena *arena)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path));

	if (len <= 0)
		return "";
	while (len > 0 && path[len - 1] != '/')
		len--;
	return bf_strndup(arena, path, (size_t)len);
}

const char *
bf_daemon_path(struct bf_arena *arena)
{
	static const char *const places[] = { "belfortd", "../sbin/belfortd" };
	const char *folder = own_folder(arena), *path;
	size_t i;

	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		path = bf_printf(arena, "%s%s", folder, places[i]);
		if (access(path, X_OK) == 0)
			return path;
	}
	return BF_SBINDIR "/belfortd";
}

#define PATIENCE 20000          /* milliseconds for a pool to say all it has */
#define SAID_MOST (4096 * 1024) /* bytes */

/* Start belfortd for POOL; its standard output is in *OUT. */
static pid_t
daemon_start(struct bf_tool *tool, const char *pool, int *out)
{
	const char *path = bf_daemon_path(tool->arena);
	int ends[2];
	pid_t pid;

	if (pipe(ends) < 0)
		return -1;
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		unsetenv("GATEWAY_INTERFACE");
		execl(path, "belfortd", "-c", tool->settings->file,
			"--describe", pool, (char *)NULL);
		perror(path);
		_exit(127);
	}
	close(ends[1]);
	*out = ends[0];
	return pid;
}

/* All that comes, or NULL when it is too much or takes too long. */
static char *
hear(struct bf_arena *arena, int from, size_t *len)
{
	struct pollfd fd = { .fd = from, .events = POLLIN };
	char *data = bf_alloc(arena, SAID_MOST);
	ssize_t n = 1;

	*len = 0;
	while (n > 0 && *len < SAID_MOST) {
		if (poll(&fd, 1, PATIENCE) <= 0)
			return NULL;
		n = read(from, data + *len, SAID_MOST - *len);
		*len += n > 0 ? (size_t)n : 0;
	}
	return n == 0 ? data : NULL;
}

/* Of POOL: whether belfortd came to its end, and what it said. */
static bool
pool_hear(struct bf_tool *tool, const struct bf_pool_settings *pool,
	json_t **out, struct bf_err *err)
{
	json_error_t error = { .text = "it takes too long, or says too much" };
	int from = -1, status = -1;
	pid_t pid = daemon_start(tool, pool->name, &from);
	size_t len = 0;
	char *said;

	if (pid < 0)
		return bf_err(err, "belfortd cannot be started");
	said = hear(tool->arena, from, &len);
	close(from);
	if (said == NULL)
		kill(pid, SIGKILL);
	if (waitpid(pid, &status, 0) < 0 || (said && status != 0))
		return bf_err(err,
			"pool %s: belfortd --describe %s did not work; it "
			"says why above",
			pool->name, pool->name);
	*out = said ? json_loadb(said, len, JSON_DISABLE_EOF_CHECK, &error)
		    : NULL;
	return *out
		|| bf_err(err, "pool %s: belfortd --describe: %s", pool->name,
			error.text);
}

/* Where a plugin that is shut in stands is not for it to say. */
static void
mounts_set(
	struct bf_tool *tool, const struct bf_pool_settings *pool, json_t *doc)
{
	json_t *feature;
	size_t i;

	json_array_foreach (json_object_get(doc, "features"), i, feature) {
		const char *name = json_string_value(
			json_object_get(feature, "name"));

		if (strcmp(name, "core") != 0)
			json_object_set_new(feature, "mounts",
				json_pack("[s]",
					bf_settings_mount(tool->settings, pool,
						name, "mount", "")));
	}
}

bool
bf_describe_pool(struct bf_tool *tool, const struct bf_pool_settings *pool,
	json_t **out, struct bf_err *err)
{
	*out = NULL;
	if (!pool_hear(tool, pool, out, err))
		return false;
	if (!bf_described_check(*out, pool, err)) {
		json_decref(*out);
		return false;
	}
	if (bf_pool_shut_in(pool))
		mounts_set(tool, pool, *out);
	json_object_set_new(*out, "pool", json_string(pool->name));
	json_object_set_new(
		*out, "shut_in", json_boolean(bf_pool_shut_in(pool)));
	json_object_set_new(*out, "role", json_string(pool->role));
	if (pool->with)
		json_object_set_new(*out, "with", json_string(pool->with));
	return true;
}

/* A pool that is shut in and broken keeps nobody from anything. */
static bool
pass_over(const struct bf_pool_settings *pool, struct bf_err *err)
{
	if (!bf_pool_shut_in(pool))
		return false;
	fprintf(stderr, "warning: pool %s is passed over: %s\n", pool->name,
		err->text);
	*err = (struct bf_err){ 0 };
	return true;
}

bool
bf_describe_pools(struct bf_tool *tool, json_t **out, struct bf_err *err)
{
	json_t *list = json_array(), *pool;
	size_t i;

	bf_json_keep(tool->arena, list);
	for (i = 0; i < tool->settings->pool_count; i++) {
		if (tool->settings->pools[i].jobs)
			continue;
		if (bf_describe_pool(
			    tool, &tool->settings->pools[i], &pool, err))
			json_array_append_new(list, pool);
		else if (!pass_over(&tool->settings->pools[i], err))
			return false;
	}
	*out = list;
	return true;
}

/* Who is shut in does not speak for the host. */
static bool
speaks_for(json_t *pool, const char *name)
{
	return strcmp(name, "core") != 0
		|| !json_is_true(json_object_get(pool, "shut_in"));
}

json_t *
bf_describe_find(json_t *pools, const char *name)
{
	json_t *pool, *feature;
	const char *have;
	size_t i, j;

	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), j, feature) {
			have = json_string_value(
				json_object_get(feature, "name"));
			if (have && strcmp(have, name) == 0
				&& speaks_for(pool, name))
				return feature;
		}
	return NULL;
}

json_t *
bf_describe_with(json_t *pools, const char *member)
{
	json_t *pool, *feature;
	size_t i, j;

	json_array_foreach (pools, i, pool) {
		if (json_is_true(json_object_get(pool, "shut_in")))
			continue;
		json_array_foreach (
			json_object_get(pool, "features"), j, feature)
			if (json_is_object(json_object_get(feature, member)))
				return feature;
	}
	return NULL;
}

json_t *
bf_describe_identity(json_t *pools)
{
	return bf_describe_with(pools, "identity");
}

bool
bf_tool_describe(struct bf_tool *tool, struct bf_err *err)
{
	json_t *pools;

	if (!bf_describe_pools(tool, &pools, err))
		return false;
	json_dumpf(pools, stdout, JSON_INDENT(2));
	putchar('\n');
	return true;
}
