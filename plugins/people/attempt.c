/* How often somebody tries, counted by marks that tell nobody who it was. */
#include "own.h"

const struct bf_query people_attempt_look = { "people.attempt_look",
	"who network" };
const struct bf_query people_attempt_begin = { "people.attempt_begin",
	"who network", .writes = true };

bool
people_mark(struct bf_req *req, const char *use, const char *what,
	const char **mark)
{
	return bf_secret_mark(req, bf_option(req, "mark_key"), use, what, mark);
}

bool
people_marks(struct bf_req *req, const char *use, const char *what)
{
	const char *who, *network, *key = bf_option(req, "mark_key");

	if (!bf_secret_daily(req, key, use, what, &who)
		|| !bf_secret_daily(
			req, key, "network", bf_network(req), &network))
		return false;
	bf_set(req, "who", who);
	bf_set(req, "network", network);
	return true;
}

bool
people_attempt(struct bf_req *req, const char *use, const char *what)
{
	return people_marks(req, use, what)
		&& bf_query(req, &people_attempt_begin, NULL);
}

bool
people_attempt_password(struct bf_req *req, const char *use, const char *what)
{
	return people_marks(req, use, what)
		&& bf_query(req, &people_attempt_look, NULL)
		&& bf_password_place(req)
		&& bf_query(req, &people_attempt_begin, NULL);
}
