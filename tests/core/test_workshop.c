/* What the workshop of policy is made of: parts and colours of a rule file,
 * amounts written into its text, tests, what rests on what, a story.
 */
#include "benefits.h"
#include "file.h"
#include "lua_parts.h"
#include "req.h"
#include <belfort/workshop.h>
#include <lauxlib.h>
#include <lua.h>

static struct bf_arena *arena;
static struct bf_req *req;

static const char facts[] =
	"feiten {\n"
	"  leden = { soort = \"aantal 1..12\", naam = \"the people\", bron = "
	"\"Register\", vraag = \"How many?\" },\n"
	"  inkomen = { soort = \"euro 0..500000\", naam = \"the income\", bron "
	"= \"Tax office\", vraag = \"How much?\" },\n"
	"  hulp = { soort = \"ja/nee\", naam = \"you get help\", bron = "
	"\"Office\", vraag = \"Help?\" },\n"
	"  groot = { soort = \"aantal 0..12\", naam = \"the adults\", bron = "
	"\"Register\" },\n"
	"  klein = { soort = \"aantal 0..12\", naam = \"the children\", bron = "
	"\"Register\" },\n"
	"  samen = { soort = \"aantal 0..12\", naam = \"all\", bron = "
	"\"Register\", som_van = { \"groot\", \"klein\" } },\n"
	"}\n";

/* --- parts ---------------------------------------------------------------- */

/* The parts as "kind:text" with bars between; blanks are left out. */
static const char *
parts_told(const char *text)
{
	static const char kinds[] = "-bct#n=";
	const char *out = "";
	size_t count, i;
	struct bf_lua_part *parts = bf_lua_parts(
		arena, text, strlen(text), &count);

	for (i = 0; i < count; i++)
		if (parts[i].kind != PART_BLANK)
			out = bf_printf(arena, "%s%s%c:%.*s", out,
				*out ? "|" : "", kinds[parts[i].kind],
				(int)parts[i].len, parts[i].at);
	return out;
}

static void
test_parts(void)
{
	static const struct {
		const char *text, *parts;
	} cases[] = {
		{ "a = 1", "n:a|=:=|#:1" },
		{ "a==b", "n:a|=:==|n:b" },
		{ "x -- y = 1\nz", "n:x|c:-- y = 1|n:z" },
		{ "--[[ a\n]] b", "c:--[[ a\n]]|n:b" },
		{ "--[==[ a ]] ]=] ]==] b", "c:--[==[ a ]] ]=] ]==]|n:b" },
		{ "--[ a\nb", "c:--[ a|n:b" },
		{ "\"a\\\"b\" c", "t:\"a\\\"b\"|n:c" },
		{ "'a\\\\' c", "t:'a\\\\'|n:c" },
		{ "'a\\z \n  b' c", "t:'a\\z \n  b'|n:c" },
		{ "'a\\\r\nb' c", "t:'a\\\r\nb'|n:c" },
		{ "\"open\nb", "t:\"open|n:b" },
		{ "[[a\"]]..b", "t:[[a\"]]|=:..|n:b" },
		{ "[=[a]]=]]=]", "t:[=[a]]=]|=:]|=:=|=:]" },
		{ "[ [[a]] ]", "=:[|t:[[a]]|=:]" },
		{ "t[=1", "n:t|=:[|=:=|#:1" },
		{ "1.5e-3 .5 0x1p+4 3..2", "#:1.5e-3|#:.5|#:0x1p+4|#:3..2" },
		{ "a.b", "n:a|=:.|n:b" },
		{ "é = 1", "=:é|=:=|#:1" },
		{ "", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		is(parts_told(cases[i].text), cases[i].parts, cases[i].text);
}

/* --- colours -------------------------------------------------------------- */

static const char *
dump(json_t *doc, size_t flags)
{
	char *text = json_dumps(doc, JSON_COMPACT | JSON_ENCODE_ANY | flags);
	const char *out = bf_strdup(arena, need(text));

	free(text);
	json_decref(doc);
	return out;
}

/* "word:regel" of all but blanks and signs, lines parted by "/". */
static const char *
marks_told(const char *text)
{
	json_t *lines = bf_lua_marks(req, text), *line, *part;
	const char *out = "", *kind;
	size_t i, k;

	json_array_foreach (lines, i, line) {
		out = bf_printf(arena, "%s%s", out, i ? "/" : "");
		json_array_foreach (line, k, part) {
			kind = json_string_value(json_object_get(part, "kind"));
			if (strcmp(kind, "other") != 0)
				out = bf_printf(arena, "%s[%s:%s]", out, kind,
					json_string_value(
						json_object_get(part, "text")));
		}
	}
	json_decref(lines);
	return out;
}

static void
test_marks(void)
{
	is(marks_told("regel { recht = recht.vt, x = 1 }"),
		"[word:regel][name:recht][word:recht][name:vt][name:x]"
		"[number:1]",
		"a word of the rules is none as the name of a field");
	is(marks_told("local a = \"b\" -- c\r\nhoogstens(a, at_most)"),
		"[word:local][name:a][text:\"b\"][comment:-- c]/"
		"[word:hoogstens][name:a][word:at_most]",
		"words of both languages, and of Lua");
	is(marks_told("--[[ a\nb ]]\n"), "[comment:--[[ a]/[comment:b ]]]/",
		"a comment over two lines is on both");
	is(marks_told(""), "", "nothing is one line with nothing");
	is(marks_told("x = \"a\xff\""), "[name:x][text:?]",
		"what is no UTF-8 cannot be shown");
	is(dump(bf_lua_marks(req, "a = 1"), 0),
		"[[{\"kind\":\"name\",\"text\":\"a\"},"
		"{\"kind\":\"other\",\"text\":\" \"},"
		"{\"kind\":\"other\",\"text\":\"=\"},"
		"{\"kind\":\"other\",\"text\":\" \"},"
		"{\"kind\":\"number\",\"text\":\"1\"}]]",
		"the parts of a line make the line again");
}

/* Each word that a file finds is marked as one. */
static void
test_words(const struct bf_rule_vocabulary *words, const char *name)
{
	struct bf_rule_load load = { .words = words, .arena = arena };
	const char *wanted, *lacks = "";
	lua_State *L = need(luaL_newstate());
	int n = 0;

	*(struct bf_rule_load **)lua_getextraspace(L) = &load;
	bf_rule_words_open(L);
	if (lua_getmetatable(L, -1) == 0)
		exit(99);
	lua_getfield(L, -1, "__index");
	if (lua_getupvalue(L, -1, 1) == NULL)
		exit(99);
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1), n++) {
		wanted = bf_printf(arena, "[word:%s]", lua_tostring(L, -2));
		if (strcmp(marks_told(lua_tostring(L, -2)), wanted) != 0)
			lacks = bf_printf(arena, "%s %s", lacks, wanted);
	}
	lua_close(L);
	ok(n > 20, "the files of %s have words", name);
	is(lacks, "", "and all are marked");
}

/* --- amounts into the text ------------------------------------------------ */

#define DUTCH \
	"regel { code = \"x\", titel = \"X\", bron = { \"s\" }, bevoegd = " \
	"\"stad\", per = \"gezin\", periode = \"jaar\", toekenning = " \
	"\"automatisch\", feiten = { \"leden\" }, recht = altijd, bedrag = " \
	"bedrag.a, bedragen = "
#define ENGLISH \
	"rule({ code = \"x\", title = \"X\", source = { \"s\" }, competent = " \
	"\"city\", per = \"household\", period = \"year\", granting = " \
	"\"automatic\", facts = { \"leden\" }, right = always, amount = " \
	"amount.a, amounts = "

struct put_case {
	const char *name, *before, *day, *values, *source, *url, *until, *after;
};

#define OLD "[\"2024-01-01\"] = { a = 1 }"
#define NEW "[\"2025-01-01\"] = { a = 2 }"
#define SET "{\"a\": 2}"

static const struct put_case put_cases[] = {
	{ "a block on its own line comes on one behind it",
		DUTCH "{\n  " OLD ",\n}}", "2025-01-01", SET, NULL, NULL, NULL,
		DUTCH "{\n  " OLD ",\n  " NEW ",\n}}" },
	{ "a comma is added where it lacks", DUTCH "{\n\t" OLD "\n}}",
		"2025-01-01", SET, NULL, NULL, NULL,
		DUTCH "{\n\t" OLD ",\n\t" NEW "\n}}" },
	{ "a comment behind the line before stays there",
		DUTCH "{\n  " OLD " -- old\n}}", "2025-01-01", SET, NULL, NULL,
		NULL, DUTCH "{\n  " OLD ", -- old\n  " NEW "\n}}" },
	{ "lines end as they did", DUTCH "{\r\n  " OLD ",\r\n}}", "2025-01-01",
		SET, NULL, NULL, NULL,
		DUTCH "{\r\n  " OLD ",\r\n  " NEW ",\r\n}}" },
	{ "all on one line", DUTCH "{ " OLD " }}", "2025-01-01", SET, NULL,
		NULL, NULL, DUTCH "{ " OLD ", " NEW " }}" },
	{ "and with a comma", DUTCH "{ " OLD ", }}", "2025-01-01", SET, NULL,
		NULL, NULL, DUTCH "{ " OLD ", " NEW ", }}" },
	{ "between two days",
		DUTCH "{ " OLD "; [\"2026-01-01\"] = { a = 3 } }}",
		"2025-01-01", SET, NULL, NULL, NULL,
		DUTCH "{ " OLD "; " NEW ", [\"2026-01-01\"] = { a = 3 } }}" },
	{ "before the first, whose comment stays above it",
		DUTCH "{\n  -- of 2026\n  [\"2026-01-01\"] = { a = 3 },\n}}",
		"2025-01-01", SET, NULL, NULL, NULL,
		DUTCH "{\n  " NEW ",\n  -- of 2026\n  [\"2026-01-01\"] = { a = "
		      "3 },\n}}" },
	{ "before the first on one line",
		DUTCH "{ [\"2026-01-01\"] = { a = 3 } }}", "2025-01-01", SET,
		NULL, NULL, NULL,
		DUTCH "{ " NEW ", [\"2026-01-01\"] = { a = 3 } }}" },
	{ "English words", ENGLISH "{ " OLD " }})", "2025-01-01", SET, "Law",
		"https://law.example/", "2025-12-31",
		ENGLISH "{ " OLD
			", [\"2025-01-01\"] = { a = 2, source = { \"Law\", "
			"\"https://law.example/\" }, confirmed_until = "
			"\"2025-12-31\" } }})" },
	{ "a number in the block of that day",
		DUTCH "{ [\"2024-01-01\"] = { --[[ why ]] a = 1.00, -- x\n } "
		      "}}",
		"2024-01-01", SET, NULL, NULL, NULL,
		DUTCH "{ [\"2024-01-01\"] = { --[[ why ]] a = 2, -- x\n } }}" },
	{ "a number that is the same stays as it was written",
		DUTCH "{ [\"2024-01-01\"] = { a = 1.50, b = 2.000 } }}",
		"2024-01-01", "{\"a\": 1.5, \"b\": \"2,5\"}", NULL, NULL, NULL,
		DUTCH "{ [\"2024-01-01\"] = { a = 1.50, b = 2.50 } }}" },
	{ "of a list only what differs",
		DUTCH "{ [\"2024-01-01\"] = { a = 1, b = { 1.0, 2, -- two\n 3 "
		      "} } }}",
		"2024-01-01", "{\"b\": [1, \"2.125\", 3]}", NULL, NULL, NULL,
		DUTCH "{ [\"2024-01-01\"] = { a = 1, b = { 1.0, 2.125, -- "
		      "two\n 3 } } }}" },
	{ "a list that is longer is written anew",
		DUTCH "{ [\"2024-01-01\"] = { a = 1, b = { 1, 2 } } }}",
		"2024-01-01", "{\"b\": [1, 2, 3]}", NULL, NULL, NULL,
		DUTCH "{ [\"2024-01-01\"] = { a = 1, b = { 1, 2, 3 } } }}" },
	{ "a number becomes a list and another name comes",
		DUTCH "{ [\"2024-01-01\"] = { a = 1, b = 2 * 3 } }}",
		"2024-01-01", "{\"b\": [1], \"c\": -5}", NULL, NULL, NULL,
		DUTCH "{ [\"2024-01-01\"] = { a = 1, b = { 1 }, c = -5 } }}" },
	{ "a source in the place of the old one, and until when",
		DUTCH "{ [\"2024-01-01\"] = { a = 1, bron = { \"Old\", "
		      "zekerheid = \"laag\" }, }, }}",
		"2024-01-01", "{}", "The \"new\" \\ law", NULL, "2024-12-31",
		DUTCH "{ [\"2024-01-01\"] = { a = 1, bron = { \"The \\\"new\\\""
		      " \\\\ law\" }, bevestigd_tot = \"2024-12-31\", }, }}" },
	{ "names and days in other quotes",
		DUTCH "{ ['2024-01-01'] = { [\"a\"] = 1 } }}", "2024-01-01",
		SET, NULL, NULL, NULL,
		DUTCH "{ ['2024-01-01'] = { [\"a\"] = 2 } }}" },
	{ "what looks like amounts in a text or a comment is none",
		"local s = [[ regel { bedragen = { } ]] -- regel { bedragen = "
		"{} }\n" DUTCH "{ " OLD " }}",
		"2025-01-01", SET, NULL, NULL, NULL,
		"local s = [[ regel { bedragen = { } ]] -- regel { bedragen = "
		"{} }\n" DUTCH "{ " OLD ", " NEW " }}" },
	/* Refused: AFTER is a part of the message. */
	{ "amounts that have a name elsewhere",
		"local b = { " OLD " }\n" DUTCH "b }", "2025-01-01", SET, NULL,
		NULL, NULL, "!not written as bedragen = { ... }" },
	{ "a block that has a name elsewhere",
		"local b = { a = 1 }\n" DUTCH "{ [\"2024-01-01\"] = b }}",
		"2024-01-01", SET, NULL, NULL, NULL,
		"!not written as bedragen = { ... }" },
	{ "a rule before it that is never made",
		"if false then regel { bedragen = {} } end\n" DUTCH "{ " OLD
		" }}",
		"2024-01-01", SET, NULL, NULL, NULL, "!without changing" },
	{ "a day that is none", DUTCH "{ " OLD " }}", "2025-02-30", SET, NULL,
		NULL, NULL, "!A date is written as" },
	{ "a last day that is none", DUTCH "{ " OLD " }}", "2025-02-01", SET,
		NULL, NULL, "soon", "!A date is written as" },
	{ "a text that is no number", DUTCH "{ " OLD " }}", "2025-01-01",
		"{\"a\": \"1; os.exit()\"}", NULL, NULL, NULL,
		"!“a” must be a number." },
	{ "seven decimals", DUTCH "{ " OLD " }}", "2025-01-01",
		"{\"a\": \"0.1234567\"}", NULL, NULL, NULL,
		"!“a” must be a number." },
	{ "a name that is none", DUTCH "{ " OLD " }}", "2025-01-01",
		"{\"a = 1 } b\": 2}", NULL, NULL, NULL, "!must be a number" },
	{ "a list of nothing", DUTCH "{ " OLD " }}", "2025-01-01",
		"{\"a\": []}", NULL, NULL, NULL, "!has 1 to 256 numbers" },
	{ "a name that blocks have for something else", DUTCH "{ " OLD " }}",
		"2025-01-01", "{\"zekerheid\": 2}", NULL, NULL, NULL,
		"!zekerheid" },
	{ "a link that is none", DUTCH "{ " OLD " }}", "2025-01-01", SET, "Law",
		"javascript:1", NULL, "!A link begins with https://." },
	{ "a text that cannot be read", DUTCH "{ " OLD, "2025-01-01", SET, NULL,
		NULL, NULL, "!ends too soon" },
};

static bool
put(const char *rule, const struct put_case *c, const char **text,
	struct bf_right_fault *fault)
{
	const struct bf_right_file files[] = { { "feiten.lua", facts,
						       strlen(facts) },
		{ "x.lua", rule, strlen(rule) } };
	json_t *values = need(json_loads(c->values, 0, NULL));
	const struct bf_right_dated block = { c->day, values, c->source, c->url,
		c->until };
	bool good = bf_rights_amounts_put(
		req, files, 2, 1, &block, text, fault);

	json_decref(values);
	return good;
}

static void
test_put(const struct put_case *c)
{
	struct bf_right_fault fault = { 0 };
	const char *text = NULL;
	bool good = put(c->before, c, &text, &fault);

	if (*c->after == '!') {
		ok(!good, "%s: refused", c->name);
		has(good ? text : fault.text[1], c->after + 1, c->name);
		return;
	}
	is(good ? text : fault.text[1], c->after, c->name);
	if (!good)
		return;
	ok(put(text, c, &text, &fault), "%s: again", c->name);
	is(text, c->after, "changes nothing more");
}

/* The facts have no rule in which amounts could stand. */
static void
test_put_facts(void)
{
	const struct bf_right_file files[] = { { "feiten.lua", facts,
		strlen(facts) } };
	const struct bf_right_dated block = { "2025-01-01", NULL, NULL, NULL,
		NULL };
	struct bf_right_fault fault = { 0 };
	const char *text;

	ok(!bf_rights_amounts_put(req, files, 1, 0, &block, &text, &fault),
		"amounts among the facts are refused");
	is(fault.file, "feiten.lua", "and the file is named");
}

/* --- the city's own files ------------------------------------------------- */

static struct bf_right_file *
city_files(size_t *count)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *files;
	struct bf_right_file *out;
	size_t i;

	if (!bf_rules_read(arena,
		    bf_printf(arena, "%s/lua-rules", tap_sources()), "benefits",
		    &files, &fault, req->host->i18n))
		exit(99);
	out = bf_alloc(arena, files->count * sizeof(*out));
	for (i = 0; i < files->count; i++)
		out[i] = (struct bf_right_file){ files->files[i].name,
			files->files[i].text, files->files[i].len };
	*count = files->count;
	return out;
}

/* The newest amounts of FILE, each 7 more than it is. */
static json_t *
values_more(const struct bf_rights *rights, const char *file)
{
	json_t *out = json_object(), *list, *block, *value, *texts, *text, *row;
	size_t i, k, rule = 0;

	while (strcmp(rights->shown[rule].file, file) != 0)
		rule++;
	list = bf_rights_amounts(req, rights, (int)rule);
	block = json_array_get(list, json_array_size(list) - 1);
	json_array_foreach (json_object_get(block, "values"), i, value) {
		texts = json_array();
		json_array_foreach (json_object_get(value, "text"), k, text)
			json_array_append_new(texts,
				json_sprintf("%.2f",
					7
						+ strtod(
							json_string_value(text),
							NULL)));
		row = json_object_get(value, "name");
		json_object_set(out, json_string_value(row),
			json_is_true(json_object_get(value, "list"))
				? texts
				: json_array_get(texts, 0));
		json_decref(texts);
	}
	json_decref(list);
	return out;
}

/* How many bytes of OLD stand in NEW in their order, as far as they go. */
static bool
only_more(const char *old, const char *new)
{
	for (; *new; new ++)
		old += *old == *new;
	return *old == '\0';
}

static void
test_city(void)
{
	struct bf_right_fault fault = { 0 };
	struct bf_rights *rights;
	const char *text;
	size_t count, i, put_count = 0;
	struct bf_right_file *files = city_files(&count);
	struct bf_right_dated block = { .day = "2029-07-01" };

	if (!bf_rights_try(req, files, count, &rights, &fault))
		exit(99);
	for (i = 0; i < count; i++) {
		if (strstr(files[i].text, "bedragen = {") == NULL)
			continue;
		put_count++;
		block.values = values_more(rights, files[i].name);
		if (!ok(bf_rights_amounts_put(
				req, files, count, i, &block, &text, &fault),
			    "%s takes new amounts", files[i].name))
			tap_note(fault.file, fault.text[1]);
		else
			ok(only_more(files[i].text, text)
					&& strlen(text) > files[i].len,
				"and keeps all that it said");
		json_decref(block.values);
	}
	ok(put_count > 15, "most rules of the city have amounts");
	bf_rights_free(rights);
}

/* --- tests, amounts, uses, a story ---------------------------------------- */

static const char card[] =
	"regel { code = \"card\", titel = \"Card\", bron = { \"s\" }, bevoegd "
	"= \"stad\", per = \"gezin\", toekenning = \"automatisch\", feiten = { "
	"\"inkomen\" }, bedragen = { [\"2020-01-01\"] = { grens = 20000 } },\n"
	"recht = hoogstens(feit.inkomen, bedrag.grens),\ntests = {\n"
	"{ \"good\", op = \"2024-01-01\", { inkomen = 1 }, { recht = ja } },\n"
	"{ \"bad\", op = \"2024-01-01\", { inkomen = 1 }, { recht = nee } } } "
	"}\n";
static const char bags[] =
	"regel { code = \"bags\", titel = \"Bags\", bron = { \"s\", "
	"\"https://s.example/\", zekerheid = \"hoog\" }, bevoegd = \"stad\", "
	"per = \"gezin\", periode = \"jaar\", toekenning = \"automatisch\", "
	"feiten = { \"leden\", \"hulp\" },\nbedragen = {\n"
	"[\"2022-01-01\"] = { krediet = { 42, 63.5 }, grens = 20000 },\n"
	"[\"2024-01-01\"] = { krediet = { 50.5, 70 }, deel = 0.125, zekerheid = \"laag\", "
	"bevestigd_tot = \"2024-12-31\" } },\n"
	"recht = een_van { recht.card, feit.hulp },\n"
	"bedrag = uit_tabel(bedrag.krediet, feit.leden - 1) }\n";
static const char half[] =
	"regel { code = \"half\", titel = \"Half\", bron = { \"s\" }, bevoegd "
	"= \"stad\", per = \"gezin\", periode = \"jaar\", toekenning = "
	"\"automatisch\", feiten = { }, bedragen = { [\"2020-01-01\"] = { grens "
	"= 1 } }, recht = altijd, bedrag = afgerond(bedrag_van.bags / 2) }\n";

static struct bf_rights *
small_set(void)
{
	const struct bf_right_file files[] = {
		{ "feiten.lua", facts, strlen(facts) },
		{ "card.lua", card, strlen(card) },
		{ "bags.lua", bags, strlen(bags) },
		{ "half.lua", half, strlen(half) },
	};
	struct bf_right_fault fault = { 0 };
	struct bf_rights *rights;

	if (!bf_rights_try(req, files, 4, &rights, &fault)) {
		printf("# %s:%d: %s\n", fault.file, fault.line, fault.text[1]);
		exit(99);
	}
	bf_rights_free(rights);
	ok(!bf_rights_load(req, files, 4, &rights, &fault),
		"a set with a test that does not come out does not load");
	is_int(fault.line, 5, "and its line is told");
	if (!bf_rights_try(req, files, 4, &rights, &fault))
		exit(99);
	ok(true, "but it can be tried");
	return rights;
}

static void
test_tests(const struct bf_rights *rights)
{
	is(dump(bf_rights_tests(req, rights, "card.lua"), 0),
		"[{\"file\":\"card.lua\",\"line\":4,\"name\":\"good\","
		"\"passes\":true,\"said\":null},"
		"{\"file\":\"card.lua\",\"line\":5,\"name\":\"bad\","
		"\"passes\":false,\"said\":\"The test “bad” does not come out: "
		"it should be nee, and it is ja.\"}]",
		"each test is told, with what came out");
	is(dump(bf_rights_tests(req, rights, "bags.lua"), 0), "[]",
		"a file without tests has none");
	is_int((long long)strlen(dump(bf_rights_tests(req, rights, NULL), 0)),
		(long long)strlen(
			dump(bf_rights_tests(req, rights, "card.lua"), 0)),
		"all files are those of each");
}

static int
rule(const struct bf_rights *rights, const char *code)
{
	return bf_rights_rule(rights, code, 19800);
}

static void
test_amounts(const struct bf_rights *rights)
{
	is(dump(bf_rights_amounts(req, rights, rule(rights, "bags")), 0),
		"[{\"from\":\"2022-01-01\",\"source\":\"s\",\"url\":"
		"\"https://s.example/\",\"sure\":\"high\",\"confirmed_until\":"
		"null,\"values\":[{\"name\":\"grens\",\"list\":false,\"text\":["
		"\"20000\"],\"since\":\"2022-01-01\"},{\"name\":\"krediet\","
		"\"list\":true,\"text\":[\"42\",\"63.50\"],\"since\":"
		"\"2022-01-01\"}]},{\"from\":\"2024-01-01\",\"source\":\"s\","
		"\"url\":\"https://s.example/\",\"sure\":\"low\","
		"\"confirmed_until\":\"2024-12-31\",\"values\":[{\"name\":"
		"\"deel\",\"list\":false,\"text\":[\"0.125\"],\"since\":"
		"\"2024-01-01\"},{\"name\":\"grens\",\"list\":false,\"text\":[\"20000\"],\"since\":"
		"\"2022-01-01\"},{\"name\":\"krediet\",\"list\":true,\"text\":["
		"\"50.50\",\"70\"],\"since\":\"2024-01-01\"}]}]",
		"amounts by day, with what still holds of earlier ones");
}

static void
test_uses(const struct bf_rights *rights)
{
	is(dump(bf_rights_uses(req, rights, rule(rights, "card")), 0),
		"{\"asks\":[],\"asked_by\":[\"bags\",\"half\"],\"facts\":["
		"\"inkomen\"],\"shares\":[{\"code\":\"bags\",\"amount\":"
		"\"grens\",\"same\":true},{\"code\":\"half\",\"amount\":"
		"\"grens\",\"same\":false}]}",
		"who asks a right by another is told too");
	is(dump(bf_rights_uses(req, rights, rule(rights, "bags")), 0),
		"{\"asks\":[\"card\"],\"asked_by\":[\"half\"],\"facts\":["
		"\"leden\",\"hulp\"],\"shares\":[{\"code\":\"card\",\"amount\":"
		"\"grens\",\"same\":true},{\"code\":\"half\",\"amount\":"
		"\"grens\",\"same\":false},{\"code\":\"half\",\"amount\":null,"
		"\"same\":true}]}",
		"and who calculates with its amount");
}

/* The part KEY of rule AT in a story of KNOWN, a document of it. */
static const char *
story(const struct bf_rights *rights, const char *known, int at,
	const char *key)
{
	json_t *facts_known = need(json_loads(known, 0, NULL));
	json_t *doc = bf_rights_story(req, rights, 19800, facts_known);
	json_t *part = doc;
	const char *out;

	if (at >= 0)
		part = json_array_get(
			json_object_get(doc, "rules"), (size_t)at);
	out = dump(json_incref(json_object_get(part, key)), 0);
	json_decref(facts_known);
	json_decref(doc);
	return out;
}

static void
test_story(const struct bf_rights *rights)
{
	static const char poor[] = "{\"inkomen\": 12000.5, \"leden\": \"1\"}";

	is(story(rights, poor, -1, "day"), "\"2024-03-18\"", "the day is told");
	is(story(rights, poor, 0, "code"), "\"bags\"", "rules by their code");
	is(story(rights, poor, 0, "state"), "{\"yes\":true}", "the outcome");
	is(story(rights, poor, 0, "amount"),
		"{\"low\":5050,\"high\":5050,\"same\":true}", "the amount");
	is(story(rights, poor, 0, "steps"),
		"[{\"text\":\"you are entitled to “Card”\",\"holds\":true,"
		"\"line\":5}]",
		"each step with its line");
	has(story(rights, poor, 1, "steps"), "\"line\":2",
		"and those of the right that it asks");
	is(story(rights, "{\"inkomen\": 30000, \"hulp\": false}", 0, "state"),
		"{\"no\":true}", "a yes or no is a boolean");
	is(story(rights, "{\"hulp\": true}", 0, "amount"),
		"{\"low\":5050,\"high\":7000,\"same\":false}",
		"an amount that is not known yet");
	is(story(rights, "{}", 0, "lacks"),
		"[\"the people\",\"the income\",\"you get help\"]",
		"what it waits for");
	is(story(rights, "{\"inkomen\": \"x\", \"no\": 1, \"hulp\": null}", -1,
		   "wrong"),
		"[{\"fact\":\"inkomen\",\"value\":\"x\"},{\"fact\":\"no\","
		"\"value\":\"1\"}]",
		"what cannot be is told, and left out");
	has(story(rights, "{\"groot\": 3, \"klein\": 2, \"samen\": 4}", -1,
		    "wrong"),
		"samen", "what contradicts the rest too");
}

/* --- what rests on what is stopped ---------------------------------------- */

static void
test_stopped(const struct bf_rights *rights)
{
	struct bf_rights_held set = { .rule_count = rights->count };
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *out;
	int bags_at = rule(rights, "bags"), card_at = rule(rights, "card");
	int half_at = rule(rights, "half"), wrong;

	memset(set.confirmed, 1, sizeof(set.confirmed));
	bf_right_unknown(rights, known);
	if (!bf_right_read(
		    rights, bf_rights_fact(rights, "inkomen"), "12", known)
		|| !bf_rights_decide(arena, rights, 19800, known, &out, &wrong))
		exit(99);
	ok(!bf_rights_stopped(&set, out, half_at), "nothing is stopped");
	set.stopped[card_at] = true;
	ok(bf_rights_stopped(&set, out, card_at), "a rule is");
	ok(bf_rights_stopped(&set, out, bags_at), "so is what it decided");
	ok(bf_rights_stopped(&set, out, half_at),
		"and what calculates with the amount of that");
	out[card_at].confirmed = out[bags_at].confirmed = true;
	out[half_at].confirmed = true;
	ok(bf_rights_stand(&set, out, half_at), "two people stand by all");
	set.confirmed[card_at] = false;
	ok(!bf_rights_stand(&set, out, half_at), "or not by one of them");
	bf_right_unknown(rights, known);
	if (!bf_right_read(rights, bf_rights_fact(rights, "hulp"), "ja", known)
		|| !bf_right_read(rights, bf_rights_fact(rights, "inkomen"),
			"30000", known)
		|| !bf_rights_decide(arena, rights, 19800, known, &out, &wrong))
		exit(99);
	ok(!bf_rights_stopped(&set, out, bags_at),
		"what was decided by something else is not");
}

static void
test_diff(void)
{
	is(dump(bf_diff_lines(req, "a\nb\nc\n", "a\nd\nc\n"), 0),
		"[{\"op\":\" \",\"text\":\"a\"},{\"op\":\"-\",\"text\":\"b\"},"
		"{\"op\":\"+\",\"text\":\"d\"},{\"op\":\" \",\"text\":\"c\"}]",
		"the lines that changed");
	is(dump(bf_diff_lines(req, "a\n", "a\n"), 0), "[]", "none did");
}

int
main(void)
{
	static const char *const names[] = { "core", NULL };
	struct bf_err err = { 0 };
	struct bf_rights *rights;
	size_t i;

	arena = bf_arena_new();
	bf_crypt_start();
	req = req_with(arena, "A", "b");
	req->lang = "en";
	/* No translation is there: texts stay English. */
	req->host->i18n = need(bf_i18n_load(arena, ".", names, &err));
	test_parts();
	test_marks();
	test_words(&bf_right_words, "rights");
	for (i = 0; i < sizeof(put_cases) / sizeof(put_cases[0]); i++)
		test_put(&put_cases[i]);
	test_put_facts();
	test_city();
	rights = small_set();
	test_tests(rights);
	test_amounts(rights);
	test_uses(rights);
	test_story(rights);
	test_stopped(rights);
	test_diff();
	bf_rights_free(rights);
	bf_arena_free(arena);
	return done();
}
