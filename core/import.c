/* belfort import: files into a feature, all of them or none. */
#include "import.h"
#include "crypt.h"
#include "permit.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

struct import {
	struct bf_tool *tool;
	struct bf_arena *arena;
	PGconn *conn;
	const char *feature;
	json_t *pools, *described;
	struct bf_shape *shapes;
	size_t shape_count;
	struct bf_buf *said; /* told after the commit, when it is true */
};

static bool
shapes_find(struct import *im, struct bf_err *err)
{
	const struct bf_pool_settings *pool = bf_settings_serving(
		im->tool->settings, im->feature);

	if (pool && bf_pool_shut_in(pool))
		return bf_err(err,
			"%s is code that the city did not write: it takes no "
			"files here, its own pages must",
			im->feature);
	if (!bf_describe_pools(im->tool, &im->pools, err))
		return false;
	im->described = bf_describe_find(im->pools, im->feature);
	if (im->described == NULL)
		return bf_err(err, "%s names no plugin %s",
			im->tool->settings->file, im->feature);
	im->shapes = bf_shapes_read(im->arena,
		json_object_get(im->described, "imports"), &im->shape_count);
	if (im->shape_count == 0)
		return bf_err(err, "plugin %s reads no files", im->feature);
	return true;
}

/* What the feature counted beside the rows: ", nodes 153". */
static void
say_counts(struct bf_buf *out, json_t *summary)
{
	json_t *value;
	const char *key;

	json_object_foreach (summary, key, value)
		if (json_is_integer(value) && strcmp(key, "rows") != 0)
			bf_put_fmt(out, ", %s %lld", key,
				(long long)json_integer_value(value));
}

static void
say(struct bf_buf *out, const struct bf_input *source,
	const struct bf_layout *layout, long rows, const char *text)
{
	json_t *summary = json_loads(text, 0, NULL);
	const char *result = json_string_value(
		json_object_get(summary, "result"));

	bf_put_fmt(out, "%s (%s): %ld rows read", source->name,
		layout->shape->name, rows);
	say_counts(out, summary);
	if (result && strcmp(result, "unchanged") == 0)
		bf_put_str(out, "; it was imported before, nothing changed");
	bf_put_char(out, '\n');
	json_decref(summary);
}

/* The feature's own function takes the rows over and gives a summary. */
static bool
finish(struct import *im, const struct bf_input *source,
	const struct bf_layout *layout, long rows, struct bf_err *err)
{
	char hash[BF_SHA256_HEX];
	const char *const values[] = { layout->shape->name, source->name, hash,
		NULL };
	PGresult *res;

	bf_sha256_hex(source->sum, hash);
	if (!bf_admin_rows(im->arena, im->conn,
		    bf_printf(im->arena, "select %s.import_finish($1, $2, $3)",
			    im->feature),
		    values, &res, err))
		return false;
	say(im->said, source, layout, rows, PQgetvalue(res, 0, 0));
	return true;
}

static bool
file_import(struct import *im, const char *path, struct bf_err *err)
{
	struct bf_input *source = bf_alloc(im->arena, sizeof(*source));
	struct bf_layout layout = { 0 };
	long rows = 0;

	return bf_layout_find(im->arena, path, im->feature, im->shapes,
		       im->shape_count, &layout, err)
		&& bf_input_open(im->arena, path, source, err)
		&& bf_admin_run(im->conn, NULL,
			bf_printf(
				im->arena, "truncate %s", layout.shape->table),
			err)
		&& bf_rows_copy(im->conn, source, &layout, &rows, err)
		&& finish(im, source, &layout, rows, err);
}

static bool
files_import(struct import *im, struct bf_err *err)
{
	char **path;

	if (!bf_admin_run(im->conn, NULL, "begin", err)
		|| !bf_admin_become(im->arena, im->conn, im->feature, err))
		return false;
	for (path = im->tool->operands + 1; *path; path++)
		if (!file_import(im, *path, err))
			return false;
	if (!bf_admin_run(im->conn, NULL, "commit", err))
		return false;
	fputs(im->said->data, stdout);
	return true;
}

bool
bf_tool_import(struct bf_tool *tool, struct bf_err *err)
{
	struct import im = { .tool = tool,
		.arena = tool->arena,
		.feature = tool->operands[0],
		.said = bf_buf_new(tool->arena, 0) };

	return shapes_find(&im, err) && bf_admin_open(tool, &im.conn, err)
		&& bf_tool_may(
			tool, im.pools, im.conn, im.described, "import", err)
		&& bf_admin_lock(im.arena, im.conn,
			bf_printf(im.arena, "import of %s", im.feature), err)
		&& files_import(&im, err);
}
