/* A household that nobody thought of: it answers what a rule asks, and has the
 * right where it can.
 */
#include "own.h"

#define TRIED 8 /* answers to a question */

/* The outcome of RULE; NULL: what is known cannot be. */
static const struct bf_right_outcome *
decided(struct bf_req *req, const struct policy_invention *of,
	const struct bf_right_known *known)
{
	struct bf_right_outcome *all;
	int wrong;

	if (!bf_rights_decide(
		    bf_arena(req), of->rights, of->day, known, &all, &wrong))
		return NULL;
	return &all[of->rule];
}

/* Answers to FACT that are worth a try, the likeliest first; how many. */
static size_t
answers(const struct policy_invention *of, const struct bf_right_fact *fact,
	int64_t *out)
{
	static const int years[] = { 40, 8, 70, 1, 20, 0 };
	static const int64_t euros[] = { 1500000, 0, 100000, 5000000 };
	size_t n = 0;
	int64_t i;

	if (fact->kind == BF_RIGHT_YESNO)
		out[n++] = 1, out[n++] = 0;
	else if (fact->kind == BF_RIGHT_DATE)
		for (; n < 6; n++)
			out[n] = of->day - (int64_t)years[n] * 365;
	else if (fact->kind == BF_RIGHT_EURO)
		for (; n < 4; n++)
			out[n] = euros[n];
	else
		for (i = 0; i < TRIED; i++)
			out[n++] = fact->low + i;
	return n;
}

/* Answer FACT so that the right is not lost, if there is such an answer. */
static void
answer(struct bf_req *req, const struct policy_invention *of,
	const struct bf_right_fact *fact, struct bf_right_known *known,
	struct bf_right_known *one)
{
	const struct bf_right_outcome *outcome;
	int64_t tries[TRIED];
	size_t i, count = answers(of, fact, tries);

	for (i = count; i-- > 0;) {
		if (tries[i] < fact->low || tries[i] > fact->high)
			tries[i] = fact->low;
	}
	for (i = 0; i < count; i++) {
		one->low = one->high = tries[i];
		outcome = decided(req, of, known);
		if (outcome && outcome->state != BF_RIGHT_NO)
			return;
	}
	one->low = one->high = tries[0];
}

static const char *
value_text(struct bf_req *req, const struct bf_right_fact *fact, int64_t value)
{
	switch (fact->kind) {
	case BF_RIGHT_YESNO:
		return value ? "ja" : "nee";
	case BF_RIGHT_CHOICE:
		return fact->choices[value].code;
	case BF_RIGHT_DATE:
		return bf_right_day_text(bf_arena(req), (int32_t)value);
	case BF_RIGHT_EURO:
		return bf_printf(bf_arena(req), "%lld.%02lld",
			(long long)value / 100, (long long)value % 100);
	default:
		return bf_printf(bf_arena(req), "%lld", (long long)value);
	}
}

/* The fact that the rule waits for most: what is asked, else what a database
 * would say; -1: none. */
static int
next_fact(struct bf_req *req, const struct policy_invention *of,
	const struct bf_right_known *known)
{
	const struct bf_right_outcome *outcome;
	struct bf_right_question ask;
	int fact;

	if (bf_rights_ask(of->rights, of->day, known, UINT64_C(1) << of->rule,
		    0, &ask, 1)
		> 0)
		return ask.fact;
	outcome = decided(req, of, known);
	for (fact = 0; outcome && fact < BF_RIGHT_FACTS; fact++)
		if (outcome->lacks >> fact & 1)
			return fact;
	return -1;
}

json_t *
policy_invent(struct bf_req *req, const struct policy_invention *of)
{
	const struct bf_right_fact *facts;
	struct bf_right_known *known;
	json_t *out = json_object();
	size_t count, n;
	int fact;

	facts = bf_rights_facts(of->rights, &count);
	known = bf_alloc(bf_arena(req), count * sizeof(*known));
	bf_right_unknown(of->rights, known);
	for (n = 0; n < count; n++) {
		fact = next_fact(req, of, known);
		if (fact < 0)
			break;
		answer(req, of, &facts[fact], known, &known[fact]);
		json_object_set_new(out, facts[fact].name,
			json_string(value_text(
				req, &facts[fact], known[fact].low)));
	}
	return out;
}
