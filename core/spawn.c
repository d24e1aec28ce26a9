/* Starts child processes of the master: fork, become, exec. */
#include "spawn.h"
#include "log.h"
#include "user.h"
#include "worker.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define NICE 19 /* of who is shut in */

bool
bf_program_find(struct bf_program *program, struct bf_err *err)
{
	ssize_t len = readlink(
		"/proc/self/exe", program->exe, sizeof(program->exe) - 1);

	if (len < 0)
		return bf_err(err, "/proc/self/exe: %s", strerror(errno));
	program->exe[len] = '\0';
	return true;
}

static bool
fail(const char *what)
{
	bf_log("error", "event=spawn detail=\"%s: %s\"", what, strerror(errno));
	return false;
}

/* Nothing of the master's reaches the child but what is meant. */
static bool
descriptors(int input, int keep, int keep_too)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null < 0 || dup2(input < 0 ? null : input, STDIN_FILENO) < 0
		|| dup2(null, STDOUT_FILENO) < 0)
		return fail("descriptors");
	if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) < 0)
		return fail("close_range");
	if (keep >= 0 && fcntl(keep, F_SETFD, 0) < 0)
		return fail("descriptors");
	if (keep_too >= 0 && fcntl(keep_too, F_SETFD, 0) < 0)
		return fail("descriptors");
	return true;
}

/* A child does not outlive its master, not even one that is killed.  The wish
 * is lost when the user changes, so it comes after that. */
static bool
die_with(pid_t master, int how)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	unsetenv("NOTIFY_SOCKET");
	if (prctl(PR_SET_PDEATHSIG, how) < 0)
		return fail("pdeathsig");
	return getppid() == master;
}

/* Who is shut in says what it says into a pipe, knows nothing of the master's
 * environment, and waits for all others. */
static bool
shut_in(const struct bf_spawn *s)
{
	if (s->log < 0)
		return true;
	if (dup2(s->log, STDERR_FILENO) < 0)
		return fail("log");
	if (setpriority(PRIO_PROCESS, 0, NICE) < 0)
		return fail("priority");
	return clearenv() == 0 && setenv("PATH", "/usr/bin:/bin", 1) == 0;
}

static void
worker_exec(const struct bf_program *program, const struct bf_spawn *s,
	pid_t master)
{
	char ready[16], last[16];
	struct bf_err err = { 0 };

	snprintf(ready, sizeof(ready), "%d", s->ready);
	snprintf(last, sizeof(last), "%d", s->last);
	if (!descriptors(s->socket, s->ready, s->last) || !shut_in(s))
		_exit(EXIT_FAILURE);
	if (!bf_user_become(s->user, &err)) {
		bf_log("error", "event=spawn detail=%s",
			bf_log_value(err.text));
		_exit(BF_EXIT_CONFIG);
	}
	/* Who is shut in may be stopped just then, or deaf. */
	if (!die_with(master, s->log < 0 ? SIGTERM : SIGKILL))
		_exit(EXIT_FAILURE);
	if (s->passwords)
		execl(program->exe, "belfortd", "-c", program->config,
			"--passwords", "--ready", ready, (char *)NULL);
	else
		execl(program->exe, "belfortd", "-c", program->config,
			"--worker", s->pool, "--ready", ready, "--last", last,
			(char *)NULL);
	fail(program->exe);
	_exit(EXIT_FAILURE);
}

pid_t
bf_spawn_worker(const struct bf_program *program, const struct bf_spawn *spawn)
{
	pid_t master = getpid(), pid = fork();

	if (pid == 0)
		worker_exec(program, spawn, master);
	return pid;
}

pid_t
bf_spawn_check(const struct bf_program *program)
{
	pid_t master = getpid(), pid = fork();

	if (pid != 0)
		return pid;
	if (descriptors(-1, -1, -1) && die_with(master, SIGTERM)) {
		execl(program->exe, "belfortd", "-c", program->config,
			"--check", (char *)NULL);
		fail(program->exe);
	}
	_exit(EXIT_FAILURE);
}
