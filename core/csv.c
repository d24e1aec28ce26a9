/* Reads CSV, row by row, and says where a file breaks off. */
#include "csv.h"
#include "walk.h"
#include <belfort/arena.h>
#include <errno.h>
#include <string.h>

#define BLOCK 65536
#define ROW_MAX (4 << 20)

/* What goes wrong in a row; the words are in faults[]. */
enum fault {
	FINE,
	LONG_ROW,
	STRAY_QUOTE,
	AFTER_QUOTE,
	OPEN_QUOTE,
	NUL,
	BROKEN
};

static const char *const faults[] = {
	[LONG_ROW] = "the row is longer than 4 MB: is a quote left open?",
	[STRAY_QUOTE] = "a quote stands inside a cell that does not begin "
			"with one: write the cell between quotes and double "
			"the quote",
	[AFTER_QUOTE] = "text follows the quote that ends a cell",
	[OPEN_QUOTE] = "a quote is left open until the end of the file",
	[NUL] = "the row holds a NUL byte: is this a text file in UTF-8?",
	[BROKEN] = "the row is not UTF-8, or holds control characters",
};

struct bf_csv {
	struct bf_arena *arena;
	FILE *file;
	char delimiter;
	unsigned char block[BLOCK];
	size_t at, end;
	char *row; /* the cells of this row, each ended with NUL */
	size_t len, size;
	size_t *starts; /* where in ROW each cell begins */
	char **cells;
	size_t count, room;
	long line, row_line;
	bool plain; /* all bytes of the row are ASCII text */
};

struct bf_csv *
bf_csv_open(struct bf_arena *arena, FILE *file, char delimiter)
{
	struct bf_csv *csv = bf_alloc(arena, sizeof(*csv));

	csv->arena = arena;
	csv->file = file;
	csv->delimiter = delimiter;
	csv->line = 1;
	return csv;
}

static bool
fill(struct bf_csv *csv)
{
	csv->at = 0;
	csv->end = fread(csv->block, 1, BLOCK, csv->file);
	return csv->end > 0;
}

/* The next byte without taking it, or EOF. */
static int
peek(struct bf_csv *csv)
{
	if (csv->at == csv->end && !fill(csv))
		return EOF;
	return csv->block[csv->at];
}

static int
take(struct bf_csv *csv)
{
	int c = peek(csv);

	if (c == EOF)
		return EOF;
	csv->at++;
	csv->line += c == '\n';
	return c;
}

static void *
grown(struct bf_csv *csv, const void *old, size_t used, size_t size)
{
	void *out = bf_alloc(csv->arena, size);

	if (used > 0)
		memcpy(out, old, used);
	return out;
}

static void
put(struct bf_csv *csv, int c)
{
	if (csv->len == csv->size) {
		csv->size = csv->size ? 2 * csv->size : 4096;
		csv->row = grown(csv, csv->row, csv->len, csv->size);
	}
	csv->plain &= c >= ' ' && c < 0x7f;
	csv->row[csv->len++] = (char)c;
}

static void
cell_begin(struct bf_csv *csv)
{
	if (csv->count == csv->room) {
		csv->room = csv->room ? 2 * csv->room : 32;
		csv->starts = grown(csv, csv->starts,
			csv->count * sizeof(size_t),
			csv->room * sizeof(size_t));
		csv->cells = grown(csv, NULL, 0, csv->room * sizeof(char *));
	}
	csv->starts[csv->count++] = csv->len;
}

static void
cell_end(struct bf_csv *csv)
{
	bool plain = csv->plain;

	put(csv, '\0');
	csv->plain = plain;
}

static bool
ends_cell(const struct bf_csv *csv, int c)
{
	return c == csv->delimiter || c == '\n' || c == '\r' || c == EOF;
}

static enum fault
cell_plain(struct bf_csv *csv)
{
	int c;

	while (!ends_cell(csv, c = peek(csv))) {
		if (c == '"')
			return STRAY_QUOTE;
		if (c == '\0')
			return NUL;
		if (csv->len > ROW_MAX)
			return LONG_ROW;
		put(csv, take(csv));
	}
	return FINE;
}

static enum fault
cell_quoted(struct bf_csv *csv)
{
	int c;

	take(csv);
	while ((c = take(csv)) != EOF) {
		if (c == '\0')
			return NUL;
		if (c == '"' && peek(csv) != '"')
			return ends_cell(csv, peek(csv)) ? FINE : AFTER_QUOTE;
		if (c == '"')
			take(csv);
		if (csv->len > ROW_MAX)
			return LONG_ROW;
		put(csv, c);
	}
	return OPEN_QUOTE;
}

/* Take what ends a row: LF, CR or both. */
static void
row_end(struct bf_csv *csv)
{
	if (take(csv) != '\r')
		return;
	if (peek(csv) == '\n')
		take(csv);
	else
		csv->line++;
}

static enum fault
row_read(struct bf_csv *csv)
{
	enum fault fault;

	csv->len = csv->count = 0;
	csv->plain = true;
	csv->row_line = csv->line;
	for (;;) {
		cell_begin(csv);
		fault = peek(csv) == '"' ? cell_quoted(csv) : cell_plain(csv);
		if (fault != FINE)
			return fault;
		cell_end(csv);
		if (peek(csv) != csv->delimiter)
			break;
		take(csv);
	}
	row_end(csv);
	return FINE;
}

static bool
row_empty(const struct bf_csv *csv)
{
	return csv->count == 1 && csv->row[0] == '\0';
}

/* The rows that are not plain ASCII are checked as UTF-8, cell by cell. */
static bool
cells_ready(struct bf_csv *csv)
{
	size_t i, len;

	for (i = 0; i < csv->count; i++) {
		csv->cells[i] = csv->row + csv->starts[i];
		len = (i + 1 < csv->count ? csv->starts[i + 1] : csv->len) - 1
			- csv->starts[i];
		if (!csv->plain && !bf_text_ok(csv->cells[i], len))
			return false;
	}
	return true;
}

static void
mark_pass(struct bf_csv *csv)
{
	static const unsigned char mark[] = { 0xef, 0xbb, 0xbf };

	if (csv->end == 0 && fill(csv) && csv->end >= sizeof(mark)
		&& memcmp(csv->block, mark, sizeof(mark)) == 0)
		csv->at = sizeof(mark);
}

static int
failed(const struct bf_csv *csv, enum fault fault, struct bf_err *err)
{
	(void)bf_err(err, "line %ld: %s", csv->row_line, faults[fault]);
	return -1;
}

int
bf_csv_next(
	struct bf_csv *csv, char ***cells, size_t *count, struct bf_err *err)
{
	enum fault fault;

	if (csv->line == 1)
		mark_pass(csv);
	do {
		if (peek(csv) == EOF && !ferror(csv->file))
			return 0;
		fault = row_read(csv);
		if (ferror(csv->file)) {
			(void)bf_err(err, "line %ld: the file breaks off: %s",
				csv->line, strerror(errno));
			return -1;
		}
		if (fault != FINE)
			return failed(csv, fault, err);
	} while (row_empty(csv));
	if (!cells_ready(csv))
		return failed(csv, BROKEN, err);
	*cells = csv->cells;
	*count = csv->count;
	return 1;
}

long
bf_csv_line(const struct bf_csv *csv)
{
	return csv->row_line;
}
