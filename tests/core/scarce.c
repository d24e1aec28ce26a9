/* Memory that fails once: loaded before a program, it makes one allocation
 * return nothing.
 *	SCARCE_AT=N        the Nth allocation after the program began fails
 *	SCARCE_LIST=FILE   at the end, the numbers of allocations are written
 *	                   there, the first of each way that led to one
 */
#include <errno.h>
#include <execinfo.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define DEEP 16
#define WAYS 65536 /* a power of two, with room to spare */

static unsigned long count, at, first[WAYS];
static uint64_t ways[WAYS];
static bool listing, busy;

/* FNV-1a of the addresses on the stack. */
static uint64_t
way(void)
{
	uint64_t hash = 14695981039346656037ULL;
	void *frames[DEEP];
	int i, n = backtrace(frames, DEEP);

	for (i = 0; i < n; i++)
		hash = (hash ^ (uintptr_t)frames[i]) * 1099511628211ULL;
	return hash | 1;
}

static void
note(void)
{
	uint64_t hash = way();
	size_t i = hash % WAYS;

	while (ways[i] && ways[i] != hash)
		i = (i + 1) % WAYS;
	if (ways[i] == hash)
		return;
	ways[i] = hash;
	first[i] = count;
}

/* Whether this one fails. */
static bool
fails(void)
{
	if (busy)
		return false;
	busy = true;
	count++;
	if (listing)
		note();
	busy = false;
	if (count != at)
		return false;
	errno = ENOMEM;
	return true;
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *old, size_t size);

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

/* Tell whose code crashed, then crash. */
static void
crashed(int number)
{
	void *frames[DEEP];

	busy = true;
	backtrace_symbols_fd(frames, backtrace(frames, DEEP), STDERR_FILENO);
	signal(number, SIG_DFL);
}

static void __attribute__((constructor)) begin(void)
{
	const char *text = getenv("SCARCE_AT");

	(void)way(); /* its first call takes memory */
	signal(SIGSEGV, crashed);
	listing = getenv("SCARCE_LIST") != NULL;
	at = text ? strtoul(text, NULL, 10) : 0;
	count = 0;
}

static void __attribute__((destructor)) end(void)
{
	const char *path = getenv("SCARCE_LIST");
	FILE *file = path ? fopen(path, "w") : NULL;
	size_t i;

	for (i = 0; file && i < WAYS; i++)
		if (first[i])
			fprintf(file, "%lu\n", first[i]);
	if (file)
		fclose(file);
}
