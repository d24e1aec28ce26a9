/* Rule files about rights: what they may say, what comes out, and why. */
#include "file.h"
#include "req.h"
#include "rights.h"

static const char facts[] =
	"feiten {\n"
	"  inkomen = { soort = \"euro 0..500000\", naam = \"the income\", bron "
	"= \"Tax office\", vraag = \"How much?\" },\n"
	"  leden = { soort = \"aantal 1..12\", naam = \"the people\", bron = "
	"\"Register\", vraag = \"How many?\" },\n"
	"  kind = { soort = \"aantal 0..11\", naam = \"the children\", bron = "
	"\"Register\", vraag = \"How many children?\" },\n"
	"  groot = { soort = \"aantal 0..11\", naam = \"the adults\", bron = "
	"\"Register\" },\n"
	"  samen = { soort = \"aantal 0..22\", naam = \"all\", bron = "
	"\"Register\", som_van = { \"kind\", \"groot\" } },\n"
	"  hulp = { soort = \"ja/nee\", naam = \"you get help\", bron = "
	"\"Office\", vraag = \"Help?\" },\n"
	"  geboren = { soort = \"datum\", naam = \"your birth\", bron = "
	"\"Register\", vraag = \"When?\" },\n"
	"  statuut = { soort = \"keuze\", naam = \"your status\", bron = "
	"\"Office\", vraag = \"Which?\",\n"
	"    keuzes = { { \"geen\", nl = \"geen\", en = \"none\", fr = \"x\" }, "
	"{ \"igo\", nl = \"igo\", en = \"income guarantee\", fr = \"x\" } } },\n"
	"  huis = { soort = \"keuze\", naam = \"your home\", bron = "
	"\"Register\", keuzes = { { \"eigen\", nl = \"x\", en = \"owned\", fr "
	"= \"x\" },\n"
	"    { \"huur\", nl = \"x\", en = \"rented\", fr = \"x\" }, { "
	"\"anders\", nl = \"x\", en = \"something else\", fr = \"x\" } } },\n"
	"}\n";
static const char other[] =
	"regel { code = \"vt\", titel = \"Discount card\", bron = { \"x\" }, "
	"bevoegd = \"stad\", per = \"gezin\", toekenning = \"automatisch\", "
	"feiten = { \"inkomen\" }, recht = hoogstens(feit.inkomen, 20000) }\n";

/* A rule with these amounts, right and amount, which begin on line 2. */
static const char *
rule_of(struct bf_arena *arena, const char *amounts, const char *right,
	const char *amount)
{
	return bf_printf(arena,
		"regel { code = \"x\", titel = \"Bags\", bron = { \"x\" }, "
		"bevoegd = \"stad\", per = \"gezin\", periode = \"maand\", "
		"toekenning = \"automatisch\", feiten = { \"inkomen\", "
		"\"leden\", \"kind\", \"groot\", \"samen\", \"hulp\", "
		"\"geboren\", \"statuut\", \"huis\" },\n"
		"%s recht = %s,\n%s%s }\n",
		amounts, right, amount ? "bedrag = " : "",
		amount ? amount : "");
}

static bool
load(struct bf_arena *arena, const char *rule, bool tests,
	struct bf_rights **out, struct bf_rule_fault *fault)
{
	struct bf_rule_file files[] = { { .name = "feiten.lua", .text = facts },
		{ .name = "vt.lua", .text = other },
		{ .name = "x.lua", .text = rule } };

	return rights_load(arena, files, 3, tests, out, fault);
}

/* "fact=value fact=value" into KNOWN. */
static void
known_fill(struct bf_arena *arena, const struct bf_rights *rights,
	const char *words, struct bf_right_known *known)
{
	const char *name, *value;
	size_t len;

	bf_right_unknown(rights, known);
	for (; *words; words += len + (words[len] == ' ')) {
		len = strcspn(words, " ");
		name = bf_strndup(arena, words, strcspn(words, "="));
		value = bf_strndup(arena, words + strlen(name) + 1,
			len - strlen(name) - 1);
		if (!bf_right_read(
			    rights, bf_rights_fact(rights, name), value, known))
			ok(false, "%s cannot be read", name);
	}
}

/* What rule "x" gives on DAY for WORDS. */
static const struct bf_right_outcome *
decide(struct bf_arena *arena, const struct bf_rights *rights, const char *day,
	const char *words)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *out;
	int32_t number;
	int wrong;

	if (!bf_right_day(day, &number))
		exit(99);
	known_fill(arena, rights, words, known);
	if (!bf_rights_decide(arena, rights, number, known, &out, &wrong))
		return NULL;
	return &out[rights->count - 1];
}

/* --- numbers and conditions ----------------------------------------------- */

static const struct value {
	const char *amount, *facts;
	int64_t low, high;
} values[] = {
	{ "feit.inkomen", "inkomen=12.34", 1234, 1234 },
	{ "feit.inkomen", "", 0, 50000000 },
	{ "afgerond(feit.inkomen / 3)", "inkomen=0.05", 2, 2 },
	{ "afgerond(feit.inkomen / 2)", "inkomen=0.05", 3, 3 },
	{ "afgerond(5 + (feit.leden - 12) / 2, euro)", "leden=1", 0, 0 },
	{ "afgerond(5 + (feit.leden - 12) / 2, euro)", "leden=3", 100, 100 },
	{ "naar_boven(feit.inkomen / 3)", "inkomen=1", 34, 34 },
	{ "naar_beneden(feit.inkomen / 3)", "inkomen=1", 33, 33 },
	{ "afgerond(feit.inkomen, 0.05)", "inkomen=1.13", 115, 115 },
	{ "afgerond(breuk(1, 55) * feit.inkomen)", "inkomen=55", 100, 100 },
	{ "afgerond(procent(12.5) * feit.inkomen)", "inkomen=8", 100, 100 },
	{ "kleinste(feit.leden, 4) * 1.25", "leden=9", 500, 500 },
	{ "grootste(feit.leden, 4) * 1.25", "", 500, 1500 },
	{ "als(minstens(feit.leden, 3), 2, hoogstens(feit.leden, 1), 7, 1)",
		"leden=3", 200, 200 },
	{ "als(minstens(feit.leden, 3), 2, hoogstens(feit.leden, 1), 7, 1)",
		"leden=1", 700, 700 },
	{ "als(minstens(feit.leden, 3), 2, hoogstens(feit.leden, 1), 7, 1)", "",
		100, 700 },
	{ "aantal_van { feit.hulp, minstens(feit.leden, 2), altijd }",
		"hulp=ja leden=1", 200, 200 },
	{ "uit_tabel(bedrag.lijst, feit.leden)", "leden=1", 2000, 2000 },
	{ "uit_tabel(bedrag.lijst, feit.leden)", "leden=12", 3050, 3050 },
	{ "uit_tabel(bedrag.lijst, feit.leden - 7)", "leden=1", 1000, 1000 },
	{ "uit_tabel(bedrag.lijst, feit.kind)", "", 1000, 3050 },
	{ "op_lijn(feit.inkomen, 100, 50, 200, 20)", "inkomen=99", 5000, 5000 },
	{ "op_lijn(feit.inkomen, 100, 50, 200, 20)", "inkomen=150", 3500,
		3500 },
	{ "op_lijn(feit.inkomen, 100, 50, 200, 20)", "inkomen=201", 2000,
		2000 },
	{ "op_lijn(feit.inkomen, 100, 50, 200, 20)", "", 2000, 5000 },
	{ "op_lijn(feit.inkomen, 0, 0, 3, 1)", "inkomen=1", 33, 33 },
	/* What is there twice with another sign is gone. */
	{ "feit.inkomen - feit.inkomen + 1", "", 100, 100 },
	{ "feit.inkomen + grootste(600000 - feit.inkomen, 0)", "", 60000000,
		60000000 },
	{ "leeftijd(feit.geboren)", "geboren=1990-06-02", 3300, 3300 },
	{ "leeftijd(feit.geboren)", "geboren=1990-06-01", 3400, 3400 },
	{ "leeftijd(feit.geboren, datum(\"2023-02-28\"))", "geboren=2020-02-29",
		200, 200 },
	{ "leeftijd(feit.geboren, datum(\"2023-03-01\"))", "geboren=2020-02-29",
		300, 300 },
	{ "dagen_tussen(feit.geboren, de_dag)", "geboren=2024-05-30", 200,
		200 },
	/* What is written out is the greater, or the lesser. */
	{ "als(meer_dan(feit.leden, 3), feit.leden, 3)", "", 300, 1200 },
	{ "als(minstens(feit.leden, 3), feit.leden, 3)", "", 300, 1200 },
	{ "als(minder_dan(feit.leden, 3), feit.leden, 3)", "", 100, 300 },
	{ "als(meer_dan(feit.leden, 4), feit.leden, 3)", "", 100, 1200 },
	{ "bedrag.keer * feit.leden", "leden=3", 750, 750 },
	{ "feit.samen", "kind=2 groot=1", 300, 300 },
	{ "feit.kind + 1", "samen=5 groot=1", 500, 500 },
	{ "feit.kind + 1", "samen=5", 100, 600 },
	{ "noem(feit.leden, \"the people\")", "leden=2", 200, 200 },
	{ "-feit.leden + 20", "leden=2", 1800, 1800 },
	/* No price is less than 0. */
	{ "20 - 5 * feit.leden, bedrag_is = \"prijs\"", "leden=3", 500, 500 },
	{ "20 - 5 * feit.leden, bedrag_is = \"prijs\"", "leden=6", 0, 0 },
	{ "20 - 5 * feit.leden, bedrag_is = \"prijs\"", "", 0, 1500 },
};

static const char amounts[] =
	"bedragen = { [\"2020-01-01\"] = { lijst = { 10, 20, 30.50 }, keer = 2 "
	"}, [\"2024-01-01\"] = { keer = 2.5, bevestigd_tot = \"2024-06-30\" } },";

static void
test_values(struct bf_arena *arena)
{
	const struct bf_right_outcome *out;
	const struct value *v = values;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	for (; v < values + sizeof(values) / sizeof(values[0]); v++) {
		if (!load(arena, rule_of(arena, amounts, "altijd", v->amount),
			    false, &rights, &fault)) {
			ok(false, "%s: %s", v->amount, fault.text[1]);
			continue;
		}
		out = decide(arena, rights, "2024-06-01", v->facts);
		if (!ok(out && out->low == v->low && out->high == v->high,
			    "%s for %s", v->amount, v->facts))
			printf("# %lld to %lld\n",
				out ? (long long)out->low : -1,
				out ? (long long)out->high : -1);
	}
}

static const struct truth {
	const char *right, *facts;
	enum bf_right_state state;
} truths[] = {
	{ "altijd", "", BF_RIGHT_YES },
	{ "feit.hulp", "hulp=ja", BF_RIGHT_YES },
	{ "feit.hulp", "", BF_RIGHT_OPEN },
	{ "geen_van { feit.hulp }", "hulp=ja", BF_RIGHT_NO },
	{ "alle_van { feit.hulp, minstens(feit.leden, 3) }", "leden=2",
		BF_RIGHT_NO },
	{ "een_van { feit.hulp, minstens(feit.leden, 3) }", "leden=3",
		BF_RIGHT_YES },
	{ "een_van { feit.hulp, minstens(feit.leden, 3) }", "leden=2",
		BF_RIGHT_OPEN },
	{ "meer_dan(feit.inkomen, 10)", "inkomen=10", BF_RIGHT_NO },
	{ "meer_dan(feit.inkomen, 10)", "inkomen=10.01", BF_RIGHT_YES },
	{ "minstens(feit.inkomen, 10)", "inkomen=10", BF_RIGHT_YES },
	{ "minder_dan(feit.inkomen, 10)", "inkomen=10", BF_RIGHT_NO },
	{ "hoogstens(feit.inkomen, 10)", "inkomen=10", BF_RIGHT_YES },
	{ "hoogstens(feit.inkomen, 10)", "", BF_RIGHT_OPEN },
	/* Ties that doubles get wrong. */
	{ "meer_dan(2.2 * feit.inkomen, 0.2 * feit.inkomen * 11)",
		"inkomen=12.34", BF_RIGHT_NO },
	{ "tussen(feit.leden, 2, 3)", "leden=3", BF_RIGHT_YES },
	{ "tussen(feit.leden, 2, 3)", "leden=4", BF_RIGHT_NO },
	{ "is(feit.leden, 2, 5)", "leden=5", BF_RIGHT_YES },
	{ "is(feit.leden, 2, 5)", "leden=4", BF_RIGHT_NO },
	{ "is(feit.statuut, \"igo\")", "statuut=igo", BF_RIGHT_YES },
	{ "is(feit.statuut, \"igo\")", "", BF_RIGHT_OPEN },
	{ "is(feit.statuut, \"igo\", \"geen\")", "", BF_RIGHT_YES },
	{ "meer_dan(feit.geboren, datum(\"2000-01-01\"))", "geboren=2000-01-02",
		BF_RIGHT_YES },
	{ "minder_dan(feit.geboren, de_dag)", "geboren=2024-06-01",
		BF_RIGHT_NO },
	{ "recht.vt", "inkomen=20000", BF_RIGHT_YES },
	{ "recht.vt", "inkomen=20000.01", BF_RIGHT_NO },
	/* More than anybody can have, or less. */
	{ "hoogstens(feit.leden, 12)", "", BF_RIGHT_YES },
	{ "meer_dan(feit.leden, 12)", "", BF_RIGHT_NO },
	{ "any_of { fact.hulp, at_most(fact.leden, 1) }", "leden=1",
		BF_RIGHT_YES },
};

static void
test_truths(struct bf_arena *arena)
{
	const struct truth *t = truths;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	for (; t < truths + sizeof(truths) / sizeof(truths[0]); t++)
		if (!load(arena, rule_of(arena, "", t->right, NULL), false,
			    &rights, &fault))
			ok(false, "%s: %s", t->right, fault.text[1]);
		else
			is_int(decide(arena, rights, "2024-06-01", t->facts)
					->state,
				t->state, t->right);
}

/* --- mistakes ------------------------------------------------------------- */

static const struct mistake {
	const char *amounts, *right, *amount;
	int line;
	const char *says;
} mistakes[] = {
	{ "", "hoogstens(feit.inkomn, 1)", NULL, 2, "Did you mean “inkomen”" },
	{ "", "recht.vz", NULL, 2,
		"There is no rule “vz”. Did you mean “vt”?" },
	{ "", "recht.x", NULL, 2, "Rights ask each other in a circle: x -> x" },
	{ "", "altijd", "bedrag_van.vt", 3, "The rule “vt” has no amount" },
	{ "", "hogstens(feit.leden, 1)", NULL, 2, "Did you mean “hoogstens”" },
	{ "", "feit.leden", NULL, 2, "“recht” must be a condition" },
	{ "", "altijd", "feit.hulp", 3, "“bedrag” must be a number" },
	{ "", "altijd", "feit.inkomen / 3", 3, "a part of a cent" },
	{ "", "altijd", "1 / 3", 1, "more than six decimals" },
	{ "", "altijd", "feit.leden * feit.kind", 3, "Both sides of *" },
	{ "", "altijd", "100 / feit.leden", 3, "After / stands a fact" },
	{ "", "altijd", "feit.leden / (5 - 5)", 3, "must be more than 0" },
	{ "", "altijd", "feit.inkomen * 50", 3, "more than 20 million" },
	{ "", "altijd",
		"kleinste(1, afgerond(feit.inkomen * 999999999999 * 9999))", 3,
		"too large to be exact" },
	{ "", "altijd", "bedrag.lijst", 3, "“lijst” is not in bedragen" },
	{ "bedragen = { [\"2020-01-01\"] = { lijst = { 1 } } },", "altijd",
		"bedrag.lijst", 3, "bedrag.lijst is a list" },
	{ "bedragen = { [\"2020-01-01\"] = { een = 1 } },", "altijd",
		"uit_tabel(bedrag.een, 1)", 3, "a list is needed here" },
	{ "bedragen = { [\"2020-01-01\"] = { l = { [0] = 1, [1] = 2 } } },",
		"altijd", "uit_tabel(bedrag.l, feit.leden)", 2,
		"The list “l” is { 42, 63, 84 }" },
	{ "bedragen = { [\"2020-01-01\"] = { l = { 1, 2, meer = 3 } } },",
		"altijd", "uit_tabel(bedrag.l, feit.leden)", 2,
		"The list “l” is { 42, 63, 84 }" },
	{ "bedragen = { [\"2020-01-01\"] = { een = 1 } }, vanaf = "
	  "\"2019-01-01\",",
		"altijd", "bedrag.een", 3, "no value yet on 2019-01-01" },
	{ "bedragen = { [\"2020-13-01\"] = { een = 1 } },", "altijd", NULL, 2,
		"“2020-13-01” is no day" },
	{ "bedragen = { [\"2024-02-30\"] = { een = 1 } },", "altijd", NULL, 2,
		"“2024-02-30” is no day" },
	{ "bedragen = { [2020] = { een = 1 } },", "altijd", NULL, 2,
		"A block of amounts" },
	{ "bedragen = {\n een = 1 },", "altijd", NULL, 2,
		"A block of amounts" },
	{ "bedragen = {\n een = { 1 } },", "altijd", NULL, 2,
		"A block of amounts" },
	{ "bedragen = {\n[\"2020-01-01\"] = { een = 1, bevestigd_tot = "
	  "\"2019-01-01\" } },",
		"altijd", NULL, 3, "“bevestigd_tot” is before" },
	{ "tot = \"2023-02-29\",", "altijd", NULL, 2,
		"“2023-02-29” is no day" },
	{ "vanaf = \"2024-01-01\", tot = \"2023-01-01\",", "altijd", NULL, 2,
		"never holds" },
	{ "betaling = \"overschrijving\",", "altijd", NULL, 2,
		"“betaling” is for a benefit" },
	{ "betaling = \"bestelling\", bedrag_is = \"korting\",", "altijd", "10",
		2, "“betaling” is for a benefit" },
	{ "betaling = \"contant\",", "altijd", "10", 2, "overschrijving" },
	{ "vanaff = \"2024-01-01\",", "altijd", NULL, 2,
		"Did you mean “vanaf =”" },
	{ "", "altijd", "op_lijn(feit.inkomen, 2, 1, feit.leden, 3)", 3,
		"the third x must always be more" },
	{ "bedragen = { [\"2020-01-01\"] = { l = { 1, 2 } } },", "altijd",
		"uit_tabel(bedrag.l, feit.leden / 2)", 3, "a whole number" },
	/* Of one of the places, or one of the branches. */
	{ "bedragen = { [\"2020-01-01\"] = { l = { 5, 1 }, m = { 6, 1 } } },",
		"altijd",
		"op_lijn(feit.inkomen, uit_tabel(bedrag.l, feit.kind), 1, "
		"uit_tabel(bedrag.m, feit.kind), 3)",
		3, "the third x must always be more" },
	{ "", "altijd",
		"op_lijn(feit.inkomen, als(feit.hulp, 5, 1), 1, als(feit.hulp, "
		"5, 9), 3)",
		3, "the third x must always be more" },
	{ "", "altijd",
		"op_lijn(feit.inkomen, als(feit.hulp, 1, 5), 1, als(feit.hulp, "
		"9, 5), 3)",
		3, "the third x must always be more" },
	/* From a later day on only. */
	{ "bedragen = { [\"2020-01-01\"] = { a = 1, b = 2 }, [\"2024-01-01\"] "
	  "= { b = 1 } },",
		"altijd", "op_lijn(feit.inkomen, bedrag.a, 1, bedrag.b, 3)", 3,
		"the third x must always be more" },
	{ "bedragen = { [\"2020-01-01\"] = { f = 1 }, [\"2024-01-01\"] = { f = "
	  "100 } },",
		"altijd", "feit.inkomen * bedrag.f", 3,
		"more than 20 million" },
	{ "", "altijd",
		"kleinste(1, op_lijn(feit.inkomen, 0, 200 * feit.inkomen, 1, "
		"20))",
		3, "too large to be exact" },
	{ "", "altijd", "op_lijn(feit.inkomen, 0, 10, 1, 20, 100000000000)", 3,
		"too large to be exact" },
	{ "bedragen = { [\"2020-01-01\"] = { grens = 1 } },", "altijd",
		"bedrag.grns", 3, "is not in bedragen. Did you mean “grens”" },
	{ "", "is(feit.statuut, \"ig\")", NULL, 2, "Did you mean “igo”" },
	{ "", "minstens(feit.leden, 2) and minstens(feit.leden, 3)", NULL, 2,
		"The word and does not work" },
	{ "", "not minstens(feit.leden, 2)", NULL, 2,
		"The word not does not work" },
	{ "", "een_van { feit.hulp,\nfeit.leden == 3 }", NULL, 3,
		"Signs such as" },
	{ "",
		"altijd,\nuitleg = (function() local x = feit.leden + 1 return "
		"\"x\" end)()",
		NULL, 3, "used nowhere" },
	{ "", "alle_van { altijd, ja }", NULL, 2, "number 2 is ja" },
	{ "", "recht.a-b", NULL, 2, "recht[\"a-b\"]" },
	{ "", "minstens(leden, 1)", NULL, 2,
		"“leden” is a fact: write feit.leden." },
	{ "tot = “2024-01-01”,", "altijd", NULL, 2,
		"“, a quote of a word processor" },
	{ "tot =\xc2\xa0\"2024-01-01\",", "altijd", NULL, 2, "a blank that" },
	{ "€ tot = \"2024-01-01\",", "altijd", NULL, 2, "€ can only stand" },
	{ "\"€\" tot = \"2024-01-01\",", "altijd", NULL, 2, "missing" },
	{ "", "hoogstens(feit.inkomen, 20.500.000)", NULL, 2,
		"wrong at “20.500.000”" },
	{ "", "hoogstens(feit.inkomen, 20500,50)", NULL, 2,
		"Write 20500.50 with a point" },
	{ "bedragen = { [\"2020-01-01\"] = { een = 1 },\n[\"2020-01-01\"] = { "
	  "twee = 2 } },",
		"altijd", NULL, 3, "“2020-01-01” stands here for the second" },
	{ "bedragen = { [\"2020-01-01\"] = { een = 1, een = 2 } },", "altijd",
		NULL, 2, "“een” stands here for the second time" },
	{ "recht = altijd,", "altijd", NULL, 2, "“recht” stands here" },
	{ "right = altijd,", "altijd", NULL, 2,
		"“recht =” and “right =” mean the same" },
	{ "", "altijd", "als(feit.hulp, 1, feit.hulp, 2)", 3,
		"At the end of als a number is missing" },
	{ "", "feit.leden < 3", NULL, 2, "Signs such as" },
	{ "", "meer_dan(feit.geboren, 3)", NULL, 2, "a date is needed" },
	{ "", "alle_van {", NULL, 2, "This cannot be read near" },
	{ "", "feit.hulp -- \u202e}\u2066 altijd", NULL, 2,
		"a character that nobody sees" },
	{ "", "een_van { -- or\rfeit.hulp }", NULL, 2,
		"a character that nobody sees" },
	{ "-- \r\n", "feit.geen", NULL, 3, "“geen”" },
	{ "tests = { { \"a\", op = \"2024-01-01\", { leden = 13 }, { recht = ja "
	  "} } },",
		"altijd", NULL, 2,
		"“leden” has a value here that this fact "
		"cannot have. It can be: 1..12." },
	{ "tests = { { \"a\", op = \"2024-01-01\", { statuut = \"ig\" }, { recht "
	  "= ja } } },",
		"altijd", NULL, 2, "It can be: geen, igo." },
	{ "tests = { { \"a\", op = \"2024-01-01\", { hulp = 1 }, { recht = ja } "
	  "} },",
		"altijd", NULL, 2, "It can be: ja, nee." },
	{ "tests = { { \"a\", op = \"2024-01-01\", { inkomen = 1.001 }, { recht "
	  "= ja } } },",
		"altijd", NULL, 2, "It can be: 0.00.." },
	{ "tests = { { \"a\", op = \"2024-01-01\", {}, { recht = nee } } },",
		"altijd", NULL, 2, "it should be nee, and it is ja" },
	{ "tests = { { \"a\", op = \"2024-01-01\", {}, { vraag = \"leden\" } } "
	  "},",
		"feit.hulp", NULL, 2, "it should be leden, and it is hulp" },
	{ "tests = { { \"a\", op = \"2024-01-01\", {}, { vraag = \"inkomen\" } "
	  "} },",
		"feit.hulp", NULL, 2, "it should be inkomen, and it is hulp" },
	{ "tests = { { \"a\", {}, { recht = nee } } },", "altijd", NULL, 2,
		"A test is" },
};

static void
test_mistakes(struct bf_arena *arena)
{
	const struct mistake *m = mistakes;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	for (; m < mistakes + sizeof(mistakes) / sizeof(mistakes[0]); m++) {
		if (load(arena, rule_of(arena, m->amounts, m->right, m->amount),
			    true, &rights, &fault)) {
			ok(false, "%s%s%s: refused", m->amounts, m->right,
				m->amount ? m->amount : "");
			continue;
		}
		has(fault.text[1], m->says, m->says);
		is_int(fault.line, m->line, "on its line");
	}
}

/* --- days, figures, reasons ----------------------------------------------- */

static void
test_days(struct bf_arena *arena)
{
	static const char x[] =
		"bedragen = { [\"2020-01-01\"] = { keer = 2, bevestigd_tot = "
		"\"2020-12-31\" }, [\"2024-01-01\"] = { keer = 3 } }, tot = "
		"\"2025-12-31\",";
	const struct bf_right_outcome *out;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	if (!ok(load(arena, rule_of(arena, x, "altijd", "bedrag.keer"), true,
			&rights, &fault),
		    "amounts with days"))
		return;
	is_int(decide(arena, rights, "2019-12-31", "")->state,
		BF_RIGHT_NOT_HELD, "before the first day there is no rule");
	out = decide(arena, rights, "2020-01-01", "");
	is_int(out->low, 200, "on the first day, the first amount");
	ok(out->confirmed, "which was confirmed for that year");
	out = decide(arena, rights, "2023-12-31", "");
	is_int(out->low, 200, "it holds until the next");
	ok(!out->confirmed, "but nobody confirmed that");
	is(bf_right_sentence(arena, rights, out, "en"),
		"You are entitled to “Bags”: €2 a month. The amounts are those "
		"of 1 January 2020; nobody has confirmed yet that they still "
		"hold.",
		"and the sentence says so");
	is_int(decide(arena, rights, "2024-01-01", "")->low, 300,
		"then the next one");
	is_int(decide(arena, rights, "2026-01-01", "")->state,
		BF_RIGHT_NOT_HELD, "after the last day there is no rule");
	if (ok(load(arena,
		       rule_of(arena,
			       "from = \"2020-01-01\", to = \"2020-12-31\",",
			       "altijd", NULL),
		       false, &rights, &fault),
		    "days in English: words that Lua has no other use for"))
		is_int(decide(arena, rights, "2021-01-01", "")->state,
			BF_RIGHT_NOT_HELD, "are the same days");
}

static void
test_price(struct bf_arena *arena)
{
	static const char price[] = "bedrag_is = \"prijs\",";
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	if (!ok(load(arena,
			rule_of(arena, price, "altijd", "als(feit.hulp, 0, 5)"),
			false, &rights, &fault),
		    "a price"))
		return;
	is(bf_right_sentence(arena, rights,
		   decide(arena, rights, "2024-06-01", "hulp=ja"), "en"),
		"You are entitled to “Bags”: you pay nothing, because you get "
		"help.",
		"of a price of nothing");
}

/* One choice that several conditions ask for is told once. */
static void
test_choices(struct bf_arena *arena)
{
	static const char right[] =
		"een_van { is(feit.huis, \"eigen\"), alle_van { is(feit.huis, "
		"\"huur\"), feit.hulp } }";
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	if (!ok(load(arena,
			rule_of(arena, amounts, right,
				"als(is(feit.huis, \"eigen\", \"anders\"), 1, "
				"is(feit.huis, \"huur\"), 2, 3)"),
			false, &rights, &fault),
		    "conditions about one choice"))
		return;
	is(bf_right_sentence(arena, rights,
		   decide(arena, rights, "2024-06-01", "huis=anders"), "en"),
		"You are not entitled to “Bags”, because your home is "
		"something else, not owned or rented.",
		"all that it is not, once");
	is(bf_right_sentence(arena, rights,
		   decide(arena, rights, "2024-06-01", "huis=huur hulp=ja"),
		   "en"),
		"You are entitled to “Bags”: €2 a month, because your home is "
		"rented and you get help.",
		"what it is, and not what it is not");
}

static void
test_reasons(struct bf_arena *arena)
{
	const struct bf_right_outcome *out;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	if (!ok(load(arena,
			rule_of(arena, amounts,
				"een_van { recht.vt, alle_van { feit.hulp, "
				"hoogstens(feit.inkomen, noem(bedrag.keer * "
				"10000, \"the limit\")) } }",
				"bedrag.keer * feit.leden"),
			false, &rights, &fault),
		    "a rule with reasons"))
		return;
	out = decide(
		arena, rights, "2024-06-01", "hulp=ja inkomen=25000 leden=2");
	is(bf_right_sentence(arena, rights, out, "en"),
		"You are entitled to “Bags”: €5 a month, because you get help "
		"and the income (€25,000) is not higher than the limit "
		"(€25,000).",
		"the sentence of a right");
	is_int((long long)out->used, 1 << 0 | 1 << 1 | 1 << 5,
		"the facts that decided");
	is_int((long long)out->reason_count, 2, "the comparisons that decided");
	is(out->reasons[1].compared, "<=", "what was compared");
	is_int(out->reasons[1].left.low / out->reasons[1].left.over, 25000,
		"with its value");
	out = decide(arena, rights, "2024-07-01", "inkomen=20000 leden=1");
	is(bf_right_sentence(arena, rights, out, "en"),
		"You are entitled to “Bags”: €2.50 a month, because you are "
		"entitled to “Discount card”. The oldest amounts are those of "
		"1 January 2020, the newest those of 1 January 2024; nobody "
		"has confirmed yet that they still hold.",
		"of a right by another right, with figures of before");
	out = decide(arena, rights, "2024-06-01", "hulp=nee inkomen=30000");
	is(bf_right_sentence(arena, rights, out, "en"),
		"You are not entitled to “Bags”, because you are not entitled "
		"to “Discount card” and you get help: no.",
		"of no right");
	out = decide(arena, rights, "2024-06-01", "inkomen=22000");
	is(bf_right_sentence(arena, rights, out, "en"),
		"We cannot say yet whether you are entitled to “Bags”. We do "
		"not know yet: the people, you get help (yes or no).",
		"of what is not known");
}

/* A condition, and how its reason is told. */
static const struct told {
	const char *right, *facts, *says;
} tolds[] = {
	{ "tussen(feit.leden, 2, 3)", "leden=3",
		"the people (3) is from 2 to 3" },
	{ "tussen(feit.inkomen, 2, bedrag.keer)", "inkomen=3",
		"the income (€3) is not from €2 to €2.50" },
	{ "is(feit.statuut, \"igo\")", "statuut=geen",
		"your status is none, not income guarantee" },
	{ "is(feit.statuut, \"igo\")", "statuut=igo",
		"your status is income guarantee" },
	{ "is(feit.leden, 2, 4)", "leden=3", "the people (3) is not 2 or 4" },
	{ "is(feit.leden, 2)", "leden=2", "the people (2) is 2" },
	{ "meer_dan(feit.geboren, datum(\"2000-01-01\"))", "geboren=2000-01-01",
		"your birth (1 January 2000) is not later than 1 January 2000" },
	{ "minder_dan(feit.geboren, de_dag)", "geboren=2000-01-01",
		"your birth (1 January 2000) is earlier than the day for which "
		"is decided (1 June 2024)" },
	{ "minstens(feit.inkomen + 1000, 10 * feit.leden)", "inkomen=5 leden=2",
		"the income plus 1,000 (€1,005) is not lower than a number for "
		"your situation (€20)" },
	{ "minder_dan(leeftijd(feit.geboren), 18)", "geboren=2000-01-01",
		"the age (24) is not lower than 18" },
	{ "feit.hulp", "hulp=nee", "you get help: no" },
};

static void
test_told(struct bf_arena *arena)
{
	const struct bf_right_outcome *out;
	const struct told *t = tolds;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	for (; t < tolds + sizeof(tolds) / sizeof(tolds[0]); t++) {
		if (!load(arena, rule_of(arena, amounts, t->right, NULL), false,
			    &rights, &fault)) {
			ok(false, "%s: %s", t->right, fault.text[1]);
			continue;
		}
		out = decide(arena, rights, "2024-06-01", t->facts);
		is(bf_right_reason_text(arena, rights, out->reasons, "en"),
			t->says, t->right);
	}
}

static void
test_questions(struct bf_arena *arena)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_question q[8];
	struct bf_rule_fault fault;
	struct bf_rights *rights;
	int32_t day;
	size_t n;

	if (!ok(load(arena,
			rule_of(arena, "",
				"een_van { feit.hulp, "
				"hoogstens(feit.inkomen, 30000) }",
				NULL),
			false, &rights, &fault)
			    && bf_right_day("2024-06-01", &day),
		    "two rules that ask for the income"))
		return;
	known_fill(arena, rights, "", known);
	n = bf_rights_ask(rights, day, known, UINT64_MAX, 0, q, 8);
	is_int((long long)n, 2, "two facts matter");
	is_int(q[0].fact, bf_rights_fact(rights, "inkomen"),
		"the one that settles more is first");
	is_int(q[0].concerns, 2, "it matters to both");
	n = bf_rights_ask(rights, day, known, 2, 0, q, 8);
	is_int(q[0].fact, bf_rights_fact(rights, "inkomen"),
		"for one rule the question that settles most");
	known_fill(arena, rights, "inkomen=40000 hulp=ja", known);
	is_int((long long)bf_rights_ask(
		       rights, day, known, UINT64_MAX, 0, q, 8),
		0, "when all is settled nothing is asked");
}

/* What is asked first for rule "x" when who answers does not know CLOSED. */
static const struct asked {
	const char *right, *closed, *fact, *says;
} questions[] = {
	{ "alle_van { hoogstens(feit.inkomen, 10000 + 1000 * feit.leden), "
	  "feit.hulp }",
		NULL, "hulp", "an amount waits for what is easy" },
	{ "hoogstens(feit.inkomen, 10000 + 1000 * feit.leden)", NULL, "inkomen",
		"the amount that turns it is asked before its limit" },
	{ "hoogstens(feit.inkomen, 10000 + 1000 * feit.leden)", "inkomen", NULL,
		"what matters only with an unknown is not asked" },
	{ "alle_van { feit.hulp, is(feit.statuut, \"igo\") }", "hulp",
		"statuut", "what can still make it a no is asked" },
	{ "alle_van { minstens(feit.leden, 3), een_van { is(feit.statuut, "
	  "\"igo\"), minstens(feit.leden, 5) } }",
		"leden", NULL,
		"what can make it neither a yes nor a no is not" },
};

static void
test_asked(struct bf_arena *arena, const struct asked *a)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_question q = { .fact = -1 };
	struct bf_rule_fault fault;
	struct bf_rights *rights;
	uint64_t closed = 0;
	int32_t day;

	if (!load(arena, rule_of(arena, "", a->right, NULL), false, &rights,
		    &fault)
		|| !bf_right_day("2024-06-01", &day)) {
		ok(false, "%s: %s", a->right, fault.text[1]);
		return;
	}
	if (a->closed)
		closed = (uint64_t)1 << bf_rights_fact(rights, a->closed);
	bf_right_unknown(rights, known);
	(void)bf_rights_ask(rights, day, known, 2, closed, &q, 1);
	is(q.fact < 0 ? NULL : rights->facts[q.fact].name, a->fact, a->says);
}

/* Between which amounts somebody can choose: the other rule turns at 20,000. */
static void
test_stretches(struct bf_arena *arena)
{
	static const int64_t from[] = { 0, 1100001, 2000001, 2200001 };
	static const int64_t later[] = { 0, 1500001, 2000001 };
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_rule_fault fault;
	struct bf_rights *rights;
	int64_t out[8];
	int32_t day;
	int fact;

	if (!ok(load(arena,
			rule_of(arena, "",
				"hoogstens(feit.inkomen, 10000 + 1000 * "
				"feit.leden)",
				NULL),
			false, &rights, &fault)
			    && bf_right_day("2024-06-01", &day),
		    "two rules with a limit"))
		return;
	fact = bf_rights_fact(rights, "inkomen");
	bf_right_unknown(rights, known);
	is_int((long long)bf_rights_stretches(rights, day, known, fact, out, 8),
		4, "an amount has stretches");
	ok(memcmp(out, from, sizeof(from)) == 0,
		"which part where it is least and most");
	is_int((long long)bf_rights_stretches(rights, day, known, fact, out, 2),
		2, "no more than there is room for");
	known_fill(arena, rights, "leden=5", known);
	is_int((long long)bf_rights_stretches(rights, day, known, fact, out, 8),
		3, "fewer when more is known");
	ok(memcmp(out, later, sizeof(later)) == 0, "at the limit itself");
}

static void
test_sums(struct bf_arena *arena)
{
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	if (!load(arena, rule_of(arena, "", "altijd", NULL), false, &rights,
		    &fault))
		exit(99);
	ok(decide(arena, rights, "2024-06-01", "kind=2 groot=3 samen=6")
			== NULL,
		"parts that are not their sum are refused");
	ok(decide(arena, rights, "2024-06-01", "kind=2 groot=3 samen=5"),
		"and those that are, not");
}

static void
test_calendar(struct bf_arena *arena)
{
	static const char *const none[] = { "2023-02-29", "2024-13-01",
		"2024-00-10", "24-01-01", "2024-1-01", "2024-04-31",
		"2024-04-3x", "" };
	int32_t day, i;
	size_t k;

	ok(bf_right_day("1970-01-01", &day) && day == 0, "days begin in 1970");
	ok(bf_right_day("2024-02-29", &day), "a leap day is a day");
	for (k = 0; k < sizeof(none) / sizeof(none[0]); k++)
		ok(!bf_right_day(none[k], &day), "“%s” is no day", none[k]);
	for (i = -719162; i < 2900000; i += 997)
		if (!bf_right_day(bf_right_day_text(arena, i), &day)
			|| day != i)
			break;
	ok(i >= 2900000, "each day is written and read");
}

static void
test_city_full(struct bf_arena *arena)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_city *city;
	struct bf_rule_fault fault;
	struct bf_rights *rights;
	int wrong;

	if (!load(arena, rule_of(arena, "", "altijd", NULL), false, &rights,
		    &fault))
		exit(99);
	city = bf_right_city_new(arena, rights, 1);
	bf_right_unknown(rights, known);
	known[1].high = 999;
	ok(!bf_right_city_put(city, 1, known, &wrong) && wrong == 1,
		"a fact outside of its range is refused, and named");
	known[1].high = 3;
	ok(bf_right_city_put(city, 1, known, &wrong), "within it is not");
	ok(!bf_right_city_put(city, 2, known, &wrong),
		"a city takes no more than it was made for");
}

struct first {
	int rule;
	int64_t low;
	size_t count;
};

static void
first_take(void *data, const struct bf_right_block *block)
{
	struct first *f = data;

	f->low = block->low[f->rule][0];
	f->count = block->count;
}

/* One rule, with that AMOUNT. */
static struct bf_rights *
of_amount(struct bf_arena *arena, const char *amount)
{
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	if (!load(arena, rule_of(arena, "", "altijd", amount), false, &rights,
		    &fault))
		exit(99);
	return rights;
}

/* Somebody whose facts cannot be does not end a city. */
static void
test_city_wrong(struct bf_arena *arena)
{
	struct bf_rights *rights = of_amount(arena, "10");
	struct bf_right_city *city = bf_right_city_new(arena, rights, 2);
	struct bf_right_known known[BF_RIGHT_FACTS];
	int sum = bf_rights_fact(rights, "samen");

	rights->facts[sum].high = 3;
	bf_right_unknown(rights, known);
	known[sum].low = known[sum].high = 3;
	known[bf_rights_fact(rights, "kind")].low = 2;
	known[bf_rights_fact(rights, "groot")].low = 2;
	ok(bf_right_city_add(city, 1, known),
		"of parts that are more than their sum nothing is known");
	is_int(known[bf_rights_fact(rights, "kind")].low, 0, "not of either");
	ok(bf_right_city_add(city, 2, known), "and others come after it");
	ok(!bf_right_city_add(city, 3, known), "as long as there is room");
}

static void
test_city_turn(struct bf_arena *arena)
{
	struct bf_rights *ten = of_amount(arena, "10"),
			 *twelve = of_amount(arena, "12"),
			 *strange = of_amount(arena, "14");
	struct bf_right_city *city = bf_right_city_new(arena, ten, 1);
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct first f = { .rule = bf_rights_rule(ten, "x", 19000) };
	int wrong;

	bf_right_unknown(ten, known);
	if (!bf_right_city_put(city, 1, known, &wrong))
		exit(99);
	bf_right_city_run(city, 19000, first_take, &f);
	is_int(f.low, 1000, "a city by its own rules");
	is_int(bf_rights_most(ten, f.rule, 19000), 1000, "which give no more");
	ok(bf_right_city_turn(city, twelve), "by others with the same facts");
	bf_right_city_run(city, 19000, first_take, &f);
	is_int(f.low, 1200, "the same household by those");
	strange->facts[1].high++;
	ok(!bf_right_city_turn(city, strange), "not with a wider range");
	strange->facts[1].high--;
	strange->facts[1].name = "iets";
	ok(!bf_right_city_turn(city, strange), "not with another name");
	strange->fact_count--;
	ok(!bf_right_city_turn(city, strange), "not with fewer facts");
	bf_right_city_run(city, 19000, first_take, &f);
	ok(f.low == 1200 && f.count == 1, "what was refused changed nothing");
}

/* --- sets of their own ---------------------------------------------------- */

#define COUNT(range) \
	"{ soort = \"aantal " range "\", naam = \"n\", bron = \"x\" "

/* A set of THOSE facts with rules "a", "b", one for each of RIGHTS, which end
 * with NULL; NULL with a fault. */
static struct bf_rights *
set_of(struct bf_arena *arena, const char *those, const char *reads,
	const char *const *rights, struct bf_rule_fault *fault)
{
	struct bf_rule_file files[5] = { { .name = "feiten.lua",
		.text = bf_printf(arena, "feiten { %s }", those) } };
	struct bf_rights *out;
	size_t n = 1;

	for (; rights[n - 1]; n++) {
		files[n].name = bf_printf(arena, "%zu.lua", n);
		files[n].text = bf_printf(arena,
			"regel { code = \"%c\", titel = \"x\", bron = { \"x\" "
			"}, bevoegd = \"stad\", per = \"gezin\", toekenning = "
			"\"automatisch\", feiten = { %s }, recht = %s, "
			"periode = \"jaar\"%s }",
			(int)('a' + n - 1), reads, rights[n - 1],
			strstr(rights[n - 1], "bedrag =") ? ""
							  : ", bedrag = 5");
	}
	return rights_load(arena, files, n, false, &out, fault) ? out : NULL;
}

static void
test_ranges(struct bf_arena *arena)
{
	static const char *const always[] = { "altijd", NULL };
	static const char *const wrong[] = {
		"n = " COUNT("-9223372036854775808..5") "}",
		"n = " COUNT("-20000001..5") "}",
		"n = " COUNT("0..20000001") "}",
		"n = " COUNT("5..5") "}",
		"n = " COUNT("0..5") ", som_van = { \"n\" } }",
		"n = { soort = \"ja/nee\", naam = \"n\", bron = \"x\", som_van = "
		"{ \"m\" } }, m = { soort = \"ja/nee\", naam = \"m\", bron = "
		"\"x\" }",
	};
	struct bf_rule_fault fault;
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ok(set_of(arena, wrong[i], "", always, &fault) == NULL,
			"%s is refused", wrong[i]);
	ok(set_of(arena, "n = " COUNT("-20000000..20000000") "}", "", always,
		   &fault)
			!= NULL,
		"one from 20 million below to above is");
}

/* What other facts say of a sum is told with it, also of a sum in a sum. */
static void
test_sum_of_sums(struct bf_arena *arena)
{
	static const char *const rights[] = { "minstens(feit.d, 2)", NULL };
	struct bf_rule_fault fault;
	const struct bf_rights *set = set_of(arena,
		"a = " COUNT(
			"0..5") ", som_van = { \"b\", \"c\" } }, "
				"b = " COUNT(
					"0..5") ", som_van = { \"d\", \"e\" } }, "
						"c = " COUNT("0..5") "}, d = " COUNT(
							"0..5") "}, "
								"e = " COUNT(
									"0..5") "}",
		"\"d\"", rights, &fault);
	const struct bf_right_outcome *out;

	if (!ok(set != NULL, "a sum of sums"))
		return;
	out = decide(arena, set, "2024-06-01", "a=3 c=1 e=0");
	is_int(out->state, BF_RIGHT_YES, "what is left for its part is known");
	is_int((long long)out->used, 1 << 0 | 1 << 2 | 1 << 4,
		"from all that is in both sums");
}

/* Of a right that another asks, only what decided it. */
static void
test_used(struct bf_arena *arena)
{
	static const char *const rights[] = {
		"een_van { minstens(feit.n, 2), minstens(feit.m, 2) }",
		"recht.a", NULL
	};
	struct bf_rule_fault fault;
	const struct bf_rights *set = set_of(arena,
		"n = " COUNT("0..5") "}, m = " COUNT("0..5") "}",
		"\"n\", \"m\"", rights, &fault);

	if (!ok(set != NULL, "a right that asks another"))
		return;
	is_int((long long)decide(arena, set, "2024-06-01", "n=2 m=1")->used, 1,
		"rests on what decided that one, not on all that it reads");
}

/* A city divides by multiplying: just below a whole number, near the end of 32
 * bits, it is not yet that. */
static void
test_city_divides(struct bf_arena *arena)
{
	static const int by[] = { 3, 7, 11, 13, 55, 641, 1000 };
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_city *city;
	struct bf_rights *rights;
	struct first f;
	int64_t times;
	size_t i;
	int wrong;

	for (i = 0; i < sizeof(by) / sizeof(by[0]); i++) {
		rights = of_amount(arena,
			bf_printf(arena,
				"kleinste(20000000, naar_beneden(40 * "
				"feit.inkomen / %d))",
				by[i]));
		times = 2000000000 / 40 / by[i];
		city = bf_right_city_new(arena, rights, 1);
		known_fill(arena, rights, "", known);
		known[0].low = known[0].high = times * by[i] - 1;
		f.rule = bf_rights_rule(rights, "x", 19000);
		if (!bf_right_city_put(city, 1, known, &wrong))
			exit(99);
		bf_right_city_run(city, 19000, first_take, &f);
		is_int(f.low, 40 * known[0].low / by[i],
			bf_printf(arena, "divided by %d", by[i]));
	}
}

/* Rights that ask each other, or how much the other gives. */
static void
test_circles(struct bf_arena *arena)
{
	static const char *const circles[][3] = {
		{ "recht.b", "recht.a", NULL },
		{ "recht.b", "minstens(bedrag_van.a, 1)", NULL },
		{ "minstens(bedrag_van.b, 1)", "minstens(bedrag_van.a, 1)",
			NULL },
	};
	struct bf_rule_fault fault;
	size_t i;

	for (i = 0; i < sizeof(circles) / sizeof(circles[0]); i++) {
		ok(set_of(arena, "n = " COUNT("0..5") "}", "\"n\"", circles[i],
			   &fault)
				== NULL,
			"a circle of %s and %s", circles[i][0], circles[i][1]);
		has(fault.text[1], "a -> b -> a", "is named");
	}
}

/* Of "a, or b and not a" b is enough, and says why. */
static void
test_denied(struct bf_arena *arena)
{
	static const char *const rights[] = { "minstens(feit.n, 2)",
		"alle_van { geen_van { recht.a }, minstens(feit.m, 4) }",
		"een_van { recht.a, recht.b }", NULL };
	struct bf_rule_fault fault;
	const struct bf_rights *set = set_of(arena,
		"n = " COUNT("0..5") "}, m = " COUNT("0..5") "}",
		"\"n\", \"m\"", rights, &fault);
	const struct bf_right_outcome *out;

	if (!ok(set != NULL, "a right for who has another, or one without it"))
		return;
	out = decide(arena, set, "2024-06-01", "m=4");
	is_int(out->state, BF_RIGHT_YES, "needs not know which");
	is_int(out->rests_on, 3, "rests on both");
	is(bf_right_sentence(arena, set, out, "en"),
		"You are entitled to “x”: €5 a year, because n (4) is not lower "
		"than 4.",
		"and says what is known");
	is_int(decide(arena, set, "2024-06-01", "m=3")->state, BF_RIGHT_OPEN,
		"where that is not so, it is open");
}

/* What is not known leads through conditions that decide nothing: what is told
 * of them follows from the facts that are named alone. */
static void
test_denied_alone(struct bf_arena *arena)
{
	static const char *const amount[] = {
		"een_van { altijd, alle_van { hoogstens(feit.n, 3), "
		"hoogstens(feit.m, 3) } }, bedrag = feit.k",
		"altijd",
		"een_van { recht.a, alle_van { geen_van { recht.a }, recht.b } "
		"}, bedrag = feit.n",
		NULL
	};
	static const char *const sure[] = {
		"een_van { hoogstens(feit.k, 3), geen_van { hoogstens(feit.k, "
		"3) }, alle_van { hoogstens(feit.n, 3), hoogstens(feit.m, 3) } "
		"}, bedrag = feit.n",
		NULL
	};
	static const char *const *const sets[] = { amount, sure };
	struct bf_rule_fault fault;
	const struct bf_rights *set;
	const struct bf_right_outcome *out;
	const char *said;
	size_t i;

	for (i = 0; i < sizeof(sets) / sizeof(sets[0]); i++) {
		set = set_of(arena,
			"n = " COUNT("0..5") "}, m = " COUNT(
				"0..5") "}, k = " COUNT("0..5") "}",
			"\"n\", \"m\", \"k\"", sets[i], &fault);
		if (!ok(set != NULL, "%s", sets[i][0]))
			continue;
		out = decide(arena, set, "2024-06-01", "n=2 m=5");
		said = bf_right_sentence(arena, set, out, "en");
		out = decide(arena, set, "2024-06-01",
			out->used >> bf_rights_fact(set, "m") & 1 ? "n=2 m=5"
								  : "n=2");
		is(bf_right_sentence(arena, set, out, "en"), said,
			"is said the same by the facts it names");
	}
}

static void
state_take(void *data, const struct bf_right_block *block)
{
	enum bf_right_state *state = data;

	*state = block->certain[0][0]   ? BF_RIGHT_YES
		: block->possible[0][0] ? BF_RIGHT_OPEN
					: BF_RIGHT_NO;
}

/* What a decision rests on: what its condition asks, and its amount. */
static void
test_rests(struct bf_arena *arena)
{
	struct bf_right_rests {
		const char *right, *amount;
		uint64_t on;
	};
	static const struct bf_right_rests all[] = {
		{ "recht.vt", "10", 1 },
		{ "feit.hulp", "als(recht.vt, 5, 10)", 1 },
		{ "een_van { feit.hulp, recht.vt }", "10", 0 },
	};
	const struct bf_right_rests *r = all;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	for (; r < all + sizeof(all) / sizeof(all[0]); r++)
		if (load(arena, rule_of(arena, "", r->right, r->amount), false,
			    &rights, &fault))
			is_int((long long)decide(arena, rights, "2024-06-01",
				       "inkomen=5 hulp=ja")
					->rests_on,
				(long long)r->on, r->right);
}

/* What is not known is no reason for what is certain. */
static void
test_idle(struct bf_arena *arena)
{
	static const struct idle {
		const char *right, *amount, *facts, *says;
	} all[] = {
		{ "feit.hulp", "grootste(0, 5 - feit.leden)", "leden=6",
			"You are not entitled to “Bags”: the amount would be "
			"0." },
		{ "altijd",
			"kleinste(5, als(feit.hulp, feit.leden, 2 * "
			"feit.leden))",
			"leden=6", "You are entitled to “Bags”: €5 a month." },
		{ "hoogstens(feit.inkomen, feit.inkomen + feit.leden)", "5",
			"inkomen=3 leden=6",
			"You are entitled to “Bags”: €5 a month, because the "
			"income (€3) is not higher than the income plus the "
			"people (€9)." },
	};
	const struct bf_right_outcome *out = NULL;
	const struct idle *i = all;
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	for (; i < all + sizeof(all) / sizeof(all[0]); i++) {
		if (!ok(load(arena, rule_of(arena, "", i->right, i->amount),
				false, &rights, &fault),
			    "%s", i->amount))
			continue;
		out = decide(arena, rights, "2024-06-01", i->facts);
		is(bf_right_sentence(arena, rights, out, "en"), i->says,
			i->amount);
	}
	is_int(out ? (long long)out->used : 0, 1 << 0 | 1 << 1,
		"a fact whose value is told is named");
}

/* A comparison that stands there twice is told once. */
static void
test_told_once(struct bf_arena *arena)
{
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	if (load(arena,
		    rule_of(arena, "",
			    "alle_van { minstens(feit.leden, 2), een_van { "
			    "minstens(feit.leden, 2), feit.hulp } }",
			    NULL),
		    false, &rights, &fault))
		is_int((long long)decide(
			       arena, rights, "2024-06-01", "leden=3 hulp=nee")
				->reason_count,
			1, "what stands there twice is a reason once");
}

/* What is kept of a fact counts as far as a rule takes it for possible. */
static void
test_narrow(void)
{
	static const struct bf_right_fact fact = { .low = 0, .high = 12 };
	struct bf_right_known known = { 0, 12, NULL, NULL };

	bf_right_narrow(&fact, 14, 20, &known);
	ok(known.low == 0 && known.high == 12, "what cannot be tells nothing");
	bf_right_narrow(&fact, 5, 20, &known);
	ok(known.low == 5 && known.high == 12, "at most what can be");
	bf_right_narrow(&fact, -4, 3, &known);
	ok(known.low == 0 && known.high == 3, "and at least");
}

/* The largest number of 32 bits. */
static void
test_city_edge(struct bf_arena *arena)
{
	static const char *const rights[] = {
		"is(feit.e + feit.n * 1474836.47, 21474836.47)", NULL
	};
	struct bf_rule_fault fault;
	const struct bf_rights *set = set_of(arena,
		"n = " COUNT("0..1") "}, e = { soort = \"euro 0..20000000\", "
				     "naam = \"e\", bron = \"x\" }",
		"\"n\", \"e\"", rights, &fault);
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_city *city;
	enum bf_right_state state = BF_RIGHT_NO;
	int wrong;

	if (!ok(set != NULL, "a sum as large as 32 bits take"))
		return;
	city = bf_right_city_new(arena, set, 1);
	known_fill(arena, set, "n=1", known);
	if (!bf_right_city_put(city, 1, known, &wrong))
		exit(99);
	bf_right_city_run(city, 19000, state_take, &state);
	is_int(state, BF_RIGHT_OPEN, "is open in a city too");
}

/* A part that stands in itself twice, 40 times: reasons would never end. */
static void
test_large(struct bf_arena *arena)
{
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	ok(!load(arena,
		   bf_printf(arena,
			   "local n = feit.leden\nfor i = 1, 40 do n = "
			   "kleinste(n, n) end\n%s",
			   rule_of(arena, "", "minstens(n, 1)", NULL)),
		   false, &rights, &fault),
		"what stands in itself 2^40 times is refused");
	has(fault.text[1], "too many conditions", "as too large");
}

/* --- as a plugin asks ----------------------------------------------------- */

static enum bf_right_payment
payment_of(struct bf_arena *arena, const char *said)
{
	const struct bf_right_rule *rules;
	struct bf_rule_fault fault;
	struct bf_rights *rights;
	size_t count;

	if (!load(arena, rule_of(arena, said, "altijd", "10"), true, &rights,
		    &fault))
		return (enum bf_right_payment) - 1;
	rules = bf_rights_rules(rights, &count);
	return rules[bf_rights_rule(rights, "x", 0)].payment;
}

static void
test_payment(struct bf_arena *arena)
{
	is_int(payment_of(arena, ""), BF_RIGHT_NOT_PAID,
		"what says nothing of it is not paid by us");
	is_int(payment_of(arena, "betaling = \"overschrijving\","),
		BF_RIGHT_TRANSFER, "money is transferred");
	is_int(payment_of(arena, "betaling = \"order\","), BF_RIGHT_ORDER,
		"or something is ordered");
}

static void
test_plugin(struct bf_arena *arena)
{
	static const char *const names[] = { "core", NULL };
	struct bf_req *req = req_with(arena, "A", "b");
	const char *good = rule_of(arena, "", "feit.hulp", NULL);
	const char *bad = rule_of(arena, "", "feit.help", NULL);
	struct bf_right_file files[] = { { "x.lua", good, strlen(good) },
		{ "feiten.lua", facts, strlen(facts) },
		{ "vt.lua", other, strlen(other) } };
	struct bf_right_fault fault = { 0 };
	struct bf_rights *rights, *again;
	struct bf_err err = { 0 };

	req->host->i18n = bf_i18n_load(arena, ".", names, &err);
	if (!ok(bf_rights_load(req, files, 3, &rights, &fault), "a set loads"))
		return;
	is_int((long long)strlen(bf_rights_version(rights)), 64,
		"it has a version");
	files[2].text = bf_printf(arena, "%s ", other);
	files[2].len++;
	if (!ok(bf_rights_load(req, files, 3, &again, &fault), "and another"))
		return;
	ok(strcmp(bf_rights_version(rights), bf_rights_version(again)) != 0,
		"each text has its own");
	bf_rights_free(rights);
	bf_rights_free(again);
	files[0] = (struct bf_right_file){ "x.lua", bad, strlen(bad) };
	ok(!bf_rights_load(req, files, 3, &rights, &fault) && rights == NULL,
		"one with a mistake does not");
	is(fault.file, "x.lua", "the file is named");
	is_int(fault.line, 2, "and the line");
	has(fault.text[0], "Did you mean “hulp”", "and the nearest word");
	bf_rights_free(NULL);
}

/* --- the example of the documentation ------------------------------------- */

/* The blocks of Lua in docs/rights.md. */
static size_t
example(struct bf_arena *arena, struct bf_rule_file *files)
{
	static const char *const names[] = { "feiten.lua", "vt.lua",
		"huisvuil.lua" };
	struct bf_err err = { 0 };
	const char *at, *end;
	size_t len, n = 0;

	at = bf_file_read(arena,
		bf_printf(arena, "%s/docs/rights.md", tap_sources()), 1 << 20,
		&len, &err);
	while (at && n < 3 && (at = strstr(at, "```lua\n")) != NULL) {
		at += strlen("```lua\n");
		end = strstr(at, "```");
		files[n] = (struct bf_rule_file){ .name = names[n],
			.text = bf_strndup(arena, at, (size_t)(end - at)) };
		n++;
		at = end;
	}
	return n;
}

static void
test_example(struct bf_arena *arena)
{
	struct bf_rule_file files[3];
	struct bf_rule_fault fault;
	struct bf_rights *rights;

	is_int((long long)example(arena, files), 3,
		"the documentation has an example");
	if (!ok(rights_load(arena, files, 3, true, &rights, &fault),
		    "it loads, and its tests come out"))
		printf("# %s:%d: %s\n", fault.file, fault.line, fault.text[1]);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	test_values(arena);
	test_truths(arena);
	test_mistakes(arena);
	test_days(arena);
	test_price(arena);
	test_choices(arena);
	test_reasons(arena);
	test_told(arena);
	test_questions(arena);
	for (i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		test_asked(arena, &questions[i]);
	test_stretches(arena);
	test_sums(arena);
	test_calendar(arena);
	test_city_full(arena);
	test_city_wrong(arena);
	test_city_turn(arena);
	test_ranges(arena);
	test_sum_of_sums(arena);
	test_used(arena);
	test_rests(arena);
	test_told_once(arena);
	test_idle(arena);
	test_narrow();
	test_city_divides(arena);
	test_circles(arena);
	test_denied(arena);
	test_denied_alone(arena);
	test_city_edge(arena);
	test_large(arena);
	test_payment(arena);
	test_plugin(arena);
	test_example(arena);
	bf_arena_free(arena);
	return done();
}
