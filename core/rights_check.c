/* Runs the tests that stand in files about rights. */
#include "arena.h"
#include "rights_own.h"
#include <belfort/buf.h>
#include <string.h>

static const char *
state_name(enum bf_right_state state)
{
	static const char *const names[] = { "nee", "ja", "onbekend",
		"niet van kracht" };

	return names[state];
}

static const char *
amount_text(struct bf_arena *arena, int64_t low, int64_t high)
{
	if (low == high)
		return bf_printf(arena, "%.2f", (double)low / 100);
	return bf_printf(
		arena, "{ %.2f, %.2f }", (double)low / 100, (double)high / 100);
}

/* What is asked first for rule RULE, or -1. */
static int
asks(const struct bf_rights *rights, const struct bf_right_test *t, int rule)
{
	struct bf_right_question q;

	return bf_rights_ask(
		       rights, t->day, t->known, (uint64_t)1 << rule, 0, &q, 1)
		? q.fact
		: -1;
}

static const char *
fact_name(const struct bf_rights *rights, int fact)
{
	return fact < 0 ? "-" : rights->facts[fact].name;
}

/* What T wants and what came out, of the first thing that differs; false when
 * nothing does. */
static bool
differs(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_test *t, const struct bf_right_outcome *got,
	const char **want, const char **is)
{
	int fact;

	if (t->has_state && t->state != got->state) {
		*want = state_name(t->state);
		*is = state_name(got->state);
		return true;
	}
	if (t->has_amount && (t->low != got->low || t->high != got->high)) {
		*want = amount_text(arena, t->low, t->high);
		*is = amount_text(arena, got->low, got->high);
		return true;
	}
	if (t->asks < 0)
		return false;
	fact = asks(rights, t, got->rule);
	*want = fact_name(rights, t->asks);
	*is = fact_name(rights, fact);
	return fact != t->asks;
}

bool
bf_right_test(struct bf_arena *arena, const struct bf_rights *rights,
	size_t law, const struct bf_right_test *t, const char **want,
	const char **is)
{
	struct bf_right_outcome *out;
	int wrong;

	if (!bf_rights_decide(arena, rights, t->day, t->known, &out, &wrong)) {
		*want = "-";
		*is = fact_name(rights, wrong);
		return false;
	}
	return !differs(arena, rights, t, &out[law], want, is);
}

bool
bf_rights_test_all(struct bf_rights *rights, struct bf_rule_fault *fault)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_right_law *law;
	const char *want, *is;
	size_t i, k;
	bool good = true;

	for (i = 0; i < rights->count && good; i++)
		for (law = &rights->laws[i], k = 0; k < law->test_count && good;
			k++)
			good = bf_right_test(arena, rights, i, &law->tests[k],
				       &want, &is)
				|| bf_rule_fail(rights->arena,
					rights->scope->i18n, fault,
					law->shown->file, law->tests[k].line,
					BF_N("The test “{1}” does not come "
					     "out: it should be {2}, and it is "
					     "{3}."),
					law->tests[k].name, want, is,
					(char *)NULL);
	bf_arena_free(arena);
	return good;
}
