/* What a plugin may ask of the keys that are not in the database. */
#ifndef BELFORT_KEYS_H
#define BELFORT_KEYS_H

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
/* The national number in SEALED, as hexadecimal digits of what an import kept,
 * for asking another register about that person: eleven digits.  *OUT is NULL
 * when it was sealed to another key.  False, with the fault filled: this
 * process cannot read the private key, as only background work can.  Wipe the
 * digits with explicit_bzero() as soon as they were used. */
BF_API BF_CHECKED bool
bf_number_open(struct bf_req *req, const char *sealed, char **out);

#endif
