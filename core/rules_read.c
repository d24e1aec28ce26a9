/* Reads what a rule file states: its categories, or how one view is divided.
 *
 * A table of Lua does not know on which lines it stood: a fault about a word
 * finds that word in the text, from the last known line on.
 */
#include "nearest.h"
#include "rules_own.h"
#include "walk.h"
#include <lauxlib.h>
#include <lua.h>
#include <stdio.h>
#include <string.h>

#define VIEWS_MOST 16

/* categorieen { { code =, titel =, uitleg = }, ... } */
static const struct bf_rule_key category_keys[] = {
	{ "code", "code" },
	{ "titel", "title" },
	{ "uitleg", "help" },
	{ NULL, NULL },
};

static bool
is_code(const char *code)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	return code[0] >= 'a' && code[0] <= 'z'
		&& strspn(code, letters) == strlen(code) && strlen(code) <= 40;
}

static void
code_check(lua_State *L, const struct bf_rule_category *c, int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	const struct bf_rule_category *other;

	if (!is_code(c->code))
		(void)bf_rule_raise_at(L, line,
			BF_N("The code “{1}” may only have small letters, "
			     "digits and -."),
			c->code, (char *)NULL);
	for (other = load->categories; other < c; other++)
		if (strcmp(other->code, c->code) == 0)
			(void)bf_rule_raise_at(L,
				bf_rule_table_line(L, line + 1, c->code),
				BF_N("The category “{1}” is here twice."),
				c->code, (char *)NULL);
}

/* The category on top of the stack, which is popped. */
static int
category_read(lua_State *L, struct bf_rule_category *c, int line)
{
	if (!lua_istable(L, -1))
		(void)bf_rule_raise_at(L, line,
			BF_N("A category stands between { and }."),
			(char *)NULL);
	(void)bf_rule_member(L, -1, &category_keys[0]);
	c->code = bf_rule_text_pop(L, line, "code");
	line = bf_rule_table_line(L, line, c->code);
	code_check(L, c, line);
	bf_rule_keys_check(L, -1, category_keys, 0, line);
	(void)bf_rule_member(L, -1, &category_keys[1]);
	bf_rule_texts_read(L, c->title, line, "titel");
	if (bf_rule_member(L, -1, &category_keys[2]) == LUA_TNIL)
		lua_pop(L, 1);
	else
		bf_rule_texts_read(L, c->help, line, "uitleg");
	lua_pop(L, 1);
	return line;
}

int
bf_rule_categories(lua_State *L)
{
	struct bf_rule_load *load = bf_rule_state(L);
	int line = bf_rule_statement(L);
	size_t i, n, most = (size_t)load->scope->rules->most;
	char number[16];

	lua_settop(L, 1);
	n = bf_rule_list_length(L, line, "categorieen");
	snprintf(number, sizeof(number), "%zu", most);
	if (n == 0)
		return bf_rule_raise_at(
			L, line, BF_N("There is no category."), (char *)NULL);
	if (n > most)
		return bf_rule_raise_at(L, line,
			BF_N("There are more than {1} categories. Fewer are "
			     "easier to read."),
			number, (char *)NULL);
	load->categories = bf_alloc(load->arena, n * sizeof(*load->categories));
	for (i = 0; i < n; i++) {
		lua_rawgeti(L, 1, (lua_Integer)i + 1);
		line = category_read(L, &load->categories[i], line);
		load->category_count++;
	}
	return 0;
}

/* indeling { weergave =, feiten = {}, regels = {}, tests = {} } */
static const struct bf_rule_key class_keys[] = {
	{ "weergave", "view" },
	{ "feiten", "facts" },
	{ "regels", "rules" },
	{ "tests", "tests" },
	{ NULL, NULL },
};
static const struct bf_rule_key rule_keys[] = {
	{ "omdat", "because" },
	{ NULL, NULL },
};

static void
view_check(lua_State *L, struct bf_rule_class *class, int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	const char *words[VIEWS_MOST];
	size_t n = bf_rule_views(load->arena, load->scope->rules, words), i;

	line = bf_rule_table_line(L, line, class->view);
	for (i = 0; i < n; i++)
		if (strcmp(words[i], class->view) == 0)
			return;
	(void)bf_rule_raise_near(L, line, BF_N("There is no view “{1}”."),
		BF_N("There is no view “{1}”. Did you mean “{2}”?"),
		class->view, bf_nearest(class->view, words, n));
}

static void
facts_read(lua_State *L, struct bf_rule_class *class, int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	size_t n = bf_rule_list_length(L, line, "feiten"), i, at;
	const char *name;

	for (i = 0; i < n; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i + 1);
		name = bf_rule_text_pop(L, line, "feiten");
		if (!bf_rule_fact_find(load->scope->rules, name, &at))
			bf_rule_raise_near(L, bf_rule_table_line(L, line, name),
				BF_N("There is no fact “{1}”."),
				BF_N("There is no fact “{1}”. Did you mean “{2}”?"),
				name,
				bf_rule_fact_nearest(load->scope->rules, name));
		class->reads[at] = true;
	}
	lua_pop(L, 1);
}

/* The line of the first condition in NODE; 0: it does not say. */
static int
first_line(const struct bf_rule_node *node)
{
	int line = node->line, other;
	size_t i;

	for (i = 0; i < node->count; i++) {
		other = node->args[i]->line;
		if (other > 0 && other < line)
			line = other;
	}
	return line;
}

/* The rule on top of the stack, which is popped. */
static int
rule_read(lua_State *L, struct bf_rule *rule, const char **wanted, int line)
{
	if (!lua_istable(L, -1))
		(void)bf_rule_raise_at(L, line,
			BF_N("A rule is { \"category\", condition }."),
			(char *)NULL);
	lua_rawgeti(L, -1, 2);
	rule->when = bf_rule_node_at(L, -1);
	lua_pop(L, 1);
	lua_rawgeti(L, -1, 1);
	*wanted = bf_rule_text_pop(L, line, "categorie");
	line = rule->when && first_line(rule->when) > 0
		? first_line(rule->when)
		: bf_rule_table_line(L, line + 1, *wanted);
	if (rule->when == NULL)
		bf_rule_text_blame(bf_rule_state(L));
	if (rule->when == NULL || rule->when->type != RULE_YESNO)
		(void)bf_rule_raise_at(L, line,
			BF_N("After “{1}” a condition is missing. A rule is { "
			     "\"category\", condition }."),
			*wanted, (char *)NULL);
	bf_rule_keys_check(L, -1, rule_keys, 2, line);
	if (bf_rule_member(L, -1, &rule_keys[0]) == LUA_TNIL)
		lua_pop(L, 1);
	else
		rule->because = bf_rule_text_pop(L, line, "omdat");
	rule->when->used = true;
	rule->line = line;
	lua_pop(L, 1);
	return line;
}

static void
rules_read(lua_State *L, struct bf_rule_class *class, int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	size_t i;

	class->rule_count = bf_rule_list_length(L, line, "regels");
	class->rules = bf_alloc(
		load->arena, (class->rule_count + 1) * sizeof(*class->rules));
	load->wanted = bf_alloc(
		load->arena, (class->rule_count + 1) * sizeof(*load->wanted));
	for (i = 0; i < class->rule_count; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i + 1);
		line = rule_read(L, &class->rules[i], &load->wanted[i], line);
	}
	lua_pop(L, 1);
}

/* { naam = "...", bedrag = 1000 } on top of the stack, which is popped. */
static void
line_read(lua_State *L, struct bf_rule_line *out, const bool *reads, int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	const struct bf_fact *facts = load->scope->rules->facts;
	size_t n = 0, at;
	const char **text;
	int64_t *number;
	const char *name;

	while (facts[n].name)
		n++;
	text = bf_alloc(load->arena, n * sizeof(*text));
	number = bf_alloc(load->arena, n * sizeof(*number));
	for (at = 0; at < n; at++)
		text[at] = "";
	*out = (struct bf_rule_line){ text, number };
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
						      : "?";
		if (!bf_rule_fact_find(load->scope->rules, name, &at)
			|| !reads[at])
			bf_rule_raise_near(L, bf_rule_table_line(L, line, name),
				BF_N("“{1}” is not in the facts of this file."),
				BF_N("“{1}” is not in the facts of this file. "
				     "Did you mean “{2}”?"),
				name,
				bf_rule_fact_nearest(load->scope->rules, name));
		if (facts[at].type == BF_FACT_TEXT
			&& lua_type(L, -1) == LUA_TSTRING)
			text[at] = bf_strdup(load->arena, lua_tostring(L, -1));
		else if (facts[at].type == BF_FACT_EURO
			&& lua_type(L, -1) == LUA_TNUMBER)
			number[at] = bf_rule_hundredths(L, -1);
		else
			(void)bf_rule_raise_at(L,
				bf_rule_table_line(L, line, name),
				facts[at].type == BF_FACT_TEXT
					? BF_N("“{1}” must be a text between "
					       "quotes.")
					: BF_N("“{1}” must be a number."),
				name, (char *)NULL);
	}
	lua_pop(L, 1);
}

/* { "what", { facts }, "category" } on top of the stack, which is popped. */
static int
test_read(lua_State *L, struct bf_rule_test *test, const char **want,
	const bool *reads, int line)
{
	static const struct bf_rule_key none[] = { { NULL, NULL } };

	if (!lua_istable(L, -1))
		(void)bf_rule_raise_at(L, line,
			BF_N("A test is { \"what\", { facts }, \"category\" "
			     "}."),
			(char *)NULL);
	lua_rawgeti(L, -1, 1);
	test->name = bf_rule_text_pop(L, line, "test");
	line = test->line = bf_rule_table_line(L, line, test->name);
	bf_rule_keys_check(L, -1, none, 3, line);
	if (lua_rawgeti(L, -1, 2) != LUA_TTABLE)
		(void)bf_rule_raise_at(L, line,
			BF_N("A test is { \"what\", { facts }, \"category\" "
			     "}."),
			(char *)NULL);
	line_read(L, &test->facts, reads, line);
	lua_rawgeti(L, -1, 3);
	*want = NULL;
	if (bf_rule_is_nothing(L, -1))
		lua_pop(L, 1);
	else
		*want = bf_rule_text_pop(L, line, "categorie");
	lua_pop(L, 1);
	return line;
}

static void
tests_read(lua_State *L, struct bf_rule_class *class, int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	size_t i;

	class->test_count = bf_rule_list_length(L, line, "tests");
	class->tests = bf_alloc(
		load->arena, (class->test_count + 1) * sizeof(*class->tests));
	load->expected = bf_alloc(
		load->arena, (class->test_count + 1) * sizeof(*load->expected));
	for (i = 0; i < class->test_count; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i + 1);
		line = test_read(L, &class->tests[i], &load->expected[i],
			class->reads, line);
	}
	lua_pop(L, 1);
}

/* Every fact in NODE was declared. */
static void
facts_check(lua_State *L, struct bf_rule_node *node, const bool *reads)
{
	const struct bf_fact *facts = bf_rule_state(L)->scope->rules->facts;
	size_t i;

	if (node->place == BF_RULE_SEEN)
		return;
	node->place = BF_RULE_SEEN;
	if (node->op == &bf_rule_fact && !reads[node->fact])
		(void)bf_rule_raise_at(L, node->line,
			BF_N("feit.{1} is used here, but “{1}” is not in the "
			     "list feiten = { ... }. Add it there."),
			facts[node->fact].name, (char *)NULL);
	for (i = 0; i < node->count; i++)
		facts_check(L, node->args[i], reads);
}

static struct bf_rule_class *
class_new(struct bf_rule_load *load)
{
	struct bf_rule_class *class = bf_alloc(load->arena, sizeof(*class));
	size_t n = 0;

	while (load->scope->rules->facts[n].name)
		n++;
	class->file = load->file->name;
	class->reads = bf_alloc(load->arena, n * sizeof(*class->reads));
	return load->class = class;
}

int
bf_rule_class(lua_State *L)
{
	struct bf_rule_load *load = bf_rule_state(L);
	int line = bf_rule_statement(L);
	struct bf_rule_class *class = class_new(load);
	size_t i;

	lua_settop(L, 1);
	(void)bf_rule_list_length(L, line, "indeling");
	bf_rule_keys_check(L, 1, class_keys, 0, line);
	(void)bf_rule_member(L, 1, &class_keys[0]);
	class->view = bf_rule_text_pop(L, line, "weergave");
	view_check(L, class, line);
	(void)bf_rule_member(L, 1, &class_keys[1]);
	facts_read(L, class, line);
	(void)bf_rule_member(L, 1, &class_keys[2]);
	rules_read(L, class, line);
	for (i = 0; i < class->rule_count; i++)
		facts_check(L, class->rules[i].when, class->reads);
	(void)bf_rule_member(L, 1, &class_keys[3]);
	tests_read(L, class, line);
	return 0;
}
