/* Reads facts as they are kept packed, ten bytes each. */
#include "rights_own.h"

#define PACKED 10 /* bytes of a fact: its number, least, most */

static int32_t
read4(const unsigned char *at)
{
	return (int32_t)((uint32_t)at[0] << 24 | (uint32_t)at[1] << 16
		| (uint32_t)at[2] << 8 | at[3]);
}

void
bf_right_narrow(const struct bf_right_fact *fact, int64_t low, int64_t high,
	struct bf_right_known *known)
{
	low = low < fact->low ? fact->low : low;
	high = high > fact->high ? fact->high : high;
	if (low > high)
		return;
	known->low = low;
	known->high = high;
}

void
bf_right_unpack(const struct bf_rights *rights, const int16_t *places,
	size_t count, const void *data, size_t len,
	struct bf_right_known *known)
{
	const unsigned char *at = data;
	unsigned number;
	int place;

	for (; len >= PACKED; len -= PACKED, at += PACKED) {
		number = (unsigned)at[0] << 8 | at[1];
		place = number < count ? places[number] : -1;
		if (place >= 0)
			bf_right_narrow(&rights->facts[place], read4(at + 2),
				read4(at + 6), &known[place]);
	}
}

/* FACT is not known any more; false: it was not. */
static bool
forgotten(const struct bf_right_fact *fact, struct bf_right_known *known)
{
	if (known->low == fact->low && known->high == fact->high)
		return false;
	known->low = fact->low;
	known->high = fact->high;
	return true;
}

/* Of parts that are more than their sum may be nothing is known. */
bool
bf_right_city_add(
	struct bf_right_city *city, int32_t id, struct bf_right_known *known)
{
	const struct bf_rights *rights = bf_right_city_rights(city);
	int wrong, tries = 0;

	while (!bf_right_city_put(city, id, known, &wrong)) {
		if (wrong < 0 || tries++ > BF_RIGHT_FACTS)
			return false;
		if (!forgotten(&rights->facts[wrong], &known[wrong]))
			bf_right_unknown(rights, known);
	}
	return true;
}
