/* What the database said, and what follows from it. */
#ifndef CORE_DB_VERDICT_H
#define CORE_DB_VERDICT_H

#include "db_conn.h"

/* Of a result of DB. */
enum bf_verdict bf_db_judge(const struct bf_db *db, const PGresult *res);
/* Of a SQLSTATE, on a connection that is there. */
enum bf_verdict bf_db_judge_state(const char *state);
/* Fill the fault for what DOING, a name for the log, met with. */
bool bf_db_fail(struct bf_req *req, struct bf_db *db, const char *doing,
	bool writes, enum bf_verdict verdict, const PGresult *res);

#endif
