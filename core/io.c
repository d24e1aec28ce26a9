/* The three transports of a request; the only file that knows libfcgi. */
#include "io.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static const char *
cgi_var(struct bf_io *io, const char *name)
{
	(void)io;
	return getenv(name);
}

static char **
cgi_vars(struct bf_io *io)
{
	(void)io;
	return environ;
}

static long
cgi_read(struct bf_io *io, char *data, size_t size)
{
	(void)io;
	return read(STDIN_FILENO, data, size);
}

static bool
cgi_write(struct bf_io *io, const char *data, size_t len)
{
	ssize_t n;

	(void)io;
	for (; len > 0; data += n, len -= (size_t)n) {
		n = write(STDOUT_FILENO, data, len);
		if (n <= 0)
			return false;
	}
	return true;
}

struct bf_io *
bf_io_cgi(void)
{
	static const struct bf_io_ops ops = { cgi_var, cgi_vars, cgi_read,
		cgi_write };
	static struct bf_io io = { &ops };

	return &io;
}

struct memory {
	struct bf_io io;
	char **vars;
	const char *body;
	size_t len;
	struct bf_buf *out;
};

static const char *
memory_var(struct bf_io *io, const char *name)
{
	char **var = ((struct memory *)io)->vars;
	size_t len = strlen(name);

	for (; *var; var++)
		if (strncmp(*var, name, len) == 0 && (*var)[len] == '=')
			return *var + len + 1;
	return NULL;
}

static char **
memory_vars(struct bf_io *io)
{
	return ((struct memory *)io)->vars;
}

static long
memory_read(struct bf_io *io, char *data, size_t size)
{
	struct memory *memory = (struct memory *)io;

	if (size > memory->len)
		size = memory->len;
	memcpy(data, memory->body, size);
	memory->body += size;
	memory->len -= size;
	return (long)size;
}

static bool
memory_write(struct bf_io *io, const char *data, size_t len)
{
	bf_put(((struct memory *)io)->out, data, len);
	return true;
}

struct bf_io *
bf_io_memory(struct bf_arena *arena, char **vars, const char *body, size_t len)
{
	static const struct bf_io_ops ops = { memory_var, memory_vars,
		memory_read, memory_write };
	struct memory *memory = bf_alloc(arena, sizeof(*memory));

	memory->io.ops = &ops;
	memory->vars = vars;
	memory->body = body;
	memory->len = len;
	memory->out = bf_buf_new(arena, 0);
	return &memory->io;
}

struct bf_buf *
bf_io_memory_out(struct bf_io *io)
{
	return ((struct memory *)io)->out;
}

struct fastcgi {
	struct bf_io io;
	FCGX_Request request;
};

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

static long
fastcgi_read(struct bf_io *io, char *data, size_t size)
{
	return FCGX_GetStr(data, (int)size, ((struct fastcgi *)io)->request.in);
}

static bool
fastcgi_write(struct bf_io *io, const char *data, size_t len)
{
	return FCGX_PutStr(data, (int)len, ((struct fastcgi *)io)->request.out)
		== (int)len;
}

static struct fastcgi fastcgi;

/* Descriptor 0 does not block, so that a worker who lost the race for a
 * connection goes back to its poll. */
bool
bf_io_fastcgi_start(struct bf_err *err)
{
	static const struct bf_io_ops ops = { fastcgi_var, fastcgi_vars,
		fastcgi_read, fastcgi_write };
	int flags = fcntl(STDIN_FILENO, F_GETFL);

	fastcgi.io.ops = &ops;
	if (flags < 0 || fcntl(STDIN_FILENO, F_SETFL, flags | O_NONBLOCK) < 0)
		return bf_err(err, "descriptor 0 is no socket");
	if (FCGX_Init() != 0
		|| FCGX_InitRequest(&fastcgi.request, STDIN_FILENO,
			   FCGI_FAIL_ACCEPT_ON_INTR)
			!= 0)
		return bf_err(err, "libfcgi does not start");
	return true;
}

struct bf_io *
bf_io_fastcgi_accept(void)
{
	return FCGX_Accept_r(&fastcgi.request) == 0 ? &fastcgi.io : NULL;
}

/* An answer that broke off must look broken: the connection is
 * closed without the end record. */
void
bf_io_fastcgi_finish(struct bf_io *io, bool whole)
{
	struct fastcgi *f = (struct fastcgi *)io;

	if (whole)
		FCGX_Finish_r(&f->request);
	else
		FCGX_Free(&f->request, 1);
}
