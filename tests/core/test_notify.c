/* What is told to systemd, and that it may be absent. */
#include "../tap.h"
#include "notify.h"
#include "refuse.h"
#include "scratch.h"
#include <errno.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

/* A socket of datagrams at PATH, where @ is the abstract namespace. */
static int
listener(const char *path)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	size_t len = strlen(path);
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);

	memcpy(at.sun_path, path, len);
	if (*path == '@')
		at.sun_path[0] = '\0';
	len += offsetof(struct sockaddr_un, sun_path);
	if (fd < 0 || bind(fd, (struct sockaddr *)&at, (socklen_t)len) < 0)
		exit(99);
	return fd;
}

/* What comes to FD when STATE is told to PATH; NULL: nothing. */
static const char *
told(int fd, const char *path, const char *state)
{
	static char got[100];
	ssize_t n;

	setenv("NOTIFY_SOCKET", path, 1);
	bf_notify(state);
	n = recv(fd, got, sizeof(got) - 1, 0);
	got[n < 0 ? 0 : n] = '\0';
	return n < 0 ? NULL : got;
}

static bool
notify(struct bf_err *err)
{
	(void)err;
	bf_notify("READY=1");
	return true;
}

int
main(void)
{
	static const struct refusal no_socket = { "a socket", SYS_socket, 0,
		AF_UNIX, EMFILE, "good" };
	char path[300], abstract[100], longest[200];
	int fd, hidden;

	snprintf(path, sizeof(path), "%s/notify", scratch_dir());
	snprintf(abstract, sizeof(abstract), "@belfort-test-%d", (int)getpid());
	memset(longest, 'x', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	fd = listener(path);
	hidden = listener(abstract);
	is(told(fd, path, "READY=1"), "READY=1", "a state is told");
	is(told(hidden, abstract, "STOPPING=1"), "STOPPING=1",
		"also to a socket without a file");
	is(told(fd, "", "READY=1"), NULL, "to nobody where nobody listens");
	is(told(fd, longest, "READY=1"), NULL, "nor where no socket can be");
	close(fd);
	is(told(hidden, path, "READY=1"), NULL, "a listener that left");
	is(refused(&no_socket, notify), "good", "no socket to be had");
	unsetenv("NOTIFY_SOCKET");
	bf_notify("READY=1");
	ok(recv(hidden, path, sizeof(path), 0) < 0, "without systemd nothing");
	close(hidden);
	return done();
}
