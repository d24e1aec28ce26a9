/* An app with codes, as both who sets it up and who uses it need it. */
#ifndef PEOPLE_APP_H
#define PEOPLE_APP_H

#include "totp.h"

/* The app's secret is not kept: it is made from the SALT that is, under the
 * city's key. */
BF_CHECKED bool
people_app_secret(struct bf_req *req, const char *salt, struct bytes *out);
/* The field `cijfers`: "123 456" as it was meant. */
const char *people_app_code(struct bf_req *req);
/* Set STEP, of the code that was shown, for the query. */
void people_app_step(struct bf_req *req, uint64_t step);

#endif
