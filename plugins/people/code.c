/* Codes in letters: easy to read and to type, with a sign that checks. */
#include "own.h"
#include <ctype.h>
#include <string.h>

#define SIGNS 12 /* the last one checks the others */
#define GROUP 4

/* Of those that look alike (0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) at most one.
 * They are as many as a prime, so that one wrong sign, or two that changed
 * places, never fit. */
static const char signs[] = "3479ABCDEFGHJKMNPRTVWXY";
#define BASE 23

/* Each place weighs otherwise. */
static char
check(const unsigned char values[SIGNS - 1])
{
	unsigned sum = 0, i;

	for (i = 0; i < SIGNS - 1; i++)
		sum += (i + 1) * values[i];
	return signs[sum % BASE];
}

static void
write_groups(const char plain[SIGNS], char code[PEOPLE_CODE])
{
	size_t i, n = 0;

	for (i = 0; i < SIGNS; i++) {
		if (i > 0 && i % GROUP == 0)
			code[n++] = '-';
		code[n++] = plain[i];
	}
	code[n] = '\0';
}

void
people_code_new(char code[PEOPLE_CODE])
{
	unsigned char values[SIGNS - 1], byte;
	char plain[SIGNS];
	size_t i = 0;

	while (i < SIGNS - 1) {
		bf_secret_bytes(&byte, 1);
		/* A multiple, so that no sign comes more often. */
		if (byte >= 256 / BASE * BASE)
			continue;
		values[i] = byte % BASE;
		plain[i] = signs[values[i]];
		i++;
	}
	plain[i] = check(values);
	write_groups(plain, code);
}

bool
people_code_read(const char *text, char code[PEOPLE_CODE])
{
	unsigned char values[SIGNS];
	char plain[SIGNS];
	const char *sign;
	size_t n = 0;

	for (; *text; text++) {
		if (strchr(" -.", *text))
			continue;
		sign = strchr(signs, toupper((unsigned char)*text));
		if (sign == NULL || n == SIGNS)
			return false;
		values[n] = (unsigned char)(sign - signs);
		plain[n++] = *sign;
	}
	if (n < SIGNS || plain[SIGNS - 1] != check(values))
		return false;
	write_groups(plain, code);
	return true;
}
