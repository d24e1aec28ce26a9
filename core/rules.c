/* Loads the rules of a feature: each file by itself, then what they say of
 * each other.
 */
#include "nearest.h"
#include "rights.h"
#include "rules_own.h"
#include <string.h>

#define VIEWS_MOST 16

size_t
bf_rule_views(struct bf_arena *arena, const struct bf_rules *rules,
	const char *words[])
{
	const char *at = rules->views;
	size_t n = 0, len;

	while (*(at += strspn(at, " ")) && n < VIEWS_MOST) {
		len = strcspn(at, " ");
		words[n++] = bf_strndup(arena, at, len);
		at += len;
	}
	return n;
}

struct bf_rule_class *
bf_rules_class(const struct bf_rule_set *set, const char *view)
{
	size_t i;

	for (i = 0; i < set->class_count; i++)
		if (strcmp(set->classes[i].view, view) == 0)
			return &set->classes[i];
	return NULL;
}

/* What loading a set needs. */
struct reader {
	struct bf_arena *arena;
	struct bf_rule_set *set;
	struct bf_rule_load *loads; /* one for each file */
	struct bf_rule_fault *fault;
};

static bool
fail(struct reader *r, const char *file, int line, const char *text,
	const char *one, const char *two)
{
	return bf_rule_fail(r->arena, r->set->scope->i18n, r->fault, file, line,
		text, one, two, (char *)NULL);
}

static bool
files_run(struct reader *r)
{
	const struct bf_rule_files *files = r->set->files;
	size_t i;

	for (i = 0; i < files->count; i++) {
		r->loads[i] = (struct bf_rule_load){ .arena = r->arena,
			.words = &bf_rule_budget_words,
			.scope = r->set->scope,
			.file = &files->files[i],
			.fault = r->fault };
		if (!bf_rule_run(&r->loads[i]))
			return false;
	}
	return true;
}

static bool
categories_find(struct reader *r)
{
	const char *file = NULL;
	size_t i;

	for (i = 0; i < r->set->files->count; i++) {
		if (r->loads[i].categories == NULL)
			continue;
		if (file)
			return fail(r, r->loads[i].file->name,
				r->loads[i].said_line,
				BF_N("The categories are in {1} already."),
				file, NULL);
		file = r->loads[i].file->name;
		r->set->categories = r->loads[i].categories;
		r->set->category_count = r->loads[i].category_count;
	}
	return file
		|| fail(r, "categorieen.lua", 1,
			BF_N("There is no file with categorieen { ... }."),
			NULL, NULL);
}

/* The category CODE, or a fault at LINE. */
static bool
category_find(struct reader *r, const char *file, int line, const char *code,
	int *out)
{
	const char *words[64], *near;
	size_t i, n = r->set->category_count;

	for (i = 0; i < n; i++) {
		*out = (int)i;
		words[i] = r->set->categories[i].code;
		if (strcmp(words[i], code) == 0)
			return true;
	}
	near = bf_nearest(code, words, n);
	if (near)
		return fail(r, file, line,
			BF_N("There is no category “{1}”. Did you mean "
			     "“{2}”?"),
			code, near);
	return fail(r, file, line,
		BF_N("There is no category “{1}”. Add it to categorieen.lua."),
		code, NULL);
}

static bool
codes_find(struct reader *r, const struct bf_rule_load *load)
{
	struct bf_rule_class *class = load->class;
	size_t i;

	for (i = 0; i < class->rule_count; i++)
		if (!category_find(r, class->file, class->rules[i].line,
			    load->wanted[i], &class->rules[i].category))
			return false;
	for (i = 0; i < class->test_count; i++) {
		class->tests[i].category = -1;
		if (load->expected[i]
			&& !category_find(r, class->file, class->tests[i].line,
				load->expected[i], &class->tests[i].category))
			return false;
	}
	return true;
}

static bool
class_find(struct reader *r, const char *view, struct bf_rule_class *out)
{
	const char *file = NULL;
	size_t i;

	for (i = 0; i < r->set->files->count; i++) {
		if (r->loads[i].class == NULL
			|| strcmp(r->loads[i].class->view, view) != 0)
			continue;
		if (file)
			return fail(r, r->loads[i].file->name,
				r->loads[i].said_line,
				BF_N("The view “{1}” is divided in {2} "
				     "already."),
				view, file);
		file = r->loads[i].file->name;
		if (!codes_find(r, &r->loads[i]))
			return false;
		*out = *r->loads[i].class;
	}
	return file
		|| fail(r, bf_printf(r->arena, "%s.lua", view), 1,
			BF_N("No file divides the view “{1}”."), view, NULL);
}

static bool
classes_find(struct reader *r)
{
	struct bf_rule_set *set = r->set;
	const char *views[VIEWS_MOST];
	size_t n = bf_rule_views(r->arena, set->scope->rules, views), i, j;
	int number = 0;

	set->classes = bf_alloc(r->arena, n * sizeof(*set->classes));
	set->class_count = n;
	for (i = 0; i < n; i++) {
		if (!class_find(r, views[i], &set->classes[i]))
			return false;
		for (j = 0; j < set->classes[i].rule_count; j++)
			set->classes[i].rules[j].number = ++number;
		set->classes[i].program = bf_rule_compile(
			r->arena, set->scope->rules, &set->classes[i]);
	}
	return true;
}

bool
bf_rules_rights(const struct bf_rules *rules)
{
	return rules->facts == NULL && rules->views == NULL
		&& rules->lines == NULL;
}

bool
bf_rules_load(struct bf_arena *arena, const struct bf_rule_scope *scope,
	const struct bf_rule_files *files, struct bf_rule_set **out,
	struct bf_rule_fault *fault)
{
	struct bf_rule_set *set = bf_alloc(arena, sizeof(*set));
	struct reader r = { .arena = arena, .set = set, .fault = fault };

	set->scope = scope;
	set->files = files;
	*out = set;
	if (bf_rules_rights(scope->rules))
		return bf_rights_read(arena, scope, files, &set->rights, fault);
	r.loads = bf_alloc(arena, (files->count + 1) * sizeof(*r.loads));
	return files_run(&r) && categories_find(&r) && classes_find(&r);
}

bool
bf_rules_test(struct bf_rule_class *class, const struct bf_rule_test *t,
	const struct bf_rule **got)
{
	int decided;

	bf_rules_decide(class, &t->facts, 1, &decided);
	*got = decided < 0 ? NULL : &class->rules[decided];
	return (*got ? (*got)->category : -1) == t->category;
}

static const char *
title(const struct bf_rule_set *set, int category)
{
	return category < 0 ? "niets" : set->categories[category].code;
}

static bool
test_fail(struct bf_arena *arena, const struct bf_rule_set *set,
	const struct bf_rule_class *class, const struct bf_rule_test *t,
	const struct bf_rule *got, struct bf_rule_fault *fault)
{
	const char *is = title(set, got ? got->category : -1);

	if (got)
		is = bf_printf(arena, "%s (%s:%d)", is, class->file, got->line);
	return bf_rule_fail(arena, set->scope->i18n, fault, class->file,
		t->line,
		BF_N("The test “{1}” does not come out: it should be {2}, and "
		     "it is {3}."),
		t->name, title(set, t->category), is, (char *)NULL);
}

bool
bf_rules_test_one(struct bf_arena *arena, const struct bf_rule_set *set,
	struct bf_rule_class *class, const struct bf_rule_test *t,
	struct bf_rule_fault *fault)
{
	const struct bf_rule *got;

	return bf_rules_test(class, t, &got)
		|| test_fail(arena, set, class, t, got, fault);
}

bool
bf_rules_test_all(struct bf_arena *arena, const struct bf_rule_set *set,
	struct bf_rule_fault *fault)
{
	struct bf_rule_class *class = set->classes;
	size_t i;

	if (set->rights)
		return bf_rights_test_all(set->rights, fault);
	for (; class < set->classes + set->class_count; class ++)
		for (i = 0; i < class->test_count; i++)
			if (!bf_rules_test_one(
				    arena, set, class, &class->tests[i], fault))
				return false;
	return true;
}
