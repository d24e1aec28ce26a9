/* Finds the word that somebody probably meant, for error messages. */
#include "nearest.h"
#include <string.h>

#define LENGTH_MOST 40

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Letters to add, drop or change to make A into B (Levenshtein). */
static size_t
distance(const char *a, const char *b)
{
	size_t row[LENGTH_MOST + 1], len = strlen(b), corner, above, i, j;

	for (j = 0; j <= len; j++)
		row[j] = j;
	for (i = 1; a[i - 1]; i++) {
		corner = row[0];
		row[0] = i;
		for (j = 1; j <= len; j++) {
			above = row[j];
			row[j] = least(corner + (a[i - 1] != b[j - 1]),
				1 + least(above, row[j - 1]));
			corner = above;
		}
	}
	return row[len];
}

const char *
bf_nearest(const char *word, const char *const *words, size_t count)
{
	const char *best = NULL;
	size_t i, d, found = strlen(word) / 3 + 2;

	for (i = 0; i < count; i++) {
		if (strlen(words[i]) > LENGTH_MOST)
			continue;
		d = distance(word, words[i]);
		if (d < found) {
			found = d;
			best = words[i];
		}
	}
	return best;
}
