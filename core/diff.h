/* What differs between two texts, line by line. */
#ifndef CORE_DIFF_H
#define CORE_DIFF_H

#include <belfort/base.h>
#include <jansson.h>

/* The lines of NEW against those of OLD as {"op", "text"}: op is " " for a line
 * of both (three stand around each change), "-" for one that is gone, "+" for
 * one that came, "@" where equal lines were left out.  Empty: no difference. */
json_t *
bf_diff(struct bf_arena *arena, const char *old_text, const char *new_text);

#endif
