/* Asks belfortd, as each pool's own user, what its plugins declare. */
#include "tool.h"
#include <belfort/arena.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
json_free(void *json)
{
	json_decref(json);
}

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

/* Start belfortd for POOL; its standard output is in *OUT. */
static pid_t
daemon_start(struct bf_tool *tool, const char *pool, FILE **out)
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
	*out = fdopen(ends[0], "r");
	return *out ? pid : -1;
}

static bool
pool_describe(struct bf_tool *tool, const struct bf_pool_settings *pool,
	json_t **out, struct bf_err *err)
{
	json_error_t error;
	FILE *from;
	pid_t pid = daemon_start(tool, pool->name, &from);
	int status = -1;

	if (pid < 0)
		return bf_err(err, "belfortd cannot be started");
	*out = json_loadf(from, JSON_DISABLE_EOF_CHECK, &error);
	fclose(from);
	if (waitpid(pid, &status, 0) < 0 || status != 0) {
		json_decref(*out);
		return bf_err(err,
			"pool %s: belfortd --describe %s did not work; it "
			"says why above",
			pool->name, pool->name);
	}
	if (*out == NULL)
		return bf_err(err, "pool %s: belfortd --describe: %s",
			pool->name, error.text);
	if (pool->role)
		json_object_set_new(*out, "role", json_string(pool->role));
	return true;
}

bool
bf_describe_pools(struct bf_tool *tool, json_t **out, struct bf_err *err)
{
	json_t *list = json_array(), *pool;
	size_t i;

	bf_defer(tool->arena, json_free, list);
	for (i = 0; i < tool->settings->pool_count; i++) {
		if (tool->settings->pools[i].jobs)
			continue;
		if (!pool_describe(tool, &tool->settings->pools[i], &pool, err))
			return false;
		json_array_append_new(list, pool);
	}
	*out = list;
	return true;
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
			if (have && strcmp(have, name) == 0)
				return feature;
		}
	return NULL;
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
