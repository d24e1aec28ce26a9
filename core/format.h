/* Numbers, money and days as a reader of a language writes them. */
#ifndef CORE_FORMAT_H
#define CORE_FORMAT_H

#include <belfort/base.h>
#include <jansson.h>

/* A formatter of templates, e.g. "euro"; NULL when NAME is none. */
struct bf_format;
const struct bf_format *bf_format_find(const char *name);
/* All their names, separated by blanks, for messages. */
const char *bf_format_names(void);
/* VALUE as text that still has to be escaped for its place. */
void bf_format_put(struct bf_buf *out, const struct bf_format *format,
	const char *lang, json_t *value);

#endif
