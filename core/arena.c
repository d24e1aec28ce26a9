/* The arena: blocks of memory that live as long as one request. */
#include "arena.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_SIZE (64UL * 1024)
#define ALIGNMENT 16UL
#define EXIT_MEMORY 71 /* EX_OSERR of sysexits.h */

struct block {
	struct block *next;
	size_t used, size;
	_Alignas(16) char data[];
};

struct cleanup {
	void (*clean)(void *);
	void *object;
	struct cleanup *next;
};

struct bf_arena {
	struct block *block;
	struct cleanup *cleanups;
};

/* Nothing can be done here, and the master starts another worker. */
static void
out_of_memory(void)
{
	static const char line[] = "level=error error=out_of_memory\n";

	if (write(STDERR_FILENO, line, sizeof(line) - 1) < 0)
		_exit(EXIT_MEMORY);
	_exit(EXIT_MEMORY);
}

static struct block *
block_new(size_t size, struct block *next)
{
	struct block *block = malloc(sizeof(*block) + size);

	if (block == NULL)
		out_of_memory();
	block->next = next;
	block->used = 0;
	block->size = size;
	return block;
}

struct bf_arena *
bf_arena_new(void)
{
	struct bf_arena *arena = calloc(1, sizeof(*arena));

	if (arena == NULL)
		out_of_memory();
	arena->block = block_new(BLOCK_SIZE, NULL);
	return arena;
}

void *
bf_alloc(struct bf_arena *arena, size_t size)
{
	struct block *block = arena->block;
	void *out;

	if (size > SIZE_MAX / 2)
		out_of_memory();
	size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	if (size > block->size - block->used) {
		block = block_new(
			size > BLOCK_SIZE / 4 ? size : BLOCK_SIZE, block);
		arena->block = block;
	}
	out = block->data + block->used;
	block->used += size;
	return memset(out, 0, size);
}

char *
bf_strndup(struct bf_arena *arena, const char *text, size_t len)
{
	char *out = bf_alloc(arena, len + 1);

	return memcpy(out, text, len);
}

char *
bf_strdup(struct bf_arena *arena, const char *text)
{
	return text ? bf_strndup(arena, text, strlen(text)) : NULL;
}

char *
bf_vprintf(struct bf_arena *arena, const char *fmt, va_list args)
{
	va_list again;
	char *out;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (len < 0)
		out_of_memory();
	out = bf_alloc(arena, (size_t)len + 1);
	vsnprintf(out, (size_t)len + 1, fmt, args);
	return out;
}

char *
bf_printf(struct bf_arena *arena, const char *fmt, ...)
{
	va_list args;
	char *out;

	va_start(args, fmt);
	out = bf_vprintf(arena, fmt, args);
	va_end(args);
	return out;
}

void
bf_defer(struct bf_arena *arena, void (*clean)(void *), void *object)
{
	struct cleanup *cleanup = bf_alloc(arena, sizeof(*cleanup));

	cleanup->clean = clean;
	cleanup->object = object;
	cleanup->next = arena->cleanups;
	arena->cleanups = cleanup;
}

/* The records live in the arena: take each from the list before it runs, so
 * that a clean-up may still use the arena. */
static void
cleanups_run(struct bf_arena *arena)
{
	struct cleanup *cleanup;

	while ((cleanup = arena->cleanups)) {
		arena->cleanups = cleanup->next;
		cleanup->clean(cleanup->object);
	}
}

void
bf_arena_reset(struct bf_arena *arena)
{
	struct block *block;

	cleanups_run(arena);
	while ((block = arena->block)->next) {
		arena->block = block->next;
		free(block);
	}
	block->used = 0;
}

void
bf_arena_free(struct bf_arena *arena)
{
	if (arena == NULL)
		return;
	bf_arena_reset(arena);
	free(arena->block);
	free(arena);
}
