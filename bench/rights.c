/* Ten rules over 125,000 households: the engine beside the same rules written
 * by hand in C, in turn.
 *
 *	rights RULES POPULATION [TIMES]
 *
 * pop.h and rules_c.h are the reference's; POPULATION is what it made.
 */
#include "arena.h"
#include "crypt.h"
#include "file.h"
#include "pop.h"
#include "rights_own.h"
#include "rules_c.h"
#include <inttypes.h>

static const int euros[] = { F_GROSS, F_NET, F_RENT, F_KI };
/* What is hidden of three households in ten. */
static const int hidden[] = { F_GROSS, F_NET, F_HANDICAP, F_DEBT };
#define COUNT(list) ((int)(sizeof(list) / sizeof((list)[0])))

static struct bf_rights *rights;
static int fact_of[NFACTS], rule_of[NRULES];
static int32_t day;

static void
stop(const char *what)
{
	fprintf(stderr, "%s\n", what);
	exit(1);
}

static struct bf_rule_files *
files_read(struct bf_arena *arena, const char *folder)
{
	struct bf_err err = { 0 };
	const char **names = bf_file_list(arena, folder, ".lua", &err);
	struct bf_rule_files *files = bf_alloc(arena, sizeof(*files));

	if (names == NULL)
		stop(err.text);
	files->files = bf_alloc(arena, 64 * sizeof(*files->files));
	for (; *names; names++) {
		struct bf_rule_file *f = &files->files[files->count++];

		f->name = *names;
		f->text = bf_file_read(arena,
			bf_printf(arena, "%s/%s", folder, *names), 100000,
			&f->len, &err);
		if (f->text == NULL)
			stop(err.text);
	}
	bf_rules_hash(files);
	return files;
}

static void
load(struct bf_arena *arena, const struct bf_rule_files *files)
{
	static const char *const names[] = { "core", NULL };
	static struct bf_rule_scope scope = { "core", NULL, NULL };
	struct bf_rule_fault fault = { 0 };
	struct bf_err err = { 0 };

	scope.i18n = bf_i18n_load(arena, ".", names, &err);
	if (!bf_rights_read(arena, &scope, files, &rights, &fault))
		stop(bf_printf(arena, "%s:%d: %s", fault.file, fault.line,
			fault.text[1]));
	for (int i = 0; i < NFACTS; i++)
		fact_of[i] = bf_rights_fact(rights, fact_name[i]);
	for (int i = 0; i < NRULES; i++)
		rule_of[i] = bf_rights_rule(rights, rule_name[i], day);
}

static void
known_fill(struct bf_right_known *known, const int32_t *f, bool hide)
{
	for (int i = 0; i < NFACTS; i++)
		known[fact_of[i]] = (struct bf_right_known){ f[i], f[i], NULL,
			NULL };
	for (int i = 0; i < COUNT(euros); i++) {
		known[fact_of[euros[i]]].low *= 100;
		known[fact_of[euros[i]]].high *= 100;
	}
	for (int i = 0; hide && i < COUNT(hidden); i++) {
		known[fact_of[hidden[i]]].low =
			rights->facts[fact_of[hidden[i]]].low;
		known[fact_of[hidden[i]]].high =
			rights->facts[fact_of[hidden[i]]].high;
	}
}

static struct bf_right_city *
city(struct bf_arena *arena, const pop_t *p, int tenths)
{
	struct bf_right_city *c = bf_right_city_new(
		arena, rights, (size_t)p->H);
	struct bf_right_known known[BF_RIGHT_FACTS];
	int wrong;

	for (int h = 0; h < p->H; h++) {
		known_fill(known, p->facts[h].f, h * 7 % 10 < tenths);
		if (!bf_right_city_put(c, h, known, &wrong))
			stop("a household is refused");
	}
	return c;
}

struct tally {
	int64_t yes[NRULES], open[NRULES], cents[NRULES];
};

/* Constant lengths: whole blocks are added up as vectors. */
#define ADD(n) \
	for (int i = 0; i < (n); i++) { \
		count -= yes[i]; \
		open -= maybe[i]; \
	} \
	for (int i = 0; cents && i < (n); i++) { \
		low += cents[i] & 0xffff; \
		high += cents[i] >> 16; \
	}

__attribute__((optimize("O3"))) static void
take(void *data, const struct bf_right_block *b)
{
	struct tally *t = data;

	for (int r = 0; r < NRULES; r++) {
		const int32_t *yes = b->certain[rule_of[r]];
		const int32_t *maybe = b->possible[rule_of[r]];
		const int32_t *cents = b->low[rule_of[r]];
		int32_t count = 0, open = 0, low = 0, high = 0;

		if (b->count == BF_RIGHT_BLOCK) {
			ADD(BF_RIGHT_BLOCK)
		} else {
			ADD((int)b->count)
		}
		t->yes[r] += count;
		t->open[r] += open - count;
		t->cents[r] += ((int64_t)high << 16) + low;
	}
}

static double
reference(const pop_t *p, totals *t)
{
	double o[NRULES], begin = now();

	memset(t, 0, sizeof(*t));
	for (int h = 0; h < p->H; h++) {
		rules_c(p->facts[h].f, o);
		for (int r = 0; r < NRULES; r++) {
			t->cnt[r] += o[r] > 0;
			t->sum[r] += o[r];
		}
	}
	return now() - begin;
}

static double
engine(struct bf_right_city *c, struct tally *t)
{
	double begin = now();

	memset(t, 0, sizeof(*t));
	bf_right_city_run(c, day, take, t);
	return now() - begin;
}

/* --- one household, in microseconds --------------------------------------- */

static void
decided(struct bf_arena *arena, const struct bf_right_known *known)
{
	struct bf_right_outcome *out;
	int wrong;

	bf_arena_reset(arena);
	if (!bf_rights_decide(arena, rights, day, known, &out, &wrong))
		stop("a household is refused");
}

static void
asked(struct bf_arena *arena, const struct bf_right_known *known)
{
	struct bf_right_question q[3];

	(void)arena;
	(void)bf_rights_ask(rights, day, known, UINT64_MAX, 0, q, 3);
}

/* DO it for households of which HIDE facts are hidden, -1 all: the least that a
 * batch of them took each. */
static void
one(const pop_t *p, int hide, const char *name,
	void (*run)(struct bf_arena *, const struct bf_right_known *))
{
	enum { BATCHES = 50, BATCH = 200 };
	struct bf_arena *arena = bf_arena_new();
	struct bf_right_known known[BF_RIGHT_FACTS];
	double least = 1, begin;

	for (int b = 0; b < BATCHES; b++) {
		begin = now();
		for (int i = 0; i < BATCH; i++) {
			known_fill(known, p->facts[b * BATCH + i].f, hide > 0);
			if (hide < 0)
				bf_right_unknown(rights, known);
			run(arena, known);
		}
		begin = (now() - begin) / BATCH;
		least = begin < least ? begin : least;
	}
	printf("%s _us=%.2f\n", name, least * 1e6);
	bf_arena_free(arena);
}

static void
loading(const struct bf_rule_files *files)
{
	double least = 1, begin;

	for (int i = 0; i < 50; i++) {
		struct bf_arena *arena = bf_arena_new();

		begin = now();
		load(arena, files);
		begin = now() - begin;
		least = begin < least ? begin : least;
		bf_arena_free(arena);
	}
	printf("load _ms=%.2f files=%zu\n", least * 1e3, files->count);
}

/* --- a city --------------------------------------------------------------- */

/* What comes out of both, for each rule; whether the counts are the same. */
static bool
compare(const struct tally *all, const struct tally *some, const totals *t)
{
	bool same = true;

	for (int r = 0; r < NRULES; r++) {
		printf("%-16s %" PRId64 " %ld open=%" PRId64
		       " euro=%.2f %.2f\n",
			rule_name[r], all->yes[r], t->cnt[r], some->open[r],
			(double)all->cents[r] / 100, t->sum[r]);
		same &= all->yes[r] == t->cnt[r];
	}
	return same;
}

/* The three in turn, TIMES: medians, and the least, which another program on
 * the machine disturbs less. */
static bool
beside(struct bf_arena *arena, const pop_t *p, int times)
{
	struct bf_right_city *known = city(arena, p, 0);
	struct bf_right_city *part = city(arena, p, 3);
	struct tally all, some;
	double *spent[3];
	bool same;
	totals t;

	for (int i = 0; i < 3; i++)
		spent[i] = bf_alloc(arena, (size_t)times * sizeof(double));
	for (int i = 0; i < times; i++) {
		spent[0][i] = reference(p, &t);
		spent[1][i] = engine(known, &all);
		spent[2][i] = engine(part, &some);
	}
	same = compare(&all, &some, &t);
	for (int i = 0; i < 3; i++)
		qsort(spent[i], (size_t)times, sizeof(double), cmpd);
	for (int i = times / 2; i >= 0; i = i ? 0 : -1)
		printf("%s same=%d c_ms=%.3f known_ms=%.3f hidden_ms=%.3f "
		       "known_ratio=%.2f hidden_ratio=%.2f\n",
			i ? "median" : "least", same, spent[0][i] * 1e3,
			spent[1][i] * 1e3, spent[2][i] * 1e3,
			spent[1][i] / spent[0][i], spent[2][i] / spent[0][i]);
	return same;
}

int
main(int argc, char **argv)
{
	struct bf_arena *arena = bf_arena_new();
	int times = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 31;
	struct bf_rule_files *files;
	bool same;
	pop_t *p;

	if (argc < 3 || times < 1 || !bf_right_day("2024-06-01", &day))
		stop("rights RULES POPULATION [TIMES]");
	bf_crypt_start();
	files = files_read(arena, argv[1]);
	loading(files);
	load(arena, files);
	p = pop_load(argv[2]);
	same = beside(arena, p, times);
	one(p, 0, "one_known", decided);
	one(p, 1, "one_hidden", decided);
	one(p, 1, "ask_hidden", asked);
	one(p, -1, "ask_none", asked);
	bf_arena_free(arena);
	return !same;
}
