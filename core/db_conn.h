/* The connection behind bf_query(), shared by the files db*.c. */
#ifndef CORE_DB_CONN_H
#define CORE_DB_CONN_H

#include "db.h"
#include <libpq-fe.h>

/* A function prepared on the connection of that generation. */
struct bf_prepared {
	const struct bf_query *query;
	const char *sql;
	const char **names; /* of the arguments, in the order of $1, $2 ... */
	int count;
	char id[16];
	unsigned generation;
	struct bf_prepared *next;
};

struct bf_db {
	struct bf_arena *arena;
	const char *conninfo, *role;
	PGconn *conn;
	bool listens;        /* what comes in unasked may be a notice */
	unsigned generation; /* counts connections: prepared is per one */
	struct bf_prepared *prepared;
	unsigned prepared_count;
	uint64_t closed_until; /* no attempt to connect before, microseconds */
	uint64_t pause;
};

/* Whether there is a connection, opened now if need be.  After a failed
 * attempt there is a short pause, so that a dead database costs a request
 * nothing. */
BF_CHECKED bool bf_db_ready(struct bf_db *db);
/* Give the connection up; the next use opens another. */
void bf_db_drop(struct bf_db *db);
/* Microseconds of a clock that only goes forward. */
uint64_t bf_db_now(void);
/* "SQLSTATE: message" of what failed, without values. */
const char *bf_db_message(
	struct bf_arena *arena, const struct bf_db *db, const PGresult *res);

#endif
