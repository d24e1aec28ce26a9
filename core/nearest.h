/* The word that somebody probably meant. */
#ifndef CORE_NEAREST_H
#define CORE_NEAREST_H

#include <belfort/base.h>

/* The one of COUNT words that differs least from WORD, or NULL when none comes
 * near. */
const char *
bf_nearest(const char *word, const char *const *words, size_t count);

#endif
