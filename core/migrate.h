/* The files that migrations read: sql/<feature>/ of an installation. */
#ifndef CORE_MIGRATE_H
#define CORE_MIGRATE_H

#include "tool.h"

struct bf_sql_file {
	const char *name; /* "0001-tables.sql" */
	const char *path;
	const char *text;
	char sha256[65];
};

/* The files *.sql of FOLDER in the order of their names; *COUNT is 0 when
 * there is no such folder. */
BF_CHECKED bool bf_sql_files(struct bf_arena *arena, const char *folder,
	struct bf_sql_file **out, size_t *count, struct bf_err *err);
/* The words of the file at PATH, ended by NULL; none when it is absent. */
BF_CHECKED bool bf_sql_words(struct bf_arena *arena, const char *path,
	const char *const **out, struct bf_err *err);

#endif
