/* Counters of one pool in shared memory, so that any worker can tell them all.
 *
 * The file <run>/<pool>.metrics is mapped by every worker of the pool; adding
 * is atomic.  Nothing in it names a visitor.
 */
#ifndef CORE_METRICS_H
#define CORE_METRICS_H

#include "err.h"

struct bf_metrics;
struct bf_settings;

/* Map the counters of POOL, made when absent. */
struct bf_metrics *
bf_metrics_open(const char *run, const char *pool, struct bf_err *err);
/* Count one request: microseconds in all, in the database, bytes sent. */
void bf_metrics_request(struct bf_metrics *metrics, const char *plugin,
	int status, uint64_t us, uint64_t db_us, uint64_t bytes);
/* Count one start of a worker, by the master; CRASHED when the one before it
 * in that slot did not end by itself. */
void bf_metrics_start(struct bf_metrics *metrics, bool crashed);
/* The counters of all pools as OpenMetrics text, "# EOF" at its end. */
void bf_metrics_text(const struct bf_settings *settings, struct bf_buf *out);

#endif
