/* What the files rights*.c share. */
#ifndef CORE_RIGHTS_OWN_H
#define CORE_RIGHTS_OWN_H

#include "rights.h"
#include "rules_own.h"
#include <belfort/rights.h>

/* An exact number: NUMBER / OVER, in its lowest terms, OVER more than 0. */
struct bf_ratio {
	int64_t number, over;
};

/* --- what files say ------------------------------------------------------- */

#define BF_RIGHT_LIST 256         /* values of a list */
#define BF_RIGHT_DECIMALS 6       /* of a number in a file */
#define BF_RIGHT_ERAS 256         /* days on which something changes */
#define BF_RIGHT_CENTS 2000000000 /* an amount at most */
/* The parts of a sum, without their signs, at most: what is made of them is
 * within 64 bits. */
#define BF_RIGHT_MOST ((int64_t)1 << 60)

/* The value of an amount from a day on. */
struct bf_right_value {
	int32_t from;
	bool list;
	struct bf_ratio *values;
	size_t count;
	struct bf_right_value *next; /* of the same name, an earlier day */
};

struct bf_right_named {
	const char *name;
	int line;
	struct bf_right_value *newest;
	struct bf_right_named *next;
};

/* What holds for all amounts of a block. */
struct bf_right_figures {
	int32_t from, until; /* confirmed; from - 1: not */
	bool says_until;     /* itself, not the next block */
	struct bf_right_source source;
};

struct bf_right_test {
	const char *name;
	int line;
	int32_t day;
	struct bf_right_known *known;
	enum bf_right_state state;
	bool has_state, has_amount;
	int64_t low, high; /* cents */
	int asks;          /* a fact, or -1 */
};

/* A rule as it stands in its file; bf_rights.shown tells it to others. */
struct bf_right_law {
	struct bf_right_rule *shown;
	const struct bf_rule_file *file;
	struct bf_rule_node *right, *amount; /* NULL: always; none */
	uint64_t reads;                      /* what it declares */
	struct bf_right_named *named;
	struct bf_right_figures *figures;
	size_t figures_count;
	struct bf_right_test *tests;
	size_t test_count;
	uint8_t mark; /* while the order is sought */
};

struct bf_rights {
	struct bf_arena *arena;
	const struct bf_rule_scope *scope;
	struct bf_right_fact *facts;
	size_t fact_count;
	struct bf_right_rule *shown;
	struct bf_right_law *laws; /* as shown */
	size_t count;
	int *order; /* of laws: what is asked comes first */
	size_t node_count;
	int32_t *begins; /* the days on which an era begins, in order */
	struct bf_right_era **eras;
	size_t era_count;
	char version[65];
};

/* --- loading -------------------------------------------------------------- */

/* What a file is read for. */
struct bf_right_reader {
	struct bf_rights *rights;
	struct bf_right_law *law; /* the one being read; NULL: the facts */
	bool facts;               /* this file has the facts */
};

/* rights_words.c */
extern const struct bf_rule_vocabulary bf_right_words;
/* The number at INDEX, exactly, or a fault. */
struct bf_ratio bf_right_ratio(struct lua_State *L, int index);
/* Whether the value at INDEX is the word "unknown" of tests. */
bool bf_right_is_unknown(struct lua_State *L, int index);
const char *
bf_right_fact_nearest(const struct bf_rights *rights, const char *name);
/* The place of the fact NAME, or a fault at LINE (0: the one that is run). */
int bf_right_fact_named(struct lua_State *L, int line, const char *name);

/* rights_facts.c, rights_rule.c, rights_amounts.c, rights_tests.c: what the
 * tables of a file say. */
int bf_right_facts(struct lua_State *L);
int bf_right_rule(struct lua_State *L);
void bf_right_amounts(struct lua_State *L, struct bf_right_law *law, int line);
void bf_right_tests(struct lua_State *L, struct bf_right_law *law, int line);
/* The source on top of the stack, which is popped. */
struct bf_right_source bf_right_source(struct lua_State *L, int line);
/* The member KEY of the table on top, where it is there, in each language. */
void bf_right_texts(struct lua_State *L, int line,
	const struct bf_rule_key *key, const char *out[BF_LANGS]);
/* One of WORDS, ended by NULLs, as the member KEY of the table on top says;
 * its number, or FALLBACK; -1 there: it must be said. */
extern const struct bf_rule_key bf_right_sures[], bf_right_per[];
int bf_right_word(struct lua_State *L, int line, const struct bf_rule_key *key,
	const struct bf_rule_key *words, int fallback);
/* The day that the member KEY of the table on top is, or FALLBACK. */
int32_t bf_right_day_of(struct lua_State *L, int line,
	const struct bf_rule_key *key, int32_t fallback);

/* rights_check.c: whether test T of a law comes out; else what it wants and
 * what came. */
bool bf_right_test(struct bf_arena *arena, const struct bf_rights *rights,
	size_t law, const struct bf_right_test *t, const char **want,
	const char **is);
/* rights_read.c: digits, perhaps with a minus, at most DECIMALS behind a point
 * or comma; counted in the last of them. */
bool bf_right_digits(const char *text, int decimals, int64_t *out);
/* What FACT can be, as files write it: "0..12", "ja, nee". */
const char *
bf_right_can(struct bf_arena *arena, const struct bf_right_fact *fact);
/* rights_plugin.c: a copy of FILES in ARENA, sorted, with its hash. */
struct bf_rule_files *bf_right_files(struct bf_arena *arena,
	const struct bf_right_file *files, size_t count);
/* FAULT as plugins see it, in ARENA. */
void bf_right_fault_tell(struct bf_arena *arena,
	const struct bf_rule_fault *fault, struct bf_right_fault *out);
/* rights_shop.c: NUMBER as Lua writes it. */
const char *bf_right_number(struct bf_arena *arena, struct bf_ratio number);
/* rights_amounts.c: what LAW calls NAME, or NULL; what it is on DAY, or NULL.
 */
struct bf_right_named *
bf_right_named(const struct bf_right_law *law, const char *name);
const struct bf_right_value *
bf_right_value_on(const struct bf_right_named *named, int32_t day);
/* rights_graph.c: put the laws in order; a circle is a fault. */
BF_CHECKED bool
bf_right_graph(struct bf_rights *rights, struct bf_rule_fault *fault);

/* --- days ----------------------------------------------------------------- */

struct bf_right_date {
	int32_t year, month, day;
};
struct bf_right_date bf_right_date(int32_t day);
/* The nearest day on which a rule can hold. */
int32_t bf_right_day_within(int32_t day);
/* Whole years from BORN to DAY, not less than 0. */
int32_t bf_right_age(int32_t born, int32_t day);

/* --- one era: trees with their amounts filled in -------------------------- */

enum bf_right_code {
	RIGHT_FACT, /* fact D; the number of facts: the day that is asked for */
	RIGHT_SUM,  /* of args times coefs, plus K */
	RIGHT_MORE, /* that sum is more than 0 */
	RIGHT_SAME, /* that sum is 0 */
	RIGHT_OTHER, /* that sum is not 0 */
	RIGHT_ALL,   /* of conditions */
	RIGHT_ANY,
	RIGHT_LEAST, /* of args */
	RIGHT_MOST,
	RIGHT_IF,     /* args: condition, where it holds, else */
	RIGHT_TABLE,  /* table[args[0] - K], D values */
	RIGHT_LINE,   /* args: x, x1, y1, x2, y2: in steps of K / D */
	RIGHT_DIVIDE, /* (that sum) / D, downwards */
	RIGHT_AGE,    /* args: from, to */
};

/* A step: an integer, or a condition, 0 or 1. */
struct bf_right_step {
	enum bf_right_code code;
	bool yesno;
	int count; /* args */
	int *args;
	int64_t *coefs;
	int64_t k, d;
	const int64_t *table;
	int64_t low, high; /* what it can be */
	uint64_t reads;    /* facts; the day has no bit */
	uint32_t hash;
};

/* A number of a tree: (sum of terms + k) / over. */
struct bf_right_term {
	int step;
	int64_t coef;
};
struct bf_right_form {
	int count;
	struct bf_right_term *terms; /* by step */
	int64_t k, over;
};

/* What a law is in an era. */
struct bf_right_ruling {
	bool held;
	int right, entitled; /* steps: the condition; with the amount */
	int amount;          /* step, or -1: cents, 0 without a right */
	const struct bf_right_figures *figures;
	int32_t oldest; /* day of an amount that holds */
};

struct bf_right_era {
	struct bf_right_step *steps;
	size_t count;
	/* By node: the step of a condition, or the form of a number. */
	int *step_of;
	struct bf_right_form **form_of;
	struct bf_right_ruling *rulings;   /* by law */
	struct bf_right_program *programs; /* those made so far */
};

#define BF_RIGHT_TRUE 1 /* the step that always holds */
#define BF_RIGHT_FALSE 0

/* rights_era.c: the era that begins on DAY. */
BF_CHECKED bool bf_right_era(struct bf_rights *rights, int32_t day,
	struct bf_right_era **out, struct bf_rule_fault *fault);
/* The era of DAY. */
struct bf_right_era *
bf_right_era_of(const struct bf_rights *rights, int32_t day);

/* rights_step.c: an era while it is built. */
struct bf_right_builder {
	struct bf_rights *rights;
	struct bf_right_era *era;
	struct bf_rule_fault *fault;
	const struct bf_right_law *law; /* whose tree it is */
	int line;                       /* of the node */
	int32_t day;
	size_t size; /* room for steps */
	int64_t *low, *high;
	int *slots; /* a table of steps by their hash */
	size_t slot_count;
	int *negated; /* by step; -1: not yet */
	int cases;    /* that were looked at one by one */
};

/* A fault at the node that is being built.  Always false. */
bool bf_right_fail(struct bf_right_builder *b, const char *text,
	const char *one, const char *two);
/* The fault that numbers can become too large.  Always false. */
bool bf_right_too_large(struct bf_right_builder *b);
/* Two ints, for qsort(). */
int bf_right_by_number(const void *a, const void *b);
void bf_right_steps_open(struct bf_right_builder *b);
/* The place of a step like STEP, which is made when it is new. */
int bf_right_put(struct bf_right_builder *b, const struct bf_right_step *step);
int bf_right_fact_step(struct bf_right_builder *b, int fact);
/* ARGS with those of the same kind as CODE opened; *COUNT of them. */
int *bf_right_parts(struct bf_right_builder *b, enum bf_right_code code,
	const int *args, int *count);
/* All or any of COUNT conditions; ARGS is the arena's. */
int bf_right_join(struct bf_right_builder *b, enum bf_right_code code,
	int *args, int count);
int bf_right_negate(struct bf_right_builder *b, int step);
bool
bf_right_constant(const struct bf_right_builder *b, int step, int64_t *out);

/* rights_form.c: exact sums.  A form is never changed once it is made. */
struct bf_right_form *
bf_right_form_ratio(struct bf_right_builder *b, struct bf_ratio r);
struct bf_right_form *
bf_right_form_step(struct bf_right_builder *b, int step, struct bf_ratio times);
/* STEP / OVER; a sum as its terms. */
struct bf_right_form *
bf_right_form_opened(struct bf_right_builder *b, int step, int64_t over);
/* X * A + Y * C */
struct bf_right_form *
bf_right_form_add(struct bf_right_builder *b, const struct bf_right_form *x,
	struct bf_ratio a, const struct bf_right_form *y, struct bf_ratio c);
/* The step that is the form times OVER, which its own divides. */
int bf_right_form_sum(struct bf_right_builder *b,
	const struct bf_right_form *form, int64_t over);
/* The condition that (form + MORE in units of its OVER) is more than 0. */
int bf_right_form_more(struct bf_right_builder *b,
	const struct bf_right_form *form, int64_t more);
int bf_right_form_same(
	struct bf_right_builder *b, const struct bf_right_form *form);
/* FORM in steps of STEP, rounded down after adding the part ADD of a step: 0,
 * 1 (half), 2 (almost one). */
struct bf_right_form *bf_right_form_round(struct bf_right_builder *b,
	const struct bf_right_form *form, struct bf_ratio step, int add);
/* A number that divides by all OVERs; 0 with a fault. */
int64_t bf_right_form_over(struct bf_right_builder *b,
	struct bf_right_form *const *forms, int count);
/* The least that FORM can be, in its units, when conditions and tables that it
 * shares are looked at one by one. */
int64_t bf_right_form_least(
	struct bf_right_builder *b, const struct bf_right_form *form);
struct bf_ratio bf_ratio_of(__int128 number, __int128 over, bool *fits);

/* rights_pick.c: numbers that choose between others. */
struct bf_right_form *bf_right_pick(struct bf_right_builder *b,
	enum bf_right_code code, struct bf_right_form **forms, int count);
struct bf_right_form *bf_right_if(struct bf_right_builder *b, int when,
	struct bf_right_form *then, struct bf_right_form *otherwise);
struct bf_right_form *bf_right_table(struct bf_right_builder *b,
	const struct bf_right_value *list, struct bf_right_form *index);
struct bf_right_form *bf_right_line(struct bf_right_builder *b,
	struct bf_right_form **forms, struct bf_ratio step);

/* rights_eval.c: one step. */
void bf_right_step_eval(const struct bf_right_step *step,
	const struct bf_right_known *known, int64_t *low, int64_t *high,
	size_t at);
int64_t bf_right_floor(int64_t a, int64_t b);
static inline int64_t
bf_right_least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}
static inline int64_t
bf_right_most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}
/* How high the line from (X1, Y1) to (X2, Y2) is at X, times K / D, a half goes
 * up; outside of it, one of its ends: FROM_HIGH looks at that of X2 first. */
int64_t bf_right_line_at(int64_t x, int64_t x1, int64_t y1, int64_t x2,
	int64_t y2, int64_t k, int64_t d, bool from_high);
/* What is known of each step that reads one of the facts CHANGED, UINT64_MAX
 * for all.  LOW and HIGH are as long as the era's steps. */
void
bf_right_eval(const struct bf_rights *rights, const struct bf_right_era *era,
	int32_t day, const struct bf_right_known *known, uint64_t changed,
	int64_t *low, int64_t *high);
/* rights_reach.c: the same when the facts ASKABLE are answered, whatever that
 * makes of it: a step that has another low or high then can still change. */
void
bf_right_reach(const struct bf_rights *rights, const struct bf_right_era *era,
	int32_t day, const struct bf_right_known *known, uint64_t askable,
	int64_t *low, int64_t *high);
/* rights_lacks.c: what is known of steps, and what can become of them; NULL:
 * anything. */
struct bf_right_sight {
	const int64_t *low, *high;
	const int64_t *reach_low, *reach_high;
};
/* The facts that are not known, and would matter to RULE. */
uint64_t
bf_right_lacks(const struct bf_rights *rights, const struct bf_right_era *era,
	int rule, const struct bf_right_sight *sight);
/* rights_city.c: by which rules it decides now. */
const struct bf_rights *bf_right_city_rights(const struct bf_right_city *city);
/* Where facts are sums of others, what follows from that.  False: a known fact
 * is outside of its range; *WRONG is its place. */
BF_CHECKED bool bf_right_known_check(const struct bf_rights *rights,
	struct bf_right_known *known, int *wrong);
/* FACTS, bit N for fact N, with all that is in a sum with one of them, and in a
 * sum with that. */
uint64_t bf_right_sums_join(const struct bf_rights *rights, uint64_t facts);

#endif
