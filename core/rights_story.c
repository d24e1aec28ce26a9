/* Tells what is decided for one invented household, step by step. */
#include "req.h"
#include "rights_own.h"
#include "walk.h"
#include <belfort/request.h>
#include <belfort/workshop.h>
#include <string.h>

struct story {
	struct bf_req *req;
	const struct bf_rights *rights;
	struct bf_right_known known[BF_RIGHT_FACTS];
	json_t *wrong;
};

/* --- what is known -------------------------------------------------------- */

/* VALUE as bf_right_read() takes it; "" where it is none. */
static const char *
value_text(struct bf_arena *arena, const json_t *value)
{
	if (json_is_boolean(value))
		return json_is_true(value) ? "1" : "0";
	if (json_is_integer(value))
		return bf_printf(
			arena, "%lld", (long long)json_integer_value(value));
	if (json_is_real(value))
		return bf_printf(arena, "%.2f", json_real_value(value));
	return json_is_string(value) ? json_string_value(value) : "";
}

static void
wrong_put(struct story *s, const char *fact, const char *value)
{
	json_array_append_new(s->wrong,
		json_pack("{s:s, s:s}", "fact", fact, "value", value));
}

static void
known_read(struct story *s, json_t *known)
{
	const char *name, *text;
	json_t *value;
	int fact;

	bf_right_unknown(s->rights, s->known);
	json_object_foreach (known, name, value) {
		text = value_text(bf_arena(s->req), value);
		fact = bf_rights_fact(s->rights, name);
		if (*text
			&& (fact < 0
				|| !bf_right_read(
					s->rights, fact, text, s->known)))
			wrong_put(s, name, text);
	}
}

/* A fact that contradicts the rest is left out; the rest is, where that fact
 * was not given. */
static struct bf_right_outcome *
decide(struct story *s, int32_t day)
{
	struct bf_arena *arena = bf_arena(s->req);
	struct bf_right_outcome *out = NULL;
	struct bf_right_known *k;
	int wrong = -1;

	while (!bf_rights_decide(
		arena, s->rights, day, s->known, &out, &wrong)) {
		k = &s->known[wrong];
		if (k->low != k->high) {
			wrong_put(s, s->rights->facts[wrong].name, "");
			bf_right_unknown(s->rights, s->known);
			continue;
		}
		wrong_put(s, s->rights->facts[wrong].name,
			bf_right_value(arena, s->rights, wrong, k->low,
				bf_lang(s->req)));
		k->low = s->rights->facts[wrong].low;
		k->high = s->rights->facts[wrong].high;
	}
	return out;
}

/* --- what came out -------------------------------------------------------- */

json_t *
bf_right_steps(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_outcome *outcome, const char *lang)
{
	const struct bf_right_reason *r = outcome->reasons;
	json_t *list = json_array(), *holds;

	for (; r < outcome->reasons + outcome->reason_count; r++) {
		holds = r->state == BF_RIGHT_OPEN
			? json_null()
			: json_boolean(r->state == BF_RIGHT_YES);
		json_array_append_new(list,
			json_pack("{s:s, s:o, s:i}", "text",
				bf_right_reason_text(arena, rights, r, lang),
				"holds", holds, "line", r->line));
	}
	return list;
}

static json_t *
amount_json(const struct bf_right_rule *rule, const struct bf_right_outcome *o)
{
	if (!rule->has_amount || o->state == BF_RIGHT_NO
		|| o->state == BF_RIGHT_NOT_HELD)
		return json_null();
	return json_pack("{s:I, s:I, s:b}", "low", (json_int_t)o->low, "high",
		(json_int_t)o->high, "same", o->low == o->high);
}

static json_t *
lacks_json(const struct story *s, uint64_t lacks, int lang)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < s->rights->fact_count; i++)
		if (lacks >> i & 1)
			json_array_append_new(list,
				json_string(s->rights->facts[i].title[lang]));
	return list;
}

static json_t *
rule_json(const struct story *s, const struct bf_right_outcome *o)
{
	static const char *const states[] = { [BF_RIGHT_NO] = "no",
		[BF_RIGHT_YES] = "yes",
		[BF_RIGHT_OPEN] = "open",
		[BF_RIGHT_NOT_HELD] = "not_held" };
	const struct bf_right_rule *rule = &s->rights->shown[o->rule];
	struct bf_arena *arena = bf_arena(s->req);
	const char *lang = bf_lang(s->req);
	int at = bf_lang_index(lang);

	return json_pack("{s:s, s:s, s:s, s:i, s:{s:b}, s:o, s:s, s:o, s:o}",
		"code", rule->code, "title", rule->title[at], "file",
		rule->file, "line", rule->line, "state", states[o->state], 1,
		"amount", amount_json(rule, o), "sentence",
		bf_right_sentence(arena, s->rights, o, lang), "steps",
		bf_right_steps(arena, s->rights, o, lang), "lacks",
		lacks_json(s, o->lacks, at));
}

json_t *
bf_rights_story(struct bf_req *req, const struct bf_rights *rights, int32_t day,
	json_t *known)
{
	struct story s = {
		.req = req, .rights = rights, .wrong = json_array()
	};
	json_t *rules = json_array();
	struct bf_right_outcome *out;
	size_t i;

	known_read(&s, known);
	out = decide(&s, day);
	for (i = 0; i < rights->count; i++)
		json_array_append_new(rules, rule_json(&s, &out[i]));
	return json_pack("{s:s, s:o, s:o}", "day",
		bf_right_day_text(bf_arena(req), day), "wrong", s.wrong,
		"rules", rules);
}
