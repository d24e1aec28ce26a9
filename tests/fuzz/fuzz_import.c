/* An import file: every row is cells of text, or the fault names its line; a
 * cell is kept in the form of its type, or a sentence says why not.  Written
 * again as CSV, the rows read the same.
 */
#include "../core/req.h"
#include "csv.h"
#include "fuzz.h"
#include <stdio.h>

static const struct bf_field columns[] = {
	{ "t", BF_TEXT, .min = 2, .max = 20 },
	{ "i", BF_INT, .min = -5, .max = 1000 },
	{ "c", BF_CHOICE, .choices = "nl en fr" },
	{ "d", BF_DAY, .required = true },
	{ "e", BF_CENTS },
	{ "p", BF_PATH },
	{ "n", BF_NATIONAL },
	{ "b", BF_IBAN },
};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
checked(struct bf_arena *arena, const char *cell, size_t column)
{
	const char *value;
	const char *wrong = bf_field_check(
		arena, &columns[column % COLUMNS], cell, &value);

	must(!wrong || *wrong);
	must(wrong || !value || bf_text_ok(value, strlen(value)));
}

/* RFC 4180, all between quotes. */
static void
cell_put(struct bf_buf *out, const char *cell)
{
	bf_put_char(out, '"');
	for (; *cell; cell++) {
		if (*cell == '"')
			bf_put_char(out, '"');
		bf_put_char(out, *cell);
	}
	bf_put_str(out, "\",");
}

/* The rows of FILE written to OUT; how many. */
static long
rows(struct bf_arena *arena, FILE *file, struct bf_buf *out, bool *whole)
{
	struct bf_csv *csv = bf_csv_open(arena, file, ',');
	struct bf_err err = { "" };
	long n = 0, line = 0;
	size_t count, i;
	char **cells;
	int got;

	while ((got = bf_csv_next(csv, &cells, &count, &err)) == 1) {
		must(bf_csv_line(csv) > line);
		line = bf_csv_line(csv);
		for (i = 0; i < count; i++) {
			checked(arena, cells[i], i);
			cell_put(out, cells[i]);
		}
		bf_put_str(out, "\"\"\n");
		n++;
	}
	must(got == 0 || strncmp(err.text, "line ", 5) == 0);
	*whole = got == 0;
	return n;
}

static long
rows_of(struct bf_arena *arena, const void *data, size_t size,
	struct bf_buf *out, bool *whole)
{
	FILE *file = fmemopen((void *)(uintptr_t)data, size, "rb");
	long n;

	needs(file != NULL);
	n = rows(arena, file, out, whole);
	fclose(file);
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_buf *first = bf_buf_new(arena, 0);
	struct bf_buf *again = bf_buf_new(arena, 0);
	bool whole;
	long n = size ? rows_of(arena, data, size, first, &whole) : 0;

	if (n > 0) {
		must(rows_of(arena, first->data, first->len, again, &whole)
			== n);
		must(whole && again->len == first->len + 3 * (size_t)n);
	}
	bf_arena_free(arena);
	return 0;
}
