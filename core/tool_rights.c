/* belfort rules check, test, explain, bench for files about rights: is it
 * right, and what does who get?
 */
#include "arena.h"
#include "clock.h"
#include "rights_own.h"
#include "rules_desk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define QUESTIONS_MOST 3
#define BENCH_HOUSEHOLDS 125000
#define BENCH_TIMES 9

/* --- check and test ------------------------------------------------------- */

static bool
load(struct bf_desk *d, struct bf_rights **out, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *files;

	return bf_desk_files(d, &files, err)
		&& (bf_rights_read(d->arena, &d->scope, files, out, &fault)
			|| bf_desk_fault(d, &fault, err));
}

bool
bf_rights_do_check(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rights *rights;
	size_t tests = 0, i;

	bf_desk_unread(d);
	if (!load(d, &rights, err))
		return false;
	if (!bf_rights_test_all(rights, &fault))
		return bf_desk_fault(d, &fault, err);
	for (i = 0; i < rights->count; i++) {
		tests += rights->laws[i].test_count;
		if (rights->laws[i].test_count == 0)
			bf_desk_say(d,
				BF_N("{1} has no tests: nobody would see it "
				     "when a figure is wrong.\n"),
				rights->shown[i].file, NULL, NULL, NULL);
	}
	bf_desk_say(d,
		BF_N("{1}: all is well. {2} facts, {3} rules, {4} tests.\n"),
		d->scope.feature,
		bf_desk_number(d, (long long)rights->fact_count),
		bf_desk_number(d, (long long)rights->count),
		bf_desk_number(d, (long long)tests));
	return true;
}

static bool
test_run(const struct bf_desk *d, const struct bf_rights *rights, size_t law,
	const struct bf_right_test *t)
{
	const char *want, *is;
	const char *place = bf_printf(
		d->arena, "%s:%d", rights->shown[law].file, t->line);

	if (bf_right_test(d->arena, rights, law, t, &want, &is)) {
		bf_desk_say(d, BF_N("good   {1}: {2}\n"), place, t->name, NULL,
			NULL);
		return true;
	}
	bf_desk_say(d,
		BF_N("wrong  {1}: {2}. It should be {3}, and it is {4}.\n"),
		place, t->name, want, is);
	return false;
}

bool
bf_rights_do_test(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rights *rights;
	size_t law, i, wrong = 0;

	if (!load(d, &rights, err))
		return false;
	for (law = 0; law < rights->count; law++)
		for (i = 0; i < rights->laws[law].test_count; i++)
			wrong += !test_run(
				d, rights, law, &rights->laws[law].tests[i]);
	return wrong == 0 || bf_desk_wrong(d, wrong, err);
}

/* --- explain -------------------------------------------------------------- */

static bool
word_fail(const struct bf_desk *d, const char *text, const char *word,
	const char *more, struct bf_err *err)
{
	const char *const values[] = { word, more, NULL };

	return bf_err(err, "%s",
		bf_rule_fill(d->arena, bf_desk_text(d, text), values));
}

static bool
value_fail(const struct bf_desk *d, const struct bf_right_fact *fact,
	struct bf_err *err)
{
	return word_fail(d,
		BF_N("“{1}” has a value here that this fact cannot have. It "
		     "can be: {2}."),
		fact->name, bf_right_can(d->arena, fact), err);
}

static bool
name_fail(const struct bf_desk *d, const struct bf_rights *rights,
	const char *name, struct bf_err *err)
{
	const char *near = bf_right_fact_nearest(rights, name);

	return word_fail(d,
		near ? BF_N("There is no fact “{1}”. Did you mean “{2}”?")
		     : BF_N("There is no fact “{1}”."),
		name, near, err);
}

/* "op=2024-06-01", or "fact=value". */
static bool
word_take(const struct bf_desk *d, const struct bf_rights *rights,
	const char *word, int32_t *day, struct bf_right_known *known,
	struct bf_err *err)
{
	size_t len = strcspn(word, "=");
	const char *name = bf_strndup(d->arena, word, len);
	const char *value = word[len] ? word + len + 1 : "";
	int fact = bf_rights_fact(rights, name);

	if (strcmp(name, "op") == 0 || strcmp(name, "on") == 0)
		return bf_right_day(value, day)
			|| word_fail(d,
				BF_N("“{1}” is no day. A date is written as "
				     "\"2024-09-01\"."),
				value, NULL, err);
	if (fact < 0)
		return name_fail(d, rights, name, err);
	return bf_right_read(rights, fact, value, known)
		|| value_fail(d, &rights->facts[fact], err);
}

static int32_t
today(void)
{
	return (int32_t)(time(NULL) / 86400);
}

static void
questions_say(const struct bf_desk *d, const struct bf_rights *rights,
	int32_t day, const struct bf_right_known *known)
{
	struct bf_right_question q[QUESTIONS_MOST];
	size_t n = bf_rights_ask(
		       rights, day, known, UINT64_MAX, 0, q, QUESTIONS_MOST),
	       i;
	int lang = bf_lang_index(d->lang);

	for (i = 0; i < n; i++)
		bf_desk_say(d, BF_N("Ask: {1} ({2})\n"),
			rights->facts[q[i].fact].question[lang],
			rights->facts[q[i].fact].name, NULL, NULL);
}

/* The facts of MASK that are known, each with what it is and its source. */
static void
facts_say(const struct bf_desk *d, const struct bf_rights *rights,
	uint64_t mask, const struct bf_right_known *known)
{
	const struct bf_right_fact *f = rights->facts;
	size_t i;

	for (i = 0; i < rights->fact_count; i++)
		if ((mask >> i & 1) && known[i].low == known[i].high)
			printf("    %s = %s (%s)\n", f[i].name,
				bf_right_value(d->arena, rights, (int)i,
					known[i].low, d->lang),
				f[i].source);
}

/* Each right that there is on DAY: its sentence, and the facts that decided. */
static void
outcomes_say(const struct bf_desk *d, const struct bf_rights *rights,
	int32_t day, const struct bf_right_outcome *out,
	const struct bf_right_known *known)
{
	size_t i, held = 0;

	for (i = 0; i < rights->count; i++) {
		if (out[i].state == BF_RIGHT_NOT_HELD)
			continue;
		held++;
		printf("%s (%s:%d)\n  %s\n", rights->shown[i].code,
			rights->shown[i].file, rights->shown[i].line,
			bf_right_sentence(d->arena, rights, &out[i], d->lang));
		facts_say(d, rights, out[i].used, known);
		printf("\n");
	}
	if (held == 0)
		bf_desk_say(d, BF_N("No rule holds on {1}.\n"),
			bf_right_day_text(d->arena, day), NULL, NULL, NULL);
}

bool
bf_rights_do_explain(struct bf_desk *d, struct bf_err *err)
{
	struct bf_right_known *known;
	struct bf_right_outcome *out;
	struct bf_rights *rights;
	int32_t day = today();
	const char **word;
	int wrong;

	if (!load(d, &rights, err))
		return false;
	known = bf_alloc(d->arena, (rights->fact_count + 1) * sizeof(*known));
	bf_right_unknown(rights, known);
	for (word = d->words; *word; word++)
		if (!word_take(d, rights, *word, &day, known, err))
			return false;
	if (!bf_rights_decide(d->arena, rights, day, known, &out, &wrong))
		return value_fail(d, &rights->facts[wrong], err);
	outcomes_say(d, rights, day, out, known);
	questions_say(d, rights, day, known);
	return true;
}

/* --- bench ---------------------------------------------------------------- */

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The same numbers every time (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014). */
static uint64_t
mixed(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15U;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
	z = (z ^ z >> 27) * 0x94d049bb133111ebU;
	return z ^ z >> 31;
}

/* A household at random; of three in ten, a fact in four is not known. */
static void
household(const struct bf_rights *rights, uint64_t *seed,
	struct bf_right_known *known)
{
	bool hide = mixed(seed) % 10 < 3;
	size_t i;

	bf_right_unknown(rights, known);
	for (i = 0; i < rights->fact_count; i++) {
		const struct bf_right_fact *f = &rights->facts[i];
		uint64_t wide = (uint64_t)(f->high - f->low) + 1;

		if (f->sum_of == NULL && !(hide && mixed(seed) % 4 == 0))
			known[i].low = known[i].high = f->low
				+ (int64_t)(mixed(seed) % wide);
	}
}

static void
count(void *data, const struct bf_right_block *block)
{
	*(size_t *)data += block->count;
}

static bool
city_fill(const struct bf_rights *rights, struct bf_right_city *city, long n)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	uint64_t seed = 1;
	int wrong;

	for (; n > 0; n--) {
		household(rights, &seed, known);
		/* What a sum does not allow is another one's turn. */
		if (!bf_right_city_put(city, (int32_t)n, known, &wrong)
			&& wrong < 0)
			return false;
	}
	return true;
}

bool
bf_rights_do_bench(struct bf_desk *d, struct bf_err *err)
{
	long n = d->words[0] ? strtol(d->words[0], NULL, 10) : BENCH_HOUSEHOLDS;
	struct bf_right_city *city;
	struct bf_rights *rights;
	double times[BENCH_TIMES];
	size_t counted = 0, i;

	if (n < 1 || n > 10000000)
		return bf_err(err, "how many households? From 1 to 10000000");
	if (!load(d, &rights, err))
		return false;
	city = bf_right_city_new(d->arena, rights, (size_t)n);
	if (!city_fill(rights, city, n))
		return bf_err(err, "the households do not fit");
	for (i = 0; i < BENCH_TIMES; i++) {
		times[i] = bf_desk_milliseconds();
		counted = 0;
		bf_right_city_run(city, today(), count, &counted);
		times[i] = bf_desk_milliseconds() - times[i];
	}
	qsort(times, BENCH_TIMES, sizeof(*times), by_size);
	printf("households=%zu rules=%zu ms_least=%.1f ms_median=%.1f "
	       "ms_most=%.1f\n",
		counted, rights->count, times[0], times[BENCH_TIMES / 2],
		times[BENCH_TIMES - 1]);
	return true;
}

/* --- which ---------------------------------------------------------------- */

bool
bf_rights_desk(struct bf_desk *d, struct bf_err *err)
{
	static const char *const names[] = { "core", NULL };
	const char *const *facts = (const char *const[]){ "feiten.lua",
		"facts.lua", NULL };
	struct bf_tool *tool = d->tool;
	const char *folder = tool->folder ? tool->folder
					  : tool->settings->rules;
	const char *feature = tool->operands[1];

	if (feature == NULL || strchr(feature, '/'))
		return false;
	while (*facts
		&& access(bf_printf(tool->arena, "%s/%s/%s", folder, feature,
				  *facts),
			   F_OK)
			< 0)
		facts++;
	if (*facts == NULL)
		return false;
	d->arena = tool->arena;
	d->lang = bf_desk_language(tool);
	d->words = (const char **)tool->operands + 2;
	d->scope.feature = feature;
	d->scope.i18n = bf_i18n_load(
		tool->arena, tool->settings->share, names, err);
	return d->scope.i18n != NULL;
}
