/* The life of an arena; what is done with its memory is in belfort/arena.h. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <belfort/arena.h>

struct bf_arena *bf_arena_new(void);
/* Run the deferred clean-ups and keep one block for the next request. */
void bf_arena_reset(struct bf_arena *arena);
/* Reset and give all memory back; NULL is allowed. */
void bf_arena_free(struct bf_arena *arena);

#endif
