/* Watches over workers that are shut in, from outside: what they say, and what
 * of the processor they take.  It believes nothing that they tell. */
#ifndef CORE_WARDEN_H
#define CORE_WARDEN_H

#include "err.h"
#include <stdint.h>
#include <sys/types.h>

/* What a pool may write to the log: it goes through here, each line marked with
 * `in=POOL`, so that none can be taken for another pool's. */
struct bf_warden {
	const char *pool;
	int read, write; /* a pipe; workers get the end to write to */
	char line[2048];
	size_t len;
	int64_t second; /* in which LEFT was filled */
	size_t left;    /* bytes that may still be said in it */
	size_t dropped; /* bytes that were not said */
};

/* What a worker took of the processor. */
struct bf_burn {
	uint64_t ticks;
	int64_t since; /* when it was looked at, by bf_clock() */
};

#define BF_WARDEN_EVERY 200 /* milliseconds between two looks */

BF_CHECKED bool
bf_warden_open(struct bf_warden *warden, const char *pool, struct bf_err *err);
void bf_warden_close(struct bf_warden *warden);
/* Pass on what was said since, within limits, at the time NOW. */
void bf_warden_listen(struct bf_warden *warden, int64_t now);
/* Whether the process PID took all of a processor for BF_BURN_MOST. */
bool bf_warden_burns(struct bf_burn *burn, pid_t pid, int64_t now);

#endif
