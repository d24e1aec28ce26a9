/* Lets a process that ends at once write what it counted first; read before
 * every source when built with --enable-coverage. */
#ifndef TESTS_COVERAGE_EXIT_H
#define TESTS_COVERAGE_EXIT_H

#include <stdlib.h>
#include <unistd.h>

void __gcov_dump(void);

static inline _Noreturn void
counted_exit(int status)
{
	__gcov_dump();
	_exit(status);
}

static inline _Noreturn void
counted_abort(void)
{
	__gcov_dump();
	abort();
}

#define _exit counted_exit
#define abort counted_abort

#endif
