/* What is kept about somebody: a mistake in it, its end, and who acts for them.
 */
#include "own.h"

const struct bf_query people_correction_put = { "people.correction_put",
	"session fout juist", .writes = true };
const struct bf_query people_correction_answer = { "people.correction_answer",
	"session nr antwoord", .writes = true };
const struct bf_query people_account_close = { "people.account_close",
	"session", .writes = true };
const struct bf_query people_acting_set = { "people.act_for", "session wie",
	.writes = true };
const struct bf_query people_mandate_put = { "people.mandate_put",
	"session wie wie_geboren wie_straat voor voor_geboren voor_straat "
	"soort vanaf tot bewijs",
	.writes = true };
const struct bf_query people_mandate_stop = { "people.mandate_end",
	"session nr", .writes = true };

const struct bf_kind people_nobody = { "nobody_called_so", 422,
	BF_N("We do not find anybody with this name and birth date.") };
const struct bf_kind people_more = { "more_called_so", 422,
	BF_N("There is more than one person with this name and birth date. "
	     "Type the street too.") };
const struct bf_kind people_same = { "same_person", 422,
	BF_N("This is the same person.") };
const struct bf_kind people_before = { "ends_before", 422,
	BF_N("The last day is before the first.") };
const struct bf_kind people_there = { "mandate_there", 422,
	BF_N("They may act for this person already in these days.") };
const struct bf_kind people_phone = { "no_phone", 422,
	BF_N("This is not a phone number.") };

bool
people_correct(struct bf_req *req)
{
	return people_do(req, &people_correction_put, "/gegevens?gemeld=ja");
}

bool
people_answer(struct bf_req *req)
{
	return people_do(req, &people_correction_answer, "/verbeteringen");
}

bool
people_close(struct bf_req *req)
{
	if (!bf_query(req, &people_account_close, NULL))
		return false;
	bf_session_drop(req);
	return bf_see_other(req, "%s/gesloten", bf_mount(req));
}

bool
people_act_for(struct bf_req *req)
{
	return people_do(req, &people_acting_set, "/namens");
}

bool
people_mandate(struct bf_req *req)
{
	return people_do(req, &people_mandate_put, "/machtigingen");
}

bool
people_mandate_end(struct bf_req *req)
{
	return people_do(req, &people_mandate_stop, "/machtigingen");
}
