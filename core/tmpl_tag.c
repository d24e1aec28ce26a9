/* Finds tags in a template and says how they stand on their lines. */
#include "tmpl_parse.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define WHAT_MAX 600

int
bf_tag_line(struct bf_parser *p, const char *at)
{
	if (p->counted == NULL || at < p->counted) {
		p->counted = p->text;
		p->line = 1 + p->line_offset;
	}
	for (; p->counted < at; p->counted++)
		p->line += *p->counted == '\n';
	return p->line;
}

bool
bf_tag_fail(struct bf_parser *p, const char *at, const char *fmt, ...)
{
	char what[WHAT_MAX];
	va_list args;

	va_start(args, fmt);
	vsnprintf(what, sizeof(what), fmt, args);
	va_end(args);
	return bf_err(
		p->err, "%s:%d: %s", p->source->file, bf_tag_line(p, at), what);
}

void
bf_tag_trim(const char **text, size_t *len)
{
	while (*len > 0 && strchr(" \t\r\n", **text))
		(*text)++, (*len)--;
	while (*len > 0 && strchr(" \t\r\n", (*text)[*len - 1]))
		(*len)--;
}

/* What stands on the tag's line before and after it. */
static void
place(const struct bf_parser *p, struct bf_tag *tag)
{
	const char *at = tag->start;

	while (at > p->text && strchr(" \t", at[-1]))
		at--;
	tag->clear_before = at == p->text || at[-1] == '\n';
	tag->line = tag->clear_before ? at : tag->start;
	at = tag->end + strspn(tag->end, " \t");
	if (*at == '\r' && at[1] == '\n')
		at++;
	tag->clear_after = *at == '\n' || *at == '\0';
	tag->next = *at == '\n' ? at + 1 : at;
}

/* What closes the tag: {{{a}}} and {{=a b=}} end with more than others. */
static const char *
closing_of(const struct bf_parser *p, char kind, char *room)
{
	if (kind != '{' && kind != '=')
		return p->close;
	room[0] = kind == '{' ? '}' : '=';
	snprintf(room + 1, BF_DELIMITER_MAX, "%s", p->close);
	return room;
}

bool
bf_tag_read(struct bf_parser *p, struct bf_tag *tag, bool *found)
{
	const char *start = strstr(p->at, p->open), *at, *closing, *end;
	char room[BF_DELIMITER_MAX + 1];

	memset(tag, 0, sizeof(*tag));
	*found = start != NULL;
	if (start == NULL)
		return true;
	at = start + strlen(p->open);
	if (*at && strchr("#^/><$!=&{", *at))
		tag->kind = *at++;
	closing = closing_of(p, tag->kind, room);
	end = strstr(at, closing);
	if (end == NULL)
		return bf_tag_fail(p, start, "this tag has no %s: %.*s",
			closing, (int)strcspn(start, "\n"), start);
	tag->start = start;
	tag->name = at;
	tag->len = (size_t)(end - at);
	bf_tag_trim(&tag->name, &tag->len);
	tag->end = end + strlen(closing);
	place(p, tag);
	return true;
}

bool
bf_tag_delimiters(struct bf_parser *p, const struct bf_tag *tag)
{
	const char *end = tag->name + tag->len;
	size_t open = 0, close = 0;

	while (open < tag->len && !strchr(" \t\r\n", tag->name[open]))
		open++;
	while (close < tag->len && !strchr(" \t\r\n", end[-1 - (long)close]))
		close++;
	if (open == 0 || open + close >= tag->len || open >= BF_DELIMITER_MAX
		|| close >= BF_DELIMITER_MAX)
		return bf_tag_fail(p, tag->start,
			"write delimiters as {{=<%% %%>=}}, not \"%.*s\"",
			(int)tag->len, tag->name);
	memcpy(p->open, tag->name, open);
	p->open[open] = '\0';
	memcpy(p->close, end - close, close);
	p->close[close] = '\0';
	return true;
}
