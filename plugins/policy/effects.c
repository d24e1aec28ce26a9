/* What a draft does beside what it changes: rights that rest on it, rules with
 * the same amounts, letters, decisions to look at.
 */
#include "own.h"
#include <string.h>

#define CODES 128

const struct bf_query policy_effects_query = { "policy.effects", "id codes" };

/* Rights in the order in which they were found, each once. */
struct codes {
	const char *list[CODES];
	size_t count;
};

static bool
code_add(struct codes *codes, const char *code)
{
	size_t i;

	for (i = 0; i < codes->count; i++)
		if (strcmp(codes->list[i], code) == 0)
			return false;
	if (codes->count == CODES)
		return false;
	codes->list[codes->count++] = code;
	return true;
}

/* Those of RIGHTS that stand in a file of NAMES. */
static void
changed_add(const struct bf_rights *rights, const json_t *names,
	struct codes *codes)
{
	const struct bf_right_rule *rules;
	size_t count = 0, i, n;
	json_t *name;

	rules = rights ? bf_rights_rules(rights, &count) : NULL;
	for (i = 0; i < count; i++)
		json_array_foreach (names, n, name)
			if (strcmp(rules[i].file, json_string_value(name)) == 0)
				(void)code_add(codes, rules[i].code);
}

/* The place of a rule with CODE, or -1. */
static int
place(const struct bf_rights *rights, const char *code)
{
	size_t count, i;
	const struct bf_right_rule *rules = bf_rights_rules(rights, &count);

	for (i = 0; i < count; i++)
		if (strcmp(rules[i].code, code) == 0)
			return (int)i;
	return -1;
}

/* Those that ask a right of CODES, and those that ask these. */
static void
resting_add(
	struct bf_req *req, const struct bf_rights *rights, struct codes *codes)
{
	json_t *uses, *by;
	size_t i, n;
	int at;

	for (i = 0; rights && i < codes->count; i++) {
		at = place(rights, codes->list[i]);
		if (at < 0)
			continue;
		uses = bf_rights_uses(req, rights, at);
		json_array_foreach (json_object_get(uses, "asked_by"), n, by)
			(void)code_add(codes,
				bf_strdup(
					bf_arena(req), json_string_value(by)));
		json_decref(uses);
	}
}

static const char *
joined(struct bf_req *req, const struct codes *codes)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	size_t i;

	for (i = 0; i < codes->count; i++)
		bf_put_fmt(out, "%s%s", i ? " " : "", codes->list[i]);
	return out->data;
}

const char *
policy_concerned(struct bf_req *req, const struct bf_rights *now,
	const struct bf_rights *then, const json_t *names)
{
	struct codes codes = { .count = 0 };

	changed_add(now, names, &codes);
	changed_add(then, names, &codes);
	resting_add(req, now, &codes);
	resting_add(req, then, &codes);
	return joined(req, &codes);
}

/* --- on the page of a draft ------------------------------------------------
 */

static json_t *
names_of(json_t *doc)
{
	json_t *names = json_array(), *file;
	size_t i;

	json_array_foreach (json_object_get(doc, "files"), i, file)
		json_array_append(names, json_object_get(file, "name"));
	return names;
}

/* The rules of the draft, or those in force where it does not load; and those
 * in force, for what the draft removes. */
struct both {
	const struct bf_rights *rights, *now;
};

static const char *
title_of(struct bf_req *req, const struct both *both, const char *code)
{
	const struct bf_rights *of = place(both->rights, code) < 0
		? both->now
		: both->rights;
	size_t count;
	int at = of ? place(of, code) : -1;

	return at < 0
		? code
		: bf_right_said(req, bf_rights_rules(of, &count)[at].title);
}

/* Each concerned right: whether the draft changes it itself, who has it, what
 * waits for a person, and with which rights it shares amounts. */
static void
rights_put(struct bf_req *req, json_t *effects, const struct both *both,
	const struct codes *changed)
{
	json_t *row, *uses, *share;
	const char *code;
	size_t i, n;
	int at;

	json_array_foreach (json_object_get(effects, "now"), i, row) {
		json_t *shares = json_array();

		code = json_string_value(json_object_get(row, "code"));
		at = place(both->rights, code);
		uses = at < 0 ? NULL : bf_rights_uses(req, both->rights, at);
		json_array_foreach (json_object_get(uses, "shares"), n, share)
			json_array_append_new(shares,
				json_pack("{s:s, s:O, s:O}", "title",
					title_of(req, both,
						json_string_value(
							json_object_get(share,
								"code"))),
					"amount",
					json_object_get(share, "amount"),
					"same",
					json_object_get(share, "same")));
		json_decref(uses);
		json_object_set_new(
			row, "title", json_string(title_of(req, both, code)));
		json_object_set_new(row, "gone", json_boolean(at < 0));
		json_object_set_new(
			row, "itself", json_boolean(i < changed->count));
		json_object_set_new(row, "shares",
			json_array_size(shares)
				? json_pack("{s:O}", "rows", shares)
				: json_null());
		json_decref(shares);
	}
}

/* The letter as it will go out, to somebody who has all of it. */
static bool
letter_put(struct bf_req *req, json_t *effects)
{
	json_t *letter = json_object_get(effects, "letter");
	const char *path = json_string_value(json_object_get(letter, "path"));
	const char *text;

	if (json_is_null(json_object_get(letter, "rights")))
		return json_object_set_new(effects, "letter", json_null()) == 0;
	json_object_set_new(letter, "link",
		json_string(bf_printf(bf_arena(req), "%s%s", bf_site(req),
			path ? path : "")));
	if (!bf_render(req, "letter", bf_lang(req), letter, &text))
		return false;
	text += strspn(text, "\n");
	json_object_set_new(effects, "letter", json_string(text));
	return true;
}

bool
policy_effects(struct bf_req *req, json_t *doc, const struct bf_rights *then)
{
	struct codes changed = { .count = 0 };
	struct bf_rights_held set;
	json_t *names, *effects;

	if (!bf_rights_hold(req, &policy_in_force, &policy_version_texts, &set))
		return false;
	names = names_of(doc);
	changed_add(set.rights, names, &changed);
	changed_add(then, names, &changed);
	bf_set(req, "codes", policy_concerned(req, set.rights, then, names));
	json_decref(names);
	if (changed.count == 0)
		return true;
	if (!bf_query_json(req, &policy_effects_query, &effects)
		|| !letter_put(req, effects))
		return false;
	rights_put(req, effects,
		&(struct both){ then ? then : set.rights, set.rights },
		&changed);
	json_object_set(doc, "effects", effects);
	return true;
}
