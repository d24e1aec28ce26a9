/* What jobs leave to a process beside theirs. */
#include "../tap.h"
#include "arena.h"
#include "db.h"
#include "req.h"
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int said[2], told[2];

/* Says who it is, and waits to be told to end. */
static bool
wait_here(struct bf_req *req)
{
	pid_t pid = getpid();
	char c;

	(void)req;
	return write(said[1], &pid, sizeof(pid)) == sizeof(pid)
		&& read(told[0], &c, 1) == 1;
}

static bool
fails(struct bf_req *req)
{
	(void)wait_here(req);
	return bf_fail(req, &BF_UNAVAILABLE, "nobody there");
}

/* Who spoke; 0: nobody does. */
static pid_t
who(void)
{
	struct pollfd fd = { said[0], POLLIN, 0 };
	pid_t pid = 0;

	if (poll(&fd, 1, 0) != 1)
		return 0;
	return read(said[0], &pid, sizeof(pid)) == sizeof(pid) ? pid : 0;
}

static pid_t
who_speaks(void)
{
	pid_t pid = 0;

	return read(said[0], &pid, sizeof(pid)) == sizeof(pid) ? pid : 0;
}

static int
children(void)
{
	char path[64];
	int count = 0;
	long pid;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/self/task/%d/children", getpid());
	file = fopen(path, "r");
	while (file && fscanf(file, "%ld", &pid) == 1)
		count++;
	if (file)
		fclose(file);
	return count;
}

/* Until PID has ended, which is left to be waited for. */
static void
ended(pid_t pid)
{
	siginfo_t info;

	waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT);
}

static void
one_at_a_time(struct bf_req *req)
{
	pid_t one, two;

	ok(bf_run_beside(req, wait_here), "it is begun");
	one = who_speaks();
	ok(one > 0 && one != getpid(), "in another process");
	ok(bf_run_beside(req, wait_here), "while it runs, all is well");
	ok(bf_run_beside(req, fails), "another one runs too");
	two = who_speaks();
	ok(two > 0 && two != one, "in a process of its own");
	is_int(children(), 2, "and the first was not begun twice");
	ok(write(told[1], "..", 2) == 2, "both are to end");
	ended(one);
	ended(two);
	ok(req->fault.kind == NULL, "what fails there is no fault here");
	ok(bf_run_beside(req, wait_here), "after its end it is begun again");
	two = who_speaks();
	ok(two != one && write(told[1], ".", 1) == 1, "anew");
	ended(two);
}

/* A process that leaves work beside it, and is killed. */
static void
orphan(struct bf_req *req)
{
	pid_t parent, child;
	struct pollfd gone;
	int life[2];

	if (pipe(life) != 0)
		exit(99);
	parent = fork();
	if (parent == 0) {
		(void)!bf_run_beside(req, wait_here);
		pause();
	}
	child = who_speaks();
	ok(child > 0, "it runs beside another");
	close(life[1]);
	kill(parent, SIGKILL);
	waitpid(parent, NULL, 0);
	gone = (struct pollfd){ life[0], 0, 0 };
	ok(poll(&gone, 1, 10000) == 1, "and ends when that one is killed");
}

static void
shut_in(struct bf_req *req, struct bf_pool_settings *pool)
{
	pool->sandbox = "yes";
	ok(write(told[1], ".", 1) == 1 && bf_run_beside(req, wait_here),
		"who is shut in");
	is_int(who(), getpid(), "does it itself");
}

int
main(void)
{
	struct bf_settings settings = { .conninfo = "host=/nowhere" };
	struct bf_pool_settings pool = { .role = "nobody", .sandbox = "no" };
	struct bf_plugin plugin = { .name = "test" };
	struct bf_feature feature = { .plugin = &plugin };
	struct bf_host host = { .settings = &settings, .pool = &pool };
	struct bf_req req = { .host = &host, .feature = &feature };

	if (pipe(said) != 0 || pipe(told) != 0)
		return 99;
	host.arena = req.arena = bf_arena_new();
	host.db = bf_db_new(host.arena, settings.conninfo, pool.role);
	one_at_a_time(&req);
	orphan(&req);
	shut_in(&req, &pool);
	bf_arena_free(req.arena);
	return done();
}
