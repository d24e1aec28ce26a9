/* belfort import: files into a feature, all of them or none. */
#include "import.h"
#include "crypt.h"
#include "permit.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>
#include <unistd.h>

struct import {
	struct bf_tool *tool;
	struct bf_arena *arena;
	PGconn *conn;
	const char *feature;
	json_t *pools, *described;
	struct bf_shape *shapes;
	size_t shape_count;
	struct bf_keeper *keeper; /* NULL until a file has national numbers */
	bool keys_new;            /* the keys of before are needed no more */
	struct bf_buf *said;      /* told after the commit, when it is true */
};

static bool
shut_in(const struct import *im, const char *feature)
{
	const struct bf_pool_settings *pool = bf_settings_serving(
		im->tool->settings, feature);

	return pool && bf_pool_shut_in(pool);
}

/* The shapes of FEATURE. */
static void
shapes_take(struct import *im, json_t *feature)
{
	im->described = feature;
	im->feature = json_string_value(json_object_get(feature, "name"));
	im->shapes = bf_shapes_read(im->arena,
		json_object_get(feature, "imports"), &im->shape_count);
}

/* Those of FEATURE that WORD names; false when that is said of another feature
 * too. */
static bool
shapes_look(struct import *im, json_t *feature, const char *word,
	struct bf_err *err)
{
	struct import other = { .arena = im->arena };

	shapes_take(&other, feature);
	bf_shapes_named(other.shapes, &other.shape_count, word);
	if (other.shape_count == 0 || shut_in(im, other.feature))
		return true;
	if (im->feature)
		return bf_err(err,
			"both %s and %s read %s: name the feature instead",
			im->feature, other.feature, word);
	im->described = other.described;
	im->feature = other.feature;
	im->shapes = other.shapes;
	im->shape_count = other.shape_count;
	return true;
}

/* WORD is no feature: it may name shapes of one. */
static bool
shapes_search(
	struct import *im, json_t *pools, const char *word, struct bf_err *err)
{
	json_t *pool, *feature;
	size_t i, k;

	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), k, feature)
			if (!shapes_look(im, feature, word, err))
				return false;
	return im->feature
		|| bf_err(err,
			"%s names no plugin %s, and no plugin reads files of "
			"that name",
			im->tool->settings->file, word);
}

static bool
shapes_find(struct import *im, const char *word, struct bf_err *err)
{
	json_t *feature;

	if (shut_in(im, word))
		return bf_err(err,
			"%s is code that the city did not write: it takes no "
			"files here, its own pages must",
			word);
	if (!bf_describe_pools(im->tool, &im->pools, err))
		return false;
	feature = bf_describe_find(im->pools, word);
	if (feature == NULL)
		return shapes_search(im, im->pools, word, err);
	shapes_take(im, feature);
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

static bool
result_is(json_t *summary, const char *member, const char *word)
{
	const char *text = json_string_value(json_object_get(summary, member));

	return text && strcmp(text, word) == 0;
}

static void
say(struct bf_buf *out, const struct bf_input *source,
	const struct bf_layout *layout, long rows, json_t *summary)
{
	bf_put_fmt(out, "%s (%s): %ld rows read", source->name,
		layout->shape->name, rows);
	say_counts(out, summary);
	if (result_is(summary, "result", "unchanged"))
		bf_put_str(out, "; it was imported before, nothing changed");
	bf_put_char(out, '\n');
}

/* What is wrong with a row, or without a line with the file, and what to do. */
static void
say_fault(const struct bf_input *source, json_t *fault)
{
	json_t *line = json_object_get(fault, "line");
	const char *column = json_string_value(
		json_object_get(fault, "column"));

	fprintf(stderr, "%s", source->path);
	if (json_is_integer(line))
		fprintf(stderr, ", line %lld",
			(long long)json_integer_value(line));
	if (column)
		fprintf(stderr, ", column %s", column);
	fprintf(stderr, ": %s\n",
		json_string_value(json_object_get(fault, "text")));
}

/* What the feature cannot take over. */
static bool
say_faults(const struct bf_input *source, json_t *summary, struct bf_err *err)
{
	json_t *faults = json_object_get(summary, "faults"), *fault;
	size_t i;

	json_array_foreach (faults, i, fault)
		say_fault(source, fault);
	return bf_err(err, "%s: nothing was changed", source->path);
}

static bool
summary_take(struct import *im, const struct bf_input *source,
	const struct bf_layout *layout, long rows, json_t *summary,
	struct bf_err *err)
{
	if (result_is(summary, "result", "refused"))
		return say_faults(source, summary, err);
	im->keys_new |= result_is(summary, "keys", "new");
	say(im->said, source, layout, rows, summary);
	return true;
}

/* The feature's own function takes the rows over and gives a summary. */
static bool
finish(struct import *im, const struct bf_input *source,
	const struct bf_layout *layout, long rows, struct bf_err *err)
{
	char hash[BF_SHA256_HEX];
	const char *const values[] = { layout->shape->name, source->name, hash,
		NULL };
	json_t *summary;
	PGresult *res;
	bool good;

	bf_sha256_hex(source->sum, hash);
	if (isatty(STDERR_FILENO))
		fprintf(stderr, "%s: all rows are right, taking them over\n",
			source->name);
	if (!bf_admin_rows(im->arena, im->conn,
		    bf_printf(im->arena, "select %s.import_finish($1, $2, $3)",
			    im->feature),
		    values, &res, err))
		return false;
	summary = json_loads(PQgetvalue(res, 0, 0), 0, NULL);
	good = summary_take(im, source, layout, rows, summary, err);
	json_decref(summary);
	return good;
}

/* The keys, when a file of that shape is the first that needs them. */
static bool
keeper_ready(
	struct import *im, const struct bf_shape *shape, struct bf_err *err)
{
	if (shape->numbers && im->keeper == NULL)
		im->keeper = bf_keeper_open(
			im->arena, im->tool->settings->keys, err);
	return !shape->numbers || im->keeper;
}

static bool
file_import(struct import *im, const char *path, struct bf_err *err)
{
	struct bf_input *source = bf_alloc(im->arena, sizeof(*source));
	struct bf_layout layout = { 0 };
	long rows = 0;

	return bf_layout_find(im->arena, path, im->feature, im->shapes,
		       im->shape_count, &layout, err)
		&& keeper_ready(im, layout.shape, err)
		&& bf_input_open(im->arena, path, 0, source, err)
		&& bf_admin_run(im->conn, NULL,
			bf_printf(
				im->arena, "truncate %s", layout.shape->table),
			err)
		&& bf_rows_copy(
			im->conn, source, &layout, im->keeper, &rows, err)
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

/* Where all are known by the new keys, the ones of before go: those that were
 * read, not those of a rotation since. */
static bool
keys_settle(struct import *im, struct bf_err *err)
{
	if (!im->keys_new || !bf_keeper_rotated(im->keeper))
		return true;
	if (!bf_keys_drop(im->tool->settings->keys, err))
		return false;
	puts("All are known by the new keys; those of before were removed.");
	return true;
}

bool
bf_tool_import(struct bf_tool *tool, struct bf_err *err)
{
	struct import im = { .tool = tool,
		.arena = tool->arena,
		.said = bf_buf_new(tool->arena, 0) };

	return shapes_find(&im, tool->operands[0], err)
		&& bf_admin_open(tool, &im.conn, err)
		&& bf_tool_may(
			tool, im.pools, im.conn, im.described, "import", err)
		&& bf_admin_lock(im.arena, im.conn,
			bf_printf(im.arena, "import of %s", im.feature), err)
		&& files_import(&im, err) && keys_settle(&im, err);
}
