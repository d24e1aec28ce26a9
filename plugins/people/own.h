/* What the files of this plugin share. */
#ifndef PEOPLE_OWN_H
#define PEOPLE_OWN_H

#include <belfort/plugin.h>

/* signed.c: go on as who QUERY says.  It gets, beside its own arguments, those
 * of people.session_open: `fresh`, the hash of a new cookie, `session`, the one
 * of before, and `device`.  Then to `terug`, or to HOME. */
BF_CHECKED bool people_enter(
	struct bf_req *req, const struct bf_query *query, const char *home);
bf_handler people_sign_out;
extern const struct bf_query people_out;

/* messages */

/* text.c: what a mail, a letter or a message says. */
struct people_text {
	const char *subject, *body; /* plain; a line is a paragraph */
};
/* The text of KIND in LANG over DATA, where a path becomes a link. */
BF_CHECKED bool people_text(struct bf_req *req, const char *kind,
	const char *lang, json_t *data, struct people_text *out);
/* The document of QUERY, which stays the request's. */
BF_CHECKED bool
people_ask(struct bf_req *req, const struct bf_query *query, json_t **out);
/* The text NAME in DOC, or NULL. */
const char *people_word(json_t *doc, const char *name);

/* mail.c */
bf_handler people_mail;
extern const struct bf_query *const people_mail_queries[];
/* the register */
extern const struct bf_import people_imports[];

#endif
