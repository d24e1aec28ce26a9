/* Decides by its header row which declared shape a file has. */
#include "csv.h"
#include "import.h"
#include "walk.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

static const char *
text_of(struct bf_arena *arena, json_t *object, const char *member)
{
	return bf_strdup(
		arena, json_string_value(json_object_get(object, member)));
}

static const char *
choices_of(struct bf_arena *arena, json_t *list)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	json_t *item;
	size_t i;

	json_array_foreach (list, i, item)
		bf_put_fmt(out, "%s%s", i ? " " : "", json_string_value(item));
	return out->data;
}

static void
field_read(struct bf_arena *arena, json_t *json, struct bf_field *out)
{
	const char *type = json_string_value(json_object_get(json, "type"));

	out->name = text_of(arena, json, "name");
	out->type = bf_type_of(type ? type : "");
	out->required = json_is_true(json_object_get(json, "required"));
	out->min = json_integer_value(json_object_get(json, "min"));
	out->max = json_integer_value(json_object_get(json, "max"));
	out->choices = choices_of(arena, json_object_get(json, "choices"));
	out->label = text_of(arena, json, "label");
}

static void
shape_read(struct bf_arena *arena, json_t *json, struct bf_shape *out)
{
	json_t *columns = json_object_get(json, "columns"), *column;
	const char *delimiter = text_of(arena, json, "delimiter");
	size_t i;

	out->name = text_of(arena, json, "shape");
	out->table = text_of(arena, json, "table");
	out->spread = text_of(arena, json, "spread");
	out->delimiter = delimiter && *delimiter ? *delimiter : ',';
	out->count = json_array_size(columns);
	out->fields = bf_alloc(arena, (out->count + 1) * sizeof(*out->fields));
	json_array_foreach (columns, i, column) {
		field_read(arena, column, &out->fields[i]);
		out->numbers |= out->fields[i].type == BF_NATIONAL;
	}
}

struct bf_shape *
bf_shapes_read(struct bf_arena *arena, json_t *imports, size_t *count)
{
	struct bf_shape *out;
	json_t *json;
	size_t i;

	*count = json_array_size(imports);
	out = bf_alloc(arena, (*count + 1) * sizeof(*out));
	json_array_foreach (imports, i, json)
		shape_read(arena, json, &out[i]);
	return out;
}

void
bf_shapes_named(struct bf_shape *shapes, size_t *count, const char *word)
{
	size_t len = strlen(word), kept = 0, i;
	const char *name;

	for (i = 0; i < *count; i++) {
		name = shapes[i].name;
		if (strncmp(name, word, len) == 0
			&& (name[len] == '\0' || name[len] == '_'))
			shapes[kept++] = shapes[i];
	}
	*count = kept;
}

/* The header row of the file at PATH, read with DELIMITER. */
static bool
header_read(struct bf_arena *arena, const char *path, char delimiter,
	struct bf_layout *out, struct bf_err *err)
{
	/* It is closed with the arena, so it must live as long. */
	struct bf_input *source = bf_alloc(arena, sizeof(*source));
	struct bf_err wrong = { 0 };
	char **cells;
	size_t i;

	if (!bf_input_open(arena, path, 0, source, err))
		return false;
	switch (bf_csv_next(bf_csv_open(arena, source->file, delimiter), &cells,
		&out->width, &wrong)) {
	case -1:
		return bf_err(err, "%s: %s", path, wrong.text);
	case 0:
		return bf_err(err, "%s: the file is empty", path);
	default:
		break;
	}
	out->headings = bf_alloc(arena, out->width * sizeof(*out->headings));
	for (i = 0; i < out->width; i++)
		out->headings[i] = bf_strdup(arena, cells[i]);
	return true;
}

/* The place of HEADING in the header row; false when it is not there. */
static bool
heading_find(const struct bf_layout *layout, const char *heading, size_t *cell)
{
	for (*cell = 0; *cell < layout->width; ++*cell)
		if (strcmp(layout->headings[*cell], heading) == 0)
			return true;
	return false;
}

static void
spreads_find(struct bf_arena *arena, struct bf_layout *layout)
{
	const char *prefix = layout->shape->spread;
	struct bf_spread *s;
	size_t i, len = prefix ? strlen(prefix) : 0;

	layout->spreads = bf_alloc(arena, layout->width * sizeof(*s));
	for (i = 0; prefix && i < layout->width; i++) {
		if (strncmp(layout->headings[i], prefix, len) != 0)
			continue;
		s = &layout->spreads[layout->spread_count++];
		s->cell = i;
		s->key = layout->headings[i] + len;
		s->key += *s->key == '.';
	}
}

/* Lay SHAPE over the header row; the headings it lacks are put in MISSING. */
static size_t
shape_lay(struct bf_arena *arena, const struct bf_shape *shape,
	struct bf_layout *layout, struct bf_buf *missing)
{
	size_t i, lacking = 0;

	layout->shape = shape;
	layout->spread_count = 0;
	layout->cells = bf_alloc(arena, shape->count * sizeof(size_t));
	for (i = 0; i < shape->count; i++)
		if (!heading_find(
			    layout, shape->fields[i].label, &layout->cells[i]))
			bf_put_fmt(missing, "%s%s", lacking++ ? ", " : "",
				shape->fields[i].label);
	spreads_find(arena, layout);
	if (shape->spread && layout->spread_count == 0)
		bf_put_fmt(missing, "%s%s...", lacking++ ? ", " : "",
			shape->spread);
	return lacking;
}

static const char *
shape_names(struct bf_arena *arena, const struct bf_shape *shapes, size_t count)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t i;

	for (i = 0; i < count; i++)
		bf_put_fmt(out, "%s%s", i ? ", " : "", shapes[i].name);
	return out->data;
}

static bool
heading_twice(
	const struct bf_layout *layout, const char *path, struct bf_err *err)
{
	size_t i, first;

	for (i = 0; i < layout->width; i++)
		if (heading_find(layout, layout->headings[i], &first)
			&& first != i)
			return !bf_err(err,
				"%s: two columns have the heading %s", path,
				layout->headings[i]);
	return false;
}

bool
bf_layout_find(struct bf_arena *arena, const char *path, const char *feature,
	const struct bf_shape *shapes, size_t count, struct bf_layout *out,
	struct bf_err *err)
{
	size_t i, lacking, least = (size_t)-1;
	const char *nearest = "", *lacks = "";
	struct bf_buf *missing;

	for (i = 0; i < count; i++) {
		if (!header_read(arena, path, shapes[i].delimiter, out, err))
			return false;
		missing = bf_buf_new(arena, 0);
		lacking = shape_lay(arena, &shapes[i], out, missing);
		if (lacking == 0)
			return !heading_twice(out, path, err);
		if (lacking >= least)
			continue;
		least = lacking;
		nearest = shapes[i].name;
		lacks = missing->data;
	}
	return bf_err(err,
		"%s: its header row fits none of the shapes of %s (%s); the "
		"nearest is %s, but these columns are not there: %s",
		path, feature, shape_names(arena, shapes, count), nearest,
		lacks);
}
