/* Reads one file of a source: rows, in which the MAC of a national number takes
 * its place before anything of it is kept.
 */
#include "facts.h"
#include <belfort/rows.h>
#include <string.h>

#define FAULTS_MOST 20
#define ROWS_EACH 2000 /* go to the database at once */

const struct bf_query facts_delivery_begin = { "facts.delivery_begin",
	"source file sha256", .writes = true };
const struct bf_query facts_delivery_rows = { "facts.delivery_rows",
	"delivery rows", .writes = true };
const struct bf_query facts_delivery_done = { "facts.delivery_done",
	"delivery columns", .writes = true };
const struct bf_query facts_delivery_broken = { "facts.delivery_broken",
	"delivery faults", .writes = true };
const struct bf_query facts_source_failed = { "facts.source_failed",
	"source file sha256 faults", .writes = true };

struct deliver {
	struct bf_req *req;
	json_t *source;
	struct bf_rows *rows;
	char **headings;
	size_t width;
	const char *number; /* heading of the national number */
	json_t *piece, *faults;
};

static void
fault(struct deliver *d, const char *code, const char *column, const char *text)
{
	json_array_append_new(d->faults,
		facts_fault(code, bf_rows_line(d->rows), column, text));
}

static bool
piece_send(struct deliver *d, bool last)
{
	if (json_array_size(d->piece) < ROWS_EACH && !last)
		return true;
	facts_set(d->req, "rows", d->piece);
	d->piece = json_array();
	return bf_query(d->req, &facts_delivery_rows, NULL);
}

/* Cells by their heading; not the number. */
static json_t *
cells_of(const struct deliver *d, char **cells)
{
	json_t *out = json_object();
	size_t i;

	for (i = 0; i < d->width; i++)
		if (*cells[i] && strcmp(d->headings[i], d->number) != 0)
			json_object_set_new(
				out, d->headings[i], json_string(cells[i]));
	return out;
}

static const char *
cell_of(const struct deliver *d, char **cells, const char *heading)
{
	size_t i;

	for (i = 0; i < d->width; i++)
		if (strcmp(d->headings[i], heading) == 0)
			return cells[i];
	return NULL;
}

static bool
row_take(struct deliver *d, char **cells, size_t count)
{
	const char *macs = NULL, *number;

	if (count != d->width) {
		fault(d, "width", NULL, NULL);
		return true;
	}
	number = cell_of(d, cells, d->number);
	if (!bf_number_macs(d->req, number, &macs))
		return false;
	if (macs == NULL) {
		fault(d, "number", d->number, NULL);
		return true;
	}
	json_array_append_new(d->piece,
		facts_row(bf_rows_line(d->rows), macs, cells_of(d, cells)));
	return piece_send(d, false);
}

static bool
headings_read(struct deliver *d)
{
	const char *why = "empty";
	char **cells;
	size_t i, k;

	if (bf_rows_next(d->rows, &cells, &d->width, &why) <= 0) {
		fault(d, strcmp(why, "empty") == 0 ? "empty" : "csv", NULL,
			why);
		return false;
	}
	d->headings = bf_alloc(bf_arena(d->req), d->width * sizeof(char *));
	for (i = 0; i < d->width; i++) {
		d->headings[i] = bf_strdup(bf_arena(d->req), cells[i]);
		for (k = 0; k < i; k++)
			if (strcmp(d->headings[k], d->headings[i]) == 0)
				fault(d, "column_twice", d->headings[i], NULL);
	}
	if (cell_of(d, d->headings, d->number) == NULL)
		fault(d, "column_missing", d->number, NULL);
	return json_array_size(d->faults) == 0;
}

/* All rows, until there are too many faults; false: it cannot be done now. */
static bool
rows_read(struct deliver *d)
{
	const char *why;
	char **cells;
	size_t count;
	int n = 1;

	if (!headings_read(d))
		return true;
	while (json_array_size(d->faults) < FAULTS_MOST
		&& (n = bf_rows_next(d->rows, &cells, &count, &why)) > 0)
		if (!row_take(d, cells, count))
			return false;
	if (n < 0)
		fault(d, "csv", NULL, why);
	return json_array_size(d->faults) > 0 || piece_send(d, true);
}

static json_t *
columns_of(const struct deliver *d)
{
	json_t *out = json_array();
	size_t i;

	for (i = 0; i < d->width; i++)
		json_array_append_new(out, json_string(d->headings[i]));
	return out;
}

/* The file was read: the rows count when it is what it was. */
static bool
finish(struct deliver *d, const char *sha256, bool *taken)
{
	const char *result;
	json_t *doc;

	if (json_array_size(d->faults) == 0
		&& strcmp(bf_rows_sha256(d->rows), sha256) != 0)
		fault(d, "while_read", NULL, NULL);
	facts_set(d->req, "faults", json_incref(d->faults));
	facts_set(d->req, "columns", columns_of(d));
	if (!bf_query_json(d->req,
		    json_array_size(d->faults) > 0 ? &facts_delivery_broken
						   : &facts_delivery_done,
		    &doc))
		return false;
	result = facts_word(doc, "result");
	*taken = result && strcmp(result, "taken") == 0;
	return true;
}

static void
forget(void *deliver)
{
	struct deliver *d = deliver;

	json_decref(d->piece);
	json_decref(d->faults);
}

static bool
unreadable(struct deliver *d, const char *why)
{
	facts_set(d->req, "faults",
		json_pack("[o]", facts_fault("read", 0, NULL, why)));
	return bf_query(d->req, &facts_source_failed, NULL);
}

static const char *
setting(json_t *source, const char *name, const char *fallback)
{
	const char *text = facts_word(
		json_object_get(source, "settings"), name);

	return text ? text : fallback;
}

/* SOURCE says that it is another file than the last one that was taken. */
static bool
read_all(struct deliver *d, const char *path, const char *sha256, bool *taken)
{
	const char *why;

	d->rows = bf_rows_open(bf_arena(d->req), path,
		*setting(d->source, "delimiter", ","), &why);
	if (d->rows == NULL)
		return unreadable(d, why);
	return rows_read(d) && finish(d, sha256, taken);
}

/* What the file at PATH is called on pages: a name may be any bytes. */
static const char *
name_of(struct bf_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *name = bf_strdup(arena, slash ? slash + 1 : path), *at;

	if (!facts_is_text(name))
		for (at = name; *at; at++)
			if (*at & 0x80)
				*at = '?';
	return name;
}

bool
facts_deliver(struct bf_req *req, json_t *source, const char *path, bool *taken)
{
	struct deliver *d = bf_alloc(bf_arena(req), sizeof(*d));
	const char *why, *sha256;
	json_t *doc;

	*taken = false;
	*d = (struct deliver){ .req = req,
		.source = source,
		.number = setting(source, "number", ""),
		.piece = json_array(),
		.faults = json_array() };
	bf_defer(bf_arena(req), forget, d);
	sha256 = bf_rows_sha256_of(bf_arena(req), path, &why);
	bf_set(req, "source", facts_word(source, "name"));
	bf_set(req, "file", name_of(bf_arena(req), path));
	bf_set(req, "sha256", sha256);
	if (sha256 == NULL)
		return unreadable(d, why);
	if (!bf_query_json(req, &facts_delivery_begin, &doc))
		return false;
	*taken = facts_word(doc, "delivery") == NULL;
	bf_set(req, "delivery", facts_word(doc, "delivery"));
	return *taken || read_all(d, path, sha256, taken);
}
