/* Days of the calendar that has always been as it is now, as numbers: days
 * since 1970-01-01 (Gregorian, proleptic; ISO 8601 writes them).
 */
#include "rights_own.h"
#include <stdio.h>
#include <string.h>

#define DAYS_OF_ERA 146097 /* 400 years */
#define TO_MARCH 719468    /* from 0000-03-01 to 1970-01-01 */

/* Years begin in March, so that a leap day is the last of its year. */
struct bf_right_date
bf_right_date(int32_t day)
{
	int32_t n = day + TO_MARCH;
	int32_t era = (n >= 0 ? n : n - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
	int32_t of_era = n - era * DAYS_OF_ERA;
	int32_t year = (of_era - of_era / 1460 + of_era / 36524
			       - of_era / (DAYS_OF_ERA - 1))
		/ 365;
	int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int32_t month = (5 * of_year + 2) / 153;

	return (struct bf_right_date){
		.year = year + era * 400 + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = of_year - (153 * month + 2) / 5 + 1,
	};
}

static int32_t
number_of(int32_t year, int32_t month, int32_t day)
{
	int32_t y = year - (month <= 2);
	int32_t era = (y >= 0 ? y : y - 399) / 400;
	int32_t of_era = y - era * 400;
	int32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
		+ day - 1;

	return era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100
		+ of_year - TO_MARCH;
}

/* The number that LEN digits make, or -1. */
static int32_t
digits(const char *text, int len)
{
	int32_t n = 0;

	for (; len > 0; len--, text++) {
		if (*text < '0' || *text > '9')
			return -1;
		n = n * 10 + (*text - '0');
	}
	return n;
}

bool
bf_right_day(const char *text, int32_t *day)
{
	int32_t y, m, d;
	struct bf_right_date back;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	y = digits(text, 4);
	m = digits(text + 5, 2);
	d = digits(text + 8, 2);
	if (y < 1 || m < 1 || m > 12 || d < 1 || d > 31)
		return false;
	*day = number_of(y, m, d);
	back = bf_right_date(*day);
	return back.month == m && back.day == d;
}

const char *
bf_right_day_text(struct bf_arena *arena, int32_t day)
{
	struct bf_right_date d = bf_right_date(day);

	if (d.year < 1 || d.year > 9999)
		return "";
	return bf_printf(
		arena, "%04d-%02d-%02d", (int)d.year, (int)d.month, (int)d.day);
}

int32_t
bf_right_day_within(int32_t day)
{
	if (day < BF_RIGHT_EVER_FROM)
		return BF_RIGHT_EVER_FROM;
	return day > BF_RIGHT_EVER_UNTIL ? BF_RIGHT_EVER_UNTIL : day;
}

int32_t
bf_right_age(int32_t born, int32_t day)
{
	struct bf_right_date b = bf_right_date(born), d = bf_right_date(day);
	int32_t years = d.year - b.year;

	years -= d.month < b.month || (d.month == b.month && d.day < b.day);
	return years > 0 ? years : 0;
}
