/* What is added to a figure before anybody sees it, so that it tells nothing of
 * one household: docs/preview.md tells why these numbers, and what is left.
 *
 * Each household has a secret key that stays the same; the key of a cell is the
 * sum of those of the households in it, and from that follows the noise of its
 * figure (B. Fraser, J. Wooton, A proposed method for confidentialising tabular
 * output to protect against differencing, UNECE work session on statistical
 * data confidentiality, Geneva 2005; so does the ABS's TableBuilder).  There
 * the noise follows from the cell alone, so two questions that give the same
 * figure had the same households in them, and many questions whose cells differ
 * average it out (H. J. Asghar, D. Kaafar, Averaging attacks on bounded
 * noise-based disclosure control algorithms, PoPETs 2020).  So here it follows
 * also from the question, it is wider, and who asks has an allowance for a day
 * that takes both into account.
 *
 * The noise is the number of ones in 256 bits of an HMAC, less 128: a binomial
 * distribution, nearly a normal one with a standard deviation of 8 (C. Dwork,
 * K. Kenthapadi, F. McSherry, I. Mironov, M. Naor, Our data, ourselves: privacy
 * via distributed noise generation, Eurocrypt 2006).
 */
#ifndef PREVIEW_NOISE_H
#define PREVIEW_NOISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NOISE_KEY 32    /* bytes */
#define NOISE_SPREAD 8  /* standard deviation of one draw */
#define NOISE_LEAST 10  /* a count below this is not shown */
#define NOISE_FEW (-1)  /* what stands in the place of such a count */
#define NOISE_SLIDER 16 /* draws of a figure of sliders: spread times 4 */

/* What a question takes of a day's allowance, for each row of figures in which
 * one household can be: docs/preview.md tells why. */
#define POINTS_WHOLE 15
#define POINTS_SLIDER 1
#define GROUP_ROWS 3 /* kind, tenth, neighbourhood */

/* From what the noise of one question follows: a secret of the city that is in
 * no database, and all that was asked. */
struct noise {
	unsigned char key[NOISE_KEY];
	int draws; /* spread: NOISE_SPREAD times the root of it */
};

/* KEY is that of QUESTION, LEN bytes, under SECRET. */
void noise_begin(struct noise *noise, const unsigned char secret[NOISE_KEY],
	const void *question, size_t len, int draws);
/* What to add to a figure called LABEL ("type/2/gains") of a cell with that
 * KEY: the same every time. */
int noise_of(const struct noise *noise, const char *label, uint64_t key);
/* COUNT with its noise, or NOISE_FEW. */
int64_t noise_count(const struct noise *noise, const char *label, uint64_t key,
	int64_t count);
/* The sum CENTS in whole times LARGEST, with as much noise: so that one
 * household, which has LARGEST at most, counts as one does in a count.  LARGEST
 * comes from the texts of the rules, never from what households have. */
int64_t noise_cents(const struct noise *noise, const char *label, uint64_t key,
	int64_t cents, int64_t largest);

#endif
