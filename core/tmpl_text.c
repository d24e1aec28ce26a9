/* Texts to translate: taken whole, looked up, then parsed as template.
 *
 * So what a translator sees is the sentence with its variables, and they may
 * stand in another order.
 */
#include "tmpl_parse.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

#define WRITE_PLURAL "write {{#_n count}}one||many{{/_n}}"

bool
bf_text_opens(const struct bf_tag *tag)
{
	return tag->kind == '#' && tag->len > 0 && tag->name[0] == '_'
		&& (tag->len == 1
			|| (tag->name[1] == 'n'
				&& (tag->len == 2 || tag->name[2] == ' ')));
}

/* Blanks and line breaks fold to one blank: a text may be wrapped anew
 * without a new translation. */
static const char *
fold(struct bf_arena *arena, const char *from, size_t len)
{
	struct bf_buf *out = bf_buf_new(arena, len + 1);
	size_t i;

	bf_tag_trim(&from, &len);
	for (i = 0; i < len; i++)
		if (!strchr(" \t\r\n", from[i]))
			bf_put_char(out, from[i]);
		else if (out->data[out->len - 1] != ' ')
			bf_put_char(out, ' ');
	return out->data;
}

/* Parse TEXT, found for ORIGINAL: in the place of TAG, and on no line of its
 * own.  A mistake in it is the translator's. */
static bool
parse(struct bf_parser *p, const struct bf_tag *tag, const char *text,
	const char *original, struct bf_node **out)
{
	struct bf_source source = *p->source;
	struct bf_parser inner = *p;

	if (strcmp(text, original) != 0)
		source.file = bf_printf(source.arena,
			"%s (in its translation to %s)", source.file,
			source.lang);
	inner.source = &source;
	inner.text = inner.at = text;
	inner.line_offset = bf_tag_line(p, tag->start) - 1;
	inner.counted = NULL;
	if (!bf_nodes_parse(&inner, NULL, out))
		return false;
	for (; *out; out = &(*out)->next)
		(*out)->line_start = false;
	return true;
}

static void
tell(struct bf_parser *p, const struct bf_tag *tag, const char *one,
	const char *many)
{
	const struct bf_source *s = p->source;

	if (s->on_text)
		s->on_text(s->self, s->file, bf_tag_line(p, tag->start), one,
			many);
}

static bool
simple(struct bf_parser *p, const struct bf_tag *tag, const char *end,
	struct bf_node *node)
{
	const struct bf_source *s = p->source;
	const char *text = fold(s->arena, tag->end, (size_t)(end - tag->end));
	const char *found = text;

	if (*text == '\0')
		return bf_tag_fail(p, tag->start, "there is no text here");
	tell(p, tag, text, NULL);
	if (s->i18n)
		found = bf_i18n_text(s->i18n, s->feature, s->lang, text);
	return parse(p, tag, found, text, &node->forms[0]);
}

static bool
plural(struct bf_parser *p, const struct bf_tag *tag, const char *end,
	struct bf_node *node)
{
	const struct bf_source *s = p->source;
	const char *bar = memmem(tag->end, (size_t)(end - tag->end), "||", 2);
	const char *forms[BF_PLURALS] = { NULL }, *name = tag->name + 2;
	const char *one, *many;
	size_t len = tag->len - 2, i;

	bf_tag_trim(&name, &len);
	if (bar == NULL)
		return bf_tag_fail(p, tag->start,
			"no || between the two forms: " WRITE_PLURAL);
	if (!bf_path_parse(p, tag->start, node, name, len))
		return false;
	one = fold(s->arena, tag->end, (size_t)(bar - tag->end));
	many = fold(s->arena, bar + 2, (size_t)(end - bar - 2));
	tell(p, tag, one, many);
	forms[0] = one;
	forms[1] = many;
	if (s->i18n)
		bf_i18n_forms(s->i18n, s->feature, s->lang, one, many, forms);
	for (i = 0; i < BF_PLURALS && forms[i]; i++)
		if (!parse(p, tag, forms[i], i ? many : one, &node->forms[i]))
			return false;
	return true;
}

bool
bf_text_parse(
	struct bf_parser *p, const struct bf_tag *tag, struct bf_node *node)
{
	bool many = tag->len > 1;
	const char *closing = bf_printf(p->source->arena, "%s/%s%s", p->open,
		many ? "_n" : "_", p->close);
	const char *end = strstr(tag->end, closing);

	if (end == NULL)
		return bf_tag_fail(p, tag->start,
			"the text that begins here has no %s", closing);
	p->at = end + strlen(closing);
	node->op = BF_OP_PLURAL;
	return many ? plural(p, tag, end, node) : simple(p, tag, end, node);
}
