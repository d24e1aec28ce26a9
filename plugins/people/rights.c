/* Rights of civil servants: given by another, and taken back. */
#include "own.h"

const struct bf_query people_rights = { "people.rights",
	"session per ook lang" };
const struct bf_query people_right_form = { "people.right_form",
	"session collega recht lang" };
const struct bf_query people_right_one = { "people.right_one",
	"session nr lang" };
const struct bf_query people_right_give_query = { "people.right_give",
	"session collega recht dienst wijk van tot reden", .writes = true };
const struct bf_query people_right_take_query = { "people.right_take",
	"session nr reden", .writes = true };

const struct bf_kind people_no_colleague = { "no_colleague", 422,
	BF_N("This is no colleague who can sign in.") };
const struct bf_kind people_not_yourself = { "not_yourself", 422,
	BF_N("Nobody gives a right to themselves. Ask a colleague.") };
const struct bf_kind people_beyond_you = { "beyond_you", 422,
	BF_N("You give and take rights for one service or neighbourhood, and "
	     "this is more. Ask a colleague who does so for all.") };
const struct bf_kind people_no_right = { "no_right", 422,
	BF_N("There is no such right.") };
const struct bf_kind people_day_past = { "day_past", 422,
	BF_N("This day is over. A right begins today or later.") };
const struct bf_kind people_day_order = { "day_order", 422,
	BF_N("The last day comes before the first.") };
const struct bf_kind people_right_over = { "right_over", 422,
	BF_N("This right was taken back already.") };
const struct bf_kind people_last_grant = { "last_grant", 422,
	BF_N("After this nobody could give rights any more. Give that right to "
	     "somebody else first.") };

bool
people_right_give(struct bf_req *req)
{
	return people_do(req, &people_right_give_query, "/rechten");
}

bool
people_right_take(struct bf_req *req)
{
	return people_do(req, &people_right_take_query, "/rechten");
}
