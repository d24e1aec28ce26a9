/* Writes a text without capitals, accents and double blanks: how rules compare
 * texts.
 */
#include "rules_own.h"
#include <string.h>

/* U+00C0 to U+017F as plain small letters; a blank: it is left as it is. */
static const char latin[] = "aaaaaaAceeeeiiii"
			    "dnooooo ouuuuytS"
			    "aaaaaaAceeeeiiii"
			    "dnooooo ouuuuyty"
			    "aaaaaaccccccccdd"
			    "ddeeeeeeeeeegggg"
			    "gggghhhhiiiiiiii"
			    "iiIIjjkkklllllll"
			    "lllnnnnnnnnnoooo"
			    "ooOOrrrrrrssssss"
			    "ssttttttuuuuuuuu"
			    "uuuuwwyyyzzzzzzs";

/* Two letters where the table has a capital. */
static const char *
both(char c)
{
	switch (c) {
	case 'A':
		return "ae";
	case 'I':
		return "ij";
	case 'O':
		return "oe";
	default:
		return "ss";
	}
}

/* Dashes, quotes and blanks from U+2000, by their last byte. */
static const char *
punctuation(unsigned char last)
{
	if (last >= 0x90 && last <= 0x95)
		return "-";
	return last == 0x98 || last == 0x99 ? "'" : " ";
}

/* The plain form of the character at IN, of *LEN bytes; NULL: itself. */
static const char *
plain(const unsigned char *in, size_t *len, char one[2])
{
	unsigned code;

	*len = 1;
	if (*in >= 'A' && *in <= 'Z') {
		one[0] = (char)(*in + 'a' - 'A');
		return one;
	}
	if (in[0] == 0xe2 && in[1] == 0x80 && in[2]) {
		*len = 3;
		return punctuation(in[2]);
	}
	if (in[0] < 0xc2 || in[0] > 0xcd || (in[1] & 0xc0) != 0x80)
		return NULL;
	*len = 2;
	code = ((in[0] & 0x1fU) << 6) | (in[1] & 0x3fU);
	if (code == 0xa0)
		return " ";
	if (code >= 0x300 && code < 0x370)
		return "";
	if (code < 0xc0 || code > 0x17f || latin[code - 0xc0] == ' ')
		return NULL;
	one[0] = latin[code - 0xc0];
	return one[0] >= 'A' && one[0] <= 'Z' ? both(one[0]) : one;
}

size_t
bf_rule_fold(const char *text, char *out, size_t size)
{
	const unsigned char *in = (const unsigned char *)text;
	char one[2] = "";
	const char *from;
	size_t len, n, at = 0;

	for (; *in && at + 4 < size; in += len) {
		from = plain(in, &len, one);
		n = from ? strlen(from) : len;
		if (from == NULL)
			from = (const char *)in;
		if (*from == '\t' || *from == '\n' || *from == '\r')
			from = " ";
		if (*from == ' ' && at > 0 && out[at - 1] == ' ')
			continue;
		memcpy(out + at, from, n);
		at += n;
	}
	out[at] = '\0';
	return at;
}
