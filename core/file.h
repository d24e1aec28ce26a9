/* Whole files into memory. */
#ifndef CORE_FILE_H
#define CORE_FILE_H

#include "err.h"

/* All of PATH, ended by NUL, of at most MAX bytes; NULL fills ERR. */
char *bf_file_read(struct bf_arena *arena, const char *path, size_t max,
	size_t *len, struct bf_err *err);
bool bf_file_exists(const char *path);
/* The names in DIR that end with SUFFIX, sorted, ended by NULL; an absent
 * folder has none.  NULL fills ERR: it cannot be read. */
const char **bf_file_list(struct bf_arena *arena, const char *dir,
	const char *suffix, struct bf_err *err);

#endif
