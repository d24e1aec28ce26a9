/* The database as its owner: migrations and imports, never pages. */
#include "tool.h"
#include <belfort/arena.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
connection_close(void *conn)
{
	PQfinish(conn);
}

static void
result_clear(void *res)
{
	PQclear(res);
}

static void
ignore_notice(void *arg, const PGresult *res)
{
	(void)arg, (void)res;
}

bool
bf_admin_open(struct bf_tool *tool, PGconn **out, struct bf_err *err)
{
	const char *const names[] = { "dbname", "application_name",
		"client_encoding", "connect_timeout", NULL };
	const char *const values[] = { tool->settings->admin, "belfort", "UTF8",
		"5", NULL };
	PGconn *conn = PQconnectdbParams(names, values, 1);

	bf_defer(tool->arena, connection_close, conn);
	*out = conn;
	if (PQstatus(conn) != CONNECTION_OK)
		return bf_err(err,
			"%s: [database] admin: %sis PostgreSQL running, and "
			"may this user log in?",
			tool->settings->file, PQerrorMessage(conn));
	PQsetNoticeReceiver(conn, ignore_notice, NULL);
	return bf_admin_run(conn, NULL,
		"set client_min_messages = warning; set jit = off; "
		"set timezone = 'Europe/Brussels'; set datestyle = 'ISO, YMD'; "
		"set client_connection_check_interval = '2s'",
		err);
}

/* The line of SQL on which the character at POSITION (from 1) stands. */
static int
line_of(const char *sql, const char *position)
{
	long left = position ? strtol(position, NULL, 10) : 0;
	int line = 1;

	for (; *sql && left > 1; sql++) {
		left -= ((unsigned char)sql[1] & 0xc0) != 0x80;
		line += *sql == '\n';
	}
	return line;
}

bool
bf_admin_fail(struct bf_err *err, const char *where, const char *sql,
	const PGconn *conn, const PGresult *res)
{
	const char *text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	const char *detail = PQresultErrorField(res, PG_DIAG_MESSAGE_DETAIL);
	const char *hint = PQresultErrorField(res, PG_DIAG_MESSAGE_HINT);
	const char *at = PQresultErrorField(res, PG_DIAG_STATEMENT_POSITION);
	const char *context = PQresultErrorField(res, PG_DIAG_CONTEXT);
	const char *inside = PQresultErrorField(res, PG_DIAG_INTERNAL_QUERY);
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	char place[32] = "";

	if (state && err->text[0] == '\0')
		snprintf(err->state, sizeof(err->state), "%s", state);
	if (text == NULL)
		return bf_err(err, "%s%sdatabase: %s", where ? where : "",
			where ? ": " : "", PQerrorMessage(conn));
	if (where && inside && strcmp(inside, sql) == 0)
		at = PQresultErrorField(res, PG_DIAG_INTERNAL_POSITION);
	if (where && at)
		snprintf(place, sizeof(place), ":%d", line_of(sql, at));
	/* The context of a COPY is the row that did not fit. */
	if (detail == NULL && context && strncmp(context, "COPY ", 5) == 0)
		detail = context;
	return bf_err(err, "%s%s%s%s%s%s%s%s%s", where ? where : "", place,
		where ? ": " : "", text, detail ? " (" : "",
		detail ? detail : "", detail ? ")" : "", hint ? "; " : "",
		hint ? hint : "");
}

bool
bf_admin_run(
	PGconn *conn, const char *where, const char *sql, struct bf_err *err)
{
	PGresult *res = PQexec(conn, sql);
	ExecStatusType status = PQresultStatus(res);
	bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
		|| status == PGRES_EMPTY_QUERY;

	if (!good)
		(void)bf_admin_fail(err, where, sql, conn, res);
	PQclear(res);
	return good;
}

static PGresult *
execute(PGconn *conn, const char *sql, const char *const *values)
{
	int count = 0;

	while (values && values[count])
		count++;
	return PQexecParams(conn, sql, count, NULL, values, NULL, NULL, 0);
}

bool
bf_admin_rows(struct bf_arena *arena, PGconn *conn, const char *sql,
	const char *const *values, PGresult **out, struct bf_err *err)
{
	PGresult *res = execute(conn, sql, values);

	bf_defer(arena, result_clear, res);
	*out = res;
	return PQresultStatus(res) == PGRES_TUPLES_OK
		|| bf_admin_fail(err, NULL, sql, conn, res);
}

bool
bf_admin_call(PGconn *conn, const char *sql, const char *const *values,
	struct bf_err *err)
{
	PGresult *res = execute(conn, sql, values);
	bool good = PQresultStatus(res) == PGRES_TUPLES_OK
		|| PQresultStatus(res) == PGRES_COMMAND_OK
		|| bf_admin_fail(err, NULL, sql, conn, res);

	PQclear(res);
	return good;
}

bool
bf_admin_file(PGconn *conn, const char *feature, const char *path,
	const char *text, struct bf_err *err)
{
	const char *const values[] = { feature, text, NULL };
	PGresult *res = execute(
		conn, "select belfort.feature_run($1, $2)", values);
	const char *why = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	bool good = PQresultStatus(res) == PGRES_TUPLES_OK;

	if (!good && why && strstr(why, "transaction commands"))
		bf_err(err,
			"%s ends its own transaction: take begin and commit "
			"out of it",
			path);
	else if (!good)
		(void)bf_admin_fail(err, path, text, conn, res);
	PQclear(res);
	return good;
}

bool
bf_admin_become(struct bf_arena *arena, PGconn *conn, const char *feature,
	struct bf_err *err)
{
	const char *role = bf_printf(arena, "belfort_%s", feature);
	char *quoted_role = PQescapeIdentifier(conn, role, strlen(role));
	char *schema = PQescapeIdentifier(conn, feature, strlen(feature));
	bool good = quoted_role && schema
		&& bf_admin_run(conn, NULL,
			bf_printf(arena,
				"set local role %s; set local search_path = "
				"%s, ext, public",
				quoted_role, schema),
			err);

	PQfreemem(quoted_role);
	PQfreemem(schema);
	return good;
}

bool
bf_admin_lock(struct bf_arena *arena, PGconn *conn, const char *name,
	struct bf_err *err)
{
	const char *const values[] = { name, NULL };
	PGresult *res;

	if (!bf_admin_rows(arena, conn,
		    "select pg_try_advisory_lock(hashtextextended("
		    "'belfort ' || $1, 0))",
		    values, &res, err))
		return false;
	if (*PQgetvalue(res, 0, 0) == 't')
		return true;
	fprintf(stderr, "another %s is under way: waiting for it to end\n",
		name);
	return bf_admin_call(conn,
		"select pg_advisory_lock(hashtextextended('belfort ' || $1, "
		"0))",
		values, err);
}
