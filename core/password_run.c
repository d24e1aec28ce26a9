/* Computes passwords, one after the other, when the machine has nothing else
 * to do.
 */
#include "crypt.h"
#include "log.h"
#include "password.h"
#include "user.h"
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define REST 5         /* times as long as it had to wait */
#define REST_MOST 2000 /* milliseconds */

bool
bf_password_compute(struct bf_password_job *job)
{
	struct bf_phc *phc = &job->phc;
	const struct bf_argon argon = {
		.memory = phc->memory,
		.passes = phc->passes,
		.lanes = phc->lanes,
		.password = { job->text, job->len },
		.salt = { (const char *)phc->salt, phc->salt_len },
	};
	bool good = bf_argon2id(&argon, phc->tag, phc->tag_len);

	explicit_bzero(job->text, sizeof(job->text));
	return good;
}

/* A worker that came and gave up, or says what no worker would, gets nothing.
 */
static void
serve(int fd)
{
	const struct timeval patience = { .tv_sec = 10 };
	struct bf_password_job job;

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	if (recv(fd, &job, sizeof(job), MSG_WAITALL) != (ssize_t)sizeof(job)
		|| job.len > sizeof(job.text)
		|| job.phc.salt_len > sizeof(job.phc.salt)
		|| job.phc.tag_len > sizeof(job.phc.tag)
		|| !bf_password_compute(&job))
		return;
	if (send(fd, job.phc.tag, job.phc.tag_len, MSG_NOSIGNAL) < 0)
		bf_log("warn", "event=password detail=%s",
			bf_log_value(strerror(errno)));
}

static int
milliseconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (int)(t.tv_sec % 1000000 * 1000 + t.tv_nsec / 1000000);
}

/* Even who only takes what nobody else wants gets in the way: memory and caches
 * are shared.  So the longer a password had to wait for the processor, the
 * longer the next one leaves it alone; a machine with nothing else to do knows
 * no rest. */
static void
rest(int stop, int took, int used)
{
	struct pollfd signal = { .fd = stop, .events = POLLIN };
	int pause = REST * (took - used);

	if (pause > 0)
		poll(&signal, 1, pause < REST_MOST ? pause : REST_MOST);
}

static void
serve_next(int stop)
{
	int began = milliseconds(CLOCK_MONOTONIC);
	int used = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
	int fd = accept4(STDIN_FILENO, NULL, NULL, SOCK_CLOEXEC);

	if (fd < 0)
		return;
	serve(fd);
	close(fd);
	rest(stop, milliseconds(CLOCK_MONOTONIC) - began,
		milliseconds(CLOCK_PROCESS_CPUTIME_ID) - used);
}

/* It runs in what nobody else wants of the processors, and leaves no memory
 * behind in a file. */
static bool
humble(struct bf_err *err)
{
	const struct sched_param none = { 0 };
	const struct rlimit nothing = { 0 };

	return (sched_setscheduler(0, SCHED_IDLE, &none) == 0
		       && setrlimit(RLIMIT_CORE, &nothing) == 0)
		|| bf_err(err, "idle priority: %s", strerror(errno));
}

int
bf_password_run(struct bf_worker_fds fds)
{
	struct bf_err err = { 0 };
	int stop = bf_worker_stop();

	bf_log_name(BF_PASSWORD_POOL);
	bf_crypt_start();
	if (bf_user_root() || !humble(&err)) {
		bf_log("error", "event=start detail=%s",
			bf_log_value(err.text[0] ? err.text : "root"));
		return BF_EXIT_CONFIG;
	}
	bf_worker_ready(fds.ready);
	while (bf_worker_wait(stop))
		serve_next(stop);
	return EXIT_SUCCESS;
}
