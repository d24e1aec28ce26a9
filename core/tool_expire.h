/* Drops whole months of the log of who looked, once their days are over. */
#ifndef CORE_TOOL_EXPIRE_H
#define CORE_TOOL_EXPIRE_H

#include "tool.h"

/* As many months as may go; says what went.  With --dry-run nothing goes. */
BF_CHECKED bool
bf_access_expire(struct bf_tool *tool, PGconn *conn, struct bf_err *err);

#endif
