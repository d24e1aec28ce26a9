/* Looks after what code of others does in the database, and removes what is
 * kept about people when its days are over.
 */
#include "chores.h"
#include "arena.h"
#include "db_conn.h"
#include "host.h"
#include "log.h"
#include "tool.h"

#define CLEAN 60      /* seconds between two looks at what is too old */
#define CLEAN_LONG 10 /* seconds for one feature; the rest comes next time */

/* What was done about code that the city did not write. */
static void
guests_watch(const struct bf_chores *c)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err = { 0 };
	PGresult *res;
	int i;

	if (!bf_admin_rows(arena, c->host->db->conn,
		    "select guest, did from belfort.guests_watch()", NULL, &res,
		    &err))
		bf_log("error", "event=guests_failed detail=%s",
			bf_log_value(err.text));
	else
		for (i = 0; i < PQntuples(res); i++)
			bf_log("warn", "event=guest role=%s did=%s",
				PQgetvalue(res, i, 0),
				bf_log_value(PQgetvalue(res, i, 1)));
	bf_arena_free(arena);
}

/* Of one feature, a share at a time.  Commands of others may be set off by it:
 * it has a connection of its own, that is closed after it. */
static void
feature_clean(const struct bf_chores *c, const char *feature)
{
	const char *const values[] = { feature, NULL };
	struct bf_arena *arena = bf_arena_new();
	struct bf_db *db = bf_db_new(
		arena, c->host->settings->conninfo, c->host->pool->role);
	struct bf_err err = { 0 };
	time_t end = time(NULL) + CLEAN_LONG;
	PGresult *res = NULL;
	int i, n = 1;

	while (n > 0 && time(NULL) < end && bf_db_ready(db)
		&& bf_admin_rows(arena, db->conn,
			"select relation, rows from belfort.retention_run($1)",
			values, &res, &err)) {
		n = PQntuples(res);
		for (i = 0; i < n; i++)
			bf_log("info", "event=removed table=%s rows=%s",
				PQgetvalue(res, i, 0), PQgetvalue(res, i, 1));
	}
	if (err.text[0])
		bf_log("error", "event=removal_failed feature=%s detail=%s",
			feature, bf_log_value(err.text));
	bf_db_close(db);
	bf_arena_free(arena);
}

/* What is kept about people and whose days are over. */
static void
clean(const struct bf_chores *c)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err = { 0 };
	PGresult *res;
	int i;

	if (!bf_admin_rows(arena, c->host->db->conn,
		    "select feature from belfort.retention_due()", NULL, &res,
		    &err))
		bf_log("error", "event=removal_failed detail=%s",
			bf_log_value(err.text));
	else
		for (i = 0; i < PQntuples(res); i++)
			feature_clean(c, PQgetvalue(res, i, 0));
	bf_arena_free(arena);
}

void
bf_chores_begin(struct bf_chores *c, const struct bf_host *host)
{
	const struct bf_settings *s = host->settings;
	size_t i;

	*c = (struct bf_chores){ .host = host };
	for (i = 0; i < s->pool_count; i++)
		if (bf_pool_shut_in(&s->pools[i]))
			c->guests = true;
}

void
bf_chores_do(struct bf_chores *c)
{
	time_t now = time(NULL);

	if (bf_pool_shut_in(c->host->pool))
		return;
	if (c->guests)
		guests_watch(c);
	if (now >= c->cleaned && now - c->cleaned < CLEAN)
		return;
	c->cleaned = now;
	clean(c);
}
