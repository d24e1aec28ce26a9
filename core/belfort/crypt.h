/* What a plugin may ask of the keys that are not in the database. */
#ifndef BELFORT_CRYPT_H
#define BELFORT_CRYPT_H

#include <belfort/base.h>

/* By what the register knows the person with a national number: the MAC of
 * NUMBER (written with or without its dots) in 64 hexadecimal digits, and
 * after a blank that under the key of before, where there is one; for
 * people.resident_by_number().  *OUT is NULL when NUMBER is no national number.
 * False, with the fault filled: this pool cannot read the key.
 *
 *     if (!bf_number_macs(req, number, &macs))
 *             return false;
 *     bf_set(req, "macs", macs);
 */
BF_API BF_CHECKED bool
bf_number_macs(struct bf_req *req, const char *number, const char **out);

#endif
