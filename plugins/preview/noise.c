/* Noise that follows from the question and the cell, and from nothing else. */
#include "noise.h"
#include <belfort/crypt.h>
#include <string.h>

#define LABEL 96 /* bytes of a label at most */

void
noise_begin(struct noise *noise, const unsigned char secret[NOISE_KEY],
	const void *question, size_t len, int draws)
{
	bf_mac(secret, NOISE_KEY, question, len, noise->key);
	noise->draws = draws;
}

static int
ones(const unsigned char *bytes, size_t len)
{
	int n = 0;

	while (len-- > 0)
		n += __builtin_popcount(*bytes++);
	return n;
}

/* The number of the draw, the cell, and what the figure is called. */
static size_t
said(unsigned char *out, int draw, uint64_t key, const char *label)
{
	size_t len = strnlen(label, LABEL);

	out[0] = (unsigned char)draw;
	memcpy(out + 1, &key, sizeof(key));
	memcpy(out + 1 + sizeof(key), label, len);
	return 1 + sizeof(key) + len;
}

int
noise_of(const struct noise *noise, const char *label, uint64_t key)
{
	unsigned char text[1 + sizeof(key) + LABEL], mac[BF_MAC];
	int i, sum = 0;

	for (i = 0; i < noise->draws; i++) {
		bf_mac(noise->key, NOISE_KEY, text, said(text, i, key, label),
			mac);
		sum += ones(mac, sizeof(mac)) - BF_MAC * 4;
	}
	return sum;
}

/* Whether it is shown follows from the count with its noise: else who sees that
 * it is not knows on which side of ten the true one is. */
int64_t
noise_count(const struct noise *noise, const char *label, uint64_t key,
	int64_t count)
{
	int64_t with = count + noise_of(noise, label, key);

	return with < NOISE_LEAST ? NOISE_FEW : with;
}

/* The nearest whole number of times, a half goes up. */
static int64_t
times(int64_t cents, int64_t largest)
{
	int64_t twice = 2 * cents + largest, down = twice / (2 * largest);

	return down - (twice % (2 * largest) < 0);
}

int64_t
noise_cents(const struct noise *noise, const char *label, uint64_t key,
	int64_t cents, int64_t largest)
{
	return largest < 1
		? 0
		: (times(cents, largest) + noise_of(noise, label, key))
			* largest;
}
