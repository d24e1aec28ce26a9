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

/* signed.c: *VALUE is the text NAME in the document of QUERY, or NULL. */
BF_CHECKED bool people_learn(struct bf_req *req, const struct bf_query *query,
	const char *name, const char **value);

/* passwords and letters */

/* attempt.c: somebody tries to sign in, and says to be WHAT (an address, a
 * code), whether that exists or not.  Called before it is looked up; fails with
 * 429 while who or where they are has to wait.  It sets `who` and `network`,
 * for the query that begins the session: people.attempt_end() wants them. */
BF_CHECKED bool
people_attempt(struct bf_req *req, const char *use, const char *what);
/* The same for a password, with a place in its queue: who has to wait takes
 * none, and who finds no place is not counted. */
BF_CHECKED bool
people_attempt_password(struct bf_req *req, const char *use, const char *what);
/* Only sets them: for who shows in another way who they are. */
BF_CHECKED bool
people_marks(struct bf_req *req, const char *use, const char *what);
/* HMAC of WHAT under the city's key, for that USE. */
BF_CHECKED bool people_mark(struct bf_req *req, const char *use,
	const char *what, const char **mark);

/* address.c: the field `email` as it is compared, set for queries too. */
BF_CHECKED bool people_email(struct bf_req *req, const char **email);

/* mailbox.c: set `token` and `path` of a new link to PAGE; set `token` of the
 * one that was followed, and give it. */
void people_link_new(struct bf_req *req, const char *page);
const char *people_link_given(struct bf_req *req);
extern const struct bf_kind people_link_gone;

/* letter.c */
extern const struct bf_kind people_letter_gone, people_letter_other;

/* password_rule.c: what is wrong with TEXT as a password for somebody with that
 * NAME and EMAIL, or NULL. */
const char *people_weak(const char *text, const char *name, const char *email);

/* code.c: codes as letters carry them. */
#define PEOPLE_CODE 15 /* "ACDE-FGHJ-KMNP" and its end */
void people_code_new(char code[PEOPLE_CODE]);
/* CODE as it was made, from what somebody typed; false: nobody was sent it. */
BF_CHECKED bool people_code_read(const char *text, char code[PEOPLE_CODE]);

/* password.c, local_account.c, mailbox.c, letter.c: what people do. */
bf_handler people_password_sign_in, people_password_change, people_register,
	people_registration, people_confirm, people_forgot, people_link,
	people_reset, people_email_change, people_email_confirm, people_letter,
	people_letter_sign_in, people_letter_link;
extern const struct bf_field people_password_fields[], people_change_fields[],
	people_register_fields[], people_confirm_fields[],
	people_address_fields[], people_reset_fields[], people_letter_fields[];
extern const struct bf_query people_attempt_look, people_attempt_begin,
	people_password_of, people_password_enter, people_password_mine,
	people_password_changed, people_registration_put,
	people_registration_of, people_registration_phc,
	people_registration_confirm, people_password_forgot, people_link_of,
	people_password_reset, people_email_put, people_email_confirmed,
	people_letter_new, people_letter_try, people_letter_enter,
	people_letter_linked;

#endif
