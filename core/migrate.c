/* Brings the database up to date: migrations, functions, roles and rights. */
#include "migrate.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CORE "core"

struct migrate {
	struct bf_tool *tool;
	struct bf_arena *arena;
	PGconn *conn;
	json_t *pools;
	json_t *done; /* features that were visited, as names */
	bool quiet;   /* only count */
	size_t applied;
};

static const char *
folder_of(struct migrate *m, const char *feature)
{
	const struct bf_settings *s = m->tool->settings;
	const struct bf_pool_settings *pool = bf_settings_serving(s, feature);

	return bf_printf(m->arena, "%s/%s/sql",
		pool ? bf_pool_share(s, pool) : s->share, feature);
}

/* The rows of belfort.migration for FEATURE; none before the first run. */
static bool
applied_rows(struct migrate *m, const char *feature, PGresult **out,
	struct bf_err *err)
{
	const char *const values[] = { feature, NULL };
	PGresult *res;

	if (!bf_admin_rows(m->arena, m->conn,
		    "select to_regclass('belfort.migration') is null", NULL,
		    &res, err))
		return false;
	return bf_admin_rows(m->arena, m->conn,
		*PQgetvalue(res, 0, 0) == 't'
			? "select where $1 = ''"
			: "select name, sha256, applied::date from "
			  "belfort.migration where feature = $1 order by name",
		values, out, err);
}

static int
row_of(const PGresult *applied, const char *name)
{
	int i;

	for (i = 0; i < PQntuples(applied); i++)
		if (strcmp(PQgetvalue(applied, i, 0), name) == 0)
			return i;
	return -1;
}

/* A released migration never changes; what was applied must be here. */
static bool
history_holds(const char *feature, const PGresult *applied,
	const struct bf_sql_file *files, size_t count, struct bf_err *err)
{
	int row, seen = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		row = row_of(applied, files[i].name);
		if (row < 0)
			continue;
		seen++;
		if (strcmp(PQgetvalue(applied, row, 1), files[i].sha256) != 0)
			return bf_err(err,
				"%s was changed after it was applied on %s: "
				"put the old text back and write a new "
				"migration beside it",
				files[i].path, PQgetvalue(applied, row, 2));
	}
	if (seen == PQntuples(applied))
		return true;
	return bf_err(err,
		"the database has %d migrations of %s, of which %d are not "
		"in this installation: it is older than the database; "
		"install the newer version",
		PQntuples(applied), feature, PQntuples(applied) - seen);
}

/* The text of FILE as the owner of FEATURE; the core's own as the owner of the
 * database. */
static bool
file_run(struct migrate *m, const char *feature, const struct bf_sql_file *file,
	struct bf_err *err)
{
	if (strcmp(feature, CORE) != 0)
		return bf_admin_file(
			m->conn, feature, file->path, file->text, err);
	return bf_admin_run(m->conn, file->path, file->text, err);
}

/* What is kept apart from a feature is its own again, for a migration. */
static bool
apart_open(struct migrate *m, const char *feature, struct bf_err *err)
{
	const char *const values[] = { feature, NULL };

	return strcmp(feature, CORE) == 0
		|| bf_admin_call(
			m->conn, "select belfort.apart_open($1)", values, err);
}

static bool
migration_apply(struct migrate *m, const char *feature,
	const struct bf_sql_file *file, struct bf_err *err)
{
	const char *const values[] = { feature, file->name, file->sha256,
		NULL };

	if (m->tool->dry_run) {
		if (!m->quiet)
			printf("%s: would apply %s\n", feature, file->name);
		return true;
	}
	printf("%s: %s\n", feature, file->name);
	fflush(stdout);
	return apart_open(m, feature, err) && file_run(m, feature, file, err)
		&& bf_admin_call(m->conn,
			"insert into belfort.migration (feature, name, sha256)"
			" values ($1, $2, $3)",
			values, err);
}

static bool
migrations_apply(struct migrate *m, const char *feature, struct bf_err *err)
{
	struct bf_sql_file *files;
	PGresult *applied;
	size_t i, count;

	if (!bf_sql_files(m->arena, folder_of(m, feature), &files, &count, err)
		|| !applied_rows(m, feature, &applied, err)
		|| !history_holds(feature, applied, files, count, err))
		return false;
	for (i = 0; i < count; i++) {
		if (row_of(applied, files[i].name) >= 0)
			continue;
		m->applied++;
		if (!migration_apply(m, feature, &files[i], err))
			return false;
	}
	return true;
}

static bool
functions_load(struct migrate *m, const char *feature, struct bf_err *err)
{
	const char *folder = bf_printf(
		m->arena, "%s/fn", folder_of(m, feature));
	struct bf_sql_file *files;
	size_t i, count;

	if (!bf_sql_files(m->arena, folder, &files, &count, err))
		return false;
	for (i = 0; i < count; i++)
		if (!file_run(m, feature, &files[i], err))
			return false;
	return true;
}

/* ["a.b", "c.d"] as an array of the database. */
static const char *
array_text(struct migrate *m, json_t *list, const char *member)
{
	struct bf_buf *out = bf_buf_new(m->arena, 0);
	json_t *item;
	size_t i;

	json_array_foreach (list, i, item) {
		if (member)
			item = json_object_get(item, member);
		bf_put_fmt(out, "%s\"%s\"", i ? "," : "{",
			json_string_value(item));
	}
	bf_put_str(out, out->len ? "}" : "{}");
	return out->data;
}

static bool
pool_grant(struct migrate *m, json_t *pool, json_t *feature, const char *views,
	struct bf_err *err)
{
	const char *const values[] = { json_string_value(
					       json_object_get(pool, "role")),
		json_string_value(json_object_get(feature, "name")),
		array_text(m, json_object_get(feature, "queries"), "function"),
		array_text(m, json_object_get(feature, views), NULL), NULL };

	return bf_admin_call(m->conn,
		"select belfort.pool_grant($1, $2, $3, $4)", values, err);
}

/* The role that POOL signs in with. */
static bool
role_prepare(struct migrate *m, json_t *pool, struct bf_err *err)
{
	const char *const values[] = {
		json_string_value(json_object_get(pool, "role")), NULL
	};

	return bf_admin_call(
		m->conn, "select belfort.pool_prepare($1)", values, err);
}

static bool
is_with(json_t *pool, json_t *other)
{
	const char *with = json_string_value(json_object_get(pool, "with"));

	return with
		&& strcmp(with,
			   json_string_value(json_object_get(other, "pool")))
		== 0;
}

/* To POOL, which serves FEATURE, and to those that are with it; what the pages
 * of a pool that is with another read as a whole, to that pool. */
static bool
grant(struct migrate *m, json_t *pool, json_t *feature, struct bf_err *err)
{
	json_t *other;
	size_t i;

	if (!pool_grant(m, pool, feature, "open", err)
		|| (json_is_string(json_object_get(pool, "with"))
			&& !pool_grant(m, pool, feature, "reads", err)))
		return false;
	json_array_foreach (m->pools, i, other)
		if (is_with(other, pool)
			&& (!role_prepare(m, other, err)
				|| !pool_grant(m, other, feature, "open", err)))
			return false;
	return true;
}

/* What the jobs of FEATURE ask, for ROLE. */
static bool
jobs_grant_queries(struct migrate *m, const char *role, json_t *feature,
	struct bf_err *err)
{
	const char *values[] = { role,
		json_string_value(json_object_get(feature, "name")), NULL, "{}",
		NULL };
	json_t *job;
	size_t i;

	json_array_foreach (json_object_get(feature, "jobs"), i, job) {
		values[2] = array_text(
			m, json_object_get(job, "queries"), "function");
		if (!bf_admin_call(m->conn,
			    "select belfort.pool_grant($1, $2, $3, $4)", values,
			    err))
			return false;
	}
	return true;
}

/* What they read and fill as a whole. */
static bool
jobs_grant_copies(struct migrate *m, const char *role, json_t *feature,
	struct bf_err *err)
{
	const char *const values[] = { role,
		json_string_value(json_object_get(feature, "name")),
		array_text(m, json_object_get(feature, "reads"), NULL),
		array_text(m, json_object_get(feature, "fills"), NULL), NULL };

	return bf_admin_call(m->conn,
		"select belfort.pool_grant($1, $2, '{}', $3), "
		"belfort.fill_grant($1, $2, $4)",
		values, err);
}

/* The background work of the feature NAME, where there is any, may call
 * FUNCTION, or NULL. */
static bool
working_grant(struct migrate *m, const char *name, const char *function,
	struct bf_err *err)
{
	const struct bf_pool_settings *jobs = bf_settings_working(
		m->tool->settings, name);
	const char *const values[] = { jobs ? jobs->role : NULL, name, function,
		NULL };

	return jobs == NULL || function == NULL
		|| bf_admin_call(m->conn,
			"select belfort.pool_grant($1, $2, array[$3], '{}')",
			values, err);
}

/* What the background work asks of the FEATURE that knows who is who. */
static bool
permit_grant(struct migrate *m, json_t *feature, struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));
	const char *may = json_string_value(
		json_object_get(json_object_get(feature, "identity"), "may"));
	const struct bf_pool_settings *jobs = bf_settings_working(
		m->tool->settings, name);

	if (may && jobs == NULL && bf_settings_pool(m->tool->settings, "jobs"))
		return bf_err(err,
			"%s: [pool jobs] needs the plugin %s, which knows who "
			"may put rules in force",
			m->tool->settings->file, name);
	return working_grant(m, name, may, err);
}

/* What it asks of the FEATURE that is the workshop. */
static bool
workshop_grant(struct migrate *m, json_t *feature, struct bf_err *err)
{
	return working_grant(m,
		json_string_value(json_object_get(feature, "name")),
		json_string_value(json_object_get(
			json_object_get(feature, "workshop"), "draft")),
		err);
}

/* What the background work of FEATURE calls. */
static bool
jobs_grant(struct migrate *m, json_t *feature, struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));
	const struct bf_pool_settings *jobs = bf_settings_working(
		m->tool->settings, name);
	json_t *rules = json_object_get(feature, "rules");
	const char *lines = json_string_value(json_object_get(rules, "lines"));
	const char *const values[] = { jobs ? jobs->role : NULL, name,
		json_string_value(json_object_get(rules, "publish")), lines,
		NULL };

	if (jobs == NULL)
		return true;
	if (json_is_object(rules)
		&& !bf_admin_call(m->conn,
			lines ? "select belfort.rules_watch_grant($1, $2, "
				"array[$3, $4])"
			      : "select belfort.rules_watch_grant($1, $2, "
				"array[$3])",
			values, err))
		return false;
	return jobs_grant_queries(m, jobs->role, feature, err)
		&& jobs_grant_copies(m, jobs->role, feature, err);
}

/* The functions of TO may call what FEATURE publishes.  LATER is "t": what of
 * it is not there yet is no mistake. */
static bool
publish_to(struct migrate *m, json_t *feature, const char *to,
	const char *later, struct bf_err *err)
{
	const char *const values[] = { json_string_value(json_object_get(
					       feature, "name")),
		array_text(m, json_object_get(feature, "publishes"), NULL), to,
		later, NULL };

	return json_array_size(json_object_get(feature, "publishes")) == 0
		|| bf_admin_call(m->conn,
			"select belfort.publish_grant($1, $2, $3, $4)", values,
			err);
}

static bool requires(json_t *feature, const char *name)
{
	json_t *need;
	size_t i;

	json_array_foreach (json_object_get(feature, "requires"), i, need)
		if (strcmp(json_string_value(need), name) == 0)
			return true;
	return false;
}

/* To the features of the city that require FEATURE: its functions are new. */
static bool
publish(struct migrate *m, json_t *feature, struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));
	json_t *pool, *other;
	size_t i, j;

	json_array_foreach (m->pools, i, pool) {
		if (json_is_true(json_object_get(pool, "shut_in")))
			continue;
		json_array_foreach (json_object_get(pool, "features"), j, other)
			if (requires(other, name)
				&& !publish_to(m, feature,
					json_string_value(
						json_object_get(other, "name")),
					"f", err))
				return false;
	}
	return true;
}

/* What FEATURE requires was renewed before it had a role. */
static bool
published_take(
	struct migrate *m, json_t *pool, json_t *feature, struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));
	json_t *need, *other;
	size_t i;

	if (json_is_true(json_object_get(pool, "shut_in")))
		return true;
	json_array_foreach (json_object_get(feature, "requires"), i, need) {
		other = bf_describe_find(m->pools, json_string_value(need));
		if (other && !publish_to(m, other, name, "t", err))
			return false;
	}
	return true;
}

static bool
functions_renew(
	struct migrate *m, json_t *pool, json_t *feature, struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));
	const char *const values[] = { name, NULL };

	return bf_admin_call(m->conn, "select belfort.routines_clear($1)",
		       values, err)
		&& bf_admin_run(m->conn, NULL,
			"set local check_function_bodies = off", err)
		&& functions_load(m, name, err)
		&& bf_admin_run(m->conn, NULL,
			"set local check_function_bodies = on", err)
		&& bf_admin_call(m->conn, "select belfort.routines_record($1)",
			values, err)
		&& bf_admin_call(m->conn,
			"select belfort.routines_validate($1)", values, err)
		&& bf_admin_call(m->conn, "select belfort.feature_close($1)",
			values, err)
		&& grant(m, pool, feature, err) && jobs_grant(m, feature, err)
		&& publish(m, feature, err) && permit_grant(m, feature, err)
		&& workshop_grant(m, feature, err);
}

/* What FEATURE says of itself, and of what it keeps about people. */
static bool
declare(struct migrate *m, json_t *pool, json_t *feature, struct bf_err *err)
{
	char *said = json_dumps(feature, JSON_COMPACT);
	const char *const values[] = { bf_strdup(m->arena, said),
		json_is_true(json_object_get(pool, "shut_in")) ? "t" : "f",
		NULL };

	free(said);
	return bf_admin_call(m->conn,
		"select belfort.feature_declare($1::jsonb, $2)", values, err);
}

static bool
extensions_make(struct migrate *m, json_t *pool, const char *feature,
	struct bf_err *err)
{
	const char *const *words;
	const char *values[] = { NULL,
		json_is_true(json_object_get(pool, "shut_in")) ? "t" : "f",
		NULL };

	if (!bf_sql_words(m->arena,
		    bf_printf(m->arena, "%s/extensions", folder_of(m, feature)),
		    &words, err))
		return false;
	for (; *words; words++) {
		values[0] = *words;
		if (!bf_admin_call(m->conn,
			    "select belfort.extension_make($1, $2)", values,
			    err))
			return false;
	}
	return true;
}

/* A feature that keeps nothing in the database has no folder sql/.  Within the
 * savepoint rows get another xmin than those of the functions' files. */
static bool
feature_migrate(
	struct migrate *m, json_t *pool, json_t *feature, struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));
	const char *const values[] = { name, NULL };

	if (access(folder_of(m, name), F_OK) != 0)
		return true;
	if (m->tool->dry_run)
		return migrations_apply(m, name, err);
	return bf_admin_call(m->conn, "select belfort.feature_prepare($1)",
		       values, err)
		&& extensions_make(m, pool, name, err)
		&& published_take(m, pool, feature, err)
		&& bf_admin_run(m->conn, NULL, "savepoint migrations", err)
		&& migrations_apply(m, name, err)
		&& bf_admin_run(m->conn, NULL, "release migrations", err)
		&& functions_renew(m, pool, feature, err);
}

/* All of a feature or nothing of it: no request meets a half, and what was
 * refused can be deployed again in another form. */
static bool
feature_renew(
	struct migrate *m, json_t *pool, json_t *feature, struct bf_err *err)
{
	if (m->tool->dry_run)
		return feature_migrate(m, pool, feature, err);
	return bf_admin_run(m->conn, NULL, "begin", err)
		&& feature_migrate(m, pool, feature, err)
		&& declare(m, pool, feature, err)
		&& bf_admin_run(m->conn, NULL, "commit", err);
}

static bool
visited(struct migrate *m, const char *name)
{
	if (json_object_get(m->done, name))
		return true;
	json_object_set_new(m->done, name, json_true());
	return false;
}

/* What a feature requires comes before it; plugins in a circle are all of one
 * pool and meet each other's functions only at run time. */
static bool
feature_visit(
	struct migrate *m, json_t *pool, json_t *feature, struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));
	json_t *need;
	size_t i;

	if (visited(m, name))
		return true;
	json_array_foreach (json_object_get(feature, "requires"), i, need) {
		json_t *other = bf_describe_find(
			m->pools, json_string_value(need));

		if (other && !feature_visit(m, pool, other, err))
			return false;
	}
	return feature_renew(m, pool, feature, err);
}

/* The role of code that the city did not write is kept small. */
static bool
guest_prepare(struct migrate *m, json_t *pool, struct bf_err *err)
{
	const struct bf_pool_settings *p = bf_settings_pool(m->tool->settings,
		json_string_value(json_object_get(pool, "pool")));
	const char *values[] = { NULL, NULL, NULL, NULL };

	if (p == NULL || !bf_pool_shut_in(p))
		return true;
	values[0] = p->role;
	values[1] = p->plugins[0];
	values[2] = bf_printf(m->arena, "%d",
		p->workers
			+ (bf_settings_working(m->tool->settings, p->plugins[0])
				!= NULL));
	return bf_admin_call(m->conn,
		"select belfort.guest_prepare($1, $2, $3)", values, err);
}

static bool
pool_migrate(struct migrate *m, json_t *pool, struct bf_err *err)
{
	json_t *feature;
	size_t i;

	if (!m->tool->dry_run
		&& (!role_prepare(m, pool, err)
			|| !guest_prepare(m, pool, err)))
		return false;
	json_array_foreach (json_object_get(pool, "features"), i, feature)
		if (!feature_visit(m, pool, feature, err))
			return false;
	return true;
}

/* The core first: the others need its bookkeeping. */
static bool
core_migrate(struct migrate *m, struct bf_err *err)
{
	json_t *core = bf_describe_find(m->pools, CORE);

	if (m->tool->dry_run)
		return migrations_apply(m, CORE, err);
	return bf_admin_run(m->conn, NULL, "begin", err)
		&& migrations_apply(m, CORE, err)
		&& functions_load(m, CORE, err)
		&& (core == NULL || declare(m, NULL, core, err))
		&& bf_admin_run(m->conn, NULL, "commit", err);
}

static bool
jobs_prepare(struct migrate *m, struct bf_err *err)
{
	const struct bf_pool_settings *jobs = bf_settings_pool(
		m->tool->settings, "jobs");
	const char *const values[] = { jobs ? jobs->role : NULL, NULL };

	if (jobs == NULL || m->tool->dry_run)
		return true;
	return bf_admin_call(
		       m->conn, "select belfort.pool_prepare($1)", values, err)
		&& bf_admin_call(
			m->conn, "select belfort.jobs_grant($1)", values, err);
}

/* One that the city did not write keeps nobody from being renewed; it is told
 * in the end.  Any other ends it all. */
static bool
pass_over(struct migrate *m, json_t *pool, struct bf_err *failed,
	struct bf_err *err)
{
	struct bf_err again = { 0 };

	if (err->text[0] == '\0'
		|| !json_is_true(json_object_get(pool, "shut_in")))
		*err = *failed;
	if (!json_is_true(json_object_get(pool, "shut_in")))
		return false;
	*failed = (struct bf_err){ 0 };
	return m->tool->dry_run
		|| bf_admin_run(m->conn, NULL, "rollback", &again);
}

/* What plugins said that are named no more is told to nobody. */
static bool
left_tidy(struct migrate *m, struct bf_err *err)
{
	const char *values[] = { NULL, NULL }, *name;
	struct bf_buf *out = bf_buf_new(m->arena, 0);
	json_t *done;

	if (m->tool->dry_run)
		return true;
	json_object_foreach (m->done, name, done)
		bf_put_fmt(out, "%s\"%s\"", out->len ? "," : "{", name);
	bf_put_str(out, "}");
	values[0] = out->data;
	return bf_admin_call(m->conn,
		"select belfort.features_left($1::text[])", values, err);
}

static bool
all_migrate(struct migrate *m, struct bf_err *err)
{
	struct bf_err failed = { 0 };
	json_t *pool;
	size_t i;

	m->done = json_pack("{s:b}", CORE, 1);
	if (!core_migrate(m, err) || !jobs_prepare(m, err))
		return false;
	json_array_foreach (m->pools, i, pool)
		if (!pool_migrate(m, pool, &failed)
			&& !pass_over(m, pool, &failed, err))
			return false;
	return err->text[0] == '\0' && left_tidy(m, err);
}

bool
bf_tool_migrate(struct bf_tool *tool, struct bf_err *err)
{
	struct migrate m = { .tool = tool, .arena = tool->arena };
	bool good;

	if (!bf_describe_pools(tool, &m.pools, err)
		|| !bf_admin_open(tool, &m.conn, err)
		|| !bf_admin_lock(m.arena, m.conn, "migration", err))
		return false;
	good = all_migrate(&m, err);
	json_decref(m.done);
	if (!good)
		return false;
	if (tool->dry_run)
		printf("%zu migrations would be applied; functions and rights "
		       "would be renewed.\n",
			m.applied);
	else
		printf("The database is up to date: %zu new migrations, "
		       "functions and rights renewed.\n",
			m.applied);
	return true;
}

bool
bf_migrations_pending(struct bf_tool *tool, size_t *count, struct bf_err *err)
{
	struct bf_tool dry = *tool;
	struct migrate m = {
		.tool = &dry, .arena = tool->arena, .quiet = true
	};
	bool good;

	dry.dry_run = true;
	if (!bf_describe_pools(&dry, &m.pools, err)
		|| !bf_admin_open(&dry, &m.conn, err))
		return false;
	good = all_migrate(&m, err);
	json_decref(m.done);
	*count = m.applied;
	return good;
}
