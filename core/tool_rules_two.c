/* belfort rules publish --from, belfort rules preview: changes of two people,
 * by the feature that is the workshop.
 */
#include "permit.h"
#include "rules_desk.h"
#include <belfort/json.h>
#include <stdio.h>
#include <stdlib.h>

/* --- the workshop --------------------------------------------------------- */

static bool
workshop_find(struct bf_desk *d, json_t **out, struct bf_err *err)
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

/* The same for who may do WORD with drafts; what it did stays when the files of
 * the draft are good. */
static bool
act(struct bf_desk *d, json_t *workshop, const char *word, const char *name,
	json_t *doc, json_t **out, struct bf_err *err)
{
	return bf_tool_may(d->tool, d->pools, d->conn, workshop, word, err)
		&& ask(d, workshop, name, doc, out, err)
		&& files_good(d, *out, err)
		&& bf_admin_run(d->conn, NULL, "commit", err);
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

	if (!workshop_find(d, &workshop, err) || !bf_desk_database(d, err)
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

/* WORD: a draft, and the edition of it that was read: "12.3". */
static bool
number_read(
	const char *word, long long *draft, int *edition, struct bf_err *err)
{
	int end = 0;

	return (sscanf(word, "%18lld.%9d%n", draft, edition, &end) == 2
		       && word[end] == '\0')
		|| bf_err(err,
			"%s: a draft is said as 12.3, its number and the "
			"edition that you read",
			word);
}

bool
bf_rules_do_order(struct bf_desk *d, struct bf_err *err)
{
	json_t *workshop, *answer;
	long long draft;
	int edition;

	if (!number_read(d->words[0], &draft, &edition, err)
		|| !workshop_find(d, &workshop, err)
		|| !bf_desk_database(d, err)
		|| !act(d, workshop, "publish", "publish",
			json_pack("{s:s, s:I, s:i, s:s, s:s, s:s?, s:s}",
				"feature", d->scope.feature, "draft",
				(json_int_t)draft, "edition", edition, "login",
				bf_tool_login(d->arena), "from", d->tool->from,
				"until", d->tool->until, "reason",
				d->tool->reason),
			&answer, err))
		return false;
	bf_desk_say(d,
		BF_N("{1}: draft {2} comes in force from {3}. How that goes "
		     "stands on\n  {4}\n"),
		d->scope.feature, d->words[0], d->tool->from,
		page_of(d, workshop, answer));
	return true;
}

/* --- what it does -----------------------------------------------------------
 */

/* A number of households, as ROW's page shows it. */
static const char *
count_of(const struct bf_desk *d, json_t *row, const char *name)
{
	json_t *count = json_object_get(row, name);

	return json_is_true(json_object_get(count, "few"))
		? bf_desk_text(d, BF_N("fewer than 10"))
		: bf_desk_number(
			d, json_integer_value(json_object_get(count, "is")));
}

/* What cannot be told is null. */
static const char *
euro_of(const struct bf_desk *d, json_t *row, const char *name)
{
	json_t *cents = json_object_get(row, name);

	return json_is_integer(cents)
		? bf_desk_euro(d, json_integer_value(cents))
		: "–";
}

static void
rule_say(const struct bf_desk *d, json_t *rule)
{
	puts(json_string_value(
		json_object_get(json_object_get(rule, "titles"), d->lang)));
	bf_desk_say(d,
		BF_N("  {1} households gain, {2} lose, {3} become unknown\n"),
		count_of(d, rule, "gains"), count_of(d, rule, "loses"),
		count_of(d, rule, "unknown"), NULL);
	bf_desk_say(d, BF_N("  a year it costs {1} now, and {2} then\n"),
		euro_of(d, rule, "cost_before"), euro_of(d, rule, "cost_after"),
		NULL, NULL);
}

static void
preview_say(const struct bf_desk *d, json_t *document)
{
	json_t *rules = json_object_get(document, "rules"), *rule;
	size_t i;

	bf_desk_say(d, BF_N("With what was known on {1}, and with noise:\n"),
		json_string_value(json_object_get(document, "data_day")), NULL,
		NULL, NULL);
	json_array_foreach (rules, i, rule)
		rule_say(d, rule);
}

/* What its page worked out: only the pool of previews has the city and the
 * secret of the noise, and counts what is asked. */
bool
bf_rules_do_preview(struct bf_desk *d, struct bf_err *err)
{
	json_t *workshop, *answer, *document;
	char *end;
	long long draft = d->words[0] ? strtoll(d->words[0], &end, 10) : 0;

	if (draft < 1 || *end != '\0')
		return bf_err(err, "say which draft: 12");
	if (!workshop_find(d, &workshop, err) || !bf_desk_database(d, err)
		|| !ask(d, workshop, "preview",
			json_pack("{s:s, s:I, s:s}", "feature",
				d->scope.feature, "draft", (json_int_t)draft,
				"login", bf_tool_login(d->arena)),
			&answer, err)
		|| !bf_admin_run(d->conn, NULL, "commit", err))
		return false;
	document = json_object_get(json_object_get(answer, "kept"), "document");
	if (document == NULL)
		return bf_err(err,
			"nobody tried draft %s on the city as it is now: its "
			"page does, %s",
			d->words[0], page_of(d, workshop, answer));
	preview_say(d, document);
	return true;
}
