/* Runs a declared query and turns what the database says into an answer or
 * into a fault.
 */
#include "clock.h"
#include "db_verdict.h"
#include "req.h"
#include <belfort/arena.h>
#include <belfort/json.h>
#include <stdlib.h>
#include <string.h>

#define TRIES 4

/* Whether another attempt may be made after VERDICT.  In a transaction only all
 * of it can be done again: see db_work.c. */
static bool
repeat(struct bf_db *db, const struct bf_query *query, enum bf_verdict verdict)
{
	if (db->open) {
		db->broke = verdict;
		return false;
	}
	switch (verdict) {
	case BF_DB_AGAIN:
		return true;
	case BF_DB_STALE:
		bf_db_drop(db);
		return true;
	case BF_DB_LOST:
		bf_db_drop(db);
		return !query->writes;
	default:
		return false;
	}
}

/* Run the COUNT calls; *FAILED is the first that did not work. */
static enum bf_verdict
attempt(struct bf_db *db, struct bf_call *calls, int count, bool early,
	struct bf_call **failed)
{
	enum bf_verdict verdict = BF_DB_DONE;
	int i;

	bf_calls_run(db, calls, count, early);
	for (i = 0; i < count && verdict == BF_DB_DONE; i++) {
		*failed = &calls[i];
		verdict = bf_db_judge(db, calls[i].res);
	}
	return verdict;
}

/* All of CALLS, or false with the fault filled. */
static bool
run_all(struct bf_req *req, struct bf_db *db, struct bf_call *calls, int count)
{
	struct bf_call *failed = calls;
	const bool early = req->early;
	enum bf_verdict verdict;
	int tries;

	req->early = false;
	for (tries = 1;; tries++) {
		if (!db->open && !bf_db_ready(db))
			return bf_fail(req, &BF_UNAVAILABLE,
				"%s: no connection", calls->query->function);
		verdict = attempt(db, calls, count, early, &failed);
		if (verdict == BF_DB_DONE)
			return true;
		if (!repeat(db, calls[count - 1].query, verdict)
			|| tries == TRIES)
			break;
	}
	return bf_db_fail(req, db, failed->query->function,
		failed->query->writes, verdict, failed->res);
}

static bool
who_take(struct bf_req *req, const PGresult *res)
{
	const char *text = PQgetvalue(res, 0, 0);

	req->who = json_loads(text ? text : "", 0, NULL);
	bf_json_keep(req->arena, req->who);
	req->who_due = false;
	return req->who
		|| bf_fail(req, &BF_INTERNAL, "%s gave no JSON",
			req->host->identity->session->function);
}

/* Ask first who it is, of which QUERY is the page. */
static void
who_call(struct bf_req *req, struct bf_db *db, const struct bf_query *query,
	struct bf_call *out)
{
	req->done = true;
	req->wrote = query->writes && strcmp(req->route->method, "GET") != 0;
	bf_call_make(req, db, req->host->identity->session, out);
}

/* The result of QUERY, or NULL with the fault filled.  Where the guard waits
 * for who it is, that is asked first, in the same round trip. */
static PGresult *
run(struct bf_req *req, struct bf_db *db, const struct bf_query *query)
{
	struct bf_call calls[2] = { { 0 } };
	const struct bf_query *who = req->host->identity
		? req->host->identity->session
		: NULL;
	int count = 0;
	bool good;

	if (req->who_due && query != who)
		who_call(req, db, query, &calls[count++]);
	bf_call_make(req, db, query, &calls[count++]);
	good = run_all(req, db, calls, count)
		&& (!req->who_due || who_take(req, calls[0].res));
	if (count == 2 || !good)
		PQclear(calls[0].res);
	if (count == 2 && !good)
		PQclear(calls[1].res);
	return good ? calls[count - 1].res : NULL;
}

static void
result_clear(void *res)
{
	PQclear(res);
}

static bool
document(struct bf_req *req, const struct bf_query *query, PGresult *res,
	struct bf_text *out)
{
	bf_defer(req->arena, result_clear, res);
	if (PQntuples(res) != 1 || PQnfields(res) != 1)
		return bf_fail(req, &BF_INTERNAL,
			"%s gave %d rows of %d columns, not one document",
			query->function, PQntuples(res), PQnfields(res));
	if (PQgetisnull(res, 0, 0))
		return bf_fail(
			req, &BF_NOT_FOUND, "%s: no document", query->function);
	if (out)
		*out = (struct bf_text){ PQgetvalue(res, 0, 0),
			(size_t)PQgetlength(res, 0, 0) };
	return true;
}

struct bf_db *
bf_db_reading(struct bf_req *req)
{
	struct bf_db *reads = req->host->reads;

	return reads && strcmp(req->route->method, "GET") == 0
			&& req->route->rights == NULL && bf_db_ready(reads)
		? reads
		: req->host->db;
}

/* A standby that falls while it is asked, or that may not do what a function
 * wants, costs nobody a page. */
static PGresult *
run_somewhere(struct bf_req *req, const struct bf_query *query)
{
	struct bf_db *db = query->writes ? req->host->db : bf_db_reading(req);
	PGresult *res = run(req, db, query);

	if (res || db == req->host->db || req->fault.kind != &BF_UNAVAILABLE)
		return res;
	req->fault = (struct bf_fault){ 0 };
	return run(req, req->host->db, query);
}

bool
bf_query(struct bf_req *req, const struct bf_query *query, struct bf_text *out)
{
	uint64_t start = bf_clock_us();
	PGresult *res = run_somewhere(req, query);

	req->db_us += bf_clock_us() - start;
	return res && document(req, query, res, out);
}

bool
bf_query_says(struct bf_req *req, const struct bf_query *query,
	const char *name, bool *says)
{
	struct bf_text text;
	json_t *doc;

	if (!bf_query(req, query, &text))
		return false;
	doc = json_loadb(text.data, text.len, 0, NULL);
	*says = json_is_true(json_object_get(doc, name));
	json_decref(doc);
	return true;
}

bool
bf_query_kept(struct bf_req *req, const struct bf_query *query, bool *again)
{
	struct bf_db *db = req->host->db;
	uint64_t start = bf_clock_us();
	enum bf_verdict verdict;
	PGresult *why;
	bool kept = bf_db_kept(db, &why);

	req->db_us += bf_clock_us() - start;
	if (kept)
		return true;
	verdict = bf_db_judge(db, why);
	*again = repeat(db, query, verdict);
	if (!*again)
		(void)bf_db_fail(
			req, db, query->function, query->writes, verdict, why);
	PQclear(why);
	return false;
}

bool
bf_query_json(struct bf_req *req, const struct bf_query *query, json_t **out)
{
	struct bf_text said;

	if (!bf_query(req, query, &said))
		return false;
	*out = bf_json_read(req->arena, said.data, said.len);
	return *out
		|| bf_fail(req, &BF_INTERNAL, "%s gave no document",
			query->function);
}
