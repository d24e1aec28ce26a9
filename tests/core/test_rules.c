/* Rule files: what they may say, what they decide, how mistakes are told. */
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "rules.h"

static const struct bf_fact facts[] = {
	{ "naam", "name", BF_FACT_TEXT, "the name" },
	{ "code", "code", BF_FACT_TEXT, "the code" },
	{ "bedrag", "amount", BF_FACT_EURO, "the amount" },
	{ 0 },
};
static const struct bf_rules vocabulary = { facts, "doelen domeinen", NULL,
	NULL, 3 };
static struct bf_rule_scope scope = { "test", &vocabulary, NULL };

static const char categories[] =
	"categorieen {\n"
	"  { code = \"groen\", titel = { nl = \"Groen\", en = \"Green\", "
	"fr = \"Vert\" } },\n"
	"  { code = \"straat\", titel = \"Straten\", uitleg = \"Hulp\" },\n"
	"}\n";
static const char domains[] =
	"indeling { weergave = \"domeinen\", feiten = {}, regels = {}, "
	"tests = {} }\n";

/* A file more, or NULL. */
static const char *extra;

/* Load GOALS beside the other two files. */
static bool
load(struct bf_arena *arena, const char *first, const char *goals,
	struct bf_rule_set **set, struct bf_rule_fault *fault)
{
	struct bf_rule_files *files = bf_alloc(arena, sizeof(*files));

	files->files = bf_alloc(arena, 4 * sizeof(*files->files));
	files->feature = "test";
	files->count = 3;
	files->files[0] = (struct bf_rule_file){ "categorieen.lua", first,
		strlen(first), NULL };
	files->files[1] = (struct bf_rule_file){ "doelen.lua", goals,
		strlen(goals), NULL };
	files->files[2] = (struct bf_rule_file){ "domeinen.lua", domains,
		strlen(domains), NULL };
	if (extra)
		files->files[files->count++] = (struct bf_rule_file){ "nog.lua",
			extra, strlen(extra), NULL };
	bf_rules_hash(files);
	*fault = (struct bf_rule_fault){ 0 };
	return bf_rules_load(arena, &scope, files, set, fault);
}

/* The rules of a file with only these, which begin on its second line. */
static const char *
with(struct bf_arena *arena, const char *rules)
{
	return bf_printf(arena,
		"indeling { weergave = \"doelen\", feiten = { \"naam\", "
		"\"bedrag\", \"code\" }, regels = {\n%s\n}, tests = {} }\n",
		rules);
}

/* A condition, and texts with their amount that it holds for (+) or not. */
static const struct holds {
	const char *when;
	const char *name;
	int64_t cents;
	bool holds;
} cases[] = {
	{ "bevat(feit.naam, \"school\")", "Basisschool De Brug", 0, true },
	{ "bevat(feit.naam, \"SCHOOL\", \"crèche\")", "Creche", 0, true },
	{ "bevat(feit.naam, \"school\")", "scho ol", 0, false },
	{ "woord(feit.naam, \"park\")", "Wijkpark, fase 2", 0, false },
	{ "woord(feit.naam, \"park\")", "Het Park.", 0, true },
	{ "woord(feit.naam, \"park\")", "parkeren", 0, false },
	{ "woord(feit.naam, \"park\")", "park2", 0, false },
	{ "woord(feit.naam, \"park\")", "2park", 0, false },
	{ "woord(feit.naam, \"park\")", "park_1{", 0, true },
	{ "woord(feit.naam, \"park\")", "{park{", 0, true },
	{ "woord(feit.naam, \"park\")", "park€", 0, false },
	{ "woord(feit.naam, \"*park\")", "Wijkpark, fase 2", 0, true },
	{ "woord(feit.naam, \"park*\")", "Parkeren", 0, true },
	{ "woord(feit.naam, \"*par*\")", "apparaat", 0, true },
	{ "woord(feit.naam, \"openbaar domein\")", "het Openbaar   Domein", 0,
		true },
	{ "woord(feit.naam, \"ecole\")", "L’École", 0, true },
	{ "begint_met(feit.naam, \"SD2\", \"SD3\")", "sd3001", 0, true },
	{ "begint_met(feit.naam, \"SD2\")", "xSD2", 0, false },
	{ "is(feit.naam, \"Wegen\", \"parken\")", "PARKEN", 0, true },
	{ "is(feit.naam, \"weg\")", "wegen", 0, false },
	{ "is(feit.bedrag, 10, 12.5)", "", 1250, true },
	{ "meer_dan(feit.bedrag, 10)", "", 1000, false },
	{ "meer_dan(feit.bedrag, 10)", "", 1001, true },
	{ "minstens(feit.bedrag, 10)", "", 1000, true },
	{ "minder_dan(feit.bedrag, 0.01)", "", 0, true },
	{ "hoogstens(feit.bedrag, -5)", "", -500, true },
	{ "tussen(feit.bedrag, 1, 2)", "", 200, true },
	{ "tussen(feit.bedrag, 1, 2)", "", 201, false },
	{ "meer_dan(feit.bedrag + feit.bedrag - 1, 3)", "", 201, true },
	{ "meer_dan(feit.bedrag + feit.bedrag - 1, 3)", "", 200, false },
	{ "een_van(is(feit.naam, \"a\"), is(feit.naam, \"b\"))", "b", 0, true },
	{ "een_van { is(feit.naam, \"a\"), is(feit.naam, \"b\") }", "c", 0,
		false },
	{ "alle_van { bevat(feit.naam, \"a\"), bevat(feit.naam, \"b\") }", "ab",
		0, true },
	{ "alle_van { bevat(feit.naam, \"a\"), bevat(feit.naam, \"b\") }", "a",
		0, false },
	{ "geen_van { bevat(feit.naam, \"a\") }", "b", 0, true },
	{ "geen_van { bevat(feit.naam, \"a\") }", "a", 0, false },
	{ "altijd", "", 0, true },
	{ "any_of(contains(fact.name, \"x\"), always)", "", 0, true },
	{ "bevat(feit.naam, \"she\", \"he\", \"hers\")", "ushers", 0, true },
	{ "bevat(feit.naam, \"abcd\", \"bc\")", "xabc", 0, true },
	{ "is(feit.naam, \"straße\")", "STRASSE", 0, true },
	{ "woord(feit.naam, \"ijzer\")", "Ĳzer", 0, true },
};

static void
test_cases(struct bf_arena *arena)
{
	const struct holds *c;
	struct bf_rule_set *set;
	struct bf_rule_fault fault;
	int got;

	for (c = cases; c < cases + sizeof(cases) / sizeof(*cases); c++) {
		const char *text[] = { c->name, "", "" };
		int64_t number[] = { 0, 0, c->cents };
		struct bf_rule_line line = { text, number };

		if (!load(arena, categories,
			    with(arena,
				    bf_printf(arena, "{ \"groen\", %s }",
					    c->when)),
			    &set, &fault)) {
			ok(false, "%s: %s", c->when, fault.text[1]);
			continue;
		}
		bf_rules_decide(&set->classes[0], &line, 1, &got);
		ok((got == 0) == c->holds, "%s: “%s” %lld", c->when, c->name,
			(long long)c->cents);
	}
}

/* What is wrong on which line, and a part of what is said. */
static const struct mistake {
	const char *rules;
	int line;
	const char *said;
} mistakes[] = {
	{ "{ \"groen\", bevatt(feit.naam, \"a\") }", 2,
		"“bevatt” is no word of the rules. Did you mean “bevat”?" },
	{ "{ \"groen\", bevat(feit.naam, park) }", 2, "between quotes" },
	{ "{ \"groen\", bevat(naam, \"a\") }", 2,
		"“naam” is a fact: write feit.naam." },
	{ "{ \"groen\",\n bevat(feit.nam, \"a\") }", 3,
		"There is no fact “nam”. Did you mean “naam”?" },
	{ "{ \"groon\", bevat(feit.naam, \"a\") }", 2,
		"There is no category “groon”. Did you mean “groen”?" },
	{ "{ \"groen\", bevat(feit.naam) }", 2, "bevat needs 2 things" },
	{ "{ \"groen\", tussen(feit.bedrag, 1) }", 2, "tussen needs 3" },
	{ "{ \"groen\", meer_dan(feit.bedrag, 1, 2) }", 2, "there are 3" },
	{ "{ \"groen\", bevat(feit.bedrag, \"a\") }", 2,
		"In bevat, number 1 is feit.bedrag; a fact with text" },
	{ "{ \"groen\", meer_dan(feit.naam, 1) }", 2, "a number is needed" },
	{ "{ \"groen\", bevat(feit.naam, 12) }", 2, "a text between quotes" },
	{ "{ \"groen\", een_van { feit.naam } }", 2, "a condition is needed" },
	{ "{ \"groen\", is(feit.naam, 3) }", 2, "a text between quotes" },
	{ "{ \"groen\", is(feit.bedrag, \"a\") }", 2, "a number is needed" },
	{ "{ \"groen\", feit.naam == \"a\" }", 2, "Signs such as == and <" },
	{ "{ \"groen\", bevat(feit.naam, \"a\") and altijd }", 2,
		"The word and does not work" },
	{ "{ \"groen\", not bevat(feit.naam, \"a\") }", 2,
		"The word not does not work" },
	{ "{ \"groen\", nil }", 2, "a condition is missing" },
	{ "{ \"groen\", feit.bedrag < feit.bedrag }", 2, "do not work" },
	{ "{ \"groen\", altijd }\n{ \"groen\", altijd }", 3,
		"a comma is missing" },
	{ "{ \"groen\", altijd, omdta = \"x\" }", 2,
		"“omdta =” is not known here. Did you mean “omdat =”?" },
	{ "{ \"groen\", altijd, altijd }", 2, "without a name" },
	{ "{ \"groen\", bevat(feit.naam, \"a) }", 2, "a quote is missing" },
	{ "{ altijd }", 1, "missing" },
	{ "{ \"groen\", is(feit.bedrag, 1.234) }", 2, "two decimals" },
	{ "{ \"groen\", is(feit.bedrag, 1e30) }", 2, "too large" },
	{ "{ \"groen\", is(feit.bedrag, -1e30) }", 2, "too large" },
	{ "{ \"groen\", is(feit.bedrag, 1.239) }", 2, "two decimals" },
	{ "{ \"groen\", is(feit.naam + 1, 1) }", 2,
		"Only numbers can be added or taken away" },
	{ "{ \"groen\", is(feit.bedrag - \"a\", 1) }", 2,
		"Only numbers can be added or taken away" },
	{ "{ \"groen\", (function() local n = feit.bedrag + 1e12 for i = 1, 20 "
	  "do n = n + n end return is(n, 1) end)() }",
		2, "This sum can become too large" },
	{ "{ \"groen\", bevat(feit.naam, \"a\")\nand bevat(feit.naam, "
	  "\"b\") and altijd }",
		3, "The word and does not work" },
	{ "{ \"groen\", altijd and (bevat(feit.naam, \"a\") and\n "
	  "bevat(feit.naam, \"b\")) }",
		2, "The word and does not work" },
	{ "{ \"groen\", bevat(feit.naam, \"\") }", 2, "empty" },
	{ "{ \"groen\", bevat(feit.naam, \"*\") }", 2, "empty" },
	{ "{ \"groen\", bevat(feit.naam, \"\\xff\") }", 2, "no character" },
	{ "{ \"groen\", feit.naam.lengte }", 2, "has no parts" },
	{ "{ \"groen\", altijd \"x\" }", 2, "comma" },
	{ "{ \"groen\", (function() for i = 1, 1e9 do end return altijd end)() "
	  "}",
		2, "without end" },
	{ "{ \"groen\", (function() local s = \"x\" while true do s = s .. s "
	  "end end)() }",
		2, "memory" },
	{ "{ \"groen\", (function() local c = altijd for i = 1, 200 do c = "
	  "een_van(c) end return c end)() }",
		2, "too deep" },
	{ "{ \"groen\", (function() while true do local c = "
	  "bevat(feit.naam, \"a\") end end)() }",
		2, "too many conditions" },
	{ "{ \"groen\", (function() local n = feit.bedrag for i = 1, 90 do n = "
	  "n + n end return is(n, 1) end)() }",
		2, "too large" },
	{ "{ \"groen\", os.exit() }", 2, "“os” is no word" },
	{ "{ \"groen\", load(\"x\") }", 2, "“load” is no word" },
	{ "{ \"groen\", (\"x\"):rep(1e9) }", 2, "cannot have parts" },
	{ "{ \"groen\", setmetatable({}, {}) }", 2, "no word" },
	{ "{ \"groen\", _G.x }", 2, "no word" },
	{ "{ \"groen\", _ENV[true] }", 2, "“?” is no word" },
	{ "{ \"groen\", (function() _ENV[true] = 1 end)() }", 2,
		"? = ... cannot stand here" },
	{ "{ \"groen\", (function() feit.naam = 1 end)() }", 2,
		"Facts can only be read" },
	{ "{ \"groen\", bevat(feit[true], \"a\") }", 2,
		"There is no fact “?”" },
	{ "{ \"groen\", bevat(feit.bedrag + 1, \"a\") }", 2,
		"In bevat, number 1 is + -; a fact with text" },
	{ "{ \"groen\", bevat(12, \"a\") }", 2, "In bevat, number 1 is 12;" },
	{ "{ \"groen\", bevat(feit.naam, {}) }", 2,
		"In bevat, number 2 is { ... };" },
	{ "{ \"groen\", bevat(feit.naam, bevat(feit.naam, \"a\")) }", 2,
		"In bevat, number 2 is bevat(...);" },
	{ "{ \"groen\", is(bevat(feit.naam, \"a\"), \"a\") }", 2,
		"In is, number 1 is bevat(...); a fact is needed" },
	{ "{ \"groen\", een_van((function() local t = {} for i = 1, 2001 do "
	  "t[i] = altijd end return t end)()) }",
		2, "een_van holds too many things" },
	{ "{ \"groen\", bevat(feit.naam, (function() local s = \"x\" for i = "
	  "1, 9 do s = s .. s end return s end)()) }",
		2, "too long" },
	{ "{ \"groen\", (function() local s = \"xxxxx\" for i = 1, 5 do s = s "
	  ".. s end for i = 1, 201 do bevat(feit.naam, s) end end)() }",
		2, "The texts of this file are too long" },
	{ "{ \"groen\", feit.naam }", 2, "a condition is missing" },
	{ "{ \"groen\", altijd, [true] = 1 }", 2, "“? =” is not known" },
	{ "{ \"groen\", altijd, omdat = \" \" }", 2,
		"“omdat = \"...\"” is missing, or no text" },
	{ "{ \"groen\", altijd, omdat = \"\\xff\" }", 2, "or no text" },
	{ "{ \"groen\", altijd, omdat = 1 }", 2, "or no text" },
	{ "1", 1, "A rule is { \"category\", condition }" },
};

static void
test_mistakes(struct bf_arena *arena)
{
	const struct mistake *m = mistakes;
	struct bf_rule_set *set;
	struct bf_rule_fault fault;

	for (; m < mistakes + sizeof(mistakes) / sizeof(*mistakes); m++) {
		ok(!load(arena, categories, with(arena, m->rules), &set,
			   &fault),
			"refused: %s", m->rules);
		is(fault.file, "doelen.lua", "  its file");
		is_int(fault.line, m->line, "  its line");
		has(fault.text[1], m->said, "  what is said");
	}
}

/* Whole files. */
static const struct mistake files[] = {
	{ "", 1, "says nothing" },
	{ "-- only words\n", 1, "says nothing" },
	{ "indeling {", 1, "ends too soon" },
	{ "indeling { weergave = \"doelen\" }", 1, "feiten" },
	{ "indeling { weergave = \"doelne\", feiten = {}, regels = {}, tests = "
	  "{} }",
		1, "Did you mean “doelen”?" },
	{ "indeling { weergave = \"domeinen\", feiten = {}, regels = {}, tests "
	  "= {} }",
		1, "No file divides the view “doelen”" },
	{ "indeling { weergave = \"doelen\",\n feiten = { \"nam\" }, regels = "
	  "{}, tests = {} }",
		2, "Did you mean “naam”?" },
	{ "indeling { weergave = \"doelen\", feiten = {}, regels = {\n{ "
	  "\"groen\", is(feit.naam, \"a\") }}, tests = {} }",
		2, "Add it there" },
	{ "indeling { weergave = \"doelen\", feiten = {}, regels = {}, tests = "
	  "{} }\nindeling { weergave = \"doelen\", feiten = {}, regels = {}, "
	  "tests = {} }",
		2, "second statement" },
	{ "x = 1", 1, "local x" },
	{ "local t = {} t.t = t indeling(t)", 1, "“t =” is not known" },
	{ "indeling { weergave = \"doelen\", feiten = {}, regels = {}, tests = "
	  "{\n{ \"wat\", { naam = \"a\" }, \"groen\" } } }",
		2, "not in the facts of this file" },
	{ "indeling { weergave = \"doelen\", feiten = { \"naam\" }, regels = "
	  "{}, tests = {\n{ \"wat\", { naam = 1 }, \"groen\" } } }",
		2, "between quotes" },
	{ "indeling { weergave = \"doelen\", feiten = {}, regels = {}, tests = "
	  "{\n{ \"wat\", {}, \"geel\" } } }",
		2, "There is no category “geel”" },
	{ "indeling { weergave = \"doelen\", feiten = {}, regels = {}, tests = "
	  "{\n1 } }",
		1, "A test is { \"what\"" },
	{ "indeling { weergave = \"doelen\", feiten = {}, regels = {}, tests = "
	  "{\n{ \"wat\", 1, niets } } }",
		2, "A test is { \"what\"" },
	{ "indeling { weergave = \"doelen\", feiten = {}, regels = {}, tests = "
	  "{\n{ \"wat\", {}, [7] = niets } } }",
		2, "without a name" },
	{ "indeling { weergave = \"doelen\", feiten = { \"naam\" }, regels = "
	  "{}, tests = {\n{ \"wat\", { nam = \"a\" }, niets } } }",
		2, "Did you mean “naam”?" },
	{ "indeling { weergave = \"doelen\", feiten = { \"naam\" }, regels = "
	  "{}, tests = {\n{ \"wat\", { \"a\" }, niets } } }",
		2, "“?” is not in the facts of this file" },
	{ "indeling { weergave = \"doelen\", feiten = { \"bedrag\" }, regels "
	  "= {}, tests = {\n{ \"wat\", { bedrag = \"a\" }, niets } } }",
		2, "“bedrag” must be a number" },
	{ "indeling { weergave = \"doelen\", feiten = {}, tests = {}, regels = "
	  "(function() local t = {} for i = 1, 5001 do t[i] = i end return t "
	  "end)() }",
		1, "regels is too long" },
	{ "\n\nreturn indeling {}", 3, "weergave" },
	{ "\x1bLua", 1, "cannot be read" },
	{ "-- caf\xe9\n", 1, "UTF-8" },
	{ "\n\n-- \x01\n", 3, "UTF-8" },
};

static void
test_files(struct bf_arena *arena)
{
	const struct mistake *m = files;
	struct bf_rule_set *set;
	struct bf_rule_fault fault;

	for (; m < files + sizeof(files) / sizeof(*files); m++) {
		ok(!load(arena, categories, m->rules, &set, &fault),
			"refused: %s", m->rules);
		is_int(fault.line, m->line, "  its line");
		has(fault.text[1], m->said, "  what is said");
	}
}

static const struct mistake lists[] = {
	{ "categorieen {}", 1, "no category" },
	{ "categorieen {\n{ code = \"a b\", titel = \"x\" } }", 2,
		"small letters" },
	{ "categorieen {\n{ code = \"groen\", titel = \"x\" },\n{ code = "
	  "\"groen\", titel = \"x\" } }",
		3, "twice" },
	{ "categorieen {\n{ code = \"a\", titel = \"x\" },\n{ code = \"b\", "
	  "titel = \"x\" },{ code = \"c\", titel = \"x\" },{ code = \"d\", "
	  "titel = \"x\" } }",
		1, "more than 3" },
	{ "categorieen {\n{ code = \"a\", title = { nl = \"x\", de = \"y\" } } "
	  "}",
		2, "“de =” is not known" },
	{ "categorieen {\n{ code = \"a\", titel = { nl = \"x\" } } }", 2,
		"“en = " },
	{ "categorieen {\n{ code = \"a\" } }", 2, "“titel = " },
	{ "categorieen {\n1 }", 1, "between { and }" },
	{ "categorieen {\n{ code = \"Groen\", titel = \"x\" } }", 2,
		"small letters" },
	{ "categorieen {\n{ code = \"{\", titel = \"x\" } }", 1,
		"small letters" },
	{ "categorieen {\n{ code = "
	  "\"a2345678901234567890123456789012345678901\", titel = \"x\" } }",
		2, "small letters" },
};

static void
test_lists(struct bf_arena *arena)
{
	const struct mistake *m = lists;
	struct bf_rule_set *set;
	struct bf_rule_fault fault;

	for (; m < lists + sizeof(lists) / sizeof(*lists); m++) {
		ok(!load(arena, m->rules, with(arena, ""), &set, &fault),
			"refused: %s", m->rules);
		is(fault.file, "categorieen.lua", "  its file");
		is_int(fault.line, m->line, "  its line");
		has(fault.text[1], m->said, "  what is said");
	}
}

static const char whole[] =
	"-- Wat is groen?\n"
	"indeling {\n"
	"  weergave = \"doelen\",\n"
	"  feiten = { \"naam\", \"bedrag\" },\n"
	"  regels = {\n"
	"    { \"straat\", alle_van { woord(feit.naam, \"park\"), "
	"bevat(feit.naam, \"parking\", \"weg\") },\n"
	"      omdat = \"Een parking is straat.\" },\n"
	"    { \"groen\", woord(feit.naam, \"park\", \"bos*\") },\n"
	"    { \"straat\", meer_dan(feit.bedrag, 1000000) },\n"
	"  },\n"
	"  tests = {\n"
	"    { \"een park is groen\", { naam = \"Park\" }, \"groen\" },\n"
	"    { \"veel geld is straat\", { bedrag = 1000000.01 }, \"straat\" "
	"},\n"
	"    { \"weinig is niets\", { bedrag = 1000000 }, niets },\n"
	"  },\n"
	"}\n";

static void
test_order(struct bf_arena *arena)
{
	const char *text[3][3] = { { "park en parking", "", "" },
		{ "bospad", "", "" }, { "x", "", "" } };
	int64_t number[3] = { 0, 0, 0 };
	struct bf_rule_line lines[600];
	struct bf_rule_set *set = NULL;
	struct bf_rule_fault fault;
	const struct bf_rule *rule;
	int got[600], i, wrong = 0;

	if (!ok(load(arena, categories, whole, &set, &fault),
		    "a whole file loads"))
		return tap_note("fault", fault.text[1]);
	for (i = 0; i < 600; i++)
		lines[i] = (struct bf_rule_line){ text[i % 3], number };
	bf_rules_decide(&set->classes[0], lines, 600, got);
	for (i = 0; i < 600; i++)
		wrong += got[i] != (i % 3 == 2 ? -1 : i % 3);
	is_int(wrong, 0, "the first rule that fits decides, in each block");
	rule = &set->classes[0].rules[0];
	is_int(rule->line, 6, "a rule knows its line");
	is(rule->because, "Een parking is straat.", "and its reason");
	is(bf_rules_sentence(arena, &scope, rule->when, "en"),
		"the name has the word “park” and the name contains “parking” "
		"or “weg”",
		"a rule is a sentence");
	is(bf_rules_sentence(
		   arena, &scope, set->classes[0].rules[2].when, "en"),
		"the amount is more than €1,000,000", "with amounts");
	ok(bf_rules_test_all(arena, set, &fault), "its tests come out");
	is(set->categories[0].title[2], "Vert", "a title in French");
	is(set->categories[1].title[2], "Straten", "one title for all");
	is_int(set->classes[0].rules[2].number, 3, "rules are numbered");
}

static const struct {
	const char *when, *said;
} sentences[] = {
	{ "alle_van { een_van { is(feit.naam, \"a\"), is(feit.naam, \"b\") }, "
	  "altijd }",
		"(the name is “a” or the name is “b”) and always" },
	{ "alle_van { bevat(feit.naam, \"a\", \"b\", \"c\"), "
	  "minder_dan(feit.bedrag - 1.5, 3) }",
		"the name contains “a”, “b” or “c” and the amount minus "
		"€1.50 is less than €3" },
	{ "een_van { altijd }", "always" },
	{ "geen_van { een_van { altijd }, tussen(feit.bedrag, 1, 2) }",
		"not: always or the amount is from €1 to €2" },
};

/* The condition WHEN as a sentence, or what is wrong with it. */
static const char *
sentence(struct bf_arena *arena, const char *when)
{
	struct bf_rule_set *set;
	struct bf_rule_fault fault;

	if (!load(arena, categories,
		    with(arena, bf_printf(arena, "{ \"groen\", %s }", when)),
		    &set, &fault))
		return fault.text[1];
	return bf_rules_sentence(
		arena, &scope, set->classes[0].rules[0].when, "en");
}

static void
test_sentences(struct bf_arena *arena)
{
	const char *said;
	size_t i;

	for (i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		is(sentence(arena, sentences[i].when), sentences[i].said,
			sentences[i].when);
	said = sentence(arena,
		"(function() local c = altijd for i = 1, 15 do c = "
		"een_van(c, c) end return c end)()");
	ok(strlen(said) < 2200, "a sentence that doubles has an end");
	has(said, " …", "which is told");
}

/* What a set of files may not be. */
static void
test_sets(struct bf_arena *arena)
{
	struct bf_rule_set *set;
	struct bf_rule_fault fault;
	char *large = bf_alloc(arena, 256 * 1024 + 2);

	ok(load(arena, categories,
		   bf_printf(arena, "\xef\xbb\xbf%s", with(arena, "")), &set,
		   &fault),
		"some editors mark the beginning of a file");
	ok(bf_rules_class(set, "domeinen") == &set->classes[1],
		"a view is found by its name");
	ok(bf_rules_class(set, "none") == NULL, "if it is there");
	ok(!load(arena, categories, categories, &set, &fault),
		"categories in two files are refused");
	is(fault.file, "doelen.lua", "at the second");
	has(fault.text[1], "The categories are in categorieen.lua already",
		"which is told of the first");
	ok(!load(arena, domains, with(arena, ""), &set, &fault),
		"so is a set without categories");
	has(fault.text[1], "There is no file with categorieen", "and told");
	extra = domains;
	ok(!load(arena, categories, with(arena, ""), &set, &fault),
		"so is a view that two files divide");
	extra = NULL;
	is(fault.file, "nog.lua", "at the second");
	has(fault.text[1],
		"The view “domeinen” is divided in domeinen.lua already",
		"and told");
	memset(large, '-', 256 * 1024 + 1);
	ok(!load(arena, categories, large, &set, &fault),
		"so is a file that is too large");
	has(fault.text[1], "This file is too large: over 256 kB", "and told");
}

static void
test_failing(struct bf_arena *arena)
{
	struct bf_rule_set *set;
	struct bf_rule_fault fault;
	const char *bad = bf_strdup(arena, whole);
	char *at = strstr(bad, "\"Park\" }, \"groen\"");

	memcpy(at, "\"Perk\"", 6);
	ok(load(arena, categories, bad, &set, &fault), "it loads");
	ok(!bf_rules_test_all(arena, set, &fault), "a test that fails is told");
	is_int(fault.line, 12, "with its line");
	has(fault.text[1],
		"“een park is groen” does not come out: it should be groen, "
		"and it is niets",
		"and what came out");
}

/* A file of which the end is missing never means something else. */
static void
test_cut(struct bf_arena *arena)
{
	struct bf_rule_set *set;
	struct bf_rule_fault fault;
	struct bf_arena *own = bf_arena_new();
	size_t len = strlen(whole), cut, wrong = 0;

	(void)arena;
	for (cut = 0; cut < len - 2; cut++) {
		wrong += load(own, categories, bf_strndup(own, whole, cut),
			&set, &fault);
		wrong += !fault.found || fault.line < 1;
		bf_arena_reset(own);
	}
	bf_arena_free(own);
	is_int((long long)wrong, 0, "cut at every byte, it is refused");
}

int
main(void)
{
	static const char *const none[] = { "core", NULL };
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err = { 0 };

	bf_crypt_start();
	scope.i18n = bf_i18n_load(arena, "/nowhere", none, &err);
	test_cases(arena);
	test_mistakes(arena);
	test_files(arena);
	test_lists(arena);
	test_order(arena);
	test_sentences(arena);
	test_sets(arena);
	test_failing(arena);
	test_cut(arena);
	bf_arena_free(arena);
	return done();
}
