/* Numbers, money and days as Dutch, English and French readers write them.
 *
 * Money is integer cents and stays integer: rounding is half away from zero.
 * Blanks within a figure do not break, and minus is U+2212, which is as wide
 * as a digit and is read out as minus.
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
#define FRENCH 2       /* in bf_langs */
#define EXACT_MAX 9e15 /* a double holds every integer up to here */

typedef void put(struct bf_buf *out, int lang, json_t *value);

struct bf_format {
	const char *name;
	put *put;
};

/* In the order of bf_langs.  Dutch writes the sign after the euro's. */
static const struct style {
	const char *thousands, *decimal, *euro, *minus_euro, *after;
	const char *percent;
} styles[BF_LANGS] = {
	{ ".", ",", EURO NBSP, EURO NBSP MINUS, "", NBSP "%" },
	{ ",", ".", EURO, MINUS EURO, "", "%" },
	{ NNBSP, ",", "", MINUS, NBSP EURO, NNBSP "%" },
};

static const char *const months[BF_LANGS][12] = {
	{ "januari", "februari", "maart", "april", "mei", "juni", "juli",
		"augustus", "september", "oktober", "november", "december" },
	{ "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December" },
	{ "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
		"août", "septembre", "octobre", "novembre", "décembre" },
};

/* The words of short amounts: in plural, which in French begins at two, only
 * where the language has one. */
static const struct scale {
	unsigned long long euros;
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

/* VALUE times SCALE as an integer; false when it is no number, or too large
 * to be told to the last digit. */
static bool
whole(json_t *value, int scale, long long *out)
{
	double real = json_real_value(value) * scale;

	if (json_typeof(value) == JSON_INTEGER)
		return !__builtin_mul_overflow(
			(long long)json_integer_value(value), scale, out);
	if (json_typeof(value) != JSON_REAL || fabs(real) > EXACT_MAX)
		return false;
	*out = llround(real);
	return true;
}

/* What is not of the kind that a formatter is for is shown as it is. */
static void
put_as_is(struct bf_buf *out, json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_STRING:
		bf_put(out, json_string_value(value),
			json_string_length(value));
		break;
	case JSON_INTEGER:
		bf_put_fmt(out, "%lld", (long long)json_integer_value(value));
		break;
	case JSON_REAL:
		bf_put_fmt(out, "%.0f", json_real_value(value));
		break;
	default:
		break;
	}
}

/* At most two decimals, and none that are zero. */
static void
put_number(struct bf_buf *out, int lang, json_t *value)
{
	unsigned long long n;
	long long hundredths;

	if (!whole(value, 100, &hundredths)) {
		put_as_is(out, value);
		return;
	}
	n = magnitude(hundredths);
	if (hundredths < 0)
		bf_put_str(out, MINUS);
	put_grouped(out, lang, n / 100);
	if (n % 10)
		bf_put_fmt(out, "%s%02llu", styles[lang].decimal, n % 100);
	else if (n % 100)
		bf_put_fmt(out, "%s%llu", styles[lang].decimal, n % 100 / 10);
}

/* Cents as whole euros. */
static void
put_euro(struct bf_buf *out, int lang, json_t *value)
{
	const struct style *s = &styles[lang];
	unsigned long long euros;
	long long cents;

	if (!whole(value, 1, &cents)) {
		put_as_is(out, value);
		return;
	}
	euros = (magnitude(cents) + 50) / 100;
	bf_put_str(out, cents < 0 && euros ? s->minus_euro : s->euro);
	put_grouped(out, lang, euros);
	bf_put_str(out, s->after);
}

static void
put_cents(struct bf_buf *out, int lang, json_t *value)
{
	const struct style *s = &styles[lang];
	unsigned long long n;
	long long cents;

	if (!whole(value, 1, &cents)) {
		put_as_is(out, value);
		return;
	}
	n = magnitude(cents);
	bf_put_str(out, cents < 0 ? s->minus_euro : s->euro);
	put_grouped(out, lang, n / 100);
	bf_put_fmt(out, "%s%02llu%s", s->decimal, n % 100, s->after);
}

static void
put_scaled(struct bf_buf *out, int lang, long long cents,
	const struct scale *scale, unsigned long long tenths)
{
	const struct style *s = &styles[lang];
	const char *const *words = tenths < 20 ? scale->one : scale->many;

	bf_put_str(out, cents < 0 ? s->minus_euro : s->euro);
	put_grouped(out, lang, tenths / 10);
	if (tenths % 10)
		bf_put_fmt(out, "%s%llu", s->decimal, tenths % 10);
	bf_put_fmt(out, NBSP "%s%s", words[lang], s->after);
}

/* "€ 1,2 miljard"; what is below a million is written whole.  An amount takes
 * the larger word when the smaller one would say a thousand. */
static void
put_euro_short(struct bf_buf *out, int lang, json_t *value)
{
	unsigned long long n, unit;
	long long cents;
	size_t i;

	if (!whole(value, 1, &cents)) {
		put_as_is(out, value);
		return;
	}
	n = magnitude(cents);
	for (i = 0; i < sizeof(scales) / sizeof(scales[0]); i++) {
		unit = scales[i].euros;
		if (n < unit * 100 - unit / 200)
			continue;
		put_scaled(out, lang, cents, &scales[i],
			(n + unit * 5) / (unit * 10));
		return;
	}
	put_euro(out, lang, value);
}

/* A share from 0 to 1, with one decimal. */
static void
put_percent(struct bf_buf *out, int lang, json_t *value)
{
	unsigned long long n;
	long long tenths;

	if (!whole(value, 1000, &tenths)) {
		put_as_is(out, value);
		return;
	}
	n = magnitude(tenths);
	if (tenths < 0)
		bf_put_str(out, MINUS);
	put_grouped(out, lang, n / 10);
	bf_put_fmt(out, "%s%llu%s", styles[lang].decimal, n % 10,
		styles[lang].percent);
}

/* Whether TEXT begins as PATTERN, where 0 stands for any digit. */
static bool
looks_like(const char *text, const char *pattern)
{
	for (; *pattern; pattern++, text++)
		if (*pattern == '0' ? *text < '0' || *text > '9'
				    : *text != *pattern)
			return false;
	return true;
}

/* "2026-11-23..." as a day in words; false when it is none. */
static bool
put_day(struct bf_buf *out, int lang, const char *text)
{
	int month, day;

	if (text == NULL || !looks_like(text, "0000-00-00"))
		return false;
	month = strtol(text + 5, NULL, 10);
	day = strtol(text + 8, NULL, 10);
	if (month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	bf_put_fmt(out, lang == FRENCH && day == 1 ? "%der" : "%d", day);
	bf_put_fmt(out, " %s %d", months[lang][month - 1],
		(int)strtol(text, NULL, 10));
	return true;
}

static void
put_date(struct bf_buf *out, int lang, json_t *value)
{
	if (!put_day(out, lang, json_string_value(value)))
		put_as_is(out, value);
}

/* The day of the week, 0 for Sunday (Sakamoto's congruence). */
static int
weekday(int year, int month, int day)
{
	static const int shift[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };

	year -= month < 3;
	return (year + year / 4 - year / 100 + year / 400 + shift[month - 1]
		       + day)
		% 7;
}

static void
put_weekday(struct bf_buf *out, int lang, json_t *value)
{
	static const char *const names[BF_LANGS][7] = {
		{ "zondag", "maandag", "dinsdag", "woensdag", "donderdag",
			"vrijdag", "zaterdag" },
		{ "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday",
			"Friday", "Saturday" },
		{ "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
			"samedi" },
	};
	const char *text = json_string_value(value);
	struct bf_buf *day = bf_buf_new(out->arena, 0);

	if (!put_day(day, lang, text)) {
		put_as_is(out, value);
		return;
	}
	bf_put_fmt(out, "%s %s",
		names[lang][weekday((int)strtol(text, NULL, 10),
			(int)strtol(text + 5, NULL, 10),
			(int)strtol(text + 8, NULL, 10))],
		day->data);
}

/* The database speaks the city's own time, so its clock is taken as it is. */
static void
put_moment(struct bf_buf *out, int lang, json_t *value)
{
	static const char *const at[BF_LANGS] = { "om", "at", "à" };
	const char *text = json_string_value(value);

	if (!put_day(out, lang, text))
		put_as_is(out, value);
	else if (text[10] && looks_like(text + 11, "00:00"))
		bf_put_fmt(out, " %s %.5s", at[lang], text + 11);
}

static void
put_url(struct bf_buf *out, int lang, json_t *value)
{
	(void)lang;
	if (json_typeof(value) == JSON_STRING)
		bf_put_url(out, json_string_value(value),
			json_string_length(value));
	else
		put_as_is(out, value);
}

/* What staff wrote in three languages: {"nl", "en", "fr"}. */
static void
put_said(struct bf_buf *out, int lang, json_t *value)
{
	json_t *text = json_object_get(value, bf_langs[lang]);

	put_as_is(out, text ? text : value);
}

static const struct bf_format formats[] = {
	{ "euro", put_euro },
	{ "euro_short", put_euro_short },
	{ "cents", put_cents },
	{ "number", put_number },
	{ "percent", put_percent },
	{ "date", put_date },
	{ "weekday", put_weekday },
	{ "moment", put_moment },
	{ "url", put_url },
	{ "said", put_said },
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
	return "euro euro_short cents number percent date weekday moment url said";
}

void
bf_format_put(struct bf_buf *out, const struct bf_format *format,
	const char *lang, json_t *value)
{
	int i = bf_lang_index(lang);

	if (value && json_typeof(value) != JSON_NULL)
		format->put(out, i < 0 ? 0 : i, value);
}
