/* Pools: their sockets, and workers started in them. */
#include "pool.h"
#include "log.h"
#include "metrics.h"
#include "worker.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define BACKLOG 4096
#define READY_FD 3

bool
bf_become(const char *user, struct bf_err *err)
{
	struct passwd *pw;

	if (geteuid() != 0 || user == NULL)
		return true;
	pw = getpwnam(user);
	if (pw == NULL)
		return bf_err(err,
			"there is no Unix user %s: make it with adduser "
			"--system",
			user);
	if (initgroups(user, pw->pw_gid) < 0 || setgid(pw->pw_gid) < 0
		|| setuid(pw->pw_uid) < 0)
		return bf_err(
			err, "cannot become %s: %s", user, strerror(errno));
	return true;
}

static bool
socket_bind(int fd, const char *path, struct bf_err *err)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	if (strlen(path) >= sizeof(address.sun_path))
		return bf_err(err, "%s: a socket's path has at most %zu bytes",
			path, sizeof(address.sun_path) - 1);
	memcpy(address.sun_path, path, strlen(path));
	unlink(path);
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0
		|| listen(fd, BACKLOG) < 0)
		return bf_err(err, "%s: %s", path, strerror(errno));
	return true;
}

/* The web server's group may connect, and the pool's user; nobody else. */
static bool
socket_guard(const char *path, const char *user, const char *group,
	struct bf_err *err)
{
	struct passwd *pw = user ? getpwnam(user) : NULL;
	struct group *gr = group ? getgrnam(group) : NULL;

	if (chmod(path, 0660) < 0)
		return bf_err(err, "%s: %s", path, strerror(errno));
	if (geteuid() != 0)
		return true;
	if (user && pw == NULL)
		return bf_err(err, "there is no Unix user %s", user);
	if (group && gr == NULL)
		return bf_err(err, "there is no Unix group %s", group);
	if (chown(path, pw ? pw->pw_uid : 0, gr ? gr->gr_gid : 0) < 0)
		return bf_err(err, "%s: %s", path, strerror(errno));
	return true;
}

static void
socket_path(const struct bf_settings *settings, const char *name, char *out,
	size_t size)
{
	snprintf(out, size, "%s/%s.sock", settings->run, name);
}

/* The metrics file is made here and given to the pool's user. */
static bool
metrics_open(const struct bf_settings *settings, struct bf_pool *pool,
	const char *user, struct bf_err *err)
{
	struct passwd *pw = user ? getpwnam(user) : NULL;
	char file[512];

	pool->metrics = bf_metrics_open(settings->run, pool->name, err);
	if (pool->metrics == NULL)
		return false;
	snprintf(
		file, sizeof(file), "%s/%s.metrics", settings->run, pool->name);
	if (geteuid() == 0 && pw && chown(file, pw->pw_uid, pw->pw_gid) < 0)
		return bf_err(err, "%s: %s", file, strerror(errno));
	return true;
}

static bool
pool_listen(const struct bf_settings *settings,
	const struct bf_pool_settings *conf, struct bf_pool *pool,
	struct bf_err *err)
{
	char path[512];

	socket_path(settings, conf->name, path, sizeof(path));
	pool->socket = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (pool->socket < 0)
		return bf_err(err, "socket: %s", strerror(errno));
	return socket_bind(pool->socket, path, err)
		&& socket_guard(path, conf->user, settings->listen_group, err)
		&& metrics_open(settings, pool, conf->user, err);
}

struct bf_pool *
bf_pool_open(const struct bf_settings *settings,
	const struct bf_pool_settings *conf, struct bf_err *err)
{
	struct bf_pool *pool = calloc(1, sizeof(*pool));

	if (pool == NULL || (pool->name = strdup(conf->name)) == NULL)
		abort();
	if (pool_listen(settings, conf, pool, err))
		return pool;
	bf_pool_close(settings, pool);
	return NULL;
}

void
bf_pool_close(const struct bf_settings *settings, struct bf_pool *pool)
{
	char path[512];

	socket_path(settings, pool->name, path, sizeof(path));
	if (pool->socket >= 0)
		close(pool->socket);
	unlink(path);
	free((char *)pool->name);
	free(pool);
}

/* In the child: the socket is descriptor 0, the readiness pipe 3. */
static void
child_run(const struct bf_settings *settings, const struct bf_pool *pool,
	const struct bf_pool_settings *conf, int ready)
{
	struct bf_err err = { 0 };
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (dup2(pool->socket, STDIN_FILENO) < 0
		|| (ready == READY_FD ? fcntl(ready, F_SETFD, 0)
				      : dup2(ready, READY_FD))
			< 0)
		_exit(EXIT_FAILURE);
	if (!bf_become(conf->user, &err)) {
		bf_log("error", "error=user detail=%s", bf_log_value(err.text));
		_exit(BF_EXIT_CONFIG);
	}
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	/* One silent connection must not hold a worker (libfcgi waits 2 s). */
	setenv("LIBFCGI_IS_AF_UNIX_KEEPER_POLL_TIMEOUT", "100", 1);
	setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "100", 1);
	execl(BF_SBINDIR "/belfortd", "belfortd", "-c", settings->file,
		"--worker", conf->name, (char *)NULL);
	_exit(EXIT_FAILURE);
}

bool
bf_pool_spawn(const struct bf_settings *settings, struct bf_pool *pool,
	struct bf_slot *slot, struct bf_err *err)
{
	const struct bf_pool_settings *conf = bf_settings_pool(
		settings, pool->name);
	int ready[2];

	if (pipe2(ready, O_CLOEXEC | O_NONBLOCK) < 0)
		return bf_err(err, "pipe: %s", strerror(errno));
	slot->pid = fork();
	if (slot->pid == 0)
		child_run(settings, pool, conf, ready[1]);
	close(ready[1]);
	if (slot->pid < 0) {
		close(ready[0]);
		slot->pid = 0;
		return bf_err(err, "fork: %s", strerror(errno));
	}
	slot->ready = ready[0];
	return true;
}
