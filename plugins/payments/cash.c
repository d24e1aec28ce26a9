/* Money that who has no account at a bank fetches at the counter. */
#include "own.h"

const struct bf_query payments_cash_finds = { "payments.cash_find",
	"session code", .writes = true };
const struct bf_query payments_cash_pays = { "payments.cash_pay",
	"session code", .writes = true };

const struct bf_kind payments_no_cash = { "no_cash", 422,
	BF_N("No money waits for this code. It may have been fetched, or be "
	     "paid on an account by now.") };
const struct bf_kind payments_cash_early = { "cash_early", 422,
	BF_N("This money cannot be fetched yet. The letter says from which day "
	     "on.") };

const struct bf_field payments_cash_code[] = {
	{ "code", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("Code of the letter") },
	{ 0 },
};

bool
payments_cash_find(struct bf_req *req)
{
	return bf_show(req, &payments_cash_finds);
}

bool
payments_cash_pay(struct bf_req *req)
{
	return bf_show(req, &payments_cash_pays);
}
