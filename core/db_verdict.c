/* Judges what the database said, and makes a fault of it. */
#include "db_verdict.h"
#include "req.h"
#include <belfort/arena.h>
#include <stdlib.h>
#include <string.h>

/* SQLSTATE, or the first two characters of one, and what follows from it. */
static const struct {
	const char *state;
	enum bf_verdict verdict;
} verdicts[] = {
	{ "BF000", BF_DB_RAISED },
	{ "40001", BF_DB_AGAIN },
	{ "40P01", BF_DB_AGAIN },
	{ "0A000", BF_DB_STALE },
	{ "26000", BF_DB_STALE },
	{ "08", BF_DB_LOST },
	{ "57P01", BF_DB_LOST },
	{ "57P02", BF_DB_LOST },
	{ "57P05", BF_DB_LOST },
	{ "25P03", BF_DB_LOST },
	{ "57", BF_DB_DOWN },
	{ "53", BF_DB_DOWN },
	{ "55P03", BF_DB_DOWN },
	{ "25006", BF_DB_DOWN },
	{ "22P02", BF_DB_NO_VALUE },
	{ "22003", BF_DB_NO_VALUE },
	{ "22007", BF_DB_NO_VALUE },
	{ "22008", BF_DB_NO_VALUE },
	{ "22021", BF_DB_NO_VALUE },
};

static bool
is_good(ExecStatusType status)
{
	return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK
		|| status == PGRES_COPY_OUT || status == PGRES_COPY_IN;
}

enum bf_verdict
bf_db_judge_state(const char *state)
{
	size_t i;

	for (i = 0; i < sizeof(verdicts) / sizeof(verdicts[0]); i++)
		if (strncmp(state, verdicts[i].state, strlen(verdicts[i].state))
			== 0)
			return verdicts[i].verdict;
	return BF_DB_OTHER;
}

enum bf_verdict
bf_db_judge(const struct bf_db *db, const PGresult *res)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	enum bf_verdict verdict;

	if (is_good(PQresultStatus(res)))
		return BF_DB_DONE;
	verdict = state ? bf_db_judge_state(state) : BF_DB_OTHER;
	if (verdict == BF_DB_OTHER && PQstatus(db->conn) != CONNECTION_OK)
		return BF_DB_LOST;
	return verdict;
}

static bool
fail_raised(struct bf_req *req, const char *function, const PGresult *res)
{
	const char *name = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	const char *field = PQresultErrorField(res, PG_DIAG_COLUMN_NAME);
	const char *hint = PQresultErrorField(res, PG_DIAG_MESSAGE_HINT);
	const struct bf_kind *kind = bf_kind_find(req, name ? name : "");

	if (kind == NULL)
		return bf_fail(req, &BF_INTERNAL,
			"%s raised BF000 with the unknown kind %s", function,
			name ? name : "(none)");
	if (field && *field)
		return bf_fail_field(
			req, bf_strdup(req->arena, field), kind->text);
	req->fault.wait = hint ? strtol(hint, NULL, 10) : 0;
	return bf_fail(req, kind, "%s", function);
}

bool
bf_db_fail(struct bf_req *req, struct bf_db *db, const char *doing, bool writes,
	enum bf_verdict verdict, const PGresult *res)
{
	const struct bf_kind *kind = &BF_INTERNAL;
	const char *why = bf_db_message(req->arena, db, res);
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);

	if (verdict == BF_DB_RAISED)
		return fail_raised(req, doing, res);
	if (verdict == BF_DB_NO_VALUE)
		kind = writes ? &BF_BAD_REQUEST : &BF_NOT_FOUND;
	else if (verdict != BF_DB_OTHER)
		kind = &BF_UNAVAILABLE;
	req->fault.program = state && strncmp(state, "42", 2) == 0;
	return bf_fail(req, kind, "%s: %s", doing, why);
}
