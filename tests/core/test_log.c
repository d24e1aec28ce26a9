/* Log lines: one write, one line, whatever the values hold. */
#include "../../core/log.h"
#include "../tap.h"
#include <stdlib.h>
#include <unistd.h>

/* What bf_log() wrote for the values of a call. */
static const char *
logged(const char *level, const char *value)
{
	static char text[8192];
	int ends[2], kept = dup(STDERR_FILENO);
	ssize_t len;

	if (pipe(ends) < 0)
		abort();
	dup2(ends[1], STDERR_FILENO);
	bf_log(level, "event=test value=%s", bf_log_value(value));
	dup2(kept, STDERR_FILENO);
	close(ends[1]);
	close(kept);
	len = read(ends[0], text, sizeof(text) - 1);
	close(ends[0]);
	text[len < 0 ? 0 : len] = '\0';
	return text;
}

static const struct {
	const char *name, *value, *want;
} values[] = {
	{ "a word", "begroting/x", "begroting/x" },
	{ "two words", "a b", "\"a b\"" },
	{ "nothing", "", "\"\"" },
	{ "no text", NULL, "\"\"" },
	{ "an equals sign", "a=b", "\"a=b\"" },
	{ "a quote", "a\"b", "\"a'b\"" },
	{ "a backslash", "a\\b", "\"a'b\"" },
	{ "a line break", "a\nlevel=error", "\"a level=error\"" },
	{ "an escape of terminals", "a\033[31m", "\"a [31m\"" },
	{ "delete", "a\x7f", "\"a \"" },
	{ "letters with accents", "\xc3\xa9", "\"\xc3\xa9\"" },
};

static void
test_values(void)
{
	size_t i;

	for (i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		is(bf_log_value(values[i].value), values[i].want,
			values[i].name);
}

static void
test_lines(void)
{
	static char much[6000];
	const char *line, *kept[8];
	int i;

	bf_log_name("city");
	line = logged("warn", "a b");
	ok(strncmp(line, "ts=2", 4) == 0 && strstr(line, "Z level=warn "),
		"time and level");
	has(line, " pool=city pid=", "pool");
	has(line, " event=test value=\"a b\"\n", "what it says");
	memset(much, 'x', sizeof(much) - 1);
	line = logged("info", much);
	ok(strlen(line) < 1024 && line[strlen(line) - 1] == '\n',
		"a value without end is cut");
	for (i = 0; i < 8; i++)
		kept[i] = bf_log_value(i % 2 ? "odd" : "even");
	ok(strcmp(kept[0], "even") == 0 && strcmp(kept[7], "odd") == 0,
		"eight values live side by side");
}

static void
test_long_line(void)
{
	static char much[6000];
	int ends[2], kept = dup(STDERR_FILENO);
	char text[8192];
	ssize_t len;

	memset(much, 'x', sizeof(much) - 1);
	if (pipe(ends) < 0)
		abort();
	dup2(ends[1], STDERR_FILENO);
	bf_log("info", "%s", much);
	dup2(kept, STDERR_FILENO);
	len = read(ends[0], text, sizeof(text));
	ok(len == 2048 && text[len - 1] == '\n', "a line without end is cut");
	close(ends[0]);
	close(ends[1]);
	close(kept);
}

int
main(void)
{
	test_values();
	test_lines();
	test_long_line();
	return done();
}
