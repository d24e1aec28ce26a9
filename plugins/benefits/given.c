/* Reads what people type on a page: a day is in three fields. */
#include "benefits.h"
#include <stdlib.h>
#include <string.h>

/* The day in three fields. */
static const char *
day(struct bf_req *req)
{
	static const struct bf_right_fact number = { .kind = BF_RIGHT_COUNT };
	const char *parts[] = { bf_value(req, "jaar"), bf_value(req, "maand"),
		bf_value(req, "dag") };
	size_t i;

	for (i = 0; i < 3; i++) {
		if (parts[i] == NULL)
			return NULL;
		parts[i] = bf_right_typed(bf_arena(req), &number, parts[i]);
		if (parts[i] == NULL || strlen(parts[i]) > 4)
			return NULL;
	}
	return bf_printf(bf_arena(req), "%04d-%02d-%02d",
		(int)strtol(parts[0], NULL, 10),
		(int)strtol(parts[1], NULL, 10),
		(int)strtol(parts[2], NULL, 10));
}

static const char *
canonical(struct bf_req *req, const struct bf_right_fact *fact)
{
	const char *text = bf_value(req, "antwoord");

	if (fact->kind == BF_RIGHT_EURO && bf_value(req, "schijf"))
		return bf_value(req, "schijf");
	if (fact->kind == BF_RIGHT_DATE)
		return day(req);
	return text ? bf_right_typed(bf_arena(req), fact, text) : NULL;
}

/* What an answer to FACT looks like, where it did not. */
static const char *
wanted(const struct bf_right_fact *fact)
{
	switch (fact->kind) {
	case BF_RIGHT_DATE:
		return BF_N("Write the day, the month and the year in figures: "
			    "31 12 1980. The day must exist.");
	case BF_RIGHT_EURO:
		return BF_N("Write an amount in euros: 1250 or 1250,50. Below "
			    "stands how large it can be.");
	case BF_RIGHT_COUNT:
		return BF_N("Write a whole number: 2. Below stands how large "
			    "it can be.");
	default:
		return BF_N("Choose one of the answers, or “I don’t know”.");
	}
}

const char *
benefits_given(struct bf_req *req, const struct bf_right_fact *fact,
	const char **wrong)
{
	const char *text = canonical(req, fact);

	*wrong = wanted(fact);
	return text && !strpbrk(text, " =?") ? text : NULL;
}
