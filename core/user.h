/* Unix users and groups: whose a pool is, and becoming one. */
#ifndef CORE_USER_H
#define CORE_USER_H

#include "err.h"
#include <belfort/base.h>
#include <sys/types.h>

/* The name of UID: "ann", or "uid 1000" where it has none. */
const char *bf_user_name(struct bf_arena *arena, uid_t uid);
/* Whether this process may become somebody else. */
bool bf_user_root(void);
/* The ids of USER and its group; (uid_t)-1 and (gid_t)-1, which change
 * nothing, when this process is not root. */
BF_CHECKED bool
bf_user_find(const char *user, uid_t *uid, gid_t *gid, struct bf_err *err);
BF_CHECKED bool
bf_user_group(const char *group, gid_t *gid, struct bf_err *err);
/* Become USER, with its groups, for good, when this is root; nothing that is
 * executed afterwards can win rights back. */
BF_CHECKED bool bf_user_become(const char *user, struct bf_err *err);

#endif
