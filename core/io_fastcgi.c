/* How requests come in from the web server; the only file that knows libfcgi.
 *
 * Connections are accepted here, not by the library, so that none of them
 * blocks for ever and none is inherited by a child.
 */
#include "io.h"
#include "log.h"
#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

/* A web server sends a request at once and takes the answer at once; what is
 * slower than this is no web server. */
#define RECEIVE_SECONDS 5
#define SEND_SECONDS 30
/* How long the other side may take to close after the answer. */
#define CLOSE_MILLISECONDS "100"

/* A request that waits for something slow lets others be served meanwhile, and
 * one of those may wait too. */
#define AT_ONCE 8

struct fastcgi {
	struct bf_io io;
	FCGX_Request request;
	bool taken;
};

static struct fastcgi places[AT_ONCE];

static const char *
fastcgi_var(struct bf_io *io, const char *name)
{
	return FCGX_GetParam(name, ((struct fastcgi *)io)->request.envp);
}

static char **
fastcgi_vars(struct bf_io *io)
{
	return ((struct fastcgi *)io)->request.envp;
}

static int
length(size_t len)
{
	return len > INT_MAX ? INT_MAX : (int)len;
}

static long
fastcgi_read(struct bf_io *io, char *data, size_t size)
{
	FCGX_Stream *in = ((struct fastcgi *)io)->request.in;
	int n = FCGX_GetStr(data, length(size), in);

	return n == 0 && FCGX_GetError(in) != 0 ? -1 : n;
}

static bool
fastcgi_write(struct bf_io *io, const char *data, size_t len)
{
	FCGX_Stream *out = ((struct fastcgi *)io)->request.out;
	int n;

	for (; len > 0; data += n, len -= (size_t)n) {
		n = FCGX_PutStr(data, length(len), out);
		if (n <= 0 || FCGX_GetError(out) != 0)
			return false;
	}
	return true;
}

/* libfcgi puts handlers of its own on signals; one is taken back here, SIGTERM
 * is blocked and read by the worker. */
bool
bf_io_fastcgi_start(struct bf_err *err)
{
	static const struct bf_io_ops ops = { fastcgi_var, fastcgi_vars,
		fastcgi_read, fastcgi_write };
	int flags = fcntl(STDIN_FILENO, F_GETFL), listens = 0, i;
	socklen_t size = sizeof(listens);

	if (getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size)
			< 0
		|| !listens
		|| fcntl(STDIN_FILENO, F_SETFL, flags | O_NONBLOCK) < 0)
		return bf_err(err,
			"descriptor 0 is no socket that listens: a worker is "
			"started by the master, spawn-fcgi or systemd");
	setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", CLOSE_MILLISECONDS, 1);
	if (FCGX_Init() != 0)
		return bf_err(err, "libfcgi does not start");
	signal(SIGPIPE, SIG_IGN);
	for (i = 0; i < AT_ONCE; i++) {
		places[i].io.ops = &ops;
		/* -1: after a broken connection it must not accept one by
		 * itself. */
		FCGX_InitRequest(
			&places[i].request, -1, FCGI_FAIL_ACCEPT_ON_INTR);
	}
	return true;
}

/* Not every failure is one of this worker: another one was faster, or the
 * other side left.  Without descriptors or memory a worker is of no use. */
static void
accept_failed(void)
{
	if (errno == EAGAIN || errno == EINTR || errno == ECONNABORTED)
		return;
	bf_log("error", "error=accept detail=%s",
		bf_log_value(strerror(errno)));
	exit(EXIT_FAILURE);
}

static int
connection(void)
{
	const struct timeval receive = { .tv_sec = RECEIVE_SECONDS };
	const struct timeval send = { .tv_sec = SEND_SECONDS };
	int fd = accept4(STDIN_FILENO, NULL, NULL, SOCK_CLOEXEC);

	if (fd < 0) {
		accept_failed();
		return -1;
	}
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &receive, sizeof(receive));
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &send, sizeof(send));
	return fd;
}

static struct fastcgi *
place_free(void)
{
	struct fastcgi *f = places;

	while (f < places + AT_ONCE && f->taken)
		f++;
	return f < places + AT_ONCE ? f : NULL;
}

bool
bf_io_fastcgi_room(void)
{
	return place_free() != NULL;
}

struct bf_io *
bf_io_fastcgi_accept(void)
{
	struct fastcgi *f = place_free();

	if (f == NULL)
		return NULL;
	f->request.ipcFd = connection();
	if (f->request.ipcFd < 0)
		return NULL;
	/* "Keep": else it would begin by closing what it takes for the
	 * connection of the request before. */
	f->request.keepConnection = 1;
	f->taken = FCGX_Accept_r(&f->request) == 0;
	return f->taken ? &f->io : NULL;
}

/* Without the record that ends an answer the web server knows it broken. */
void
bf_io_fastcgi_finish(struct bf_io *io, bool whole)
{
	struct fastcgi *f = (struct fastcgi *)io;

	f->taken = false;
	f->request.keepConnection = 0;
	if (whole)
		FCGX_Finish_r(&f->request);
	else
		FCGX_Free(&f->request, 1);
}
