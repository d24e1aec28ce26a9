/* Orders to a bank: the customer credit transfer initiation of ISO 20022,
 * pain.001.001.09, as the banks of Belgium take it (SEPA). */
#ifndef PAYMENTS_PAIN001_H
#define PAYMENTS_PAIN001_H

#include <belfort/buf.h>
#include <jansson.h>

/* Who pays; texts in the signs of SEPA. */
struct payments_debtor {
	const char *name; /* at most 70 */
	const char *iban; /* capitals without blanks */
	const char *bic;  /* 8 or 11 signs */
	const char *kbo;  /* 10 digits: the number of the enterprise */
};

/* Whether DEBTOR's texts are what their comments say, the IBAN apart. */
BF_CHECKED bool payments_debtor_ok(const struct payments_debtor *debtor);
/* Add the message to OUT.  PLAN is what payments.file_plan gives: "message",
 * "created", "execution", and "lines" with "reference", "cents", "name",
 * "iban" and "text" each, in the signs of SEPA.  Number and sum are made anew
 * from the lines.  False: there was no memory. */
BF_CHECKED bool payments_pain001(
	struct bf_buf *out, const struct payments_debtor *debtor, json_t *plan);

#endif
