/* Reads the view of another PostgreSQL, as its source declares it, and gives
 * the rows to the database as those of a file.
 */
#include "others.h"
#include <belfort/foreign.h>
#include <stdio.h>
#include <string.h>

#define BATCH 500 /* rows that are given at once */
#define COLUMNS_MOST 32

const struct bf_query facts_view_take = { "facts.foreign_take", "",
	.writes = true };
const struct bf_query facts_view_done = { "facts.foreign_done",
	"delivery columns mark", .writes = true };
const struct bf_query facts_view_failed = { "facts.foreign_failed",
	"delivery fault", .writes = true };

struct view {
	struct bf_foreign ask;
	struct bf_foreign_column columns[COLUMNS_MOST + 1];
	size_t count, changed; /* which column holds the moment of a change */
	json_t *batch;
	long line;
	char mark[64]; /* the latest of them; "": none */
};

/* The number first, the others as the source names them, with their types. */
static bool
columns_take(struct view *v, json_t *settings)
{
	json_t *types = json_object_get(settings, "type."), *type;
	const char *number = facts_word(settings, "number"), *name;

	v->columns[v->count++] = (struct bf_foreign_column){ number,
		facts_word(types, number ? number : "") };
	json_object_foreach (types, name, type) {
		if (v->count == COLUMNS_MOST)
			return false;
		if (number && strcmp(name, number) == 0)
			continue;
		if (v->ask.changed && strcmp(name, v->ask.changed) == 0)
			v->changed = v->count;
		v->columns[v->count++] = (struct bf_foreign_column){ name,
			json_string_value(type) };
	}
	v->ask.columns = v->columns;
	return v->columns[0].type && v->changed && v->ask.view;
}

static bool
batch_give(struct bf_req *req, struct view *v)
{
	if (json_array_size(v->batch) == 0)
		return true;
	facts_set(req, "rows", v->batch);
	v->batch = json_array();
	return bf_query(req, &facts_delivery_rows, NULL);
}

static json_t *
cells_of(const struct view *v, const char *const *values)
{
	json_t *cells = json_object();
	size_t i;

	for (i = 1; i < v->count; i++)
		if (values[i] && i != v->changed)
			json_object_set_new(cells, v->columns[i].name,
				json_string(values[i]));
	return cells;
}

/* ISO 8601 in one zone: what comes later is greater as text. */
static void
mark_take(struct view *v, const char *moment)
{
	if (moment && strcmp(moment, v->mark) > 0)
		snprintf(v->mark, sizeof(v->mark), "%s", moment);
}

/* Who has no number cannot be known here. */
static bool
row_take(struct bf_req *req, void *object, const char *const *values)
{
	struct view *v = object;

	v->line++;
	mark_take(v, values[v->changed]);
	if (values[0] == NULL)
		return true;
	json_array_append_new(
		v->batch, facts_row(v->line, values[0], cells_of(v, values)));
	return json_array_size(v->batch) < BATCH || batch_give(req, v);
}

static bool
done(struct bf_req *req, struct view *v)
{
	json_t *names = json_array();
	size_t i;

	for (i = 0; i < v->count; i++)
		json_array_append_new(names, json_string(v->columns[i].name));
	facts_set(req, "columns", names);
	bf_set(req, "mark", v->mark[0] ? v->mark : NULL);
	return batch_give(req, v) && bf_query(req, &facts_view_done, NULL);
}

static bool
failed(struct bf_req *req, const struct bf_foreign_fault *fault)
{
	facts_set(req, "fault",
		facts_fault(fault->word, 0, fault->column,
			fault->detail && *fault->detail ? fault->detail
							: NULL));
	return bf_query(req, &facts_view_failed, NULL);
}

static bool
view_read(struct bf_req *req, struct view *v)
{
	struct bf_foreign_fault fault;

	if (bf_foreign_read(req, &v->ask, row_take, v, &fault))
		return done(req, v);
	return fault.word && failed(req, &fault);
}

static void
batch_free(void *view)
{
	json_decref(((struct view *)view)->batch);
}

static bool
source_read(struct bf_req *req, json_t *doc)
{
	json_t *settings = json_object_get(doc, "settings");
	struct view *v = bf_alloc(bf_arena(req), sizeof(*v));

	bf_set(req, "delivery", facts_word(doc, "delivery"));
	v->ask.file = facts_connection(req, facts_word(doc, "source"));
	v->ask.view = facts_word(settings, "view");
	v->ask.changed = facts_word(settings, "changed");
	v->ask.after = facts_word(doc, "after");
	v->batch = json_array();
	bf_defer(bf_arena(req), batch_free, v);
	if (!columns_take(v, settings))
		return bf_fail(req, &BF_INTERNAL,
			"the source %s lacks a type, or has too many columns",
			facts_word(doc, "source"));
	return view_read(req, v);
}

static bool
views_read(struct bf_req *req)
{
	json_t *doc;

	for (;;) {
		if (!bf_query_json(req, &facts_view_take, &doc))
			return false;
		if (json_object_size(doc) == 0)
			return true;
		if (!source_read(req, doc))
			return false;
	}
}

bool
facts_views(struct bf_req *req)
{
	return facts_patiently(req, views_read);
}
