/* Declared fields: each value is checked once and kept in canonical form. */
#include "numbers.h"
#include "walk.h"
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_MAX 10000

typedef const char *check(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value);

static size_t
utf8_length(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

static const char *
check_text(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	size_t len = utf8_length(text);
	size_t max = field->max > 0 ? (size_t)field->max : TEXT_MAX;

	(void)arena;
	if (len > max)
		return BF_N("This text is too long.");
	if (field->min > 0 && len < (size_t)field->min)
		return BF_N("This text is too short.");
	*value = text;
	return NULL;
}

static const char *
check_range(const struct bf_field *field, long long number)
{
	if (field->min == 0 && field->max == 0)
		return NULL;
	if (number < field->min)
		return BF_N("This number is too small.");
	if (number > field->max)
		return BF_N("This number is too large.");
	return NULL;
}

static const char *
check_int(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	long long number;
	char *end;

	errno = 0;
	number = strtoll(text, &end, 10);
	if (end == text || *end != '\0' || isspace((unsigned char)*text))
		return BF_N("This is not a whole number.");
	if (errno == ERANGE)
		return BF_N("This number is too large.");
	*value = bf_printf(arena, "%lld", number);
	return check_range(field, number);
}

static const char *
check_choice(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	const char *at = field->choices;
	size_t len;

	(void)arena;
	for (; *at; at += len) {
		at += strspn(at, " ");
		len = strcspn(at, " ");
		if (strlen(text) == len && strncmp(at, text, len) == 0) {
			*value = text;
			return NULL;
		}
	}
	return BF_N("This is not one of the choices.");
}

static int
month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

static int
number_at(const char *text, int digits)
{
	int n = 0;

	while (digits-- > 0)
		n = 10 * n + (*text++ - '0');
	return n;
}

static const char *
check_day(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	static const char shape[] = "dddd-dd-dd";
	size_t i;
	int month, day;

	(void)arena, (void)field;
	*value = text;
	for (i = 0; shape[i]; i++)
		if (shape[i] == 'd' ? !isdigit((unsigned char)text[i])
				    : text[i] != shape[i])
			return BF_N("Write the day as 2026-12-31.");
	month = number_at(text + 5, 2);
	day = number_at(text + 8, 2);
	if (text[i] != '\0' || month < 1 || month > 12 || day < 1
		|| day > month_days(number_at(text, 4), month))
		return BF_N("This day does not exist.");
	return NULL;
}

/* "8000812.0" or "8000812,05" in cents; the fraction has at most two digits
 * that are not zero. */
static const char *
check_cents(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	const char *wrong = BF_N("This is not an amount in euros.");
	size_t sign = *text == '-', whole = strspn(text + sign, "0123456789");
	const char *fraction = text + sign + whole;
	long long cents;

	if (whole == 0 || whole > 15)
		return wrong;
	cents = 100 * strtoll(text + sign, NULL, 10);
	if (*fraction == '.' || *fraction == ',') {
		size_t digits = strspn(++fraction, "0123456789");

		if (digits == 0)
			return wrong;
		cents += 10 * (fraction[0] - '0');
		if (digits > 1)
			cents += fraction[1] - '0';
		if (digits > 2 && strspn(fraction + 2, "0") < digits - 2)
			return BF_N("This amount has parts of a cent.");
		fraction += digits;
	}
	if (*fraction != '\0')
		return wrong;
	cents = sign ? -cents : cents;
	*value = bf_printf(arena, "%lld", cents);
	return check_range(field, cents);
}

static const char *
check_path(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	(void)arena, (void)field;
	*value = text;
	if (text[0] != '/' || text[1] == '/' || strpbrk(text, "\\\r\n\t"))
		return BF_N("This is not an address on this site.");
	return NULL;
}

static const char *
check_national(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	char digits[BF_NATIONAL_SIZE];

	(void)field;
	if (!bf_national_read(text, digits))
		return BF_N("This is not a national number. Look whether "
			    "each digit is right.");
	*value = bf_strdup(arena, digits);
	return NULL;
}

static const char *
check_iban(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	char iban[BF_IBAN_SIZE];

	(void)field;
	if (!bf_iban_read(text, iban))
		return BF_N("This is not an account number (IBAN). Look "
			    "whether each sign is right.");
	*value = bf_strdup(arena, iban);
	return NULL;
}

static const struct {
	const char *name;
	check *check;
	bool secret;
} types[] = {
	[BF_TEXT] = { "text", check_text },
	[BF_INT] = { "int", check_int },
	[BF_CHOICE] = { "choice", check_choice },
	[BF_DAY] = { "day", check_day },
	[BF_CENTS] = { "cents", check_cents },
	[BF_PATH] = { "path", check_path },
	[BF_NATIONAL] = { "national", check_national, true },
	[BF_IBAN] = { "iban", check_iban, true },
};

#define TYPES (sizeof(types) / sizeof(types[0]))

const char *
bf_type_name(enum bf_type type)
{
	return types[type].name;
}

enum bf_type
bf_type_of(const char *name)
{
	size_t i;

	for (i = 0; i < TYPES; i++)
		if (strcmp(types[i].name, name) == 0)
			return (enum bf_type)i;
	return BF_TEXT;
}

bool
bf_type_secret(enum bf_type type)
{
	return types[type].secret;
}

/* Blanks alone are no answer to what is needed. */
static bool
is_given(const struct bf_field *field, const char *text)
{
	return text && *text
		&& (!field->required || text[strspn(text, " \t\r\n")]);
}

const char *
bf_field_check(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value)
{
	*value = NULL;
	if (is_given(field, text))
		return types[field->type].check(arena, field, text, value);
	return field->required ? BF_N("This is needed.") : NULL;
}

static bool
given_twice(const struct bf_pair *pairs, const char *name)
{
	int n = 0;

	for (; pairs; pairs = pairs->next)
		n += strcmp(pairs->name, name) == 0;
	return n > 1;
}

static void
field_read(struct bf_req *req, const struct bf_field *field,
	const struct bf_pair *given)
{
	const char *wrong, *value;

	wrong = bf_field_check(
		req->arena, field, bf_pair_value(given, field->name), &value);
	if (given_twice(given, field->name))
		wrong = BF_N("This is given twice.");
	if (wrong)
		(void)bf_fail_field(req, field->name, wrong);
	else if (value)
		bf_pair_add(req->arena, &req->values, field->name, value);
}

bool
bf_form_read(struct bf_req *req)
{
	const struct bf_field *field = req->route->fields;
	struct bf_pair *given = req->query;

	if (strcmp(req->route->method, "GET") != 0) {
		if (!bf_body_read(req))
			return false;
		given = req->body;
	}
	for (; field && field->name; field++)
		field_read(req, field, given);
	return req->fault.kind == NULL;
}
