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

/* messages.c */
bf_handler people_messages, people_message, people_message_delete;
bf_handler people_preferences, people_outbox;
extern const struct bf_query people_messages_list, people_message_read;
extern const struct bf_query people_message_gone, people_preferences_set;
extern const struct bf_query people_outbox_list;
/* Run QUERY, which writes, then to WHERE below the mount of this page. */
BF_CHECKED bool
people_do(struct bf_req *req, const struct bf_query *query, const char *where);

/* paper.c */
bf_handler people_papers_pdf, people_papers_printed;
extern const struct bf_query people_papers_print, people_papers_done;

/* mydata.c */
bf_handler people_correct, people_answer, people_close, people_act_for;
bf_handler people_mandate, people_mandate_end;
extern const struct bf_query people_correction_put, people_correction_answer;
extern const struct bf_query people_account_close, people_acting_set;
extern const struct bf_query people_mandate_put, people_mandate_stop;
extern const struct bf_kind people_nobody, people_more, people_same;
extern const struct bf_kind people_before, people_there, people_phone;

/* words.c: what people call the columns that are kept about them. */
extern const struct bf_word people_words[];
/* the register */
extern const struct bf_import people_imports[];

#endif
