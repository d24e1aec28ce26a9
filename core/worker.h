/* The life of one worker, and what it tells its master. */
#ifndef CORE_WORKER_H
#define CORE_WORKER_H

#include "settings.h"

/* sysexits.h: the configuration or the database does not fit, so that
 * starting again at once would not help. */
#define BF_EXIT_CONFIG 78

/* A page shared with the master: the request a worker is at, for the log when
 * it falls. */
struct bf_last {
	int busy;
	char request[64];
};

/* Descriptors from the master, or -1. */
struct bf_worker_fds {
	int ready; /* gets a byte when requests are taken */
	int last;  /* memory for a struct bf_last */
};

/* A descriptor to read when it is time to go; SIGTERM asks for that. */
int bf_worker_stop(void);
/* True when a connection waits on descriptor 0, false when STOP says to go. */
bool bf_worker_wait(int stop);
/* Tell the master that requests are taken. */
void bf_worker_ready(int fd);
/* Serve POOL on descriptor 0 until SIGTERM.  Returns an exit status. */
int bf_worker_run(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_worker_fds fds);

#endif
