/* Which shape a file has, by what a plugin declares and its header row. */
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "import.h"
#include "scratch.h"

static const char declared[] =
	"[{\"shape\": \"plain\", \"table\": \"x.a\", \"columns\": ["
	"{\"name\": \"code\", \"label\": \"Code\", \"required\": true},"
	"{\"name\": \"day\", \"label\": \"Day\", \"type\": \"day\"},"
	"{\"name\": \"kind\", \"label\": \"Kind\", \"type\": \"choice\", "
	"\"required\": false, \"choices\": [\"in\", \"out\"]},"
	"{\"name\": \"n\", \"label\": \"N\", \"type\": \"int\", \"min\": 2, "
	"\"max\": 9},"
	"{\"name\": \"odd\", \"label\": \"Odd\", \"type\": \"odd\"}]},"
	"{\"shape\": \"wide\", \"table\": \"x.b\", \"spread\": \"amount\", "
	"\"delimiter\": \"\", \"columns\": ["
	"{\"name\": \"code\", \"label\": \"Code\", \"type\": \"text\"}]},"
	"{\"shape\": \"tabs\", \"table\": \"x.c\", \"delimiter\": \"\\t\", "
	"\"columns\": [{\"name\": \"only\", \"label\": \"Only\"}]}]";

/* A header row, and its layout as text or a part of why there is none. */
static const struct {
	const char *header, *want;
} headers[] = {
	{ "Code,Day,Kind,N,Odd\n", "plain 0 1 2 3 4" },
	{ "Odd,x,N,Kind,Day,Code\n", "plain 5 4 3 2 0" },
	{ "Code,amount.2026,amount\n", "wide 0 2026=1 =2" },
	{ "amountless,Code\n", "wide 1 less=0" },
	{ "x\tOnly\n", "tabs 1" },
	{ "Code\n",
		"the nearest is wide, but these columns are not there: "
		"amount..." },
	{ "Day,Kind,N,Odd\n",
		"the nearest is plain, but these columns are "
		"not there: Code" },
	{ "x\n", "the nearest is tabs, but these columns are not there: Only" },
	{ "a,\"b\n", "line 1: a quote is left open" },
	{ "Code,amount,Code\n", "two columns have the heading Code" },
	{ "", "the file is empty" },
};

/* "plain 0 1": the shape, the places of its columns, key=place of others. */
static const char *
told(struct bf_arena *arena, const struct bf_layout *layout)
{
	const char *out = layout->shape->name;
	size_t i;

	for (i = 0; i < layout->shape->count; i++)
		out = bf_printf(arena, "%s %zu", out, layout->cells[i]);
	for (i = 0; i < layout->spread_count; i++)
		out = bf_printf(arena, "%s %s=%zu", out, layout->spreads[i].key,
			layout->spreads[i].cell);
	return out;
}

static void
test_headers(
	struct bf_arena *arena, const struct bf_shape *shapes, size_t count)
{
	const char *path = bf_printf(arena, "%s/file.csv", scratch_dir());
	struct bf_layout layout;
	struct bf_err err;
	size_t i;

	for (i = 0; i < sizeof(headers) / sizeof(headers[0]); i++) {
		scratch_put("file.csv", headers[i].header,
			strlen(headers[i].header));
		memset(&layout, 0, sizeof(layout));
		memset(&err, 0, sizeof(err));
		if (bf_layout_find(
			    arena, path, "x", shapes, count, &layout, &err))
			is(told(arena, &layout), headers[i].want,
				headers[i].header);
		else
			has(err.text, headers[i].want, headers[i].header);
	}
}

static void
test_shapes(const struct bf_shape *shapes)
{
	const struct bf_field *f = shapes[0].fields;

	is(shapes[0].table, "x.a", "the table of a shape");
	is_int(shapes[0].delimiter, ',', "commas unless it says so");
	is_int(shapes[1].delimiter, ',', "also when it says nothing");
	is_int(shapes[2].delimiter, '\t', "tabs when it does");
	ok(f[0].required && f[0].type == BF_TEXT, "a text that is needed");
	ok(!f[1].required && f[1].type == BF_DAY, "a day that is not");
	ok(!f[2].required && f[2].type == BF_CHOICE, "a choice");
	is(f[2].choices, "in out", "its choices");
	ok(f[3].type == BF_INT && f[3].min == 2 && f[3].max == 9,
		"a number with limits");
	ok(f[4].type == BF_TEXT, "a type that this host does not know");
	ok(f[5].name == NULL, "the columns end");
}

static void
test_files(struct bf_arena *arena)
{
	struct bf_input input;
	struct bf_err err = { "" };

	scratch_put(".gz", "x", 1);
	if (!ok(bf_input_open(arena, bf_printf(arena, "%s/.gz", scratch_dir()),
			0, &input, &err),
		    "a file of three letters"))
		return;
	is(input.name, ".gz", "keeps its name");
	is_int(fgetc(input.file), 'x', "is read");
	is_int(bf_input_percent(&input), 100, "to its end");
	ok(!bf_input_open(arena, "file.csv.gz", 0, &input, &err),
		"a relative one");
	has(err.text, "file.csv.gz: No such file", "that is not there");
	is(input.name, "file.csv", "has the name of what would be in it");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	json_t *json = need(json_loads(declared, 0, NULL));
	struct bf_shape *shapes;
	size_t count;

	bf_crypt_start();
	shapes = bf_shapes_read(arena, json, &count);
	json_decref(json);
	is_int((long long)count, 3, "three shapes");
	test_shapes(shapes);
	test_headers(arena, shapes, count);
	test_files(arena);
	bf_arena_free(arena);
	return done();
}
