/* What the files of preview share. */
#ifndef PREVIEW_OWN_H
#define PREVIEW_OWN_H

#include "noise.h"
#include <belfort/json.h>
#include <belfort/plugin.h>
#include <belfort/rights.h>
#include <jansson.h>

/* --- town.c: the city as columns, kept between requests --------------------
 */

#define KINDS 6     /* of households, the last: not known */
#define TENTHS 11   /* of income, the last: not known */
#define QUARTERS 64 /* neighbourhoods at most, the first: not known */

struct home {
	uint64_t key;
	uint8_t kind, tenth, quarter; /* QUARTER: a place in the list */
};

/* What is kept of everybody, without names and numbers. */
struct town {
	int snapshot;
	const char *day; /* of the data: "2026-11-26" */
	size_t count;
	struct home *homes;
	json_t *quarters; /* [{"number", "name"}]: place 1 and on */
};

/* The snapshot that STATE, of preview.state(), tells of; it is read where this
 * process has another one.  NULL: the fault is filled. */
const struct town *town_now(struct bf_req *req, json_t *state);
/* Decide on DAY by RIGHTS for all households, or all PERSONS, whose number is
 * that of their household. */
void town_run(const struct bf_rights *rights, bool persons, int32_t day,
	void (*take)(void *data, const struct bf_right_block *block),
	void *data);
/* For `fini`. */
void town_forget(void);

/* --- sets.c: two sets of rules ---------------------------------------------
 */

/* Files of a version, a draft, or what sliders make of one. */
struct set {
	const char *word; /* "7" or "voorstel 12": what it is called */
	json_t *files;    /* [{"name", "text"}] */
	struct bf_rights *rights;
	const char *hash; /* of the files */
	json_t *draft;    /* what policy.draft_row() gives; NULL: a version */
};

#define PERSONS_COUNTED 8 /* of a household, in sums of what people get */
/* Cents that a household counts for in a year, by one rule. */
#define YEAR_MOST 1000000000

/* A rule on which a question may have another outcome. */
struct touched {
	int base, with; /* places; -1: it does not hold there */
	const struct bf_right_rule *rule;
	/* Cents a year of a household at most, by the texts alone: in either
	 * set, and in the base. */
	int64_t most, before;
};

struct pair {
	struct set base, with;
	int32_t day;
	const char *day_text;
	bool in_force; /* the base, on the day that a draft shall hold */
	struct touched touched[BF_RIGHT_RULES];
	size_t count;
};

extern const struct bf_kind preview_broken;

/* Load the files of SET, and KEEP them loaded, as they may be asked again.
 * False with the fault filled: they are not good. */
BF_CHECKED bool set_load(struct bf_req *req, struct set *set, bool keep);
/* For `fini`. */
void sets_forget(void);
/* The text NAME of OBJECT, or "". */
const char *word(json_t *object, const char *name);
/* Whether both sides of PAIR have the same text of it, or none. */
bool file_same(const struct pair *pair, const char *name);
/* Find the rules of PAIR that can come out otherwise: by their own text, that
 * of the facts, or of the rights that they ask. */
void pair_touch(struct bf_req *req, struct pair *pair);
/* Titles, in the reader's language, of what the second set asks and NAMED,
 * [{"name"}] of the city's copy, does not have: COMING what the rules in force
 * ask, DECLARED, so that the next copy has it; else what is known of nobody. */
json_t *pair_lacks(struct bf_req *req, const struct pair *pair, json_t *named,
	json_t *declared, bool coming);
/* How often in a year an amount of RULE is given; once, where it does not say.
 */
int64_t times_a_year(const struct bf_right_rule *rule);

/* --- outcome.c, compare.c, document.c --------------------------------------
 */

/* Of one rule, a place for each household. */
struct outcome {
	uint8_t *state; /* enum bf_right_state */
	int64_t *cents; /* a year */
};

/* By rule of the pair: what comes out by the SIDE of it. */
struct outcome *outcomes_of(struct bf_req *req, const struct town *town,
	const struct pair *pair, bool with);

enum { GAINS, LOSES, UNKNOWN, CLASSES };

/* What households have in common, and what happens to them. */
struct cell {
	int64_t homes, count[CLASSES], cents, before;
	uint64_t key, keys[CLASSES], moved; /* MOVED: whose cents differ */
};

struct table {
	struct cell total;
	struct cell rules[BF_RIGHT_RULES];
	struct cell kinds[KINDS], tenths[TENTHS], quarters[QUARTERS];
};

struct table *table_make(
	struct bf_req *req, const struct town *town, const struct pair *pair);

enum asking {
	ASK_WHOLE,
	ASK_ANEW,   /* the same, also where it came out before */
	ASK_SLIDER, /* with more noise, and no cost of now: the total alone, */
	ASK_GROUPS, /* or the groups too */
	ASK_TRIAL,  /* whole, by background work for "account" */
};
/* Whether it has the noise, and the price, of sliders. */
bool is_slider(enum asking how);

/* What may be seen of TABLE, with noise that follows from SECRET and the HASH
 * of the question, HOW it was asked. */
json_t *document_make(struct bf_req *req, const struct town *town,
	const struct pair *pair, const struct table *table,
	const unsigned char secret[NOISE_KEY], const char *hash,
	enum asking how);

/* --- ask.c: a question, from texts to document ------------------------------
 */

extern const struct bf_query state_query, ask_query, keep_query,
	trial_ask_query;
extern const struct bf_kind preview_no_city, preview_spent;

/* What came out for PAIR, whose files and day are there, within what may be
 * asked; WHAT stands in the log.  It lives as long as the request. */
BF_CHECKED bool ask(struct bf_req *req, json_t *state, struct pair *pair,
	const char *what, enum asking how, json_t **out);

#endif
