/* What a bank says of orders: the payment status report of ISO 20022,
 * pain.002.001.03 and .10. */
#ifndef PAYMENTS_PAIN002_H
#define PAYMENTS_PAIN002_H

#include <belfort/base.h>
#include <jansson.h>

/* LEN bytes of hostile TEXT in UTF-8 as {"message", "original", "status",
 * "reason", "groups": [{"id", "status", "reason", "payments": [{"id",
 * "status", "reason"}]}]}: "message" is what the bank calls its answer,
 * "original" the message that it is about, ids are those that we gave, of
 * several reasons the first.  What the bank does not say is not there;
 * "message", "original" and ids always are.  NULL: it is no such report, or it
 * has a document type, an entity, more than 24 levels or a value of more than
 * 140 bytes.  The caller owns it. */
json_t *payments_pain002(const char *text, size_t len);

#endif
