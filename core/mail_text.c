/* Writes a mail: headers in ASCII, a body in quoted-printable. */
#include "mail_text.h"
#include <stdio.h>
#include <string.h>

#define LINE_MOST 76    /* of quoted-printable (RFC 2045, 6.7) */
#define WORD_MOST 75    /* of an encoded word (RFC 2047, 2) */
#define SUBJECT_MOST 60 /* bytes that fit beside the name of a header */
#define ADDRESS_MOST 254

#define ALNUM "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

bool
bf_mail_address(const char *text)
{
	const char *at = strchr(text, '@');
	size_t len = strlen(text);

	return at && at > text && at[1] != '\0' && len <= ADDRESS_MOST
		&& strspn(text, ALNUM ".!#$%&'*+-/=?^_`{|}~")
		== (size_t)(at - text)
		&& strspn(at + 1, ALNUM ".-") == strlen(at + 1);
}

/* How many bytes the character at TEXT has; it is never more than are there. */
static size_t
char_len(const char *text)
{
	size_t len = 1;

	while (((unsigned char)text[len] & 0xc0) == 0x80)
		len++;
	return len;
}

/* One character of an encoded word; a control character is a blank. */
static void
put_q(struct bf_buf *out, const char *text, size_t len)
{
	size_t i;

	if (len == 1 && strchr(ALNUM "!*+-/", *text))
		bf_put_char(out, *text);
	else if (len == 1 && ((unsigned char)*text <= ' ' || *text == 0x7f))
		bf_put_char(out, '_');
	else
		for (i = 0; i < len; i++)
			bf_put_fmt(out, "=%02X", (unsigned char)text[i]);
}

/* Words in ASCII that mean nothing to who reads a header. */
static bool
is_plain(const char *text)
{
	return strspn(text, ALNUM " -/!") == strlen(text)
		&& strlen(text) <= SUBJECT_MOST;
}

/* TEXT as encoded words, each a line; a character is in one of them whole. */
static void
put_words(struct bf_buf *out, const char *text)
{
	static const char begin[] = "=?UTF-8?Q?";
	size_t start = out->len, len;

	bf_put_str(out, begin);
	for (; *text; text += len) {
		len = char_len(text);
		if (out->len - start + 3 * len + 2 > WORD_MOST) {
			bf_put_str(out, "?=\r\n ");
			start = out->len;
			bf_put_str(out, begin);
		}
		put_q(out, text, len);
	}
	bf_put_str(out, "?=");
}

static void
put_header_text(struct bf_buf *out, const char *text)
{
	if (is_plain(text))
		bf_put_str(out, text);
	else
		put_words(out, text);
}

static void
put_date(struct bf_buf *out, time_t now)
{
	char text[64];
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S +0000", &tm);
	bf_put_fmt(out, "Date: %s\r\n", text);
}

static void
put_headers(struct bf_buf *out, const struct bf_mail *mail, const char *from,
	const char *name, time_t now)
{
	put_date(out, now);
	bf_put_str(out, "From: ");
	put_header_text(out, name);
	bf_put_fmt(out, "\r\n <%s>\r\nTo: <%s>\r\nSubject: ", from, mail->to);
	put_header_text(out, mail->subject);
	bf_put_fmt(out,
		"\r\nMessage-ID: <%s%s>\r\n"
		"Auto-Submitted: auto-generated\r\n"
		"MIME-Version: 1.0\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Content-Transfer-Encoding: quoted-printable\r\n"
		"Content-Language: %s\r\n\r\n",
		mail->id, strchr(from, '@'), mail->lang);
}

/* Whether the byte at TEXT may stand as it is: not so a blank that ends its
 * line. */
static bool
stands(const char *text)
{
	if (*text == ' ' || *text == '\t')
		return text[1] != '\n' && text[1] != '\0';
	return *text > ' ' && *text < 0x7f && *text != '=';
}

static void
put_body(struct bf_buf *out, const char *text)
{
	size_t line = 0, len;

	for (; *text; text++) {
		if (*text == '\n') {
			bf_put_str(out, "\r\n");
			line = 0;
			continue;
		}
		len = stands(text) ? 1 : 3;
		if (line + len >= LINE_MOST) {
			bf_put_str(out, "=\r\n");
			line = 0;
		}
		if (len == 1)
			bf_put_char(out, *text);
		else
			bf_put_fmt(out, "=%02X", (unsigned char)*text);
		line += len;
	}
	if (line > 0)
		bf_put_str(out, "\r\n");
}

void
bf_mail_text(struct bf_buf *out, const struct bf_mail *mail, const char *from,
	const char *name, time_t now)
{
	put_headers(out, mail, from, name, now);
	put_body(out, mail->text);
}
