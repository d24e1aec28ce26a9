/* The connection to another PostgreSQL, that may hang at any moment. */
#ifndef CORE_FOREIGN_H
#define CORE_FOREIGN_H

#include <belfort/foreign.h>
#include <libpq-fe.h>
#include <stdint.h>

struct bf_reader {
	struct bf_arena *arena;
	struct bf_foreign_fault *fault;
	PGconn *conn;
	int silence;
	int64_t end; /* of the whole, on the clock of bf_clock() */
};

/* Fill the fault, unless it is filled.  Always false. */
bool bf_reader_fail(struct bf_reader *r, const char *word, const char *fmt, ...)
	BF_PRINTF(3, 4);
/* Open a connection by FILE; it is closed with the arena. */
BF_CHECKED bool bf_reader_open(struct bf_reader *r, const char *file);
/* The next result of what was sent; NULL at its end, or with the fault filled.
 * Who gets it clears it. */
PGresult *bf_reader_next(struct bf_reader *r);
/* All rows of SQL with VALUES ($1, $2 ... ended by NULL), kept by the arena. */
BF_CHECKED bool bf_reader_ask(struct bf_reader *r, const char *sql,
	const char *const *values, PGresult **out);

#endif
