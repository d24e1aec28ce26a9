/* Sends state to systemd: a datagram, so no library is needed for it. */
#include "notify.h"
#include "log.h"
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

void
bf_notify(const char *state)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t len = path ? strlen(path) : 0;
	int fd;

	if (len == 0 || len >= sizeof(to.sun_path))
		return;
	memcpy(to.sun_path, path, len);
	if (*path == '@')
		to.sun_path[0] = '\0'; /* the abstract namespace */
	len += offsetof(struct sockaddr_un, sun_path);
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0
		|| sendto(fd, state, strlen(state), MSG_NOSIGNAL,
			   (struct sockaddr *)&to, (socklen_t)len)
			< 0)
		bf_log("warn", "event=notify detail=%s",
			bf_log_value(strerror(errno)));
	if (fd >= 0)
		close(fd);
}
