/* On which account a resident wants to be paid. */
#include "own.h"

const struct bf_query payments_account = { "payments.account_page",
	"session lang" };
const struct bf_query payments_account_sets = { "payments.account_set",
	"session keuze rekening", .writes = true };

const struct bf_kind payments_not_registered = { "not_registered", 409,
	BF_N("We do not find you in the register of the city, so we cannot pay "
	     "you. Come to the counter with your identity card.") };
const struct bf_kind payments_iban_none = { "iban_none", 422,
	BF_N("The register holds no account number of yours. Give one.") };
const struct bf_kind payments_iban_missing = { "iban_missing", 422,
	BF_N("Write your account number, or choose another way.") };
const struct bf_kind payments_iban_wrong = { "iban_wrong", 422,
	BF_N("This is not an account number (IBAN). Look whether each sign is "
	     "right.") };
const struct bf_kind payments_iban_country = { "iban_country", 422,
	BF_N("We cannot pay to an account in that country. Give an account in "
	     "Belgium or another country where one pays by IBAN (SEPA).") };
const struct bf_kind payments_iban_length = { "iban_length", 422,
	BF_N("This account number is too short or too long for its country. "
	     "Look whether you wrote all signs.") };
const struct bf_kind payments_iban_refused = { "iban_refused", 422,
	BF_N("The bank refused a payment to this account. Give another one, or "
	     "choose cash.") };

const struct bf_field payments_account_kept[] = {
	{ "bewaard", BF_CHOICE, .choices = "ja",
		.label = BF_N("Whether your choice was kept") },
	{ 0 },
};

const struct bf_field payments_account_given[] = {
	{ "keuze", BF_CHOICE, .required = true,
		.choices = "register ander geen",
		.label = BF_N("How do you want to be paid?") },
	{ "rekening", BF_IBAN, .label = BF_N("Account number (IBAN)") },
	{ 0 },
};

bool
payments_account_set(struct bf_req *req)
{
	return bf_query(req, &payments_account_sets, NULL)
		&& bf_see_other(req, "%s?bewaard=ja", bf_mount(req));
}
