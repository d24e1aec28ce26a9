/* Numbers that prove themselves: of a person and of a bank account. */
#ifndef CORE_NUMBERS_H
#define CORE_NUMBERS_H

#include <belfort/base.h>

#define BF_NATIONAL_SIZE 12 /* 11 digits and the NUL */
#define BF_IBAN_SIZE 35     /* at most 34 signs and the NUL */

/* TEXT, a Belgian national number (rijksregisternummer, or BIS number of who
 * is not in the register), with or without its dots, as 11 digits.  False:
 * it is none. */
BF_CHECKED bool
bf_national_read(const char *text, char digits[BF_NATIONAL_SIZE]);
/* TEXT, an IBAN (ISO 13616), with or without blanks, in capitals without them.
 * False: it is none. */
BF_CHECKED bool bf_iban_read(const char *text, char iban[BF_IBAN_SIZE]);

#endif
