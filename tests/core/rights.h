/* A set of rights for tests, from texts. */
#ifndef TESTS_RIGHTS_H
#define TESTS_RIGHTS_H

#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "rights_own.h"

static struct bf_rule_scope rights_scope = { "core", NULL, NULL };

/* Load COUNT files; their tests too when TESTS. */
static inline bool
rights_load(struct bf_arena *arena, struct bf_rule_file *files, size_t count,
	bool tests, struct bf_rights **out, struct bf_rule_fault *fault)
{
	struct bf_rule_files *all = bf_alloc(arena, sizeof(*all));
	static const char *const names[] = { "core", NULL };
	struct bf_err err = { 0 };
	size_t i;

	/* No translation is there: texts stay English. */
	rights_scope.i18n = bf_i18n_load(arena, ".", names, &err);
	bf_crypt_start();
	for (i = 0; i < count; i++)
		files[i].len = strlen(files[i].text);
	*all = (struct bf_rule_files){ "core", files, count, "" };
	bf_rules_hash(all);
	*fault = (struct bf_rule_fault){ 0 };
	return bf_rights_read(arena, &rights_scope, all, out, fault)
		&& (!tests || bf_rights_test_all(*out, fault));
}

#endif
