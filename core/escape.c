/* Writing text so that it is safe in one kind of place. */
#include <belfort/buf.h>
#include <stdio.h>
#include <string.h>

/* Copy TEXT; a byte for which ESCAPE has something else is written as that. */
static void
put_escaped(struct bf_buf *buf, const char *text, size_t len,
	const char *(*escape)(unsigned char c))
{
	size_t from = 0, i;
	const char *out;

	for (i = 0; i < len; i++) {
		out = escape((unsigned char)text[i]);
		if (out == NULL)
			continue;
		bf_put(buf, text + from, i - from);
		bf_put_str(buf, out);
		from = i + 1;
	}
	bf_put(buf, text + from, len - from);
}

static const char *
html(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
bf_put_html(struct bf_buf *buf, const char *text, size_t len)
{
	put_escaped(buf, text, len, html);
}

void
bf_put_url(struct bf_buf *buf, const char *text, size_t len)
{
	static const char hex[] = "0123456789ABCDEF";
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789-._~";
	unsigned char c;

	for (; len > 0; len--) {
		c = (unsigned char)*text++;
		if (c != '\0' && strchr(plain, c)) {
			bf_put_char(buf, (char)c);
			continue;
		}
		bf_put_char(buf, '%');
		bf_put_char(buf, hex[c >> 4]);
		bf_put_char(buf, hex[c & 15]);
	}
}

static const char *
json(unsigned char c)
{
	static char code[7];

	if (c == '"')
		return "\\\"";
	if (c == '\\')
		return "\\\\";
	if (c >= ' ')
		return NULL;
	snprintf(code, sizeof(code), "\\u%04x", c);
	return code;
}

void
bf_put_json(struct bf_buf *buf, const char *text, size_t len)
{
	put_escaped(buf, text, len, json);
}

/* Whether a spreadsheet would take the text for a formula (CWE-1236); a
 * number with a sign is none. */
static bool
is_formula(const char *text, size_t len)
{
	if (len == 0 || !memchr("=+-@\t\r", text[0], 6))
		return false;
	return text[0] != '-' || strspn(text + 1, "0123456789,") < len - 1
		|| len == 1;
}

void
bf_put_csv(struct bf_buf *buf, const char *text, size_t len)
{
	bool formula = is_formula(text, len), quoted = formula;
	size_t i;

	for (i = 0; i < len && !quoted; i++)
		quoted = strchr(";\"\r\n", text[i]) != NULL;
	if (quoted)
		bf_put_char(buf, '"');
	if (formula)
		bf_put_char(buf, '\'');
	for (i = 0; i < len; i++) {
		if (text[i] == '"')
			bf_put_char(buf, '"');
		bf_put_char(buf, text[i]);
	}
	if (quoted)
		bf_put_char(buf, '"');
}
