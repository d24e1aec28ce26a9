/* Rights, as the core itself loads and tries them; belfort/rights.h is what
 * plugins see.
 */
#ifndef CORE_RIGHTS_H
#define CORE_RIGHTS_H

#include "rules.h"
#include <belfort/rights.h>

/* Load FILES about rights into ARENA.  The tests of the files are not run. */
BF_CHECKED bool bf_rights_read(struct bf_arena *arena,
	const struct bf_rule_scope *scope, const struct bf_rule_files *files,
	struct bf_rights **out, struct bf_rule_fault *fault);
/* The first test that does not come out is a fault. */
BF_CHECKED bool
bf_rights_test_all(struct bf_rights *rights, struct bf_rule_fault *fault);

#endif
