/* Tells what stands in rule files about rights to who works on them: tests,
 * amounts, and what rests on what.
 */
#include "arena.h"
#include "req.h"
#include "rights_own.h"
#include <belfort/request.h>
#include <belfort/workshop.h>
#include <string.h>

#define BIT(n) ((uint64_t)1 << (n))

/* --- tests ---------------------------------------------------------------- */

static json_t *
test_json(struct bf_req *req, struct bf_arena *arena,
	const struct bf_rights *rights, size_t law,
	const struct bf_right_test *t)
{
	const char *values[] = { t->name, NULL, NULL, NULL }, *said = NULL;

	if (!bf_right_test(arena, rights, law, t, &values[1], &values[2]))
		said = bf_rule_fill(arena,
			bf_i18n_text(req->host->i18n, "core", req->lang,
				BF_N("The test “{1}” does not come out: it "
				     "should be {2}, and it is {3}.")),
			values);
	return json_pack("{s:s, s:i, s:s, s:b, s:s?}", "file",
		rights->shown[law].file, "line", t->line, "name", t->name,
		"passes", said == NULL, "said", said);
}

json_t *
bf_rights_tests(
	struct bf_req *req, const struct bf_rights *rights, const char *file)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_right_law *law = rights->laws;
	json_t *list = json_array();
	size_t i;

	for (; law < rights->laws + rights->count; law++)
		for (i = 0; i < law->test_count; i++) {
			if (file && strcmp(file, law->shown->file) != 0)
				continue;
			json_array_append_new(list,
				test_json(req, arena, rights,
					(size_t)(law - rights->laws),
					&law->tests[i]));
			bf_arena_reset(arena);
		}
	bf_arena_free(arena);
	return list;
}

/* --- amounts -------------------------------------------------------------- */

/* Whole, or with two decimals, or as many as it takes. */
const char *
bf_right_number(struct bf_arena *arena, struct bf_ratio number)
{
	char *text;
	size_t len;

	if (number.over == 1)
		return bf_printf(arena, "%lld", (long long)number.number);
	text = bf_printf(arena, "%.*f", BF_RIGHT_DECIMALS,
		(double)number.number / (double)number.over);
	for (len = strlen(text);
		text[len - 1] == '0' && strchr(text, '.') + 3 < text + len;)
		text[--len] = '\0';
	return text;
}

static json_t *
value_json(struct bf_arena *arena, const char *name,
	const struct bf_right_value *v)
{
	json_t *texts = json_array();
	size_t i;

	for (i = 0; i < v->count; i++)
		json_array_append_new(texts,
			json_string(bf_right_number(arena, v->values[i])));
	return json_pack("{s:s, s:b, s:o, s:s}", "name", name, "list", v->list,
		"text", texts, "since", bf_right_day_text(arena, v->from));
}

/* The name that comes after LAST in the alphabet, or NULL. */
static const struct bf_right_named *
named_after(const struct bf_right_law *law, const char *last)
{
	const struct bf_right_named *n, *found = NULL;

	for (n = law->named; n; n = n->next)
		if (strcmp(n->name, last) > 0
			&& (found == NULL || strcmp(n->name, found->name) < 0))
			found = n;
	return found;
}

static json_t *
values_json(struct bf_arena *arena, const struct bf_right_law *law, int32_t day)
{
	const struct bf_right_named *n = named_after(law, "");
	const struct bf_right_value *v;
	json_t *list = json_array();

	for (; n; n = named_after(law, n->name)) {
		v = bf_right_value_on(n, day);
		if (v)
			json_array_append_new(
				list, value_json(arena, n->name, v));
	}
	return list;
}

json_t *
bf_rights_amounts(struct bf_req *req, const struct bf_rights *rights, int rule)
{
	static const char *const sure[] = { NULL, "high", "medium", "low" };
	const struct bf_right_law *law = &rights->laws[rule];
	const struct bf_right_figures *f = law->figures;
	struct bf_arena *arena = bf_arena(req);
	json_t *list = json_array();

	for (; f < law->figures + law->figures_count; f++)
		json_array_append_new(list,
			json_pack("{s:s, s:s?, s:s?, s:s?, s:s?, s:o}", "from",
				bf_right_day_text(arena, f->from), "source",
				f->source.text, "url", f->source.url, "sure",
				sure[f->source.sure], "confirmed_until",
				f->says_until
					? bf_right_day_text(arena, f->until)
					: NULL,
				"values", values_json(arena, law, f->from)));
	return list;
}

/* --- what rests on what --------------------------------------------------- */

/* By bit: laws whose code is asked, and whose amount is. */
struct asked {
	uint64_t rights, amounts;
};

/* The laws with CODE, which may stand there for several times. */
static uint64_t
laws_with(const struct bf_rights *rights, const char *code)
{
	uint64_t which = 0;
	size_t i;

	for (i = 0; i < rights->count; i++)
		if (strcmp(rights->shown[i].code, code) == 0)
			which |= BIT(i);
	return which;
}

static void
node_look(const struct bf_rights *rights, const struct bf_rule_node *n,
	bool *seen, struct asked *out)
{
	size_t i;

	if (n == NULL || seen[n->place])
		return;
	seen[n->place] = true;
	if (n->op->code == RULE_RIGHT)
		out->rights |= laws_with(rights, n->text);
	if (n->op->code == RULE_RIGHT_AMOUNT)
		out->amounts |= laws_with(rights, n->text);
	for (i = 0; i < n->count; i++)
		node_look(rights, n->args[i], seen, out);
}

/* What law LAW asks by itself. */
static struct asked
asked_by_law(struct bf_arena *arena, const struct bf_rights *rights, size_t law)
{
	bool *seen = bf_alloc(arena, rights->node_count + 1);
	struct asked out = { 0 };

	node_look(rights, rights->laws[law].right, seen, &out);
	node_look(rights, rights->laws[law].amount, seen, &out);
	return out;
}

/* WHICH, and all that asks one of those, by others too. */
static uint64_t
asking(const struct bf_rights *rights, const struct asked *asked,
	uint64_t which)
{
	uint64_t before = 0;
	size_t i;

	while (which != before)
		for (before = which, i = 0; i < rights->count; i++)
			if ((asked[i].rights | asked[i].amounts) & which)
				which |= laws_with(
					rights, rights->shown[i].code);
	return which;
}

static json_t *
codes_json(const struct bf_rights *rights, uint64_t which)
{
	const char *last = "";
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < rights->count; i++)
		if ((which & BIT(i))
			&& strcmp(rights->shown[i].code, last) != 0) {
			last = rights->shown[i].code;
			json_array_append_new(list, json_string(last));
		}
	return list;
}

static json_t *
facts_json(const struct bf_rights *rights, uint64_t which)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < rights->fact_count; i++)
		if (which & BIT(i))
			json_array_append_new(
				list, json_string(rights->facts[i].name));
	return list;
}

static bool
same_values(const struct bf_right_value *a, const struct bf_right_value *b)
{
	return a->list == b->list && a->count == b->count
		&& memcmp(a->values, b->values, a->count * sizeof(*a->values))
		== 0;
}

/* The amounts of LAW that OTHER has under the same name. */
static void
names_share(const struct bf_right_law *law, const struct bf_right_law *other,
	json_t *list)
{
	const struct bf_right_named *n = named_after(law, ""), *o;

	for (; n; n = named_after(law, n->name)) {
		o = bf_right_named(other, n->name);
		if (o)
			json_array_append_new(list,
				json_pack("{s:s, s:s, s:b}", "code",
					other->shown->code, "amount", n->name,
					"same",
					same_values(n->newest, o->newest)));
	}
}

static json_t *
shares_json(const struct bf_rights *rights, const struct asked *asked,
	size_t rule, uint64_t own)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < rights->count; i++) {
		if (own & BIT(i))
			continue;
		names_share(&rights->laws[rule], &rights->laws[i], list);
		if (asked[i].amounts & own)
			json_array_append_new(list,
				json_pack("{s:s, s:n, s:b}", "code",
					rights->shown[i].code, "amount", "same",
					true));
	}
	return list;
}

json_t *
bf_rights_uses(struct bf_req *req, const struct bf_rights *rights, int rule)
{
	uint64_t own = laws_with(rights, rights->shown[rule].code);
	struct asked asked[BF_RIGHT_RULES] = { 0 };
	size_t i;

	for (i = 0; i < rights->count; i++)
		asked[i] = asked_by_law(bf_arena(req), rights, i);
	return json_pack("{s:o, s:o, s:o, s:o}", "asks",
		codes_json(rights, asked[rule].rights | asked[rule].amounts),
		"asked_by",
		codes_json(rights, asking(rights, asked, own) & ~own), "facts",
		facts_json(rights, rights->laws[rule].reads), "shares",
		shares_json(rights, asked, (size_t)rule, own));
}
