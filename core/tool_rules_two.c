/* belfort rules publish --from: changes of two people, by the feature that is
 * the workshop.
 */
#include "permit.h"
#include "rules_desk.h"
#include <belfort/json.h>
#include <stdio.h>
#include <stdlib.h>

/* --- the workshop --------------------------------------------------------- */

bool
bf_workshop_find(struct bf_desk *d, json_t **out, struct bf_err *err)
{
	const char *features;

	*out = bf_describe_with(d->pools, "workshop");
	features = json_string_value(
		json_object_get(json_object_get(*out, "workshop"), "features"));
	return (features && bf_has_word(features, d->scope.feature))
		|| bf_err(err,
			"%s: no plugin takes drafts of it; policy does, of "
			"benefits and budget",
			d->scope.feature);
}

/* Call the workshop's function ACT with DOC, which is used up, in a transaction
 * that stays open. */
static bool
ask(struct bf_desk *d, json_t *workshop, const char *act, json_t *doc,
	json_t **out, struct bf_err *err)
{
	const char *const values[] = { bf_rules_dump(d->arena, doc), NULL };
	const char *tool = json_string_value(
		json_object_get(json_object_get(workshop, "workshop"), "tool"));
	PGresult *res;

	json_decref(doc);
	if (!bf_admin_run(d->conn, NULL, "begin", err)
		|| !bf_admin_become(d->arena, d->conn,
			json_string_value(json_object_get(workshop, "name")),
			err)
		|| !bf_admin_rows(d->arena, d->conn,
			bf_printf(
				d->arena, "select %s_%s($1::json)", tool, act),
			values, &res, err))
		return false;
	*out = json_loads(PQgetvalue(res, 0, 0), 0, NULL);
	bf_json_keep(d->arena, *out);
	return true;
}

bool
bf_workshop_ask(struct bf_desk *d, json_t *workshop, const char *act,
	json_t *doc, json_t **out, struct bf_err *err)
{
	return ask(d, workshop, act, doc, out, err)
		&& bf_admin_run(d->conn, NULL, "commit", err);
}

/* Whether the files of a draft are good, all of them together. */
static bool
files_good(struct bf_desk *d, json_t *answer, struct bf_err *err)
{
	struct bf_rule_files *files = bf_rules_files_from(
		d->arena, d->scope.feature, json_object_get(answer, "files"));
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_set *set;

	return bf_desk_load(d, files, &set, err)
		&& (bf_rules_test_all(d->arena, set, &fault)
			|| bf_desk_fault(d, &fault, err));
}

bool
bf_workshop_act(struct bf_desk *d, json_t *workshop, const char *act,
	json_t *doc, json_t **out, struct bf_err *err)
{
	return ask(d, workshop, act, doc, out, err) && files_good(d, *out, err)
		&& bf_admin_run(d->conn, NULL, "commit", err);
}

/* The same for who may do WORD with drafts. */
static bool
act(struct bf_desk *d, json_t *workshop, const char *word, const char *name,
	json_t *doc, json_t **out, struct bf_err *err)
{
	return bf_tool_may(d->tool, d->pools, d->conn, workshop, word, err)
		&& bf_workshop_act(d, workshop, name, doc, out, err);
}

static const char *
page_of(struct bf_desk *d, json_t *workshop, json_t *answer)
{
	return bf_printf(d->arena, "%s%s/%lld", d->tool->settings->url,
		json_string_value(json_object_get(
			json_object_get(workshop, "workshop"), "page")),
		(long long)json_integer_value(json_object_get(
			json_object_get(answer, "draft"), "id")));
}

/* --- who writes ------------------------------------------------------------
 */

/* What changed in the folder; in another folder than background work looks at,
 * all that is otherwise than in force. */
static bool
disk_find(struct bf_desk *d, struct bf_rule_disk *f, struct bf_err *err)
{
	if (!bf_desk_files(d, &f->files, err)
		|| !bf_rules_kept(
			d->arena, d->conn, d->scope.feature, 0, &f->before, err)
		|| (d->tool->folder == NULL
			&& !bf_rules_seen(d->arena, d->conn, d->scope.feature,
				&f->seen, err)))
		return false;
	bf_rules_disk_find(d->arena, f);
	return f->before
		|| bf_err(err,
			"%s: no rules are in force yet; belfort rules publish "
			"without --from puts the first there",
			d->scope.feature);
}

static void
offered_say(struct bf_desk *d, json_t *workshop, json_t *answer)
{
	json_t *draft = json_object_get(answer, "draft"), *name;
	const char *number = bf_printf(d->arena, "%lld.%lld",
		(long long)json_integer_value(json_object_get(draft, "id")),
		(long long)json_integer_value(
			json_object_get(draft, "edition")));
	size_t i;

	bf_desk_say(d,
		BF_N("{1}: draft {2} waits for a second person. It changes:\n"),
		d->scope.feature, number, NULL, NULL);
	json_array_foreach (json_object_get(draft, "names"), i, name)
		printf("  %s\n", json_string_value(name));
	bf_desk_say(d,
		BF_N("They look at it and put it in force on\n  {1}\nor with\n"
		     "  belfort rules publish {2} {3} --from {4} --reason "
		     "\"...\"\n"),
		page_of(d, workshop, answer), d->scope.feature, number,
		d->tool->from);
}

bool
bf_rules_do_offer(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_disk f = { 0 };
	json_t *workshop, *answer;

	if (!bf_workshop_find(d, &workshop, err) || !bf_desk_database(d, err)
		|| !disk_find(d, &f, err)
		|| !act(d, workshop, "write", "offer",
			json_pack("{s:s, s:s, s:s, s:s, s:o}", "feature",
				d->scope.feature, "login",
				bf_tool_login(d->arena), "from", d->tool->from,
				"reason", d->tool->reason, "files",
				bf_rules_changes_json(
					d->arena, &f, f.changes, f.count)),
			&answer, err))
		return false;
	offered_say(d, workshop, answer);
	return d->tool->folder
		|| bf_rules_look(d->arena, d->conn, d->scope.feature, f.files,
			&fault, err);
}

/* --- who puts in force -----------------------------------------------------
 */

static bool
is_whole(const char *word, int end)
{
	return end > 0 && word[end] == '\0';
}

bool
bf_workshop_draft(struct bf_desk *d, json_t *doc, struct bf_err *err)
{
	const char *word = d->words[0];
	int edition, part = 0, whole = 0;
	long long draft = 0;

	if (sscanf(word, "%18lld%n.%9d%n", &draft, &part, &edition, &whole) < 1
		|| draft < 1
		|| !(is_whole(word, part) || is_whole(word, whole)))
		return bf_err(err,
			"%s: a draft is said as 12, or as 12.3 with the "
			"edition that you read",
			word);
	json_object_set_new(doc, "draft", json_integer(draft));
	if (whole > 0)
		json_object_set_new(doc, "edition", json_integer(edition));
	return true;
}

bool
bf_rules_do_order(struct bf_desk *d, struct bf_err *err)
{
	json_t *workshop, *answer;
	json_t *doc = json_pack("{s:s, s:s, s:s, s:s?, s:s}", "feature",
		d->scope.feature, "login", bf_tool_login(d->arena), "from",
		d->tool->from, "until", d->tool->until, "reason",
		d->tool->reason);

	bf_json_keep(d->arena, doc);
	if (!bf_workshop_draft(d, doc, err)
		|| !bf_workshop_find(d, &workshop, err)
		|| !bf_desk_database(d, err)
		|| !act(d, workshop, "publish", "publish", json_incref(doc),
			&answer, err))
		return false;
	bf_desk_say(d,
		BF_N("{1}: draft {2} comes in force from {3}. How that goes "
		     "stands on\n  {4}\n"),
		d->scope.feature, d->words[0], d->tool->from,
		page_of(d, workshop, answer));
	return true;
}
