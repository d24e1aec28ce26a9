/* Reads one rule: regel { ... }. */
#include "rights_own.h"
#include "walk.h"
#include <lua.h>
#include <string.h>

static const struct bf_rule_key rule_keys[] = {
	{ "code", "code" },
	{ "titel", "title" },
	{ "uitleg", "help" },
	{ "hoe", "how" },
	{ "bron", "source" },
	{ "bevoegd", "competent" },
	{ "per", "per" },
	{ "periode", "period" },
	{ "toekenning", "granting" },
	{ "vanaf", "from" },
	{ "tot", "to" },
	{ "feiten", "facts" },
	{ "bedragen", "amounts" },
	{ "recht", "right" },
	{ "bedrag", "amount" },
	{ "bedrag_is", "amount_is" },
	{ "betaling", "payment" },
	{ "tests", "tests" },
	{ NULL, NULL },
};
enum {
	CODE,
	TITLE,
	HELP,
	HOW,
	SOURCE,
	COMPETENT,
	PER,
	PERIOD,
	GRANTING,
	FROM,
	UNTIL,
	FACTS,
	AMOUNTS,
	RIGHT,
	AMOUNT,
	AMOUNT_IS,
	PAYMENT,
	TESTS,
};

/* By bf_right_period. */
static const struct bf_rule_key periods[] = {
	{ "geen", "none" },
	{ "dag", "day" },
	{ "week", "week" },
	{ "maand", "month" },
	{ "kwartaal", "quarter" },
	{ "jaar", "year" },
	{ "eenmalig", "once" },
	{ NULL, NULL },
};
static const struct bf_rule_key grantings[] = {
	{ "automatisch", "automatic" },
	{ "op vraag", "on request" },
	{ "doorverwijzing", "referral" },
	{ NULL, NULL },
};
static const struct bf_rule_key amounts_are[] = {
	{ "uitkering", "benefit" },
	{ "korting", "discount" },
	{ "prijs", "price" },
	{ NULL, NULL },
};
/* By bf_right_payment. */
static const struct bf_rule_key payments[] = {
	{ "geen", "none" },
	{ "overschrijving", "transfer" },
	{ "bestelling", "order" },
	{ NULL, NULL },
};
/* By bf_right_sure. */
const struct bf_rule_key bf_right_sures[] = {
	{ "niet gezegd", "not said" },
	{ "hoog", "high" },
	{ "middel", "medium" },
	{ "laag", "low" },
	{ NULL, NULL },
};
static const struct bf_rule_key source_keys[] = {
	{ "zekerheid", "sure" },
	{ NULL, NULL },
};
static const struct bf_rule_key competent_keys[] = {
	{ "naam", "name" },
	{ "adres", "address" },
	{ "link", "link" },
	{ NULL, NULL },
};

static bool
is_code(const char *code)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_.";

	return code[0] >= 'a' && code[0] <= 'z'
		&& strspn(code, letters) == strlen(code) && strlen(code) <= 40;
}

static bool
is_link(const char *text)
{
	return strncmp(text, "https://", 8) == 0
		|| strncmp(text, "http://", 7) == 0;
}

/* Whether the table on top has the member KEY; then that is on top. */
static bool
has(lua_State *L, const struct bf_rule_key *key)
{
	if (bf_rule_member(L, -1, key) != LUA_TNIL)
		return true;
	lua_pop(L, 1);
	return false;
}

/* The line on which the member KEY of the rule, at 1, stands. */
static int
member_line(lua_State *L, int line, int key)
{
	const struct bf_rule_key *k = &rule_keys[key];
	bool nl = lua_getfield(L, 1, k->nl) != LUA_TNIL;

	lua_pop(L, 1);
	return bf_rule_text_line(bf_rule_state(L), line, nl ? k->nl : k->en);
}

/* TEXT on that line; {1} is the member's name. */
static _Noreturn void
member_fail(lua_State *L, int line, int key, const char *text)
{
	(void)bf_rule_raise_at(L, member_line(L, line, key), text,
		rule_keys[key].nl, (char *)NULL);
	__builtin_unreachable();
}

static const char *
link_pop(lua_State *L, int line, const char *what)
{
	const char *link = bf_rule_text_pop(L, line, what);

	if (!is_link(link))
		(void)bf_rule_raise_at(L, bf_rule_table_line(L, line, link),
			BF_N("A link begins with https://."), (char *)NULL);
	return link;
}

struct bf_right_source
bf_right_source(lua_State *L, int line)
{
	struct bf_right_source source = { 0 };

	if (!lua_istable(L, -1))
		(void)bf_rule_raise_at(L, line,
			BF_N("“bron” is { \"text\", \"https://...\" }."),
			(char *)NULL);
	bf_rule_keys_check(L, -1, source_keys, 2, line);
	lua_rawgeti(L, -1, 1);
	source.text = bf_rule_text_pop(L, line, "bron");
	if (lua_rawgeti(L, -1, 2) == LUA_TNIL)
		lua_pop(L, 1);
	else
		source.url = link_pop(L, line, "bron");
	source.sure = (enum bf_right_sure)bf_right_word(
		L, line, &source_keys[0], bf_right_sures, BF_RIGHT_NOT_SAID);
	lua_pop(L, 1);
	return source;
}

int32_t
bf_right_day_of(
	lua_State *L, int line, const struct bf_rule_key *key, int32_t fallback)
{
	const char *said;
	int32_t day;

	if (!has(L, key))
		return fallback;
	said = bf_rule_text_pop(L, line, key->nl);
	if (!bf_right_day(said, &day))
		(void)bf_rule_raise_at(L, bf_rule_table_line(L, line, said),
			BF_N("“{1}” is no day. A date is written as "
			     "\"2024-09-01\"."),
			bf_rule_short(bf_rule_state(L)->arena, said),
			(char *)NULL);
	return day;
}

static void
competent_read(lua_State *L, struct bf_right_rule *rule, int line)
{
	const char *word;

	if (!lua_istable(L, -1)) {
		word = bf_rule_text_pop(L, line, "bevoegd");
		rule->city = strcmp(word, "stad") == 0
			|| strcmp(word, "city") == 0;
		if (!rule->city)
			member_fail(L, line, COMPETENT,
				BF_N("“bevoegd” is \"stad\", or { naam = , "
				     "adres = , link = }."));
		return;
	}
	bf_rule_keys_check(L, -1, competent_keys, 0, line);
	(void)bf_rule_member(L, -1, &competent_keys[0]);
	bf_rule_texts_read(L, rule->competent, line, "naam");
	if (has(L, &competent_keys[1]))
		rule->address = bf_rule_text_pop(L, line, "adres");
	if (has(L, &competent_keys[2]))
		rule->link = link_pop(L, line, "link");
	lua_pop(L, 1);
}

static void
header_read(lua_State *L, struct bf_right_rule *rule, int line)
{
	(void)bf_rule_member(L, -1, &rule_keys[CODE]);
	rule->code = bf_rule_text_pop(L, line, "code");
	if (!is_code(rule->code))
		(void)bf_rule_raise_at(L,
			bf_rule_table_line(L, line, rule->code),
			BF_N("The code “{1}” may only have small letters, "
			     "digits and -."),
			rule->code, (char *)NULL);
	(void)bf_rule_member(L, -1, &rule_keys[TITLE]);
	bf_rule_texts_read(L, rule->title, line, "titel");
	bf_right_texts(L, line, &rule_keys[HELP], rule->help);
	bf_right_texts(L, line, &rule_keys[HOW], rule->how);
	(void)bf_rule_member(L, -1, &rule_keys[SOURCE]);
	rule->source = bf_right_source(L, member_line(L, line, SOURCE));
	(void)bf_rule_member(L, -1, &rule_keys[COMPETENT]);
	competent_read(L, rule, line);
	rule->person = bf_right_word(
		L, line, &rule_keys[PER], bf_right_per, -1);
	rule->granting = (enum bf_right_granting)bf_right_word(
		L, line, &rule_keys[GRANTING], grantings, -1);
	if (rule->granting == BF_RIGHT_REFERRAL && rule->link == NULL)
		(void)bf_rule_raise_at(L, line,
			BF_N("A referral needs bevoegd = { naam = , link = "
			     "}."),
			(char *)NULL);
}

/* The list of facts that the rule may read. */
static void
reads_read(lua_State *L, struct bf_right_law *law, int line)
{
	const char *name;
	size_t n, i;

	(void)bf_rule_member(L, -1, &rule_keys[FACTS]);
	n = bf_rule_list_length(L, line, "feiten");
	for (i = 0; i < n; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i + 1);
		name = bf_rule_text_pop(L, line, "feiten");
		law->reads |= (uint64_t)1 << bf_right_fact_named(L,
				      bf_rule_table_line(L, line, name), name);
	}
	lua_pop(L, 1);
}

/* Every fact in NODE was declared; every node counts once. */
static void
node_check(lua_State *L, struct bf_right_law *law, struct bf_rule_node *node)
{
	struct bf_rights *rights = bf_rule_state(L)->rights->rights;
	size_t i;

	if (node->place >= 0)
		return;
	node->place = (int)rights->node_count++;
	if (node->op == &bf_rule_fact && !(law->reads >> node->fact & 1))
		(void)bf_rule_raise_at(L, node->line,
			BF_N("feit.{1} is used here, but “{1}” is not in the "
			     "list feiten = { ... }. Add it there."),
			node->text, (char *)NULL);
	for (i = 0; i < node->count; i++)
		node_check(L, law, node->args[i]);
}

/* The tree that is the member KEY, or NULL. */
static struct bf_rule_node *
tree_read(lua_State *L, struct bf_right_law *law, int key,
	enum bf_rule_type type, int line)
{
	struct bf_rule_node *node;

	if (!has(L, &rule_keys[key]))
		return NULL;
	if (type == RULE_NUMBER && lua_type(L, -1) == LUA_TNUMBER)
		node = bf_right_words.number(L, -1);
	else {
		lua_pushvalue(L, -1);
		node = bf_rule_node_at(L, -1);
	}
	if (lua_isboolean(L, -1))
		bf_rule_text_blame(bf_rule_state(L));
	if (node == NULL || node->type != type)
		member_fail(L, line, key,
			type == RULE_YESNO ? BF_N("“{1}” must be a condition.")
					   : BF_N("“{1}” must be a number."));
	/* Reasons are found part by part, as often as a part stands there. */
	if (node->size > BF_RULE_SIZE)
		(void)bf_rule_raise_at(L, node->line,
			BF_N("This file holds too many conditions."),
			(char *)NULL);
	node->used = true;
	node_check(L, law, node);
	lua_pop(L, 2);
	return node;
}

static void
amount_read(lua_State *L, struct bf_right_law *law, int line)
{
	struct bf_right_rule *rule = law->shown;

	law->amount = tree_read(L, law, AMOUNT, RULE_NUMBER, line);
	rule->has_amount = law->amount != NULL;
	rule->amount_is = (enum bf_right_amount)bf_right_word(
		L, line, &rule_keys[AMOUNT_IS], amounts_are, 0);
	rule->period = (enum bf_right_period)bf_right_word(L, line,
		&rule_keys[PERIOD], periods,
		rule->has_amount ? -1 : BF_RIGHT_NO_PERIOD);
}

/* What leaves without anybody asking has to be a benefit, of the city. */
static void
payment_read(lua_State *L, struct bf_right_rule *rule, int line)
{
	rule->payment = (enum bf_right_payment)bf_right_word(
		L, line, &rule_keys[PAYMENT], payments, BF_RIGHT_NOT_PAID);
	if (rule->payment == BF_RIGHT_NOT_PAID
		|| (rule->city && rule->granting == BF_RIGHT_AUTOMATIC
			&& rule->has_amount
			&& rule->amount_is == BF_RIGHT_BENEFIT))
		return;
	member_fail(L, line, PAYMENT,
		BF_N("“betaling” is for a benefit of the city that is granted "
		     "automatically: it needs bevoegd = \"stad\", toekenning = "
		     "\"automatisch\" and an amount."));
}

static void
days_read(lua_State *L, struct bf_right_law *law, int line)
{
	int32_t first = law->figures_count ? law->figures[0].from
					   : BF_RIGHT_EVER_FROM;

	law->shown->from = bf_right_day_of(L, line, &rule_keys[FROM], first);
	law->shown->until = bf_right_day_of(
		L, line, &rule_keys[UNTIL], BF_RIGHT_EVER_UNTIL);
	if (law->shown->until < law->shown->from)
		member_fail(L, line, UNTIL,
			BF_N("“tot” is before “vanaf”: this rule never "
			     "holds."));
}

int
bf_right_rule(lua_State *L)
{
	struct bf_rule_load *load = bf_rule_state(L);
	struct bf_right_law *law = load->rights->law;
	int line = bf_rule_statement(L);

	lua_settop(L, 1);
	if (law == NULL)
		return bf_rule_raise_at(L, line,
			BF_N("feiten.lua has the facts; a rule stands in a "
			     "file of its own."),
			(char *)NULL);
	(void)bf_rule_list_length(L, line, "regel");
	bf_rule_keys_check(L, 1, rule_keys, 0, line);
	law->shown->file = load->file->name;
	law->shown->line = line;
	header_read(L, law->shown, line);
	reads_read(L, law, line);
	if (has(L, &rule_keys[AMOUNTS]))
		bf_right_amounts(L, law, member_line(L, line, AMOUNTS));
	days_read(L, law, line);
	law->right = tree_read(L, law, RIGHT, RULE_YESNO, line);
	amount_read(L, law, line);
	payment_read(L, law->shown, line);
	if (has(L, &rule_keys[TESTS]))
		bf_right_tests(L, law, line);
	return 0;
}
