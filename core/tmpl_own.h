/* A compiled template, as its parser, its loader and its runner see it. */
#ifndef CORE_TMPL_OWN_H
#define CORE_TMPL_OWN_H

#include "i18n.h"
#include "tmpl.h"

enum bf_op {
	BF_OP_TEXT,
	BF_OP_VALUE, /* escaped */
	BF_OP_RAW,
	BF_OP_SECTION,
	BF_OP_INVERTED,
	BF_OP_PARTIAL,
	BF_OP_PARENT, /* its children are the blocks that override */
	BF_OP_BLOCK,
	BF_OP_PLURAL,
};

struct bf_name {
	const char *text;
	size_t len;
};

struct bf_node {
	enum bf_op op;
	/* Text: it begins a line of the template, so indentation goes before.
	 * Block: its tag stood alone on its line, so its content is kept
	 * without indentation. */
	bool line_start;
	int line;
	const char *text; /* of text; the name of a partial, parent or block */
	size_t len;
	const char *indent;   /* what a partial, parent or block adds to it */
	struct bf_name *path; /* a.b.c; none is the implicit iterator */
	size_t path_len;
	const struct bf_format *format;
	struct bf_node *children;
	struct bf_node *forms[BF_PLURALS];
	const struct bf_template *target; /* of a partial or parent */
	struct bf_node *next;
};

struct bf_template {
	const char *feature, *name, *file;
	int lang;
	struct bf_node *nodes;
	struct bf_template *next;
};

/* What the parser needs besides the text. */
struct bf_source {
	struct bf_arena *arena;
	const struct bf_i18n *i18n; /* NULL: texts stay as they are */
	const char *feature, *file, *lang;
	/* Called with each text to translate, for the tool that collects them;
	 * MANY is NULL where there is no plural. */
	void (*on_text)(void *self, const char *file, int line, const char *one,
		const char *many);
	void *self;
};

BF_CHECKED bool bf_tmpl_parse(const struct bf_source *source, const char *text,
	struct bf_node **out, struct bf_err *err);
/* False when a template calls itself without end: OUT is of no use then. */
BF_CHECKED bool bf_tmpl_run(const struct bf_i18n *i18n, const char *lang,
	const struct bf_node *nodes, json_t *frame, json_t *doc,
	struct bf_buf *out);

#endif
