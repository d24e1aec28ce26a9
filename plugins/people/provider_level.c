/* From what a provider calls a way of signing in (acr) to a level (eIDAS).
 *
 *	provider_acr = urn:one=low urn:two=substantial urn:three=high
 */
#include "provider.h"
#include <string.h>

static const char *const levels[] = { "low", "substantial", "high" };

#define LEVELS (sizeof(levels) / sizeof(levels[0]))

/* The place of the LEN bytes of LEVEL, or LEVELS when it is none. */
static size_t
rank(const char *level, size_t len)
{
	size_t i;

	for (i = 0; i < LEVELS; i++)
		if (strlen(levels[i]) == len
			&& strncmp(levels[i], level, len) == 0)
			break;
	return i;
}

/* The next pair of the list at *AT: its acr has *LEN bytes, its level is what
 * comes back; NULL at the end. */
static const char *
pair_next(const char **at, const char **acr, size_t *len)
{
	const char *equals;
	size_t all, place;

	*acr = *at + strspn(*at, " ");
	all = strcspn(*acr, " ");
	*at = *acr + all;
	if (all == 0)
		return NULL;
	equals = memrchr(*acr, '=', all);
	*len = equals ? (size_t)(equals - *acr) : all;
	place = equals ? rank(equals + 1, all - *len - 1) : LEVELS;
	return place < LEVELS ? levels[place] : "";
}

const char *
level_values(struct bf_req *req, const char *least)
{
	const char *at = bf_option(req, "provider_acr"), *acr, *level;
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	size_t len;

	while (at && (level = pair_next(&at, &acr, &len))) {
		if (rank(level, strlen(level)) < rank(least, strlen(least)))
			continue;
		bf_put_str(out, out->len ? " " : "");
		bf_put(out, acr, len);
	}
	return out->data;
}

const char *
level_of(struct bf_req *req, const char *acr)
{
	const char *at = bf_option(req, "provider_acr"), *is, *level;
	size_t len;

	while (at && acr && (level = pair_next(&at, &is, &len)))
		if (strlen(acr) == len && strncmp(acr, is, len) == 0)
			return *level ? level : NULL;
	return NULL;
}

bool
level_enough(struct bf_req *req, const char *level)
{
	const char *least = bf_option(req, "provider_least");

	return rank(level, strlen(level)) >= rank(least, strlen(least));
}
