/* The engine of rights against a second evaluator, written in Lua, that reads
 * the rule files themselves: random rules, facts and hidden facts; then the
 * files that the city has.
 *
 *	BELFORT_CASES=1000000 BELFORT_SEED=7 test_rights_random
 */
#include "file.h"
#include "rights.h"
#include <lualib.h>

static struct bf_arena *arena, *scratch;
static struct bf_rights *rights;

/* engine.load({ { name, text }, ... }): true, or nil and why */
static int
engine_load(lua_State *L)
{
	size_t count = lua_rawlen(L, 1), i;
	struct bf_rule_fault fault;
	struct bf_rule_file *files;

	if (arena)
		bf_arena_free(arena);
	arena = bf_arena_new();
	files = bf_alloc(arena, count * sizeof(*files));
	for (i = 0; i < count; i++) {
		lua_rawgeti(L, 1, (lua_Integer)i + 1);
		lua_rawgeti(L, -1, 1);
		lua_rawgeti(L, -2, 2);
		files[i].name = bf_strdup(arena, lua_tostring(L, -2));
		files[i].text = bf_strdup(arena, lua_tostring(L, -1));
		lua_pop(L, 3);
	}
	if (rights_load(arena, files, count, true, &rights, &fault)) {
		lua_pushboolean(L, true);
		return 1;
	}
	lua_pushnil(L);
	lua_pushfstring(L, "%s:%d: %s", fault.file, fault.line, fault.text[1]);
	return 2;
}

/* { low, high }, each a list in the order of the facts, at INDEX. */
static void
known_get(lua_State *L, int index, struct bf_right_known *known)
{
	size_t i;

	lua_rawgeti(L, index, 1);
	lua_rawgeti(L, index - (index < 0), 2);
	for (i = 0; i < rights->fact_count; i++) {
		lua_rawgeti(L, -2, (lua_Integer)i + 1);
		lua_rawgeti(L, -2, (lua_Integer)i + 1);
		known[i] = (struct bf_right_known){ lua_tointeger(L, -2),
			lua_tointeger(L, -1), NULL, NULL };
		lua_pop(L, 2);
	}
	lua_pop(L, 2);
}

static const char *const states[] = { "nee", "ja", "onbekend", "niet" };

static void
facts_push(lua_State *L, uint64_t facts, const char *name)
{
	size_t i;

	lua_newtable(L);
	for (i = 0; i < rights->fact_count; i++)
		if (facts >> i & 1) {
			lua_pushboolean(L, true);
			lua_setfield(L, -2, rights->facts[i].name);
		}
	lua_setfield(L, -2, name);
}

static void
number_push(lua_State *L, int64_t number, const char *name)
{
	lua_pushinteger(L, number);
	lua_setfield(L, -2, name);
}

static void
side_push(lua_State *L, const struct bf_right_side *side, const char *name)
{
	lua_newtable(L);
	number_push(L, side->low, "low");
	number_push(L, side->high, "high");
	number_push(L, side->over, "over");
	lua_setfield(L, -2, name);
}

static void
text_push(lua_State *L, const char *text, const char *name)
{
	lua_pushstring(L, text);
	lua_setfield(L, -2, name);
}

/* The reasons: comparisons of numbers, other rights, yes or no. */
static void
reasons_push(lua_State *L, const struct bf_right_outcome *out)
{
	const struct bf_right_reason *r = out->reasons;
	size_t n;

	lua_newtable(L);
	for (n = 0; n < out->reason_count; n++, r++) {
		lua_newtable(L);
		text_push(L, r->compared, "sign");
		text_push(L, states[r->state], "state");
		if (r->rule >= 0)
			text_push(L, rights->shown[r->rule].code, "asked");
		if (r->fact >= 0
			&& rights->facts[r->fact].kind == BF_RIGHT_YESNO)
			text_push(L, rights->facts[r->fact].name, "fact");
		side_push(L, &r->left, "left");
		side_push(L, &r->right, "right");
		side_push(L, &r->last, "last");
		lua_rawseti(L, -2, (lua_Integer)n + 1);
	}
	lua_setfield(L, -2, "reasons");
}

/* OUT in one of the languages, which is the same twice. */
static const char *
said(lua_State *L, const struct bf_right_outcome *out)
{
	const char *lang = bf_langs[out->rule % BF_LANGS];
	const char *first = bf_right_sentence(scratch, rights, out, lang);

	if (*first == '\0'
		|| strcmp(first, bf_right_sentence(scratch, rights, out, lang)))
		(void)luaL_error(L, "%s is said in two ways",
			rights->shown[out->rule].code);
	return first;
}

/* Whether RULE does not hold on the day, and another version of it is told. */
static bool
told(lua_State *L, size_t rule, const char *state)
{
	bool is = lua_getfield(L, -1, rights->shown[rule].code) != LUA_TNIL
		&& state == states[BF_RIGHT_NOT_HELD];

	lua_pop(L, 1);
	return is;
}

/* engine.decide(day, { low, high }): { code = outcome } */
static int
engine_decide(lua_State *L)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *out;
	size_t i;
	int wrong;

	known_get(L, 2, known);
	bf_arena_reset(scratch);
	if (!bf_rights_decide(scratch, rights, (int32_t)lua_tointeger(L, 1),
		    known, &out, &wrong))
		return luaL_error(
			L, "fact %s is refused", rights->facts[wrong].name);
	lua_newtable(L);
	for (i = 0; i < rights->count; i++) {
		if (told(L, i, states[out[i].state]))
			continue;
		lua_newtable(L);
		text_push(L, states[out[i].state], "state");
		text_push(L, said(L, &out[i]), "said");
		number_push(L, out[i].low, "low");
		number_push(L, out[i].high, "high");
		facts_push(L, out[i].used, "used");
		facts_push(L, out[i].lacks, "lacks");
		reasons_push(L, &out[i]);
		lua_setfield(L, -2, rights->shown[i].code);
	}
	return 1;
}

/* Which facts the table at PLACE names. */
static uint64_t
facts_get(lua_State *L, int place)
{
	uint64_t out = 0;
	size_t i;

	for (i = 0; i < rights->fact_count; i++) {
		lua_getfield(L, place, rights->facts[i].name);
		if (lua_toboolean(L, -1))
			out |= (uint64_t)1 << i;
		lua_pop(L, 1);
	}
	return out;
}

/* engine.ask(day, { low, high }, closed): the name of a fact, or nil */
static int
engine_ask(lua_State *L)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_question q;

	known_get(L, 2, known);
	if (bf_rights_ask(rights, (int32_t)lua_tointeger(L, 1), known,
		    UINT64_MAX, facts_get(L, 3), &q, 1)
		== 0)
		return 0;
	lua_pushstring(L, rights->facts[q.fact].name);
	return 1;
}

/* What the blocks of a city say, by household. */
struct taken {
	struct row {
		const char *state;
		int64_t low, high;
	} (*rows)[BF_RIGHT_RULES];
};

static struct row
row_at(const struct bf_right_block *b, size_t rule, size_t i)
{
	struct row row = { states[BF_RIGHT_NOT_HELD], 0, 0 };

	if (b->certain[rule] == NULL)
		return row;
	row.state = states[b->certain[rule][i] ? BF_RIGHT_YES
			: b->possible[rule][i] ? BF_RIGHT_OPEN
					       : BF_RIGHT_NO];
	if (b->low[rule]) {
		row.low = b->low[rule][i];
		row.high = b->high[rule][i];
	}
	return row;
}

static void
take(void *data, const struct bf_right_block *b)
{
	struct taken *t = data;
	size_t i, rule;

	for (i = 0; i < b->count; i++)
		for (rule = 0; rule < rights->count; rule++)
			t->rows[b->ids[i]][rule] = row_at(b, rule, i);
}

/* engine.city(day, households): { { code = outcome }, ... } */
static int
engine_city(lua_State *L)
{
	size_t count = lua_rawlen(L, 2), i, rule;
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_city *city;
	struct taken t;
	int wrong;

	bf_arena_reset(scratch);
	city = bf_right_city_new(scratch, rights, count);
	t.rows = bf_alloc(scratch, count * sizeof(*t.rows));
	for (i = 0; i < count; i++) {
		lua_rawgeti(L, 2, (lua_Integer)i + 1);
		known_get(L, -1, known);
		lua_pop(L, 1);
		if (!bf_right_city_put(city, (int32_t)i, known, &wrong))
			return luaL_error(L, "the city refuses a household");
	}
	bf_right_city_run(city, (int32_t)lua_tointeger(L, 1), take, &t);
	lua_newtable(L);
	for (i = 0; i < count; i++) {
		lua_newtable(L);
		for (rule = 0; rule < rights->count; rule++) {
			if (told(L, rule, t.rows[i][rule].state))
				continue;
			lua_newtable(L);
			lua_pushstring(L, t.rows[i][rule].state);
			lua_setfield(L, -2, "state");
			number_push(L, t.rows[i][rule].low, "low");
			number_push(L, t.rows[i][rule].high, "high");
			lua_setfield(L, -2, rights->shown[rule].code);
		}
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

/* engine.files(): { { name, text }, ... } of the city, the facts first */
static int
engine_files(lua_State *L)
{
	const char *folder = bf_printf(
		scratch, "%s/lua-rules/benefits", tap_sources());
	struct bf_err err = { 0 };
	const char **names = bf_file_list(scratch, folder, ".lua", &err);
	lua_Integer n = 1;
	size_t len;

	if (names == NULL)
		return luaL_error(L, "%s", err.text);
	lua_newtable(L);
	for (; *names; names++) {
		lua_newtable(L);
		lua_pushstring(L, *names);
		lua_rawseti(L, -2, 1);
		lua_pushstring(L,
			bf_file_read(scratch,
				bf_printf(scratch, "%s/%s", folder, *names),
				BF_RULE_FILE_MOST, &len, &err));
		lua_rawseti(L, -2, 2);
		lua_rawseti(L, -2, strcmp(*names, "feiten.lua") == 0 ? 1 : ++n);
	}
	return 1;
}

/* engine.facts(): { { name =, low =, high = }, ... } */
static int
engine_facts(lua_State *L)
{
	size_t i;

	lua_newtable(L);
	for (i = 0; i < rights->fact_count; i++) {
		lua_newtable(L);
		lua_pushstring(L, rights->facts[i].name);
		lua_setfield(L, -2, "name");
		number_push(L, rights->facts[i].low, "low");
		number_push(L, rights->facts[i].high, "high");
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

static const luaL_Reg engine[] = {
	{ "load", engine_load },
	{ "decide", engine_decide },
	{ "ask", engine_ask },
	{ "city", engine_city },
	{ "files", engine_files },
	{ "facts", engine_facts },
	{ NULL, NULL },
};

static long
setting(const char *name, long fallback)
{
	const char *said = getenv(name);

	return said ? strtol(said, NULL, 10) : fallback;
}

/* Run SCRIPT, which leaves what it counted. */
static bool
run(lua_State *L, const char *script, long cases, long seed)
{
	lua_pushinteger(L, cases);
	lua_setglobal(L, "CASES");
	lua_pushinteger(L, seed);
	lua_setglobal(L, "SEED");
	lua_pushfstring(L, "%s/tests/core", tap_sources());
	lua_setglobal(L, "FOLDER");
	lua_pushfstring(L, "%s/tests/core/%s", tap_sources(), script);
	return luaL_loadfile(L, lua_tostring(L, -1)) == LUA_OK
		&& lua_pcall(L, 0, 1, 0) == LUA_OK;
}

static void
tell(lua_State *L)
{
	static const char *const names[] = { "cases", "left_out", "sets",
		"refused", "unknown", "settled", "yes" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		lua_getfield(L, -1, names[i]);
		printf("# %s: %lld\n", names[i], lua_tointeger(L, -1));
		lua_pop(L, 1);
	}
}

static void
test(lua_State *L, const char *script, const char *what, long cases, long seed)
{
	bool good = run(L, script, cases, seed);

	if (!good)
		printf("# %s\n", lua_tostring(L, -1));
	else
		tell(L);
	ok(good, "%ld cases of seed %ld: engine and oracle agree on %s", cases,
		seed, what);
}

int
main(void)
{
	lua_State *L = need(luaL_newstate());
	long cases = setting("BELFORT_CASES", 10000);
	long seed = setting("BELFORT_SEED", 1);

	scratch = bf_arena_new();
	luaL_openlibs(L);
	luaL_newlib(L, engine);
	lua_setglobal(L, "engine");
	test(L, "rights_random.lua", "random rules", cases, seed);
	test(L, "rights_files.lua", "the city's own", cases / 10, seed);
	lua_close(L);
	bf_arena_free(scratch);
	if (arena)
		bf_arena_free(arena);
	return done();
}
