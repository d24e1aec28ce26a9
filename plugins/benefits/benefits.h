/* What the files of benefits share. */
#ifndef BENEFITS_H
#define BENEFITS_H

#include <belfort/plugin.h>
#include <belfort/rights.h>
#include <jansson.h>

/* --- set.c: the rules in force -------------------------------------------- */

extern const struct bf_query benefits_in_force, benefits_texts, benefits_stops;

/* What is in force now.  A version that cannot be loaded takes the place of
 * no other. */
BF_CHECKED bool benefits_set(struct bf_req *req, struct bf_rights_held *out);
/* TEXT of a rule or a fact in the reader's language, or null. */
json_t *benefits_text(struct bf_req *req, const char *const *text);

/* --- answers.c: what somebody answered, which travels with the form ------- */

struct benefits_answers {
	const struct bf_rights_held *set;
	struct bf_arena *arena;
	int order[BF_RIGHT_FACTS]; /* facts, as they were asked */
	size_t count;
	const char *text[BF_RIGHT_FACTS]; /* by fact; NULL: not answered */
	struct bf_right_known known[BF_RIGHT_FACTS];
	uint64_t asks; /* bit N: fact N can still be asked, and matters */
};

#define BENEFITS_UNKNOWN "?" /* the answer "I don't know" */
#define BENEFITS_TO ".."     /* "0..25630.67": somewhere between */

/* Read "statuut=igo ten_laste=2 schuldhulp=?"; what the rules do not know, or
 * know no more, is left out. */
void benefits_answers_read(struct bf_req *req, const struct bf_rights_held *set,
	const char *text, struct benefits_answers *out);
/* And back. */
const char *benefits_answers_write(const struct benefits_answers *answers);
/* False: TEXT is no value of FACT; nothing is changed. */
BF_CHECKED bool benefits_answers_put(
	struct benefits_answers *answers, int fact, const char *text);
void benefits_answers_drop(struct benefits_answers *answers, int fact);
/* The outcomes.  Answers that contradict others are dropped, *DROPPED first
 * where that is one: it becomes the last one, or -1. */
BF_CHECKED bool benefits_answers_decide(struct benefits_answers *answers,
	struct bf_right_outcome **out, int *dropped);

/* --- given.c: what was typed, as people write it -------------------------- */

/* The answer to FACT in this request, as rules write it; NULL: it is none.
 * *WRONG is the sentence, a msgid, for one that is none. */
const char *benefits_given(struct bf_req *req, const struct bf_right_fact *fact,
	const char **wrong);

/* --- said.c: outcomes as documents ---------------------------------------- */

/* "2026-12-31", or null where that is before or after all days. */
json_t *benefits_day(struct bf_req *req, int32_t day);
/* The last day for which its file says that the figures were looked up. */
json_t *
benefits_looked_up(struct bf_req *req, const struct bf_right_outcome *outcome);
/* A rule without an outcome. */
json_t *
benefits_rule(struct bf_req *req, const struct bf_rights_held *set, int rule);
/* One with: state, amount, sentence, the answers that decided. */
json_t *
benefits_outcome(struct bf_req *req, const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes, int rule);
/* All that hold, in groups: "yes", "no" by rules that are confirmed for today,
 * "likely", "unlikely" by others; "open", where an answer can still change
 * something, and "inquiry", where nobody who answers knows what lacks.  The
 * city's own are first. */
json_t *
benefits_outcomes(struct bf_req *req, const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes);
/* What was answered, in order. */
json_t *
benefits_answered(struct bf_req *req, const struct benefits_answers *answers);
/* A question, with the control it needs, and for which of OUTCOMES it is. */
json_t *
benefits_question(struct bf_req *req, const struct benefits_answers *answers,
	const struct bf_right_outcome *outcomes, int fact);

/* --- pages.c, desk.c ------------------------------------------------------ */

bf_handler benefits_all, benefits_one, benefits_start, benefits_ask;
bf_handler benefits_desk;
extern const struct bf_query benefits_desk_query;

#endif
