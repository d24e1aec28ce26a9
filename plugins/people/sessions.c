/* My sessions: where I am signed in, and ending that. */
#include "own.h"

const struct bf_query people_sessions = { "people.sessions", "session" };
const struct bf_query people_session_end_query = { "people.session_end",
	"session sessie", .writes = true };
const struct bf_query people_sessions_others_query = { "people.sessions_others",
	"session", .writes = true };
const struct bf_query people_sessions_all_query = { "people.sessions_all",
	"session", .writes = true };

bool
people_session_end(struct bf_req *req)
{
	return people_do(req, &people_session_end_query, "/sessies");
}

bool
people_sessions_others(struct bf_req *req)
{
	return people_do(req, &people_sessions_others_query, "/sessies");
}

bool
people_sessions_all(struct bf_req *req)
{
	if (!bf_query(req, &people_sessions_all_query, NULL))
		return false;
	bf_session_drop(req);
	return bf_see_other(req, "/");
}
