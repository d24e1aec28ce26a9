/* Reads what somebody filled in as the value of a fact. */
#include "rights_own.h"
#include <belfort/buf.h>
#include <stdlib.h>
#include <string.h>

static bool
yes_or_no(const char *text, int64_t *out)
{
	static const char *const words[2][5] = {
		{ "nee", "no", "non", "0", "false" },
		{ "ja", "yes", "oui", "1", "true" },
	};
	int i, k;

	for (i = 0; i < 2; i++)
		for (k = 0; k < 5; k++)
			if (strcmp(words[i][k], text) == 0) {
				*out = i;
				return true;
			}
	return false;
}

static bool
choice(const struct bf_right_fact *f, const char *text, int64_t *out)
{
	for (*out = 0; *out <= f->high; ++*out)
		if (strcmp(f->choices[*out].code, text) == 0)
			return true;
	return false;
}

bool
bf_right_digits(const char *text, int decimals, int64_t *out)
{
	bool minus = *text == '-';
	const char *at = text + minus;
	size_t whole = strspn(at, "0123456789"), part = 0, i;

	if (whole == 0 || whole > 12)
		return false;
	if (at[whole] == '.' || at[whole] == ',')
		part = strspn(at + whole + 1, "0123456789");
	if (part > (size_t)decimals
		|| at[whole + (part ? part + 1 : 0)] != '\0')
		return false;
	*out = 0;
	for (i = 0; i < whole; i++)
		*out = *out * 10 + (at[i] - '0');
	for (i = 0; i < (size_t)decimals; i++)
		*out = *out * 10 + (i < part ? at[whole + 1 + i] - '0' : 0);
	*out = minus ? -*out : *out;
	return true;
}

static bool
value_of(const struct bf_right_fact *f, const char *text, int64_t *out)
{
	int32_t day;

	switch (f->kind) {
	case BF_RIGHT_YESNO:
		return yes_or_no(text, out);
	case BF_RIGHT_CHOICE:
		return choice(f, text, out);
	case BF_RIGHT_DATE:
		if (!bf_right_day(text, &day))
			return false;
		*out = day;
		return true;
	default:
		return bf_right_digits(
			text, f->kind == BF_RIGHT_EURO ? 2 : 0, out);
	}
}

static const char *
codes(struct bf_arena *arena, const struct bf_right_fact *f)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	int64_t i;

	for (i = 0; i <= f->high; i++)
		bf_put_fmt(out, "%s%s", i ? ", " : "", f->choices[i].code);
	return out->data;
}

const char *
bf_right_can(struct bf_arena *arena, const struct bf_right_fact *f)
{
	switch (f->kind) {
	case BF_RIGHT_YESNO:
		return "ja, nee";
	case BF_RIGHT_CHOICE:
		return codes(arena, f);
	case BF_RIGHT_DATE:
		return bf_printf(arena, "%s..%s",
			bf_right_day_text(arena, (int32_t)f->low),
			bf_right_day_text(arena, (int32_t)f->high));
	case BF_RIGHT_EURO:
		return bf_printf(arena, "%.2f..%.2f", (double)f->low / 100,
			(double)f->high / 100);
	default:
		return bf_printf(arena, "%lld..%lld", (long long)f->low,
			(long long)f->high);
	}
}

bool
bf_right_read(const struct bf_rights *rights, int fact, const char *text,
	struct bf_right_known *known)
{
	const struct bf_right_fact *f = &rights->facts[fact];
	int64_t value;

	if (!value_of(f, text, &value) || value < f->low || value > f->high)
		return false;
	known[fact].low = known[fact].high = value;
	return true;
}
