/* What jobs leave to a process beside theirs, because it waits for others. */
#include "db_conn.h"
#include "log.h"
#include "req.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define BESIDE_MOST 16

/* What runs, by its function: one process for each. */
static struct {
	bf_handler *run;
	pid_t pid;
} rows[BESIDE_MOST];

static pid_t *
row_of(bf_handler *run)
{
	size_t i;

	for (i = 0; i < BESIDE_MOST && rows[i].run; i++)
		if (rows[i].run == run)
			return &rows[i].pid;
	if (i == BESIDE_MOST)
		return NULL;
	rows[i].run = run;
	return &rows[i].pid;
}

/* Whether the process of before is still there. */
static bool
busy(pid_t *pid)
{
	if (*pid <= 0 || waitpid(*pid, NULL, WNOHANG) == 0)
		return *pid > 0;
	*pid = 0;
	return false;
}

/* The connection is the parent's: here it is neither used nor ended. */
static void
database_own(struct bf_host *host)
{
	int fd = host->db->conn ? PQsocket(host->db->conn) : -1;

	if (fd >= 0)
		close(fd);
	host->db = bf_db_new(
		host->arena, host->settings->conninfo, host->pool->role);
}

static _Noreturn void
child(struct bf_req *req, bf_handler *run, pid_t parent)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || getppid() != parent)
		_exit(EXIT_FAILURE);
	database_own(req->host);
	if (!run(req))
		bf_log("error", "event=job_failed job=%s.beside detail=%s",
			req->feature->plugin->name,
			bf_log_value(req->fault.detail ? req->fault.detail
						       : "in silence"));
	bf_db_close(req->host->db);
	_exit(EXIT_SUCCESS);
}

bool
bf_run_beside(struct bf_req *req, bf_handler *run)
{
	pid_t parent = getpid(), *pid = row_of(run);

	if (bf_pool_shut_in(req->host->pool))
		return run(req);
	if (pid == NULL)
		return bf_fail(req, &BF_INTERNAL,
			"more than %d runs beside the jobs", BESIDE_MOST);
	if (busy(pid))
		return true;
	*pid = fork();
	if (*pid == 0)
		child(req, run, parent);
	return *pid > 0
		|| bf_fail(req, &BF_INTERNAL, "fork: %s", strerror(errno));
}
