/* Drops whole months of the log of who looked, once their days are over. */
#include "tool_expire.h"
#include <stdio.h>
#include <string.h>

/* The time until when months may go, or NULL. */
static bool
expirable(struct bf_tool *tool, PGconn *conn, const char **until,
	struct bf_err *err)
{
	PGresult *res;

	if (!bf_admin_rows(tool->arena, conn, "select access.expirable()", NULL,
		    &res, err))
		return false;
	*until = PQgetisnull(res, 0, 0) ? NULL : PQgetvalue(res, 0, 0);
	return true;
}

static bool
drop(struct bf_tool *tool, PGconn *conn, const char *until, struct bf_err *err)
{
	const char *const values[] = { until, NULL };
	PGresult *res;
	int i;

	if (!bf_admin_rows(tool->arena, conn,
		    "select relation, rows from belfort.apart_drop('access', "
		    "$1)",
		    values, &res, err))
		return false;
	printf("Before %.10s:\n", until);
	for (i = 0; i < PQntuples(res); i++)
		printf("  %s: %s records %s\n", PQgetvalue(res, i, 0),
			PQgetvalue(res, i, 1),
			tool->dry_run ? "would go" : "went");
	return true;
}

bool
bf_access_expire(struct bf_tool *tool, PGconn *conn, struct bf_err *err)
{
	const char *until;

	if (!bf_admin_lock(tool->arena, conn, "access expire", err)
		|| !bf_admin_run(conn, NULL, "begin", err)
		|| !expirable(tool, conn, &until, err))
		return false;
	if (until == NULL)
		puts("No month can go: none is over its days with all its "
		     "links made and a head at its end.");
	else if (!drop(tool, conn, until, err))
		return false;
	return bf_admin_run(
		conn, NULL, tool->dry_run ? "rollback" : "commit", err);
}
