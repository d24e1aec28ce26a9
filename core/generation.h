/* A generation: the workers of one state of the configuration. */
#ifndef CORE_GENERATION_H
#define CORE_GENERATION_H

#include "clock.h"
#include "listener.h"
#include "spawn.h"
#include "warden.h"
#include <sys/types.h>

/* One worker's place. */
struct bf_slot {
	pid_t pid;       /* 0: none */
	int ready;       /* a pipe that tells; -1: it has, or will not */
	bool serving;    /* it told that it takes requests */
	int64_t started; /* by bf_clock() */
	int64_t due;     /* when to start again */
	int delay;       /* milliseconds, grows with each fall; 0: none yet */
	int last_fd;
	struct bf_last *last;
	struct bf_burn burn;
};

struct bf_pool {
	const struct bf_pool_settings *settings;
	struct bf_listener *listener; /* NULL: it serves nobody */
	struct bf_slot *slots;
	size_t slot_count; /* settings->workers */
	/* Of a pool that is shut in: others do not wait for it. */
	struct bf_warden *warden;
};

struct bf_generation {
	unsigned number;
	struct bf_settings *settings; /* its own; it lives in their arena */
	const struct bf_program *program;
	struct bf_pool *pools; /* as many as settings->pool_count */
	int64_t kill_at;       /* retired: when patience ends; 0: it serves */
	struct bf_generation *next;
};

/* A generation of SETTINGS, which it owns from now on, with sockets from
 * *LISTENERS; no worker is started yet.  EVENTS is the epoll descriptor that
 * wakes when a worker is ready. */
BF_CHECKED bool bf_generation_make(struct bf_settings *settings,
	const struct bf_program *program, struct bf_listener **listeners,
	struct bf_generation **out, struct bf_err *err);
/* Start workers that are due, hear those that are ready.  The time at which it
 * must be called again. */
int64_t bf_generation_tend(struct bf_generation *generation, int events);
/* Whether the process PID was a worker of GENERATION; its slot is told. */
bool
bf_generation_ended(struct bf_generation *generation, pid_t pid, int status);
/* Whether all its workers serve; one fell; each did one or the other; none is
 * left.  Those that are shut in count for the last only. */
bool bf_generation_serves(const struct bf_generation *generation);
bool bf_generation_fell(const struct bf_generation *generation);
bool bf_generation_settled(const struct bf_generation *generation);
bool bf_generation_gone(const struct bf_generation *generation);
/* Whether nobody takes the connections of POOL, nor soon will. */
bool bf_pool_dark(const struct bf_pool *pool);
/* Let the workers finish and leave; after PATIENCE ms they are killed. */
void bf_generation_retire(struct bf_generation *generation, int patience);
/* When it is gone: free it with its settings. */
void bf_generation_free(struct bf_generation *generation);

#endif
