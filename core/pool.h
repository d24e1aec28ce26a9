/* A pool as the master sees it: a socket and slots with workers. */
#ifndef CORE_POOL_H
#define CORE_POOL_H

#include "settings.h"
#include <sys/types.h>

struct bf_metrics;

/* One worker's place.  Its generation tells whether it is of now. */
struct bf_slot {
	pid_t pid; /* 0: none */
	unsigned generation;
	int ready;       /* reads a byte when the worker serves; -1: it does */
	int64_t started; /* milliseconds of the monotonic clock */
	int64_t due;     /* when to start again after a crash */
	int delay;       /* milliseconds, grows with each crash */
	struct bf_slot *next;
};

struct bf_pool {
	const char *name; /* the pool's own copy */
	int socket;
	struct bf_metrics *metrics;
	struct bf_slot *slots;
	struct bf_pool *next;
};

/* Bind <run>/<name>.sock, 0660, for the pool's user and the listen group. */
struct bf_pool *bf_pool_open(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_err *err);
/* Close and remove the socket; workers must be gone or told. */
void bf_pool_close(const struct bf_settings *settings, struct bf_pool *pool);
/* Fork and exec a worker in SLOT as the pool's user. */
BF_CHECKED bool bf_pool_spawn(const struct bf_settings *settings,
	struct bf_pool *pool, struct bf_slot *slot, struct bf_err *err);
/* In a child: become USER with its groups, when this process is root. */
BF_CHECKED bool bf_become(const char *user, struct bf_err *err);

#endif
