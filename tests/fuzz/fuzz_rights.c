/* A file about rights of any bytes is loaded or refused with a place and a
 * reason; one that is loaded decides the same for a household alone as in a
 * city, with sentences in each language, does not contradict what comes out
 * once all is known, and comes out again with the facts that it names.
 */
#include "arena.h"
#include "crypt.h"
#include "fuzz.h"
#include "rights_own.h"

#define HOUSEHOLDS 12

/* A leap day, one that ends a year, and one that begins an era of seeds. */
static const int32_t days[] = { 19782, 19722, 19723 };

static const char facts[] =
	"feiten {\n"
	"  statuut = { soort = \"keuze\", naam = \"het statuut\", bron = \"x\",\n"
	"    keuzes = { { \"geen\", nl = \"a\", en = \"a\", fr = \"a\" },\n"
	"      { \"igo\", nl = \"b\", en = \"b\", fr = \"b\" } }, vraag = \"?\" },\n"
	"  inkomen = { soort = \"euro 0..900000\", naam = \"het inkomen\", "
	"bron = \"x\", vraag = \"?\" },\n"
	"  leden = { soort = \"aantal -2..20\", naam = \"de leden\", bron = "
	"\"x\", vraag = \"?\" },\n"
	"  kinderen = { soort = \"aantal 0..12\", naam = \"de kinderen\", bron "
	"= \"x\", vraag = \"?\" },\n"
	"  samen = { soort = \"aantal -2..32\", naam = \"samen\", bron = "
	"\"x\", som_van = { \"leden\", \"kinderen\" } },\n"
	"  vermogen = { soort = \"euro -20000000..20000000\", naam = \"het "
	"vermogen\", bron = \"x\", vraag = \"?\" },\n"
	"  hulp = { soort = \"ja/nee\", naam = \"er is hulp\", bron = \"x\" },\n"
	"  geboren = { soort = \"datum\", naam = \"de dag\", bron = \"x\" } }\n";
static const char rule[] =
	"regel { code = \"vt\", titel = \"VT\", bron = { \"x\" }, bevoegd = "
	"\"stad\",\n  per = \"gezin\", toekenning = \"automatisch\", periode = "
	"\"jaar\", feiten = { \"inkomen\" },\n"
	"  recht = hoogstens(feit.inkomen, 25000), bedrag = 100 }\n";

static void
refused(const struct bf_rule_fault *fault)
{
	must(fault->found && fault->file && *fault->file);
	must(fault->line >= 1 && fault->text[0] && *fault->text[0]);
}

/* One household: NR says what it is, and what of it is known. */
static void
household(const struct bf_rights *rights, int nr, struct bf_right_known *known)
{
	static const int64_t values[] = { 0, 1, 3, 17, 2500000, 12345678 };
	size_t i;

	bf_right_unknown(rights, known);
	for (i = 0; i < rights->fact_count; i++) {
		const struct bf_right_fact *f = &rights->facts[i];
		int64_t value = f->low + values[((size_t)nr + i) % 6];

		if (f->sum_of || nr % 4 == (int)i % 4)
			continue;
		known[i].low = known[i].high = value > f->high ? f->high
							       : value;
	}
}

/* One of those that KNOWN can be, by NR. */
static void
completed(const struct bf_rights *rights, int nr,
	const struct bf_right_known *known, struct bf_right_known *out)
{
	size_t i;

	memcpy(out, known, rights->fact_count * sizeof(*out));
	for (i = 0; i < rights->fact_count; i++)
		if (rights->facts[i].sum_of == NULL)
			out[i].low = out[i].high = (nr + (int)i) % 2
				? out[i].low
				: out[i].high;
}

/* What came out of less that is known holds when more is. */
static void
agrees(const struct bf_right_outcome *less, const struct bf_right_outcome *all)
{
	must(less->state == BF_RIGHT_OPEN || less->state == all->state);
	must(less->low <= all->low && all->high <= less->high);
}

/* The facts that OUT names are enough for it. */
static void
explained(struct bf_arena *arena, const struct bf_rights *rights, int32_t day,
	const struct bf_right_known *known, const struct bf_right_outcome *out)
{
	struct bf_right_known used[BF_RIGHT_FACTS];
	struct bf_right_outcome *again;
	size_t i;
	int wrong;

	bf_right_unknown(rights, used);
	for (i = 0; i < rights->fact_count; i++)
		if (out->used >> i & 1)
			used[i] = known[i];
	must(bf_rights_decide(arena, rights, day, used, &again, &wrong));
	again += out->rule;
	must(again->state == out->state);
	must(out->state != BF_RIGHT_YES
		|| (again->low == out->low && again->high == out->high));
}

static void
alone(struct bf_arena *arena, const struct bf_rights *rights, int32_t day,
	int nr, const struct bf_right_known *known,
	const struct bf_right_outcome *outcomes)
{
	struct bf_right_known all[BF_RIGHT_FACTS];
	struct bf_right_outcome *whole;
	int wrong;
	size_t k;

	completed(rights, nr, known, all);
	if (!bf_rights_decide(arena, rights, day, all, &whole, &wrong))
		return;
	for (k = 0; k < rights->count; k++) {
		if (outcomes[k].state != BF_RIGHT_NOT_HELD)
			agrees(&outcomes[k], &whole[k]);
		explained(arena, rights, day, known, &outcomes[k]);
	}
}

struct wanted {
	const struct bf_rights *rights;
	struct bf_right_outcome *outcomes[HOUSEHOLDS];
};

static void
compare(void *data, const struct bf_right_block *b)
{
	const struct wanted *w = data;
	const struct bf_right_outcome *out;
	size_t i, rule_nr;

	for (i = 0; i < b->count; i++)
		for (rule_nr = 0; rule_nr < w->rights->count; rule_nr++) {
			out = &w->outcomes[b->ids[i]][rule_nr];
			must((b->certain[rule_nr] == NULL)
				== (out->state == BF_RIGHT_NOT_HELD));
			if (b->certain[rule_nr] == NULL)
				continue;
			must((b->certain[rule_nr][i] != 0)
				== (out->state == BF_RIGHT_YES));
			must((b->possible[rule_nr][i] != 0)
				== (out->state != BF_RIGHT_NO));
			if (b->low[rule_nr])
				must(b->low[rule_nr][i] == out->low
					&& b->high[rule_nr][i] == out->high);
		}
}

static void
decides(struct bf_arena *arena, const struct bf_rights *rights, int32_t day)
{
	struct bf_right_city *city = bf_right_city_new(
		arena, rights, HOUSEHOLDS);
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct wanted w = { .rights = rights };
	struct bf_right_question q;
	int i, wrong;
	size_t k;

	for (i = 0; i < HOUSEHOLDS; i++) {
		household(rights, i, known);
		if (!bf_rights_decide(
			    arena, rights, day, known, &w.outcomes[i], &wrong))
			continue;
		alone(arena, rights, day, i, known, w.outcomes[i]);
		must(bf_right_city_put(city, i, known, &wrong));
		(void)bf_rights_ask(rights, day, known, UINT64_MAX, 0, &q, 1);
		for (k = 0; k < rights->count; k++)
			must(*bf_right_sentence(arena, rights,
				&w.outcomes[i][k], bf_langs[i % BF_LANGS]));
	}
	bf_right_city_run(city, day, compare, &w);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "core", NULL };
	static struct bf_rule_scope scope = { "core", NULL, NULL };
	struct bf_arena *arena = bf_arena_new();
	struct bf_rule_fault fault = { 0 };
	const char *text = bf_strndup(arena, (const char *)data, size);
	bool is_facts = strstr(text, "feiten {\n") == text;
	struct bf_rule_file file[] = {
		{ "a.lua", is_facts ? rule : text,
			is_facts ? strlen(rule) : size, NULL, 0 },
		{ "feiten.lua", is_facts ? text : facts,
			is_facts ? size : strlen(facts), NULL, 0 },
		{ "vt.lua", rule, strlen(rule), NULL, 0 },
	};
	struct bf_rule_files files = { "core", file, is_facts ? 2 : 3, "" };
	struct bf_rights *rights;
	struct bf_err err = { 0 };
	size_t i;

	/* No translation is there: texts stay English. */
	scope.i18n = bf_i18n_load(arena, ".", names, &err);
	must(scope.i18n != NULL);
	bf_crypt_start();
	bf_rules_hash(&files);
	if (!bf_rights_read(arena, &scope, &files, &rights, &fault)
		|| !bf_rights_test_all(rights, &fault))
		refused(&fault);
	else
		for (i = 0; i < sizeof(days) / sizeof(days[0]); i++)
			decides(arena, rights, days[i]);
	bf_arena_free(arena);
	return 0;
}
