/* Starting belfortd again, as a worker or to check a configuration. */
#ifndef CORE_SPAWN_H
#define CORE_SPAWN_H

#include "err.h"
#include <sys/types.h>

/* What is executed: a path kept from the start, so that a binary which was
 * replaced is picked up. */
struct bf_program {
	char exe[4096];
	const char *config;
};

struct bf_spawn {
	const char *pool, *user;
	int socket;      /* becomes descriptor 0 */
	int ready, last; /* as in struct bf_worker_fds */
	int log;         /* -1: the master's; else the pool is shut in */
	bool passwords;  /* it computes passwords and serves no pool */
};

BF_CHECKED bool bf_program_find(struct bf_program *program, struct bf_err *err);
/* The process id, or -1. */
pid_t
bf_spawn_worker(const struct bf_program *program, const struct bf_spawn *spawn);
pid_t bf_spawn_check(const struct bf_program *program);

#endif
