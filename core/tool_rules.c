/* belfort rules: what policy staff do with rule files before, while and after
 * they are in force.  It speaks the language of the reader.
 */
#include "permit.h"
#include "rules_desk.h"
#include <belfort/rights.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- stage, publish, confirm, list ---------------------------------------- */

/* Who does this: as was said, or else by the name of the user. */
static const char *
person(const struct bf_desk *d)
{
	const char *uid = getenv("SUDO_UID");

	if (d->tool->by)
		return d->tool->by;
	return bf_rules_owner(
		d->arena, uid ? (uid_t)strtoul(uid, NULL, 10) : getuid());
}

static bool
give(struct bf_desk *d, const struct bf_rule_set *set, bool force,
	struct bf_err *err)
{
	const struct bf_rule_word word = { person(d), bf_tool_login(d->arena),
		d->tool->reason, force };
	json_t *result;
	const char *version;

	if (!bf_rules_publish(d->arena, d->conn, set, &word, &result, err))
		return false;
	version = bf_desk_number(
		d, json_integer_value(json_object_get(result, "version")));
	bf_desk_say(d,
		force ? BF_N("{1}: version {2} is in force.\n")
		      : BF_N("{1}: version {2} is ready. Put it in force with "
			     "belfort rules publish {1} {2} --reason \"...\"\n"),
		d->scope.feature, version, NULL, NULL);
	return true;
}

static bool
stage(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_set *set;

	return bf_desk_good(d, &set, err) && bf_desk_database(d, err)
		&& give(d, set, false, err);
}

static bool
publish(struct bf_desk *d, struct bf_err *err)
{
	struct bf_rule_files *files;
	struct bf_rule_set *set;

	if (d->tool->reason == NULL
		|| d->tool->reason[strspn(d->tool->reason, " \t\n")] == '\0')
		return bf_err(err,
			"say why, with --reason \"...\": everybody "
			"can read it");
	if (d->tool->from)
		return d->words[0] ? bf_rules_do_order(d, err)
				   : bf_rules_do_offer(d, err);
	if (d->tool->until || (d->words[0] && strchr(d->words[0], '.')))
		return bf_err(err,
			"say from which day a draft holds: --from 2027-01-01");
	if (!bf_desk_database(d, err)
		|| !bf_tool_may(
			d->tool, d->pools, d->conn, d->feature, "publish", err))
		return false;
	if (d->words[0])
		return bf_desk_kept(d, d->words[0], &files, err)
			&& bf_desk_load(d, files, &set, err)
			&& give(d, set, true, err);
	return bf_desk_good(d, &set, err) && give(d, set, true, err);
}

/* {"login", "until", "files"}: no files are all that are in force. */
static const char *
confirmation(const struct bf_desk *d)
{
	const char **word = d->words + 1;
	json_t *files = json_array(), *doc;
	char *text;

	for (; *word; word++)
		json_array_append_new(files, json_string(*word));
	doc = json_pack("{s:s, s:s, s:o}", "login", bf_tool_login(d->arena),
		"until", d->words[0], "files", files);
	text = json_dumps(doc, JSON_COMPACT);
	json_decref(doc);
	bf_defer(d->arena, free, text);
	return text;
}

static bool
confirm(struct bf_desk *d, struct bf_err *err)
{
	const char *values[] = { NULL, NULL };
	PGresult *res;

	if (!bf_rules_rights(d->scope.rules))
		return bf_err(err, "%s: nobody confirms such rules",
			d->scope.feature);
	if (d->words[0] == NULL)
		return bf_err(err,
			"say until which day the figures are right: "
			"2027-12-31");
	values[0] = confirmation(d);
	if (!bf_desk_database(d, err)
		|| !bf_tool_may(
			d->tool, d->pools, d->conn, d->feature, "confirm", err)
		|| !bf_admin_rows(d->arena, d->conn,
			bf_printf(d->arena, "select %s($1::json)",
				d->scope.rules->confirm),
			values, &res, err))
		return false;
	bf_desk_say(d, BF_N("{1}: confirmed until {3}. Files: {2}.\n"),
		d->scope.feature, PQgetvalue(res, 0, 0), d->words[0], NULL);
	return true;
}

static bool
list(struct bf_desk *d, struct bf_err *err)
{
	const char *const values[] = { d->scope.feature, NULL };
	PGresult *res;
	int i;

	if (!bf_desk_database(d, err)
		|| !bf_admin_rows(d->arena, d->conn,
			"select version, made_at, coalesce(made_by, '-'), "
			"coalesce(reason, '-'), in_force from "
			"belfort.rules_list($1)",
			values, &res, err))
		return false;
	for (i = 0; i < PQntuples(res); i++)
		printf("%s %5s  %.16s  %-20s  %s\n",
			*PQgetvalue(res, i, 4) == 't' ? "*" : " ",
			PQgetvalue(res, i, 0), PQgetvalue(res, i, 1),
			PQgetvalue(res, i, 2), PQgetvalue(res, i, 3));
	if (PQntuples(res) == 0)
		bf_desk_say(d, BF_N("There is no version yet.\n"), NULL, NULL,
			NULL, NULL);
	return true;
}

/* --- which -------------------------------------------------------------- */

static const struct act {
	const char *name;
	bool (*run)(struct bf_desk *d, struct bf_err *err);
	/* With files about rights; NULL: as with others. */
	bool (*rights)(struct bf_desk *d, struct bf_err *err);
} acts[] = {
	{ "check", bf_rules_do_check, bf_rights_do_check },
	{ "test", bf_rules_do_test, bf_rights_do_test },
	{ "explain", bf_rules_do_explain, bf_rights_do_explain },
	{ "diff", bf_rules_do_diff, NULL },
	{ "bench", bf_rules_do_bench, bf_rights_do_bench },
	{ "remake", bf_rules_do_remake, NULL },
	{ "stage", stage, NULL },
	{ "publish", publish, NULL },
	{ "preview", bf_rules_do_preview, NULL },
	{ "confirm", confirm, NULL },
	{ "list", list, NULL },
};

static const struct act *
act_find(const char *name, struct bf_err *err)
{
	size_t i;

	for (i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (strcmp(acts[i].name, name) == 0)
			return &acts[i];
	bf_err(err,
		"there is no %s: check, test, explain, diff, bench, remake, "
		"stage, publish, preview, confirm or list",
		name);
	return NULL;
}

/* The feature with rules that NAME names, or the city's only one. */
static json_t *
feature_find(json_t *pools, const char *name, bool *named)
{
	json_t *pool, *feature, *only = NULL;
	size_t i, k, n = 0;

	*named = false;
	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), k, feature) {
			const char *have = json_string_value(
				json_object_get(feature, "name"));

			if (!json_is_object(json_object_get(feature, "rules")))
				continue;
			if (!json_is_true(json_object_get(pool, "shut_in"))) {
				n++;
				only = feature;
			}
			*named = name && strcmp(have, name) == 0;
			if (*named)
				return feature;
		}
	return n == 1 ? only : NULL;
}

static bool
desk_open(struct bf_desk *d, struct bf_err *err)
{
	struct bf_tool *tool = d->tool;
	const char *names[3] = { "core", NULL, NULL };
	bool named;

	if (!bf_describe_pools(tool, &d->pools, err))
		return false;
	d->feature = feature_find(d->pools, tool->operands[1], &named);
	if (d->feature == NULL)
		return bf_err(err,
			"say which feature: no, or more than one "
			"plugin has rules");
	d->arena = tool->arena;
	d->lang = bf_desk_language(tool);
	d->words = (const char **)tool->operands + (named ? 2 : 1);
	names[1] = d->scope.feature = bf_strdup(tool->arena,
		json_string_value(json_object_get(d->feature, "name")));
	d->scope.rules = bf_rules_from(
		tool->arena, json_object_get(d->feature, "rules"));
	d->scope.i18n = bf_i18n_load(tool->arena,
		bf_pool_share(tool->settings,
			bf_settings_serving(tool->settings, names[1])),
		names, err);
	return d->scope.i18n != NULL;
}

static bool
is_day(const char *option, const char *text, struct bf_err *err)
{
	int32_t day;

	return text == NULL || bf_right_day(text, &day)
		|| bf_err(err, "%s: %s is no day; say it as 2027-12-31", option,
			text);
}

bool
bf_tool_rules(struct bf_tool *tool, struct bf_err *err)
{
	const struct act *act = act_find(tool->operands[0], err);
	struct bf_desk d = { .tool = tool };

	if (act == NULL || !is_day("--from", tool->from, err)
		|| !is_day("--until", tool->until, err))
		return false;
	if (act->rights && bf_rights_desk(&d, err))
		return act->rights(&d, err);
	return desk_open(&d, err) && act->run(&d, err);
}
