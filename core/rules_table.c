/* Reads the tables of a rule file: named members, lists, texts.
 *
 * A table of Lua does not know on which lines it stood: a fault about a word
 * finds that word in the text, from the last known line on.
 */
#include "nearest.h"
#include "rules_own.h"
#include "walk.h"
#include <lauxlib.h>
#include <lua.h>
#include <string.h>

#define LIST_MOST 5000
#define KEYS_MOST 80

int
bf_rule_table_line(lua_State *L, int line, const char *word)
{
	return bf_rule_line_of(bf_rule_state(L)->file, line, word);
}

static _Noreturn void
fail_key(lua_State *L, const struct bf_rule_key *keys, const char *word,
	int line)
{
	struct bf_rule_load *load = bf_rule_state(L);
	const char *words[KEYS_MOST], *near;
	size_t n = 0;

	for (; keys[n / 2].nl; n += 2) {
		words[n] = keys[n / 2].nl;
		words[n + 1] = keys[n / 2].en;
	}
	near = bf_nearest(word, words, n);
	line = bf_rule_table_line(L, line, word);
	word = bf_rule_short(load->arena, word);
	if (near)
		(void)bf_rule_raise_at(L, line,
			BF_N("“{1} =” is not known here. Did you mean “{2} "
			     "=”?"),
			word, near, (char *)NULL);
	(void)bf_rule_raise_at(L, line, BF_N("“{1} =” is not known here."),
		word, (char *)NULL);
	__builtin_unreachable();
}

static bool
key_known(const struct bf_rule_key *keys, const char *word)
{
	for (; keys->nl; keys++)
		if (strcmp(keys->nl, word) == 0 || strcmp(keys->en, word) == 0)
			return true;
	return false;
}

/* The table at INDEX says none of KEYS in both languages: only one of both
 * would be read. */
static void
keys_once(lua_State *L, int index, const struct bf_rule_key *keys, int line)
{
	bool nl, en;

	for (; keys->nl; keys++) {
		nl = lua_getfield(L, index, keys->nl) != LUA_TNIL;
		en = lua_getfield(L, index, keys->en) != LUA_TNIL;
		lua_pop(L, 2);
		if (nl && en && strcmp(keys->nl, keys->en) != 0)
			(void)bf_rule_raise_at(L,
				bf_rule_table_line(L, line, keys->en),
				BF_N("“{1} =” and “{2} =” mean the same, and "
				     "only one of both would be read. Take "
				     "one out."),
				keys->nl, keys->en, (char *)NULL);
	}
}

void
bf_rule_keys_check(lua_State *L, int index, const struct bf_rule_key *keys,
	lua_Integer plain, int line)
{
	lua_Integer n = 0;
	const char *word;

	index = lua_absindex(L, index);
	lua_pushnil(L);
	while (lua_next(L, index)) {
		lua_pop(L, 1);
		if (lua_isinteger(L, -1)) {
			n++;
			continue;
		}
		word = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1)
						      : "?";
		if (!key_known(keys, word))
			fail_key(L, keys, word, line);
	}
	keys_once(L, index, keys, line);
	if (n > plain || (lua_Integer)lua_rawlen(L, index) != n)
		(void)bf_rule_raise_at(L, line,
			BF_N("Here stands something without a name, or a "
			     "comma too many."),
			(char *)NULL);
}

/* Push the member KEY of the table at INDEX; its type. */
int
bf_rule_member(lua_State *L, int index, const struct bf_rule_key *key)
{
	int type;

	index = lua_absindex(L, index);
	lua_pushstring(L, key->nl);
	type = lua_rawget(L, index);
	if (type != LUA_TNIL)
		return type;
	lua_pop(L, 1);
	lua_pushstring(L, key->en);
	return lua_rawget(L, index);
}

size_t
bf_rule_list_length(lua_State *L, int line, const char *what)
{
	size_t n;

	if (!lua_istable(L, -1))
		(void)bf_rule_raise_at(L, line,
			BF_N("“{1} = { ... }” is missing."), what,
			(char *)NULL);
	n = lua_rawlen(L, -1);
	if (n > LIST_MOST)
		(void)bf_rule_raise_at(
			L, line, BF_N("{1} is too long."), what, (char *)NULL);
	return n;
}

/* The text on top of the stack, which is popped. */
const char *
bf_rule_text_pop(lua_State *L, int line, const char *what)
{
	struct bf_rule_load *load = bf_rule_state(L);
	const char *text = NULL;

	if (lua_type(L, -1) == LUA_TSTRING)
		text = bf_strdup(load->arena, lua_tostring(L, -1));
	if (text == NULL || !bf_text_ok(text, lua_rawlen(L, -1))
		|| text[strspn(text, " \t\r\n")] == '\0')
		(void)bf_rule_raise_at(L, line,
			BF_N("“{1} = \"...\"” is missing, or no text."), what,
			(char *)NULL);
	lua_pop(L, 1);
	return text;
}

/* A text in each language; one alone stands for all. */
void
bf_rule_texts_read(
	lua_State *L, const char *out[BF_LANGS], int line, const char *what)
{
	struct bf_rule_key langs[BF_LANGS + 1] = { { NULL, NULL } };
	const char *one;
	size_t i;

	if (lua_type(L, -1) != LUA_TTABLE) {
		one = bf_rule_text_pop(L, line, what);
		for (i = 0; i < BF_LANGS; i++)
			out[i] = one;
		return;
	}
	for (i = 0; i < BF_LANGS; i++)
		langs[i].nl = langs[i].en = bf_langs[i];
	bf_rule_keys_check(L, -1, langs, 0, line);
	for (i = 0; i < BF_LANGS; i++) {
		(void)bf_rule_member(L, -1, &langs[i]);
		out[i] = bf_rule_text_pop(L, line, langs[i].nl);
	}
	lua_pop(L, 1);
}

/* The line of the statement, which a file makes once. */
int
bf_rule_statement(lua_State *L)
{
	struct bf_rule_load *load = bf_rule_state(L);
	int line = bf_rule_line_now(L);

	if (load->said)
		(void)bf_rule_raise_at(L, line,
			BF_N("A file says one thing: this is its second "
			     "statement. Put it in a file of its own."),
			(char *)NULL);
	load->said = true;
	load->said_line = line;
	luaL_checkstack(L, 20, NULL);
	return line;
}
