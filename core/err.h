/* What went wrong outside a request: at start, in the tool, in a file.
 *
 * Filled once, at the place of failure, with the place and the remedy; it
 * travels up untouched.  Errors of a request are in belfort/error.h.
 */
#ifndef CORE_ERR_H
#define CORE_ERR_H

#include <belfort/base.h>

struct bf_err {
	char text[1024];
	char state[6]; /* SQLSTATE where the database said it, else empty */
};

/* Fill ERR unless it is filled.  Always false. */
bool bf_err(struct bf_err *err, const char *fmt, ...) BF_PRINTF(2, 3);

#endif
