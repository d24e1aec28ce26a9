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

/* What a worker does, as the kernel sees it. */
struct bf_burn {
	int64_t looked; /* the last time */
	int64_t used;   /* of the processor, until then, in milliseconds */
	int64_t credit; /* what it may still use at once */
	int64_t poor;   /* has had little credit since then; 0: it has enough */
	bool stopped;   /* until it has credit again */
	int64_t busy;   /* says since then that it serves REQUEST; 0: none */
	char request[64];
};

#define BF_WARDEN_EVERY 200 /* milliseconds between two looks */

BF_CHECKED bool
bf_warden_open(struct bf_warden *warden, const char *pool, struct bf_err *err);
void bf_warden_close(struct bf_warden *warden);
/* Pass on what was said since, within limits, at the time NOW. */
void bf_warden_listen(struct bf_warden *warden, int64_t now);
/* Hold the process PID to a tenth of a processor, by stopping it and letting it
 * go on; a second at once is allowed.  True when it has wanted more for so long
 * that it is better ended. */
bool bf_warden_burns(struct bf_burn *burn, pid_t pid, int64_t now);
/* Whether a worker that serves REQUEST, or NULL for none, does so for too long.
 * A worker that lies about it harms itself only. */
bool bf_warden_hangs(struct bf_burn *burn, const char *request, int64_t now);

#endif
