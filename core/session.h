/* What the walk needs of a session beside belfort/session.h. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include <belfort/session.h>

/* The token that a form of this session carries as `csrf`, or NULL where there
 * is no session. */
const char *bf_csrf(struct bf_req *req);
/* Whether GIVEN is that token. */
bool bf_csrf_right(struct bf_req *req, const char *given);

#endif
