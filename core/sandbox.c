/* Shuts a worker in before it loads code that the city did not write. */
#include "sandbox.h"
#include "arena.h"
#include "user.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DESCRIPTORS 64
#define MEGABYTE 1048576UL

/* --- limits --------------------------------------------------------------- */

static bool
limit(int what, rlim_t most, const char *name, struct bf_err *err)
{
	const struct rlimit value = { most, most };

	return setrlimit(what, &value) == 0
		|| bf_err(
			err, "sandbox: limit of %s: %s", name, strerror(errno));
}

static bool
limits(const struct bf_pool_settings *pool, struct bf_err *err)
{
	return limit(RLIMIT_AS, (rlim_t)pool->memory * MEGABYTE, "memory", err)
		&& limit(RLIMIT_NOFILE, DESCRIPTORS, "descriptors", err)
		&& limit(RLIMIT_FSIZE, MEGABYTE, "files", err)
		&& limit(RLIMIT_CORE, 0, "core dumps", err)
		&& limit(RLIMIT_MSGQUEUE, 0, "message queues", err)
		&& limit(RLIMIT_MEMLOCK, 0, "locked memory", err);
}

/* --- files ---------------------------------------------------------------- */

/* What the kernel here knows, of what was added after version 1. */
#define REFER (1ULL << 13)     /* 2: renaming to another folder */
#define TRUNCATE (1ULL << 14)  /* 3 */
#define IOCTL_DEV (1ULL << 15) /* 5 */
#define FILES_FIRST ((1ULL << 13) - 1)
#define NET_ALL 3ULL    /* 4: TCP bind and connect */
#define SCOPED_ALL 3ULL /* 6: abstract sockets, signals */

#define READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define RUN (READ | LANDLOCK_ACCESS_FS_EXECUTE)

/* linux/landlock.h as of version 6; Debian 12 has that of version 2. */
struct ruleset {
	uint64_t files, net, scoped;
};

static long
landlock_version(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0,
		LANDLOCK_CREATE_RULESET_VERSION);
}

static struct ruleset
ruleset_for(long version, size_t *size)
{
	struct ruleset r = { .files = FILES_FIRST };

	*size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
	if (version >= 2)
		r.files |= REFER;
	if (version >= 3)
		r.files |= TRUNCATE;
	if (version >= 5)
		r.files |= IOCTL_DEV;
	r.net = version >= 4 ? NET_ALL : 0;
	r.scoped = version >= 6 ? SCOPED_ALL : 0;
	return r;
}

/* A path that is not there needs no rule. */
static bool
allow(int rules, const char *path, uint64_t access, struct bf_err *err)
{
	struct landlock_path_beneath_attr rule = { .allowed_access = access };
	int fd = open(path, O_PATH | O_CLOEXEC);
	bool good;

	if (fd < 0)
		return true;
	rule.parent_fd = fd;
	good = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
		       &rule, 0)
		== 0;
	close(fd);
	return good || bf_err(err, "sandbox: %s: %s", path, strerror(errno));
}

#define FILE_READ LANDLOCK_ACCESS_FS_READ_FILE

static bool
allow_all(int rules, const struct bf_settings *s,
	const struct bf_pool_settings *pool, struct bf_err *err)
{
	const struct {
		const char *path;
		uint64_t access;
	} list[] = {
		{ "/lib", RUN },
		{ "/lib64", RUN },
		{ "/usr/lib", RUN },
		{ "/etc/ld.so.cache", FILE_READ },
		{ "/usr/share/zoneinfo", READ },
		{ "/dev/null", FILE_READ | LANDLOCK_ACCESS_FS_WRITE_FILE },
		{ "/dev/urandom", FILE_READ },
		{ s->share, READ },
		{ bf_pool_modules(s, pool), RUN },
		{ bf_pool_share(s, pool), READ },
	};
	const char *const *plugin = pool->plugins;
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (!allow(rules, list[i].path, list[i].access, err))
			return false;
	for (; pool->jobs && *plugin; plugin++)
		if (!allow(rules,
			    bf_printf(s->arena, "%s/%s", s->rules, *plugin),
			    READ, err))
			return false;
	return true;
}

static bool
files(const struct bf_settings *s, const struct bf_pool_settings *pool,
	struct bf_err *err)
{
	long version = landlock_version();
	struct ruleset r;
	size_t size;
	int rules;
	bool good;

	if (version < 1)
		return bf_err(err,
			"sandbox: this kernel has no Landlock: boot with "
			"lsm=landlock,... (Debian's own kernel has it)");
	r = ruleset_for(version, &size);
	rules = (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
	if (rules < 0)
		return bf_err(err, "sandbox: Landlock: %s", strerror(errno));
	good = allow_all(rules, s, pool, err);
	if (good && syscall(SYS_landlock_restrict_self, rules, 0) < 0)
		good = bf_err(err, "sandbox: Landlock: %s", strerror(errno));
	close(rules);
	return good;
}

/* --- system calls --------------------------------------------------------- */

/* What a worker does: read and write what is open, open and map files, wait,
 * speak to sockets, know the time.  Nothing that makes or steers a process. */
static const int calls[] = {
	SCMP_SYS(read),
	SCMP_SYS(write),
	SCMP_SYS(readv),
	SCMP_SYS(writev),
	SCMP_SYS(pread64),
	SCMP_SYS(pwrite64),
	SCMP_SYS(lseek),
	SCMP_SYS(close),
	SCMP_SYS(dup),
	SCMP_SYS(dup2),
	SCMP_SYS(dup3),
	SCMP_SYS(open),
	SCMP_SYS(openat),
	SCMP_SYS(stat),
	SCMP_SYS(fstat),
	SCMP_SYS(lstat),
	SCMP_SYS(newfstatat),
	SCMP_SYS(statx),
	SCMP_SYS(access),
	SCMP_SYS(faccessat),
	SCMP_SYS(faccessat2),
	SCMP_SYS(readlink),
	SCMP_SYS(readlinkat),
	SCMP_SYS(getdents64),
	SCMP_SYS(getcwd),
	SCMP_SYS(fcntl),
	SCMP_SYS(ftruncate),
	SCMP_SYS(mmap),
	SCMP_SYS(mprotect),
	SCMP_SYS(munmap),
	SCMP_SYS(mremap),
	SCMP_SYS(madvise),
	SCMP_SYS(brk),
	SCMP_SYS(poll),
	SCMP_SYS(ppoll),
	SCMP_SYS(select),
	SCMP_SYS(pselect6),
	SCMP_SYS(epoll_create1),
	SCMP_SYS(epoll_ctl),
	SCMP_SYS(epoll_wait),
	SCMP_SYS(epoll_pwait),
	SCMP_SYS(signalfd4),
	SCMP_SYS(inotify_init1),
	SCMP_SYS(inotify_add_watch),
	SCMP_SYS(inotify_rm_watch),

	SCMP_SYS(accept),
	SCMP_SYS(accept4),
	SCMP_SYS(connect),
	SCMP_SYS(sendto),
	SCMP_SYS(recvfrom),
	SCMP_SYS(sendmsg),
	SCMP_SYS(recvmsg),
	SCMP_SYS(shutdown),
	SCMP_SYS(getsockname),
	SCMP_SYS(getpeername),
	SCMP_SYS(setsockopt),
	SCMP_SYS(getsockopt),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(clock_nanosleep),
	SCMP_SYS(nanosleep),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(time),
	SCMP_SYS(alarm),
	SCMP_SYS(setitimer),
	SCMP_SYS(getrandom),
	SCMP_SYS(rt_sigaction),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(sigaltstack),
	SCMP_SYS(futex),
	SCMP_SYS(set_robust_list),
	SCMP_SYS(rseq),
	SCMP_SYS(getpid),
	SCMP_SYS(getppid),
	SCMP_SYS(gettid),
	SCMP_SYS(getuid),
	SCMP_SYS(geteuid),
	SCMP_SYS(getgid),
	SCMP_SYS(getegid),
	SCMP_SYS(uname),
	SCMP_SYS(sysinfo),
	SCMP_SYS(sched_yield),
	SCMP_SYS(sched_getaffinity),
	SCMP_SYS(getrusage),
	SCMP_SYS(times),

	SCMP_SYS(restart_syscall),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
};

/* Of these, one kind: sockets of this machine, a fault of one's own. */
static bool
calls_partly(scmp_filter_ctx filter)
{
	const scmp_datum_t self = (scmp_datum_t)getpid();

	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1,
		       SCMP_A0(SCMP_CMP_EQ, AF_UNIX))
		== 0
		&& seccomp_rule_add(filter, SCMP_ACT_ALLOW,
			   SCMP_SYS(socketpair), 1,
			   SCMP_A0(SCMP_CMP_EQ, AF_UNIX))
		== 0
		&& seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
			   SCMP_A0(SCMP_CMP_EQ, self))
		== 0
		&& seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), 1,
			   SCMP_A0(SCMP_CMP_EQ, self))
		== 0
		&& seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64),
			   1, SCMP_A0(SCMP_CMP_EQ, 0))
		== 0
		&& seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
			   SCMP_A1(SCMP_CMP_EQ, 0x541B /* FIONREAD */))
		== 0;
}

static bool
calls_allow(scmp_filter_ctx filter)
{
	size_t i;

	for (i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0) < 0)
			return false;
	return calls_partly(filter);
}

static bool
system_calls(struct bf_err *err)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int failed = -ENOMEM;

	if (filter && calls_allow(filter))
		failed = seccomp_load(filter);
	seccomp_release(filter);
	return failed == 0
		|| bf_err(err, "sandbox: seccomp: %s", strerror(-failed));
}

bool
bf_sandbox_enter(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_err *err)
{
	if (!bf_pool_shut_in(pool))
		return true;
	if (bf_user_root())
		return bf_err(err,
			"a pool with sandbox = yes needs a Unix user of its "
			"own: start belfortd as root, which then becomes %s",
			pool->user);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0
		|| prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0)
		return bf_err(err, "sandbox: %s", strerror(errno));
	return limits(pool, err) && files(settings, pool, err)
		&& system_calls(err);
}
