/* Loads a folder of files about rights: the facts first, then each rule. */
#include "arena.h"
#include "nearest.h"
#include "rights_own.h"
#include <stdlib.h>
#include <string.h>

struct loader {
	struct bf_rights *rights;
	const struct bf_rule_files *files;
	struct bf_rule_fault *fault;
};

static bool
fail(struct loader *l, const char *file, int line, const char *text,
	const char *one, const char *two)
{
	return bf_rule_fail(l->rights->arena, l->rights->scope->i18n, l->fault,
		file, line, text, one, two, (char *)NULL);
}

static bool
is_facts(const char *name)
{
	return strcmp(name, "feiten.lua") == 0
		|| strcmp(name, "facts.lua") == 0;
}

/* Run FILE, which gives LAW, or the facts when that is NULL. */
static bool
run(struct loader *l, const struct bf_rule_file *file, struct bf_right_law *law)
{
	struct bf_right_reader reader = { l->rights, law, law == NULL };
	struct bf_rule_load load = { .words = &bf_right_words,
		.rights = &reader,
		.arena = l->rights->arena,
		.scope = l->rights->scope,
		.file = file,
		.fault = l->fault };

	return bf_rule_run(&load);
}

static bool
facts_load(struct loader *l)
{
	const struct bf_rule_file *facts = NULL;
	size_t i;

	for (i = 0; i < l->files->count; i++) {
		if (!is_facts(l->files->files[i].name))
			continue;
		if (facts)
			return fail(l, l->files->files[i].name, 1,
				BF_N("The facts are in {1} already."),
				facts->name, NULL);
		facts = &l->files->files[i];
	}
	if (facts == NULL)
		return fail(l, "feiten.lua", 1,
			BF_N("There is no file feiten.lua with feiten { ... "
			     "}."),
			NULL, NULL);
	return run(l, facts, NULL);
}

static bool
laws_load(struct loader *l)
{
	struct bf_rights *r = l->rights;
	const struct bf_rule_file *file;
	struct bf_right_law *law;
	size_t i;

	for (i = 0; i < l->files->count; i++) {
		file = &l->files->files[i];
		if (is_facts(file->name))
			continue;
		if (r->count == BF_RIGHT_RULES)
			return fail(l, file->name, 1,
				BF_N("There are too many rules: over 64."),
				NULL, NULL);
		law = &r->laws[r->count];
		law->shown = &r->shown[r->count++];
		law->file = file;
		if (!run(l, file, law))
			return false;
	}
	return true;
}

static int
by_code(const void *a, const void *b)
{
	const struct bf_right_law *x = a, *y = b;
	int c = strcmp(x->shown->code, y->shown->code);

	if (c)
		return c;
	return (x->shown->from > y->shown->from)
		- (x->shown->from < y->shown->from);
}

/* In order, and no code twice on one day. */
static bool
laws_sort(struct loader *l)
{
	struct bf_rights *r = l->rights;
	struct bf_right_rule *sorted = bf_alloc(
		r->arena, (r->count + 1) * sizeof(*sorted));
	size_t i;

	qsort(r->laws, r->count, sizeof(*r->laws), by_code);
	for (i = 0; i < r->count; i++) {
		sorted[i] = *r->laws[i].shown;
		r->laws[i].shown = &sorted[i];
		if (i > 0 && strcmp(sorted[i - 1].code, sorted[i].code) == 0
			&& sorted[i - 1].until >= sorted[i].from)
			return fail(l, sorted[i].file, sorted[i].line,
				BF_N("The rule “{1}” is in {2} already, for "
				     "the same days."),
				sorted[i].code, sorted[i - 1].file);
	}
	r->shown = sorted;
	return true;
}

/* The days on which a rule or an amount changes, each once. */
static void
begins_find(struct bf_rights *r)
{
	size_t most = 1, n = 0, i, k;

	for (i = 0; i < r->count; i++)
		most += 2 + r->laws[i].figures_count;
	r->begins = bf_alloc(r->arena, most * sizeof(*r->begins));
	r->begins[n++] = BF_RIGHT_EVER_FROM;
	for (i = 0; i < r->count; i++) {
		r->begins[n++] = r->shown[i].from;
		r->begins[n++] = r->shown[i].until + 1;
		for (k = 0; k < r->laws[i].figures_count; k++)
			r->begins[n++] = r->laws[i].figures[k].from;
	}
	qsort(r->begins, n, sizeof(*r->begins), bf_right_by_number);
	for (i = k = 0; i < n; i++)
		if (i == 0 || r->begins[i] != r->begins[k - 1])
			r->begins[k++] = r->begins[i];
	r->era_count = k;
}

static bool
eras_build(struct loader *l)
{
	struct bf_rights *r = l->rights;
	size_t i;

	begins_find(r);
	if (r->era_count > BF_RIGHT_ERAS)
		return fail(l, l->files->files[0].name, 1,
			BF_N("There are too many days on which something "
			     "changes: over 256."),
			NULL, NULL);
	r->eras = bf_alloc(r->arena, r->era_count * sizeof(*r->eras));
	for (i = 0; i < r->era_count; i++)
		if (!bf_right_era(r, r->begins[i], &r->eras[i], l->fault))
			return false;
	return true;
}

/* What each rule reads, also by the rights that it asks. */
static void
reads_find(struct bf_rights *r)
{
	const struct bf_right_era *era;
	size_t i, k;

	for (i = 0; i < r->era_count; i++)
		for (k = 0; k < r->count; k++) {
			era = r->eras[i];
			if (era->rulings[k].held)
				r->shown[k].reads |=
					era->steps[era->rulings[k].entitled]
						.reads
					| (era->rulings[k].amount < 0
							? 0
							: era->steps[era->rulings[k]
									     .amount]
								  .reads);
		}
}

struct bf_right_era *
bf_right_era_of(const struct bf_rights *rights, int32_t day)
{
	size_t i = rights->era_count - 1;

	day = bf_right_day_within(day);
	while (i > 0 && rights->begins[i] > day)
		i--;
	return rights->eras[i];
}

bool
bf_rights_read(struct bf_arena *arena, const struct bf_rule_scope *scope,
	const struct bf_rule_files *files, struct bf_rights **out,
	struct bf_rule_fault *fault)
{
	struct bf_rights *r = bf_alloc(arena, sizeof(*r));
	struct loader l = { r, files, fault };

	r->arena = arena;
	r->scope = scope;
	r->shown = bf_alloc(arena, BF_RIGHT_RULES * sizeof(*r->shown));
	r->laws = bf_alloc(arena, BF_RIGHT_RULES * sizeof(*r->laws));
	memcpy(r->version, files->sha256, sizeof(r->version));
	*out = r;
	if (!facts_load(&l) || !laws_load(&l) || !laws_sort(&l)
		|| !bf_right_graph(r, fault) || !eras_build(&l))
		return false;
	reads_find(r);
	return true;
}

const char *
bf_rights_version(const struct bf_rights *rights)
{
	return rights->version;
}

const struct bf_right_fact *
bf_rights_facts(const struct bf_rights *rights, size_t *count)
{
	*count = rights->fact_count;
	return rights->facts;
}

const struct bf_right_rule *
bf_rights_rules(const struct bf_rights *rights, size_t *count)
{
	*count = rights->count;
	return rights->shown;
}

int
bf_rights_fact(const struct bf_rights *rights, const char *name)
{
	size_t i;

	for (i = 0; i < rights->fact_count; i++)
		if (strcmp(rights->facts[i].name, name) == 0)
			return (int)i;
	return -1;
}

int
bf_rights_rule(const struct bf_rights *rights, const char *code, int32_t day)
{
	size_t i;

	for (i = 0; i < rights->count; i++)
		if (strcmp(rights->shown[i].code, code) == 0
			&& rights->shown[i].from <= day
			&& day <= rights->shown[i].until)
			return (int)i;
	return -1;
}
