/* The vocabulary of rule files: a table of words, Dutch with English beside,
 * and what may stand between their brackets.
 */
#include "nearest.h"
#include "rights_own.h"
#include "walk.h"
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <string.h>

#define ARGS_MOST 2000
#define WORDS_MOST 128

static const struct bf_rule_op ops[] = {
	{ "bevat", "contains", RULE_CONTAINS, RULE_YESNO, RULE_TEXT, RULE_WORD,
		2, -1, BF_N("{1} contains {*}") },
	{ "woord", "word", RULE_HAS_WORD, RULE_YESNO, RULE_TEXT, RULE_WORD, 2,
		-1, BF_N("{1} has the word {*}") },
	{ "begint_met", "starts_with", RULE_STARTS, RULE_YESNO, RULE_TEXT,
		RULE_WORD, 2, -1, BF_N("{1} begins with {*}") },
	{ "is", "equals", RULE_IS, RULE_YESNO, RULE_NONE, RULE_SAME, 2, -1,
		BF_N("{1} is {*}") },
	{ "meer_dan", "more_than", RULE_MORE, RULE_YESNO, RULE_NUMBER,
		RULE_NUMBER, 2, 2, BF_N("{1} is more than {2}") },
	{ "minstens", "at_least", RULE_AT_LEAST, RULE_YESNO, RULE_NUMBER,
		RULE_NUMBER, 2, 2, BF_N("{1} is at least {2}") },
	{ "minder_dan", "less_than", RULE_LESS, RULE_YESNO, RULE_NUMBER,
		RULE_NUMBER, 2, 2, BF_N("{1} is less than {2}") },
	{ "hoogstens", "at_most", RULE_AT_MOST, RULE_YESNO, RULE_NUMBER,
		RULE_NUMBER, 2, 2, BF_N("{1} is at most {2}") },
	{ "tussen", "between", RULE_BETWEEN, RULE_YESNO, RULE_NUMBER,
		RULE_NUMBER, 3, 3, BF_N("{1} is from {2} to {3}") },
	{ "een_van", "any_of", RULE_ANY, RULE_YESNO, RULE_YESNO, RULE_YESNO, 1,
		-1, BF_N("{|}") },
	{ "alle_van", "all_of", RULE_ALL, RULE_YESNO, RULE_YESNO, RULE_YESNO, 1,
		-1, BF_N("{&}") },
	{ "geen_van", "none_of", RULE_NO, RULE_YESNO, RULE_YESNO, RULE_YESNO, 1,
		-1, BF_N("not: {|}") },
	{ "altijd", "always", RULE_ALWAYS, RULE_YESNO, RULE_NONE, RULE_NONE, 0,
		0, BF_N("always") },
};

const struct bf_rule_op bf_rule_fact = { .code = RULE_FACT };
const struct bf_rule_op bf_rule_constant = { .code = RULE_CONSTANT,
	.result = RULE_NUMBER };
const struct bf_rule_op bf_rule_word = { .code = RULE_CONSTANT,
	.result = RULE_WORD };
const struct bf_rule_op bf_rule_plus = {
	.code = RULE_PLUS, .result = RULE_NUMBER, .says = BF_N("{1} plus {2}")
};
const struct bf_rule_op bf_rule_minus = {
	.code = RULE_MINUS, .result = RULE_NUMBER, .says = BF_N("{1} minus {2}")
};

static const char *const expected[] = {
	[RULE_YESNO] = BF_N("In {1}, number {2} is {3}; a condition is needed "
			    "there."),
	[RULE_TEXT] = BF_N("In {1}, number {2} is {3}; a fact with text is "
			   "needed there, such as feit.naam."),
	[RULE_NUMBER] = BF_N("In {1}, number {2} is {3}; a number is needed "
			     "there."),
	[RULE_WORD] = BF_N("In {1}, number {2} is {3}; a text between quotes "
			   "is needed there."),
	[RULE_NONE] = BF_N("In {1}, number {2} is {3}; a fact is needed "
			   "there."),
	[RULE_DATE] = BF_N("In {1}, number {2} is {3}; a date is needed "
			   "there."),
	[RULE_LIST] = BF_N("In {1}, number {2} is {3}; an amount that is a "
			   "list is needed there, such as bedrag.lijst."),
	[RULE_SCALE] = BF_N("In {1}, number {2} is {3}; a number, a date or a "
			    "choice is needed there."),
	[RULE_ORDER] = BF_N("In {1}, number {2} is {3}; a number or a date is "
			    "needed there."),
};

/* The value at INDEX in the words of a rule file. */
static const char *
shown(lua_State *L, int index)
{
	struct bf_rule_load *load = bf_rule_state(L);
	const struct bf_rule_node *node = bf_rule_node_at(L, index);

	if (node && node->op->nl)
		return bf_printf(load->arena, "%s(...)", node->op->nl);
	if (node && node->op == &bf_rule_fact)
		return bf_printf(load->arena, "feit.%s", node->text);
	if (node && node->op->code == RULE_AMOUNT)
		return bf_printf(load->arena, "bedrag.%s", node->text);
	if (lua_type(L, index) == LUA_TSTRING)
		return bf_printf(load->arena, "“%s”",
			bf_rule_short(load->arena, lua_tostring(L, index)));
	if (lua_type(L, index) == LUA_TNUMBER)
		return bf_strdup(load->arena, lua_tostring(L, index));
	if (lua_isboolean(L, index))
		return lua_toboolean(L, index) ? "ja" : "nee";
	return node ? "+ -" : lua_istable(L, index) ? "{ ... }" : "?";
}

static struct bf_rule_node *
word_push(lua_State *L, int index)
{
	struct bf_rule_load *load = bf_rule_state(L);
	char folded[BF_RULE_WORD_MOST];
	struct bf_rule_node *node;
	size_t len;
	const char *text = lua_tolstring(L, index, &len);

	load->word_bytes += len;
	(void)bf_rule_fold(text, folded, sizeof(folded));
	if (folded[strspn(folded, " *")] == '\0' || !bf_text_ok(text, len))
		(void)bf_rule_raise(L,
			BF_N("A text is empty, or holds something that is no "
			     "character."),
			(char *)NULL);
	if (len > BF_RULE_WORD_MOST || load->word_bytes > BF_RULE_WORDS_MOST)
		(void)bf_rule_raise(L,
			BF_N("The texts of this file are too long."),
			(char *)NULL);
	node = bf_rule_node_push(L, &bf_rule_word);
	node->text = bf_strdup(load->arena, text);
	return node;
}

static bool
fits(const struct bf_rule_node *node, enum bf_rule_type type)
{
	switch (type) {
	case RULE_NONE:
		return node->op == &bf_rule_fact;
	case RULE_SCALE:
		return node->type == RULE_NUMBER || node->type == RULE_DATE
			|| node->type == RULE_CHOICE;
	case RULE_ORDER:
		return node->type == RULE_NUMBER || node->type == RULE_DATE;
	case RULE_LIST:
		return node->op->code == RULE_AMOUNT;
	default:
		return node->type == type;
	}
}

/* The argument at INDEX as a node, where TYPE is needed; NULL does not fit. */
static struct bf_rule_node *
arg(lua_State *L, int index, enum bf_rule_type type)
{
	struct bf_rule_node *node = bf_rule_node_at(L, index);
	int lua = lua_type(L, index);

	if (node)
		return fits(node, type) ? node : NULL;
	if (lua == LUA_TSTRING && type == RULE_WORD)
		return word_push(L, index);
	if (lua == LUA_TNUMBER
		&& (type == RULE_NUMBER || type == RULE_SCALE
			|| type == RULE_ORDER))
		return bf_rule_state(L)->words->number(L, index);
	return NULL;
}

/* een_van { a, b } is een_van(a, b). */
static int
args_spread(lua_State *L, const struct bf_rule_op *op)
{
	int count = lua_gettop(L), i;

	if (count == 1 && lua_type(L, 1) == LUA_TTABLE) {
		count = lua_rawlen(L, 1) > ARGS_MOST ? ARGS_MOST + 1
						     : (int)lua_rawlen(L, 1);
		luaL_checkstack(L, 2 * count + 20, NULL);
		for (i = 1; i <= count; i++)
			lua_rawgeti(L, 1, i);
		lua_remove(L, 1);
	}
	if (count > ARGS_MOST)
		(void)bf_rule_raise(L, BF_N("{1} holds too many things."),
			op->nl, (char *)NULL);
	luaL_checkstack(L, count + 20, NULL);
	return count;
}

static void
count_check(lua_State *L, const struct bf_rule_op *op, int count)
{
	char need[16], got[16];

	snprintf(need, sizeof(need), "%d", op->least);
	snprintf(got, sizeof(got), "%d", count);
	if (count < op->least)
		(void)bf_rule_raise(L,
			BF_N("{1} needs {2} things between its brackets or "
			     "more; there are {3}."),
			op->nl, need, got, (char *)NULL);
	if (op->most >= 0 && count > op->most)
		(void)bf_rule_raise(L,
			BF_N("{1} needs {2} things between its brackets; "
			     "there are {3}."),
			op->nl, need, got, (char *)NULL);
	if (op->rest == RULE_BRANCH && count % 2 == 0)
		(void)bf_rule_raise(L,
			BF_N("At the end of {1} a number is missing, for where "
			     "no condition in it holds."),
			op->nl, (char *)NULL);
}

/* What is needed at place I of COUNT, after the first argument FIRST. */
static enum bf_rule_type
type_at(const struct bf_rule_op *op, int i, int count,
	const struct bf_rule_node *first)
{
	if (i == 0)
		return op->first;
	if (op->rest == RULE_BRANCH)
		return i % 2 == 0 && i + 1 < count ? RULE_YESNO : RULE_NUMBER;
	if (op->rest != RULE_SAME)
		return op->rest;
	if (first->type == RULE_TEXT || first->type == RULE_CHOICE)
		return RULE_WORD;
	return first->type == RULE_DATE ? RULE_DATE : RULE_NUMBER;
}

static int
word_call(lua_State *L)
{
	const struct bf_rule_op *op = lua_touserdata(L, lua_upvalueindex(1));
	struct bf_rule_load *load = bf_rule_state(L);
	int count = args_spread(L, op), i;
	struct bf_rule_node **args, *node;
	enum bf_rule_type type;
	char place[16];

	count_check(L, op, count);
	args = bf_alloc(load->arena, ((size_t)count + 1) * sizeof(*args));
	for (i = 0; i < count; i++) {
		type = type_at(op, i, count, args[0]);
		args[i] = arg(L, i + 1, type);
		snprintf(place, sizeof(place), "%d", i + 1);
		if (args[i])
			continue;
		if (lua_isboolean(L, i + 1))
			bf_rule_text_blame(load);
		return bf_rule_raise(L, expected[type], op->nl, place,
			shown(L, i + 1), (char *)NULL);
	}
	node = bf_rule_node_push(L, op);
	bf_rule_join(L, node, args, (size_t)count);
	return 1;
}

/* feit.naam */
static int
fact_get(lua_State *L)
{
	struct bf_rule_load *load = bf_rule_state(L);
	const char *name = lua_tostring(L, 2);
	struct bf_rule_node *node;
	size_t i;

	if (name == NULL)
		name = "?";
	if (!bf_rule_fact_find(load->scope->rules, name, &i))
		return bf_rule_raise_near(L, 0, BF_N("There is no fact “{1}”."),
			BF_N("There is no fact “{1}”. Did you mean “{2}”?"),
			name, bf_rule_fact_nearest(load->scope->rules, name));
	node = bf_rule_node_push(L, &bf_rule_fact);
	node->fact = i;
	node->text = load->scope->rules->facts[i].name;
	node->type = load->scope->rules->facts[i].type == BF_FACT_TEXT
		? RULE_TEXT
		: RULE_NUMBER;
	node->low = -BF_EURO_MOST;
	node->high = BF_EURO_MOST;
	node->used = true;
	return 1;
}

bool
bf_rule_fact_find(const struct bf_rules *rules, const char *name, size_t *at)
{
	size_t i;

	for (i = 0; rules->facts[i].name; i++)
		if (strcmp(rules->facts[i].name, name) == 0
			|| strcmp(rules->facts[i].alias, name) == 0) {
			*at = i;
			return true;
		}
	return false;
}

const char *
bf_rule_fact_nearest(const struct bf_rules *rules, const char *name)
{
	const char *words[2 * WORDS_MOST];
	size_t i, n = 0;

	for (i = 0; i < WORDS_MOST && rules->facts[i].name; i++) {
		words[n++] = rules->facts[i].name;
		words[n++] = rules->facts[i].alias;
	}
	return bf_nearest(name, words, n);
}

static bool
is_fact(const struct bf_rule_load *load, const char *name)
{
	size_t at;

	return load->rights ? bf_rights_fact(load->rights->rights, name) >= 0
			    : bf_rule_fact_find(load->scope->rules, name, &at);
}

static int
word_unknown(lua_State *L)
{
	const char *name = lua_tostring(L, 2);
	const char *words[WORDS_MOST];
	size_t n = 0;

	lua_pushnil(L);
	while (lua_next(L, lua_upvalueindex(1))) {
		lua_pop(L, 1);
		if (n < WORDS_MOST
			&& strstr(lua_tostring(L, -1), "pairs") == NULL)
			words[n++] = lua_tostring(L, -1);
	}
	if (name == NULL)
		name = "?";
	if (is_fact(bf_rule_state(L), name))
		return bf_rule_raise(L,
			BF_N("“{1}” is a fact: write feit.{1}."), name,
			(char *)NULL);
	bf_rule_text_dash(bf_rule_state(L), name);
	return bf_rule_raise_near(L, 0,
		BF_N("“{1}” is no word of the rules. Is it a text? Then put it "
		     "between quotes."),
		BF_N("“{1}” is no word of the rules. Did you mean “{2}”?"),
		name, bf_nearest(name, words, n));
}

/* A word of the vocabulary, or a fault. */
static int
word_get(lua_State *L)
{
	lua_pushvalue(L, 2);
	if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL)
		return word_unknown(L);
	return 1;
}

static int
word_set(lua_State *L)
{
	return bf_rule_raise(L,
		BF_N("{1} = ... cannot stand here. Write local {1} = ... to "
		     "give something a name."),
		lua_tostring(L, 2) ? lua_tostring(L, 2) : "?", (char *)NULL);
}

void
bf_rule_both_names(lua_State *L, const char *nl, const char *en)
{
	lua_pushvalue(L, -1);
	lua_setfield(L, -3, nl);
	lua_setfield(L, -2, en);
}

static int
read_only(lua_State *L)
{
	return bf_rule_raise(L, BF_N("Facts can only be read."), (char *)NULL);
}

void
bf_rule_proxy_open(
	lua_State *L, lua_CFunction get, const char *nl, const char *en)
{
	lua_newtable(L);
	lua_newtable(L);
	lua_pushcfunction(L, get);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, read_only);
	lua_setfield(L, -2, "__newindex");
	lua_setmetatable(L, -2);
	bf_rule_both_names(L, nl, en);
}

/* The word "nothing" of tests is one value, known by its address. */
static const char nothing;

bool
bf_rule_is_nothing(lua_State *L, int index)
{
	return lua_islightuserdata(L, index)
		&& lua_touserdata(L, index) == &nothing;
}

static void
budget_open(lua_State *L)
{
	lua_pushcfunction(L, bf_rule_categories);
	bf_rule_both_names(L, "categorieen", "categories");
	lua_pushcfunction(L, bf_rule_class);
	bf_rule_both_names(L, "indeling", "classification");
	lua_pushlightuserdata(L, (void *)&nothing);
	bf_rule_both_names(L, "niets", "nothing");
	bf_rule_proxy_open(L, fact_get, "feit", "fact");
}

const struct bf_rule_vocabulary bf_rule_budget_words = { ops,
	sizeof(ops) / sizeof(ops[0]), bf_rule_number_push, bf_rule_signs,
	budget_open,
	BF_N("This file says nothing: categorieen { ... } or indeling { ... } "
	     "is missing.") };

static void
words_open(lua_State *L)
{
	const struct bf_rule_vocabulary *words = bf_rule_state(L)->words;
	size_t i;

	for (i = 0; i < words->op_count; i++) {
		lua_pushlightuserdata(L, (void *)&words->ops[i]);
		lua_pushcclosure(L, word_call, 1);
		bf_rule_both_names(L, words->ops[i].nl, words->ops[i].en);
	}
	words->open(L);
}

/* altijd is written without brackets. */
static void
always_open(lua_State *L)
{
	struct bf_rule_node *node;

	lua_getfield(L, -1, "altijd");
	lua_call(L, 0, 1);
	node = bf_rule_node_at(L, -1);
	node->used = true;
	node->line = 0;
	bf_rule_both_names(L, "altijd", "always");
}

static void
lua_open(lua_State *L)
{
	static const char *const kept[] = { "ipairs", "pairs", NULL };
	const char *const *name;

	luaL_requiref(L, LUA_GNAME, luaopen_base, 0);
	for (name = kept; *name; name++) {
		lua_getfield(L, -1, *name);
		lua_setfield(L, -3, *name);
	}
	lua_pop(L, 1);
}

void
bf_rule_words_open(lua_State *L)
{
	bf_rule_nodes_open(L);
	lua_newtable(L); /* the vocabulary */
	lua_open(L);
	words_open(L);
	always_open(L);
	lua_newtable(L); /* what the file sees as its globals */
	lua_newtable(L);
	lua_pushvalue(L, -3);
	lua_pushcclosure(L, word_get, 1);
	lua_setfield(L, -2, "__index");
	lua_pushcfunction(L, word_set);
	lua_setfield(L, -2, "__newindex");
	lua_setmetatable(L, -2);
	lua_remove(L, -2);
}
