/* The socket of a pool, which outlives its workers. */
#ifndef CORE_LISTENER_H
#define CORE_LISTENER_H

#include "settings.h"
#include <sys/types.h>

struct bf_listener {
	char path[108];
	int fd;
	bool refusing; /* watched, because no worker takes its connections */
	struct bf_listener *next;
};

/* The listener of POOL among those in *LIST, or a new one put there; only USER
 * and GROUP may connect. */
BF_CHECKED bool bf_listener_get(struct bf_listener **list,
	const struct bf_settings *settings, const struct bf_pool_settings *pool,
	uid_t user, gid_t group, struct bf_listener **out, struct bf_err *err);
/* Close those of *LIST that no pool of SETTINGS has (NULL: all). */
void bf_listener_prune(
	struct bf_listener **list, const struct bf_settings *settings);
/* Close what waits, so that the web server answers instead of waiting. */
void bf_listener_refuse(const struct bf_listener *listener);

#endif
