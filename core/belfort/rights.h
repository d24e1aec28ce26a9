/* Rights: who is entitled to what, how much, and why, by rule files that civil
 * servants write.  docs/rights.md tells what a file may say.
 *
 * Facts are integers: 0 and 1 of a yes or no, a count, cents, days since
 * 1970-01-01, the number of a choice from 0.  A fact is known, or it lies in a
 * range.  An outcome never contradicts what comes out once all is known.
 *
 * A loaded set is only read after that, by one process; what is decided with
 * it points into it, and so is gone with it.
 */
#ifndef BELFORT_RIGHTS_H
#define BELFORT_RIGHTS_H

#include <belfort/base.h>

#define BF_RIGHT_LANGS 3  /* nl, en, fr: the order of every text below */
#define BF_RIGHT_FACTS 64 /* room for the facts of a set: at most 63 */

struct bf_rights;

struct bf_right_file {
	const char *name; /* "feiten.lua", "huisvuil.lua" */
	const char *text; /* UTF-8, ended by NUL */
	size_t len;
};

/* What is wrong in a file, for who wrote it. */
struct bf_right_fault {
	const char *file;
	int line;
	const char *text[BF_RIGHT_LANGS];
};

/* Load COUNT files and run their tests.  False with FAULT filled, whose texts
 * stay the request's.  *OUT outlives the request: free it. */
BF_API BF_CHECKED bool
bf_rights_load(struct bf_req *req, const struct bf_right_file *files,
	size_t count, struct bf_rights **out, struct bf_right_fault *fault);
/* NULL is allowed. */
BF_API void bf_rights_free(struct bf_rights *rights);
/* SHA-256 over names and texts of the files, in hexadecimal digits: the version
 * that is kept with a decision. */
BF_API const char *bf_rights_version(const struct bf_rights *rights);

/* --- what a set holds ----------------------------------------------------- */

enum bf_right_kind {
	BF_RIGHT_YESNO,
	BF_RIGHT_COUNT,
	BF_RIGHT_EURO, /* cents */
	BF_RIGHT_DATE, /* days since 1970-01-01 */
	BF_RIGHT_CHOICE,
};

struct bf_right_choice {
	const char *code;
	const char *title[BF_RIGHT_LANGS];
};

struct bf_right_fact {
	const char *name;
	enum bf_right_kind kind;
	int64_t low, high; /* what it can be, both ends included */
	const char *title[BF_RIGHT_LANGS]; /* "the number of dependants" */
	const char *source;
	const char *question[BF_RIGHT_LANGS];  /* NULL: it is not asked */
	const char *help[BF_RIGHT_LANGS];      /* may be NULL */
	bool person;                           /* else of the household */
	const struct bf_right_choice *choices; /* high + 1 of them */
	const int *sum_of; /* places of facts, ended by -1; NULL: none */
};

enum bf_right_period {
	BF_RIGHT_NO_PERIOD,
	BF_RIGHT_DAY,
	BF_RIGHT_WEEK,
	BF_RIGHT_MONTH,
	BF_RIGHT_QUARTER,
	BF_RIGHT_YEAR,
	BF_RIGHT_ONCE,
};
enum bf_right_granting {
	BF_RIGHT_AUTOMATIC,
	BF_RIGHT_REQUEST,
	BF_RIGHT_REFERRAL,
};
/* How a benefit of the city that is granted automatically reaches people. */
enum bf_right_payment {
	BF_RIGHT_NOT_PAID, /* not by us */
	BF_RIGHT_TRANSFER, /* money, to an account */
	BF_RIGHT_ORDER,    /* an order to who delivers it */
};
enum bf_right_amount { BF_RIGHT_BENEFIT, BF_RIGHT_DISCOUNT, BF_RIGHT_PRICE };
enum bf_right_sure {
	BF_RIGHT_NOT_SAID,
	BF_RIGHT_HIGH,
	BF_RIGHT_MEDIUM,
	BF_RIGHT_LOW
};

struct bf_right_source {
	const char *text, *url; /* NULL: not said */
	enum bf_right_sure sure;
};

struct bf_right_rule {
	const char *code, *file;
	int line;
	const char *title[BF_RIGHT_LANGS];
	const char *help[BF_RIGHT_LANGS]; /* may be NULL */
	const char *how[BF_RIGHT_LANGS];  /* may be NULL */
	struct bf_right_source source;
	bool city; /* else: where residents are sent */
	const char *competent[BF_RIGHT_LANGS], *address, *link; /* or NULL */
	bool person;
	enum bf_right_period period;
	enum bf_right_granting granting;
	bool has_amount;
	enum bf_right_amount amount_is;
	/* First and last day; BF_RIGHT_EVER_FROM and BF_RIGHT_EVER_UNTIL. */
	int32_t from, until;
	uint64_t reads; /* bit N: fact N, also by the rights that it asks */
	enum bf_right_payment payment;
};

#define BF_RIGHT_EVER_FROM (-1000000)
#define BF_RIGHT_EVER_UNTIL 1000000

/* Of TEXTS of a rule, a fact or a choice, that in the reader's language; NULL
 * where there is none. */
BF_API const char *bf_right_said(struct bf_req *req, const char *const *texts);

BF_API const struct bf_right_fact *
bf_rights_facts(const struct bf_rights *rights, size_t *count);
/* In order of code, and then of days. */
BF_API const struct bf_right_rule *
bf_rights_rules(const struct bf_rights *rights, size_t *count);
/* The place of a fact, or -1. */
BF_API int bf_rights_fact(const struct bf_rights *rights, const char *name);
/* The place of the rule with CODE that holds on DAY, or -1. */
BF_API int
bf_rights_rule(const struct bf_rights *rights, const char *code, int32_t day);

/* The most that the rule at place RULE can give on DAY, in cents, as its text
 * tells, whoever asks; 0: nothing, or no amount. */
BF_API int64_t bf_rights_most(
	const struct bf_rights *rights, int rule, int32_t day);

/* "2024-06-01" as days since 1970-01-01; false: it is no day. */
BF_API BF_CHECKED bool bf_right_day(const char *text, int32_t *day);
/* And back; "" outside of the years 1 to 9999. */
BF_API const char *bf_right_day_text(struct bf_arena *arena, int32_t day);

/* --- one household -------------------------------------------------------- */

/* What is known of a fact: LOW and HIGH are the same when it is known. */
struct bf_right_known {
	int64_t low, high;
	const char *source; /* NULL: as the fact says */
	const char *date;   /* "2024-06-01", or NULL */
};

/* Nothing is known: KNOWN is as long as there are facts. */
BF_API void
bf_right_unknown(const struct bf_rights *rights, struct bf_right_known *known);
/* Read TEXT into KNOWN[FACT]: "ja" or "yes" or "1", "12", "1250.50",
 * "2001-05-30", the code of a choice.  False: it is not that, or out of the
 * fact's range; nothing is changed. */
BF_API BF_CHECKED bool bf_right_read(const struct bf_rights *rights, int fact,
	const char *text, struct bf_right_known *known);

/* TEXT as people type it, an amount of money or a whole number, as
 * bf_right_read() takes it: "1.250,50", "1 250.5" and "€ 1250,5" are amounts.
 * NULL: it is none.  A value of another kind stays as it is. */
BF_API const char *bf_right_typed(struct bf_arena *arena,
	const struct bf_right_fact *fact, const char *text);

enum bf_right_state {
	BF_RIGHT_NO,
	BF_RIGHT_YES,
	BF_RIGHT_OPEN,     /* unknown: a fact lacks */
	BF_RIGHT_NOT_HELD, /* no such rule on that day */
};

struct bf_rule_node;

/* A comparison, a yes or no, or another right, that decided. */
struct bf_right_reason {
	enum bf_right_state state; /* whether it holds */
	/* Both sides of a comparison of numbers or dates: each is from LOW /
	 * OVER to HIGH / OVER, the same when it is known.  COMPARED is the sign
	 * between them: "<=", "<", ">=", ">", "=", or ".." from RIGHT to LAST;
	 * NULL where there is none, or where it is one of several.  Of a choice
	 * LEFT is its number. */
	const char *compared;
	struct bf_right_side {
		int64_t low, high, over;
	} left, right, last;
	int fact; /* of a yes or no, or a choice: its place; else -1 */
	int rule; /* of another right: its place; else -1 */
	int line; /* in the file of the rule */
	const struct bf_rule_node *node;
};

struct bf_right_outcome {
	int rule; /* its place in the set */
	enum bf_right_state state;
	bool met;          /* the condition holds, or is not what decides */
	int64_t low, high; /* cents; 0 where there is no right */
	/* Days from which and until which the figures that were used were
	 * confirmed; CONFIRMED says whether that holds for the day asked. */
	int32_t figures_from, figures_until;
	/* The first day of the oldest amount that no later block renewed. */
	int32_t figures_oldest;
	bool confirmed;
	struct bf_right_source figures;
	const struct bf_right_reason *reasons;
	size_t reason_count;
	uint64_t used;  /* bit N: fact N decided */
	uint64_t lacks; /* bit N: fact N is not known, and would matter */
	/* Bit N: rule N decided, or its amount was calculated with; not what
	 * that one rests on. */
	uint64_t rests_on;
};

/* Decide on DAY with all rules of the set, one outcome each, in their order.
 * A known fact outside of its range is false: *WRONG is its place. */
BF_API BF_CHECKED bool
bf_rights_decide(struct bf_arena *arena, const struct bf_rights *rights,
	int32_t day, const struct bf_right_known *known,
	struct bf_right_outcome **out, int *wrong);
/* REASON as a part of a sentence, in LANG: "the number of dependants (3) is not
 * lower than 1". */
BF_API const char *
bf_right_reason_text(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_reason *reason, const char *lang);
/* The outcome as one sentence or more, in LANG: "nl", "en" or "fr"; the same
 * every time. */
BF_API const char *
bf_right_sentence(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_outcome *outcome, const char *lang);
/* What is known of FACT in LANG: "€ 1.250,00", "ja", "1 juni 2024". */
BF_API const char *
bf_right_value(struct bf_arena *arena, const struct bf_rights *rights, int fact,
	int64_t value, const char *lang);

/* --- the version in force --------------------------------------------------
 */

struct bf_query;

#define BF_RIGHT_RULES 64 /* rules of a set at most */

struct bf_rights_held {
	struct bf_rights *rights; /* NULL: nothing is in force */
	const struct bf_right_fact *facts;
	const struct bf_right_rule *rules;
	size_t fact_count, rule_count;
	int version;
	int32_t day; /* today */
	/* By rule: whether two people stand by its file, and by the facts; not
	 * when it is stopped. */
	bool confirmed[BF_RIGHT_RULES];
	bool stopped[BF_RIGHT_RULES];
	int stops; /* another number when a rule was stopped or goes on */
};

/* What is in force now.  IN_FORCE and TEXTS are queries of the plugin that give
 * what benefits.in_force() and benefits.texts(version) give.  A process keeps
 * one version, for all its plugins: it stays loaded until another one is in
 * force and is good, so what was made with it does not outlive the request. */
BF_API BF_CHECKED bool
bf_rights_hold(struct bf_req *req, const struct bf_query *in_force,
	const struct bf_query *texts, struct bf_rights_held *out);
/* Forget the version that is loaded: for a plugin's `fini`. */
BF_API void bf_rights_let_go(void);
/* Whether the figures of RULE, and of all that it rests on, were looked up for
 * that day by who wrote them and by a second person. */
BF_API bool bf_rights_stand(const struct bf_rights_held *held,
	const struct bf_right_outcome *outcomes, int rule);

/* Whether RULE is stopped, or something that it rests on: nothing follows from
 * what came out until that goes on. */
BF_API bool bf_rights_stopped(const struct bf_rights_held *held,
	const struct bf_right_outcome *outcomes, int rule);

/* --- what is kept packed ---------------------------------------------------
 */

/* From LOW to HIGH is known of FACT, as far as a rule takes that for possible;
 * where it is not KNOWN stays as it is. */
BF_API void bf_right_narrow(const struct bf_right_fact *fact, int64_t low,
	int64_t high, struct bf_right_known *known);
/* The LEN bytes of DATA, as the views facts.known and known_person have them,
 * into KNOWN.  PLACES are COUNT places of facts in the set, by their number in
 * the view facts.named; -1: none. */
BF_API void bf_right_unpack(const struct bf_rights *rights,
	const int16_t *places, size_t count, const void *data, size_t len,
	struct bf_right_known *known);

/* --- what to ask next ----------------------------------------------------- */

struct bf_right_question {
	int fact;
	int settles;  /* thousandths of a right that an answer settles, on
			 average; one that becomes a yes counts twice */
	int concerns; /* unknown rights that it matters to */
};

/* At most MOST questions about facts that are not known, the one that settles
 * the most rights first; how many.  WANTED: bit N for rule N, the rights that
 * matter; at most 64 rules are looked at.  CLOSED: bit N for fact N that is not
 * asked, because who is asked does not know it; what matters only together with
 * that is not asked either. */
BF_API size_t bf_rights_ask(const struct bf_rights *rights, int32_t day,
	const struct bf_right_known *known, uint64_t wanted, uint64_t closed,
	struct bf_right_question *out, size_t most);

/* Where it matters how much FACT is: the starts of at most MOST stretches on
 * which nothing turns, the least that it can be first; how many.  Who does not
 * know it exactly can say on which it lies. */
BF_API size_t bf_rights_stretches(const struct bf_rights *rights, int32_t day,
	const struct bf_right_known *known, int fact, int64_t *out,
	size_t most);

/* --- a whole city --------------------------------------------------------- */

struct bf_right_city;

/* Up to BF_RIGHT_BLOCK households side by side.  Columns are as long as COUNT;
 * what stands behind that is of nobody. */
#define BF_RIGHT_BLOCK 256
struct bf_right_block {
	size_t count;
	const int32_t *ids; /* as they were put */
	/* By rule: -1 where it is certain, 0 where not; and where it is
	 * possible.  The same column where all is known.  NULL: the rule does
	 * not hold on that day. */
	const int32_t *const *certain, *const *possible;
	/* By rule: cents, least and most; NULL: no amount.  0 where there is no
	 * right. */
	const int32_t *const *low, *const *high;
};

/* Room for MOST households; it and what follows live in ARENA. */
BF_API struct bf_right_city *bf_right_city_new(
	struct bf_arena *arena, const struct bf_rights *rights, size_t most);
/* One more household; false as with bf_rights_decide(), or with *WRONG -1 when
 * there is no more room. */
BF_API BF_CHECKED bool bf_right_city_put(struct bf_right_city *city, int32_t id,
	const struct bf_right_known *known, int *wrong);
/* The same, where what contradicts the rules about a fact is not known: KNOWN
 * is changed there.  False: there is no more room. */
BF_API BF_CHECKED bool bf_right_city_add(
	struct bf_right_city *city, int32_t id, struct bf_right_known *known);
/* Go on with RIGHTS: the same households, by other rules; those of before may
 * be gone by now.  False when its facts are others (names, kinds, ranges,
 * choices), so that what was put would mean something else; nothing is changed
 * then. */
BF_API BF_CHECKED bool
bf_right_city_turn(struct bf_right_city *city, const struct bf_rights *rights);
/* Decide on DAY for all of them; TAKE is given each block, in the same order
 * every time, also after bf_right_city_turn(). */
BF_API void bf_right_city_run(struct bf_right_city *city, int32_t day,
	void (*take)(void *data, const struct bf_right_block *block),
	void *data);

#endif
