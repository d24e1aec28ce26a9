/* How a worker and the process that computes passwords talk. */
#ifndef CORE_PASSWORD_H
#define CORE_PASSWORD_H

#include "argon.h"
#include "worker.h"
#include <belfort/password.h>

#define BF_PASSWORD_MOST 4096 /* bytes */
#define BF_PASSWORD_POOL \
	"passwords" /* its name, socket and place in the log \
		     */

/* What a worker sends on its connection; the tag comes back, or nothing. */
struct bf_password_job {
	struct bf_phc phc; /* all but the tag */
	size_t len;
	char text[BF_PASSWORD_MOST];
};

/* Compute JOB's tag into its phc; the text is gone afterwards. */
BF_CHECKED bool bf_password_compute(struct bf_password_job *job);
/* Compute what is asked on descriptor 0, at idle priority, until SIGTERM.
 * Returns an exit status. */
int bf_password_run(struct bf_worker_fds fds);

#endif
