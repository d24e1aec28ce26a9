/* Sources that are asked, each in a process beside the other background work,
 * so that one that hangs delays nothing.
 */
#ifndef FACTS_OTHERS_H
#define FACTS_OTHERS_H

#include "facts.h"

/* A job: what is due is begun beside it. */
BF_CHECKED bool facts_others(struct bf_req *req);
extern const struct bf_query *const facts_others_queries[];

/* view.c: read the views that are due. */
BF_CHECKED bool facts_views(struct bf_req *req);
extern const struct bf_query facts_view_take, facts_view_done,
	facts_view_failed;

/* service.c: ask the questions that wait, a share of them. */
BF_CHECKED bool facts_services(struct bf_req *req);
extern const struct bf_query facts_question_take, facts_question_tell,
	facts_question_failed, facts_question_drop;

/* The file with the way to source NAME. */
const char *facts_connection(struct bf_req *req, const char *name);
#endif
