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

/* the register */
extern const struct bf_import people_imports[];

#endif
