/* Codes of half a minute, as apps show them (RFC 6238). */
#ifndef PEOPLE_TOTP_H
#define PEOPLE_TOTP_H

#include "base64.h"

#define TOTP_SECRET 20 /* bytes, as long as what SHA-1 gives (RFC 4226, 4) */
#define TOTP_DIGITS 6

/* The code of STEP, the number of the half minute since 1970. */
void totp_code(struct bytes secret, uint64_t step, char code[TOTP_DIGITS + 1]);
/* Whether CODE is that of NOW, or of the half minute before or after it; *STEP
 * is which. */
BF_CHECKED bool
totp_find(struct bytes secret, const char *code, uint64_t now, uint64_t *step);
/* BYTES in base32 (RFC 4648, 6), as apps want to be told a secret. */
const char *totp_text(struct bf_arena *arena, struct bytes bytes);

#endif
