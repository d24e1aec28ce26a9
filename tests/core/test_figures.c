/* The figures of the supports of the city's rule files, as they were looked up:
 * from which day, confirmed until when, how sure.  figures.txt tells them apart
 * from the rules, so that a day or a figure that moves by itself is seen; who
 * changes a figure changes both.
 */
#include "benefits.h"
#include "file.h"
#include <belfort/buf.h>
#include <stdlib.h>

#define LINES_MOST 512

static struct bf_arena *arena;
static const char *lines[LINES_MOST];
static size_t count;

static void
line_add(const char *line)
{
	if (count < LINES_MOST)
		lines[count++] = line;
}

static const char *
value_text(const struct bf_right_value *value)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t i;

	for (i = 0; i < value->count; i++)
		bf_put_fmt(out, " %.2f",
			(double)value->values[i].number
				/ (double)value->values[i].over);
	return out->data;
}

static void
law_lines(const struct bf_right_law *law)
{
	static const char *const sure[] = { "-", "high", "medium", "low" };
	const char *code = law->shown->code;
	const struct bf_right_figures *f = law->figures;
	const struct bf_right_named *n;
	const struct bf_right_value *v;

	for (; f < law->figures + law->figures_count; f++)
		line_add(bf_printf(arena, "%s %s confirmed until %s, %s", code,
			bf_right_day_text(arena, f->from),
			f->says_until ? bf_right_day_text(arena, f->until)
				      : "-",
			sure[f->source.sure]));
	for (n = law->named; n; n = n->next)
		for (v = n->newest; v; v = v->next)
			line_add(bf_printf(arena, "%s %s %s:%s", code,
				bf_right_day_text(arena, v->from), n->name,
				value_text(v)));
	line_add(bf_printf(arena, "%s holds from %s, %s", code,
		law->shown->from <= 0
			? "-"
			: bf_right_day_text(arena, law->shown->from),
		sure[law->shown->source.sure]));
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *
all_lines(const struct bf_rights *rights)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t i;

	for (i = 0; i < rights->count; i++)
		law_lines(&rights->laws[i]);
	qsort(lines, count, sizeof(*lines), by_text);
	for (i = 0; i < count; i++)
		bf_put_fmt(out, "%s\n", lines[i]);
	return out->data;
}

int
main(void)
{
	struct bf_err err = { 0 };
	struct bf_rule_fault fault;
	struct bf_rights *rights;
	const char *looked_up;
	size_t len;

	arena = bf_arena_new();
	looked_up = bf_file_read(arena,
		bf_printf(arena, "%s/tests/core/figures.txt", tap_sources()),
		1 << 20, &len, &err);
	if (ok(benefits_load(arena,
		       bf_printf(arena, "%s/lua-rules", tap_sources()), &rights,
		       &fault),
		    "the rule files load"))
		is(all_lines(rights), looked_up,
			"their figures are those that were looked up");
	bf_arena_free(arena);
	return done();
}
