/* Opens, keeps and closes the sockets of pools. */
#include "listener.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define BACKLOG 4096
#define REFUSED_AT_ONCE 64

static void
path_make(char *path, size_t size, const struct bf_settings *settings,
	const struct bf_pool_settings *pool)
{
	snprintf(path, size, "%s/%s.sock", settings->run, pool->name);
}

/* The web server's group may connect, and the pool's user; nobody else. */
static bool
guard(const struct bf_listener *l, uid_t user, gid_t group, struct bf_err *err)
{
	if (lchown(l->path, user, group) < 0 || chmod(l->path, 0660) < 0)
		return bf_err(err, "%s: %s", l->path, strerror(errno));
	return true;
}

/* It listens last: before that it is closed to all whatever its mode. */
static bool
open_guarded(struct bf_listener *l, int backlog, uid_t user, gid_t group,
	struct bf_err *err)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	mode_t mask = umask(0177);
	bool bound;

	memcpy(address.sun_path, l->path, sizeof(l->path));
	unlink(l->path);
	l->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bound = l->fd >= 0
		&& bind(l->fd, (struct sockaddr *)&address, sizeof(address))
			== 0;
	umask(mask);
	if (!bound)
		return bf_err(err, "%s: %s", l->path, strerror(errno));
	if (!guard(l, user, group, err))
		return false;
	return listen(l->fd, backlog) == 0
		|| bf_err(err, "%s: %s", l->path, strerror(errno));
}

static void
listener_close(struct bf_listener *l)
{
	if (l->fd >= 0) {
		close(l->fd);
		unlink(l->path);
	}
	free(l);
}

bool
bf_listener_get(struct bf_listener **list, const struct bf_settings *settings,
	const struct bf_pool_settings *pool, uid_t user, gid_t group,
	struct bf_listener **out, struct bf_err *err)
{
	struct bf_listener *l = calloc(1, sizeof(*l));
	/* The kernel keeps one more waiting than it is told. */
	int backlog = pool->backlog ? pool->backlog - 1 : BACKLOG;

	if (l == NULL)
		return bf_err(err, "out of memory");
	path_make(l->path, sizeof(l->path), settings, pool);
	for (*out = *list; *out; *out = (*out)->next)
		if (strcmp((*out)->path, l->path) == 0) {
			free(l);
			/* The configuration may say another length. */
			listen((*out)->fd, backlog);
			return guard(*out, user, group, err);
		}
	if (!open_guarded(l, backlog, user, group, err)) {
		listener_close(l);
		return false;
	}
	l->next = *list;
	*list = *out = l;
	return true;
}

static bool
is_of(const struct bf_listener *l, const struct bf_settings *settings)
{
	char path[sizeof(l->path)];
	size_t i;

	for (i = 0; settings && i < settings->pool_count; i++) {
		path_make(path, sizeof(path), settings, &settings->pools[i]);
		if (strcmp(path, l->path) == 0)
			return true;
	}
	return false;
}

void
bf_listener_prune(struct bf_listener **list, const struct bf_settings *settings)
{
	struct bf_listener *l;

	while ((l = *list)) {
		if (is_of(l, settings)) {
			list = &l->next;
			continue;
		}
		*list = l->next;
		listener_close(l);
	}
}

void
bf_listener_refuse(const struct bf_listener *listener)
{
	int i, fd;

	for (i = 0; i < REFUSED_AT_ONCE; i++) {
		fd = accept(listener->fd, NULL, NULL);
		if (fd < 0)
			return;
		close(fd);
	}
}
