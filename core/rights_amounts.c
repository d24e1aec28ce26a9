/* Reads amounts with the day from which they hold: bedragen = { ... }. */
#include "rights_own.h"
#include <ctype.h>
#include <lua.h>
#include <stdlib.h>
#include <string.h>

#define BLOCKS_MOST 200

static const struct bf_rule_key block_keys[] = {
	{ "bron", "source" },
	{ "zekerheid", "sure" },
	{ "bevestigd_tot", "confirmed_until" },
	{ NULL, NULL },
};
enum { SOURCE, SURE, UNTIL };

static bool
is_block_key(const char *name)
{
	const struct bf_rule_key *key;

	for (key = block_keys; key->nl; key++)
		if (strcmp(key->nl, name) == 0 || strcmp(key->en, name) == 0)
			return true;
	return false;
}

struct bf_right_named *
bf_right_named(const struct bf_right_law *law, const char *name)
{
	struct bf_right_named *n = law->named;

	while (n && strcmp(n->name, name) != 0)
		n = n->next;
	return n;
}

const struct bf_right_value *
bf_right_value_on(const struct bf_right_named *named, int32_t day)
{
	const struct bf_right_value *v = named->newest;

	while (v && v->from > day)
		v = v->next;
	return v;
}

static struct bf_right_named *
named_make(lua_State *L, struct bf_right_law *law, const char *name, int line)
{
	struct bf_right_named *n = bf_right_named(law, name);

	if (n)
		return n;
	n = bf_alloc(bf_rule_state(L)->arena, sizeof(*n));
	n->name = bf_strdup(bf_rule_state(L)->arena, name);
	n->line = line;
	n->next = law->named;
	return law->named = n;
}

/* The list on top of the stack has nothing beside its COUNT numbers: what
 * stands at [0], or has a name, would be lost without a word. */
static void
list_check(lua_State *L, size_t count, const char *name, int line)
{
	size_t n = 0;

	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
		n++;
	if (n != count)
		(void)bf_rule_raise_at(L, line,
			BF_N("The list “{1}” is { 42, 63, 84 }: only numbers, "
			     "the first is for 0."),
			name, (char *)NULL);
}

/* The value on top of the stack, which stays. */
static void
value_read(
	lua_State *L, struct bf_right_value *value, const char *name, int line)
{
	size_t i, n;

	value->list = lua_istable(L, -1);
	n = value->list ? lua_rawlen(L, -1) : 1;
	if (n == 0 || n > BF_RIGHT_LIST)
		(void)bf_rule_raise_at(L, line,
			BF_N("The list “{1}” has 1 to 256 numbers."), name,
			(char *)NULL);
	if (value->list)
		list_check(L, n, name, line);
	value->count = n;
	value->values = bf_alloc(
		bf_rule_state(L)->arena, n * sizeof(*value->values));
	for (i = 0; i < n; i++) {
		if (value->list)
			lua_rawgeti(L, -1, (lua_Integer)i + 1);
		else
			lua_pushvalue(L, -1);
		if (lua_type(L, -1) != LUA_TNUMBER)
			(void)bf_rule_raise_at(L, line,
				BF_N("“{1}” must be a number."), name,
				(char *)NULL);
		value->values[i] = bf_right_ratio(L, -1);
		lua_pop(L, 1);
	}
}

/* The amounts of the block on top of the stack. */
static void
block_values(lua_State *L, struct bf_right_law *law, int32_t day, int line)
{
	struct bf_right_named *named;
	struct bf_right_value *value;
	const char *name;

	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
						      : NULL;
		if (name == NULL)
			(void)bf_rule_raise_at(L, line,
				BF_N("Here stands something without a name, or "
				     "a comma too many."),
				(char *)NULL);
		if (is_block_key(name))
			continue;
		value = bf_alloc(bf_rule_state(L)->arena, sizeof(*value));
		value->from = day;
		value_read(L, value, name, bf_rule_table_line(L, line, name));
		named = named_make(L, law, name, line);
		value->next = named->newest;
		named->newest = value;
	}
}

/* The block on top of the stack, which is popped. */
static void
block_read(lua_State *L, struct bf_right_law *law,
	struct bf_right_figures *figures, int line)
{
	if (bf_rule_member(L, -1, &block_keys[SOURCE]) == LUA_TNIL) {
		lua_pop(L, 1);
		figures->source = law->shown->source;
	} else
		figures->source = bf_right_source(L, line);
	figures->source.sure = (enum bf_right_sure)bf_right_word(L, line,
		&block_keys[SURE], bf_right_sures, (int)figures->source.sure);
	figures->until = bf_right_day_of(
		L, line, &block_keys[UNTIL], figures->from - 1);
	if (figures->until < figures->from - 1)
		(void)bf_rule_raise_at(L, line,
			BF_N("“bevestigd_tot” is before the day on which these "
			     "amounts begin."),
			(char *)NULL);
	figures->says_until = figures->until >= figures->from;
	block_values(L, law, figures->from, line);
	lua_pop(L, 1);
}

static int
by_day(const void *a, const void *b)
{
	const struct bf_right_figures *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

/* The days of the blocks in the table on top of the stack, in order. */
static size_t
days_find(lua_State *L, struct bf_right_figures *out, int line)
{
	const char *said;
	size_t n = 0;

	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		said = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
						      : "";
		if (!isdigit((unsigned char)*said) || !lua_istable(L, -1))
			(void)bf_rule_raise_at(L, line,
				BF_N("A block of amounts is [\"2024-01-01\"] = "
				     "{ name = number }."),
				(char *)NULL);
		if (!bf_right_day(said, &out[n].from))
			(void)bf_rule_raise_at(L,
				bf_rule_table_line(L, line, said),
				BF_N("“{1}” is no day. A date is written as "
				     "\"2024-09-01\"."),
				bf_rule_short(bf_rule_state(L)->arena, said),
				(char *)NULL);
		if (++n > BLOCKS_MOST)
			(void)bf_rule_raise_at(L, line,
				BF_N("{1} is too long."), "bedragen",
				(char *)NULL);
	}
	qsort(out, n, sizeof(*out), by_day);
	return n;
}

void
bf_right_amounts(lua_State *L, struct bf_right_law *law, int line)
{
	struct bf_arena *arena = bf_rule_state(L)->arena;
	struct bf_right_figures *f;
	const char *said;

	if (!lua_istable(L, -1))
		(void)bf_rule_list_length(L, line, "bedragen");
	law->figures = bf_alloc(
		arena, (BLOCKS_MOST + 1) * sizeof(*law->figures));
	law->figures_count = days_find(L, law->figures, line);
	for (f = law->figures; f < law->figures + law->figures_count; f++) {
		said = bf_right_day_text(arena, f->from);
		lua_getfield(L, -1, said);
		block_read(L, law, f, bf_rule_table_line(L, line, said));
		/* What nobody confirmed holds until the next, as published. */
		if (f > law->figures && f[-1].until < f[-1].from)
			f[-1].until = f->from - 1;
	}
	lua_pop(L, 1);
}
