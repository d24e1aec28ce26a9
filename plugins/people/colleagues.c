/* Colleagues: who can sign in as a civil servant, and inviting one. */
#include "own.h"

const struct bf_query people_colleagues = { "people.colleagues", "session" };
const struct bf_query people_colleague_invite_query = {
	"people.colleague_invite", "session naam email", .writes = true
};

const struct bf_kind people_colleague_known = { "colleague_known", 422,
	BF_N("A colleague has this e-mail address already. Did they lose every "
	     "key? Ask who keeps this site running for a new link.") };

/* The link is shown once: nothing but its hash is kept. */
bool
people_colleague_invite(struct bf_req *req)
{
	const char *email;

	return people_email(req, &email)
		&& bf_show(req, &people_colleague_invite_query);
}
