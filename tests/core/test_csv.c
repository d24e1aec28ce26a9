/* CSV: read row by row, with the place of what is wrong; written for a
 * spreadsheet.
 */
#include "../tap.h"
#include "arena.h"
#include "csv.h"
#include <belfort/buf.h>
#include <stdlib.h>

/* TEXT read with DELIMITER and written again as [a|b][c], with the line of
 * each row in front when LINES. */
static const char *
read_back(struct bf_arena *arena, const char *text, size_t len, char delimiter,
	bool lines)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	FILE *file = need(fmemopen((void *)text, len, "r"));
	struct bf_csv *csv = bf_csv_open(arena, file, delimiter);
	struct bf_err err = { 0 };
	char **cells;
	size_t count, i;
	int more;

	while ((more = bf_csv_next(csv, &cells, &count, &err)) > 0) {
		if (lines)
			bf_put_fmt(out, "%ld", bf_csv_line(csv));
		for (i = 0; i < count; i++)
			bf_put_fmt(out, "%c%s", i ? '|' : '[', cells[i]);
		bf_put_char(out, ']');
	}
	if (more < 0)
		bf_put_fmt(out, "!%s", err.text);
	fclose(file);
	return out->data;
}

static const struct {
	const char *name, *text;
	char delimiter;
	const char *want;
} good[] = {
	{ "two rows", "a,b\nc,d\n", ',', "[a|b][c|d]" },
	{ "no line break at the end", "a,b\nc,d", ',', "[a|b][c|d]" },
	{ "CRLF", "a,b\r\nc,d\r\n", ',', "[a|b][c|d]" },
	{ "CR alone", "a,b\rc,d\r", ',', "[a|b][c|d]" },
	{ "empty cells", ",\n,,\n", ',', "[|][||]" },
	{ "an empty cell at the very end", "a,", ',', "[a|]" },
	{ "semicolons", "a;b,c\n", ';', "[a|b,c]" },
	{ "tabs", "a\tb c\n", '\t', "[a|b c]" },
	{ "quotes", "\"a\",\"b,c\"\n", ',', "[a|b,c]" },
	{ "doubled quotes", "\"a \"\"b\"\" c\"\n", ',', "[a \"b\" c]" },
	{ "an empty quoted cell", "\"\",x\n", ',', "[|x]" },
	{ "a line break in a cell", "\"a\nb\",c\nd,e\n", ',', "[a\nb|c][d|e]" },
	{ "a byte-order mark",
		"\xef\xbb\xbf"
		"a,b\n",
		',', "[a|b]" },
	{ "a mark before a quote", "\xef\xbb\xbf\"a\",b\n", ',', "[a|b]" },
	{ "a mark elsewhere is text",
		"a\n\xef\xbb\xbf"
		"b\n",
		',',
		"[a][\xef\xbb\xbf"
		"b]" },
	{ "empty lines are passed over", "\n\na,b\n\n\nc\n\n", ',',
		"[a|b][c]" },
	{ "an empty file", "\xef\xbb\xbf", ',', "" },
	{ "UTF-8", "\xc3\xa9,\xe2\x82\xac,\xf0\x9f\x94\x94\n", ',',
		"[\xc3\xa9|\xe2\x82\xac|\xf0\x9f\x94\x94]" },
};

static void
reads(struct bf_arena *arena)
{
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		is(read_back(arena, good[i].text, strlen(good[i].text),
			   good[i].delimiter, false),
			good[i].want, good[i].name);
}

static void
lines(struct bf_arena *arena)
{
	static const char text[] = "a\n\"b\nc\nd\",e\r\n\n\rf\n";

	is(read_back(arena, text, strlen(text), ',', true),
		"1[a]2[b\nc\nd|e]7[f]",
		"a row's line is the one it begins on, whatever ends lines");
}

static const struct {
	const char *name, *text;
	size_t len;
	const char *row, *why;
} bad[] = {
	{ "a quote left open", "a,b\n\"c,d\ne,f\n", 0,
		"[a|b]!line 2: ", "left open" },
	{ "a quote inside a cell", "a,b\nc,d\"e\"\n", 0,
		"[a|b]!line 2: ", "does not begin with one" },
	{ "text after a quote", "\"a\"b\n", 0, "!line 1: ", "follows" },
	{ "broken UTF-8", "a\n\xc3,b\n", 0, "[a]!line 2: ", "UTF-8" },
	{ "overlong UTF-8", "\xc0\xaf\n", 0, "!line 1: ", "UTF-8" },
	{ "a surrogate", "\xed\xa0\x80\n", 0, "!line 1: ", "UTF-8" },
	{ "a control character", "a\x01\n", 0, "!line 1: ", "control" },
	{ "a NUL", "a\n\0,b\n", 6, "[a]!line 2: ", "NUL" },
	{ "a NUL between quotes", "\"\0\"\n", 4, "!line 1: ", "NUL" },
	{ "a cell cut between two bytes of a character", "\xc3", 0,
		"!line 1: ", "UTF-8" },
};

static void
refuses(struct bf_arena *arena)
{
	const char *got;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		got = read_back(arena, bad[i].text,
			bad[i].len ? bad[i].len : strlen(bad[i].text), ',',
			false);
		ok(strncmp(got, bad[i].row, strlen(bad[i].row)) == 0, "%s: %s",
			bad[i].name, got);
		has(got, bad[i].why, "and says why");
	}
}

static void
long_rows(struct bf_arena *arena)
{
	size_t len = 5 << 20, i;
	char *text = need(malloc(len));
	const char *got;

	memset(text, 'x', len);
	has(read_back(arena, text, len, ',', false),
		"line 1: the row is longer", "a row without end is refused");
	text[0] = '"';
	has(read_back(arena, text, len, ',', false), "is a quote left open?",
		"a quoted one too");
	for (i = 0; i < len; i++)
		text[i] = i % 2 ? ',' : 'x';
	got = read_back(arena, text, 200001, ',', false);
	is_int((long long)strlen(got), 200003, "100,001 cells in a row");
	free(text);
}

/* Random bytes from the characters that matter: nothing may crash, and what is
 * read is UTF-8 without NUL; the sanitizers look on. */
static void
noise(struct bf_arena *arena)
{
	static const char alphabet[] = "a\",;\n\r\0\xef\xbb\xbf\xc3\xa9 ";
	unsigned seed = 44021;
	char text[256];
	size_t i, n;
	int round, fine = 0;

	for (round = 0; round < 20000; round++) {
		n = (size_t)rand_r(&seed) % sizeof(text) + 1;
		for (i = 0; i < n; i++)
			text[i] = alphabet[(size_t)rand_r(&seed)
				% (sizeof(alphabet) - 1)];
		fine += read_back(arena, text, n, ',', true) != NULL;
		bf_arena_reset(arena);
	}
	is_int(fine, 20000, "20,000 files of noise are read or refused");
}

static const char *
rows(struct bf_arena *arena, const char *spec, const char *json)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	json_t *doc = json_loads(json, 0, NULL);

	bf_csv_rows(out, spec, doc);
	json_decref(doc);
	return out->data;
}

#define MARK "\xef\xbb\xbf"

static void
writes(struct bf_arena *arena)
{
	is(rows(arena, "rows: code name",
		   "{\"rows\": [{\"code\": \"a\", \"name\": \"b;c\"}]}"),
		MARK "code;name\r\na;\"b;c\"\r\n",
		"mark, heading, quoted where needed, CRLF");
	is(rows(arena, "rows: n:euro",
		   "{\"rows\": [{\"n\": 123456}, {\"n\": -5}, {\"n\": 0}, "
		   "{\"n\": -9223372036854775808}]}"),
		MARK "n\r\n1234,56\r\n-0,05\r\n0,00\r\n"
		     "-92233720368547758,08\r\n",
		"cents with a decimal comma, also negative and extreme");
	is(rows(arena, "r: a b c d e",
		   "{\"r\": [{\"a\": 1.5, \"b\": true, \"c\": null, "
		   "\"d\": {\"x\": 1}, \"e\": -3}, {\"a\": 2e3, \"b\": false}]}"),
		MARK "a;b;c;d;e\r\n1,5;1;;;-3\r\n2000;0;;;\r\n",
		"numbers, truth, nothing");
	is(rows(arena, "r: a", "{\"r\": [{\"a\": \"=1+1\"}]}"),
		MARK "a\r\n\"'=1+1\"\r\n", "a formula is made text");
	is(rows(arena, "d.r: a.b", "{\"d\": {\"r\": [{\"a\": {\"b\": 7}}]}}"),
		MARK "a.b\r\n7\r\n", "a dot goes deeper");
	is(rows(arena, "r: a", "{}"), MARK "a\r\n", "no rows: the heading");
	is(rows(arena, "r", "{}"), MARK, "no columns: nothing");
}

static const struct {
	const char *spec;
	bool good;
} specs[] = {
	{ "rows: a", true },
	{ "rows:a b:euro", true },
	{ "a.b: c.d:euro e", true },
	{ "Rows_2: codeA 9", true },
	{ "", false },
	{ "rows", false },
	{ "rows:", false },
	{ "rows: a:eur", false },
	{ "rows: a:euros", false },
	{ "rows: a;b", false },
	{ "rows: a :euro", false },
	{ ": a", false },
};

static void
specifications(void)
{
	struct bf_err err;
	size_t i;

	for (i = 0; i < sizeof(specs) / sizeof(specs[0]); i++) {
		err.text[0] = '\0';
		ok(bf_csv_spec(specs[i].spec, &err) == specs[i].good,
			"\"%s\" is %s", specs[i].spec,
			specs[i].good ? "good" : "refused");
	}
	has(err.text, "member: column", "the remedy is in the message");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	reads(arena);
	lines(arena);
	refuses(arena);
	long_rows(arena);
	writes(arena);
	specifications();
	noise(arena);
	bf_arena_free(arena);
	return done();
}
