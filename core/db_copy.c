/* Streams a published view as CSV, straight from the database. */
#include "clock.h"
#include "db_conn.h"
#include "walk.h"
#include <belfort/arena.h>
#include <string.h>

/* Rows go out in pieces of this size. */
#define PIECE 32768

static const char begin[] =
	"begin read only; set local statement_timeout = '60s'";

/* Run SQL that gives nothing back. */
static bool
command(struct bf_req *req, struct bf_db *db, const char *sql)
{
	PGresult *res = PQexec(db->conn, sql);
	bool good = PQresultStatus(res) == PGRES_COMMAND_OK;

	if (!good)
		(void)bf_fail(req, &BF_UNAVAILABLE, "%s",
			bf_db_message(req->arena, db, res));
	PQclear(res);
	return good;
}

/* "budget.open_actions" quoted as two names. */
static const char *
view_quoted(struct bf_req *req, struct bf_db *db, const char *view)
{
	size_t dot = strcspn(view, ".");
	char *schema = PQescapeIdentifier(db->conn, view, dot);
	char *name = view[dot] ? PQescapeIdentifier(
			     db->conn, view + dot + 1, strlen(view + dot + 1))
			       : NULL;
	const char *out = NULL;

	if (schema && name)
		out = bf_printf(req->arena, "%s.%s", schema, name);
	PQfreemem(schema);
	PQfreemem(name);
	return out;
}

static bool
copy_start(struct bf_req *req, struct bf_db *db, const char *view)
{
	const char *name = view_quoted(req, db, view);
	const char *sql = bf_printf(req->arena,
		"copy (select * from %s) to stdout (format csv, header, "
		"delimiter ';')",
		name ? name : "");
	PGresult *res = PQexec(db->conn, sql);
	bool good = PQresultStatus(res) == PGRES_COPY_OUT;

	if (!good)
		(void)bf_fail(req,
			PQstatus(db->conn) == CONNECTION_OK ? &BF_INTERNAL
							    : &BF_UNAVAILABLE,
			"copy of %s: %s", view,
			bf_db_message(req->arena, db, res));
	PQclear(res);
	return good;
}

static bool
piece_send(struct bf_req *req, struct bf_buf *piece)
{
	bool good = piece->len == 0 || bf_stream(req, piece->data, piece->len);

	piece->len = 0;
	return good;
}

/* The server ends a row with LF; CSV for spreadsheets wants CRLF.  A message
 * holds one row. */
static bool
rows_send(struct bf_req *req, struct bf_db *db, struct bf_buf *piece)
{
	bool open = true;
	char *row;
	int len;

	while (open && (len = PQgetCopyData(db->conn, &row, 0)) > 0) {
		if (row[len - 1] == '\n')
			len--;
		bf_put(piece, row, (size_t)len);
		bf_put(piece, "\r\n", 2);
		PQfreemem(row);
		if (piece->len >= PIECE)
			open = piece_send(req, piece);
	}
	if (!open)
		return bf_fail(req, &BF_INTERNAL, "the reader went away");
	return true;
}

/* What the server says after the last row: only then was it the last. */
static bool
copy_end(struct bf_req *req, struct bf_db *db, const char *view)
{
	PGresult *res;
	bool good = true;

	while ((res = PQgetResult(db->conn)) != NULL) {
		if (PQresultStatus(res) != PGRES_COMMAND_OK)
			good = bf_fail(req, &BF_UNAVAILABLE,
				"copy of %s broke off: %s", view,
				bf_db_message(req->arena, db, res));
		PQclear(res);
	}
	return good;
}

static const char *
disposition(struct bf_req *req, const char *view)
{
	const char *dot = strchr(view, '.');

	return bf_printf(req->arena, "attachment; filename=\"%s.csv\"",
		dot ? dot + 1 : view);
}

static bool
copy(struct bf_req *req, struct bf_db *db, const char *view)
{
	struct bf_buf *piece = bf_buf_new(req->arena, PIECE + PIECE / 4);
	bool head = strcmp(req->method, "HEAD") == 0;

	if (!head && (!command(req, db, begin) || !copy_start(req, db, view)))
		return false;
	bf_answer_header(req, "Content-Disposition", disposition(req, view));
	if (!bf_stream_start(req, "text/csv"))
		return bf_fail(req, &BF_INTERNAL, "the reader went away");
	if (head)
		return true;
	bf_put_str(piece, "\xef\xbb\xbf");
	return rows_send(req, db, piece) && copy_end(req, db, view)
		&& command(req, db, "commit")
		&& (piece_send(req, piece)
			|| bf_fail(req, &BF_INTERNAL, "the reader went away"));
}

/* The connection is given up after a failure: rows may still be under way. */
bool
bf_db_copy(struct bf_db *db, struct bf_req *req, const char *view)
{
	uint64_t start = bf_clock_us();
	bool good = bf_db_ready(db)
		? copy(req, db, view)
		: bf_fail(req, &BF_UNAVAILABLE, "no connection");

	if (!good)
		bf_db_drop(db);
	req->db_us += bf_clock_us() - start;
	return good;
}
