/* What the files of this plugin share. */
#ifndef PEOPLE_OWN_H
#define PEOPLE_OWN_H

#include <belfort/plugin.h>

/* signed.c: go on as who QUERY says.  It gets, beside its own arguments, those
 * of people.session_open: `fresh`, the hash of a new cookie, `session`, the one
 * of before, and `device`.  Then to `terug`, or to HOME. */
BF_CHECKED bool people_enter(
	struct bf_req *req, const struct bf_query *query, const char *home);
/* "Firefox, Linux": enough to know a session by, too little to follow one. */
const char *people_device(struct bf_req *req);
bf_handler people_sign_out;
extern const struct bf_query people_out;

/* civil servants: passkey.c, keys.c */
bf_handler people_passkey_enter, people_passkey_first, people_passkey_add;
bf_handler people_key_rename, people_key_drop;
extern const struct bf_query people_door, people_invitation, people_keys;
extern const struct bf_query people_key_find, people_key_enter,
	people_key_first, people_key_add, people_key_name, people_key_remove;
extern const struct bf_kind people_key_late, people_key_known,
	people_key_copied, people_last_key, people_invitation_over;

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
	people_no_right, people_day_past, people_day_order, people_right_over,
	people_last_grant, people_colleague_known, people_no_address;

#endif
