/* What the files of grants share. */
#ifndef GRANTS_H
#define GRANTS_H

#include <belfort/plugin.h>
#include <belfort/rights.h>
#include <jansson.h>

/* The rules in force, and the files of a version: for bf_rights_hold(). */
extern const struct bf_query grants_in_force, grants_texts;

/* --- home.c: the outcomes of one household -------------------------------- */

/* What of HOME, as grants.take() gives it, follows by the rules of SET: what
 * grants.settle() takes of one household.  False: the fault is filled. */
BF_CHECKED bool grants_home(struct bf_req *req,
	const struct bf_rights_held *set, json_t *home, json_t **out);
/* What FACTS say of the household, and of SUBJECT where it is not NULL, as far
 * as the rules of SET take that for possible. */
void grants_known(const struct bf_rights_held *set, json_t *facts,
	const char *subject, struct bf_right_known *known);
/* Whether the city itself decides about RULE, which holds on DAY. */
bool grants_ours(const struct bf_right_rule *rule, int32_t day);

/* DOC as the argument "document" of the next query; takes ownership. */
BF_CHECKED bool grants_document(struct bf_req *req, json_t *doc);

/* --- decide.c: rules that fail ---------------------------------------------
 */

extern const struct bf_query grants_halt_query;
/* What REQ tried with the version in force fails, for WHY, and will again: its
 * rules wait for people.  NULL: as the request's fault says, where it will.
 * Always false. */
bool grants_halt(struct bf_req *req, const char *why);

/* --- decide.c, city.c: background work ------------------------------------ */

bf_handler grants_decide, grants_city;
extern const struct bf_query *const grants_decide_queries[];
extern const struct bf_query *const grants_city_queries[];

#endif
