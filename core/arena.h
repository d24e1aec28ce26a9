/* The life of an arena; what is done with its memory is in belfort/arena.h. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <belfort/arena.h>

/* With this status a process ends that got no memory; the master starts
 * another. */
#define BF_EXIT_MEMORY 71

/* Say so on standard error and end the process: what it was doing is not
 * half done, for nothing of it has gone out. */
_Noreturn void bf_out_of_memory(void);
/* So does JSON that gets none: half a document is never sent or stored. */
void bf_json_start(void);

/* Run the deferred clean-ups and keep one block for the next request. */
void bf_arena_reset(struct bf_arena *arena);
/* The LEN bytes at OLD (NULL: none) with room for SIZE; what is new is not
 * set to zero.  The newest memory of the arena grows where it is. */
void *bf_arena_grow(struct bf_arena *arena, void *old, size_t len, size_t size)
	__attribute__((returns_nonnull));

#endif
