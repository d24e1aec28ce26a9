/* The city's rule files about rights, from a folder. */
#ifndef TESTS_BENEFITS_H
#define TESTS_BENEFITS_H

#include "rights.h"

/* Load TOP/benefits; false: FAULT says what is wrong. */
static inline bool
benefits_load(struct bf_arena *arena, const char *top, struct bf_rights **out,
	struct bf_rule_fault *fault)
{
	struct bf_rule_files *files;

	*fault = (struct bf_rule_fault){ 0 };
	return bf_rules_read(
		       arena, top, "benefits", &files, fault, rights_scope.i18n)
		&& rights_load(
			arena, files->files, files->count, false, out, fault);
}

static inline const char *
benefits_fault(struct bf_arena *arena, const struct bf_rule_fault *fault)
{
	return bf_printf(
		arena, "%s:%d: %s", fault->file, fault->line, fault->text[1]);
}

/* The tests that stand in the files: how many there are, each told when TELL;
 * how many do not come out is added to BAD. */
static inline int
benefits_try(
	struct bf_arena *arena, struct bf_rights *rights, bool tell, int *bad)
{
	const struct bf_right_test *t;
	const char *want = "", *got = "";
	size_t i, k;
	bool good;
	int n = 0;

	for (i = 0; i < rights->count; i++)
		for (k = 0; k < rights->laws[i].test_count; k++, n++) {
			t = &rights->laws[i].tests[k];
			good = bf_right_test(arena, rights, i, t, &want, &got);
			*bad += !good;
			if (tell
				&& !ok(good, "%s: %s", rights->shown[i].file,
					t->name))
				printf("# wanted %s, got %s\n", want, got);
		}
	return n;
}

#endif
