/* belfort rules remake: do decisions of before come out again, from the facts
 * and the version of the rules that are kept with them?
 */
#include "rights.h"
#include "rights_own.h"
#include "rules_desk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A version of the rules, loaded once. */
struct kept {
	int version;
	struct bf_rights *rights;
	struct kept *next;
};

struct remake {
	struct bf_desk *desk;
	struct kept *kept;
	size_t count, wrong;
};

/* The rules of VERSION; NULL: ERR says why not. */
static const struct bf_rights *
version_load(struct remake *r, int version, struct bf_err *err)
{
	struct bf_desk *d = r->desk;
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *files;
	struct kept *k;

	for (k = r->kept; k && k->version != version;)
		k = k->next;
	if (k == NULL) {
		k = bf_alloc(d->arena, sizeof(*k));
		k->version = version;
		if (!bf_desk_kept(
			    d, bf_printf(d->arena, "%d", version), &files, err))
			return NULL;
		if (!bf_rights_read(
			    d->arena, &d->scope, files, &k->rights, &fault)) {
			(void)bf_desk_fault(d, &fault, err);
			return NULL;
		}
		k->next = r->kept;
		r->kept = k;
	}
	return k->rights;
}

static const char *
word(json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

static void
facts_read(const struct bf_rights *rights, json_t *facts,
	struct bf_right_known *known)
{
	json_t *fact;
	size_t i;
	int place;

	bf_right_unknown(rights, known);
	json_array_foreach (facts, i, fact) {
		place = bf_rights_fact(rights, word(fact, "fact"));
		if (place < 0)
			continue;
		known[place].low = json_integer_value(
			json_object_get(fact, "low"));
		known[place].high = json_integer_value(
			json_object_get(fact, "high"));
	}
}

/* Whether O is what DECISION says: yes or no, how much, and why. */
static const char *
differs(struct bf_arena *arena, const struct bf_rights *rights,
	struct bf_right_outcome *o, json_t *decision)
{
	json_t *why = json_object_get(decision, "motivation");
	bool yes = strcmp(word(decision, "state"), "yes") == 0;
	size_t i;

	if (o->state != (yes ? BF_RIGHT_YES : BF_RIGHT_NO))
		return "another outcome";
	if (yes && rights->shown[o->rule].has_amount
		&& (o->low != o->high
			|| o->low
				!= json_integer_value(
					json_object_get(decision, "cents"))))
		return "another amount";
	o->confirmed = true;
	for (i = 0; i < BF_LANGS; i++)
		if (strcmp(bf_right_sentence(arena, rights, o, bf_langs[i]),
			    word(why, bf_langs[i]))
			!= 0)
			return "another reason";
	return NULL;
}

/* What is not as it was, or NULL. */
static const char *
remade(struct bf_arena *arena, const struct bf_rights *rights, json_t *decision)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *out;
	int rule, wrong;
	int32_t day;

	if (!bf_right_day(word(decision, "day"), &day))
		return "no day";
	rule = bf_rights_rule(rights, word(decision, "rule"), day);
	if (rule < 0)
		return "no such rule on that day";
	facts_read(rights, json_object_get(decision, "facts"), known);
	if (!bf_rights_decide(arena, rights, day, known, &out, &wrong))
		return "impossible facts";
	return differs(arena, rights, &out[rule], decision);
}

static bool
line_take(struct remake *r, const char *line, struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	json_t *decision = json_loads(line, 0, NULL);
	const struct bf_rights *rights = NULL;
	const char *why;

	if (decision)
		rights = version_load(r,
			(int)json_integer_value(
				json_object_get(decision, "version")),
			err);
	else
		(void)bf_err(err, "a line that is no JSON");
	if (rights) {
		r->count++;
		why = remade(arena, rights, decision);
		if (why)
			printf("%s: %s\n", word(decision, "number"), why);
		r->wrong += why != NULL;
	}
	json_decref(decision);
	bf_arena_free(arena);
	return rights != NULL;
}

bool
bf_rules_do_remake(struct bf_desk *d, struct bf_err *err)
{
	struct remake r = { .desk = d };
	char *line = NULL;
	size_t size = 0;
	bool good = true;

	while (good && getline(&line, &size, stdin) > 0)
		good = line[0] == '\n' || line_take(&r, line, err);
	free(line);
	if (!good)
		return false;
	printf("decisions=%zu different=%zu\n", r.count, r.wrong);
	return r.wrong == 0
		|| bf_err(err, "%zu decisions do not come out again", r.wrong);
}
