/* The parser of templates, as its files share it: tmpl_tag.c reads tags,
 * tmpl_parse.c makes nodes of them, tmpl_text.c takes out translations. */
#ifndef CORE_TMPL_PARSE_H
#define CORE_TMPL_PARSE_H

#include "tmpl_own.h"

#define BF_DELIMITER_MAX 16

struct bf_parser {
	const struct bf_source *source;
	const char *text, *at; /* all of it; where we are */
	char open[BF_DELIMITER_MAX], close[BF_DELIMITER_MAX];
	int depth, line_offset;
	const char *counted; /* up to where lines are counted, or NULL */
	int line;            /* the one that this is on */
	bool closed_alone;   /* the last tag left no line behind */
	struct bf_err *err;
};

/* {{#name}}: blanks around the name are not part of it. */
struct bf_tag {
	char kind; /* one of # ^ / > < $ ! = & { or 0 */
	const char *name;
	size_t len;
	const char *start, *end; /* of the whole tag in the text */
	const char *line, *next; /* where its line begins, and the one after */
	bool clear_before, clear_after; /* only blanks there on its line */
	bool argument;                  /* a block that stands in a parent */
};

/* The next tag from p->at; *FOUND is false at the end of the text. */
BF_CHECKED bool
bf_tag_read(struct bf_parser *p, struct bf_tag *tag, bool *found);
BF_CHECKED bool
bf_tag_delimiters(struct bf_parser *p, const struct bf_tag *tag);
/* Record an error at AT, with file and line.  Always false. */
bool bf_tag_fail(struct bf_parser *p, const char *at, const char *fmt, ...)
	BF_PRINTF(3, 4);
int bf_tag_line(struct bf_parser *p, const char *at);
/* Take blanks and line breaks from both ends. */
void bf_tag_trim(const char **text, size_t *len);

/* "a.b.c" to the parts of NODE's path; "." has none. */
BF_CHECKED bool bf_path_parse(struct bf_parser *p, const char *at,
	struct bf_node *node, const char *name, size_t len);
/* The nodes from p->at up to the tag that closes OPENER, or, where that is
 * NULL, to the end. */
BF_CHECKED bool bf_nodes_parse(
	struct bf_parser *p, const struct bf_tag *opener, struct bf_node **out);

/* Whether TAG opens a text to translate. */
bool bf_text_opens(const struct bf_tag *tag);
/* The text that TAG opens, up to and with the tag that closes it. */
BF_CHECKED bool bf_text_parse(
	struct bf_parser *p, const struct bf_tag *tag, struct bf_node *node);

#endif
