/* Reads what the city can know of a household: feiten { ... }. */
#include "rights_own.h"
#include "walk.h"
#include <lua.h>
#include <stdlib.h>
#include <string.h>

#define CHOICES_MOST 64
#define FACT_MOST 20000000LL
#define DATE_LOW (-25567) /* 1900-01-01 */
#define DATE_HIGH 47846   /* 2100-12-31 */

static const struct bf_rule_key fact_keys[] = {
	{ "soort", "kind" },
	{ "naam", "name" },
	{ "bron", "source" },
	{ "vraag", "question" },
	{ "uitleg", "help" },
	{ "keuzes", "choices" },
	{ "per", "per" },
	{ "som_van", "sum_of" },
	{ NULL, NULL },
};
enum { KIND, NAME, SOURCE, QUESTION, HELP, CHOICES, PER, SUM };

/* By bf_right_kind. */
static const struct bf_rule_key kinds[] = {
	{ "ja/nee", "yes/no" },
	{ "aantal", "count" },
	{ "euro", "euro" },
	{ "datum", "date" },
	{ "keuze", "choice" },
};
const struct bf_rule_key bf_right_per[] = {
	{ "gezin", "household" },
	{ "persoon", "person" },
	{ NULL, NULL },
};

static bool
is_name(const char *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";

	return name[0] >= 'a' && name[0] <= 'z'
		&& strspn(name, letters) == strlen(name) && strlen(name) <= 40;
}

static _Noreturn void
kind_fail(lua_State *L, int line)
{
	(void)bf_rule_raise_at(L, line,
		BF_N("“soort” is \"ja/nee\", \"aantal 0..12\", \"euro "
		     "0..500000\", \"datum\" or \"keuze\"."),
		(char *)NULL);
	__builtin_unreachable();
}

/* One end of a range, which stops at STOP. */
static bool
end_read(enum bf_right_kind kind, const char *text, size_t len, int64_t *out)
{
	char word[24], *rest;
	int32_t day;

	if (len == 0 || len >= sizeof(word))
		return false;
	memcpy(word, text, len);
	word[len] = '\0';
	if (kind == BF_RIGHT_DATE) {
		if (!bf_right_day(word, &day))
			return false;
		*out = day;
		return true;
	}
	*out = strtoll(word, &rest, 10);
	return *rest == '\0' && *out >= -FACT_MOST && *out <= FACT_MOST;
}

/* "0..12" */
static bool
range_read(struct bf_right_fact *fact, const char *text)
{
	const char *dots = strstr(text, "..");

	return dots
		&& end_read(fact->kind, text, (size_t)(dots - text), &fact->low)
		&& end_read(fact->kind, dots + 2, strlen(dots + 2), &fact->high)
		&& fact->low < fact->high;
}

static void
kind_read(lua_State *L, struct bf_right_fact *fact, const char *said, int line)
{
	size_t len = strcspn(said, " "), i;
	const char *range = said + len + strspn(said + len, " ");

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if ((strncmp(said, kinds[i].nl, len) == 0
			    && kinds[i].nl[len] == '\0')
			|| (strncmp(said, kinds[i].en, len) == 0
				&& kinds[i].en[len] == '\0'))
			break;
	if (i == sizeof(kinds) / sizeof(kinds[0]))
		kind_fail(L, line);
	fact->kind = (enum bf_right_kind)i;
	fact->high = 1;
	if (fact->kind == BF_RIGHT_DATE) {
		fact->low = DATE_LOW;
		fact->high = DATE_HIGH;
	}
	if (*range ? fact->kind == BF_RIGHT_YESNO
				|| fact->kind == BF_RIGHT_CHOICE
				|| !range_read(fact, range)
		   : fact->kind == BF_RIGHT_COUNT
				|| fact->kind == BF_RIGHT_EURO)
		kind_fail(L, line);
	if (fact->kind == BF_RIGHT_EURO) {
		fact->low *= 100;
		fact->high *= 100;
	}
}

/* { "code", nl = , en = , fr = } on top of the stack, which is popped. */
static void
choice_read(lua_State *L, struct bf_right_choice *choice, int line)
{
	struct bf_rule_key lang = { NULL, NULL };
	size_t i;

	if (!lua_istable(L, -1))
		(void)bf_rule_raise_at(L, line,
			BF_N("A choice is { \"code\", nl = \"...\", en = "
			     "\"...\", fr = \"...\" }."),
			(char *)NULL);
	lua_rawgeti(L, -1, 1);
	choice->code = bf_rule_text_pop(L, line, "keuzes");
	for (i = 0; i < BF_LANGS; i++) {
		lang.nl = lang.en = bf_langs[i];
		(void)bf_rule_member(L, -1, &lang);
		choice->title[i] = bf_rule_text_pop(L, line, bf_langs[i]);
	}
	lua_pop(L, 1);
}

static void
choices_read(lua_State *L, struct bf_right_fact *fact, int line)
{
	struct bf_right_choice *choices;
	size_t n, i;

	n = bf_rule_list_length(L, line, "keuzes");
	if (n < 2 || n > CHOICES_MOST)
		(void)bf_rule_raise_at(L, line,
			BF_N("A choice has 2 to 64 “keuzes”."), (char *)NULL);
	choices = bf_alloc(bf_rule_state(L)->arena, n * sizeof(*choices));
	for (i = 0; i < n; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i + 1);
		choice_read(L, &choices[i], line);
	}
	fact->choices = choices;
	fact->high = (int64_t)n - 1;
	lua_pop(L, 1);
}

int
bf_right_word(lua_State *L, int line, const struct bf_rule_key *key,
	const struct bf_rule_key *words, int fallback)
{
	const char *said;
	int i;

	if (bf_rule_member(L, -1, key) == LUA_TNIL && fallback >= 0) {
		lua_pop(L, 1);
		return fallback;
	}
	said = bf_rule_text_pop(L, line, key->nl);
	for (i = 0; words[i].nl; i++)
		if (strcmp(words[i].nl, said) == 0
			|| strcmp(words[i].en, said) == 0)
			return i;
	return bf_rule_raise_at(L, bf_rule_table_line(L, line, said),
		BF_N("“{1} = \"{2}\"” is not known. Write “{3}”, for "
		     "example."),
		key->nl, bf_rule_short(bf_rule_state(L)->arena, said),
		words[1].nl, (char *)NULL);
}

void
bf_right_texts(lua_State *L, int line, const struct bf_rule_key *key,
	const char *out[BF_LANGS])
{
	if (bf_rule_member(L, -1, key) == LUA_TNIL)
		lua_pop(L, 1);
	else
		bf_rule_texts_read(L, out, line, key->nl);
}

/* The fact on top of the stack, without what it is the sum of. */
static void
fact_read(lua_State *L, struct bf_right_fact *fact, int line)
{
	bf_rule_keys_check(L, -1, fact_keys, 0, line);
	(void)bf_rule_member(L, -1, &fact_keys[KIND]);
	kind_read(L, fact, bf_rule_text_pop(L, line, "soort"), line);
	(void)bf_rule_member(L, -1, &fact_keys[NAME]);
	bf_rule_texts_read(L, fact->title, line, "naam");
	(void)bf_rule_member(L, -1, &fact_keys[SOURCE]);
	fact->source = bf_rule_text_pop(L, line, "bron");
	bf_right_texts(L, line, &fact_keys[QUESTION], fact->question);
	bf_right_texts(L, line, &fact_keys[HELP], fact->help);
	if (bf_rule_member(L, -1, &fact_keys[CHOICES]) != LUA_TNIL
		|| fact->kind == BF_RIGHT_CHOICE)
		choices_read(L, fact, line);
	else
		lua_pop(L, 1);
	fact->person = bf_right_word(L, line, &fact_keys[PER], bf_right_per, 0);
}

/* The place of fact NAME that some fact is the sum of. */
static int
part_find(lua_State *L, const struct bf_right_fact *fact, const char *name,
	int line)
{
	const struct bf_rights *rights = bf_rule_state(L)->rights->rights;
	int part = bf_right_fact_named(L, line, name);

	if (rights->facts[part].kind != fact->kind
		|| &rights->facts[part] == fact
		|| (fact->kind != BF_RIGHT_COUNT
			&& fact->kind != BF_RIGHT_EURO))
		(void)bf_rule_raise_at(L, line,
			BF_N("“{1}” cannot be in a sum here: counts are the "
			     "sum of counts, euros of euros."),
			name, (char *)NULL);
	return part;
}

/* What the fact on top of the stack is the sum of. */
static void
sum_read(lua_State *L, struct bf_right_fact *fact, int line)
{
	size_t n, i;
	int *parts;

	if (bf_rule_member(L, -1, &fact_keys[SUM]) == LUA_TNIL) {
		lua_pop(L, 1);
		return;
	}
	n = bf_rule_list_length(L, line, "som_van");
	parts = bf_alloc(bf_rule_state(L)->arena, (n + 1) * sizeof(*parts));
	for (i = 0; i < n; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i + 1);
		parts[i] = part_find(
			L, fact, bf_rule_text_pop(L, line, "som_van"), line);
	}
	parts[n] = -1;
	fact->sum_of = parts;
	lua_pop(L, 1);
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* Where NAME = or ["NAME"] = stands first in TEXT: a table of Lua has no
 * order, the file has. */
static size_t
place_of(const char *text, const char *name)
{
	size_t len = strlen(name);
	const char *at = text, *end;

	for (; (at = strstr(at, name)) != NULL; at += len) {
		end = at + len;
		end += strspn(end, "\"'] \t\r\n");
		if (*end == '=' && (at == text || !letter(at[-1])))
			return (size_t)(at - text);
	}
	return SIZE_MAX;
}

struct found {
	const char *name;
	size_t place;
};

static int
by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return strcmp(x->name, y->name);
}

/* The names in the table at 1, as they stand in the file. */
static size_t
names_find(lua_State *L, struct found *found, int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	size_t n = 0;

	for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
		if (lua_type(L, -2) != LUA_TSTRING || !lua_istable(L, -1)
			|| !is_name(lua_tostring(L, -2)))
			(void)bf_rule_raise_at(L, line,
				BF_N("A fact is name = { ... }: small "
				     "letters, digits and _."),
				(char *)NULL);
		if (n == BF_RIGHT_FACTS - 1)
			(void)bf_rule_raise_at(L, line,
				BF_N("There are too many facts: over 63."),
				(char *)NULL);
		found[n].name = bf_strdup(load->arena, lua_tostring(L, -2));
		found[n].place = place_of(load->file->text, found[n].name);
		n++;
	}
	qsort(found, n, sizeof(*found), by_place);
	return n;
}

/* Do READ for each fact, with its table on top of the stack. */
static void
facts_each(lua_State *L, int line,
	void (*read)(lua_State *L, struct bf_right_fact *fact, int line))
{
	struct bf_rights *rights = bf_rule_state(L)->rights->rights;
	size_t i;

	for (i = 0; i < rights->fact_count; i++) {
		lua_getfield(L, 1, rights->facts[i].name);
		read(L, &rights->facts[i],
			bf_rule_table_line(L, line, rights->facts[i].name));
		lua_pop(L, 1);
	}
}

int
bf_right_facts(lua_State *L)
{
	struct bf_rule_load *load = bf_rule_state(L);
	struct bf_rights *rights = load->rights->rights;
	int line = bf_rule_statement(L);
	struct found found[BF_RIGHT_FACTS];
	size_t i;

	lua_settop(L, 1);
	(void)bf_rule_list_length(L, line, "feiten");
	if (!load->rights->facts)
		return bf_rule_raise_at(L, line,
			BF_N("Facts stand in feiten.lua, once for all rules."),
			(char *)NULL);
	rights->fact_count = names_find(L, found, line);
	rights->facts = bf_alloc(
		load->arena, (rights->fact_count + 1) * sizeof(*rights->facts));
	for (i = 0; i < rights->fact_count; i++)
		rights->facts[i].name = found[i].name;
	facts_each(L, line, fact_read);
	facts_each(L, line, sum_read);
	return 0;
}
