/* A fuzz target: what libFuzzer calls, and what its checks call.  Without
 * libFuzzer, driver.c runs it.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Give SIZE bytes of DATA to what is tested; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is not so ends the process, and libFuzzer keeps the input. */
static inline void
must(bool right)
{
	if (!right)
		abort();
}

/* What the target itself needs; without it there is nothing to tell. */
static inline void
needs(bool there)
{
	if (!there)
		exit(99);
}

#endif
