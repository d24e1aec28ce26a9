/* Compares texts line by line, by their longest common subsequence (Hunt and
 * Szymanski 1977), after what is equal at both ends is put aside.
 */
#include "diff.h"
#include <belfort/arena.h>
#include <belfort/request.h>
#include <belfort/workshop.h>
#include <string.h>

#define AROUND 3        /* equal lines that are shown beside a change */
#define LINES_MOST 4000 /* of each text; what follows counts as one line */

struct lines {
	const char **at;
	size_t *len;
	size_t count;
};

static struct lines
split(struct bf_arena *arena, const char *text)
{
	struct lines l = { bf_alloc(arena, LINES_MOST * sizeof(*l.at)),
		bf_alloc(arena, LINES_MOST * sizeof(*l.len)), 0 };
	size_t len;

	while (*text && l.count < LINES_MOST) {
		len = l.count + 1 < LINES_MOST ? strcspn(text, "\n")
					       : strlen(text);
		l.at[l.count] = text;
		l.len[l.count++] = len;
		text += len + (text[len] == '\n');
	}
	return l;
}

static bool
same(const struct lines *a, size_t i, const struct lines *b, size_t j)
{
	return a->len[i] == b->len[j]
		&& memcmp(a->at[i], b->at[j], a->len[i]) == 0;
}

/* Two texts without their equal ends, and what is said of them. */
struct diff {
	struct lines a, b;
	size_t begin, end_a, end_b;
	uint16_t *common; /* longest from (i, j) on */
	json_t *out;
	size_t said_a; /* lines of A that were told of, or left out */
};

static void
ends_find(struct diff *d)
{
	d->end_a = d->a.count;
	d->end_b = d->b.count;
	while (d->begin < d->end_a && d->begin < d->end_b
		&& same(&d->a, d->begin, &d->b, d->begin))
		d->begin++;
	while (d->end_a > d->begin && d->end_b > d->begin
		&& same(&d->a, d->end_a - 1, &d->b, d->end_b - 1)) {
		d->end_a--;
		d->end_b--;
	}
}

static uint16_t *
cell(const struct diff *d, size_t i, size_t j)
{
	size_t width = d->end_b - d->begin + 1;

	return &d->common[(i - d->begin) * width + (j - d->begin)];
}

static void
common_fill(struct diff *d)
{
	size_t i, j;

	for (i = d->end_a; i-- > d->begin;)
		for (j = d->end_b; j-- > d->begin;) {
			uint16_t down = *cell(d, i + 1, j);
			uint16_t right = *cell(d, i, j + 1);

			*cell(d, i, j) = same(&d->a, i, &d->b, j)
				? (uint16_t)(*cell(d, i + 1, j + 1) + 1)
				: down > right ? down
					       : right;
		}
}

static void
say(struct diff *d, const char *op, const struct lines *from, size_t line)
{
	json_array_append_new(d->out,
		json_pack("{s:s, s:s%}", "op", op, "text", from->at[line],
			from->len[line]));
}

/* The equal lines before line I of A that stand near a change. */
static void
say_around(struct diff *d, size_t i, bool last)
{
	size_t first = d->said_a, n = i - first;
	bool some = json_array_size(d->out) > 0;
	size_t after = some ? AROUND : 0, before = last ? 0 : AROUND, k;

	for (k = 0; k < n; k++)
		if (k < after || k + before >= n)
			say(d, " ", &d->a, first + k);
		else if (k == after && (some || !last))
			json_array_append_new(d->out,
				json_pack("{s:s, s:s}", "op", "@", "text", ""));
	d->said_a = i;
}

static void
changes_say(struct diff *d)
{
	size_t i = d->begin, j = i;

	while (i < d->end_a || j < d->end_b) {
		if (i < d->end_a && j < d->end_b && same(&d->a, i, &d->b, j)) {
			i++;
			j++;
			continue;
		}
		say_around(d, i, false);
		if (i < d->end_a
			&& (j == d->end_b
				|| *cell(d, i + 1, j) >= *cell(d, i, j + 1))) {
			say(d, "-", &d->a, i++);
			d->said_a = i;
		} else
			say(d, "+", &d->b, j++);
	}
}

json_t *
bf_diff(struct bf_arena *arena, const char *old_text, const char *new_text)
{
	struct diff d = { .a = split(arena, old_text),
		.b = split(arena, new_text),
		.out = json_array() };

	ends_find(&d);
	d.common = bf_alloc(arena,
		(d.end_a - d.begin + 1) * (d.end_b - d.begin + 1)
			* sizeof(*d.common));
	common_fill(&d);
	changes_say(&d);
	if (json_array_size(d.out) > 0)
		say_around(&d, d.a.count, true);
	return d.out;
}

json_t *
bf_diff_lines(struct bf_req *req, const char *old_text, const char *new_text)
{
	return bf_diff(bf_arena(req), old_text, new_text);
}
