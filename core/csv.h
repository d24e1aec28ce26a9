/* CSV: a reader for imports, a writer for rows of a document. */
#ifndef CORE_CSV_H
#define CORE_CSV_H

#include "err.h"
#include <jansson.h>
#include <stdio.h>

struct bf_csv;

/* Read FILE as RFC 4180 with DELIMITER; quoted cells may hold line breaks, a
 * byte-order mark is passed over. */
struct bf_csv *bf_csv_open(struct bf_arena *arena, FILE *file, char delimiter);
/* The next row: 1 and its cells, 0 at the end, -1 with ERR naming the line and
 * what is wrong (a quote left open, broken UTF-8, a NUL).  Cells live until
 * the next call. */
int bf_csv_next(
	struct bf_csv *csv, char ***cells, size_t *count, struct bf_err *err);
/* The line on which the row last read begins, from 1. */
long bf_csv_line(const struct bf_csv *csv);

/* The rows of DOC as CSV: SPEC is "member: column column:euro ...", as in
 * struct bf_route; a dotted column reaches inside.  Byte-order mark, ; and
 * CRLF, decimal comma: a Belgian spreadsheet opens it. */
void bf_csv_rows(struct bf_buf *out, const char *spec, json_t *doc);
/* Whether SPEC can be read; checked when a plugin is loaded. */
BF_CHECKED bool bf_csv_spec(const char *spec, struct bf_err *err);

#endif
