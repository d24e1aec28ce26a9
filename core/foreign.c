/* Reads a view of another PostgreSQL: first whether it is still what was agreed
 * on, then its rows, of which each number becomes a MAC.
 */
#include "foreign.h"
#include "arena.h"
#include "clock.h"
#include "keys.h"
#include "numbers.h"
#include "req.h"
#include <belfort/buf.h>
#include <string.h>

#define SILENCE 10000 /* milliseconds */
#define WHOLE 600000
#define COLUMNS_MOST 32
#define TEXT_MOST "200"

static const char shape[] =
	"select attname, format_type(atttypid, atttypmod) from pg_attribute "
	"where attrelid = to_regclass($1) and attnum > 0 and not attisdropped "
	"order by attnum";

struct rows {
	struct bf_req *req;
	const struct bf_foreign *ask;
	struct bf_reader reader;
	struct bf_keys keys;
	bf_foreign_row *take;
	void *object;
};

static const struct bf_foreign_column *
column_of(const struct bf_foreign *ask, const char *name)
{
	const struct bf_foreign_column *c = ask->columns;

	for (; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

static const char *
type_in(const PGresult *res, const char *name)
{
	int i;

	for (i = 0; i < PQntuples(res); i++)
		if (strcmp(PQgetvalue(res, i, 0), name) == 0)
			return PQgetvalue(res, i, 1);
	return NULL;
}

static bool
column_fail(struct rows *rows, const char *word, const char *column,
	const char *detail)
{
	rows->reader.fault->column = bf_strdup(rows->req->arena, column);
	return bf_reader_fail(&rows->reader, word, "%s", detail);
}

/* What was agreed on and is not there, or is something else. */
static bool
columns_same(struct rows *rows, const PGresult *res)
{
	const struct bf_foreign_column *c = rows->ask->columns;
	const char *type;

	for (; c->name; c++) {
		type = type_in(res, c->name);
		if (type == NULL)
			return column_fail(rows, "column_missing", c->name, "");
		if (strcmp(type, c->type) != 0)
			return column_fail(rows, "column_other", c->name,
				bf_printf(rows->req->arena, "%s, not %s", type,
					c->type));
	}
	return true;
}

/* What came and was not agreed on: nobody said what it is for. */
static bool
columns_known(struct rows *rows, const PGresult *res)
{
	int i;

	for (i = 0; i < PQntuples(res); i++)
		if (column_of(rows->ask, PQgetvalue(res, i, 0)) == NULL)
			return column_fail(rows, "column_added",
				PQgetvalue(res, i, 0), "");
	return true;
}

static bool
shape_same(struct rows *rows)
{
	const char *const values[] = { rows->ask->view, NULL };
	PGresult *res;

	if (!bf_reader_ask(&rows->reader, shape, values, &res))
		return false;
	if (PQntuples(res) == 0)
		return bf_reader_fail(
			&rows->reader, "view_missing", "%s", rows->ask->view);
	return columns_same(rows, res) && columns_known(rows, res);
}

static void
put_name(struct bf_buf *sql, PGconn *conn, const char *name, size_t len)
{
	char *quoted = PQescapeIdentifier(conn, name, len);

	if (quoted == NULL)
		bf_out_of_memory();
	bf_put_str(sql, quoted);
	PQfreemem(quoted);
}

static const char *
select_sql(struct rows *rows)
{
	const struct bf_foreign *ask = rows->ask;
	const struct bf_foreign_column *c = ask->columns;
	struct bf_buf *sql = bf_buf_new(rows->reader.arena, 0);
	PGconn *conn = rows->reader.conn;
	size_t dot = strcspn(ask->view, ".");

	bf_put_str(sql, "select ");
	for (; c->name; c++) {
		bf_put_str(sql, c == ask->columns ? "left(" : ", left(");
		put_name(sql, conn, c->name, strlen(c->name));
		bf_put_str(sql, "::text, " TEXT_MOST ")");
	}
	bf_put_str(sql, " from ");
	put_name(sql, conn, ask->view, dot);
	bf_put_char(sql, '.');
	put_name(sql, conn, ask->view + dot + 1, strlen(ask->view + dot + 1));
	if (ask->after) {
		bf_put_str(sql, " where ");
		put_name(sql, conn, ask->changed, strlen(ask->changed));
		bf_put_str(sql, " > $1::timestamptz");
	}
	return sql->data;
}

/* The number is in the memory of libpq and nowhere else. */
static bool
row_take(struct rows *rows, const PGresult *res)
{
	const char *values[COLUMNS_MOST];
	char digits[BF_NATIONAL_SIZE], macs[2 * BF_MAC_HEX];
	int i, n = PQnfields(res);

	for (i = 0; i < n; i++)
		values[i] = PQgetisnull(res, 0, i) ? NULL
						   : PQgetvalue(res, 0, i);
	if (values[0] && bf_national_read(values[0], digits)) {
		bf_keys_macs(&rows->keys, digits, macs);
		values[0] = macs;
	} else
		values[0] = NULL;
	explicit_bzero(digits, sizeof(digits));
	return rows->take(rows->req, rows->object, values);
}

static bool
rows_take(struct rows *rows)
{
	PGresult *res;
	bool good = true;

	while (good && (res = bf_reader_next(&rows->reader))) {
		if (PQresultStatus(res) == PGRES_SINGLE_TUPLE)
			good = row_take(rows, res);
		PQclear(res);
	}
	return good && rows->reader.fault->word == NULL;
}

static bool
read_all(struct rows *rows)
{
	const char *const values[] = { rows->ask->after };
	const char *sql = select_sql(rows);

	if (!PQsendQueryParams(rows->reader.conn, sql, values[0] ? 1 : 0, NULL,
		    values, NULL, NULL, 0)
		|| !PQsetSingleRowMode(rows->reader.conn))
		return bf_reader_fail(&rows->reader, "unreachable",
			"the connection was lost");
	return rows_take(rows);
}

static void
keys_forget(void *keys)
{
	explicit_bzero(keys, sizeof(struct bf_keys));
}

static bool
keys_ready(struct rows *rows, struct bf_arena *arena)
{
	struct bf_err err = { 0 };

	bf_defer(arena, keys_forget, &rows->keys);
	return bf_keys_read(rows->req->host->settings->keys, &rows->keys, &err)
		|| bf_fail(rows->req, &BF_INTERNAL, "%s", err.text);
}

bool
bf_foreign_read(struct bf_req *req, const struct bf_foreign *ask,
	bf_foreign_row *take, void *object, struct bf_foreign_fault *fault)
{
	struct rows *rows = bf_alloc(req->arena, sizeof(*rows));
	int whole = ask->whole ? ask->whole : WHOLE;

	*fault = (struct bf_foreign_fault){ 0 };
	*rows = (struct rows){ .req = req,
		.ask = ask,
		.take = take,
		.object = object,
		.reader = { .arena = req->arena,
			.fault = fault,
			.silence = ask->silence ? ask->silence : SILENCE,
			.end = bf_clock() + whole } };
	return keys_ready(rows, req->arena)
		&& bf_reader_open(&rows->reader, ask->file) && shape_same(rows)
		&& read_all(rows);
}
