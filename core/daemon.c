/* belfortd: chooses between master, worker, check, description and CGI. */
#include "db.h"
#include "host.h"
#include "log.h"
#include "master.h"
#include "pool.h"
#include "programs.h"
#include "worker.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define READY_FD 3

static const char help[] =
	"Usage: belfortd [-c FILE] [MODE]\n"
	"Serves the pools of the configuration in the foreground.\n"
	"\n"
	"  -c FILE          the configuration, instead of $BELFORT_CONFIG or\n"
	"                   " BF_SYSCONFDIR "/belfort/belfort.ini\n"
	"  --check          load everything, say what is wrong, and end\n"
	"  --describe POOL  print what the plugins of POOL declare, as JSON\n"
	"  --worker POOL    (started by belfortd) serve FastCGI on descriptor 0\n"
	"  --help, --version\n"
	"\n"
	"With GATEWAY_INTERFACE in the environment it answers one CGI request.\n"
	"SIGHUP reads the configuration and all plugins again; SIGTERM finishes\n"
	"the requests under way and ends.\n";

static int
say(const struct bf_err *err)
{
	fprintf(stderr, "belfortd: %s\n", err->text);
	return EXIT_FAILURE;
}

static int
pool_check(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	struct bf_err err = { 0 };
	struct bf_host *host;
	bool down = false;

	if (!bf_become(pool->user, &err)
		|| !bf_host_open(settings, pool, &host, &err))
		return say(&err);
	if (!bf_host_check_database(host, &down, &err) && !down)
		return say(&err);
	if (down)
		fprintf(stderr, "belfortd: warning: %s\n", err.text);
	return EXIT_SUCCESS;
}

/* Each pool in a child of its own, as its own user: no plugin runs as root. */
static int
check_all(const struct bf_settings *settings)
{
	int status, bad = 0;
	pid_t pid;
	size_t i;

	for (i = 0; i < settings->pool_count; i++) {
		pid = fork();
		if (pid == 0)
			_exit(pool_check(settings, &settings->pools[i]));
		if (pid < 0 || waitpid(pid, &status, 0) < 0 || status != 0)
			bad++;
	}
	return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int
describe(
	const struct bf_settings *settings, const struct bf_pool_settings *pool)
{
	struct bf_err err = { 0 };
	struct bf_host *host;
	json_t *doc;

	if (!bf_become(pool->user, &err)
		|| !bf_host_open(settings, pool, &host, &err))
		return say(&err);
	doc = bf_host_describe(host, "en");
	json_dumpf(doc, stdout, JSON_COMPACT);
	json_decref(doc);
	bf_host_close(host);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int
in_pool(const struct bf_settings *settings, int mode, const char *name)
{
	const struct bf_pool_settings *pool = bf_settings_pool(settings, name);

	if (pool == NULL) {
		fprintf(stderr, "belfortd: %s has no [pool %s]\n",
			settings->file, name);
		return EXIT_FAILURE;
	}
	return mode == 'w' ? bf_worker_run(settings, pool, READY_FD)
			   : describe(settings, pool);
}

static int
run(struct bf_settings *settings, int mode, const char *pool)
{
	if (getenv("GATEWAY_INTERFACE"))
		return bf_worker_cgi(settings);
	if (mode == 'k')
		return check_all(settings);
	return pool ? in_pool(settings, mode, pool) : bf_master_run(settings);
}

int
bf_daemon_main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "check", no_argument, NULL, 'k' },
		{ "describe", required_argument, NULL, 'd' },
		{ "worker", required_argument, NULL, 'w' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ 0 },
	};
	const char *file = NULL, *pool = NULL;
	struct bf_settings *settings;
	struct bf_err err = { 0 };
	int c, mode = 0;

	while ((c = getopt_long(argc, argv, "c:", options, NULL)) != -1) {
		if (c == 'c')
			file = optarg;
		else if (c == 'h')
			return fputs(help, stdout) < 0;
		else if (c == 'v')
			return puts("belfortd " BF_VERSION) < 0;
		else if (c == '?')
			return 2;
		else
			mode = c, pool = optarg;
	}
	if (!bf_settings_load(bf_settings_path(file), &settings, &err))
		return say(&err);
	return run(settings, mode, mode == 'k' ? NULL : pool);
}
