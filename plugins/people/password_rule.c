/* Which passwords are too easy to guess: short ones, and those that many people
 * choose.
 */
#include "own.h"
#include <ctype.h>
#include <string.h>

#define LEAST 12      /* characters */
#define LEAST_KINDS 5 /* different ones */
#define WORD 64       /* longer than what a list holds */

/* What is left of those that lists of stolen passwords begin with, when signs
 * that are no letters are taken away. */
static const char *const common[] = { "", "abc", "abcd", "abcdef", "admin",
	"administrator", "azerty", "azertyuiop", "belfort", "belgie", "belgium",
	"changeme", "dragon", "football", "geheim", "gent", "hallo", "hello",
	"iloveyou", "letmein", "login", "master", "monkey", "motdepasse",
	"pass", "passw", "passwd", "password", "passwordpassword", "paswoord",
	"princess", "qwerty", "qwertyqwerty", "qwertyuiop", "qwertyuiopasdf",
	"secret", "summer", "sunshine", "superman", "trustno", "voetbal",
	"wachtwoord", "welcome", "welkom", "zomer" };

/* Runs on a keyboard and in the alphabet, forward; both ways are looked at. */
static const char *const runs[] = { "01234567890123456789",
	"abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
	"azertyuiopqsdfghjklmwxcvbn" };

static size_t
characters(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

static size_t
kinds(const char *text)
{
	bool seen[256] = { false };
	size_t n = 0;

	for (; *text; text++) {
		n += !seen[(unsigned char)*text];
		seen[(unsigned char)*text] = true;
	}
	return n;
}

/* The letters of TEXT, small; those that stand for one by habit are one. */
static void
letters(const char *text, char out[WORD])
{
	static const char habit[] = "@a4a3e1i!i0o$s5s7t";
	const char *is;
	size_t n = 0;

	for (; *text && n < WORD - 1; text++) {
		is = strchr(habit, *text);
		if (isalpha((unsigned char)*text))
			out[n++] = (char)tolower((unsigned char)*text);
		else if ((unsigned char)*text >= 0x80)
			out[n++] = *text;
		else if (is && (is - habit) % 2 == 0
			&& isalpha((unsigned char)text[1]))
			out[n++] = is[1];
	}
	out[n] = '\0';
}

static bool
is_common(const char *text)
{
	char word[WORD];
	size_t i;

	letters(text, word);
	for (i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (strcmp(word, common[i]) == 0)
			return true;
	return false;
}

/* How many neighbours in TEXT are neighbours in RUN, one way or the other. */
static size_t
steps(const char *text, const char *run)
{
	const char *at;
	size_t n = 0;

	for (; text[0] && text[1]; text++) {
		at = strchr(run, tolower((unsigned char)text[0]));
		if (at == NULL)
			continue;
		n += at[1] && at[1] == tolower((unsigned char)text[1]);
		n += at > run && at[-1] == tolower((unsigned char)text[1]);
	}
	return n;
}

static bool
is_run(const char *text)
{
	size_t i;

	for (i = 0; i < sizeof(runs) / sizeof(runs[0]); i++)
		if (4 * steps(text, runs[i]) > 3 * (strlen(text) - 1))
			return true;
	return false;
}

static bool
is_of(const char *text, const char *own)
{
	return own && strlen(own) > 3 && strcasestr(text, own)
		&& strlen(text) < strlen(own) + 8;
}

const char *
people_weak(const char *text, const char *name, const char *email)
{
	if (characters(text) < LEAST)
		return BF_N(
			"This is too short. Choose at least 12 characters: four words in a row are easy to remember.");
	if (kinds(text) < LEAST_KINDS || is_common(text) || is_run(text))
		return BF_N(
			"Many people choose this, so it is easy to guess. Choose something else.");
	if (is_of(text, name) || is_of(text, email))
		return BF_N(
			"This looks like your name or your address, so it is easy to guess. Choose something else.");
	return NULL;
}
