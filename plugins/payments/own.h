/* What the files of this plugin share. */
#ifndef PAYMENTS_OWN_H
#define PAYMENTS_OWN_H

#include <belfort/plugin.h>

/* account.c: on which account a resident wants to be paid. */
bf_handler payments_account_set;
extern const struct bf_query payments_account, payments_account_sets;
extern const struct bf_field payments_account_kept[], payments_account_given[];
extern const struct bf_kind payments_not_registered, payments_iban_none,
	payments_iban_missing, payments_iban_wrong, payments_iban_country,
	payments_iban_length, payments_iban_refused;

#endif
