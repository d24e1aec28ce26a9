/* Templates: Mustache with inheritance, compiled once to operations.
 *
 * The language is the Mustache specification (core and inheritance) and three
 * additions, all checked at load: {{name | formatter}}, the translation
 * section {{#_}}text{{/_}} and its plural {{#_n count}}one||many{{/_n}}.
 *
 * A section takes for no: null, false, "", [] and what is not there.  Zero is
 * a figure as any other.
 */
#ifndef CORE_TMPL_H
#define CORE_TMPL_H

#include "err.h"
#include <jansson.h>

struct bf_i18n;
struct bf_views;

/* Compile every <share>/<feature>/templates/<name>.mustache of FEATURES (ended
 * by NULL, `core` among them) for every language.  A partial or parent is
 * looked for in the feature itself, then in `core`.  An error names file, line
 * and what to do. */
struct bf_views *bf_views_load(struct bf_arena *arena, const char *share,
	const char *const *features, const struct bf_i18n *i18n,
	struct bf_err *err);
bool bf_views_has(
	const struct bf_views *views, const char *feature, const char *name);
/* Render to OUT.  FRAME is the bottom of the context stack (page, mounts...),
 * DOC stands on it; neither is changed.  False fills ERR: there is no such
 * view, or it calls itself without end, or
 * runs sections more than a million times; OUT is of no use then. */
BF_CHECKED bool bf_views_render(const struct bf_views *views,
	const char *feature, const char *name, const char *lang, json_t *frame,
	json_t *doc, struct bf_buf *out, struct bf_err *err);
/* One template from memory, without translations; partials: an object of name
 * -> text, or NULL.  For tests and tools.  False fills ERR. */
BF_CHECKED bool bf_tmpl_once(const char *text, json_t *partials, json_t *data,
	struct bf_buf *out, struct bf_err *err);

#endif
