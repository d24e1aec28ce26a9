/* The plural formula of a .mo file: a C expression over n. */
#ifndef CORE_PLURAL_H
#define CORE_PLURAL_H

#include <belfort/base.h>

/* The most forms a language may have; Arabic has six. */
#define BF_PLURALS 6

struct bf_plural;

/* Parse "nplurals=2; plural=n != 1;" as it stands in a header; NULL when it
 * cannot be read. */
struct bf_plural *bf_plural_parse(struct bf_arena *arena, const char *header);
/* The form for N, always below the count. */
unsigned bf_plural_form(const struct bf_plural *plural, unsigned long n);

#endif
