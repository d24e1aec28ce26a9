/* Reading a file of rows: CSV (RFC 4180), as it is or compressed with gzip.
 *
 * For jobs whose files have columns that are known only when they run; others
 * declare a bf_import.
 */
#ifndef BELFORT_ROWS_H
#define BELFORT_ROWS_H

#include <belfort/base.h>
#include <stddef.h>

struct bf_rows;

/* The file at PATH, whose cells are parted by DELIMITER; a link is none,
 * because who puts it there may not be who may read what it leads to.  NULL:
 * *WHY tells. It is closed with the arena. */
BF_API struct bf_rows *bf_rows_open(struct bf_arena *arena, const char *path,
	char delimiter, const char **why);
/* The next row: 1 and its CELLS, ended with NUL and good until the next call; 0
 * at the end; -1 and *WHY, in English and without a word of the file. */
BF_API int bf_rows_next(
	struct bf_rows *rows, char ***cells, size_t *count, const char **why);
/* The line on which that row begins, from 1. */
BF_API long bf_rows_line(const struct bf_rows *rows);
/* SHA-256 of what was read so far, uncompressed, in 64 hexadecimal digits: at
 * the end, of the file.  It can be asked once, and then nothing is read. */
BF_API const char *bf_rows_sha256(struct bf_rows *rows);
/* The same of a whole file that is read for it; NULL: *WHY tells. */
BF_API const char *
bf_rows_sha256_of(struct bf_arena *arena, const char *path, const char **why);

#endif
