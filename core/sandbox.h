/* Shuts a worker in before it loads code that the city did not write.
 *
 * What a constructor, a handler or a job of such a plugin can still reach:
 * the libraries of the system, the files of its own pool, sockets with a path
 * that let its Unix user in (the database, as its own role), and what it was
 * given by descriptor.  It opens no file for writing, makes no process, signals
 * nobody, traces nobody, reaches no network.
 *
 * Linux: Landlock (kernel 5.13, landlock(7)), seccomp (libseccomp), limits.
 */
#ifndef CORE_SANDBOX_H
#define CORE_SANDBOX_H

#include "settings.h"

/* Shut this process in for good when POOL asks for it.  False, with the reason
 * and the remedy, where this machine cannot do that: such a pool does not
 * start.  Call it as the pool's user. */
BF_CHECKED bool bf_sandbox_enter(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_err *err);

#endif
