/* The connection of a worker: prepared functions, one document back. */
#ifndef CORE_DB_H
#define CORE_DB_H

#include "err.h"
#include <belfort/db.h>

struct bf_db;

/* A connection that is opened when it is first needed, as ROLE, and opened
 * again after it was lost. */
struct bf_db *
bf_db_new(struct bf_arena *arena, const char *conninfo, const char *role);
void bf_db_close(struct bf_db *db);
/* Whether every one of the COUNT queries exists with just those argument
 * names; ERR names both sides.  *DOWN when the database could not be asked. */
BF_CHECKED bool
bf_db_check(struct bf_db *db, const struct bf_query *const *queries,
	size_t count, bool *down, struct bf_err *err);
/* Whether the published VIEW exists and may be read. */
BF_CHECKED bool bf_db_check_view(
	struct bf_db *db, const char *view, bool *down, struct bf_err *err);
/* Whether the database answers now. */
bool bf_db_alive(struct bf_db *db);
/* Where what REQ reads can be read: the standby while it answers, unless the
 * request is a write, which must see what it wrote, or somebody's own, who may
 * have signed in a moment ago. */
struct bf_db *bf_db_reading(struct bf_req *req);
/* Stream VIEW as CSV, byte-order mark first, into the answer of REQ. */
BF_CHECKED bool
bf_db_copy(struct bf_db *db, struct bf_req *req, const char *view);

#endif
