/* Requests without a web server: memory and CGI. */
#include "../../core/arena.h"
#include "../../core/io.h"
#include "../tap.h"
#include <belfort/buf.h>
#include <stdlib.h>
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

static void
test_fastcgi(void)
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
	test_memory();
	test_cgi();
	test_fastcgi();
	return done();
}
