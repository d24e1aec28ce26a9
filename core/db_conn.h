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

enum bf_verdict {
	BF_DB_DONE,
	BF_DB_OTHER,    /* a fault of ours */
	BF_DB_RAISED,   /* by the SQL function, with the name of a kind */
	BF_DB_AGAIN,    /* the transaction was rolled back for another's sake */
	BF_DB_STALE,    /* a function was replaced under a prepared statement */
	BF_DB_LOST,     /* the connection is gone; nobody knows what was done */
	BF_DB_DOWN,     /* the database cannot do it now */
	BF_DB_NO_VALUE, /* an argument is no value of its type */
};

struct bf_db {
	struct bf_arena *arena;
	const char *conninfo, *role;
	PGconn *conn;
	bool listens;        /* what comes in unasked may be a notice */
	unsigned generation; /* counts connections: prepared is per one */
	struct bf_prepared *prepared;
	unsigned prepared_count;
	bool ending; /* results were taken; whether they are kept, is not known
		      */
	bool unkept; /* they were not */
	PGresult *end; /* why not */
	/* A job's transaction is open; what broke it, if anything. */
	bool open;
	enum bf_verdict broke;
	uint64_t closed_until; /* no attempt to connect before, microseconds */
	uint64_t pause;
};

#define BF_ARGS_MOST 32

/* A function that is run with these values. */
struct bf_call {
	const struct bf_query *query;
	struct bf_prepared *p;
	const char *values[BF_ARGS_MOST];
	bool prepares; /* along the way, in a pipeline */
	PGresult *res;
};

/* db_call.c: QUERY with the values that REQ has for its arguments. */
void bf_call_make(struct bf_req *req, struct bf_db *db,
	const struct bf_query *query, struct bf_call *out);
/* Run one call, or two in one round trip and one transaction: where the first
 * fails, the second is not run.  Results of before are cleared.  EARLY: those
 * of two are there before their transaction ended: they count when
 * bf_db_kept(). */
void
bf_calls_run(struct bf_db *db, struct bf_call *calls, int count, bool early);
/* Wait until the transaction of early results ended, if there is one. */
void bf_db_end(struct bf_db *db);
/* Whether early results were kept, or none were taken; else *WHY, which is for
 * the caller to clear, says why not (NULL: the connection was lost). */
BF_CHECKED bool bf_db_kept(struct bf_db *db, PGresult **why);

/* Whether there is a connection, opened now if need be.  After a failed
 * attempt there is a short pause, so that a dead database costs a request
 * nothing. */
BF_CHECKED bool bf_db_ready(struct bf_db *db);
/* Give the connection up; the next use opens another. */
void bf_db_drop(struct bf_db *db);
/* "SQLSTATE: message" of what failed, without values. */
const char *bf_db_message(
	struct bf_arena *arena, const struct bf_db *db, const PGresult *res);

#endif
