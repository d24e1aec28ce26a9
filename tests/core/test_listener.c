/* Sockets of pools: who may connect, how long they stay, what stands in the
 * way. */
#include "../tap.h"
#include "listener.h"
#include "refuse.h"
#include "scratch.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

static const struct bf_pool_settings pools[] = { { .name = "city" },
	{ .name = "guest" } };
static struct bf_settings settings = { .pools = pools, .pool_count = 2 };
static struct bf_listener *list;

static bool
get(size_t pool, struct bf_listener **out, struct bf_err *err)
{
	return bf_listener_get(
		&list, &settings, &pools[pool], (uid_t)-1, (gid_t)-1, out, err);
}

static bool
get_city(struct bf_err *err)
{
	struct bf_listener *l;

	return get(0, &l, err);
}

static const struct refusal refusals[] = {
	{ "a socket", SYS_socket, 0, AF_UNIX, EMFILE,
		"city.sock: Too many open files" },
	{ "its name", SYS_bind, WHATEVER, 0, ENOSPC,
		"city.sock: No space left on device" },
	{ "its owner", SYS_lchown, WHATEVER, 0, EPERM,
		"city.sock: Operation not permitted" },
	{ "its mode", SYS_chmod, WHATEVER, 0, EROFS,
		"city.sock: Read-only file system" },
	{ "its queue", SYS_listen, WHATEVER, 0, EADDRINUSE,
		"city.sock: Address already in use" },
};

static void
test_refusals(void)
{
	char path[300];
	size_t i;

	snprintf(path, sizeof(path), "%s/city.sock", settings.run);
	for (i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		has(refused(&refusals[i], get_city), refusals[i].says,
			refusals[i].name);
		ok(access(path, F_OK) < 0, "nothing of it is left");
	}
}

/* A connection to L, or -1. */
static int
reach(const struct bf_listener *l)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);

	memcpy(at.sun_path, l->path, sizeof(l->path));
	if (connect(fd, (struct sockaddr *)&at, sizeof(at)) == 0)
		return fd;
	close(fd);
	return -1;
}

/* Whether FD was closed at its other end. */
static bool
ended(int fd)
{
	char c;

	return read(fd, &c, 1) == 0;
}

static void
test_refuse(const struct bf_listener *l)
{
	int fds[70], i, closed = 0;

	bf_listener_refuse(l);
	for (i = 0; i < 70; i++)
		fds[i] = reach(l);
	bf_listener_refuse(l);
	for (i = 0; i < 70; i++)
		closed += ended(fds[i]);
	is_int(closed, 64, "who waits is sent away, so many at once");
	bf_listener_refuse(l);
	ok(ended(fds[69]), "then the others");
	for (i = 0; i < 70; i++)
		close(fds[i]);
}

static void
test_life(void)
{
	struct bf_listener *city, *again, *guest;
	char path[sizeof(city->path)];
	struct bf_err err = { "" };
	struct stat st;
	int fd;

	if (!ok(get(0, &city, &err) && get(1, &guest, &err), "two sockets")) {
		tap_note("error", err.text);
		return;
	}
	memcpy(path, city->path, sizeof(path));
	ok(stat(path, &st) == 0 && (st.st_mode & 0777) == 0660,
		"open to its user and group");
	ok(get(0, &again, &err) && again == city, "asked again, it is kept");
	has(refused(&refusals[3], get_city), refusals[3].says,
		"unless it can no longer be guarded");
	fd = reach(city);
	ok(fd >= 0, "it can be connected to");
	close(fd);
	test_refuse(city);
	settings.pool_count = 1;
	bf_listener_prune(&list, &settings);
	ok(list == city && city->next == NULL,
		"a pool that went takes its own");
	bf_listener_prune(&list, NULL);
	ok(list == NULL && stat(path, &st) < 0, "at the end all go");
}

int
main(void)
{
	settings.run = scratch_dir();
	test_refusals();
	test_life();
	return done();
}
