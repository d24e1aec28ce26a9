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

#endif
