/* What the files of this plugin share. */
#ifndef PAYMENTS_OWN_H
#define PAYMENTS_OWN_H

#include <belfort/plugin.h>
#include <jansson.h>

/* Run QUERY, which writes, then to WHERE below the mount of civil servants. */
BF_CHECKED bool payments_do(
	struct bf_req *req, const struct bf_query *query, const char *where);
/* The page of the file that QUERY, which writes, tells of. */
BF_CHECKED bool
payments_file_of(struct bf_req *req, const struct bf_query *query);

/* account.c: on which account a resident wants to be paid. */
bf_handler payments_account_set;
extern const struct bf_query payments_account, payments_account_sets;
extern const struct bf_field payments_account_kept[], payments_account_given[];
extern const struct bf_kind payments_not_registered, payments_iban_none,
	payments_iban_missing, payments_iban_wrong, payments_iban_country,
	payments_iban_length, payments_iban_refused;

/* file.c: what goes to the bank or a partner at once. */
bf_handler payments_file_prepare, payments_file_release, payments_file_cancel,
	payments_file_get;
extern const struct bf_query payments_desk, payments_file,
	payments_file_prepares, payments_file_plan, payments_file_releases,
	payments_file_cancels, payments_file_bytes;
extern const struct bf_field payments_file_wanted[], payments_file_sheet[],
	payments_file_seen[];
extern const struct bf_kind payments_nothing_ready, payments_too_soon,
	payments_file_ended, payments_same_person, payments_look_first,
	payments_not_released, payments_no_debtor;

/* answer.c: what the bank says of it. */
bf_handler payments_answer, payments_again;
extern const struct bf_query payments_answer_takes, payments_pays_again;
extern const struct bf_field payments_answer_given[], payments_again_what[];
extern const struct bf_kind payments_answer_unknown, payments_answer_twice,
	payments_answer_other;

/* cash.c: money that is fetched at the counter. */
extern const struct bf_query payments_cash_finds, payments_cash_pays;
extern const struct bf_field payments_cash_code[];
bf_handler payments_cash_find, payments_cash_pay;
extern const struct bf_kind payments_no_cash, payments_cash_early;

#endif
