/* Memory of one request, and clean-ups that run when it ends.
 *
 * All memory of a request comes from its arena and is freed at once; nothing
 * is freed piece by piece.  Foreign objects (a PGresult, a json_t, a
 * descriptor) join with bf_defer().  Out of memory ends the process: the
 * master starts another worker.  So no function here returns NULL.
 */
#ifndef BELFORT_ARENA_H
#define BELFORT_ARENA_H

#include <belfort/base.h>
#include <stdarg.h>

/* SIZE bytes set to zero, aligned for any type. */
BF_API void *bf_alloc(struct bf_arena *arena, size_t size)
	__attribute__((returns_nonnull, malloc));
/* A copy of TEXT, or NULL for NULL. */
BF_API char *bf_strdup(struct bf_arena *arena, const char *text);
/* A copy of the first LEN bytes of TEXT, ended with NUL. */
BF_API char *bf_strndup(struct bf_arena *arena, const char *text, size_t len)
	__attribute__((returns_nonnull));
BF_API char *bf_printf(struct bf_arena *arena, const char *fmt, ...)
	BF_PRINTF(2, 3) __attribute__((returns_nonnull));
BF_API char *bf_vprintf(struct bf_arena *arena, const char *fmt, va_list args)
	BF_PRINTF(2, 0) __attribute__((returns_nonnull));
/* Call CLEAN(OBJECT) when the arena is reset; the last deferred runs first. */
BF_API void
bf_defer(struct bf_arena *arena, void (*clean)(void *), void *object);

/* An arena for what is kept longer than a request.  Who made it frees it, a
 * plugin in `fini` at the latest; freeing NULL is allowed. */
BF_API struct bf_arena *bf_arena_new(void) __attribute__((returns_nonnull));
BF_API void bf_arena_free(struct bf_arena *arena);

#endif
