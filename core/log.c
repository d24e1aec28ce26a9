/* Log lines. */
#include "log.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LINE_MAX_BYTES 2048
#define VALUES 8

static const char *pool_name = "-";

void
bf_log_name(const char *pool)
{
	pool_name = pool;
}

static int
put_head(char *line, size_t size, const char *level)
{
	struct timespec now;
	struct tm tm;
	char time[32];

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &tm);
	strftime(time, sizeof(time), "%Y-%m-%dT%H:%M:%S", &tm);
	return snprintf(line, size, "ts=%s.%03ldZ level=%s pool=%s pid=%d ",
		time, now.tv_nsec / 1000000, level, pool_name, (int)getpid());
}

/* One write per line, so that lines of many workers never mix. */
void
bf_log(const char *level, const char *fmt, ...)
{
	char line[LINE_MAX_BYTES];
	int len = put_head(line, sizeof(line), level), more;
	va_list args;

	va_start(args, fmt);
	more = vsnprintf(line + len, sizeof(line) - (size_t)len - 1, fmt, args);
	va_end(args);
	if (more < 0)
		return;
	len += more;
	if ((size_t)len > sizeof(line) - 2)
		len = sizeof(line) - 2;
	line[len++] = '\n';
	if (write(STDERR_FILENO, line, (size_t)len) < 0)
		return; /* there is nowhere else to say so */
}

const char *
bf_log_value(const char *value)
{
	static char values[VALUES][512];
	static unsigned next;
	char *out = values[next++ % VALUES], *at = out;
	bool quoted = *value == '\0' || strpbrk(value, " =\"\\\t\r\n");

	if (quoted)
		*at++ = '"';
	for (; *value && at < out + sizeof(values[0]) - 3; value++)
		*at++ = *value == '"' || *value == '\\' ? '\''
			: (unsigned char)*value < ' '   ? ' '
							: *value;
	if (quoted)
		*at++ = '"';
	*at = '\0';
	return out;
}
