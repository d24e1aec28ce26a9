/* The vocabulary of rule files about rights: what builds conditions and
 * numbers.
 */
#include "nearest.h"
#include "rights_own.h"
#include <lua.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NUMBER_MOST 1e12
#define DECIMALS 1000000 /* six */

static const struct bf_rule_op ops[] = {
	{ "alle_van", "all_of", RULE_ALL, RULE_YESNO, RULE_YESNO, RULE_YESNO, 1,
		-1, BF_N("{&}") },
	{ "een_van", "any_of", RULE_ANY, RULE_YESNO, RULE_YESNO, RULE_YESNO, 1,
		-1, BF_N("{|}") },
	{ "geen_van", "none_of", RULE_NO, RULE_YESNO, RULE_YESNO, RULE_YESNO, 1,
		-1, BF_N("not: {|}") },
	{ "altijd", "always", RULE_ALWAYS, RULE_YESNO, RULE_NONE, RULE_NONE, 0,
		0, BF_N("always") },
	{ "meer_dan", "more_than", RULE_MORE, RULE_YESNO, RULE_ORDER, RULE_SAME,
		2, 2, BF_N("{1} is more than {2}") },
	{ "minstens", "at_least", RULE_AT_LEAST, RULE_YESNO, RULE_ORDER,
		RULE_SAME, 2, 2, BF_N("{1} is at least {2}") },
	{ "minder_dan", "less_than", RULE_LESS, RULE_YESNO, RULE_ORDER,
		RULE_SAME, 2, 2, BF_N("{1} is less than {2}") },
	{ "hoogstens", "at_most", RULE_AT_MOST, RULE_YESNO, RULE_ORDER,
		RULE_SAME, 2, 2, BF_N("{1} is at most {2}") },
	{ "tussen", "between", RULE_BETWEEN, RULE_YESNO, RULE_ORDER, RULE_SAME,
		3, 3, BF_N("{1} is from {2} to {3}") },
	{ "is", "equals", RULE_IS, RULE_YESNO, RULE_SCALE, RULE_SAME, 2, -1,
		BF_N("{1} is {*}") },
	{ "kleinste", "smallest", RULE_LEAST, RULE_NUMBER, RULE_NUMBER,
		RULE_NUMBER, 1, -1, NULL },
	{ "grootste", "largest", RULE_MOST, RULE_NUMBER, RULE_NUMBER,
		RULE_NUMBER, 1, -1, NULL },
	{ "aantal_van", "count_of", RULE_COUNT, RULE_NUMBER, RULE_YESNO,
		RULE_YESNO, 1, -1, NULL },
	{ "als", "when", RULE_IF, RULE_NUMBER, RULE_YESNO, RULE_BRANCH, 3, -1,
		NULL },
	{ "uit_tabel", "from_table", RULE_TABLE, RULE_NUMBER, RULE_LIST,
		RULE_NUMBER, 2, 2, NULL },
	{ "op_lijn", "on_line", RULE_LINE, RULE_NUMBER, RULE_NUMBER,
		RULE_NUMBER, 5, 6, NULL },
	{ "afgerond", "rounded", RULE_ROUND, RULE_NUMBER, RULE_NUMBER,
		RULE_NUMBER, 1, 2, BF_N("{1}") },
	{ "naar_boven", "rounded_up", RULE_ROUND_UP, RULE_NUMBER, RULE_NUMBER,
		RULE_NUMBER, 1, 2, BF_N("{1}") },
	{ "naar_beneden", "rounded_down", RULE_ROUND_DOWN, RULE_NUMBER,
		RULE_NUMBER, RULE_NUMBER, 1, 2, BF_N("{1}") },
	{ "dagen_tussen", "days_between", RULE_DAYS, RULE_NUMBER, RULE_DATE,
		RULE_DATE, 2, 2, BF_N("the days from {1} to {2}") },
	{ "leeftijd", "age", RULE_AGE, RULE_NUMBER, RULE_DATE, RULE_DATE, 1, 2,
		BF_N("the age") },
};

static const struct bf_rule_op op_times = { .code = RULE_TIMES,
	.result = RULE_NUMBER };
static const struct bf_rule_op op_over = { .code = RULE_OVER,
	.result = RULE_NUMBER };
static const struct bf_rule_op op_amount = { .code = RULE_AMOUNT,
	.result = RULE_NUMBER };
static const struct bf_rule_op op_right = { .code = RULE_RIGHT,
	.result = RULE_YESNO };
static const struct bf_rule_op op_right_amount = { .code = RULE_RIGHT_AMOUNT,
	.result = RULE_NUMBER };
static const struct bf_rule_op op_date = { .code = RULE_CONSTANT,
	.result = RULE_DATE };
static const struct bf_rule_op op_today = { .code = RULE_TODAY,
	.result = RULE_DATE };
static const struct bf_rule_op op_called = { .code = RULE_CALLED,
	.result = RULE_NUMBER };

/* --- numbers -------------------------------------------------------------- */

/* A double is only the way in which Lua brings a text with digits. */
struct bf_ratio
bf_right_ratio(lua_State *L, int index)
{
	double number = lua_tonumber(L, index), whole;
	bool good;

	if (!(fabs(number) <= NUMBER_MOST))
		(void)bf_rule_raise(L, BF_N("The number {1} is too large."),
			lua_tostring(L, index), (char *)NULL);
	whole = nearbyint(number * DECIMALS);
	if (fabs(number * DECIMALS - whole) > 1e-3)
		(void)bf_rule_raise(L,
			BF_N("The number {1} has more than six decimals. Write "
			     "breuk(1, 3) for a third."),
			lua_tostring(L, index), (char *)NULL);
	return bf_ratio_of((int64_t)whole, DECIMALS, &good);
}

static struct bf_rule_node *
ratio_push(lua_State *L, struct bf_ratio ratio)
{
	struct bf_rule_node *node = bf_rule_node_push(L, &bf_rule_constant);

	node->number = ratio.number;
	node->over = ratio.over;
	node->fixed = true;
	return node;
}

static struct bf_rule_node *
number_push(lua_State *L, int index)
{
	return ratio_push(L, bf_right_ratio(L, index));
}

static const char no_number[] = BF_N(
	"Only numbers can be added, taken away, multiplied or divided.");

static struct bf_rule_node *
sign_push(lua_State *L, const struct bf_rule_op *op)
{
	struct bf_rule_load *load = bf_rule_state(L);
	struct bf_rule_node **args = bf_alloc(load->arena, 2 * sizeof(*args));
	struct bf_rule_node *node;

	args[0] = bf_rule_number_side(L, 1, no_number);
	args[1] = bf_rule_number_side(L, 2, no_number);
	node = bf_rule_node_push(L, op);
	bf_rule_join(L, node, args, 2);
	return node;
}

static int
plus(lua_State *L)
{
	(void)sign_push(L, &bf_rule_plus);
	return 1;
}

static int
minus(lua_State *L)
{
	(void)sign_push(L, &bf_rule_minus);
	return 1;
}

static int
negative(lua_State *L)
{
	lua_settop(L, 1);
	lua_pushinteger(L, 0);
	lua_insert(L, 1);
	return minus(L);
}

static int
times(lua_State *L)
{
	const struct bf_rule_node *node = sign_push(L, &op_times);

	if (!node->args[0]->fixed && !node->args[1]->fixed)
		return bf_rule_raise(L,
			BF_N("Both sides of * have a fact in them. One of them "
			     "must be a number or an amount of bedragen."),
			(char *)NULL);
	return 1;
}

static int
over(lua_State *L)
{
	const struct bf_rule_node *node = sign_push(L, &op_over);

	if (!node->args[1]->fixed)
		return bf_rule_raise(L,
			BF_N("After / stands a fact. It must be a number or an "
			     "amount of bedragen."),
			(char *)NULL);
	return 1;
}

static const luaL_Reg signs[] = {
	{ "__add", plus },
	{ "__sub", minus },
	{ "__unm", negative },
	{ "__mul", times },
	{ "__div", over },
	{ NULL, NULL },
};

static int64_t
whole_arg(lua_State *L, int index, const char *word)
{
	struct bf_ratio r = { 0, 1 };

	if (lua_type(L, index) == LUA_TNUMBER)
		r = bf_right_ratio(L, index);
	if (r.over != 1 || r.number == 0)
		(void)bf_rule_raise(L,
			BF_N("{1} needs whole numbers, such as {1}(1, 3)."),
			word, (char *)NULL);
	return r.number;
}

/* breuk(1, 55) */
static int
ratio(lua_State *L)
{
	int64_t a = whole_arg(L, 1, "breuk"), b = whole_arg(L, 2, "breuk");
	bool good;

	(void)ratio_push(L, bf_ratio_of(a, b, &good));
	return 1;
}

/* procent(75) */
static int
percent(lua_State *L)
{
	struct bf_ratio r;
	bool good;

	if (lua_type(L, 1) != LUA_TNUMBER)
		return bf_rule_raise(L,
			BF_N("{1} needs a number, such as procent(75)."),
			"procent", (char *)NULL);
	r = bf_right_ratio(L, 1);
	(void)ratio_push(L, bf_ratio_of(r.number, r.over * 100, &good));
	return 1;
}

/* --- what has a name ------------------------------------------------------ */

const char *
bf_right_fact_nearest(const struct bf_rights *rights, const char *name)
{
	const char *words[BF_RIGHT_FACTS];
	size_t i;

	for (i = 0; i < rights->fact_count; i++)
		words[i] = rights->facts[i].name;
	return bf_nearest(name, words, rights->fact_count);
}

int
bf_right_fact_named(lua_State *L, int line, const char *name)
{
	const struct bf_rights *rights = bf_rule_state(L)->rights->rights;
	int fact = bf_rights_fact(rights, name);

	if (fact >= 0)
		return fact;
	bf_rule_raise_near(L, line, BF_N("There is no fact “{1}”."),
		BF_N("There is no fact “{1}”. Did you mean “{2}”?"), name,
		bf_right_fact_nearest(rights, name));
}

static enum bf_rule_type
type_of(const struct bf_right_fact *fact)
{
	switch (fact->kind) {
	case BF_RIGHT_YESNO:
		return RULE_YESNO;
	case BF_RIGHT_DATE:
		return RULE_DATE;
	case BF_RIGHT_CHOICE:
		return RULE_CHOICE;
	default:
		return RULE_NUMBER;
	}
}

static const char *
name_at(lua_State *L)
{
	return lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
}

/* feit.x */
static int
fact_get(lua_State *L)
{
	const struct bf_rights *rights = bf_rule_state(L)->rights->rights;
	int fact = bf_right_fact_named(L, 0, name_at(L));
	struct bf_rule_node *node = bf_rule_node_push(L, &bf_rule_fact);

	node->fact = (size_t)fact;
	node->text = rights->facts[fact].name;
	node->type = type_of(&rights->facts[fact]);
	node->used = true;
	return 1;
}

static struct bf_rule_node *
named_push(lua_State *L, const struct bf_rule_op *op)
{
	struct bf_rule_node *node = bf_rule_node_push(L, op);

	node->text = bf_strdup(bf_rule_state(L)->arena, name_at(L));
	node->used = true;
	return node;
}

/* bedrag.x */
static int
amount_get(lua_State *L)
{
	named_push(L, &op_amount)->fixed = true;
	return 1;
}

/* recht.x */
static int
right_get(lua_State *L)
{
	(void)named_push(L, &op_right);
	return 1;
}

/* bedrag_van.x */
static int
right_amount_get(lua_State *L)
{
	(void)named_push(L, &op_right_amount);
	return 1;
}

/* datum("2024-09-01") */
static int
date(lua_State *L)
{
	const char *said = lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1)
							 : "?";
	struct bf_rule_node *node;
	int32_t day;

	if (!bf_right_day(said, &day))
		return bf_rule_raise(L,
			BF_N("“{1}” is no day. A date is written as "
			     "\"2024-09-01\"."),
			bf_rule_short(bf_rule_state(L)->arena, said),
			(char *)NULL);
	node = bf_rule_node_push(L, &op_date);
	node->number = day;
	node->over = 1;
	node->fixed = true;
	return 1;
}

/* noem(number, { nl, en, fr }) */
static int
called(lua_State *L)
{
	struct bf_rule_load *load = bf_rule_state(L);
	struct bf_rule_node **args = bf_alloc(load->arena, sizeof(*args));
	struct bf_rule_node *node;

	lua_settop(L, 2);
	args[0] = bf_rule_number_side(L, 1, no_number);
	node = bf_rule_node_push(L, &op_called);
	bf_rule_join(L, node, args, 1);
	node->called = bf_alloc(load->arena, BF_LANGS * sizeof(*node->called));
	lua_pushvalue(L, 2);
	bf_rule_texts_read(L, node->called, node->line, "noem");
	return 1;
}

/* --- all of them ---------------------------------------------------------- */

/* The word "unknown" of tests is one value, known by its address. */
static const char unknown;

bool
bf_right_is_unknown(lua_State *L, int index)
{
	return lua_islightuserdata(L, index)
		&& lua_touserdata(L, index) == &unknown;
}

static void
constants_open(lua_State *L)
{
	struct bf_rule_node *node = bf_rule_node_push(L, &op_today);

	node->used = true;
	node->line = 0;
	bf_rule_both_names(L, "de_dag", "the_day");
	lua_pushnumber(L, 0.01);
	bf_rule_both_names(L, "cent", "cent");
	lua_pushinteger(L, 1);
	bf_rule_both_names(L, "euro", "euro");
	lua_pushboolean(L, true);
	bf_rule_both_names(L, "ja", "yes");
	lua_pushboolean(L, false);
	bf_rule_both_names(L, "nee", "no");
	lua_pushlightuserdata(L, (void *)&unknown);
	bf_rule_both_names(L, "onbekend", "unknown");
}

static void
open(lua_State *L)
{
	static const struct {
		lua_CFunction run;
		const char *nl, *en;
	} functions[] = {
		{ bf_right_facts, "feiten", "facts" },
		{ bf_right_rule, "regel", "rule" },
		{ ratio, "breuk", "ratio" },
		{ percent, "procent", "percent" },
		{ date, "datum", "date" },
		{ called, "noem", "called" },
	};
	size_t i;

	for (i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
		lua_pushcfunction(L, functions[i].run);
		bf_rule_both_names(L, functions[i].nl, functions[i].en);
	}
	bf_rule_proxy_open(L, fact_get, "feit", "fact");
	bf_rule_proxy_open(L, amount_get, "bedrag", "amount");
	bf_rule_proxy_open(L, right_get, "recht", "right");
	bf_rule_proxy_open(L, right_amount_get, "bedrag_van", "amount_of");
	constants_open(L);
}

const struct bf_rule_vocabulary bf_right_words = { ops,
	sizeof(ops) / sizeof(ops[0]), number_push, signs, open,
	BF_N("This file says nothing: feiten { ... } or regel { ... } is "
	     "missing.") };
