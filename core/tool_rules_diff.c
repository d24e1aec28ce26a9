/* belfort rules diff: which lines and euros would move. */
#include "rules_desk.h"
#include <stdio.h>
#include <string.h>

/* The category of a line, as its place in a list of titles; the rule's number
 * is not the same in two versions, a code is. */
struct side {
	struct bf_rule_set *set;
	struct bf_rule_outcome outcome;
};

static const struct bf_rule *
rule_of(const struct side *s, size_t line, const struct bf_rule_class **class)
{
	int nr = s->outcome.rules[line];
	size_t i;

	for (i = 0; nr > 0 && i < s->set->class_count; i++) {
		*class = &s->set->classes[i];
		if (nr <= (int)(*class)->rule_count)
			return &(*class)->rules[nr - 1];
		nr -= (int)(*class)->rule_count;
	}
	return NULL;
}

static const char *
code_at(const struct side *s, size_t line)
{
	const struct bf_rule_class *class;
	const struct bf_rule *rule = rule_of(s, line, &class);

	return rule ? s->set->categories[rule->category].code : "";
}

static const char *
title_at(const struct bf_desk *d, const struct side *s, size_t line)
{
	const struct bf_rule_class *class;
	const struct bf_rule *rule = rule_of(s, line, &class);

	return rule ? s->set->categories[rule->category]
			      .title[bf_lang_index(d->lang)]
		    : bf_desk_text(d, BF_N("not allocated"));
}

static int64_t
amount_of(const struct bf_desk *d, const struct bf_rule_line *line)
{
	const struct bf_fact *f = d->scope.rules->facts;
	size_t i;

	for (i = 0; f[i].name; i++)
		if (f[i].type == BF_FACT_EURO)
			return line->number[i];
	return 0;
}

/* The lines of a view that go to another category. */
static size_t
moves_say(const struct bf_desk *d, const char *view,
	const struct bf_rule_lines *lines, const struct side *was,
	const struct side *will)
{
	size_t i, n = 0;
	int64_t sum = 0;

	for (i = 0; i < lines->count; i++) {
		if (strcmp(lines->views[i], view) != 0
			|| strcmp(code_at(was, i), code_at(will, i)) == 0)
			continue;
		if (n++ == 0)
			printf("%s\n", view);
		sum += amount_of(d, &lines->lines[i]);
		bf_desk_say(d, BF_N("  {1}: {2}\n      from {3} to {4}\n"),
			lines->lines[i].text[0],
			bf_desk_euro(d, amount_of(d, &lines->lines[i])),
			title_at(d, was, i), title_at(d, will, i));
	}
	if (n > 0)
		bf_desk_say(d, BF_N("  Lines: {1}, together {2}\n"),
			bf_desk_number(d, (long long)n), bf_desk_euro(d, sum),
			NULL, NULL);
	return n;
}

static bool
sides_load(struct bf_desk *d, struct bf_rule_set **was,
	struct bf_rule_set **will, struct bf_err *err)
{
	const char *old = d->words[0], *new = old ? d->words[1] : NULL;
	struct bf_rule_files *files;

	if (!bf_desk_kept(d, old, &files, err)
		|| !bf_desk_load(d, files, was, err))
		return false;
	if (new == NULL)
		return bf_desk_folder(d, will, err);
	return bf_desk_kept(d, new, &files, err)
		&& bf_desk_load(d, files, will, err);
}

bool
bf_desk_moves(struct bf_desk *d, struct bf_rule_set *before,
	struct bf_rule_set *after, struct bf_err *err)
{
	struct side was = { .set = before }, will = { .set = after };
	struct bf_rule_lines lines;
	size_t i, moved = 0;

	if (!bf_rules_lines(d->arena, d->conn, &d->scope, &lines, err))
		return false;
	bf_rules_apply(d->arena, was.set, &lines, &was.outcome);
	bf_rules_apply(d->arena, will.set, &lines, &will.outcome);
	for (i = 0; i < will.set->class_count; i++)
		moved += moves_say(
			d, will.set->classes[i].view, &lines, &was, &will);
	if (moved == 0)
		bf_desk_say(d, BF_N("No line goes to another category.\n"),
			NULL, NULL, NULL, NULL);
	return true;
}

bool
bf_rules_do_diff(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_set *was, *will;

	if (bf_rules_rights(d->scope.rules))
		return bf_err(err,
			"%s: its rules decide on people, not on lines, so none "
			"moves; belfort rules preview tells what they do to "
			"the city",
			d->scope.feature);
	return sides_load(d, &was, &will, err) && bf_desk_database(d, err)
		&& bf_desk_moves(d, was, will, err);
}
