/* What code that is shut in still reaches, and that nothing is loaded where a
 * part of the walls cannot be had.
 *
 * Who is shut in shares its memory with this process, which waits: so it can
 * tell what it found, though it may open nothing.
 */
#include "../tap.h"
#include "arena.h"
#include "refuse.h"
#include "sandbox.h"
#include "scratch.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#define NOBODY 65534
#define STACK 262144
/* ASan takes more addresses than one that is shut in may have. */
#ifdef __SANITIZE_ADDRESS__
#define LIMITED false
#else
#define LIMITED true
#endif

/* --- what is tried from inside: its error, or 0 --------------------------- */

static struct bf_settings settings;
static const char *const plugins[] = { "guest", NULL };
static struct bf_pool_settings pool = { .name = "guest",
	.plugins = plugins,
	.user = "nobody",
	.sandbox = "yes",
	.memory = 65536 };
static pid_t parent;

static int
opened(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC, 0600);

	if (fd < 0)
		return errno;
	close(fd);
	return 0;
}

static int
own_file(void)
{
	return opened(bf_printf(settings.arena, "%s/own/file", scratch), 0);
}

static int
shared_file(void)
{
	return opened(bf_printf(settings.arena, "%s/share/file", scratch), 0);
}

static int
rule_file(void)
{
	return opened(
		bf_printf(settings.arena, "%s/rules/guest/file", scratch), 0);
}

static int
other_file(void)
{
	return opened(bf_printf(settings.arena, "%s/other/file", scratch), 0);
}

static int
other_rule(void)
{
	return opened(
		bf_printf(settings.arena, "%s/rules/budget/file", scratch), 0);
}

static int
write_own(void)
{
	return opened(
		bf_printf(settings.arena, "%s/own/file", scratch), O_WRONLY);
}

static int
library(void)
{
	return opened("/usr/lib", O_DIRECTORY);
}

static int
result(long got)
{
	return got < 0 ? errno : 0;
}

static int
local_socket(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	return fd < 0 ? errno : close(fd);
}

static int
network_socket(void)
{
	return result(socket(AF_INET, SOCK_STREAM, 0));
}

static int
process(void)
{
	return result(syscall(SYS_fork));
}

static int
signals_parent(void)
{
	return result(kill(parent, 0));
}

static int
signals_itself(void)
{
	return result(kill(getpid(), 0));
}

static int
more_descriptors(void)
{
	const struct rlimit more = { 65, 65 };

	return result(setrlimit(RLIMIT_NOFILE, &more));
}

static const struct {
	const char *name;
	int (*try)(void);
	int error; /* 0: it may */
} attempts[] = {
	{ "reads its own folder", own_file, 0 },
	{ "reads what is for all", shared_file, 0 },
	{ "reads its own rules", rule_file, 0 },
	{ "reads another folder", other_file, EACCES },
	{ "reads rules of another", other_rule, EACCES },
	{ "writes in its own folder", write_own, EACCES },
	{ "reads the libraries", library, 0 },
	{ "makes a socket of this machine", local_socket, 0 },
	{ "makes a socket of the network", network_socket, EPERM },
	{ "makes a process", process, EPERM },
	{ "signals another process", signals_parent, EPERM },
	{ "signals itself", signals_itself, 0 },
	{ "takes more descriptors", more_descriptors, EPERM },
};

#define ATTEMPTS (sizeof(attempts) / sizeof(attempts[0]))

/* --- walls that cannot be had ----------------------------------------------
 */

static const struct refusal refusals[] = {
	{ "memory", SYS_prlimit64, 1, RLIMIT_AS, EPERM,
		"sandbox: limit of memory: Operation not permitted" },
	{ "descriptors", SYS_prlimit64, 1, RLIMIT_NOFILE, EPERM,
		"sandbox: limit of descriptors: " },
	{ "files", SYS_prlimit64, 1, RLIMIT_FSIZE, EPERM,
		"sandbox: limit of files: " },
	{ "core dumps", SYS_prlimit64, 1, RLIMIT_CORE, EPERM,
		"sandbox: limit of core dumps: " },
	{ "message queues", SYS_prlimit64, 1, RLIMIT_MSGQUEUE, EPERM,
		"sandbox: limit of message queues: " },
	{ "locked memory", SYS_prlimit64, 1, RLIMIT_MEMLOCK, EPERM,
		"sandbox: limit of locked memory: " },
	{ "a kernel without Landlock", SYS_landlock_create_ruleset, 2,
		LANDLOCK_CREATE_RULESET_VERSION, ENOSYS,
		"sandbox: this kernel has no Landlock: boot with" },
	{ "rules for files", SYS_landlock_create_ruleset, 2, 0, EMFILE,
		"sandbox: Landlock: Too many open files" },
	{ "one rule", SYS_landlock_add_rule, 3, 0, ENOMEM,
		"sandbox: /lib: Cannot allocate memory" },
	{ "their start", SYS_landlock_restrict_self, 1, 0, E2BIG,
		"sandbox: Landlock: Argument list too long" },
	{ "calls", SYS_seccomp, 0, 1, EPERM, "sandbox: seccomp: " },
	{ "no new rights", SYS_prctl, 0, PR_SET_NO_NEW_PRIVS, EPERM,
		"sandbox: Operation not permitted" },
	{ "memory that nobody reads", SYS_prctl, 0, PR_SET_DUMPABLE, EPERM,
		"sandbox: Operation not permitted" },
};

#define REFUSALS (sizeof(refusals) / sizeof(refusals[0]))

/* --- inside -----------------------------------------------------------------
 */

static struct found {
	bool began, entered;
	char text[sizeof(((struct bf_err *)0)->text)];
	int errors[ATTEMPTS];
} * found;

/* This thread alone, which is a process of its own. */
static bool
become_nobody(void)
{
	return geteuid() != 0
		|| (syscall(SYS_setgroups, 0, NULL) == 0
			&& syscall(SYS_setresgid, NOBODY, NOBODY, NOBODY) == 0
			&& syscall(SYS_setresuid, NOBODY, NOBODY, NOBODY) == 0);
}

static int
inside(void *refused)
{
	struct bf_err err = { "" };
	size_t i;

	found->began = become_nobody() && (!refused || refuse(refused));
	if (!found->began)
		return 0;
	found->entered = bf_sandbox_enter(&settings, &pool, &err);
	memcpy(found->text, err.text, sizeof(err.text));
	for (i = 0; i < ATTEMPTS && found->entered; i++)
		found->errors[i] = attempts[i].try();
	return 0;
}

static void
shut_in(const struct refusal *refused)
{
	static char stack[STACK] __attribute__((aligned(16)));
	pid_t pid;

	memset(found, 0, sizeof(*found));
	pid = clone(inside, stack + STACK, CLONE_VM | CLONE_VFORK | SIGCHLD,
		(void *)(uintptr_t)refused);
	if (pid < 0 || waitpid(pid, NULL, 0) < 0)
		exit(99);
}

static void
test_attempts(void)
{
	size_t i;

	shut_in(NULL);
	if (!ok(found->entered, "it is shut in"))
		tap_note("error", found->text);
	for (i = 0; i < ATTEMPTS && found->entered; i++)
		if (!ok(found->errors[i] == attempts[i].error, "it %s: %s",
			    attempts[i].name, attempts[i].error ? "no" : "yes"))
			tap_note("error", strerror(found->errors[i]));
}

static void
test_refusals(void)
{
	size_t i;

	for (i = 0; i < REFUSALS; i++) {
		shut_in(&refusals[i]);
		ok(found->began && !found->entered, "not to be had: %s",
			refusals[i].name);
		has(found->text, refusals[i].says, "and it says so");
	}
}

/* In the open, or as root, nothing is shut. */
static void
test_open(void)
{
	struct bf_pool_settings open_pool = pool;
	struct bf_err err = { "" };

	open_pool.sandbox = "no";
	ok(bf_sandbox_enter(&settings, &open_pool, &err) && other_file() == 0,
		"a pool of the city is not shut in");
	if (geteuid() != 0)
		return;
	ok(!bf_sandbox_enter(&settings, &pool, &err), "root is not either");
	has(err.text, "needs a Unix user of its own: start belfortd as root",
		"and it says why");
}

int
main(void)
{
	static const char *const files[] = { "own/file", "share/file",
		"other/file", "rules/guest/file", "rules/budget/file" };
	size_t i;

	parent = getpid();
	settings.arena = bf_arena_new();
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		scratch_put(files[i], "x", 1);
	if (chmod(scratch, 0755) < 0)
		return 99;
	settings.share = bf_printf(settings.arena, "%s/share", scratch);
	settings.rules = bf_printf(settings.arena, "%s/rules", scratch);
	pool.folder = bf_printf(settings.arena, "%s/own", scratch);
	found = mmap(NULL, sizeof(*found), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (found == MAP_FAILED)
		return 99;
	test_open();
	if (LIMITED) {
		pool.jobs = true;
		test_attempts();
		pool.jobs = false;
		test_refusals();
	}
	bf_arena_free(settings.arena);
	return done();
}
