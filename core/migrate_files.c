/* Reads the SQL files of a feature. */
#include "crypt.h"
#include "file.h"
#include "migrate.h"
#include <belfort/arena.h>
#include <string.h>

#define FILE_MOST (16UL * 1024 * 1024)

static bool
sql_read(struct bf_arena *arena, struct bf_sql_file *file, struct bf_err *err)
{
	struct bf_sha256 *sum;
	size_t len;

	file->text = bf_file_read(arena, file->path, FILE_MOST, &len, err);
	if (file->text == NULL)
		return false;
	if (strlen(file->text) != len)
		return bf_err(err, "%s: it holds a NUL byte", file->path);
	sum = bf_sha256_new(arena);
	bf_sha256_add(sum, file->text, len);
	bf_sha256_hex(sum, file->sha256);
	return true;
}

bool
bf_sql_files(struct bf_arena *arena, const char *folder,
	struct bf_sql_file **out, size_t *count, struct bf_err *err)
{
	const char **names = bf_file_list(arena, folder, ".sql", err);
	size_t i;

	*count = 0;
	if (names == NULL)
		return false;
	while (names[*count])
		++*count;
	*out = bf_alloc(arena, (*count + 1) * sizeof(**out));
	for (i = 0; i < *count; i++) {
		(*out)[i].name = names[i];
		(*out)[i].path = bf_printf(arena, "%s/%s", folder, names[i]);
		if (!sql_read(arena, &(*out)[i], err))
			return false;
	}
	return true;
}

bool
bf_sql_words(struct bf_arena *arena, const char *path, const char *const **out,
	struct bf_err *err)
{
	static const char space[] = " \t\r\n";
	const char **words = bf_alloc(arena, sizeof(*words));
	char *text, *rest, *at;
	size_t n = 0, len;

	*out = words;
	if (!bf_file_exists(path))
		return true;
	text = bf_file_read(arena, path, FILE_MOST, &len, err);
	if (text == NULL)
		return false;
	*out = words = bf_alloc(arena, (len / 2 + 2) * sizeof(*words));
	for (at = strtok_r(text, space, &rest); at;
		at = strtok_r(NULL, space, &rest))
		words[n++] = at;
	return true;
}
