/* Reads the examples that must come out: tests = { ... }. */
#include "rights_own.h"
#include <lua.h>
#include <string.h>

static const struct bf_rule_key test_keys[] = {
	{ "op", "on" },
	{ NULL, NULL },
};
static const struct bf_rule_key want_keys[] = {
	{ "recht", "right" },
	{ "bedrag", "amount" },
	{ "vraag", "question" },
	{ NULL, NULL },
};
enum { RIGHT, AMOUNT, ASKS };

static _Noreturn void
shape_fail(lua_State *L, int line)
{
	(void)bf_rule_raise_at(L, line,
		BF_N("A test is { \"what\", op = \"2024-06-01\", { facts }, { "
		     "recht = ja } }."),
		(char *)NULL);
	__builtin_unreachable();
}

static _Noreturn void
value_fail(lua_State *L, const struct bf_right_fact *fact, int line)
{
	(void)bf_rule_raise_at(L, bf_rule_table_line(L, line, fact->name),
		BF_N("“{1}” has a value here that this fact cannot have. It can "
		     "be: {2}."),
		fact->name, bf_right_can(bf_rule_state(L)->arena, fact),
		(char *)NULL);
	__builtin_unreachable();
}

static int64_t
number_value(lua_State *L, const struct bf_right_fact *fact, int line)
{
	struct bf_ratio r;

	if (lua_type(L, -1) != LUA_TNUMBER)
		value_fail(L, fact, line);
	r = bf_right_ratio(L, -1);
	if (fact->kind == BF_RIGHT_EURO) {
		if (100 % r.over)
			value_fail(L, fact, line);
		return r.number * (100 / r.over);
	}
	if (r.over != 1)
		value_fail(L, fact, line);
	return r.number;
}

static int64_t
text_value(lua_State *L, const struct bf_right_fact *fact, int line)
{
	const char *said = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1)
							  : "";
	int32_t day;
	int64_t i;

	if (fact->kind == BF_RIGHT_DATE) {
		if (!bf_right_day(said, &day))
			value_fail(L, fact, line);
		return day;
	}
	for (i = 0; i <= fact->high; i++)
		if (strcmp(fact->choices[i].code, said) == 0)
			return i;
	value_fail(L, fact, line);
}

/* The value of FACT on top of the stack, which stays. */
static void
value_read(lua_State *L, const struct bf_right_fact *fact,
	struct bf_right_known *out, int line)
{
	int64_t value;

	if (bf_right_is_unknown(L, -1))
		return;
	switch (fact->kind) {
	case BF_RIGHT_YESNO:
		if (!lua_isboolean(L, -1))
			value_fail(L, fact, line);
		value = lua_toboolean(L, -1);
		break;
	case BF_RIGHT_COUNT:
	case BF_RIGHT_EURO:
		value = number_value(L, fact, line);
		break;
	default:
		value = text_value(L, fact, line);
	}
	if (value < fact->low || value > fact->high)
		value_fail(L, fact, line);
	out->low = out->high = value;
}

/* The facts on top of the stack, which are popped. */
static void
known_read(lua_State *L, struct bf_right_test *test)
{
	const struct bf_rights *rights = bf_rule_state(L)->rights->rights;
	const char *name;
	int fact;

	if (!lua_istable(L, -1))
		shape_fail(L, test->line);
	test->known = bf_alloc(bf_rule_state(L)->arena,
		(rights->fact_count + 1) * sizeof(*test->known));
	bf_right_unknown(rights, test->known);
	for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
		name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2)
						      : "?";
		fact = bf_right_fact_named(
			L, bf_rule_table_line(L, test->line, name), name);
		value_read(L, &rights->facts[fact], &test->known[fact],
			test->line);
	}
	lua_pop(L, 1);
}

static int64_t
cents_at(lua_State *L, int line)
{
	struct bf_ratio r = { 0, 1 };

	if (lua_type(L, -1) != LUA_TNUMBER)
		shape_fail(L, line);
	r = bf_right_ratio(L, -1);
	if (100 % r.over)
		shape_fail(L, line);
	return r.number * (100 / r.over);
}

/* bedrag = 42, or { 42, 126 } */
static void
amount_read(lua_State *L, struct bf_right_test *test)
{
	test->has_amount = true;
	if (!lua_istable(L, -1)) {
		test->low = test->high = cents_at(L, test->line);
		return;
	}
	lua_rawgeti(L, -1, 1);
	test->low = cents_at(L, test->line);
	lua_rawgeti(L, -2, 2);
	test->high = cents_at(L, test->line);
	lua_pop(L, 2);
}

static void
state_read(lua_State *L, struct bf_right_test *test)
{
	test->has_state = true;
	if (bf_right_is_unknown(L, -1))
		test->state = BF_RIGHT_OPEN;
	else if (lua_isboolean(L, -1))
		test->state = lua_toboolean(L, -1) ? BF_RIGHT_YES : BF_RIGHT_NO;
	else
		shape_fail(L, test->line);
}

static void
asks_read(lua_State *L, struct bf_right_test *test)
{
	const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1)
							  : "?";

	test->asks = bf_right_fact_named(L, test->line, name);
}

/* What must come out, on top of the stack, which is popped. */
static void
want_read(lua_State *L, struct bf_right_test *test)
{
	static void (*const reads[])(lua_State *, struct bf_right_test *) = {
		[RIGHT] = state_read,
		[AMOUNT] = amount_read,
		[ASKS] = asks_read,
	};
	size_t i, said = 0;

	if (!lua_istable(L, -1))
		shape_fail(L, test->line);
	bf_rule_keys_check(L, -1, want_keys, 0, test->line);
	test->asks = -1;
	for (i = 0; i <= ASKS; i++) {
		if (bf_rule_member(L, -1, &want_keys[i]) != LUA_TNIL) {
			said++;
			reads[i](L, test);
		}
		lua_pop(L, 1);
	}
	if (said == 0)
		shape_fail(L, test->line);
	lua_pop(L, 1);
}

/* The test on top of the stack, which is popped; its line. */
static int
test_read(lua_State *L, struct bf_right_test *test, int line)
{
	if (!lua_istable(L, -1))
		shape_fail(L, line);
	lua_rawgeti(L, -1, 1);
	test->name = bf_rule_text_pop(L, line, "test");
	line = test->line = bf_rule_table_line(L, line, test->name);
	bf_rule_keys_check(L, -1, test_keys, 3, line);
	test->day = bf_right_day_of(
		L, line, &test_keys[0], BF_RIGHT_EVER_FROM - 1);
	if (test->day < BF_RIGHT_EVER_FROM)
		shape_fail(L, line);
	lua_rawgeti(L, -1, 2);
	known_read(L, test);
	lua_rawgeti(L, -1, 3);
	want_read(L, test);
	lua_pop(L, 1);
	return line;
}

void
bf_right_tests(lua_State *L, struct bf_right_law *law, int line)
{
	size_t i;

	law->test_count = bf_rule_list_length(L, line, "tests");
	law->tests = bf_alloc(bf_rule_state(L)->arena,
		(law->test_count + 1) * sizeof(*law->tests));
	for (i = 0; i < law->test_count; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i + 1);
		line = test_read(L, &law->tests[i], line);
	}
	lua_pop(L, 1);
}
