/* How requests come in without a web server: CGI and memory. */
#include "io.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	ssize_t n;

	(void)io;
	do
		n = read(STDIN_FILENO, data, size);
	while (n < 0 && errno == EINTR);
	return n;
}

static bool
cgi_write(struct bf_io *io, const char *data, size_t len)
{
	ssize_t n;

	(void)io;
	while (len > 0) {
		n = write(STDOUT_FILENO, data, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		data += n;
		len -= (size_t)n;
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
	struct memory *m = (struct memory *)io;

	if (size > m->len)
		size = m->len;
	memcpy(data, m->body, size);
	m->body += size;
	m->len -= size;
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
	struct memory *m = bf_alloc(arena, sizeof(*m));

	m->io.ops = &ops;
	m->vars = vars;
	m->body = body ? body : "";
	m->len = len;
	m->out = bf_buf_new(arena, 0);
	return &m->io;
}

struct bf_buf *
bf_io_memory_out(struct bf_io *io)
{
	return ((struct memory *)io)->out;
}
