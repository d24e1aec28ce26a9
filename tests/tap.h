/* Tests in C, told in TAP.  A test is a function that asks; main() calls the
 * tests and returns done(). */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tap_count, tap_failed;

/* What a test itself needs; where it is not to be had there is no result. */
static inline void *
need(void *memory)
{
	if (memory == NULL)
		exit(99);
	return memory;
}

/* Whether GOOD; FMT names the case.  Gives GOOD back. */
static inline bool __attribute__((format(printf, 2, 3)))
ok(bool good, const char *fmt, ...)
{
	char name[500], *c;
	va_list args;

	va_start(args, fmt);
	vsnprintf(name, sizeof(name), fmt, args);
	va_end(args);
	for (c = name; *c; c++)
		if (*c == '\n')
			*c = ' ';
	tap_failed += !good;
	printf("%sok %d - %s\n", good ? "" : "not ", ++tap_count, name);
	fflush(stdout);
	return good;
}

/* One line of explanation; line breaks in TEXT stay inside the comment. */
static inline void
tap_note(const char *title, const char *text)
{
	printf("# %s: ", title);
	for (; text && *text; text++)
		printf(*text == '\n' ? "\\n" : "%c", *text);
	printf("%s\n", text ? "" : "(NULL)");
}

/* Whether two texts, either of which may be NULL, are the same. */
static inline bool
is(const char *got, const char *want, const char *name)
{
	bool same = got && want ? strcmp(got, want) == 0 : got == want;

	if (!ok(same, "%s", name)) {
		tap_note("     got", got);
		tap_note("expected", want);
	}
	return same;
}

static inline bool
is_int(long long got, long long want, const char *name)
{
	if (!ok(got == want, "%s", name))
		printf("#      got: %lld\n# expected: %lld\n", got, want);
	return got == want;
}

/* Whether PART is somewhere in TEXT: for messages. */
static inline bool
has(const char *text, const char *part, const char *name)
{
	bool found = text && strstr(text, part);

	if (!ok(found, "%s", name)) {
		tap_note("     got", text);
		tap_note("  should hold", part);
	}
	return found;
}

/* The top of the sources: automake sets srcdir; by hand, start there. */
static inline const char *
tap_sources(void)
{
	const char *dir = getenv("srcdir");

	return dir ? dir : ".";
}

static inline int
done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0 || tap_count == 0;
}

#endif
