/* The parts of `belfort import`: file, shape, rows. */
#ifndef CORE_IMPORT_H
#define CORE_IMPORT_H

#include "keys.h"
#include "tool.h"
#include <belfort/form.h>
#include <stdio.h>

/* What a feature declares as one kind of file: struct bf_import, read from the
 * description. */
struct bf_shape {
	const char *name, *table, *spread;
	char delimiter;
	struct bf_field *fields; /* ended by a row without a name */
	size_t count;
	bool numbers; /* a column is a national number */
};

/* A heading like "amount.2026": its place and what follows the dot. */
struct bf_spread {
	size_t cell;
	const char *key;
};

/* Where in a row of this file the cells of the shape are. */
struct bf_layout {
	const struct bf_shape *shape;
	size_t *cells; /* one for each field */
	struct bf_spread *spreads;
	size_t spread_count;
	size_t width; /* cells in the header row */
	const char **headings;
};

/* import_file.c: a file, plain or compressed, hashed while it is read. */
struct bf_input {
	FILE *file;
	const char *path;
	const char *name; /* without folders and .gz */
	struct bf_sha256 *sum;
	void *gz;
	long long size;     /* of the file on disk */
	long long unpacked; /* how much was read */
};

/* FLAGS: more of open(2). */
BF_CHECKED bool bf_input_open(struct bf_arena *arena, const char *path,
	int flags, struct bf_input *out, struct bf_err *err);
/* How much of it was read, from 0 to 100. */
int bf_input_percent(const struct bf_input *source);

/* import_shape.c */
struct bf_shape *
bf_shapes_read(struct bf_arena *arena, json_t *imports, size_t *count);
/* Keep of the *COUNT SHAPES those called WORD, or WORD_something. */
void bf_shapes_named(struct bf_shape *shapes, size_t *count, const char *word);
/* The shape whose columns the header row of the file at PATH has. */
BF_CHECKED bool bf_layout_find(struct bf_arena *arena, const char *path,
	const char *feature, const struct bf_shape *shapes, size_t count,
	struct bf_layout *out, struct bf_err *err);

/* import_numbers.c: what is kept instead of national numbers. */
struct bf_keeper;
struct bf_keeper *
bf_keeper_open(struct bf_arena *arena, const char *folder, struct bf_err *err);
/* Whether there is a key of before. */
bool bf_keeper_rotated(const struct bf_keeper *keeper);
/* The three columns for DIGITS (NULL: there is none), for COPY. */
void
bf_keeper_put(struct bf_keeper *keeper, struct bf_buf *out, const char *digits);

/* import_rows.c: check every row and copy it to the shape's table; *ROWS is
 * their number.  Rows that are not right are said on standard error.  KEEPER
 * may be NULL for a shape without numbers. */
BF_CHECKED bool bf_rows_copy(PGconn *conn, struct bf_input *source,
	const struct bf_layout *layout, struct bf_keeper *keeper, long *rows,
	struct bf_err *err);

#endif
