/* belfort check: does everything fit together, before anybody visits? */
#include "tool.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether belfortd --check, which says itself what is wrong, found nothing. */
static bool
daemon_check(struct bf_tool *tool, struct bf_err *err)
{
	const char *path = bf_daemon_path(tool->arena);
	int status = -1;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		unsetenv("GATEWAY_INTERFACE");
		execl(path, "belfortd", "-c", tool->settings->file, "--check",
			(char *)NULL);
		perror(path);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0)
		return bf_err(err, "belfortd cannot be started");
	if (status != 0)
		return bf_err(err, "not ready: belfortd says why above");
	return true;
}

bool
bf_tool_check(struct bf_tool *tool, struct bf_err *err)
{
	struct bf_err behind = { 0 };
	size_t pending = 0;
	bool good = daemon_check(tool, err);

	if (!bf_migrations_pending(tool, &pending, &behind)) {
		fprintf(stderr, "warning: migrations were not looked at: %s\n",
			behind.text);
	} else if (pending > 0) {
		fprintf(stderr,
			"%zu migrations were not applied: run belfort "
			"migrate\n",
			pending);
		return bf_err(err, "the database is behind");
	}
	if (good)
		printf("%s: configuration, plugins, templates, translations "
		       "and database fit together.\n",
			tool->settings->file);
	return good;
}
