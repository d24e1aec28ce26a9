/* JSON that lives as long as an arena. */
#ifndef BELFORT_JSON_H
#define BELFORT_JSON_H

#include <belfort/base.h>
#include <jansson.h>

/* JSON (NULL: nothing), of which the arena takes the reference that the caller
 * has; the same. */
BF_API json_t *bf_json_keep(struct bf_arena *arena, json_t *json);
/* LEN bytes of TEXT as one JSON object in which no name stands twice, or NULL.
 * It belongs to the arena. */
BF_API json_t *
bf_json_read(struct bf_arena *arena, const char *text, size_t len);
/* That of LIST, objects with a "name", which is called NAME; NULL: there is
 * none. The list keeps it. */
BF_API json_t *bf_json_named(const json_t *list, const char *name);

#endif
