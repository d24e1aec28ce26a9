/* Memory with one owner and one end: blocks that fill up and go together. */
#include "arena.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ALIGN _Alignof(max_align_t)
#define BLOCK_SIZE 65536

/* Under ASan, memory that nobody asked for may not be touched; the gap makes
 * two neighbours in a block strangers. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define GAP ALIGN

/* Not inlined: the compiler would take it for a read of what malloc gave. */
static void __attribute__((noinline)) lock(void *at, size_t size)
{
	__asan_poison_memory_region(at, size);
}

static void
unlock(void *at, size_t size)
{
	__asan_unpoison_memory_region(at, size);
}
#else
#define GAP 0
#define lock(at, size) ((void)(at), (void)(size))
#define unlock(at, size) ((void)(at), (void)(size))
#endif

struct block {
	struct block *next;
	size_t used, size;
	_Alignas(max_align_t) unsigned char data[];
};

struct clean_up {
	struct clean_up *next;
	void (*clean)(void *);
	void *object;
};

/* The first block of the list is the one being filled; the last one of the
 * list is kept at a reset. */
struct bf_arena {
	struct block *blocks;
	struct clean_up *clean_ups;
	unsigned char *newest;
};

_Noreturn void
bf_out_of_memory(void)
{
	static const char line[] = "level=error out of memory\n";

	if (write(STDERR_FILENO, line, sizeof(line) - 1) < 0)
		_exit(BF_EXIT_MEMORY);
	_exit(BF_EXIT_MEMORY);
}

static struct block *
block_new(size_t size)
{
	struct block *block = malloc(sizeof(*block) + size);

	if (block == NULL)
		bf_out_of_memory();
	block->next = NULL;
	block->used = 0;
	block->size = size;
	lock(block->data, size);
	return block;
}

static void
block_free(struct block *block)
{
	unlock(block->data, block->size);
	free(block);
}

struct bf_arena *
bf_arena_new(void)
{
	struct bf_arena *arena = calloc(1, sizeof(*arena));

	if (arena == NULL)
		bf_out_of_memory();
	arena->blocks = block_new(BLOCK_SIZE);
	return arena;
}

/* What SIZE bytes take of a block. */
static size_t
step(size_t size)
{
	if (size > SIZE_MAX / 2)
		bf_out_of_memory();
	return (size + ALIGN - 1) / ALIGN * ALIGN + GAP;
}

static void *
take(struct bf_arena *arena, size_t size)
{
	size_t room = step(size);
	struct block *block = arena->blocks;

	if (block->size - block->used < room) {
		block = block_new(room > BLOCK_SIZE ? room : BLOCK_SIZE);
		block->next = arena->blocks;
		arena->blocks = block;
	}
	arena->newest = block->data + block->used;
	block->used += room;
	unlock(arena->newest, size);
	return arena->newest;
}

void *
bf_alloc(struct bf_arena *arena, size_t size)
{
	return memset(take(arena, size), 0, size);
}

/* Whether the newest memory could be made SIZE bytes where it is. */
static bool
stretch(struct bf_arena *arena, size_t size)
{
	struct block *block = arena->blocks;
	size_t start = (size_t)(arena->newest - block->data);

	if (block->size - start < step(size))
		return false;
	block->used = start + step(size);
	unlock(arena->newest, size);
	return true;
}

void *
bf_arena_grow(struct bf_arena *arena, void *old, size_t len, size_t size)
{
	if (old && old == arena->newest && stretch(arena, size))
		return old;
	return old ? memcpy(take(arena, size), old, len) : take(arena, size);
}

char *
bf_strndup(struct bf_arena *arena, const char *text, size_t len)
{
	char *out = take(arena, len + 1);

	memcpy(out, text, len);
	out[len] = '\0';
	return out;
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
		bf_out_of_memory();
	out = take(arena, (size_t)len + 1);
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
	struct clean_up *c = bf_alloc(arena, sizeof(*c));

	c->clean = clean;
	c->object = object;
	c->next = arena->clean_ups;
	arena->clean_ups = c;
}

/* A clean-up may defer another: that one runs too. */
static void
clean_all(struct bf_arena *arena)
{
	struct clean_up *c;

	while ((c = arena->clean_ups)) {
		arena->clean_ups = c->next;
		c->clean(c->object);
	}
}

void
bf_arena_reset(struct bf_arena *arena)
{
	struct block *block;

	clean_all(arena);
	while ((block = arena->blocks)->next) {
		arena->blocks = block->next;
		block_free(block);
	}
	block->used = 0;
	arena->newest = NULL;
	lock(block->data, block->size);
}

void
bf_arena_free(struct bf_arena *arena)
{
	if (arena == NULL)
		return;
	bf_arena_reset(arena);
	block_free(arena->blocks);
	free(arena);
}
