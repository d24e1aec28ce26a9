/* Checks the rows of a file one by one and copies them to the database. */
#include "arena.h"
#include "crypt.h"
#include "csv.h"
#include "import.h"
#include "walk.h"
#include <belfort/buf.h>
#include <string.h>
#include <unistd.h>

#define BAD_MOST 20
#define SHOWN_MOST 60
#define PIECE 65536
#define PROGRESS_EACH 2000

static const struct bf_field amount_field = { .name = "amount",
	.type = BF_CENTS };

struct rows {
	PGconn *conn;
	struct bf_input *source;
	const struct bf_layout *layout;
	struct bf_keeper *keeper;
	struct bf_arena *file_arena; /* lives as long as the file is read */
	struct bf_arena *row_arena;  /* emptied after each row */
	struct bf_csv *csv;
	struct bf_buf *piece;
	const char **values; /* of this row, checked; NULL is absent */
	long count, bad;
	bool row_bad; /* this row has been counted in BAD */
	bool terminal;
};

/* A value in a message: one line, not too long, cut between characters. */
static const char *
shown(struct bf_arena *arena, const char *value)
{
	size_t len = strlen(value), cut = len, i;
	char *out;

	if (len > SHOWN_MOST)
		cut = SHOWN_MOST;
	while (cut < len && cut > 0
		&& ((unsigned char)value[cut] & 0xc0) == 0x80)
		cut--;
	out = bf_strndup(arena, value, cut);
	for (i = 0; i < cut; i++)
		if (strchr("\t\r\n", out[i]))
			out[i] = ' ';
	return bf_printf(arena, "\"%s\"%s", out, cut < len ? "..." : "");
}

/* VALUE is what stands there, or NULL: it is not said. */
static void
bad_row(struct rows *r, const char *heading, const char *value,
	const char *reason)
{
	if (r->terminal && r->bad == 0)
		fputc('\n', stderr);
	r->bad += !r->row_bad;
	r->row_bad = true;
	fprintf(stderr, "%s, line %ld", r->source->path, bf_csv_line(r->csv));
	if (heading)
		fprintf(stderr, ", column %s", heading);
	if (value)
		fprintf(stderr, ": %s", shown(r->row_arena, value));
	fprintf(stderr, ": %s\n", reason);
}

static const char *
cell_check(
	struct rows *r, const struct bf_field *field, size_t cell, char **cells)
{
	const char *value;
	const char *wrong = bf_field_check(
		r->row_arena, field, cells[cell], &value);

	if (wrong)
		bad_row(r, r->layout->headings[cell],
			bf_type_secret(field->type) ? NULL : cells[cell],
			wrong);
	return value;
}

/* The text format of COPY: tab, line break and backslash are escaped. */
static void
put_value(struct bf_buf *out, const char *value)
{
	size_t len;

	if (value == NULL) {
		bf_put(out, "\\N", 2);
		return;
	}
	while (*value) {
		len = strcspn(value, "\\\t\r\n");
		bf_put(out, value, len);
		value += len;
		if (*value == '\0')
			break;
		bf_put_char(out, '\\');
		bf_put_char(out,
			*value == '\t'           ? 't'
				: *value == '\r' ? 'r'
				: *value == '\n' ? 'n'
						 : '\\');
		value++;
	}
}

static void
put_row(struct rows *r, const char *key, const char *amount)
{
	const struct bf_shape *shape = r->layout->shape;
	size_t i;

	for (i = 0; i < shape->count; i++) {
		if (shape->fields[i].type == BF_NATIONAL)
			bf_keeper_put(r->keeper, r->piece, r->values[i]);
		else
			put_value(r->piece, r->values[i]);
		bf_put_char(r->piece, '\t');
	}
	if (key) {
		put_value(r->piece, key);
		bf_put_char(r->piece, '\t');
		put_value(r->piece, amount);
		bf_put_char(r->piece, '\t');
	}
	bf_put_fmt(r->piece, "%ld\n", bf_csv_line(r->csv));
}

/* A row each for "amount.2026", "amount.2027" ...; an empty cell gives none. */
static void
put_spread(struct rows *r, char **cells)
{
	const struct bf_spread *s = r->layout->spreads;
	const char *amount;
	size_t i;

	for (i = 0; i < r->layout->spread_count; i++) {
		amount = cell_check(r, &amount_field, s[i].cell, cells);
		if (amount)
			put_row(r, s[i].key, amount);
	}
}

static void
row_take(struct rows *r, char **cells, size_t count)
{
	const struct bf_layout *layout = r->layout;
	size_t i;

	r->count++;
	r->row_bad = false;
	if (count != layout->width) {
		bad_row(r, NULL, NULL,
			bf_printf(r->row_arena,
				"the row has %zu cells, the header row %zu",
				count, layout->width));
		return;
	}
	for (i = 0; i < layout->shape->count; i++)
		r->values[i] = cell_check(
			r, &layout->shape->fields[i], layout->cells[i], cells);
	if (layout->shape->spread)
		put_spread(r, cells);
	else
		put_row(r, NULL, NULL);
}

static void
progress(struct rows *r, bool last)
{
	if (!r->terminal || r->bad > 0)
		return;
	if (last || r->count % PROGRESS_EACH == 0)
		fprintf(stderr, "\r%s: %ld rows, %d %%%s", r->source->name,
			r->count, bf_input_percent(r->source),
			last ? "\n" : "");
}

/* Send what is ready; nothing more after the first bad row. */
static bool
piece_send(struct rows *r, bool last, struct bf_err *err)
{
	bool good = true;

	if (r->piece->len < PIECE && !last)
		return true;
	if (r->bad == 0 && r->piece->len > 0)
		good = PQputCopyData(
			       r->conn, r->piece->data, (int)r->piece->len)
			== 1;
	r->piece->len = 0;
	return good
		|| bf_err(err, "%s: %s", r->source->path,
			PQerrorMessage(r->conn));
}

/* All rows after the header row; after too many bad ones it stops. */
static bool
rows_read(struct rows *r, struct bf_err *err)
{
	struct bf_err wrong = { 0 };
	char **cells;
	size_t count;
	int more = bf_csv_next(r->csv, &cells, &count, &wrong);

	while (more > 0 && r->bad < BAD_MOST) {
		more = bf_csv_next(r->csv, &cells, &count, &wrong);
		if (more <= 0)
			break;
		row_take(r, cells, count);
		progress(r, false);
		if (!piece_send(r, false, err))
			return false;
		bf_arena_reset(r->row_arena);
	}
	if (more < 0)
		return bf_err(err, "%s, %s", r->source->path, wrong.text);
	progress(r, true);
	return piece_send(r, true, err);
}

/* copy "budget"."import_x" ("a", "b", "line") from stdin */
static const char *
copy_sql(struct rows *r)
{
	const struct bf_shape *shape = r->layout->shape;
	struct bf_buf *out = bf_buf_new(r->file_arena, 0);
	size_t i;

	bf_put_fmt(out, "copy %s (", shape->table);
	for (i = 0; i < shape->count; i++)
		bf_put_fmt(out,
			shape->fields[i].type == BF_NATIONAL
				? "\"%1$s\", \"%1$s_old\", \"%1$s_sealed\", "
				: "\"%1$s\", ",
			shape->fields[i].name);
	bf_put_fmt(out, "%sline) from stdin",
		shape->spread ? "year, amount, " : "");
	return out->data;
}

static bool
copy_begin(struct rows *r, struct bf_err *err)
{
	const char *sql = copy_sql(r);
	PGresult *res = PQexec(r->conn, sql);
	bool good = PQresultStatus(res) == PGRES_COPY_IN
		|| bf_admin_fail(
			err, r->layout->shape->table, sql, r->conn, res);

	PQclear(res);
	return good;
}

/* End the COPY; WHY says that it is taken back. */
static bool
copy_end(struct rows *r, const char *why, struct bf_err *err)
{
	PGresult *res;
	bool good = PQputCopyEnd(r->conn, why) == 1;

	while ((res = PQgetResult(r->conn)) != NULL) {
		if (PQresultStatus(res) != PGRES_COMMAND_OK)
			good = bf_admin_fail(
				err, r->source->path, "", r->conn, res);
		PQclear(res);
	}
	return good;
}

static bool
copy(struct rows *r, struct bf_err *err)
{
	if (!copy_begin(r, err))
		return false;
	if (rows_read(r, err) && r->bad > 0)
		(void)bf_err(err,
			"%s: %s%ld of the %ld rows read are not right; "
			"nothing was changed",
			r->source->path, r->bad >= BAD_MOST ? "at least " : "",
			r->bad, r->count);
	return copy_end(r, err->text[0] ? "a bad row" : NULL, err)
		&& err->text[0] == '\0';
}

bool
bf_rows_copy(PGconn *conn, struct bf_input *source,
	const struct bf_layout *layout, struct bf_keeper *keeper, long *rows,
	struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	struct rows r = { .conn = conn,
		.source = source,
		.layout = layout,
		.keeper = keeper,
		.file_arena = arena,
		.row_arena = bf_arena_new(),
		.terminal = isatty(STDERR_FILENO) };
	bool good;

	r.csv = bf_csv_open(arena, source->file, layout->shape->delimiter);
	r.piece = bf_buf_new(arena, PIECE + PIECE / 2);
	r.values = bf_alloc(
		arena, (layout->shape->count + 1) * sizeof(*r.values));
	good = copy(&r, err);
	*rows = r.count;
	bf_arena_free(r.row_arena);
	bf_arena_free(arena);
	return good;
}
