/* The rule files about rights that the city starts with: they load, their tests
 * come out, residents can read them, and few questions go a long way.
 */
#include "benefits.h"

static struct bf_arena *arena;
static struct bf_rights *rights;

static void
test_texts(const struct bf_right_rule *rule)
{
	int lang, lacks = 0;

	for (lang = 0; lang < BF_RIGHT_LANGS; lang++)
		lacks += !rule->title[lang] || !rule->help[lang]
			|| !rule->how[lang];
	for (lang = 1; lang < BF_RIGHT_LANGS && lacks == 0; lang++)
		lacks += strcmp(rule->help[0], rule->help[lang]) == 0
			|| strcmp(rule->how[0], rule->how[lang]) == 0;
	is_int(lacks, 0,
		bf_printf(arena, "%s is told in three languages", rule->file));
	ok(rule->source.url && rule->source.sure != BF_RIGHT_NOT_SAID,
		"%s has a source and says how sure it is", rule->file);
	ok(rule->city != (rule->link && rule->address && rule->competent[0]),
		"%s is of the city, or says where to go", rule->file);
	ok(rule->city == (rule->granting != BF_RIGHT_REFERRAL),
		"%s is granted by the city, or a referral", rule->file);
}

static void
test_question(const struct bf_right_fact *fact)
{
	int lang, lacks = 0;

	if (fact->question[0] == NULL)
		return;
	for (lang = 1; lang < BF_RIGHT_LANGS; lang++)
		lacks += strcmp(fact->question[0], fact->question[lang]) == 0
			|| strcmp(fact->title[0], fact->title[lang]) == 0;
	is_int(lacks, 0,
		bf_printf(arena, "%s is asked in three languages", fact->name));
}

/* "..., because the number of points (6) is lower than 7": what is compared is
 * one thing.  French shows which is not. */
static void
test_name(const struct bf_right_fact *fact)
{
	const char *name = fact->title[2];

	if (fact->kind == BF_RIGHT_COUNT || fact->kind == BF_RIGHT_EURO)
		ok(strncmp(name, "les ", 4) != 0
				&& strncmp(name, "vos ", 4) != 0,
			"%s is one number", fact->name);
}

/* --- what only an inquiry finds ------------------------------------------- */

struct answer {
	const char *fact, *value;
};

static void
test_inquiry(const char *code, const char *fact)
{
	static const struct answer poor[] = { { "statuut", "geen" },
		{ "begeleiding", "ja" }, { "bestaansmiddelen", "0" } };
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *out;
	int32_t day = 0;
	int wrong;
	size_t i;
	bool good = bf_right_day("2025-02-01", &day);

	bf_right_unknown(rights, known);
	for (i = 0; i < sizeof(poor) / sizeof(*poor); i++)
		good = good
			&& bf_right_read(rights,
				bf_rights_fact(rights, poor[i].fact),
				poor[i].value, known);
	ok(good && bf_rights_decide(arena, rights, day, known, &out, &wrong)
			&& out[bf_rights_rule(rights, code, day)].state
				== BF_RIGHT_OPEN,
		"%s is not certain for who has nothing", code);
	ok(rights->facts[bf_rights_fact(rights, fact)].question[0] == NULL,
		"and nobody is asked for %s", fact);
}

/* --- few questions -------------------------------------------------------- */

/* A parent alone with three children on a low income, who rents. */
static const struct answer family[] = {
	{ "woonsituatie", "huurder" },
	{ "met_wie", "alleen_kinderen" },
	{ "gezinsgrootte", "4" },
	{ "kinderen", "3" },
	{ "belastbaar_jaar", "19500" },
	{ NULL, NULL },
};

static const struct few {
	const char *status, *school;
	int most;         /* questions */
	int yes, settled; /* rights, at least */
} fews[] = {
	{ "leefloon", "school", 3, 8, 13 },
	{ "vt", "school", 3, 4, 11 },
	{ "vt", "opvang_school", 3, 5, 11 },
	{ "geen", "school", 3, 3, 8 },
	{ "geen", "opvang_school", 4, 5, 11 },
	{ "geen", "school", 4, 4, 11 },
	{ "?", "school", 4, 0, 4 },
};

static const char *
answer_of(const char *fact, const struct few *few)
{
	const struct answer *a = family;

	if (strcmp(fact, "statuut") == 0)
		return few->status;
	if (strcmp(fact, "leren") == 0)
		return few->school;
	while (a->fact && strcmp(a->fact, fact) != 0)
		a++;
	return a->value;
}

/* Answer the questions of FEW, "?" and what is not there with "I don't know".
 */
static void
questions_answer(
	const struct few *few, int32_t day, struct bf_right_known *known)
{
	struct bf_right_question q;
	const char *fact, *value;
	uint64_t closed = 0;
	int n;

	for (n = 0; n < few->most
		&& bf_rights_ask(rights, day, known, UINT64_MAX, closed, &q, 1);
		n++) {
		fact = rights->facts[q.fact].name;
		value = answer_of(fact, few);
		printf("# %s? %s\n", fact, value ? value : "?");
		if (value == NULL
			|| !bf_right_read(rights, q.fact, value, known))
			closed |= (uint64_t)1 << q.fact;
	}
}

static void
test_few_questions(const struct few *few)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *out;
	int32_t day;
	int wrong, yes = 0, no = 0, open = 0;
	size_t i;

	bf_right_unknown(rights, known);
	if (!bf_right_day("2026-11-25", &day))
		exit(99);
	questions_answer(few, day, known);
	if (!bf_rights_decide(arena, rights, day, known, &out, &wrong))
		exit(99);
	for (i = 0; i < rights->count; i++) {
		yes += out[i].state == BF_RIGHT_YES;
		no += out[i].state == BF_RIGHT_NO;
		open += out[i].state == BF_RIGHT_OPEN;
	}
	ok(yes >= few->yes && yes + no >= few->settled,
		"%d questions, %s, %s: %d yes, %d no, %d open", few->most,
		few->status, few->school, yes, no, open);
}

int
main(void)
{
	struct bf_rule_fault fault;
	size_t i;
	int bad = 0;

	arena = bf_arena_new();
	if (!ok(benefits_load(arena,
			bf_printf(arena, "%s/lua-rules", tap_sources()),
			&rights, &fault),
		    "the rule files load")) {
		printf("# %s\n", benefits_fault(arena, &fault));
		return done();
	}
	(void)benefits_try(arena, rights, true, &bad);
	for (i = 0; i < rights->count; i++)
		test_texts(&rights->shown[i]);
	for (i = 0; i < rights->fact_count; i++) {
		test_question(&rights->facts[i]);
		test_name(&rights->facts[i]);
	}
	test_inquiry("leefloon", "leefloon_onderzoek");
	test_inquiry("aanvullende-hulp", "hulp_onderzoek");
	for (i = 0; i < sizeof(fews) / sizeof(*fews); i++)
		test_few_questions(&fews[i]);
	bf_arena_free(arena);
	return done();
}
