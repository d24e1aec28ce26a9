/* The record of an error outside a request. */
#include "err.h"
#include <stdarg.h>
#include <stdio.h>

bool
bf_err(struct bf_err *err, const char *fmt, ...)
{
	va_list args;

	if (err->text[0] != '\0')
		return false;
	va_start(args, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, args);
	va_end(args);
	return false;
}
