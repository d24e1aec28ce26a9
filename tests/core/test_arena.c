/* Memory of a request: its size, its zeroes, its clean-ups and its end. */
#include "../tap.h"
#include "arena.h"
#include "err.h"
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define LARGE 1000000

static char order[8];

static void
clean(void *letter)
{
	strncat(order, letter, 1);
}

static bool
all_zero(const unsigned char *at, size_t size)
{
	while (size-- > 0)
		if (at[size])
			return false;
	return true;
}

static void
allocations(void)
{
	struct bf_arena *arena = bf_arena_new();
	unsigned char *one = bf_alloc(arena, 1), *two = bf_alloc(arena, 3);
	unsigned char *large;

	ok((uintptr_t)one % _Alignof(max_align_t) == 0, "the first is aligned");
	ok((uintptr_t)two % _Alignof(max_align_t) == 0, "so is the next");
	ok(one != two, "two allocations differ");
	large = bf_alloc(arena, LARGE);
	ok(all_zero(large, LARGE), "more than a block: zero throughout");
	memset(large, 1, LARGE);
	ok(bf_alloc(arena, 0) != NULL, "nothing is something too");
	bf_arena_free(arena);
}

static void
reset(void)
{
	struct bf_arena *arena = bf_arena_new();
	unsigned char *first = bf_alloc(arena, 1000), *again;

	memset(first, 7, 1000);
	bf_alloc(arena, LARGE);
	bf_arena_reset(arena);
	again = bf_alloc(arena, 1000);
	ok(again == first, "a reset keeps the first block");
	ok(all_zero(again, 1000), "and it is zero again");
	bf_arena_free(arena);
	bf_arena_free(NULL);
	ok(true, "freeing no arena does nothing");
}

static void
clean_ups(void)
{
	struct bf_arena *arena = bf_arena_new();

	bf_defer(arena, clean, "a");
	bf_defer(arena, clean, "b");
	bf_arena_reset(arena);
	is(order, "ba", "the last deferred runs first");
	bf_arena_reset(arena);
	is(order, "ba", "each once");
	bf_defer(arena, clean, "c");
	bf_arena_free(arena);
	is(order, "bac", "the end of an arena runs them");
}

static void
growth(void)
{
	struct bf_arena *arena = bf_arena_new();
	char *text = bf_arena_grow(arena, NULL, 0, 8), *moved;

	strcpy(text, "belfort");
	ok(bf_arena_grow(arena, text, 8, 100) == text, "the newest stretches");
	bf_alloc(arena, 1);
	moved = bf_arena_grow(arena, text, 8, 200);
	ok(moved != text, "what is not the newest moves");
	is(moved, "belfort", "with what was in it");
	moved = bf_arena_grow(arena, moved, 8, LARGE);
	is(moved, "belfort", "beyond the block too");
	bf_arena_free(arena);
}

static void
texts(void)
{
	struct bf_arena *arena = bf_arena_new();
	char *want;

	is(bf_strdup(arena, "Gent"), "Gent", "a copy");
	is(bf_strdup(arena, NULL), NULL, "no text copied is no text");
	is(bf_strndup(arena, "Gentbrugge", 4), "Gent", "the first letters");
	is(bf_printf(arena, "%s %d", "plan", 2026), "plan 2026", "a format");
	want = need(malloc(LARGE + 1));
	memset(want, 'x', LARGE);
	want[LARGE] = '\0';
	is(bf_printf(arena, "%s", want), want, "a long format");
	free(want);
	bf_arena_free(arena);
}

/* The child asks for what no machine has. */
static void
no_memory(void)
{
	struct bf_arena *arena = bf_arena_new();
	int pipes[2], status;
	char line[64] = "";
	pid_t pid;

	if (pipe(pipes) != 0)
		return;
	pid = fork();
	if (pid == 0) {
		dup2(pipes[1], STDERR_FILENO);
		bf_alloc(arena, SIZE_MAX - 10);
		_exit(0);
	}
	close(pipes[1]);
	ok(read(pipes[0], line, sizeof(line) - 1) > 0, "no memory: a line");
	has(line, "out of memory", "it says so");
	waitpid(pid, &status, 0);
	is_int(WEXITSTATUS(status), BF_EXIT_MEMORY, "the process ends");
	bf_arena_free(arena);
	close(pipes[0]);
}

static void
errors(void)
{
	struct bf_err err = { "" };

	ok(!bf_err(&err, "%s:%d: first", "file", 3), "an error is false");
	ok(!bf_err(&err, "second"), "so is the next");
	is(err.text, "file:3: first", "the first wins");
	err.text[0] = '\0';
	ok(!bf_err(&err, "%2000d", 1), "a long one");
	is_int(strlen(err.text), sizeof(err.text) - 1, "is cut");
}

int
main(void)
{
	allocations();
	reset();
	clean_ups();
	growth();
	texts();
	no_memory();
	errors();
	return done();
}
