/* Reads what people type: amounts with points, commas and signs, days in three
 * fields.
 */
#include "benefits.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MOST 12

/* TEXT without blanks, of which there are three, and signs for euro. */
static const char *
bare(struct bf_arena *arena, const char *text)
{
	static const char *const gone[] = { " ", "\u00a0", "\u202f", "€",
		"euro", "EUR", "'" };
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

/* The day in three fields. */
static const char *
day(struct bf_req *req)
{
	const char *parts[] = { bf_value(req, "jaar"), bf_value(req, "maand"),
		bf_value(req, "dag") };
	size_t i;

	for (i = 0; i < 3; i++) {
		if (parts[i] == NULL)
			return NULL;
		parts[i] = whole(bf_arena(req), parts[i]);
		if (parts[i] == NULL || strlen(parts[i]) > 4)
			return NULL;
	}
	return bf_printf(bf_arena(req), "%04d-%02d-%02d",
		(int)strtol(parts[0], NULL, 10),
		(int)strtol(parts[1], NULL, 10),
		(int)strtol(parts[2], NULL, 10));
}

static const char *
canonical(struct bf_req *req, const struct bf_right_fact *fact)
{
	const char *text = bf_value(req, "antwoord");

	switch (fact->kind) {
	case BF_RIGHT_DATE:
		return day(req);
	case BF_RIGHT_EURO:
		return text ? amount(bf_arena(req), text) : NULL;
	case BF_RIGHT_COUNT:
		return text ? whole(bf_arena(req), text) : NULL;
	default:
		return text;
	}
}

/* What an answer to FACT looks like, where it did not. */
static const char *
wanted(const struct bf_right_fact *fact)
{
	switch (fact->kind) {
	case BF_RIGHT_DATE:
		return BF_N("Write the day, the month and the year in figures: "
			    "31 12 1980. The day must exist.");
	case BF_RIGHT_EURO:
		return BF_N("Write an amount in euros: 1250 or 1250,50. Below "
			    "stands how large it can be.");
	case BF_RIGHT_COUNT:
		return BF_N("Write a whole number: 2. Below stands how large "
			    "it can be.");
	default:
		return BF_N("Choose one of the answers, or “I don’t know”.");
	}
}

const char *
benefits_given(struct bf_req *req, const struct bf_right_fact *fact,
	const char **wrong)
{
	const char *text = canonical(req, fact);

	*wrong = wanted(fact);
	return text && !strpbrk(text, " =?") ? text : NULL;
}
