/* Reads CBOR: whole lengths in their shortest form, four levels, no tags and no
 * fractions, which is all that an authenticator writes.
 */
#include "cbor.h"

#define DEPTH 4 /* FIDO CTAP 2.1, 8: at most four levels */

enum { UNSIGNED, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG, SIMPLE };

/* Whether VALUE needs the LEN bytes that it was written in. */
static bool
shortest(uint64_t value, size_t len)
{
	return len == 1 ? value >= 24 : value >> (4 * len) != 0;
}

static bool
head(struct cbor *c, unsigned *major, uint64_t *value)
{
	size_t len, i;
	unsigned small;

	if (c->at == c->end)
		return false;
	*major = *c->at >> 5;
	small = *c->at++ & 31;
	*value = small;
	if (small < 24)
		return true;
	len = (size_t)1 << (small - 24);
	if (small > 27 || (size_t)(c->end - c->at) < len)
		return false;
	for (*value = 0, i = 0; i < len; i++)
		*value = *value << 8 | *c->at++;
	return shortest(*value, len);
}

bool
cbor_int(struct cbor *c, int64_t *out)
{
	unsigned major;
	uint64_t value;

	if (!head(c, &major, &value) || major > NEGATIVE || value > INT64_MAX)
		return false;
	*out = major == NEGATIVE ? -1 - (int64_t)value : (int64_t)value;
	return true;
}

static bool
string(struct cbor *c, unsigned kind, const unsigned char **data, size_t *len)
{
	unsigned major;
	uint64_t value;

	if (!head(c, &major, &value) || major != kind
		|| value > (uint64_t)(c->end - c->at))
		return false;
	*data = c->at;
	*len = (size_t)value;
	c->at += *len;
	return true;
}

bool
cbor_bytes(struct cbor *c, const unsigned char **data, size_t *len)
{
	return string(c, BYTES, data, len);
}

bool
cbor_text(struct cbor *c, const unsigned char **data, size_t *len)
{
	return string(c, TEXT, data, len);
}

/* A member is at least a byte: no count can be larger than what is left. */
bool
cbor_map(struct cbor *c, size_t *pairs)
{
	unsigned major;
	uint64_t value;

	if (!head(c, &major, &value) || major != MAP
		|| value > (uint64_t)(c->end - c->at) / 2)
		return false;
	*pairs = (size_t)value;
	return true;
}

static bool
skip(struct cbor *c, int depth)
{
	unsigned major;
	uint64_t value;

	if (!head(c, &major, &value))
		return false;
	if (major <= NEGATIVE)
		return true;
	if (major == SIMPLE)
		return value >= 20 && value <= 22; /* false, true, null */
	if (major == TAG || value > (uint64_t)(c->end - c->at))
		return false;
	if (major <= TEXT) {
		c->at += value;
		return true;
	}
	for (value *= major == MAP ? 2 : 1; value > 0; value--)
		if (depth == 0 || !skip(c, depth - 1))
			return false;
	return true;
}

bool
cbor_skip(struct cbor *c)
{
	return skip(c, DEPTH);
}
