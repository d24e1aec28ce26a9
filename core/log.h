/* Log lines in logfmt on standard error; never personal data. */
#ifndef CORE_LOG_H
#define CORE_LOG_H

#include <belfort/base.h>

/* What every line of this process carries: the pool's name, or "master". */
void bf_log_name(const char *pool);
/* One line: ts, level, pool, pid, then FMT, which is logfmt itself. */
void bf_log(const char *level, const char *fmt, ...) BF_PRINTF(2, 3);
/* VALUE quoted for a log line; the result lives until the next eighth call. */
const char *bf_log_value(const char *value);

#endif
