/* What the files of the pages share, and what the table of routes takes. */
#ifndef GRANTS_PAGES_H
#define GRANTS_PAGES_H

#include <belfort/plugin.h>
#include <belfort/rights.h>
#include <jansson.h>

/* --- pages.c: the tables ---------------------------------------------------
 */

extern const struct bf_route grants_routes[];
extern const struct bf_query *const grants_queries[];
extern const struct bf_right grants_rights[];
extern const struct bf_look grants_looks[];

/* --- pages_facts.c: facts of a decision, as a page says them ---------------
 */

/* The rules in force. */
BF_CHECKED bool pages_set(struct bf_req *req, struct bf_rights_held *out);
/* TEXT of a rule or a fact in the reader's language, or NULL. */
const char *pages_text(struct bf_req *req, const char *const *text);
/* In the place of member NAME of DOC, facts by their name and number, what a
 * page shows of them: {"title", "value", "to", ...}. */
void pages_facts(struct bf_req *req, const struct bf_rights_held *set,
	json_t *doc, const char *name);

/* --- pages_mine.c, pages_one.c: what residents get -------------------------
 */

bf_handler grants_mine, grants_one, grants_decline, grants_object,
	grants_review_ask;
extern const struct bf_query pages_mine, pages_one, pages_decline, pages_object,
	pages_review_ask;
extern const struct bf_field pages_done[], pages_sure[], pages_words[];

/* --- pages_ask.c: what no database knows -----------------------------------
 */

bf_handler grants_ask;
extern const struct bf_query pages_answer_facts, pages_answers_put;
extern const struct bf_field pages_answer[];
extern const struct bf_kind pages_answered_already;

/* --- pages_desk.c: what staff answer ---------------------------------------
 */

bf_handler grants_case, grants_case_decide, grants_request,
	grants_request_decide;
extern const struct bf_query pages_desk, pages_case, pages_objection_decide,
	pages_review_decide, pages_request, pages_request_decide;
extern const struct bf_field pages_verdict[];

/* --- pages_impact.c: what everybody may see --------------------------------
 */

bf_handler grants_impact;
extern const struct bf_query pages_impact;
extern const struct bf_query *const grants_impact_queries[];

#endif
