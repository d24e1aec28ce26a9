/* Figures, money and days as the three languages write them. */
#include "../tap.h"
#include "arena.h"
#include "format.h"
#include "i18n.h"
#include <belfort/buf.h>

#define NN "\u202f" /* narrow no-break space */
#define NB "\u00a0" /* no-break space */
#define MI "\u2212" /* minus */

static const struct {
	const char *format, *value; /* of JSON */
	const char *want[BF_LANGS];
} cases[] = {
	{ "euro", "121276920800",
		{ "€" NB "1.212.769.208", "€1,212,769,208",
			"1" NN "212" NN "769" NN "208" NB "€" } },
	{ "euro", "0", { "€" NB "0", "€0", "0" NB "€" } },
	{ "euro", "49", { "€" NB "0", "€0", "0" NB "€" } },
	{ "euro", "50", { "€" NB "1", "€1", "1" NB "€" } },
	{ "euro", "149", { "€" NB "1", "€1", "1" NB "€" } },
	{ "euro", "-49", { "€" NB "0", "€0", "0" NB "€" } },
	{ "euro", "-50", { "€" NB MI "1", MI "€1", MI "1" NB "€" } },
	{ "euro", "99950", { "€" NB "1.000", "€1,000", "1" NN "000" NB "€" } },
	{ "euro", "-9223372036854775808",
		{ "€" NB MI "92.233.720.368.547.758",
			MI "€92,233,720,368,547,758",
			MI "92" NN "233" NN "720" NN "368" NN "547" NN "758" NB
			   "€" } },
	{ "euro", "1250.5", { "€" NB "13", "€13", "13" NB "€" } },
	{ "euro", "1e300", { NULL, NULL, NULL } },
	{ "euro", "\"n/a\"", { "n/a", "n/a", "n/a" } },
	{ "euro", "null", { "", "", "" } },
	{ "euro", "{}", { "", "", "" } },
	{ "cents", "\"n/a\"", { "n/a", "n/a", "n/a" } },
	{ "euro_short", "true", { "", "", "" } },
	{ "number", "1e17",
		{ "100000000000000000", "100000000000000000",
			"100000000000000000" } },
	{ "number", "9223372036854775807",
		{ "9223372036854775807", "9223372036854775807",
			"9223372036854775807" } },
	{ "percent", "\"n/a\"", { "n/a", "n/a", "n/a" } },
	{ "cents", "123450",
		{ "€" NB "1.234,50", "€1,234.50", "1" NN "234,50" NB "€" } },
	{ "cents", "5", { "€" NB "0,05", "€0.05", "0,05" NB "€" } },
	{ "cents", "-5", { "€" NB MI "0,05", MI "€0.05", MI "0,05" NB "€" } },
	{ "euro_short", "121276920800",
		{ "€" NB "1,2" NB "miljard", "€1.2" NB "billion",
			"1,2" NB "milliard" NB "€" } },
	{ "euro_short", "200000000000",
		{ "€" NB "2" NB "miljard", "€2" NB "billion",
			"2" NB "milliards" NB "€" } },
	{ "euro_short", "100000000",
		{ "€" NB "1" NB "miljoen", "€1" NB "million",
			"1" NB "million" NB "€" } },
	{ "euro_short", "194999999",
		{ "€" NB "1,9" NB "miljoen", "€1.9" NB "million",
			"1,9" NB "million" NB "€" } },
	{ "euro_short", "195000000",
		{ "€" NB "2" NB "miljoen", "€2" NB "million",
			"2" NB "millions" NB "€" } },
	{ "euro_short", "95000000000",
		{ "€" NB "950" NB "miljoen", "€950" NB "million",
			"950" NB "millions" NB "€" } },
	{ "euro_short", "99994999999",
		{ "€" NB "999,9" NB "miljoen", "€999.9" NB "million",
			"999,9" NB "millions" NB "€" } },
	{ "euro_short", "99995000000",
		{ "€" NB "1" NB "miljard", "€1" NB "billion",
			"1" NB "milliard" NB "€" } },
	{ "euro_short", "99994900",
		{ "€" NB "999.949", "€999,949", "999" NN "949" NB "€" } },
	{ "euro_short", "-250000000",
		{ "€" NB MI "2,5" NB "miljoen", MI "€2.5" NB "million",
			MI "2,5" NB "millions" NB "€" } },
	{ "number", "272657", { "272.657", "272,657", "272" NN "657" } },
	{ "number", "-1000", { MI "1.000", MI "1,000", MI "1" NN "000" } },
	{ "number", "999", { "999", "999", "999" } },
	{ "number", "4.5", { "4,5", "4.5", "4,5" } },
	{ "number", "4.25", { "4,25", "4.25", "4,25" } },
	{ "number", "4.05", { "4,05", "4.05", "4,05" } },
	{ "number", "4.0", { "4", "4", "4" } },
	{ "percent", "0.123", { "12,3" NB "%", "12.3%", "12,3" NN "%" } },
	{ "percent", "0.1235", { "12,4" NB "%", "12.4%", "12,4" NN "%" } },
	{ "percent", "1", { "100,0" NB "%", "100.0%", "100,0" NN "%" } },
	{ "percent", "0", { "0,0" NB "%", "0.0%", "0,0" NN "%" } },
	{ "percent", "-0.0001", { "0,0" NB "%", "0.0%", "0,0" NN "%" } },
	{ "percent", "-0.05", { MI "5,0" NB "%", MI "5.0%", MI "5,0" NN "%" } },
	{ "date", "\"2026-11-23\"",
		{ "23 november 2026", "23 November 2026",
			"23 novembre 2026" } },
	{ "date", "\"2026-08-01T10:00:00+02:00\"",
		{ "1 augustus 2026", "1 August 2026", "1er août 2026" } },
	{ "weekday", "\"2026-11-25\"",
		{ "woensdag 25 november 2026", "Wednesday 25 November 2026",
			"mercredi 25 novembre 2026" } },
	{ "weekday", "\"2028-02-29\"",
		{ "dinsdag 29 februari 2028", "Tuesday 29 February 2028",
			"mardi 29 février 2028" } },
	{ "weekday", "\"2026-03-01\"",
		{ "zondag 1 maart 2026", "Sunday 1 March 2026",
			"dimanche 1er mars 2026" } },
	{ "weekday", "\"1900-01-01\"",
		{ "maandag 1 januari 1900", "Monday 1 January 1900",
			"lundi 1er janvier 1900" } },
	{ "weekday", "\"2026-00-01\"",
		{ "2026-00-01", "2026-00-01", "2026-00-01" } },
	{ "date", "\"2026-13-01\"",
		{ "2026-13-01", "2026-13-01", "2026-13-01" } },
	{ "date", "\"2026-00-01\"",
		{ "2026-00-01", "2026-00-01", "2026-00-01" } },
	{ "date", "\"2026-01-00\"",
		{ "2026-01-00", "2026-01-00", "2026-01-00" } },
	{ "date", "\"2026-01-32\"",
		{ "2026-01-32", "2026-01-32", "2026-01-32" } },
	{ "moment", "\"2026-11-23 soon\"",
		{ "23 november 2026", "23 November 2026",
			"23 novembre 2026" } },
	{ "date", "\"2026-1-1\"", { "2026-1-1", "2026-1-1", "2026-1-1" } },
	{ "date", "\"\"", { "", "", "" } },
	{ "date", "2026", { "2026", "2026", "2026" } },
	{ "moment", "\"2026-11-23T21:04:05.123+01:00\"",
		{ "23 november 2026 om 21:04", "23 November 2026 at 21:04",
			"23 novembre 2026 à 21:04" } },
	{ "moment", "\"2026-11-23 21:04:05+01\"",
		{ "23 november 2026 om 21:04", "23 November 2026 at 21:04",
			"23 novembre 2026 à 21:04" } },
	{ "moment", "\"2026-11-23\"",
		{ "23 november 2026", "23 November 2026",
			"23 novembre 2026" } },
	{ "moment", "\"soon\"", { "soon", "soon", "soon" } },
	{ "url", "\"a/b c&d\"",
		{ "a%2Fb%20c%26d", "a%2Fb%20c%26d", "a%2Fb%20c%26d" } },
	{ "url", "2026", { "2026", "2026", "2026" } },
};

/* Where WANT is NULL, it is enough that the value is told and nothing breaks:
 * no amount is that large. */
static void
run(struct bf_arena *arena, size_t i, int lang)
{
	json_t *value = json_loads(cases[i].value, JSON_DECODE_ANY, NULL);
	struct bf_buf *out = bf_buf_new(arena, 0);
	const char *name = bf_printf(arena, "%s, %s of %s", bf_langs[lang],
		cases[i].format, cases[i].value);

	bf_format_put(
		out, bf_format_find(cases[i].format), bf_langs[lang], value);
	if (cases[i].want[lang])
		is(out->data, cases[i].want[lang], name);
	else
		ok(out->len > 0, "%s", name);
	json_decref(value);
}

static void
names(struct bf_arena *arena)
{
	char *list = bf_strdup(arena, bf_format_names()), *name;

	ok(bf_format_find("pounds") == NULL, "what is not there is not found");
	ok(bf_format_find("") == NULL, "nor is nothing");
	for (name = strtok(list, " "); name; name = strtok(NULL, " "))
		ok(bf_format_find(name) != NULL, "%s is one", name);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;
	int lang;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		for (lang = 0; lang < BF_LANGS; lang++)
			run(arena, i, lang);
	names(arena);
	bf_arena_free(arena);
	return done();
}
