/* The field of forms with somebody's address for e-mail. */
#include "own.h"

bool
people_email(struct bf_req *req, const char **email)
{
	*email = bf_email(bf_arena(req), bf_value(req, "email"));
	if (*email == NULL)
		return bf_fail_field(req, "email",
			BF_N("Write an e-mail address as name@example.org."));
	bf_set(req, "email", *email);
	return true;
}
