/* Makes nodes of a template's text and tags.
 *
 * Lines that hold nothing but a section, comment, partial, parent, block or
 * change of delimiters leave no line behind (the specification's standalone
 * tags); where a line of text begins is kept, for indentation.
 */
#include "tmpl_parse.h"
#include "format.h"
#include <belfort/arena.h>
#include <string.h>

#define DEPTH_MAX 64

static struct bf_node *
node_new(struct bf_parser *p, enum bf_op op, const char *at)
{
	struct bf_node *node = bf_alloc(p->source->arena, sizeof(*node));

	node->op = op;
	node->line = bf_tag_line(p, at);
	node->indent = "";
	return node;
}

static struct bf_node **
text_add(struct bf_parser *p, struct bf_node **last, const char *from,
	const char *to)
{
	struct bf_node *node = node_new(p, BF_OP_TEXT, from);

	node->text = from;
	node->len = (size_t)(to - from);
	node->line_start = from == p->text || from[-1] == '\n';
	*last = node;
	return &node->next;
}

/* Text from p->at to TO, a node for each line; where a tag begins a line, a
 * node without text says so. */
static struct bf_node **
lines_add(struct bf_parser *p, struct bf_node **last, const char *to, bool tag)
{
	const char *from = p->at, *end;

	while (from < to) {
		end = memchr(from, '\n', (size_t)(to - from));
		end = end ? end + 1 : to;
		last = text_add(p, last, from, end);
		from = end;
	}
	if (tag && (to == p->text || to[-1] == '\n'))
		last = text_add(p, last, to, to);
	return last;
}

bool
bf_path_parse(struct bf_parser *p, const char *at, struct bf_node *node,
	const char *name, size_t len)
{
	const char *end = name + len, *dot;
	struct bf_name *part;
	size_t n = 1, i;

	if (len == 1 && *name == '.')
		return true;
	for (i = 0; i < len; i++)
		n += name[i] == '.';
	node->path = bf_alloc(p->source->arena, n * sizeof(*node->path));
	for (; name <= end; name = dot + 1) {
		dot = memchr(name, '.', (size_t)(end - name));
		if (dot == NULL)
			dot = end;
		part = &node->path[node->path_len++];
		part->len = (size_t)(dot - name);
		part->text = bf_strndup(p->source->arena, name, part->len);
		if (part->len == 0 || strpbrk(part->text, " \t\r\n|"))
			return bf_tag_fail(p, at,
				"a name is one word, or words joined by "
				"points: \"%s\" is none",
				part->text);
	}
	return true;
}

/* {{name}} or {{name | formatter}} */
static bool
value_parse(struct bf_parser *p, const struct bf_tag *tag, struct bf_node *node)
{
	const char *name = tag->name, *bar = memchr(name, '|', tag->len);
	size_t len = bar ? (size_t)(bar - name) : tag->len, rest;
	const char *format;

	bf_tag_trim(&name, &len);
	if (!bf_path_parse(p, tag->start, node, name, len))
		return false;
	if (bar == NULL)
		return true;
	format = bar + 1;
	rest = tag->len - (size_t)(format - tag->name);
	bf_tag_trim(&format, &rest);
	node->format = bf_format_find(
		bf_strndup(p->source->arena, format, rest));
	return node->format
		|| bf_tag_fail(p, tag->start,
			"there is no formatter \"%.*s\"; there are: %s",
			(int)rest, format, bf_format_names());
}

static const char *
blanks_of(struct bf_parser *p, const char *from, const char *to)
{
	return bf_strndup(p->source->arena, from, (size_t)(to - from));
}

/* The first line of text in LIST, also within sections. */
static const struct bf_node *
first_line(const struct bf_node *list)
{
	const struct bf_node *found = NULL;

	for (; list && !found; list = list->next)
		if (list->op == BF_OP_TEXT && list->line_start)
			found = list;
		else if (list->op == BF_OP_SECTION
			|| list->op == BF_OP_INVERTED)
			found = first_line(list->children);
	return found;
}

static size_t
blanks_at(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && strchr(" \t", text[n]))
		n++;
	return n;
}

/* Take up to N blanks from the start of each line in LIST.  The content of a
 * block on lines of its own stands at no indentation already. */
static void
dedent(struct bf_node *list, size_t n)
{
	size_t have;

	for (; list; list = list->next) {
		have = strlen(list->indent);
		list->indent += have < n ? have : n;
		if (list->op == BF_OP_TEXT && list->line_start) {
			have = blanks_at(list->text, list->len);
			have = have < n ? have : n;
			list->text += have;
			list->len -= have;
		} else if (list->op != BF_OP_PARENT
			&& !(list->op == BF_OP_BLOCK && list->line_start))
			dedent(list->children, n);
	}
}

/* A block on lines of its own is kept without the indentation of its first
 * line; the place that shows it gives its own. */
static void
block_indent(struct bf_parser *p, const struct bf_tag *tag, bool alone,
	struct bf_node *node)
{
	const struct bf_node *first = alone ? first_line(node->children) : NULL;
	size_t n = first ? blanks_at(first->text, first->len) : 0;

	node->line_start = alone;
	node->indent = first ? bf_strndup(p->source->arena, first->text, n)
			     : blanks_of(p, tag->line, tag->start);
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
children_parse(
	struct bf_parser *p, const struct bf_tag *tag, struct bf_node *node)
{
	if (++p->depth > DEPTH_MAX)
		return bf_tag_fail(p, tag->start,
			"{{%c%.*s}} stands in more than %d others", tag->kind,
			(int)tag->len, tag->name, DEPTH_MAX);
	if (!bf_nodes_parse(p, tag, &node->children))
		return false;
	p->depth--;
	return true;
}

/* A parent alone on its lines indents what it shows: the blanks before it,
 * which are text already, are taken back. */
static bool
parent_parse(struct bf_parser *p, const struct bf_tag *tag,
	struct bf_node *node, struct bf_node *before)
{
	if (!children_parse(p, tag, node))
		return false;
	keep_blocks(&node->children);
	if (!p->closed_alone || before == NULL)
		return true;
	node->indent = blanks_of(p, tag->line, tag->start);
	before->len = 0;
	before->line_start = false;
	return true;
}

static const enum bf_op ops[256] = {
	[0] = BF_OP_VALUE,
	['&'] = BF_OP_RAW,
	['{'] = BF_OP_RAW,
	['#'] = BF_OP_SECTION,
	['^'] = BF_OP_INVERTED,
	['>'] = BF_OP_PARTIAL,
	['<'] = BF_OP_PARENT,
	['$'] = BF_OP_BLOCK,
};

/* Whether TAG leaves no line behind.  What stands around the tags of a block
 * within a parent is not shown, so only the block's own side counts. */
static bool
stands_alone(const struct bf_tag *tag, const struct bf_tag *opener)
{
	if (tag->kind == '/' && opener && opener->argument)
		return tag->clear_before;
	if (tag->kind == '/' && opener && opener->kind == '<')
		return opener->clear_before && tag->clear_after;
	if (tag->argument)
		return tag->clear_after;
	return tag->kind && strchr("#^/>$!=", tag->kind) && tag->clear_before
		&& tag->clear_after;
}

/* All that TAG makes; BEFORE is the node before it. */
static bool
node_parse(struct bf_parser *p, const struct bf_tag *tag, bool alone,
	struct bf_node *node, struct bf_node *before)
{
	if (node->op == BF_OP_VALUE || node->op == BF_OP_RAW)
		return value_parse(p, tag, node);
	node->text = bf_strndup(p->source->arena, tag->name, tag->len);
	if (node->op == BF_OP_SECTION || node->op == BF_OP_INVERTED)
		return bf_path_parse(p, tag->start, node, tag->name, tag->len)
			&& children_parse(p, tag, node);
	if (tag->len == 0 || strpbrk(node->text, " \t\r\n"))
		return bf_tag_fail(p, tag->start,
			"{{%c...}} wants one word, not \"%s\"", tag->kind,
			node->text);
	if (node->op == BF_OP_PARENT)
		return parent_parse(p, tag, node, before);
	if (node->op == BF_OP_PARTIAL) {
		if (alone)
			node->indent = blanks_of(p, tag->line, tag->start);
		return true;
	}
	if (!children_parse(p, tag, node))
		return false;
	block_indent(p, tag, alone, node);
	return true;
}

/* Add what TAG makes to the list that ends at *LAST. */
static bool
tag_add(struct bf_parser *p, const struct bf_tag *tag, bool alone,
	struct bf_node *before, struct bf_node ***last)
{
	struct bf_node *node;

	if (tag->kind == '!')
		return true;
	if (tag->kind == '=')
		return bf_tag_delimiters(p, tag);
	node = node_new(p, ops[(unsigned char)tag->kind], tag->start);
	**last = node;
	*last = &node->next;
	return bf_text_opens(tag) ? bf_text_parse(p, tag, node)
				  : node_parse(p, tag, alone, node, before);
}

/* Whether TAG may stand directly in what OPENER opened. */
static bool
allowed(struct bf_parser *p, const struct bf_tag *opener,
	const struct bf_tag *tag)
{
	if (opener && opener->kind == '<'
		&& (tag->kind == 0 || !strchr("$/!=", tag->kind)))
		return bf_tag_fail(p, tag->start,
			"in {{<%.*s}} only blocks {{$...}} are shown: put "
			"this into one",
			(int)opener->len, opener->name);
	if (tag->kind != '/')
		return true;
	if (opener == NULL)
		return bf_tag_fail(p, tag->start,
			"{{/%.*s}} closes what is not open", (int)tag->len,
			tag->name);
	if (opener->len == tag->len
		&& strncmp(opener->name, tag->name, tag->len) == 0)
		return true;
	return bf_tag_fail(p, tag->start,
		"{{/%.*s}} stands where {{%c%.*s}} of line %d must be closed",
		(int)tag->len, tag->name, opener->kind, (int)opener->len,
		opener->name, bf_tag_line(p, opener->start));
}

static bool
end_reached(struct bf_parser *p, const struct bf_tag *opener)
{
	p->at += strlen(p->at);
	return opener == NULL
		|| bf_tag_fail(p, opener->start, "{{%c%.*s}} is never closed",
			opener->kind, (int)opener->len, opener->name);
}

bool
bf_nodes_parse(
	struct bf_parser *p, const struct bf_tag *opener, struct bf_node **out)
{
	struct bf_node **last = out, **before;
	struct bf_tag tag;
	bool found, alone;

	for (;;) {
		if (!bf_tag_read(p, &tag, &found))
			return false;
		if (!found)
			break;
		if (!allowed(p, opener, &tag))
			return false;
		tag.argument = tag.kind == '$' && opener && opener->kind == '<';
		alone = stands_alone(&tag, opener);
		before = last;
		last = lines_add(p, last, alone ? tag.line : tag.start, !alone);
		p->at = alone ? tag.next : tag.end;
		p->closed_alone = alone;
		if (tag.kind == '/')
			return true;
		while (*before && (*before)->next)
			before = &(*before)->next;
		if (!tag_add(p, &tag, alone, *before, &last))
			return false;
	}
	(void)lines_add(p, last, p->at + strlen(p->at), false);
	return end_reached(p, opener);
}

bool
bf_tmpl_parse(const struct bf_source *source, const char *text,
	struct bf_node **out, struct bf_err *err)
{
	struct bf_parser p = { .source = source,
		.text = text,
		.at = text,
		.open = "{{",
		.close = "}}",
		.err = err };

	*out = NULL;
	return bf_nodes_parse(&p, NULL, out);
}
