/* Checks numbers that hold their own proof: two digits, modulo 97. */
#include "numbers.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define MODULUS 97
#define IBAN_LEAST 15
#define IBAN_BELGIAN 16

/* TEXT without the signs that people write between GAPS, in capitals; at most
 * SIZE - 1 signs.  0: it is longer, or there is something else in it. */
static size_t
strip(const char *text, const char *gaps, char *out, size_t size)
{
	size_t n = 0;

	for (; *text; text++) {
		if (n > 0 && strchr(gaps, *text))
			continue;
		if (n == size - 1 || !isascii(*text) || !isalnum(*text))
			return 0;
		out[n++] = (char)toupper(*text);
	}
	out[n] = '\0';
	return n;
}

/* The last two digits are 97 less what the nine before them leave; of who was
 * born from 2000 on, a 2 is put before those nine. */
bool
bf_national_read(const char *text, char digits[BF_NATIONAL_SIZE])
{
	size_t len = strip(text, ".- ", digits, BF_NATIONAL_SIZE);
	long long number, base;
	int check;

	if (len != BF_NATIONAL_SIZE - 1 || strspn(digits, "0123456789") != len)
		return false;
	number = strtoll(digits, NULL, 10);
	base = number / 100;
	check = MODULUS - (int)(number % 100);
	return base % MODULUS == check
		|| (2000000000 + base) % MODULUS == check;
}

/* The remainder of the number that LEN signs stand for, after BEFORE: a letter
 * is two digits, from A = 10. */
static int
remainder_of(const char *signs, size_t len, int before)
{
	for (; len > 0; len--, signs++)
		before = isdigit((unsigned char)*signs)
			? (before * 10 + *signs - '0') % MODULUS
			: (before * 100 + *signs - 'A' + 10) % MODULUS;
	return before;
}

bool
bf_iban_read(const char *text, char iban[BF_IBAN_SIZE])
{
	size_t len = strip(text, " ", iban, BF_IBAN_SIZE);

	if (len < IBAN_LEAST || !isalpha((unsigned char)iban[0])
		|| !isalpha((unsigned char)iban[1])
		|| !isdigit((unsigned char)iban[2])
		|| !isdigit((unsigned char)iban[3]))
		return false;
	/* 00, 01 and 99 would prove the same as 97, 98 and 02. */
	if (strncmp(iban + 2, "02", 2) < 0 || strncmp(iban + 2, "98", 2) > 0)
		return false;
	if (strncmp(iban, "BE", 2) == 0 && len != IBAN_BELGIAN)
		return false;
	return remainder_of(iban, 4, remainder_of(iban + 4, len - 4, 0)) == 1;
}
