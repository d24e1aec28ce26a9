/* Texts of rules: how they are compared, found, shortened and filled in. */
#include "../tap.h"
#include "arena.h"
#include "i18n.h"
#include "rules_own.h"

static const struct {
	const char *text, *want;
} folds[] = {
	{ "", "" },
	{ "Park", "park" },
	{ "a\tb\r\nc", "a b c" },
	{ "a   b", "a b" },
	{ "  a", " a" },
	{ "AZ[", "az[" },
	{ "École crèche ÀÖ Ÿ", "ecole creche ao y" },
	{ "e\u0301tat a\u036fb a\u0370b", "etat ab a\u0370b" },
	{ "straße ẞ", "strasse ẞ" },
	{ "Æ æ Œ œ Ĳ ĳ", "ae ae oe oe ij ij" },
	{ "×÷", "×÷" },
	{ "a\u00a0\u00a0b", "a b" },
	{ "a\u2010b\u2015c", "a-b-c" },
	{ "l\u2018a l\u2019a", "l'a l'a" },
	{ "a\u2003b\u201cc", "a b c" },
	{ "a\u2030", "a " },
	{ "\u20ac\u0180\u0250", "\u20ac\u0180\u0250" },
	{ "\u017f\u00bf", "s\u00bf" },
	{ "a\xc3", "a\xc3" },
	{ "a\xe2\x80", "a\xe2\x80" },
	{ "a\xcd", "a\xcd" },
	{ "\xc1\x81", "\xc1\x81" },
};

static void
test_folds(void)
{
	char out[64];
	size_t i, len;

	for (i = 0; i < sizeof(folds) / sizeof(folds[0]); i++) {
		len = bf_rule_fold(folds[i].text, out, sizeof(out));
		is(out, folds[i].want, folds[i].text);
		is_int((long long)len, (long long)strlen(folds[i].want),
			"its length");
	}
	bf_rule_fold("abcdefghij", out, 8);
	is(out, "abcd", "what has no room is left out");
}

static void
test_fill(struct bf_arena *arena)
{
	static const char *const two[] = { "a", "b", NULL };
	static const char *const four[] = { "a", "b", "c", "d" };

	is(bf_rule_fill(arena, "{1} of {2}, {2}", two), "a of b, b", "values");
	is(bf_rule_fill(arena, "{3} {0} {x} {12} {1", two),
		"{3} {0} {x} {12} {1", "what is no place for one");
	is(bf_rule_fill(arena, "{4}{5}", four), "d{5}", "four at most");
}

static void
test_fault(struct bf_arena *arena)
{
	static const char *const features[] = { NULL };
	struct bf_rule_fault fault = { 0 };
	struct bf_err err = { "" };
	const struct bf_i18n *i18n = bf_i18n_load(
		arena, "/nowhere", features, &err);

	ok(!bf_rule_fail(arena, i18n, &fault, "a.lua", 3, "{1}{2}{3}{4}", "a",
		   "b", "c", "d", (char *)NULL),
		"a fault");
	is(fault.text[0], "abcd", "tells four values");
	ok(!bf_rule_fail(arena, i18n, &fault, "b.lua", 4, "x", (char *)NULL),
		"and one after it");
	is(fault.file, "a.lua", "does not take its place");
}

#define TEN "0123456789"

static void
test_short(struct bf_arena *arena)
{
	is(bf_rule_short(arena, "kort"), "kort", "a short text is whole");
	is(bf_rule_short(arena, TEN TEN TEN TEN TEN TEN TEN),
		TEN TEN TEN TEN TEN TEN, "of a long one sixty bytes are shown");
	is(bf_rule_short(arena, TEN TEN TEN TEN TEN "01234567€"),
		TEN TEN TEN TEN TEN "01234567", "up to a whole character");
	is(bf_rule_short(arena, "a\xff"), "?", "or nothing of it");
}

static const struct {
	const char *word;
	int from, want;
} words[] = {
	{ "park", 1, 2 },
	{ "park", 3, 4 },
	{ "park", 5, 5 },
	{ "wijk", 1, 1 },
	{ "park2", 1, 1 },
	{ "bos", 1, 4 },
	{ "é", 1, 5 },
	{ "", 3, 3 },
	{ "nergens", 2, 2 },
};

static void
test_lines(void)
{
	static const char text[] = "parken wijk-park park_1 \xc3\xa9park\n"
				   "\"park\"\n"
				   "speelpark wijkAa\n"
				   "park 9bos bos\n"
				   "é";
	struct bf_rule_file file = { "a.lua", text, sizeof(text) - 1, NULL };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		is_int(bf_rule_line_of(&file, words[i].from, words[i].word),
			words[i].want, words[i].word);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	test_folds();
	test_fill(arena);
	test_fault(arena);
	test_short(arena);
	test_lines();
	bf_arena_free(arena);
	return done();
}
