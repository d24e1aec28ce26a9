/* belfortd's command line: chooses master, worker, a look or CGI. */
#include "inspect.h"
#include "master.h"
#include "password.h"
#include "programs.h"
#include "worker.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#define USAGE_ERROR 2

static const char help[] =
	"Usage: belfortd [-c FILE] [MODE]\n"
	"Serve the pools of the configuration, in the foreground.\n"
	"\n"
	"  -c FILE          the configuration, else $BELFORT_CONFIG, else\n"
	"                   " BF_SYSCONFDIR "/belfort/belfort.ini\n"
	"  --check          load everything, say what is wrong, and end\n"
	"  --describe POOL  print what the plugins of POOL declare, as JSON\n"
	"  --worker POOL    serve FastCGI on descriptor 0; the master, spawn-fcgi\n"
	"                   or a systemd socket starts it\n"
	"  --passwords      compute passwords for workers, on descriptor 0\n"
	"  --help, --version\n"
	"\n"
	"With GATEWAY_INTERFACE in the environment it answers one CGI request.\n"
	"SIGHUP: check the configuration and start a new generation of workers;\n"
	"SIGTERM: finish the requests under way and end.  Logs on standard error.\n";

enum mode { MASTER, CHECK, DESCRIBE, WORKER, PASSWORDS, HELP, VERSION, WRONG };
enum { READY = 0x100, LAST };

struct options {
	const char *file, *pool;
	enum mode mode;
	struct bf_worker_fds fds;
};

static const struct option known[] = {
	{ "check", no_argument, NULL, CHECK },
	{ "describe", required_argument, NULL, DESCRIBE },
	{ "worker", required_argument, NULL, WORKER },
	{ "passwords", no_argument, NULL, PASSWORDS },
	{ "help", no_argument, NULL, HELP },
	{ "version", no_argument, NULL, VERSION },
	{ "ready", required_argument, NULL, READY },
	{ "last", required_argument, NULL, LAST },
	{ 0 },
};

static void
option_take(struct options *o, int option)
{
	if (option == 'c')
		o->file = optarg;
	else if (option == READY)
		o->fds.ready = (int)strtol(optarg, NULL, 10);
	else if (option == LAST)
		o->fds.last = (int)strtol(optarg, NULL, 10);
	else if (option == '?')
		o->mode = WRONG;
	else
		o->mode = (enum mode)option;
	if (option == DESCRIBE || option == WORKER)
		o->pool = optarg;
}

static struct options
options_read(int argc, char **argv)
{
	struct options o = { .fds = { -1, -1 } };
	int option;

	while (o.mode != WRONG
		&& (option = getopt_long(argc, argv, "c:", known, NULL)) != -1)
		option_take(&o, option);
	if (optind < argc && o.mode != WRONG) {
		fprintf(stderr, "belfortd: %s is one word too many\n",
			argv[optind]);
		o.mode = WRONG;
	}
	return o;
}

static int
pool_mode(const struct bf_settings *settings, const struct options *o)
{
	const struct bf_pool_settings *pool = bf_settings_pool(
		settings, o->pool);

	if (pool == NULL) {
		fprintf(stderr, "belfortd: %s has no [pool %s]\n",
			settings->file, o->pool);
		return EXIT_FAILURE;
	}
	return o->mode == WORKER ? bf_worker_run(settings, pool, o->fds)
				 : bf_inspect_describe(settings, pool);
}

static int
run(const struct options *o)
{
	struct bf_settings *settings;
	struct bf_err err = { 0 };
	int status;

	if (!bf_settings_load(bf_settings_path(o->file), &settings, &err)) {
		fprintf(stderr, "belfortd: %s\n", err.text);
		return EXIT_FAILURE;
	}
	if (o->mode == MASTER && !getenv("GATEWAY_INTERFACE"))
		return bf_master_run(settings);
	if (o->mode == MASTER)
		status = bf_inspect_cgi(settings);
	else if (o->mode == CHECK)
		status = bf_inspect_check(settings);
	else
		status = pool_mode(settings, o);
	bf_settings_free(settings);
	return status;
}

int
bf_daemon_main(int argc, char **argv)
{
	struct options o = options_read(argc, argv);

	switch (o.mode) {
	case PASSWORDS:
		return bf_password_run(o.fds);
	case HELP:
		return fputs(help, stdout) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
	case VERSION:
		return puts("belfortd " BF_VERSION) < 0 ? EXIT_FAILURE
							: EXIT_SUCCESS;
	case WRONG:
		fputs("belfortd: try belfortd --help\n", stderr);
		return USAGE_ERROR;
	default:
		return run(&o);
	}
}
