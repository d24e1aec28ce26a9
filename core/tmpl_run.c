/* Runs a compiled template over JSON. */
#include "format.h"
#include "i18n.h"
#include "tmpl_own.h"
#include <belfort/buf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sections, partials, parents and blocks, each in the other. */
#define DEPTH_MAX 100
/* How often sections may be run for one page: lists inside lists multiply. */
#define LISTS_MAX 1000000
/* The frame, the document and what sections push. */
#define CONTEXTS_MAX (DEPTH_MAX + 3)
#define INDENT_MAX 256

/* The blocks of a parent tag that is being shown; the outermost decides. */
struct overrides {
	const struct bf_node *blocks;
	const struct overrides *outer;
};

struct run {
	const struct bf_i18n *i18n;
	const char *lang;
	struct bf_buf *out, *formatted;
	json_t *contexts[CONTEXTS_MAX];
	int top, depth, lists;
	bool endless;
	char indent[INDENT_MAX];
	size_t indent_len;
	const struct overrides *overrides;
};

static void run_list(struct run *r, const struct bf_node *node);

/* The innermost context that has the first part; the rest inside it. */
static json_t *
look_up(const struct run *r, const struct bf_node *node)
{
	json_t *value = NULL;
	size_t i;
	int c;

	if (node->path_len == 0)
		return r->contexts[r->top];
	for (c = r->top; c >= 0 && value == NULL; c--)
		value = json_object_getn(
			r->contexts[c], node->path[0].text, node->path[0].len);
	for (i = 1; i < node->path_len; i++)
		value = json_object_getn(
			value, node->path[i].text, node->path[i].len);
	return value;
}

static bool
is_true(json_t *value)
{
	switch (value ? json_typeof(value) : JSON_NULL) {
	case JSON_NULL:
	case JSON_FALSE:
		return false;
	case JSON_STRING:
		return json_string_length(value) > 0;
	case JSON_ARRAY:
		return json_array_size(value) > 0;
	default:
		return true;
	}
}

/* The shortest text that reads back as the same number: 17 digits always do. */
static void
put_real(struct bf_buf *out, double real)
{
	char text[40];
	int digits;

	for (digits = 6; digits < 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, real);
		if (strtod(text, NULL) == real)
			break;
	}
	bf_put_fmt(out, "%.*g", digits, real);
}

static void
put_text(struct run *r, const char *text, size_t len, bool escape)
{
	if (escape)
		bf_put_html(r->out, text, len);
	else
		bf_put(r->out, text, len);
}

static void
put_plain(struct run *r, json_t *value, bool escape)
{
	switch (json_typeof(value)) {
	case JSON_STRING:
		put_text(r, json_string_value(value), json_string_length(value),
			escape);
		break;
	case JSON_INTEGER:
		bf_put_fmt(
			r->out, "%lld", (long long)json_integer_value(value));
		break;
	case JSON_REAL:
		put_real(r->out, json_real_value(value));
		break;
	case JSON_TRUE:
		bf_put_str(r->out, "true");
		break;
	case JSON_FALSE:
		bf_put_str(r->out, "false");
		break;
	default:
		break;
	}
}

static void
put_value(struct run *r, const struct bf_node *node)
{
	json_t *value = look_up(r, node);
	bool escape = node->op == BF_OP_VALUE;

	if (value == NULL)
		return;
	if (node->format == NULL) {
		put_plain(r, value, escape);
		return;
	}
	r->formatted->len = 0;
	bf_format_put(r->formatted, node->format, r->lang, value);
	put_text(r, r->formatted->data, r->formatted->len, escape);
}

static bool
at_line_start(const struct bf_buf *out)
{
	return out->len == 0 || out->data[out->len - 1] == '\n';
}

/* A line of the template; an empty one stays empty. */
static void
put_line(struct run *r, const struct bf_node *node)
{
	if (node->line_start && r->indent_len > 0
		&& (node->len == 0 || !strchr("\r\n", node->text[0]))
		&& at_line_start(r->out))
		bf_put(r->out, r->indent, r->indent_len);
	bf_put(r->out, node->text, node->len);
}

static void
run_with(struct run *r, json_t *context, const struct bf_node *children)
{
	r->contexts[++r->top] = context;
	run_list(r, children);
	r->top--;
}

static void
run_section(struct run *r, const struct bf_node *node)
{
	json_t *value = look_up(r, node), *item;
	size_t i;

	if (!is_true(value))
		return;
	if (json_is_array(value))
		json_array_foreach (value, i, item)
			run_with(r, item, node->children);
	else
		run_with(r, value, node->children);
}

static void
indent_add(struct run *r, const char *indent)
{
	size_t len = strlen(indent);

	if (r->indent_len + len >= INDENT_MAX)
		return;
	memcpy(r->indent + r->indent_len, indent, len);
	r->indent_len += len;
}

static void
run_template(struct run *r, const struct bf_node *node)
{
	size_t indent_len = r->indent_len;

	if (node->target == NULL)
		return;
	indent_add(r, node->indent);
	run_list(r, node->target->nodes);
	r->indent_len = indent_len;
}

static void
run_parent(struct run *r, const struct bf_node *node)
{
	const struct overrides mine = { node->children, r->overrides };

	r->overrides = &mine;
	run_template(r, node);
	r->overrides = mine.outer;
}

static const struct bf_node *
block_find(const struct overrides *o, const char *name)
{
	const struct bf_node *found = NULL, *block;

	for (; o; o = o->outer)
		for (block = o->blocks; block; block = block->next)
			if (strcmp(block->text, name) == 0)
				found = block;
	return found;
}

static void
run_block(struct run *r, const struct bf_node *node)
{
	const struct bf_node *instead = block_find(r->overrides, node->text);
	size_t indent_len = r->indent_len;

	if (instead || node->line_start)
		indent_add(r, node->indent);
	run_list(r, instead ? instead->children : node->children);
	r->indent_len = indent_len;
}

/* The form of a text that its number asks for; without a number, the only. */
static void
run_plural(struct run *r, const struct bf_node *node)
{
	json_t *count = node->path ? look_up(r, node) : NULL;
	long long n = (long long)json_number_value(count);
	unsigned form = 0;

	if (node->path)
		form = r->i18n ? bf_i18n_form(r->i18n, r->lang, n) : n != 1;
	if (form >= BF_PLURALS || node->forms[form] == NULL)
		form = 0;
	run_list(r, node->forms[form]);
}

static void
run_node(struct run *r, const struct bf_node *node)
{
	switch (node->op) {
	case BF_OP_TEXT:
		put_line(r, node);
		break;
	case BF_OP_VALUE:
	case BF_OP_RAW:
		put_value(r, node);
		break;
	case BF_OP_SECTION:
		run_section(r, node);
		break;
	case BF_OP_INVERTED:
		if (!is_true(look_up(r, node)))
			run_list(r, node->children);
		break;
	case BF_OP_PARTIAL:
		run_template(r, node);
		break;
	case BF_OP_PARENT:
		run_parent(r, node);
		break;
	case BF_OP_BLOCK:
		run_block(r, node);
		break;
	case BF_OP_PLURAL:
		run_plural(r, node);
		break;
	}
}

/* One endless call ends all: what it would still show doubles at each level. */
static void
run_list(struct run *r, const struct bf_node *node)
{
	if (r->depth == DEPTH_MAX || ++r->lists > LISTS_MAX)
		r->endless = true;
	r->depth++;
	for (; node && !r->endless; node = node->next)
		run_node(r, node);
	r->depth--;
}

bool
bf_tmpl_run(const struct bf_i18n *i18n, const char *lang,
	const struct bf_node *nodes, json_t *frame, json_t *doc,
	struct bf_buf *out)
{
	struct run r = { .i18n = i18n, .lang = lang, .out = out };

	r.formatted = bf_buf_new(out->arena, 0);
	r.contexts[0] = frame;
	r.contexts[1] = doc;
	r.top = 1;
	run_list(&r, nodes);
	return !r.endless;
}
