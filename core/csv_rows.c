/* Writes the rows of a document as CSV that a Belgian spreadsheet opens. */
#include "arena.h"
#include "csv.h"
#include <belfort/buf.h>
#include <string.h>

/* "member: code name amount:euro", split. */
struct column {
	const char *name;
	bool euro;
};

/* What a member's name is made of; a dot goes one object deeper. */
#define WORD "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."

struct spec {
	const char *member;
	struct column *columns;
	size_t count;
};

/* Take a word from *AT; NULL when none stands there. */
static const char *
word_take(struct bf_arena *arena, const char **at)
{
	const char *start = *at + strspn(*at, " ");
	size_t len = strspn(start, WORD);

	*at = start + len;
	return len ? bf_strndup(arena, start, len) : NULL;
}

static bool
column_take(struct bf_arena *arena, const char **at, struct column *out)
{
	out->name = word_take(arena, at);
	out->euro = strncmp(*at, ":euro", 5) == 0;
	*at += out->euro ? 5 : 0;
	return out->name && (**at == ' ' || **at == '\0');
}

static bool
spec_read(struct bf_arena *arena, const char *text, struct spec *out)
{
	const char *at = text;

	out->member = word_take(arena, &at);
	if (out->member == NULL || *at++ != ':')
		return false;
	out->count = 0;
	out->columns = bf_alloc(
		arena, (strlen(at) + 1) * sizeof(*out->columns));
	for (at += strspn(at, " "); *at; at += strspn(at, " "))
		if (!column_take(arena, &at, &out->columns[out->count++]))
			return false;
	return out->count > 0;
}

/* The member NAME of ROW; a dot goes one object deeper. */
static json_t *
reach(json_t *row, const char *name)
{
	size_t len = strcspn(name, ".");
	json_t *value = json_object_getn(row, name, len);

	return name[len] == '.' ? reach(value, name + len + 1) : value;
}

static void
put_cents(struct bf_buf *out, json_int_t cents)
{
	unsigned long long n = cents < 0 ? 0ULL - (unsigned long long)cents
					 : (unsigned long long)cents;

	bf_put_fmt(
		out, "%s%llu,%02llu", cents < 0 ? "-" : "", n / 100, n % 100);
}

/* A point in C becomes the comma of the reader. */
static void
put_real(struct bf_buf *out, double number)
{
	size_t at = out->len;
	char *point;

	bf_put_fmt(out, "%.15g", number);
	point = strchr(out->data + at, '.');
	if (point)
		*point = ',';
}

static void
put_cell(struct bf_buf *out, json_t *value, bool euro)
{
	switch (value ? json_typeof(value) : JSON_NULL) {
	case JSON_STRING:
		bf_put_csv(out, json_string_value(value),
			json_string_length(value));
		break;
	case JSON_INTEGER:
		if (euro)
			put_cents(out, json_integer_value(value));
		else
			bf_put_fmt(out, "%lld",
				(long long)json_integer_value(value));
		break;
	case JSON_REAL:
		put_real(out, json_real_value(value));
		break;
	case JSON_TRUE:
		bf_put_char(out, '1');
		break;
	case JSON_FALSE:
		bf_put_char(out, '0');
		break;
	default: /* null, or an object that has no place in a cell: empty */
		break;
	}
}

static void
put_row(struct bf_buf *out, const struct spec *spec, json_t *row)
{
	size_t i;

	for (i = 0; i < spec->count; i++) {
		if (i > 0)
			bf_put_char(out, ';');
		put_cell(out, reach(row, spec->columns[i].name),
			spec->columns[i].euro);
	}
	bf_put_str(out, "\r\n");
}

void
bf_csv_rows(struct bf_buf *out, const char *spec, json_t *doc)
{
	struct spec read;
	json_t *row;
	size_t i;

	bf_put_str(out, "\xef\xbb\xbf");
	if (!spec_read(out->arena, spec, &read))
		return;
	for (i = 0; i < read.count; i++)
		bf_put_fmt(out, "%s%s", i ? ";" : "", read.columns[i].name);
	bf_put_str(out, "\r\n");
	json_array_foreach (reach(doc, read.member), i, row)
		put_row(out, &read, row);
}

bool
bf_csv_spec(const char *spec, struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	struct spec read;
	bool good = spec_read(arena, spec, &read);

	bf_arena_free(arena);
	if (!good)
		return bf_err(err,
			"csv \"%s\": write it as \"member: column "
			"column:euro\"",
			spec);
	return true;
}
