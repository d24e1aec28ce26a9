/* Reads the SQL files of a feature. */
#include "crypt.h"
#include "migrate.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int
is_sql(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return entry->d_name[0] != '.' && len > 4
		&& strcmp(entry->d_name + len - 4, ".sql") == 0;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* The whole of the file at PATH, or NULL with ERR filled. */
static struct bf_buf *
file_read(struct bf_arena *arena, const char *path, struct bf_err *err)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	FILE *file = fopen(path, "re");
	char piece[8192];
	size_t len;
	bool broken;

	if (file == NULL) {
		(void)bf_err(err, "%s: %s", path, strerror(errno));
		return NULL;
	}
	while ((len = fread(piece, 1, sizeof(piece), file)) > 0)
		bf_put(out, piece, len);
	broken = ferror(file) || strlen(out->data) != out->len;
	fclose(file);
	if (!broken)
		return out;
	(void)bf_err(err, "%s: it cannot be read as text", path);
	return NULL;
}

static bool
sql_read(struct bf_arena *arena, struct bf_sql_file *file, struct bf_err *err)
{
	struct bf_buf *text = file_read(arena, file->path, err);
	struct bf_sha256 *sum;

	if (text == NULL)
		return false;
	file->text = text->data;
	sum = bf_sha256_new(arena);
	bf_sha256_add(sum, text->data, text->len);
	bf_sha256_hex(sum, file->sha256);
	return true;
}

bool
bf_sql_files(struct bf_arena *arena, const char *folder,
	struct bf_sql_file **out, size_t *count, struct bf_err *err)
{
	struct dirent **list = NULL;
	int i, n = scandir(folder, &list, is_sql, by_name);
	bool good = n >= 0 || errno == ENOENT
		|| bf_err(err, "%s: %s", folder, strerror(errno));
	struct bf_sql_file *files = NULL;

	*count = 0;
	if (n > 0)
		files = bf_alloc(arena, (size_t)n * sizeof(*files));
	for (i = 0; i < n; i++) {
		files[i].name = bf_strdup(arena, list[i]->d_name);
		files[i].path = bf_printf(
			arena, "%s/%s", folder, list[i]->d_name);
		good = good && sql_read(arena, &files[i], err);
		free(list[i]);
	}
	free(list);
	if (!good)
		return false;
	*out = files;
	*count = n > 0 ? (size_t)n : 0;
	return true;
}

bool
bf_sql_words(struct bf_arena *arena, const char *path, const char *const **out,
	struct bf_err *err)
{
	static const char space[] = " \t\r\n";
	struct bf_buf *text;
	const char **words;
	char *at, *rest;
	size_t n = 0;

	*out = bf_alloc(arena, sizeof(**out));
	if (access(path, F_OK) != 0)
		return true;
	text = file_read(arena, path, err);
	if (text == NULL)
		return false;
	words = bf_alloc(arena, (text->len / 2 + 2) * sizeof(*words));
	for (at = strtok_r(text->data, space, &rest); at;
		at = strtok_r(NULL, space, &rest))
		words[n++] = at;
	*out = words;
	return true;
}
