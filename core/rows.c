/* Reads files of rows for jobs of plugins. */
#include "crypt.h"
#include "csv.h"
#include "import.h"
#include <belfort/arena.h>
#include <belfort/rows.h>
#include <fcntl.h>

struct bf_rows {
	struct bf_arena *arena;
	struct bf_input input;
	struct bf_csv *csv;
	struct bf_err err;
};

struct bf_rows *
bf_rows_open(struct bf_arena *arena, const char *path, char delimiter,
	const char **why)
{
	struct bf_rows *rows = bf_alloc(arena, sizeof(*rows));

	rows->arena = arena;
	if (!bf_input_open(arena, path, O_NOFOLLOW, &rows->input, &rows->err)) {
		*why = rows->err.text;
		return NULL;
	}
	rows->csv = bf_csv_open(arena, rows->input.file, delimiter);
	return rows;
}

int
bf_rows_next(
	struct bf_rows *rows, char ***cells, size_t *count, const char **why)
{
	int more = bf_csv_next(rows->csv, cells, count, &rows->err);

	if (more < 0)
		*why = rows->err.text;
	return more;
}

long
bf_rows_line(const struct bf_rows *rows)
{
	return bf_csv_line(rows->csv);
}

const char *
bf_rows_sha256(struct bf_rows *rows)
{
	char *hex = bf_alloc(rows->arena, BF_SHA256_HEX);

	bf_sha256_hex(rows->input.sum, hex);
	return hex;
}

const char *
bf_rows_sha256_of(struct bf_arena *arena, const char *path, const char **why)
{
	struct bf_rows *rows = bf_rows_open(arena, path, ',', why);
	char *piece = bf_alloc(arena, BUFSIZ);

	if (rows == NULL)
		return NULL;
	while (fread(piece, 1, BUFSIZ, rows->input.file) > 0)
		;
	if (ferror(rows->input.file)) {
		*why = "it cannot be read to its end";
		return NULL;
	}
	return bf_rows_sha256(rows);
}
