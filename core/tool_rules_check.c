/* belfort rules check, test, explain: is it right, and why is a line here? */
#include "rules_desk.h"
#include <stdio.h>
#include <string.h>

#define SHOWN_MOST 5 /* lines that explain tells of */

bool
bf_rules_do_check(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_set *set;
	size_t rules = 0, tests = 0, i;

	bf_desk_unread(d);
	if (!bf_desk_good(d, &set, err))
		return false;
	for (i = 0; i < set->class_count; i++) {
		rules += set->classes[i].rule_count;
		tests += set->classes[i].test_count;
	}
	bf_desk_say(d,
		BF_N("{1}: all is well. {2} categories, {3} rules, {4} "
		     "tests.\n"),
		d->scope.feature,
		bf_desk_number(d, (long long)set->category_count),
		bf_desk_number(d, (long long)rules),
		bf_desk_number(d, (long long)tests));
	return true;
}

static const char *
code_of(const struct bf_desk *d, const struct bf_rule_set *set, int category)
{
	return category < 0 ? bf_desk_text(d, BF_N("nothing"))
			    : set->categories[category].code;
}

static bool
test_run(struct bf_desk *d, const struct bf_rule_set *set,
	struct bf_rule_class *class, const struct bf_rule_test *t)
{
	const struct bf_rule *got;
	const char *place = bf_printf(d->arena, "%s:%d", class->file, t->line);

	if (bf_rules_test(class, t, &got)) {
		bf_desk_say(d, BF_N("good   {1}: {2}\n"), place, t->name, NULL,
			NULL);
		return true;
	}
	bf_desk_say(d,
		BF_N("wrong  {1}: {2}. It should be {3}, and it is {4}.\n"),
		place, t->name, code_of(d, set, t->category),
		got ? bf_printf(d->arena, "%s (%s:%d)",
			code_of(d, set, got->category), class->file, got->line)
		    : code_of(d, set, -1));
	return false;
}

bool
bf_rules_do_test(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_set *set;
	struct bf_rule_class *class;
	size_t i, wrong = 0;

	if (!bf_desk_folder(d, &set, err))
		return false;
	for (class = set->classes; class < set->classes + set->class_count;
		class ++)
		for (i = 0; i < class->test_count; i++)
			wrong += !test_run(d, set, class, &class->tests[i]);
	return wrong == 0 || bf_desk_wrong(d, wrong, err);
}

/* The parts of a condition, each with whether it held. */
static void
parts_say(const struct bf_desk *d, const struct bf_rule_class *class,
	const struct bf_rule_node *node, int depth)
{
	size_t i;

	if (node->type != RULE_YESNO || depth > 20)
		return;
	printf("    %*s%-4s %s\n", 2 * depth, "",
		bf_desk_text(d,
			bf_rules_holds(class, node) ? BF_N("yes") : BF_N("no")),
		bf_rules_sentence(d->arena, &d->scope, node, d->lang));
	for (i = 0; i < node->count; i++)
		parts_say(d, class, node->args[i], depth + 1);
}

static void
line_explain(const struct bf_desk *d, const struct bf_rule_set *set,
	struct bf_rule_class *class, const struct bf_rule_line *line)
{
	const struct bf_rule *rule;
	int decided, lang = bf_lang_index(d->lang);

	bf_rules_decide(class, line, 1, &decided);
	printf("%s — %s\n", line->text[0], class->view);
	if (decided < 0) {
		bf_desk_say(d, BF_N("  No rule fits: not allocated.\n"), NULL,
			NULL, NULL, NULL);
		return;
	}
	rule = &class->rules[decided];
	bf_desk_say(d, BF_N("  Category: {1}\n  Rule: {2}:{3}\n"),
		set->categories[rule->category].title[lang], class->file,
		bf_desk_number(d, rule->line), NULL);
	if (rule->because)
		bf_desk_say(d, BF_N("  Because: {1}\n"), rule->because, NULL,
			NULL, NULL);
	parts_say(d, class, rule->when, 0);
}

/* Whether any text of LINE is or holds WORD, without capitals and accents. */
static bool
line_has(const struct bf_desk *d, const struct bf_rule_line *line,
	const char *word)
{
	const struct bf_fact *f = d->scope.rules->facts;
	char folded[2048], wanted[512];
	size_t i;

	(void)bf_rule_fold(word, wanted, sizeof(wanted));
	for (i = 0; f[i].name; i++) {
		if (f[i].type != BF_FACT_TEXT)
			continue;
		(void)bf_rule_fold(line->text[i], folded, sizeof(folded));
		if (strstr(folded, wanted))
			return true;
	}
	return false;
}

bool
bf_rules_do_explain(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_lines lines;
	struct bf_rule_set *set;
	struct bf_rule_class *class;
	size_t i, found = 0;

	if (d->words[0] == NULL)
		return bf_err(err,
			"say which line: a code, or a word of its "
			"name");
	if (!bf_desk_folder(d, &set, err) || !bf_desk_database(d, err)
		|| !bf_rules_lines(d->arena, d->conn, &d->scope, &lines, err))
		return false;
	for (i = 0; i < lines.count; i++) {
		class = bf_rules_class(set, lines.views[i]);
		if (class == NULL || !line_has(d, &lines.lines[i], d->words[0]))
			continue;
		if (found++ < SHOWN_MOST)
			line_explain(d, set, class, &lines.lines[i]);
	}
	if (found == 0)
		return bf_err(err, "no line has “%s”", d->words[0]);
	if (found > SHOWN_MOST)
		bf_desk_say(d, BF_N("… and {1} more lines.\n"),
			bf_desk_number(d, (long long)(found - SHOWN_MOST)),
			NULL, NULL, NULL);
	return true;
}
