/* Attacks on the figures of previews: somebody who may ask all that one may ask
 * in a day, and knows all about everybody else, wants to know whether one
 * household is in a cell, or how many are in a small one.  Each attack is tried
 * on many cities, with the noise and without it.
 */
#include "../../plugins/preview/noise.h"
#include "../tap.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CITIES 300
#define ALLOWANCE 600         /* preview.allowance() */
#define ROWS (1 + GROUP_ROWS) /* in which one household is, by one rule */
#define SLIDERS (ALLOWANCE / POINTS_SLIDER)
#define GROUPED (ALLOWANCE / (ROWS * POINTS_SLIDER))
#define PREVIEWS (ALLOWANCE / (ROWS * POINTS_WHOLE))
#define AROUND 40 /* households in the cell, beside the one */
#define CENTS 6300

/* One city: a secret, the keys of who is around, and the one. */
struct city {
	unsigned char secret[NOISE_KEY];
	uint64_t around, one;
	bool in; /* what the attacker wants to know */
	bool bare;
	int asked; /* questions so far: none is the same as another */
};

static uint64_t state = 20051;

/* Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014. */
static uint64_t
chance(void)
{
	uint64_t z = (state += 0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

static struct city
city_new(bool bare)
{
	struct city c = { .bare = bare };
	uint64_t word;
	size_t i;

	for (i = 0; i < NOISE_KEY; i += sizeof(word)) {
		word = chance();
		memcpy(c.secret + i, &word, sizeof(word));
	}
	c.around = chance();
	c.one = chance();
	c.in = chance() & 1;
	return c;
}

/* The noise of a question that nobody asked before, or of that NUMBER. */
static struct noise
question(struct city *c, int number, int draws)
{
	char text[32];
	struct noise noise;

	snprintf(text, sizeof(text), "%d",
		number < 0 ? 1000000 + c->asked++ : number);
	noise_begin(&noise, c->secret, text, strlen(text), c->bare ? 0 : draws);
	return noise;
}

/* How many gain in the cell, with the one if it is WITHIN what is asked. */
static int64_t
count(struct city *c, const struct noise *noise, int64_t around, bool within)
{
	bool in = within && c->in;

	return noise_count(noise, "total/gains", c->around + (in ? c->one : 0),
		around + in);
}

/* --- attacks: the guess ----------------------------------------------------
 */

/* The same question again and again. */
static bool
repeat(struct city *c)
{
	double sum = 0;
	int i;

	for (i = 0; i < 1000; i++) {
		struct noise noise = question(c, 7, 1);

		sum += (double)count(c, &noise, AROUND, true);
	}
	return sum / 1000 - AROUND > 0.5;
}

/* A threshold, and one that is a cent higher: the one is between them. */
static bool
cent(struct city *c)
{
	struct noise below = question(c, -1, 1), above = question(c, -1, 1);

	return count(c, &above, AROUND, true) > count(c, &below, AROUND, false);
}

/* The same two: whoever is between them makes a difference, whichever. */
static bool
differs(struct city *c)
{
	struct noise below = question(c, -1, 1), above = question(c, -1, 1);

	return count(c, &above, AROUND, true)
		!= count(c, &below, AROUND, false);
}

/* All moves of a slider that a day has, half of them on each side of the one;
 * counts and costs. */
static bool
slide(struct city *c)
{
	double sum = 0;
	int i;

	for (i = 0; i < SLIDERS / 2; i++) {
		struct noise below = question(c, -1, NOISE_SLIDER);
		struct noise above = question(c, -1, NOISE_SLIDER);
		bool in = c->in;
		uint64_t key = c->around + (in ? c->one : 0);

		sum += (double)(count(c, &above, 1000, true)
			- count(c, &below, 1000, false));
		sum += (double)(noise_cents(&above, "total/cents", key,
					(1000 + in) * CENTS, CENTS)
			       - noise_cents(&below, "total/cents", c->around,
				       1000 * CENTS, CENTS))
			/ CENTS;
	}
	return sum / SLIDERS > 0.5;
}

/* All previews that a day has, half of them with the one: the total and the
 * three groups of each, counts and costs. */
static bool
average(struct city *c)
{
	static const char *const cells[] = { "total", "type/2", "tenth/4",
		"neighbourhood/9" };
	double sum = 0;
	int i, k;

	for (i = 0; i < 4 * PREVIEWS; i++) {
		struct noise noise = question(c, 1000 + i / 4, 1);
		bool within = i / 4 % 2, in = within && c->in;
		uint64_t key = c->around + (in ? c->one : 0);
		char label[64];

		for (k = 0; k < 2; k++) {
			snprintf(label, sizeof(label), "%s/%s", cells[i % 4],
				k ? "cents" : "gains");
			sum += (within ? 1 : -1)
				* (double)(k ? noise_cents(&noise, label, key,
						       (AROUND + in) * CENTS,
						       CENTS)
							/ CENTS
					     : noise_count(&noise, label, key,
						     AROUND + in));
		}
	}
	return sum / (4 * PREVIEWS) > 0.5;
}

/* How much more a figure of QUESTION is where the one gains when it is in what
 * is asked and loses when not, or the other way round where it is TURNED: who
 * gains, who does not lose, what it costs. */
static double
moved(struct city *c, const struct noise *noise, const char *cell, bool turned)
{
	bool up = c->in != turned;
	uint64_t with = c->around + c->one;
	char label[3][64];
	int64_t sum;

	snprintf(label[0], sizeof(label[0]), "%s/gains", cell);
	snprintf(label[1], sizeof(label[1]), "%s/loses", cell);
	snprintf(label[2], sizeof(label[2]), "%s/cents", cell);
	sum = noise_count(noise, label[0], up ? with : c->around, 1000 + up)
		- noise_count(
			noise, label[1], up ? c->around : with, 1000 + !up)
		+ noise_cents(noise, label[2], with, up * CENTS, CENTS) / CENTS;
	return (double)(turned ? -sum : sum);
}

/* All that a day has, in half of it turned: each figure tells twice. */
static bool
turn_slides(struct city *c)
{
	double sum = 0;
	int i;

	for (i = 0; i < SLIDERS; i++) {
		struct noise noise = question(c, -1, NOISE_SLIDER);

		sum += moved(c, &noise, "total", i % 2);
	}
	return sum > 0;
}

static bool
turn_rows(struct city *c, int questions, int draws)
{
	static const char *const cells[ROWS] = { "total", "type/2", "tenth/4",
		"neighbourhood/9" };
	double sum = 0;
	int i, k;

	for (i = 0; i < questions; i++) {
		struct noise noise = question(c, -1, draws);

		for (k = 0; k < ROWS; k++)
			sum += moved(c, &noise, cells[k], i % 2);
	}
	return sum > 0;
}

static bool
turn_previews(struct city *c)
{
	return turn_rows(c, PREVIEWS, 1);
}

/* Amounts that are moved, with the groups. */
static bool
turn_groups(struct city *c)
{
	return turn_rows(c, GROUPED, NOISE_SLIDER);
}

/* The total of a question, less the other cells of it: what is left is the cell
 * of the one. */
static bool
rest(struct city *c)
{
	struct noise noise = question(c, -1, 1);
	int64_t sum = noise_count(&noise, "total/gains",
		6 * c->around + (c->in ? c->one : 0), 6 * AROUND + c->in);
	char label[32];
	int i;

	for (i = 1; i < 6; i++) {
		snprintf(label, sizeof(label), "type/%d/gains", i);
		sum -= noise_count(&noise, label, c->around, AROUND);
	}
	return sum > AROUND;
}

/* The one moved from one neighbourhood to another: the same question, by the
 * data of two days.  Who does not gain changes neither cell. */
static bool
move(struct city *c)
{
	struct noise before = question(c, 1, 1), after = question(c, 2, 1);
	uint64_t with = c->around + (c->in ? c->one : 0);
	int64_t change = 0;

	change += noise_count(
		&before, "neighbourhood/3/gains", with, AROUND + c->in);
	change -= noise_count(
		&after, "neighbourhood/3/gains", c->around, AROUND);
	change += noise_count(
		&after, "neighbourhood/4/gains", with, AROUND + c->in);
	change -= noise_count(
		&before, "neighbourhood/4/gains", c->around, AROUND);
	return change > 1;
}

/* What the cents say beside how many: the amount of the one is known, and is
 * not the largest. */
static bool
cents(struct city *c)
{
	struct noise noise = question(c, -1, 1);
	uint64_t key = c->around + (c->in ? c->one : 0);
	int64_t sum = AROUND * CENTS + (c->in ? 4217 : 0);

	return noise_cents(&noise, "total/cents", key, sum, CENTS) % CENTS != 0;
}

/* Without noise the sum is not cut either. */
static bool
cents_bare(struct city *c)
{
	return (AROUND * CENTS + (c->in ? 4217 : 0)) % CENTS != 0;
}

/* --- how often they are right ----------------------------------------------
 */

static int
right(bool (*attack)(struct city *c), bool bare)
{
	int i, n = 0;

	for (i = 0; i < CITIES; i++) {
		struct city c = city_new(bare);

		n += attack(&c) == c.in;
	}
	return n * 100 / CITIES;
}

static void
holds(const char *name, bool (*attack)(struct city *c),
	bool (*bare)(struct city *c), int most)
{
	int with = right(attack, false), without = right(bare, true);

	ok(with <= most, "%s: right in %d of 100, a coin in 50", name, with);
	ok(without == 100, "%s: without noise in %d", name, without);
}

/* How many of cells of fewer than ten are told as they are, by the mean of
 * all that a day gives. */
static int
small_found(bool bare)
{
	int found = 0, n, i;

	for (n = 0; n < CITIES; n++) {
		struct city c = city_new(bare);
		int64_t truth = (int64_t)(chance() % 9) + 1, shown;
		double sum = 0;

		for (i = 0; i < PREVIEWS; i++) {
			struct noise noise = question(&c, -1, 1);

			shown = noise_count(
				&noise, "total/gains", c.around, truth);
			sum += (double)(shown == NOISE_FEW ? 0 : shown);
		}
		found += (int64_t)(sum / PREVIEWS + 0.5) == truth;
	}
	return found * 100 / CITIES;
}

static void
test_small(void)
{
	ok(small_found(false) <= 30,
		"how many are in a cell of fewer than ten is found in %d of "
		"100, by chance in 11",
		small_found(false));
	ok(small_found(true) == 0,
		"without noise what is below ten is hidden, by itself");
}

/* As wide as the documents say: nobody is told another figure than is true. */
static void
test_width(void)
{
	struct city c = city_new(false);
	double squares = 0, sum = 0;
	int i, n, most = 0;

	for (i = 0; i < 10000; i++) {
		struct noise noise = question(&c, -1, 1);

		n = noise_of(&noise, "total/gains", c.around);
		sum += n;
		squares += (double)n * n;
		most = abs(n) > most ? abs(n) : most;
	}
	ok(sum / 10000 < 0.3 && sum / 10000 > -0.3, "it is nothing on average");
	ok(squares / 10000 > 60 && squares / 10000 < 68,
		"and its standard deviation is 8: %.1f squared",
		squares / 10000);
	ok(most <= 48, "at most %d", most);
}

static void
test_same(void)
{
	struct city c = city_new(false);
	struct noise one = question(&c, 1, 1), again = question(&c, 1, 1);

	ok(noise_of(&one, "a", 5) == noise_of(&again, "a", 5),
		"a question has the same noise when it is asked again");
	ok(noise_cents(&one, "a", 5, 1234, 0) == 0,
		"what gives no money costs nothing");
	ok(noise_cents(&one, "a", 5, -1050, 100)
			== (-10 + noise_of(&one, "a", 5)) * 100,
		"half of a step goes up, below zero too");
}

int
main(void)
{
	holds("asking again", repeat, repeat, 60);
	holds("a threshold moved by a cent", cent, cent, 60);
	holds("any difference", differs, differs, 60);
	holds("all sliders of a day", slide, slide, 75);
	holds("all previews of a day", average, average, 75);
	holds("all sliders of a day, turned", turn_slides, turn_slides, 80);
	holds("all sliders of a day with the groups, turned", turn_groups,
		turn_groups, 80);
	holds("all previews of a day, turned", turn_previews, turn_previews,
		80);
	holds("totals less their parts", rest, rest, 60);
	holds("who moved to another neighbourhood", move, move, 60);
	holds("cents beside counts", cents, cents_bare, 60);
	test_small();
	test_width();
	test_same();
	return done();
}
