/* belfort keys: made for the users of the pools that need them. */
#include "keys.h"
#include "tool.h"
#include "user.h"
#include <stdio.h>
#include <string.h>

/* Whether FEATURE reads files with national numbers. */
static bool
has_numbers(json_t *feature)
{
	json_t *shape, *column;
	size_t i, k;

	json_array_foreach (json_object_get(feature, "imports"), i, shape)
		json_array_foreach (
			json_object_get(shape, "columns"), k, column)
			if (strcmp(json_string_value(
					   json_object_get(column, "type")),
				    "national")
				== 0)
				return true;
	return false;
}

static const char *
feature_with_numbers(json_t *pools)
{
	json_t *pool, *feature;
	size_t i, k;

	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), k, feature)
			if (has_numbers(feature))
				return json_string_value(
					json_object_get(feature, "name"));
	return NULL;
}

/* The user whose background work opens what was sealed, and the group of the
 * one whose pages recognise people. */
static bool
owners_find(struct bf_tool *tool, struct bf_key_owners *out, struct bf_err *err)
{
	const struct bf_settings *s = tool->settings;
	const struct bf_pool_settings *jobs, *pages;
	const char *feature;
	json_t *pools;
	gid_t group;
	uid_t user;

	if (!bf_describe_pools(tool, &pools, err))
		return false;
	feature = feature_with_numbers(pools);
	if (feature == NULL)
		return bf_err(err,
			"%s names no plugin that reads national numbers",
			s->file);
	jobs = bf_settings_working(s, feature);
	pages = bf_settings_serving(s, feature);
	if (jobs == NULL)
		return bf_err(err,
			"%s: put %s in [pool jobs]: its user alone may open "
			"what is sealed",
			s->file, feature);
	return bf_user_find(jobs->user, &out->jobs, &group, err)
		&& bf_user_find(pages->user, &user, &out->pages, err);
}

static bool
make(struct bf_tool *tool, const struct bf_key_owners *owners,
	struct bf_err *err)
{
	bool made;

	if (!bf_keys_make(tool->settings->keys, owners, &made, err))
		return false;
	printf("%s: the keys %s.\n", tool->settings->keys,
		made ? "were made; keep a copy of this folder, apart from "
		       "those of the database"
		     : "are there");
	return true;
}

static bool
rotate(struct bf_tool *tool, const struct bf_key_owners *owners,
	struct bf_err *err)
{
	if (!bf_keys_rotate(tool->settings->keys, owners, err))
		return false;
	printf("%s: there are new keys; those of before hold too, until the "
	       "next file that holds\nall residents is imported. Keep a copy "
	       "of this folder.\n",
		tool->settings->keys);
	return true;
}

bool
bf_tool_keys(struct bf_tool *tool, struct bf_err *err)
{
	static const struct {
		const char *name;
		bool (*run)(struct bf_tool *tool,
			const struct bf_key_owners *owners, struct bf_err *err);
	} acts[] = { { "make", make }, { "rotate", rotate } };
	struct bf_key_owners owners;
	size_t i;

	for (i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (strcmp(tool->operands[0], acts[i].name) == 0)
			return owners_find(tool, &owners, err)
				&& acts[i].run(tool, &owners, err);
	return bf_err(
		err, "there is no act %s: make or rotate", tool->operands[0]);
}
