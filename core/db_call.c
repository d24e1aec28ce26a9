/* Runs prepared functions of the database: one, or two in one round trip. */
#include "db_conn.h"
#include "req.h"
#include <belfort/arena.h>
#include <stdio.h>
#include <string.h>

/* "select budget.drill(view => $1, code => $2)"; the names come from a
 * plugin's table and the database knows them: they are checked at start. */
static const char *
statement(struct bf_arena *arena, struct bf_prepared *p)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	int i;

	bf_put_fmt(out, "select %s(", p->query->function);
	for (i = 0; i < p->count; i++)
		bf_put_fmt(
			out, "%s%s => $%d", i ? ", " : "", p->names[i], i + 1);
	bf_put_char(out, ')');
	return out->data;
}

static void
names_split(struct bf_arena *arena, struct bf_prepared *p)
{
	char *at = bf_strdup(arena, p->query->args ? p->query->args : "");
	char *rest = NULL;

	p->names = bf_alloc(arena, BF_ARGS_MOST * sizeof(*p->names));
	for (at = strtok_r(at, " ", &rest); at && p->count < BF_ARGS_MOST;
		at = strtok_r(NULL, " ", &rest))
		p->names[p->count++] = at;
}

static struct bf_prepared *
prepared_find(struct bf_db *db, const struct bf_query *query)
{
	struct bf_prepared *p;

	for (p = db->prepared; p; p = p->next)
		if (p->query == query)
			return p;
	p = bf_alloc(db->arena, sizeof(*p));
	p->query = query;
	names_split(db->arena, p);
	p->sql = statement(db->arena, p);
	snprintf(p->id, sizeof(p->id), "bf%u", db->prepared_count++);
	p->next = db->prepared;
	return db->prepared = p;
}

/* Prepare and run; the result may be that of the failed preparing. */
static PGresult *
execute(struct bf_db *db, struct bf_call *call)
{
	struct bf_prepared *p = call->p;
	PGresult *res;

	if (p->generation != db->generation) {
		res = PQprepare(db->conn, p->id, p->sql, 0, NULL);
		if (PQresultStatus(res) != PGRES_COMMAND_OK)
			return res;
		PQclear(res);
		p->generation = db->generation;
	}
	return PQexecPrepared(
		db->conn, p->id, p->count, call->values, NULL, NULL, 0);
}

static bool
send(struct bf_db *db, struct bf_call *call)
{
	struct bf_prepared *p = call->p;

	call->prepares = p->generation != db->generation;
	return (!call->prepares
		       || PQsendPrepare(db->conn, p->id, p->sql, 0, NULL))
		&& PQsendQueryPrepared(
			db->conn, p->id, p->count, call->values, NULL, NULL, 0);
}

/* The result that comes next; those of one command end with NULL. */
static PGresult *
result_next(struct bf_db *db)
{
	PGresult *res = PQgetResult(db->conn), *more;

	while (res && (more = PQgetResult(db->conn)))
		PQclear(more);
	return res;
}

static void
result_take(struct bf_db *db, struct bf_call *call)
{
	if (call->prepares) {
		call->res = result_next(db);
		if (PQresultStatus(call->res) == PGRES_COMMAND_OK) {
			PQclear(call->res);
			call->res = NULL;
			call->p->generation = db->generation;
		} else
			PQclear(result_next(db));
	}
	if (call->res == NULL)
		call->res = result_next(db);
}

void
bf_db_end(struct bf_db *db)
{
	if (!db->ending)
		return;
	db->ending = false;
	db->end = result_next(db);
	db->unkept = PQresultStatus(db->end) != PGRES_PIPELINE_SYNC;
	if (!PQexitPipelineMode(db->conn))
		bf_db_drop(db);
}

bool
bf_db_kept(struct bf_db *db, PGresult **why)
{
	bool kept;

	bf_db_end(db);
	kept = !db->unkept;
	*why = kept ? NULL : db->end;
	if (kept)
		PQclear(db->end);
	db->end = NULL;
	db->unkept = false;
	return kept;
}

static bool
send_both(struct bf_db *db, struct bf_call *calls, bool early)
{
	return PQenterPipelineMode(db->conn) && send(db, &calls[0])
		&& send(db, &calls[1])
		&& (!early || PQsendFlushRequest(db->conn))
		&& PQpipelineSync(db->conn);
}

/* Both in one round trip and one transaction: where the first fails, the second
 * is not run.  EARLY: what they give is taken while the transaction ends. */
static void
execute_both(struct bf_db *db, struct bf_call *calls, bool early)
{
	PGresult *why;

	if (!send_both(db, calls, early)) {
		bf_db_drop(db);
		return;
	}
	result_take(db, &calls[0]);
	result_take(db, &calls[1]);
	db->ending = true;
	if ((early && PQresultStatus(calls[1].res) == PGRES_TUPLES_OK)
		|| bf_db_kept(db, &why))
		return;
	PQclear(calls[1].res);
	calls[1].res = why;
}

void
bf_call_make(struct bf_req *req, struct bf_db *db, const struct bf_query *query,
	struct bf_call *out)
{
	int i;

	out->query = query;
	out->p = prepared_find(db, query);
	for (i = 0; i < out->p->count; i++)
		out->values[i] = bf_bind(req, out->p->names[i]);
}

void
bf_calls_run(struct bf_db *db, struct bf_call *calls, int count, bool early)
{
	int i;

	for (i = 0; i < count; i++) {
		PQclear(calls[i].res);
		calls[i].res = NULL;
	}
	if (count == 1)
		calls->res = execute(db, calls);
	else
		execute_both(db, calls, early);
}
