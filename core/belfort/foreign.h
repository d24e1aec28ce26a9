/* Reading a view of another PostgreSQL that knows people by their national
 * number.
 *
 * The rows come over a connection of this process and not by postgres_fdw,
 * which would bring the numbers into our database server: into its memory, its
 * temporary files and, with an error, its log.  Here each number becomes a MAC
 * before anything else sees the row.
 *
 * The file with the way in holds what libpq calls a connection string (host,
 * dbname, user, password, sslrootcert ...), over several lines if one likes.
 * Nobody but its owner may read it, and a server elsewhere has to prove who it
 * is (sslmode=verify-full).
 */
#ifndef BELFORT_FOREIGN_H
#define BELFORT_FOREIGN_H

#include <belfort/base.h>

struct bf_foreign_column {
	const char *name;
	/* As format_type() of PostgreSQL writes it: "text", "integer". */
	const char *type;
};

struct bf_foreign {
	const char *file; /* with the way in */
	const char *view; /* "schema.name" */
	/* All columns that the view has, in any order, ended by NULL.  The
	 * first is the national number, as text. */
	const struct bf_foreign_column *columns;
	/* Only rows in which column CHANGED is after this moment, in ISO 8601;
	 * NULL: all. */
	const char *changed, *after;
	int silence; /* milliseconds in which something has to come; 0: 10000 */
	int whole;   /* milliseconds for all of it; 0: 600000 */
};

/* What is wrong on the other side, for people who look after it. */
struct bf_foreign_fault {
	/* The way in: "connection", "unreachable", "certificate", "silent",
	 * "refused", "status" (another error over there).  What is there:
	 * "view_missing", "column_missing", "column_other" (its type),
	 * "column_added" (nobody said what it is for). */
	const char *word;
	const char *column; /* or NULL */
	/* More, in English, without a value of a row; or NULL. */
	const char *detail;
};

/* One row: the MACs as bf_number_macs() gives them, or NULL for what is no
 * number, and after that the other columns as text, in the order of COLUMNS;
 * NULL stays NULL, and texts are cut off at 200 signs.  They live until it
 * returns.  False: stop, with a fault of REQ filled. */
typedef bool
bf_foreign_row(struct bf_req *req, void *object, const char *const *values);

/* All rows of ASK, each told to TAKE.  False when they did not all come: *FAULT
 * then says why, or its word is NULL and REQ has a fault of this side. */
BF_API BF_CHECKED bool
bf_foreign_read(struct bf_req *req, const struct bf_foreign *ask,
	bf_foreign_row *take, void *object, struct bf_foreign_fault *fault);

#endif
