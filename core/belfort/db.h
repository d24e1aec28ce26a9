/* Queries: SQL functions that give one JSON document.
 *
 * A query names a function and its arguments; SQL itself lives in sql/.  The
 * host checks at start that the function exists with exactly these argument
 * names, prepares it once per connection and retries what may be retried.
 */
#ifndef BELFORT_DB_H
#define BELFORT_DB_H

#include <belfort/base.h>

struct bf_query {
	const char *function; /* "budget.drill": schema and name */
	/* Names of the arguments, separated by blanks: "view code year".  Each
	 * is looked for in values set by bf_set(), then path arguments, then
	 * declared fields, then what the host knows (lang; session, the hash of
	 * the cookie; ...), whose names no field and no path may have; absent
	 * is NULL. */
	const char *args;
	bool writes; /* never repeated after a lost connection */
};

/* LEN bytes of text that live as long as the request. */
struct bf_text {
	const char *data;
	size_t len;
};

/* Run QUERY and put its document in *OUT (which may be NULL).  A null document
 * is BF_NOT_FOUND; an error raised with errcode 'BF000' is the kind that its
 * message names; one raised with `column` too is about that declared field;
 * `hint` tells after how many seconds it may go better. */
BF_API BF_CHECKED bool
bf_query(struct bf_req *req, const struct bf_query *query, struct bf_text *out);
/* Run QUERY; *SAYS: the member NAME of its document is true. */
BF_API BF_CHECKED bool bf_query_says(struct bf_req *req,
	const struct bf_query *query, const char *name, bool *says);
/* Set the value of argument NAME for the queries that follow. */
BF_API void bf_set(struct bf_req *req, const char *name, const char *value);

/* --- several steps as one, for jobs and for pages of a pool of their own ----
 */

/* Run STEPS with DATA as one transaction: all that bf_query(), bf_copy_out()
 * and bf_copy_in() do in it is kept, or nothing of it, also when the process is
 * killed.  At most a minute; transactions do not nest.
 *
 * STEPS is run again from its beginning, four times at most, when the database
 * gave way to somebody else (40001, 40P01) or the connection was lost before
 * the end: it must not build on what an earlier try left in DATA.  MOMENT: all
 * reads see the database as at one moment (REPEATABLE READ); else each
 * statement sees what was kept until then.
 *
 * False with the fault filled: STEPS said so, or nothing of it was kept.  Only
 * where the connection was lost while it was being kept nobody knows: so what
 * jobs do must be such that it may come a second time. */
typedef bool bf_steps(struct bf_req *req, void *data);
BF_API BF_CHECKED bool
bf_transaction(struct bf_req *req, bool moment, bf_steps *steps, void *data);

/* Why what REQ tried fails however often it is tried, in a few words for the
 * log; NULL: it did not fail, the database was away or gave way, or a function
 * is not there, as while the database is migrated. */
BF_API const char *bf_refused(const struct bf_req *req);

/* One value as PostgreSQL sends it in binary form, big end first; LEN -1: null.
 * It lives until the next row. */
struct bf_cell {
	const unsigned char *data;
	int32_t len;
};
/* The number in a cell of 4 bytes (integer, date), of 8 (bigint); 0: null. */
BF_API int64_t bf_cell_number(const struct bf_cell *cell);

/* Give each row of VIEW, which the plugin names in `reads`, to TAKE, its
 * columns in their order; false from TAKE ends it with a fault.  In a
 * transaction only. */
typedef bool bf_row_take(void *data, const struct bf_cell *cells, size_t count);
BF_API BF_CHECKED bool bf_copy_out(
	struct bf_req *req, const char *view, bf_row_take *take, void *data);

/* Add rows to TABLE, which the plugin names in `fills`: begin, then for each
 * row bf_copy_row() and its values in the order of the table's columns, then
 * end, which says whether all went in.  In a transaction only, with nothing
 * else between begin and end.  NULL: the fault is filled. */
struct bf_copy;
BF_API struct bf_copy *bf_copy_in(struct bf_req *req, const char *table);
/* A row of COUNT values. */
BF_API void bf_copy_row(struct bf_copy *copy, int count);
BF_API void bf_copy_int(struct bf_copy *copy, int32_t value);
BF_API void bf_copy_bool(struct bf_copy *copy, bool value);
/* Of text or bytea. */
BF_API void bf_copy_bytes(struct bf_copy *copy, const void *data, size_t len);
BF_API BF_CHECKED bool bf_copy_end(struct bf_copy *copy);

#endif
