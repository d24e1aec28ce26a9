/* The clock that only goes forward, also when somebody sets the date. */
#ifndef BELFORT_CORE_CLOCK_H
#define BELFORT_CORE_CLOCK_H

#include <stdint.h>
#include <time.h>

/* Microseconds since a moment that is the same for all processes. */
static inline uint64_t
bf_clock_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* The same in milliseconds, and in seconds. */
static inline int64_t
bf_clock(void)
{
	return (int64_t)(bf_clock_us() / 1000);
}

static inline time_t
bf_clock_seconds(void)
{
	return (time_t)(bf_clock_us() / 1000000);
}

#endif
