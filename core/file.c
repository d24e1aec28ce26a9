/* Reads files and lists folders. */
#include "file.h"
#include <belfort/arena.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool
bf_file_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

/* Read up to SIZE bytes; what was read, or -1. */
static ssize_t
read_all(int fd, char *data, size_t size)
{
	size_t got = 0;
	ssize_t n;

	while (got < size) {
		n = read(fd, data + got, size - got);
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		got += (size_t)n;
	}
	return (ssize_t)got;
}

char *
bf_file_read(struct bf_arena *arena, const char *path, size_t max, size_t *len,
	struct bf_err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	char *data = NULL;
	ssize_t got = -1;

	if (fd < 0 || fstat(fd, &st) < 0)
		(void)bf_err(err, "%s: %s", path, strerror(errno));
	else if (!S_ISREG(st.st_mode) || st.st_size > (off_t)max)
		(void)bf_err(err, "%s: no file, or over %zu bytes", path, max);
	else {
		data = bf_alloc(arena, (size_t)st.st_size + 1);
		got = read_all(fd, data, (size_t)st.st_size);
		if (got < 0)
			(void)bf_err(err, "%s: %s", path, strerror(errno));
	}
	if (fd >= 0)
		close(fd);
	*len = got < 0 ? 0 : (size_t)got;
	return got < 0 ? NULL : data;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
ends_with(const char *name, const char *suffix)
{
	size_t len = strlen(name), cut = strlen(suffix);

	return len > cut && strcmp(name + len - cut, suffix) == 0;
}

static size_t
dir_count(DIR *dir)
{
	size_t n = 0;

	while (readdir(dir))
		n++;
	rewinddir(dir);
	return n;
}

const char **
bf_file_list(struct bf_arena *arena, const char *path, const char *suffix,
	struct bf_err *err)
{
	DIR *dir = opendir(path);
	const char **names;
	struct dirent *file;
	size_t n = 0, max = dir ? dir_count(dir) : 0;

	if (dir == NULL && errno != ENOENT) {
		(void)bf_err(err, "%s: %s", path, strerror(errno));
		return NULL;
	}
	names = bf_alloc(arena, (max + 1) * sizeof(*names));
	while (dir && n < max && (file = readdir(dir)))
		if (ends_with(file->d_name, suffix))
			names[n++] = bf_strdup(arena, file->d_name);
	if (dir)
		closedir(dir);
	qsort(names, n, sizeof(*names), by_name);
	return names;
}
