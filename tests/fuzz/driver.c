/* Runs a fuzz target without libFuzzer: seeds, and what mutation makes of
 * them.  The same numbers make the same inputs, so a failure can be repeated.
 *	fuzz_<name> [ROUNDS [SEED]]
 * The input that ended the process is in fuzz-<pid>.in, where it was started.
 */
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROUNDS 2000
#define LONGEST 8192
#define CHANGES 4 /* at most, to one input */

static uint64_t state;

/* xorshift64*: Vigna, 2016. */
static uint64_t
dice(uint64_t sides)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * 2685821657736338717ULL >> 11) % sides;
}

struct input {
	uint8_t data[LONGEST];
	size_t len;
};

static size_t
seed_count(void)
{
	size_t n = 0;

	while (fuzz_seeds[n])
		n++;
	return n;
}

/* Put LEN bytes of FROM in the place of GONE bytes at AT. */
static void
replace(struct input *in, size_t at, size_t gone, const char *from, size_t len)
{
	if (in->len - gone + len > LONGEST)
		return;
	memmove(in->data + at + len, in->data + at + gone, in->len - at - gone);
	memcpy(in->data + at, from, len);
	in->len += len - gone;
}

/* A piece of a seed, or signs that often matter. */
static void
piece(const char **out, size_t *len)
{
	static const char *const signs[] = { "{", "}", "(", ")", ",", "\"",
		"..", "-", "+", "==", "[", "]", "\n", "\\x00", "\xff", "\xc3",
		"9223372036854775807", "1e308", "0x", "--[[", "function()",
		"end", "nil", "local x = ", "return ", "...", "#", "%", "::" };
	const char *seed = fuzz_seeds[dice(seed_count())];
	size_t at = dice(strlen(seed));

	if (dice(2)) {
		*out = signs[dice(sizeof(signs) / sizeof(signs[0]))];
		*len = strlen(*out);
		return;
	}
	*out = seed + at;
	*len = 1 + dice(strlen(seed) - at);
	if (*len > 64)
		*len = 64;
}

static void
change(struct input *in)
{
	size_t at = dice(in->len + 1), gone = dice(8), len;
	const char *from;

	if (gone > in->len - at)
		gone = in->len - at;
	piece(&from, &len);
	switch (dice(4)) {
	case 0:
		replace(in, at, gone, from, len);
		break;
	case 1:
		replace(in, at, 0, from, len);
		break;
	case 2:
		replace(in, at, gone, "", 0);
		break;
	default:
		if (at < in->len)
			in->data[at] ^= (uint8_t)(1U << dice(8));
	}
}

static const char *name;

/* Before it is tried: what ends the process can be looked at. */
static void
keep(const struct input *in)
{
	FILE *f = fopen(name, "wb");

	if (f == NULL || fwrite(in->data, 1, in->len, f) != in->len
		|| fclose(f) != 0)
		abort();
}

int
main(int argc, char **argv)
{
	long rounds = argc > 1 ? atol(argv[1]) : ROUNDS, i;
	static struct input in;
	char file[40];
	size_t k, n;

	state = argc > 2 ? strtoull(argv[2], NULL, 10) : 20261124;
	state += state == 0;
	snprintf(file, sizeof(file), "fuzz-%d.in", (int)getpid());
	name = file;
	for (i = 0; i < rounds; i++) {
		const char *seed = fuzz_seeds[dice(seed_count())];

		in.len = 0;
		replace(&in, 0, 0, seed, strlen(seed));
		for (k = 0, n = dice(CHANGES + 1); k < n; k++)
			change(&in);
		keep(&in);
		LLVMFuzzerTestOneInput(in.data, in.len);
	}
	unlink(name);
	printf("1..1\nok 1 - %ld inputs\n", rounds);
	return EXIT_SUCCESS;
}
