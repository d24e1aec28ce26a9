/* What the file of counters holds. */
#ifndef CORE_METRICS_TEXT_H
#define CORE_METRICS_TEXT_H

#include "metrics.h"

#define BF_METRICS_ROWS 32
#define BF_METRICS_BOUNDS 12
#define BF_METRICS_CLASSES 5 /* 1xx to 5xx */

/* A change of the structs below is a new version in metrics.c. */
struct bf_metrics_head {
	char magic[8];
	uint32_t version, size;
};

struct bf_metrics_row {
	uint64_t hash; /* of the name; 0: free */
	char plugin[40];
	uint64_t answers[BF_METRICS_CLASSES];
	uint64_t took[BF_METRICS_BOUNDS + 1];
	uint64_t us, db_us, bytes;
};

struct bf_metrics {
	struct bf_metrics_head head;
	uint64_t starts, crashes, passwords, passwords_refused;
	struct bf_metrics_row rows[BF_METRICS_ROWS];
};

/* The upper ends of the classes of duration: microseconds, and seconds as
 * OpenMetrics writes them. */
struct bf_metrics_bound {
	uint64_t us;
	const char *seconds;
};

extern const struct bf_metrics_bound bf_metrics_bounds[BF_METRICS_BOUNDS];

/* A copy of the counters of POOL; false when there are none. */
BF_CHECKED bool
bf_metrics_read(const char *run, const char *pool, struct bf_metrics *out);

#endif
