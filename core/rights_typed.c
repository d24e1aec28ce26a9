/* Reads what people type: amounts with points, commas and signs. */
#include "rights_own.h"
#include <belfort/buf.h>
#include <ctype.h>
#include <string.h>

#define DIGITS_MOST 12

/* TEXT without blanks, of which there are three, signs for euro, and what says
 * that it is not exact. */
static const char *
bare(struct bf_arena *arena, const char *text)
{
	static const char *const gone[] = { " ", "\u00a0", "\u202f", "€",
		"euro", "EUR", "'", "ongeveer", "Ongeveer", "about", "About",
		"environ", "Environ", "circa", "±", "~" };
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t i;

	while (*text) {
		for (i = 0; i < sizeof(gone) / sizeof(gone[0]); i++)
			if (strncmp(text, gone[i], strlen(gone[i])) == 0)
				break;
		if (i < sizeof(gone) / sizeof(gone[0]))
			text += strlen(gone[i]);
		else
			bf_put_char(out, *text++);
	}
	return out->data;
}

/* Where the cents begin in TEXT: at its last point or comma with one or two
 * digits behind it; else its end. */
static const char *
cents_of(const char *text)
{
	const char *end = text + strlen(text), *at = end;

	while (at > text && isdigit((unsigned char)at[-1]))
		at--;
	if (at == text || end - at > 2 || at == end || !strchr(".,", at[-1]))
		return end;
	return at - 1;
}

/* "1.250,50", "1 250.5", "€ 1250": "1250.50".  NULL: it is no amount. */
static const char *
amount(struct bf_arena *arena, const char *text)
{
	const char *at = bare(arena, text), *cents = cents_of(at);
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t since = 0;
	bool parted = false;

	for (; at < cents; at++) {
		if (isdigit((unsigned char)*at)) {
			bf_put_char(out, *at);
			since++;
		} else if (strchr(".,", *at) && since > 0
			&& (parted ? since == 3 : since <= 3)) {
			parted = true;
			since = 0;
		} else
			return NULL;
	}
	if (out->len == 0 || out->len > DIGITS_MOST || (parted && since != 3))
		return NULL;
	if (*cents)
		bf_put_fmt(out, ".%s%s", cents + 1, cents[2] ? "" : "0");
	return out->data;
}

static const char *
whole(struct bf_arena *arena, const char *text)
{
	const char *at = bare(arena, text);
	size_t len = strspn(at, "0123456789");

	return len > 0 && len <= DIGITS_MOST && at[len] == '\0' ? at : NULL;
}

const char *
bf_right_typed(struct bf_arena *arena, const struct bf_right_fact *fact,
	const char *text)
{
	switch (fact->kind) {
	case BF_RIGHT_EURO:
		return amount(arena, text);
	case BF_RIGHT_COUNT:
		return whole(arena, text);
	default:
		return text;
	}
}
