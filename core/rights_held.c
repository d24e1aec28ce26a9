/* Keeps the version in force loaded, and asks each time whether it still is.
 */
#include "log.h"
#include "rights_own.h"
#include <belfort/db.h>
#include <belfort/error.h>
#include <belfort/request.h>
#include <belfort/workshop.h>
#include <string.h>

/* What this process has loaded; REFUSED is a version that cannot be. */
static struct {
	struct bf_rights *rights;
	int version, refused;
} loaded;

void
bf_rights_let_go(void)
{
	bf_rights_free(loaded.rights);
	loaded.rights = NULL;
}

/* Load VERSION in the place of what is there, unless it is not good. */
static bool
load(struct bf_req *req, const struct bf_query *texts, int version)
{
	const struct bf_right_file *files;
	struct bf_right_fault fault = { 0 };
	struct bf_rights *rights;
	size_t count;
	json_t *doc;

	bf_set(req, "version", bf_printf(bf_arena(req), "%d", version));
	if (!bf_query_json(req, texts, &doc))
		return false;
	count = bf_right_files_read(req, json_object_get(doc, "files"), &files);
	if (!bf_rights_load(req, files, count, &rights, &fault)) {
		loaded.refused = version;
		bf_log("error",
			"event=rules_refused version=%d file=%s line=%d "
			"detail=%s",
			version, bf_log_value(fault.file), fault.line,
			bf_log_value(fault.text[1]));
		return true;
	}
	bf_rights_let_go();
	loaded.rights = rights;
	loaded.version = version;
	return true;
}

/* Whether UNTIL of file NAME is not before TODAY; days are "2026-12-31". */
static bool
holds(json_t *files, const char *name, const char *today)
{
	const char *until = json_string_value(json_object_get(files, name));

	return until && strcmp(until, today) >= 0;
}

static bool
has_rule(const struct bf_rights_held *set, const char *file)
{
	size_t i;

	for (i = 0; i < set->rule_count; i++)
		if (strcmp(set->rules[i].file, file) == 0)
			return true;
	return false;
}

/* The files without a rule hold the facts, of which all rules are made. */
static bool
facts_hold(const struct bf_rights_held *set, json_t *files, const char *today)
{
	const char *name;
	json_t *until;

	json_object_foreach (files, name, until)
		if (!has_rule(set, name) && !holds(files, name, today))
			return false;
	return true;
}

static void
confirmed_set(struct bf_rights_held *set, json_t *doc)
{
	json_t *files = json_object_get(doc, "files");
	const char *today = json_string_value(json_object_get(doc, "day"));
	bool facts;
	size_t i;

	if (json_integer_value(json_object_get(doc, "version")) != set->version)
		return;
	facts = facts_hold(set, files, today);
	for (i = 0; i < set->rule_count && i < BF_RIGHT_RULES; i++)
		set->confirmed[i] = facts && !set->stopped[i]
			&& holds(files, set->rules[i].file, today);
}

static void
stopped_set(struct bf_rights_held *set, json_t *doc)
{
	json_t *codes = json_object_get(doc, "stopped"), *code;
	size_t i, k;

	set->stops = (int)json_integer_value(json_object_get(doc, "stops"));
	json_array_foreach (codes, i, code)
		for (k = 0; k < set->rule_count && k < BF_RIGHT_RULES; k++)
			set->stopped[k] |= strcmp(set->rules[k].code,
						   json_string_value(code))
				== 0;
}

bool
bf_rights_hold(struct bf_req *req, const struct bf_query *in_force,
	const struct bf_query *texts, struct bf_rights_held *out)
{
	json_t *doc;
	const char *day;
	int version;

	*out = (struct bf_rights_held){ 0 };
	if (!bf_query_json(req, in_force, &doc))
		return false;
	version = (int)json_integer_value(json_object_get(doc, "version"));
	if (version != loaded.version && version != loaded.refused
		&& version > 0 && !load(req, texts, version))
		return false;
	if (version > 0 && loaded.rights == NULL)
		return bf_fail(req, &BF_UNAVAILABLE,
			"version %d cannot be loaded: belfort rules check "
			"benefits says why",
			version);
	day = json_string_value(json_object_get(doc, "day"));
	if (day == NULL || !bf_right_day(day, &out->day))
		return bf_fail(req, &BF_INTERNAL, "no day");
	out->rights = loaded.rights;
	out->version = loaded.version;
	if (out->rights == NULL)
		return true;
	out->facts = bf_rights_facts(out->rights, &out->fact_count);
	out->rules = bf_rights_rules(out->rights, &out->rule_count);
	stopped_set(out, doc);
	confirmed_set(out, doc);
	return true;
}

/* RULE, and all that it rests on, by others too. */
static uint64_t
resting(const struct bf_rights_held *set,
	const struct bf_right_outcome *outcomes, int rule)
{
	uint64_t which = (uint64_t)1 << rule, before = 0;
	size_t i;

	while (which != before)
		for (before = which, i = 0; i < set->rule_count; i++)
			if (which >> i & 1)
				which |= outcomes[i].rests_on;
	return which;
}

bool
bf_rights_stand(const struct bf_rights_held *set,
	const struct bf_right_outcome *outcomes, int rule)
{
	uint64_t which = resting(set, outcomes, rule);
	size_t i;

	for (i = 0; i < set->rule_count; i++)
		if ((which >> i & 1)
			&& !(set->confirmed[i] && outcomes[i].confirmed))
			return false;
	return true;
}

bool
bf_rights_stopped(const struct bf_rights_held *set,
	const struct bf_right_outcome *outcomes, int rule)
{
	uint64_t which = resting(set, outcomes, rule);
	size_t i;

	for (i = 0; i < set->rule_count; i++)
		if ((which >> i & 1) && set->stopped[i])
			return true;
	return false;
}
