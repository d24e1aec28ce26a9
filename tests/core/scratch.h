/* Files that a test makes: in a folder of its own, gone when it ends. */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char scratch[200];

static inline int
scratch_remove_one(
	const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st, (void)kind, (void)ftw;
	return remove(path);
}

static inline void
scratch_remove(void)
{
	nftw(scratch, scratch_remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* The folder, made at the first call. */
static inline const char *
scratch_dir(void)
{
	const char *top = getenv("TMPDIR");

	if (scratch[0])
		return scratch;
	snprintf(scratch, sizeof(scratch), "%s/belfort.XXXXXX",
		top ? top : "/tmp");
	if (mkdtemp(scratch) == NULL)
		exit(99); /* of TAP's harness: this is no result */
	atexit(scratch_remove);
	return scratch;
}

/* Put LEN bytes into the file NAME of the folder; its folders are made. */
static inline void
scratch_put(const char *name, const void *data, size_t len)
{
	char path[500], *slash = path + strlen(scratch_dir()) + 1;
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", scratch_dir(), name);
	while ((slash = strchr(slash, '/'))) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash++ = '/';
	}
	file = fopen(path, "wb");
	if (file == NULL || fwrite(data, 1, len, file) != len
		|| fclose(file) != 0)
		exit(99);
}

#endif
