/* Says what is wrong in a rule file, in each language. */
#include "rules_own.h"
#include "walk.h"
#include <belfort/buf.h>
#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#define VALUES_MOST 4
#define SHORT_MOST 60

char *
bf_rule_fill(struct bf_arena *arena, const char *fmt, const char *const *values)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t n = 0;

	while (n < VALUES_MOST && values[n])
		n++;
	for (; *fmt; fmt++) {
		if (fmt[0] != '{' || fmt[1] < '1' || fmt[1] > '0' + (int)n
			|| fmt[2] != '}') {
			bf_put_char(out, *fmt);
			continue;
		}
		bf_put_str(out, values[fmt[1] - '1']);
		fmt += 2;
	}
	return out->data;
}

bool
bf_rule_fail(struct bf_arena *arena, const struct bf_i18n *i18n,
	struct bf_rule_fault *fault, const char *file, int line,
	const char *text, ...)
{
	const char *values[VALUES_MOST + 1] = { NULL };
	va_list args;
	size_t i;

	if (fault->found)
		return false;
	va_start(args, text);
	for (i = 0; i < VALUES_MOST; i++)
		if ((values[i] = va_arg(args, const char *)) == NULL)
			break;
	va_end(args);
	fault->found = true;
	fault->file = bf_strdup(arena, file);
	fault->line = line;
	for (i = 0; i < BF_LANGS; i++)
		fault->text[i] = bf_rule_fill(arena,
			bf_i18n_text(i18n, "core", bf_langs[i], text), values);
	return false;
}

const char *
bf_rule_short(struct bf_arena *arena, const char *text)
{
	size_t len = strnlen(text, SHORT_MOST);

	if (len == SHORT_MOST)
		while (((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	text = bf_strndup(arena, text, len);
	return bf_text_ok(text, len) ? text : "?";
}

/* Letters, digits and what names are made of. */
static bool
inside_word(unsigned char c)
{
	return isalnum(c) || c == '_' || c == '-' || c >= 0x80;
}

static bool
stands_alone(const char *text, const char *at, size_t len)
{
	return (at == text || !inside_word((unsigned char)at[-1]))
		&& !inside_word((unsigned char)at[len]);
}

/* Past COUNT ends of lines from AT on; the end of the text when it has fewer.
 */
static const char *
lines_skip(const char *at, int count)
{
	const char *end = at;

	for (; count > 0 && end; count--)
		at = (end = strchr(at, '\n')) ? end + 1 : at + strlen(at);
	return at;
}

static int
lines_between(const char *at, const char *end)
{
	int n = 0;

	while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		n++;
		at++;
	}
	return n;
}

int
bf_rule_line_at(const char *text, const char *at)
{
	return 1 + lines_between(text, at);
}

int
bf_rule_line_of(const struct bf_rule_file *file, int line, const char *word)
{
	const char *at = lines_skip(file->text, line - 1), *found;
	size_t len = strlen(word);
	int n = line > 1 ? line : 1;

	while (len > 0 && (found = strstr(at, word)) != NULL) {
		n += lines_between(at, found);
		if (stands_alone(file->text, found, len))
			return n;
		n += *found == '\n';
		at = found + 1;
	}
	return line;
}
