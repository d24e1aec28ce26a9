/* A job's transaction: begun, run again where that may be, kept or given up. */
#include "clock.h"
#include "db_verdict.h"
#include "req.h"
#include <string.h>

#define TRIES 4

static const char begin_each[] = "begin isolation level read committed";
static const char begin_moment[] = "begin isolation level repeatable read";
static const char patience[] = "; set local statement_timeout = '60s'; "
			       "set local lock_timeout = '30s'; set local "
			       "idle_in_transaction_session_timeout = '60s'";

/* Run SQL that gives nothing back; NAME is for the log. */
static enum bf_verdict
command(struct bf_req *req, struct bf_db *db, const char *sql, const char *name)
{
	PGresult *res = PQexec(db->conn, sql);
	enum bf_verdict verdict = bf_db_judge(db, res);

	if (verdict != BF_DB_DONE)
		(void)bf_db_fail(req, db, name, true, verdict, res);
	PQclear(res);
	return verdict;
}

static enum bf_verdict
begin(struct bf_req *req, struct bf_db *db, bool moment)
{
	if (!bf_db_ready(db)) {
		(void)bf_fail(req, &BF_UNAVAILABLE, "no connection");
		return BF_DB_DOWN;
	}
	return command(req, db,
		bf_printf(req->arena, "%s%s",
			moment ? begin_moment : begin_each, patience),
		"begin");
}

/* After a failure: what is left of the transaction is undone, and a connection
 * on which something may still be under way is given up. */
static void
give_up(struct bf_db *db)
{
	if (PQtransactionStatus(db->conn) == PQTRANS_INTRANS
		|| PQtransactionStatus(db->conn) == PQTRANS_INERROR)
		PQclear(PQexec(db->conn, "rollback"));
	if (PQtransactionStatus(db->conn) != PQTRANS_IDLE)
		bf_db_drop(db);
}

/* Who was told that it was kept does it only once; who was told nothing may
 * have it kept, so that is no try to repeat. */
static enum bf_verdict
keep(struct bf_req *req, struct bf_db *db)
{
	enum bf_verdict verdict = command(req, db, "commit", "commit");

	return verdict == BF_DB_LOST ? BF_DB_DOWN : verdict;
}

static enum bf_verdict
attempt(struct bf_req *req, struct bf_db *db, bool moment, bf_steps *steps,
	void *data)
{
	enum bf_verdict verdict = begin(req, db, moment);

	if (verdict != BF_DB_DONE)
		return verdict;
	db->open = true;
	db->broke = BF_DB_OTHER;
	verdict = steps(req, data) ? keep(req, db) : db->broke;
	db->open = false;
	if (verdict != BF_DB_DONE)
		give_up(db);
	return verdict;
}

static bool
may_repeat(enum bf_verdict verdict)
{
	return verdict == BF_DB_AGAIN || verdict == BF_DB_STALE
		|| verdict == BF_DB_LOST;
}

const char *
bf_refused(const struct bf_req *req)
{
	const struct bf_fault *fault = &req->fault;

	if (fault->kind == NULL || fault->kind == &BF_UNAVAILABLE
		|| fault->program)
		return NULL;
	return fault->detail ? fault->detail : fault->kind->name;
}

bool
bf_transaction(struct bf_req *req, bool moment, bf_steps *steps, void *data)
{
	struct bf_db *db = req->host->db;
	enum bf_verdict verdict;
	int tries;

	if (db->open)
		return bf_fail(
			req, &BF_INTERNAL, "a transaction in a transaction");
	for (tries = 1; tries <= TRIES; tries++) {
		req->fault = (struct bf_fault){ 0 };
		verdict = attempt(req, db, moment, steps, data);
		if (verdict == BF_DB_DONE)
			return true;
		if (verdict == BF_DB_STALE)
			bf_db_drop(db);
		if (!may_repeat(verdict))
			return false;
	}
	return false;
}
