/* Reads and writes the answers that travel with the form: nothing of them is
 * kept anywhere.
 */
#include "benefits.h"
#include <string.h>

static bool
is_unknown(const char *text)
{
	return strcmp(text, BENEFITS_UNKNOWN) == 0;
}

/* "0..25630.67": from the one to the other. */
static bool
stretch_read(struct benefits_answers *answers, int fact, const char *text,
	const char *to)
{
	const struct bf_rights *rights = answers->set->rights;
	struct bf_right_known low[BF_RIGHT_FACTS], high[BF_RIGHT_FACTS];
	const char *from = bf_strndup(
		answers->arena, text, (size_t)(to - text));

	if (!bf_right_read(rights, fact, from, low)
		|| !bf_right_read(rights, fact, to + strlen(BENEFITS_TO), high)
		|| low[fact].low > high[fact].low)
		return false;
	answers->known[fact].low = low[fact].low;
	answers->known[fact].high = high[fact].low;
	return true;
}

static bool
value_read(struct benefits_answers *answers, int fact, const char *text)
{
	const char *to = strstr(text, BENEFITS_TO);

	if (to && answers->set->facts[fact].kind == BF_RIGHT_EURO)
		return stretch_read(answers, fact, text, to);
	return bf_right_read(answers->set->rights, fact, text, answers->known);
}

bool
benefits_answers_put(
	struct benefits_answers *answers, int fact, const char *text)
{
	if (!is_unknown(text) && !value_read(answers, fact, text))
		return false;
	if (answers->text[fact] == NULL)
		answers->order[answers->count++] = fact;
	answers->text[fact] = text;
	return true;
}

/* All that is known, from the answers that are there. */
static void
known_make(struct benefits_answers *answers)
{
	size_t i;

	bf_right_unknown(answers->set->rights, answers->known);
	for (i = 0; i < answers->count; i++) {
		int fact = answers->order[i];

		if (!is_unknown(answers->text[fact])
			&& !value_read(answers, fact, answers->text[fact]))
			answers->text[fact] = BENEFITS_UNKNOWN;
	}
}

void
benefits_answers_drop(struct benefits_answers *answers, int fact)
{
	size_t i, n = 0;

	for (i = 0; i < answers->count; i++)
		if (answers->order[i] != fact)
			answers->order[n++] = answers->order[i];
	answers->count = n;
	answers->text[fact] = NULL;
	known_make(answers);
}

/* "name=value", which is written in. */
static void
pair_read(struct benefits_answers *answers, char *pair)
{
	char *value = strchr(pair, '=');
	int fact;

	if (value == NULL)
		return;
	*value++ = '\0';
	fact = bf_rights_fact(answers->set->rights, pair);
	if (fact < 0 || answers->text[fact]
		|| answers->set->facts[fact].question[0] == NULL)
		return;
	/* What is no value any more is asked again. */
	(void)!benefits_answers_put(answers, fact, value);
}

void
benefits_answers_read(struct bf_req *req, const struct bf_rights_held *set,
	const char *text, struct benefits_answers *out)
{
	char *rest = NULL, *pair;

	*out = (struct benefits_answers){ .set = set, .arena = bf_arena(req) };
	bf_right_unknown(set->rights, out->known);
	if (text == NULL)
		return;
	for (pair = strtok_r(bf_strdup(out->arena, text), " ", &rest); pair;
		pair = strtok_r(NULL, " ", &rest))
		pair_read(out, pair);
}

const char *
benefits_answers_write(const struct benefits_answers *answers)
{
	struct bf_buf *out = bf_buf_new(answers->arena, 0);
	size_t i;

	for (i = 0; i < answers->count; i++) {
		int fact = answers->order[i];

		bf_put_fmt(out, "%s%s=%s", i ? " " : "",
			answers->set->facts[fact].name, answers->text[fact]);
	}
	return out->data;
}

/* FIRST, else what is WRONG; a sum is wrong by its parts: then the last answer.
 */
static int
to_drop(const struct benefits_answers *answers, int first, int wrong)
{
	if (first >= 0 && answers->text[first])
		return first;
	return answers->text[wrong] ? wrong
				    : answers->order[answers->count - 1];
}

bool
benefits_answers_decide(struct benefits_answers *answers,
	struct bf_right_outcome **out, int *dropped)
{
	int wrong, first = *dropped;

	*dropped = -1;
	while (!bf_rights_decide(answers->arena, answers->set->rights,
		answers->set->day, answers->known, out, &wrong)) {
		if (answers->count == 0)
			return false;
		*dropped = to_drop(answers, first, wrong);
		benefits_answers_drop(answers, *dropped);
	}
	return true;
}
