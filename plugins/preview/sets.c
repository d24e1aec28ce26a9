/* Two sets of rules, and on which rules they can differ. */
#include "own.h"
#include <belfort/workshop.h>
#include <string.h>

const struct bf_kind preview_broken = { "preview_broken", 422,
	BF_N("These rules cannot be read, so nothing can be worked out.") };

static void
rights_free(void *rights)
{
	bf_rights_free(rights);
}

const char *
word(json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

/* Names and texts in their order say what the set is. */
static const char *
hash_of(struct bf_req *req, const struct bf_right_file *files, size_t count)
{
	struct bf_buf *all = bf_buf_new(bf_arena(req), 65536);
	unsigned char hash[BF_HASH];
	size_t i;

	for (i = 0; i < count; i++) {
		bf_put_fmt(all, "%s %zu\n", files[i].name, files[i].len);
		bf_put(all, files[i].text, files[i].len);
	}
	bf_hash(all->data, all->len, hash);
	return bf_hex(bf_arena(req), hash, sizeof(hash));
}

/* --- sets that are kept -----------------------------------------------------
 */

/* Those that were asked last, by the hash of their files: more than one request
 * needs. */
static struct kept {
	const char *hash;
	struct bf_arena *arena;
	struct bf_rights *rights;
	unsigned long used;
} kept[4];
static unsigned long turn;

void
sets_forget(void)
{
	struct kept *k = kept;

	for (; k < kept + sizeof(kept) / sizeof(kept[0]); k++) {
		bf_rights_free(k->rights);
		bf_arena_free(k->arena);
		*k = (struct kept){ 0 };
	}
}

/* The one with HASH, or the one that was not asked for longest. */
static struct kept *
kept_find(const char *hash)
{
	struct kept *k = kept, *old = k;

	for (; k < kept + sizeof(kept) / sizeof(kept[0]); k++) {
		if (k->hash && strcmp(k->hash, hash) == 0)
			return k;
		if (k->used < old->used)
			old = k;
	}
	return old;
}

static void
kept_put(struct kept *k, const struct set *set)
{
	bf_rights_free(k->rights);
	bf_arena_free(k->arena);
	*k = (struct kept){ .arena = bf_arena_new(), .rights = set->rights };
	k->hash = bf_strdup(k->arena, set->hash);
}

static bool
load(struct bf_req *req, const struct bf_right_file *files, size_t count,
	struct set *set)
{
	struct bf_right_fault fault = { 0 };

	return bf_rights_try(req, files, count, &set->rights, &fault)
		|| bf_fail(req, &preview_broken, "%s:%d: %s", fault.file,
			fault.line, fault.text[1]);
}

bool
set_load(struct bf_req *req, struct set *set, bool keep)
{
	const struct bf_right_file *files;
	size_t count = bf_right_files_read(req, set->files, &files);
	struct kept *k;

	set->hash = hash_of(req, files, count);
	k = kept_find(set->hash);
	if (k->hash && strcmp(k->hash, set->hash) == 0)
		set->rights = k->rights;
	else if (!load(req, files, count, set))
		return false;
	else if (keep)
		kept_put(k, set);
	else
		bf_defer(bf_arena(req), rights_free, set->rights);
	if (set->rights == k->rights)
		k->used = ++turn;
	return true;
}

/* --- what differs ----------------------------------------------------------
 */

bool
file_same(const struct pair *pair, const char *name)
{
	return json_equal(bf_json_named(pair->base.files, name),
		bf_json_named(pair->with.files, name));
}

static bool
has_rule(const struct set *set, const char *file)
{
	size_t count, i;
	const struct bf_right_rule *rules = bf_rights_rules(
		set->rights, &count);

	for (i = 0; i < count; i++)
		if (strcmp(rules[i].file, file) == 0)
			return true;
	return false;
}

/* The files without a rule have the facts, on which all rests. */
static bool
facts_same(const struct pair *pair)
{
	json_t *file;
	size_t i;

	json_array_foreach (pair->base.files, i, file)
		if (!has_rule(&pair->base, word(file, "name"))
			&& !file_same(pair, word(file, "name")))
			return false;
	return true;
}

/* CODES: {"code": true} of rules on which SET can come out otherwise. */
static void
codes_put(struct bf_req *req, const struct pair *pair, const struct set *set,
	bool all, json_t *codes)
{
	size_t count, i, k;
	const struct bf_right_rule *rules = bf_rights_rules(
		set->rights, &count);
	json_t *uses, *code;

	for (i = 0; i < count; i++) {
		if (!all && file_same(pair, rules[i].file))
			continue;
		json_object_set_new(codes, rules[i].code, json_true());
		uses = bf_rights_uses(req, set->rights, (int)i);
		json_array_foreach (json_object_get(uses, "asked_by"), k, code)
			json_object_set_new(
				codes, json_string_value(code), json_true());
		json_decref(uses);
	}
}

static const struct bf_right_rule *
rule_at(const struct set *set, int place)
{
	size_t count;
	const struct bf_right_rule *rules = bf_rights_rules(
		set->rights, &count);

	return place < 0 ? NULL : &rules[place];
}

/* How often a year an amount is given. */
int64_t
times_a_year(const struct bf_right_rule *rule)
{
	static const int times[] = { [BF_RIGHT_NO_PERIOD] = 1,
		[BF_RIGHT_DAY] = 365,
		[BF_RIGHT_WEEK] = 52,
		[BF_RIGHT_MONTH] = 12,
		[BF_RIGHT_QUARTER] = 4,
		[BF_RIGHT_YEAR] = 1,
		[BF_RIGHT_ONCE] = 1 };

	return times[rule->period];
}

/* What a household can get of it in a year, by the text alone; no more than
 * YEAR_MOST, so that sums of a city stay within 64 bits: one that wraps would
 * tell on which side of the edge it is. */
static int64_t
most_of(const struct set *set, int place, int32_t day)
{
	const struct bf_right_rule *rule = rule_at(set, place);
	int64_t most = rule == NULL
		? 0
		: bf_rights_most(set->rights, place, day) * times_a_year(rule)
			* (rule->person ? PERSONS_COUNTED : 1);

	return most > YEAR_MOST ? YEAR_MOST : most;
}

static bool
is_price(const struct bf_right_rule *rule)
{
	return rule && rule->amount_is == BF_RIGHT_PRICE;
}

static void
touched_put(struct pair *pair, const char *code)
{
	struct touched *t = &pair->touched[pair->count];
	int64_t with;

	t->base = bf_rights_rule(pair->base.rights, code, pair->day);
	t->with = bf_rights_rule(pair->with.rights, code, pair->day);
	if ((t->base < 0 && t->with < 0) || pair->count == BF_RIGHT_RULES)
		return;
	t->rule = rule_at(&pair->with, t->with);
	if (t->rule == NULL)
		t->rule = rule_at(&pair->base, t->base);
	/* What people paid is no cost of before. */
	t->before = is_price(t->rule)
			|| !is_price(rule_at(&pair->base, t->base))
		? most_of(&pair->base, t->base, pair->day)
		: 0;
	with = most_of(&pair->with, t->with, pair->day);
	t->most = with > t->before ? with : t->before;
	pair->count++;
}

/* Bit N: fact N of the second set, which a touched rule of it asks. */
static uint64_t
asked_of(const struct pair *pair)
{
	const struct bf_right_rule *rule;
	uint64_t asked = 0;
	size_t i;

	for (i = 0; i < pair->count; i++) {
		rule = rule_at(&pair->with, pair->touched[i].with);
		asked |= rule ? rule->reads : 0;
	}
	return asked;
}

json_t *
pair_lacks(struct bf_req *req, const struct pair *pair, json_t *named,
	json_t *declared, bool coming)
{
	uint64_t asked = asked_of(pair);
	json_t *out = json_array();
	const struct bf_right_fact *facts;
	size_t count, i;

	facts = bf_rights_facts(pair->with.rights, &count);
	for (i = 0; i < count; i++)
		if (asked >> i & 1 && !bf_json_named(named, facts[i].name)
			&& coming == !!bf_json_named(declared, facts[i].name))
			json_array_append_new(out,
				json_pack("{s:s, s:s, s:s}", "name",
					facts[i].name, "title",
					bf_right_said(req, facts[i].title),
					"source", facts[i].source));
	return out;
}

void
pair_touch(struct bf_req *req, struct pair *pair)
{
	bool all = !facts_same(pair);
	json_t *codes = json_object(), *yes;
	const char *code;

	pair->count = 0;
	codes_put(req, pair, &pair->base, all, codes);
	codes_put(req, pair, &pair->with, all, codes);
	json_object_foreach (codes, code, yes)
		touched_put(pair, code);
	json_decref(codes);
}
