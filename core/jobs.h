/* The process of [pool jobs]: background work, without visitors. */
#ifndef CORE_JOBS_H
#define CORE_JOBS_H

#include "host.h"

/* Work for the plugins of HOST until STOP, a signalfd, has something to read.
 * READY (or -1) gets a byte when it watches.  Returns an exit status. */
int bf_jobs_run(struct bf_host *host, int stop, int ready);

#endif
