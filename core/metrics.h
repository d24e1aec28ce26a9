/* Counters of one pool in shared memory, so that any worker can tell them all.
 *
 * The file <run>/<pool>.metrics is mapped by every worker of the pool; adding
 * is atomic.  Nothing in it names a visitor.
 */
#ifndef CORE_METRICS_H
#define CORE_METRICS_H

#include "err.h"
#include <sys/types.h>

struct bf_metrics;
struct bf_settings;

/* The file of POOL, made when it is absent or of another shape, belonging to
 * USER and GROUP (-1: as they are).  By the master, before workers start. */
BF_CHECKED bool bf_metrics_make(const char *run, const char *pool, uid_t user,
	gid_t group, struct bf_err *err);
/* Map the counters of POOL, for a worker; NULL when there are none. */
struct bf_metrics *
bf_metrics_open(const char *run, const char *pool, struct bf_err *err);
/* Count one request: microseconds in all, in the database, bytes sent. */
void bf_metrics_request(struct bf_metrics *metrics, const char *plugin,
	int status, uint64_t us, uint64_t db_us, uint64_t bytes);
/* Count one password that was asked for, or refused because too many were. */
void bf_metrics_password(struct bf_metrics *metrics, bool taken);
/* Count one start of a worker, by the master, which never maps a file that a
 * worker could cut short; CRASHED when the one before it in that slot did not
 * end by itself. */
void bf_metrics_start(const char *run, const char *pool, bool crashed);
/* The counters of all pools as OpenMetrics text, "# EOF" at its end. */
void bf_metrics_text(const struct bf_settings *settings, struct bf_buf *out);

#endif
