/* Writes log lines, one write each, so that those of many workers never mix. */
#include "log.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LINE_BYTES 2048
#define VALUE_BYTES 512
#define VALUES 8

static const char *pool_name = "-";

void
bf_log_name(const char *pool)
{
	pool_name = pool;
}

static size_t
head(char *line, size_t size, const char *level)
{
	struct timespec now;
	struct tm tm;
	char time[32];

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &tm);
	strftime(time, sizeof(time), "%Y-%m-%dT%H:%M:%S", &tm);
	return (size_t)snprintf(line, size,
		"ts=%s.%03ldZ level=%s pool=%s pid=%d ", time,
		now.tv_nsec / 1000000, level, pool_name, (int)getpid());
}

void
bf_log(const char *level, const char *fmt, ...)
{
	char line[LINE_BYTES];
	size_t len = head(line, sizeof(line), level);
	va_list args;
	int more;

	va_start(args, fmt);
	more = vsnprintf(line + len, sizeof(line) - len, fmt, args);
	va_end(args);
	if (more < 0)
		return;
	len += (size_t)more;
	if (len > sizeof(line) - 1)
		len = sizeof(line) - 1;
	line[len++] = '\n';
	if (write(STDERR_FILENO, line, len) < 0)
		return; /* and there is nowhere to say so */
}

/* Line breaks and other control characters would forge lines. */
static char
tame(char c)
{
	if ((unsigned char)c < ' ' || c == 0x7f)
		return ' ';
	return c == '"' || c == '\\' ? '\'' : c;
}

static bool
is_plain(const char *value)
{
	for (; *value > ' ' && *value != 0x7f; value++)
		if (strchr("\"\\=", *value))
			return false;
	return *value == '\0';
}

const char *
bf_log_value(const char *value)
{
	static char values[VALUES][VALUE_BYTES];
	static unsigned turn;
	char *out = values[turn++ % VALUES], *at = out;
	const char *end = out + VALUE_BYTES - 2;
	bool plain = value && *value && is_plain(value);

	if (!plain)
		*at++ = '"';
	for (; value && *value && at < end; value++)
		*at++ = plain ? *value : tame(*value);
	if (!plain)
		*at++ = '"';
	*at = '\0';
	return out;
}
