/* The life of one worker process. */
#ifndef CORE_WORKER_H
#define CORE_WORKER_H

#include "settings.h"

/* Exit statuses that the master understands (sysexits.h). */
#define BF_EXIT_CONFIG 78 /* starting again would not help */

/* Serve the pool on descriptor 0 until SIGTERM; a byte on descriptor READY
 * (-1: none) says that requests are taken.  Returns an exit status. */
int bf_worker_run(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, int ready);
/* Serve one CGI request from the environment. */
int bf_worker_cgi(const struct bf_settings *settings);

#endif
