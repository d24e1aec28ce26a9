/* Numbers, money and days as Dutch, English and French readers write them.
 *
 * Money is integer cents and stays integer: rounding is half away from zero.
 */
#include "format.h"
#include "i18n.h"
#include <belfort/buf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NNBSP "\xe2\x80\xaf" /* U+202F narrow no-break space */
#define NBSP "\xc2\xa0"
#define MINUS "\xe2\x88\x92" /* U+2212 */
#define EURO "\xe2\x82\xac"

typedef void put(struct bf_buf *out, int lang, json_t *value);

struct bf_format {
	const char *name;
	put *put;
};

/* In the order of bf_langs. */
static const struct {
	const char *thousands, *decimal, *before, *after;
} styles[BF_LANGS] = {
	{ ".", ",", EURO NBSP, "" },
	{ ",", ".", EURO, "" },
	{ NNBSP, ",", "", NBSP EURO },
};

static const char *const months[BF_LANGS][12] = {
	{ "januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december" },
	{ "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December" },
	{ "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
		"août", "septembre", "octobre", "novembre", "décembre" },
};

/* The words of short amounts: in plural only where the language has one. */
static const struct {
	unsigned long long unit;
	const char *one[BF_LANGS], *many[BF_LANGS];
} scales[] = {
	{ 1000000000ULL, { "miljard", "billion", "milliard" },
		{ "miljard", "billion", "milliards" } },
	{ 1000000ULL, { "miljoen", "million", "million" },
		{ "miljoen", "million", "millions" } },
};

static void
put_grouped(struct bf_buf *out, int lang, unsigned long long n)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%llu", n), i;

	for (i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			bf_put_str(out, styles[lang].thousands);
		bf_put_char(out, digits[i]);
	}
}

static unsigned long long
magnitude(long long n)
{
	return n < 0 ? 0ULL - (unsigned long long)n : (unsigned long long)n;
}

static void
put_sign(struct bf_buf *out, long long n)
{
	if (n < 0)
		bf_put_str(out, MINUS);
}

static void
put_number(struct bf_buf *out, int lang, json_t *value)
{
	long long n = json_is_integer(value)
		? (long long)json_integer_value(value)
		: llround(json_number_value(value));

	put_sign(out, n);
	put_grouped(out, lang, magnitude(n));
}

/* Cents as whole euros. */
static void
put_euro(struct bf_buf *out, int lang, json_t *value)
{
	long long cents = json_integer_value(value);
	unsigned long long euros = (magnitude(cents) + 50) / 100;

	put_sign(out, euros ? cents : 0);
	bf_put_str(out, styles[lang].before);
	put_grouped(out, lang, euros);
	bf_put_str(out, styles[lang].after);
}

static void
put_cents(struct bf_buf *out, int lang, json_t *value)
{
	long long cents = json_integer_value(value);

	put_sign(out, cents);
	bf_put_str(out, styles[lang].before);
	put_grouped(out, lang, magnitude(cents) / 100);
	bf_put_fmt(
		out, "%s%02llu", styles[lang].decimal, magnitude(cents) % 100);
	bf_put_str(out, styles[lang].after);
}

static void
put_scaled(
	struct bf_buf *out, int lang, size_t scale, unsigned long long tenths)
{
	bool one = lang == 2 ? tenths < 20 : tenths == 10;

	bf_put_str(out, styles[lang].before);
	put_grouped(out, lang, tenths / 10);
	if (tenths % 10)
		bf_put_fmt(out, "%s%llu", styles[lang].decimal, tenths % 10);
	bf_put_fmt(out, NBSP "%s",
		(one ? scales[scale].one : scales[scale].many)[lang]);
	/* "1,2 milliard d'euros" is written with the sign here. */
	bf_put_str(out, styles[lang].after);
}

/* "€ 1,2 miljard"; what is below a million is written whole. */
static void
put_euro_short(struct bf_buf *out, int lang, json_t *value)
{
	long long cents = json_integer_value(value);
	unsigned long long tenths;
	size_t i;

	for (i = 0; i < sizeof(scales) / sizeof(scales[0]); i++) {
		tenths = (magnitude(cents) + scales[i].unit * 5)
			/ (scales[i].unit * 10);
		if (tenths < 10)
			continue;
		put_sign(out, cents);
		put_scaled(out, lang, i, tenths);
		return;
	}
	put_euro(out, lang, value);
}

/* A share from 0 to 1, with one decimal. */
static void
put_percent(struct bf_buf *out, int lang, json_t *value)
{
	long long tenths = llround(json_number_value(value) * 1000);

	put_sign(out, tenths);
	bf_put_fmt(out, "%llu%s%llu%s%%", magnitude(tenths) / 10,
		styles[lang].decimal, magnitude(tenths) % 10,
		lang == 1 ? "" : NBSP);
}

/* "2026-11-23..." as a day in words; false when it is none. */
static bool
put_day(struct bf_buf *out, int lang, const char *text)
{
	int year, month, day;

	if (text == NULL
		|| sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3
		|| month < 1 || month > 12)
		return false;
	bf_put_fmt(out, lang == 2 && day == 1 ? "1er" : "%d", day);
	bf_put_fmt(out, " %s %d", months[lang][month - 1], year);
	return true;
}

static void
put_date(struct bf_buf *out, int lang, json_t *value)
{
	const char *text = json_string_value(value);

	if (!put_day(out, lang, text) && text)
		bf_put_str(out, text);
}

static void
put_moment(struct bf_buf *out, int lang, json_t *value)
{
	static const char *const at[BF_LANGS] = { "om", "at", "à" };
	const char *text = json_string_value(value);

	put_date(out, lang, value);
	if (text && strlen(text) >= 16)
		bf_put_fmt(out, " %s %.5s", at[lang], text + 11);
}

static void
put_url(struct bf_buf *out, int lang, json_t *value)
{
	(void)lang;
	if (json_is_integer(value))
		bf_put_fmt(out, "%lld", (long long)json_integer_value(value));
	else if (json_is_string(value))
		bf_put_url(out, json_string_value(value),
			json_string_length(value));
}

static const struct bf_format formats[] = {
	{ "euro", put_euro },
	{ "euro_short", put_euro_short },
	{ "cents", put_cents },
	{ "number", put_number },
	{ "percent", put_percent },
	{ "date", put_date },
	{ "moment", put_moment },
	{ "url", put_url },
};

const struct bf_format *
bf_format_find(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

const char *
bf_format_names(void)
{
	return "euro euro_short cents number percent date moment url";
}

void
bf_format_put(struct bf_buf *out, const struct bf_format *format,
	const char *lang, json_t *value)
{
	int i = bf_lang_index(lang);

	if (value && !json_is_null(value))
		format->put(out, i < 0 ? 0 : i, value);
}
