/* A fuzz target: what libFuzzer calls, and where the driver begins. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Give SIZE bytes of DATA to what is tested; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Good input to begin with, ended by NULL. */
extern const char *const fuzz_seeds[];

#endif
