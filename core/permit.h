/* Whether a user of the machine may do what needs a right. */
#ifndef CORE_PERMIT_H
#define CORE_PERMIT_H

#include "tool.h"
#include <sys/types.h>

struct bf_permit {
	bool may;
	bool nobody;     /* there is no civil servant at all */
	const char *who; /* the civil servant, or NULL: none has that user */
	const char *ask; /* who can give the right, or NULL: nobody */
};

/* What FUNCTION, as in bf_identity, says of LOGIN. */
BF_CHECKED bool bf_permit_ask(struct bf_arena *arena, PGconn *conn,
	const char *function, const char *login, const char *need,
	struct bf_permit *out, struct bf_err *err);
/* Whether who runs the tool may do WORD with FEATURE, of POOLS: they have the
 * right FEATURE.WORD, or the feature declares none, or nobody knows who is who.
 * ERR says whom to ask. */
BF_CHECKED bool bf_tool_may(struct bf_tool *tool, json_t *pools, PGconn *conn,
	json_t *feature, const char *word, struct bf_err *err);

/* The user who runs the tool; of root, who called sudo. */
const char *bf_tool_login(struct bf_arena *arena);

#endif
