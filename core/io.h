/* How a request comes in and its answer goes out: FastCGI, CGI or memory. */
#ifndef CORE_IO_H
#define CORE_IO_H

#include "err.h"

struct bf_io;

struct bf_io_ops {
	/* A CGI variable, or NULL. */
	const char *(*var)(struct bf_io *io, const char *name);
	/* All variables as "NAME=value", ended by NULL. */
	char **(*vars)(struct bf_io *io);
	/* Up to SIZE bytes of the body; 0 at its end, -1 when it broke off. */
	long (*read)(struct bf_io *io, char *data, size_t size);
	/* False when the other side is gone. */
	bool (*write)(struct bf_io *io, const char *data, size_t len);
};

struct bf_io {
	const struct bf_io_ops *ops;
};

/* CGI: the environment, standard input and standard output. */
struct bf_io *bf_io_cgi(void);

/* Memory: VARS as above, BODY of LEN bytes; what is answered is in
 * bf_io_memory_out().  All of it lives in ARENA. */
struct bf_io *
bf_io_memory(struct bf_arena *arena, char **vars, const char *body, size_t len);
struct bf_buf *bf_io_memory_out(struct bf_io *io);

/* FastCGI on descriptor 0.  Start once; while there is room, accept gives the
 * next request or NULL when there is none yet (the socket does not block) or it
 * is broken; finish ends it; an answer that is not WHOLE breaks the connection,
 * so that nobody takes it for a whole one. */
BF_CHECKED bool bf_io_fastcgi_start(struct bf_err *err);
bool bf_io_fastcgi_room(void);
struct bf_io *bf_io_fastcgi_accept(void);
void bf_io_fastcgi_finish(struct bf_io *io, bool whole);

#endif
