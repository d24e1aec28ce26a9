/* The parts of a tree as Lua sees them: made, joined with + and -, and nothing
 * else.
 */
#include "rules_own.h"
#include <lauxlib.h>
#include <lua.h>
#include <stdarg.h>

#define NODES_MOST 20000
#define NUMBER_MOST 4000000000000000000LL
#define METATABLE "belfort.node"

struct bf_rule_load *
bf_rule_state(lua_State *L)
{
	return *(struct bf_rule_load **)lua_getextraspace(L);
}

int
bf_rule_line_now(lua_State *L)
{
	lua_Debug at;
	int level;

	for (level = 0; lua_getstack(L, level, &at); level++) {
		lua_getinfo(L, "l", &at);
		if (at.currentline > 0)
			return at.currentline;
	}
	return 1;
}

/* Both callers collect their values first: a va_list cannot be told on. */
#define COLLECT(values, text) \
	do { \
		va_list args; \
		size_t n = 0; \
		va_start(args, text); \
		while (n < 3 && (values[n] = va_arg(args, const char *))) \
			n++; \
		va_end(args); \
	} while (0)

static _Noreturn int
raise_values(lua_State *L, int line, const char *text, const char **v)
{
	struct bf_rule_load *load = bf_rule_state(L);

	(void)bf_rule_fail(load->arena, load->scope->i18n, load->fault,
		load->file->name, line, text, v[0], v[0] ? v[1] : NULL,
		v[0] && v[1] ? v[2] : NULL, (char *)NULL);
	lua_pushnil(L);
	lua_error(L);
	__builtin_unreachable();
}

int
bf_rule_raise(lua_State *L, const char *text, ...)
{
	const char *values[4] = { NULL };

	COLLECT(values, text);
	raise_values(L, bf_rule_line_now(L), text, values);
}

int
bf_rule_raise_at(lua_State *L, int line, const char *text, ...)
{
	const char *values[4] = { NULL };

	COLLECT(values, text);
	raise_values(L, line, text, values);
}

int
bf_rule_raise_near(lua_State *L, int line, const char *text, const char *better,
	const char *word, const char *near)
{
	const char *values[4] = { bf_rule_short(bf_rule_state(L)->arena, word),
		near };

	raise_values(L, line ? line : bf_rule_line_now(L), near ? better : text,
		values);
}

struct bf_rule_node *
bf_rule_node_at(lua_State *L, int index)
{
	struct bf_rule_node **box = luaL_testudata(L, index, METATABLE);

	return box ? *box : NULL;
}

struct bf_rule_node *
bf_rule_node_push(lua_State *L, const struct bf_rule_op *op)
{
	struct bf_rule_load *load = bf_rule_state(L);
	struct bf_rule_node **box, *node;

	if (load->node_count++ == NODES_MOST)
		(void)bf_rule_raise(L,
			BF_N("This file holds too many conditions."),
			(char *)NULL);
	box = lua_newuserdatauv(L, sizeof(*box), 0);
	node = bf_alloc(load->arena, sizeof(*node));
	*node = (struct bf_rule_node){ .op = op,
		.type = op->result,
		.line = bf_rule_line_now(L),
		.place = -1,
		.depth = 1,
		.size = 1,
		.next = load->nodes };
	load->nodes = *box = node;
	luaL_setmetatable(L, METATABLE);
	return node;
}

/* Hundredths, or a fault: floating point ends here. */
int64_t
bf_rule_hundredths(lua_State *L, int index)
{
	double number = lua_tonumber(L, index) * 100;
	int64_t exact;

	if (!(number >= -(double)BF_EURO_MOST
		    && number <= (double)BF_EURO_MOST))
		(void)bf_rule_raise(L, BF_N("The number {1} is too large."),
			lua_tostring(L, index), (char *)NULL);
	exact = (int64_t)(number < 0 ? number - 0.5 : number + 0.5);
	if (number - (double)exact > 1e-3 || number - (double)exact < -1e-3)
		(void)bf_rule_raise(L,
			BF_N("The number {1} has more than two decimals."),
			lua_tostring(L, index), (char *)NULL);
	return exact;
}

struct bf_rule_node *
bf_rule_number_push(lua_State *L, int index)
{
	int64_t number = bf_rule_hundredths(L, index);
	struct bf_rule_node *node = bf_rule_node_push(L, &bf_rule_constant);

	node->number = node->low = node->high = number;
	return node;
}

struct bf_rule_node *
bf_rule_number_side(lua_State *L, int index, const char *wrong)
{
	struct bf_rule_node *node;

	if (lua_type(L, index) == LUA_TNUMBER) {
		node = bf_rule_state(L)->words->number(L, index);
		lua_replace(L, index);
		return node;
	}
	node = bf_rule_node_at(L, index);
	if (node == NULL || node->type != RULE_NUMBER)
		(void)bf_rule_raise(L, wrong, (char *)NULL);
	return node;
}

void
bf_rule_join(lua_State *L, struct bf_rule_node *node,
	struct bf_rule_node **args, size_t count)
{
	size_t i;

	node->args = args;
	node->count = count;
	for (i = 0; i < count; i++) {
		args[i]->used = true;
		if (args[i]->depth >= node->depth)
			node->depth = args[i]->depth + 1;
		node->size += args[i]->size;
		if (node->size > BF_RULE_SIZE)
			node->size = BF_RULE_SIZE + 1;
	}
	if (node->depth > BF_RULE_DEPTH)
		(void)bf_rule_raise(L,
			BF_N("Conditions stand too deep in each other."),
			(char *)NULL);
}

static int
sum(lua_State *L, const struct bf_rule_op *op, int sign)
{
	static const char wrong[] = BF_N(
		"Only numbers can be added or taken away.");
	struct bf_rule_load *load = bf_rule_state(L);
	struct bf_rule_node **args = bf_alloc(load->arena, 2 * sizeof(*args));
	struct bf_rule_node *node;

	args[0] = bf_rule_number_side(L, 1, wrong);
	args[1] = bf_rule_number_side(L, 2, wrong);
	node = bf_rule_node_push(L, op);
	bf_rule_join(L, node, args, 2);
	node->low = args[0]->low + (sign > 0 ? args[1]->low : -args[1]->high);
	node->high = args[0]->high + (sign > 0 ? args[1]->high : -args[1]->low);
	if (node->low < -NUMBER_MOST || node->high > NUMBER_MOST)
		(void)bf_rule_raise(L, BF_N("This sum can become too large."),
			(char *)NULL);
	return 1;
}

static int
plus(lua_State *L)
{
	return sum(L, &bf_rule_plus, 1);
}

static int
minus(lua_State *L)
{
	return sum(L, &bf_rule_minus, -1);
}

const luaL_Reg bf_rule_signs[] = {
	{ "__add", plus },
	{ "__sub", minus },
	{ NULL, NULL },
};

const char bf_rule_no_signs[] = BF_N(
	"Signs such as == and < do not work on facts. Write is(...), "
	"minder_dan(...) or meer_dan(...).");

static int
no_comparison(lua_State *L)
{
	return bf_rule_raise(L, bf_rule_no_signs, (char *)NULL);
}

static int
no_calculation(lua_State *L)
{
	return bf_rule_raise(L,
		BF_N("Of facts, only + and - can be calculated."),
		(char *)NULL);
}

static int
no_call(lua_State *L)
{
	return bf_rule_raise(L,
		BF_N("A comma is missing: two things stand one after the "
		     "other."),
		(char *)NULL);
}

static int
no_part(lua_State *L)
{
	return bf_rule_raise(L,
		BF_N("A fact or a condition has no parts: nothing can follow "
		     "it with a dot or between square brackets."),
		(char *)NULL);
}

void
bf_rule_nodes_open(lua_State *L)
{
	static const luaL_Reg methods[] = {
		{ "__eq", no_comparison },
		{ "__lt", no_comparison },
		{ "__le", no_comparison },
		{ "__call", no_call },
		{ "__index", no_part },
		{ "__newindex", no_part },
		{ "__mul", no_calculation },
		{ "__div", no_calculation },
		{ "__mod", no_calculation },
		{ "__pow", no_calculation },
		{ "__unm", no_calculation },
		{ "__idiv", no_calculation },
		{ "__concat", no_calculation },
		{ "__len", no_calculation },
		{ "__band", no_calculation },
		{ "__bor", no_calculation },
		{ "__bxor", no_calculation },
		{ "__bnot", no_calculation },
		{ "__shl", no_calculation },
		{ "__shr", no_calculation },
		{ NULL, NULL },
	};

	luaL_newmetatable(L, METATABLE);
	luaL_setfuncs(L, methods, 0);
	luaL_setfuncs(L, bf_rule_state(L)->words->signs, 0);
	lua_pop(L, 1);
}
