/* Parses Mustache to a tree of operations.
 *
 * Lines that hold nothing but a section, comment, partial, parent, block or
 * change of delimiters leave no line behind (the specification's standalone
 * tags); where a line of text begins is kept, for indentation.
 */
#include "format.h"
#include "tmpl_own.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

#define DEPTH_MAX 64
#define DELIMITER_MAX 16

struct parser {
	const struct bf_source *source;
	const char *text, *at; /* all of it; where we are */
	const char *clear; /* a tag before here leaves no trace on its line */
	char open[DELIMITER_MAX], close[DELIMITER_MAX];
	int depth, line_offset;
	struct bf_err *err;
};

/* A tag: {{#name rest}} */
struct tag {
	char kind;        /* one of # ^ / > < $ ! = & { or 0 */
	const char *name; /* trimmed */
	size_t len;
	const char *start, *end; /* of the whole tag in the text */
	const char *line;        /* where its line begins */
	bool alone;
	const char *after; /* where the text goes on */
};

static bool parse_list(
	struct parser *p, const char *name, size_t len, struct bf_node **out);

static int
line_of(const struct parser *p, const char *at)
{
	int line = 1 + p->line_offset;
	const char *c;

	for (c = p->text; c < at; c++)
		line += *c == '\n';
	return line;
}

static bool
fail(struct parser *p, const char *at, const char *what, const char *name,
	size_t len)
{
	return bf_err(p->err, "%s:%d: %s %.*s", p->source->file, line_of(p, at),
		what, (int)len, name);
}

static struct bf_node *
node_new(struct parser *p, enum bf_op op, const char *at)
{
	struct bf_node *node = bf_alloc(p->source->arena, sizeof(*node));

	node->op = op;
	node->line = line_of(p, at);
	return node;
}

static struct bf_node **
text_add(struct parser *p, struct bf_node **last, const char *from,
	const char *to, bool line_start)
{
	struct bf_node *node = node_new(p, BF_OP_TEXT, from);

	node->text = from;
	node->len = (size_t)(to - from);
	node->line_start = line_start;
	*last = node;
	return &node->next;
}

static bool
begins_line(const struct parser *p, const char *at)
{
	return at == p->text || at[-1] == '\n';
}

/* Text from FROM to TO, a node for each line. */
static struct bf_node **
lines_add(struct parser *p, struct bf_node **last, const char *from,
	const char *to)
{
	const char *end;

	while (from < to) {
		end = memchr(from, '\n', (size_t)(to - from));
		end = end ? end + 1 : to;
		last = text_add(p, last, from, end, begins_line(p, from));
		from = end;
	}
	return last;
}

static bool
blank(const char *from, const char *to)
{
	for (; from < to; from++)
		if (*from != ' ' && *from != '\t')
			return false;
	return true;
}

static void
trim(const char **text, size_t *len)
{
	while (*len > 0 && strchr(" \t\r\n", **text))
		(*text)++, (*len)--;
	while (*len > 0 && strchr(" \t\r\n", (*text)[*len - 1]))
		(*len)--;
}

/* Whether nothing else stands on the tag's line; where the text goes on. */
static void
tag_place(struct parser *p, struct tag *tag)
{
	const char *line = tag->start, *end = tag->end;

	while (line > p->text && line > p->clear && line[-1] != '\n')
		line--;
	tag->line = line;
	tag->after = tag->end;
	tag->alone = false;
	if (memchr("#^/><$!=", tag->kind ? tag->kind : ' ', 8) == NULL
		|| !blank(line, tag->start))
		return;
	end += strspn(end, " \t");
	if (*end == '\r' && end[1] == '\n')
		end++;
	if (*end != '\n' && *end != '\0')
		return;
	tag->alone = true;
	tag->after = *end ? end + 1 : end;
}

/* Read the tag that opens at START. */
static bool
tag_read(struct parser *p, const char *start, struct tag *tag)
{
	const char *at = start + strlen(p->open), *end;
	const char *close = p->close;
	char curly[DELIMITER_MAX + 1];

	memset(tag, 0, sizeof(*tag));
	tag->start = start;
	if (*at && strchr("#^/><$!=&{", *at))
		tag->kind = *at++;
	if (tag->kind == '{' || tag->kind == '=') {
		curly[0] = tag->kind == '{' ? '}' : '=';
		strcpy(curly + 1, p->close);
		close = curly;
	}
	end = strstr(at, close);
	if (end == NULL)
		return fail(p, start, "this tag is not closed:", start,
			strcspn(start, "\n"));
	tag->name = at;
	tag->len = (size_t)(end - at);
	trim(&tag->name, &tag->len);
	tag->end = end + strlen(close);
	tag_place(p, tag);
	return true;
}

static bool
delimiters_set(struct parser *p, const struct tag *tag)
{
	size_t open = 0, close = 0;

	while (open < tag->len && !strchr(" \t\n", tag->name[open]))
		open++;
	while (close < tag->len
		&& !strchr(" \t\n", tag->name[tag->len - 1 - close]))
		close++;
	if (open == 0 || open + close >= tag->len || open >= DELIMITER_MAX
		|| close >= DELIMITER_MAX)
		return fail(p, tag->start, "delimiters cannot be read in",
			tag->name, tag->len);
	memcpy(p->open, tag->name, open);
	p->open[open] = '\0';
	memcpy(p->close, tag->name + tag->len - close, close);
	p->close[close] = '\0';
	return true;
}

/* "a.b.c" to its parts; "." has none. */
static void
path_set(struct parser *p, struct bf_node *node, const char *name, size_t len)
{
	const char *end = name + len, *dot;
	size_t n = 1, i;

	if (len == 1 && *name == '.')
		return;
	for (i = 0; i < len; i++)
		n += name[i] == '.';
	node->path = bf_alloc(p->source->arena, n * sizeof(*node->path));
	for (; name <= end; name = dot + 1) {
		dot = memchr(name, '.', (size_t)(end - name));
		if (dot == NULL)
			dot = end;
		node->path[node->path_len].text = bf_strndup(
			p->source->arena, name, (size_t)(dot - name));
		node->path[node->path_len++].len = (size_t)(dot - name);
	}
}

/* {{name}} or {{name | formatter}} */
static bool
value_parse(struct parser *p, const struct tag *tag, struct bf_node *node)
{
	const char *name = tag->name, *bar = memchr(name, '|', tag->len);
	size_t len = bar ? (size_t)(bar - name) : tag->len, rest;
	const char *format;

	trim(&name, &len);
	if (len == 0)
		return fail(p, tag->start, "a tag without a name", "", 0);
	path_set(p, node, name, len);
	if (bar == NULL)
		return true;
	format = bar + 1;
	rest = tag->len - (size_t)(format - tag->name);
	trim(&format, &rest);
	node->format = bf_format_find(
		bf_strndup(p->source->arena, format, rest));
	if (node->format)
		return true;
	return bf_err(p->err,
		"%s:%d: there is no formatter \"%.*s\"; there are: %s",
		p->source->file, line_of(p, tag->start), (int)rest, format,
		bf_format_names());
}

static size_t
indent_of(const struct bf_node *node)
{
	size_t n = 0;

	while (n < node->len && strchr(" \t", node->text[n]))
		n++;
	return n;
}

/* Take up to N blanks from the start of each line in LIST. */
static void
dedent(struct bf_node *list, size_t n)
{
	size_t have;

	for (; list; list = list->next) {
		if (list->op == BF_OP_TEXT && list->line_start) {
			have = indent_of(list);
			have = have < n ? have : n;
			list->text += have;
			list->len -= have;
		} else if (list->op != BF_OP_BLOCK)
			dedent(list->children, n);
	}
}

/* A block is kept without the indentation of its first line; the place that
 * shows it gives its own. */
static void
block_indent(struct parser *p, const struct tag *tag, struct bf_node *node)
{
	struct bf_node *first = node->children;
	bool own = tag->alone && first && first->op == BF_OP_TEXT
		&& first->line_start && first->len > 0;
	size_t n = own ? indent_of(first) : 0;

	node->line_start = tag->alone;
	node->indent = "";
	if (own)
		node->indent = bf_strndup(p->source->arena, first->text, n);
	else if (blank(tag->line, tag->start))
		node->indent = bf_strndup(p->source->arena, tag->line,
			(size_t)(tag->start - tag->line));
	dedent(node->children, n);
}

/* Of what stands in a parent only its blocks count. */
static void
keep_blocks(struct bf_node **at)
{
	while (*at)
		if ((*at)->op == BF_OP_BLOCK)
			at = &(*at)->next;
		else
			*at = (*at)->next;
}

static bool
section_parse(struct parser *p, const struct tag *tag, struct bf_node *node)
{
	bool ok;

	if (tag->kind == '#' || tag->kind == '^')
		path_set(p, node, tag->name, tag->len);
	node->text = bf_strndup(p->source->arena, tag->name, tag->len);
	if (++p->depth > DEPTH_MAX)
		return fail(p, tag->start, "too deep at", tag->name, tag->len);
	if (tag->kind == '<')
		p->clear = p->at;
	ok = parse_list(p, tag->name, tag->len, &node->children);
	p->depth--;
	if (!ok && p->err->text[0] == '\0')
		return fail(p, tag->start,
			"this section is never closed:", tag->name, tag->len);
	return ok;
}

/* The text of a translation, blanks folded to one. */
static const char *
text_fold(struct bf_arena *arena, const char *from, size_t len)
{
	struct bf_buf *out = bf_buf_new(arena, len + 1);
	size_t i;

	trim(&from, &len);
	for (i = 0; i < len; i++)
		if (!strchr(" \t\r\n", from[i]))
			bf_put_char(out, from[i]);
		else if (out->len && out->data[out->len - 1] != ' ')
			bf_put_char(out, ' ');
	return out->data;
}

/* Parse TEXT, a translation, as part of this template. */
static bool
text_parse(struct parser *p, const char *text, const char *at,
	struct bf_node **out)
{
	struct parser inner = *p;

	inner.text = inner.at = inner.clear = text;
	inner.line_offset = line_of(p, at) - 1;
	if (!parse_list(&inner, NULL, 0, out))
		return false;
	for (; *out; out = &(*out)->next)
		(*out)->line_start = false;
	return true;
}

static const char *
translate(const struct bf_source *s, const char *text)
{
	return s->i18n ? bf_i18n_text(s->i18n, s->feature, s->lang, text)
		       : text;
}

/* {{#_}}text{{/_}}: a section that always shows, in the reader's language. */
static bool
translation_parse(struct parser *p, const struct tag *tag, const char *end,
	struct bf_node *node)
{
	const char *text = text_fold(
		p->source->arena, tag->end, (size_t)(end - tag->end));

	if (p->source->on_text)
		p->source->on_text(p->source->self, p->source->file,
			line_of(p, tag->start), text, NULL);
	node->op = BF_OP_PLURAL;
	return text_parse(
		p, translate(p->source, text), tag->start, &node->forms[0]);
}

/* {{#_n count}}one||many{{/_n}} */
static bool
plural_parse(struct parser *p, const struct tag *tag, const char *end,
	struct bf_node *node)
{
	const struct bf_source *s = p->source;
	const char *bar = memmem(tag->end, (size_t)(end - tag->end), "||", 2);
	const char *one, *many, *forms[BF_PLURALS] = { NULL };
	const char *name = tag->name + 2;
	size_t len = tag->len - 2, i;

	trim(&name, &len);
	if (bar == NULL || len == 0)
		return fail(p, tag->start,
			"write {{#_n count}}one||many{{/_n}}, not", tag->name,
			tag->len);
	one = text_fold(s->arena, tag->end, (size_t)(bar - tag->end));
	many = text_fold(s->arena, bar + 2, (size_t)(end - bar - 2));
	if (s->on_text)
		s->on_text(s->self, s->file, line_of(p, tag->start), one, many);
	node->op = BF_OP_PLURAL;
	path_set(p, node, name, len);
	forms[0] = one;
	forms[1] = many;
	if (s->i18n)
		bf_i18n_forms(s->i18n, s->feature, s->lang, one, many, forms);
	for (i = 0; i < BF_PLURALS && forms[i]; i++)
		if (!text_parse(p, forms[i], tag->start, &node->forms[i]))
			return false;
	return true;
}

/* Translation sections are taken whole, before what is in them is parsed. */
static bool
texts_parse(struct parser *p, const struct tag *tag, struct bf_node *node)
{
	bool plural = tag->len > 1;
	const char *closing = bf_printf(p->source->arena, "%s/%s%s", p->open,
		plural ? "_n" : "_", p->close);
	const char *end = strstr(tag->end, closing);

	if (end == NULL)
		return fail(p, tag->start,
			"this text is never closed:", tag->name, tag->len);
	p->at = end + strlen(closing);
	return plural ? plural_parse(p, tag, end, node)
		      : translation_parse(p, tag, end, node);
}

static bool
is_text_tag(const struct tag *tag)
{
	return tag->kind == '#' && tag->name[0] == '_'
		&& (tag->len == 1
			|| (tag->len > 2 && strncmp(tag->name, "_n ", 3) == 0));
}

static enum bf_op
op_of(char kind)
{
	switch (kind) {
	case '#':
		return BF_OP_SECTION;
	case '^':
		return BF_OP_INVERTED;
	case '>':
		return BF_OP_PARTIAL;
	case '<':
		return BF_OP_PARENT;
	case '$':
		return BF_OP_BLOCK;
	case '&':
	case '{':
		return BF_OP_RAW;
	default:
		return BF_OP_VALUE;
	}
}

static void
partial_set(struct parser *p, const struct tag *tag, struct bf_node *node)
{
	node->text = bf_strndup(p->source->arena, tag->name, tag->len);
	node->indent = tag->alone ? bf_strndup(p->source->arena, tag->line,
			       (size_t)(tag->start - tag->line))
				  : "";
}

/* Everything a tag makes, except that it closes a section. */
static bool
node_parse(struct parser *p, const struct tag *tag, struct bf_node *node)
{
	switch (node->op) {
	case BF_OP_VALUE:
	case BF_OP_RAW:
		return value_parse(p, tag, node);
	case BF_OP_PARTIAL:
		partial_set(p, tag, node);
		return true;
	default:
		break;
	}
	if (!section_parse(p, tag, node))
		return false;
	if (node->op == BF_OP_BLOCK) {
		block_indent(p, tag, node);
		p->clear = p->at;
	}
	if (node->op == BF_OP_PARENT) {
		keep_blocks(&node->children);
		partial_set(p, tag, node);
	}
	return true;
}

static bool
tag_add(struct parser *p, const struct tag *tag, struct bf_node ***last)
{
	struct bf_node *node;

	if (tag->kind == '!')
		return true;
	if (tag->kind == '=')
		return delimiters_set(p, tag);
	node = node_new(p, op_of(tag->kind), tag->start);
	**last = node;
	*last = &node->next;
	return is_text_tag(tag) ? texts_parse(p, tag, node)
				: node_parse(p, tag, node);
}

/* Whether TAG closes NAME: 1, something else: -1, nothing: 0. */
static int
closes(struct parser *p, const struct tag *tag, const char *name, size_t len)
{
	if (tag->kind != '/')
		return 0;
	if (name && len == tag->len && strncmp(name, tag->name, len) == 0)
		return 1;
	(void)fail(p, tag->start,
		name ? "this closes another section than the one that is open:"
		     : "this closes a section that is not open:",
		tag->name, tag->len);
	return -1;
}

/* The nodes up to the tag that closes NAME, or to the end. */
static bool
parse_list(struct parser *p, const char *name, size_t len, struct bf_node **out)
{
	struct bf_node **last = out;
	const char *start;
	struct tag tag;
	int closed;

	while ((start = strstr(p->at, p->open))) {
		if (!tag_read(p, start, &tag))
			return false;
		last = lines_add(p, last, p->at,
			tag.alone && tag.line > p->at ? tag.line
				: tag.alone           ? p->at
						      : start);
		if (!tag.alone && begins_line(p, start))
			last = text_add(p, last, start, start, true);
		p->at = tag.after;
		closed = closes(p, &tag, name, len);
		if (closed)
			return closed > 0;
		if (!tag_add(p, &tag, &last))
			return false;
	}
	(void)lines_add(p, last, p->at, p->at + strlen(p->at));
	p->at += strlen(p->at);
	return name == NULL;
}

bool
bf_tmpl_parse(const struct bf_source *source, const char *text,
	struct bf_node **out, struct bf_err *err)
{
	struct parser p = { .source = source,
		.text = text,
		.at = text,
		.clear = text,
		.open = "{{",
		.close = "}}",
		.err = err };

	*out = NULL;
	return parse_list(&p, NULL, 0, out);
}
