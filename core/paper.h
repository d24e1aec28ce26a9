/* What the host knows of forms on paper. */
#ifndef CORE_PAPER_H
#define CORE_PAPER_H

#include "host.h"

/* Whether the forms on paper that PLUGIN declares hold. */
BF_CHECKED bool
bf_papers_check(const struct bf_plugin *plugin, struct bf_err *err);
/* The route whose form PAPER is. */
const struct bf_route *
bf_paper_route(const struct bf_plugin *plugin, const struct bf_paper *paper);
/* The form on paper that ROUTE takes, or NULL. */
const struct bf_paper *
bf_paper_of(const struct bf_plugin *plugin, const struct bf_route *route);
/* What it is asked for, as the plugin says of the table; NULL: no such row. */
const struct bf_personal *
bf_paper_personal(const struct bf_plugin *plugin, const struct bf_paper *paper);
/* Whether paper asks for FIELD, or leaves it to the site. */
bool bf_paper_asks(const struct bf_field *field);
/* The code of PAPER's version. */
const char *bf_paper_code(struct bf_arena *arena,
	const struct bf_plugin *plugin, const struct bf_paper *paper);
/* What people call VALUE (LEN bytes) of the choice FIELD: a msgid, or NULL. */
const char *bf_choice_word(const struct bf_plugin *plugin, const char *field,
	const char *value, size_t len);

/* paper_enter.c: what is being entered from paper, {"code", "day",
 * "at": where}, or NULL. */
json_t *bf_paper_entering(struct bf_req *req);
/* The hash of who enters, or NULL: see bf_paper_enter(). */
const char *bf_paper_hash(struct bf_req *req);
/* A form was handled: note it, where it was entered from paper.  What was done
 * stays done: when it cannot be noted, the pages go on saying that it is being
 * entered. */
void bf_paper_entered(struct bf_req *req);

#endif
