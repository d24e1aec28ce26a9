/* belfort rules bench: how long deciding takes on one core. */
#include "rules_desk.h"
#include <stdio.h>
#include <stdlib.h>

#define BENCH_LINES 90088 /* all municipalities' accounts, 2026 */
#define BENCH_TIMES 9

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The feature's lines, again and again until there are COUNT. */
static struct bf_rule_lines
lines_repeat(struct bf_desk *d, const struct bf_rule_lines *from, size_t count)
{
	struct bf_rule_lines out = { .count = count };
	size_t i;

	out.views = bf_alloc(d->arena, (count + 1) * sizeof(*out.views));
	out.lines = bf_alloc(d->arena, (count + 1) * sizeof(*out.lines));
	for (i = 0; i < count; i++) {
		out.views[i] = from->views[i % from->count];
		out.lines[i] = from->lines[i % from->count];
	}
	return out;
}

bool
bf_rules_do_bench(struct bf_desk *d, struct bf_err *err)
{
	long count = d->words[0] ? strtol(d->words[0], NULL, 10) : BENCH_LINES;
	struct bf_rule_lines own, lines;
	struct bf_rule_outcome outcome;
	double times[BENCH_TIMES], begin;
	struct bf_rule_set *set;
	int i;

	if (count < 1 || count > 100000000)
		return bf_err(err, "how many lines? From 1 to 100000000");
	if (!bf_desk_folder(d, &set, err) || !bf_desk_database(d, err)
		|| !bf_rules_lines(d->arena, d->conn, &d->scope, &own, err))
		return false;
	if (own.count == 0)
		return bf_err(err, "there are no lines: import figures first");
	lines = lines_repeat(d, &own, (size_t)count);
	for (i = 0; i < BENCH_TIMES; i++) {
		begin = bf_desk_milliseconds();
		bf_rules_apply(d->arena, set, &lines, &outcome);
		times[i] = bf_desk_milliseconds() - begin;
	}
	qsort(times, BENCH_TIMES, sizeof(*times), by_size);
	printf("lines=%ld ms_least=%.1f ms_median=%.1f ms_most=%.1f\n", count,
		times[0], times[BENCH_TIMES / 2], times[BENCH_TIMES - 1]);
	return true;
}
