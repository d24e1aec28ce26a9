/* What the files of this plugin share. */
#ifndef PEOPLE_OWN_H
#define PEOPLE_OWN_H

#include <belfort/json.h>
#include <belfort/plugin.h>

/* channels.c */
extern const struct bf_channel people_channels[];

/* signed.c: go on as who QUERY says.  It gets, beside its own arguments, those
 * of people.session_open: `fresh`, the hash of a new cookie, `session`, the one
 * of before, and `device`.  Then to `terug`, or to HOME. */
BF_CHECKED bool people_enter(
	struct bf_req *req, const struct bf_query *query, const char *home);
/* The same without going anywhere; for a QUERY that begins none, only that. */
BF_CHECKED bool people_begin(struct bf_req *req, const struct bf_query *query);
/* "Firefox, Linux": enough to know a session by, too little to follow one. */
const char *people_device(struct bf_req *req);
/* What ends helping somebody is no page of theirs, and writes its own record.
 */
void people_no_page(struct bf_req *req);
bf_handler people_sign_in, people_sign_out;
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
/* sign-in by a provider */
bf_handler people_provider_start, people_provider_return, people_signed_out,
	people_provider_out, people_provider_left;
extern const struct bf_query people_provider_begin, people_provider_back,
	people_provider_enter, people_provider_leave;

/* civil servants: passkey.c, keys.c */
bf_handler people_passkey_enter, people_passkey_first, people_passkey_add;
bf_handler people_key_rename, people_key_drop;
extern const struct bf_query people_door, people_invitation, people_keys;
extern const struct bf_query people_key_find, people_key_enter,
	people_key_first, people_key_add, people_key_name, people_key_remove;
extern const struct bf_kind people_key_late, people_key_known,
	people_key_copied, people_last_key, people_invitation_over;

/* The host of the site's address, without port: what keys are made for. */
const char *people_host(struct bf_req *req);

/* code_app.c, code_enter.c */
bf_handler people_code_show, people_invited_code_show, people_code_set,
	people_invited_code_enter, people_code_drop, people_code_enter;
extern const struct bf_query people_code_page, people_invited_code,
	people_code_set_query, people_invited_code_set, people_code_find,
	people_code_enter_query, people_code_remove_query;
extern const struct bf_kind people_code_wrong;

/* sessions.c */
bf_handler people_session_end, people_sessions_others, people_sessions_all;
extern const struct bf_query people_sessions, people_session_end_query,
	people_sessions_others_query, people_sessions_all_query;

/* rights.c, colleagues.c */
bf_handler people_right_give, people_right_take, people_colleague_invite;
extern const struct bf_query people_rights, people_right_form, people_right_one,
	people_right_give_query, people_right_take_query, people_colleagues,
	people_colleague_invite_query;
extern const struct bf_kind people_no_colleague, people_not_yourself,
	people_beyond_you, people_no_right, people_day_past, people_day_order,
	people_right_over, people_last_grant, people_colleague_known;

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

/* helping.c */
bf_handler people_help_search, people_help_start, people_help_stop;
extern const struct bf_query people_help_find, people_help_one,
	people_help_begin, people_help_end;
extern const struct bf_kind people_which_service;

/* words.c: what people call the columns that are kept about them. */
extern const struct bf_word people_words[];
/* the register */
extern const struct bf_import people_imports[];

#endif
