/* COPY in PostgreSQL's binary form, for jobs: whole views out, rows into a
 * table.
 */
#include "db_verdict.h"
#include "plugin.h"
#include "req.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

#define PIECE 65536
#define CELLS 64 /* columns of a view at most */

static const unsigned char head[19] = "PGCOPY\n\377\r\n"; /* and no flags */

static uint32_t
number(const unsigned char *at, size_t len)
{
	uint32_t out = 0;

	while (len-- > 0)
		out = out << 8 | *at++;
	return out;
}

int64_t
bf_cell_number(const struct bf_cell *cell)
{
	if (cell->len == 4)
		return (int32_t)number(cell->data, 4);
	if (cell->len == 8)
		return (int64_t)((uint64_t)number(cell->data, 4) << 32
			| number(cell->data + 4, 4));
	return 0;
}

/* --- what may be copied --------------------------------------------------- */

static bool
is_in(const char *const *list, const char *name)
{
	while (list && *list && strcmp(*list, name) != 0)
		list++;
	return list && *list;
}

static bool
allowed(struct bf_req *req, bool may, const char *name)
{
	if (!req->host->db->open)
		return bf_fail(req, &BF_INTERNAL,
			"copy of %s outside of a transaction", name);
	return may
		|| bf_fail(req, &BF_INTERNAL,
			"copy of %s, which no table of the plugin names", name);
}

/* --- begin and end -------------------------------------------------------- */

static bool
broke(struct bf_req *req, const char *name, const PGresult *res)
{
	struct bf_db *db = req->host->db;

	db->broke = bf_db_judge(db, res);
	return bf_db_fail(req, db, name, true, db->broke, res);
}

/* Names of views and tables stand in the tables of plugins: plugin.c saw to it
 * that they are plain. */
static bool
start(struct bf_req *req, const char *sql, const char *name,
	ExecStatusType want)
{
	PGresult *res = PQexec(req->host->db->conn, sql);
	bool good = PQresultStatus(res) == want || broke(req, name, res);

	PQclear(res);
	return good;
}

/* What the server says last: only then all of it was there. */
static bool
finish(struct bf_req *req, const char *name)
{
	PGresult *res;
	bool good = true;

	while ((res = PQgetResult(req->host->db->conn)) != NULL) {
		if (good && PQresultStatus(res) != PGRES_COMMAND_OK)
			good = broke(req, name, res);
		PQclear(res);
	}
	return good;
}

/* --- out ------------------------------------------------------------------ */

struct reading {
	bf_row_take *take;
	void *data;
	bool begun;
	struct bf_cell cells[CELLS];
};

/* One value at *AT, which moves behind it. */
static bool
cell_read(
	const unsigned char **at, const unsigned char *end, struct bf_cell *out)
{
	if (end - *at < 4)
		return false;
	*out = (struct bf_cell){ *at + 4, (int32_t)number(*at, 4) };
	*at += 4;
	if (out->len < 0)
		return out->len == -1;
	if (end - *at < out->len)
		return false;
	*at += out->len;
	return true;
}

/* The rows of one message, which holds whole ones. */
static bool
rows_read(struct reading *r, const unsigned char *at, const unsigned char *end)
{
	size_t count, i;

	if (!r->begun) {
		if (end - at < (ptrdiff_t)sizeof(head)
			|| memcmp(at, head, sizeof(head)) != 0)
			return false;
		r->begun = true;
		at += sizeof(head);
	}
	while (end - at >= 2) {
		count = number(at, 2);
		at += 2;
		if (count == 0xffff)
			return at == end;
		if (count > CELLS)
			return false;
		for (i = 0; i < count; i++)
			if (!cell_read(&at, end, &r->cells[i]))
				return false;
		if (!r->take(r->data, r->cells, count))
			return false;
	}
	return at == end;
}

bool
bf_copy_out(struct bf_req *req, const char *view, bf_row_take *take, void *data)
{
	struct reading r = { .take = take, .data = data };
	PGconn *conn = req->host->db->conn;
	bool good = true;
	char *row;
	int len;

	if (!allowed(req, is_in(bf_plugin_reads(req->feature->plugin), view),
		    view)
		|| !start(req,
			bf_printf(req->arena,
				"copy (select * from %s) to stdout (format "
				"binary)",
				view),
			view, PGRES_COPY_OUT))
		return false;
	while ((len = PQgetCopyData(conn, &row, 0)) > 0) {
		good = good
			&& rows_read(&r, (unsigned char *)row,
				(unsigned char *)row + len);
		PQfreemem(row);
	}
	return finish(req, view)
		&& (good
			|| bf_fail(req, &BF_INTERNAL,
				"copy of %s: a row that cannot be read", view));
}

/* --- in ------------------------------------------------------------------- */

struct bf_copy {
	struct bf_req *req;
	const char *table;
	struct bf_buf *piece;
	bool good;
};

static void
send(struct bf_copy *copy)
{
	if (copy->good && copy->piece->len > 0)
		copy->good = PQputCopyData(copy->req->host->db->conn,
				     copy->piece->data, (int)copy->piece->len)
			== 1;
	copy->piece->len = 0;
}

static void
put(struct bf_copy *copy, uint32_t value, int bytes)
{
	char big[4] = { (char)(value >> 24), (char)(value >> 16),
		(char)(value >> 8), (char)value };

	bf_put(copy->piece, big + 4 - bytes, (size_t)bytes);
}

struct bf_copy *
bf_copy_in(struct bf_req *req, const char *table)
{
	struct bf_copy *copy = bf_alloc(req->arena, sizeof(*copy));

	if (!allowed(req, is_in(bf_plugin_fills(req->feature->plugin), table),
		    table)
		|| !start(req,
			bf_printf(req->arena,
				"copy %s from stdin (format binary)", table),
			table, PGRES_COPY_IN))
		return NULL;
	*copy = (struct bf_copy){ req, table,
		bf_buf_new(req->arena, PIECE + PIECE / 2), true };
	bf_put(copy->piece, (const char *)head, sizeof(head));
	return copy;
}

void
bf_copy_row(struct bf_copy *copy, int count)
{
	if (copy->piece->len >= PIECE)
		send(copy);
	put(copy, (uint32_t)count, 2);
}

void
bf_copy_int(struct bf_copy *copy, int32_t value)
{
	put(copy, 4, 4);
	put(copy, (uint32_t)value, 4);
}

void
bf_copy_bool(struct bf_copy *copy, bool value)
{
	put(copy, 1, 4);
	put(copy, value, 1);
}

void
bf_copy_bytes(struct bf_copy *copy, const void *data, size_t len)
{
	put(copy, (uint32_t)len, 4);
	bf_put(copy->piece, data, len);
}

bool
bf_copy_end(struct bf_copy *copy)
{
	PGconn *conn = copy->req->host->db->conn;

	put(copy, 0xffff, 2);
	send(copy);
	if (PQputCopyEnd(conn, copy->good ? NULL : "given up") != 1)
		copy->good = false;
	return finish(copy->req, copy->table)
		&& (copy->good
			|| bf_fail(copy->req, &BF_UNAVAILABLE,
				"copy into %s broke off", copy->table));
}
