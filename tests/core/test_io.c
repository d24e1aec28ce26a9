/* Requests without a web server: memory and CGI. */
#include "../../core/arena.h"
#include "../../core/io.h"
#include "../tap.h"
#include <belfort/buf.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_memory(void)
{
	static char *vars[] = { "PATH_INFO=/x", "PATH=/bin", "EMPTY=", NULL };
	struct bf_arena *arena = bf_arena_new();
	struct bf_io *io = bf_io_memory(arena, vars, "body", 4);
	char data[8];

	is(io->ops->var(io, "PATH_INFO"), "/x", "a variable");
	is(io->ops->var(io, "PATH"), "/bin", "one that begins like another");
	is(io->ops->var(io, "EMPTY"), "", "one without value");
	is(io->ops->var(io, "NONE"), NULL, "none");
	ok(io->ops->vars(io) == vars, "all of them");
	is_int(io->ops->read(io, data, 3), 3, "a part of the body");
	is_int(io->ops->read(io, data, 8), 1, "its rest");
	ok(data[0] == 'y', "goes on where it was");
	is_int(io->ops->read(io, data, 8), 0, "its end");
	ok(io->ops->write(io, "ab", 2) && io->ops->write(io, "c", 1),
		"an answer");
	is(bf_io_memory_out(io)->data, "abc", "is kept");
	io = bf_io_memory(arena, vars, NULL, 0);
	is_int(io->ops->read(io, data, 8), 0, "no body");
	bf_arena_free(arena);
}

/* In a child with pipes as standard input and output: what it was sent comes
 * back behind the value of a variable. */
static void
echo(int in, int out)
{
	struct bf_io *io = bf_io_cgi();
	char data[64];
	const char *var;
	long n;

	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	setenv("PATH_INFO", "/begroting", 1);
	var = io->ops->var(io, "PATH_INFO");
	if (!io->ops->write(io, var, strlen(var)))
		_exit(1);
	while ((n = io->ops->read(io, data, sizeof(data))) > 0)
		if (!io->ops->write(io, data, (size_t)n))
			_exit(1);
	_exit(n < 0 || io->ops->vars(io) == NULL);
}

static void
test_cgi(void)
{
	int to[2], from[2], status = 1;
	char data[64] = "";
	pid_t pid;

	if (pipe(to) < 0 || pipe(from) < 0)
		abort();
	pid = fork();
	if (pid == 0) {
		close(to[1]);
		echo(to[0], from[1]);
	}
	close(from[1]);
	close(to[0]);
	ok(write(to[1], " body", 5) == 5 && close(to[1]) == 0, "a body");
	waitpid(pid, &status, 0);
	is_int(status, 0, "is read to its end");
	ok(read(from[0], data, sizeof(data) - 1) > 0, "an answer");
	is(data, "/begroting body", "has the variable and the body");
	close(from[0]);
}

/* A FastCGI record: type, then content. */
static size_t
record(char *out, int type, const char *content, size_t len)
{
	const char head[8] = { 1, (char)type, 0, 1, 0, (char)len, 0, 0 };

	memcpy(out, head, sizeof(head));
	memcpy(out + sizeof(head), content, len);
	return sizeof(head) + len;
}

/* What a worker answers to a request with BODY, which is all there is of the
 * three bytes that were promised; the number of END_REQUEST records in it. */
static int
ends_of(const struct sockaddr_un *at, const char *body, bool whole)
{
	enum { BEGIN = 1, END = 3, PARAMS = 4, INPUT = 5 };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0), ends = 0;
	char sent[256], got[4096], data[8];
	size_t len = 0, have = 0, i;
	struct bf_io *io;
	ssize_t n;

	len += record(sent + len, BEGIN, "\0\1\0\0\0\0\0\0", 8);
	len += record(sent + len, PARAMS, "\1\1AB", 4);
	len += record(sent + len, PARAMS, "", 0);
	len += record(sent + len, INPUT, body, strlen(body));
	if (strlen(body) == 3)
		len += record(sent + len, INPUT, "", 0);
	if (connect(fd, (const struct sockaddr *)at, sizeof(*at)) < 0
		|| write(fd, sent, len) != (ssize_t)len
		|| shutdown(fd, SHUT_WR) < 0)
		abort();
	io = need(bf_io_fastcgi_accept());
	is(io->ops->var(io, "A"), "B", "a variable comes over");
	is_int(io->ops->read(io, data, sizeof(data)), (long)strlen(body),
		"the body as far as it came");
	is_int(io->ops->read(io, data, sizeof(data)),
		strlen(body) == 3 ? 0 : -1, "its end is told from a break");
	ok(io->ops->write(io, "x", 1), "an answer");
	bf_io_fastcgi_finish(io, whole);
	while ((n = read(fd, got + have, sizeof(got) - have)) > 0)
		have += (size_t)n;
	for (i = 0; i + 8 <= have;
		i += 8 + (unsigned char)got[i + 5] + (unsigned char)got[i + 6])
		ends += got[i + 1] == END;
	close(fd);
	return ends;
}

static void
test_fastcgi(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	struct bf_err err = { 0 };

	snprintf(at.sun_path, sizeof(at.sun_path), "/tmp/bf-io-%d.sock",
		(int)getpid());
	/* A run that was ended, of a process with this number, left it. */
	unlink(at.sun_path);
	if (bind(fd, (struct sockaddr *)&at, sizeof(at)) < 0
		|| listen(fd, 5) < 0)
		abort();
	dup2(fd, STDIN_FILENO);
	ok(bf_io_fastcgi_start(&err), "a socket that listens is served");
	ok(bf_io_fastcgi_accept() == NULL, "nobody there: it does not block");
	is_int(ends_of(&at, "abc", true), 1, "a whole answer has an end");
	is_int(ends_of(&at, "abc", false), 0, "a broken one has none");
	is_int(ends_of(&at, "ab", true), 1, "a broken request is answered");
	unlink(at.sun_path);
	close(fd);
}

static void
test_no_socket(void)
{
	struct bf_err err = { 0 };
	int ends[2];

	if (pipe(ends) < 0)
		abort();
	dup2(ends[0], STDIN_FILENO);
	ok(!bf_io_fastcgi_start(&err), "a pipe is no socket that listens");
	has(err.text, "descriptor 0", "and the message says so");
}

int
main(void)
{
	signal(SIGPIPE, SIG_IGN);
	test_memory();
	test_cgi();
	test_no_socket();
	test_fastcgi();
	return done();
}
