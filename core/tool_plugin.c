/* belfort plugin: code that others wrote, from a first folder to its removal.
 * Checking is done here; what moves files is in plugin.sh.
 */
#include "arena.h"
#include "described.h"
#include "file.h"
#include "rules_desk.h"
#include "tool.h"
#include "user.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- look ----------------------------------------------------------------- */

/* The module that make left in FOLDER/build: its name is the plugin's. */
static bool
module_find(struct bf_arena *arena, const char *build, const char **name,
	struct bf_err *err)
{
	const char **names = bf_file_list(arena, build, ".so", err);

	if (names == NULL)
		return false;
	if (names[0] == NULL)
		return bf_err(err, "%s holds no module: run make", build);
	if (names[1])
		return bf_err(err, "%s holds more than one module: %s and %s",
			build, names[0], names[1]);
	*name = bf_strndup(arena, names[0], strlen(names[0]) - 3);
	return true;
}

/* A configuration with this plugin alone, shut in as it will be. */
static bool
alone(struct bf_arena *arena, const char *build, const char *name,
	struct bf_settings **out, struct bf_err *err)
{
	char file[] = "/tmp/belfort-plugin-XXXXXX";
	int fd = mkstemp(file);
	bool good;

	if (fd < 0
		|| dprintf(fd,
			   "[city]\nname = -\nurl = http://localhost\n"
			   "[database]\nconninfo = dbname=-\n"
			   "[pool %s]\nplugins = %s\nuser = nobody\n"
			   "role = nobody\nsandbox = yes\nfolder = %s\n",
			   name, name, build)
			< 0
		|| fchmod(fd, 0644) < 0 || close(fd) < 0)
		return bf_err(err, "%s: %s", file, strerror(errno));
	good = bf_settings_load(bf_strdup(arena, file), out, err);
	return good;
}

static bool
functions_there(struct bf_arena *arena, const char *build, const char *name,
	json_t *queries, struct bf_err *err)
{
	json_t *query;
	const char *file;
	size_t i;

	json_array_foreach (queries, i, query) {
		const char *function = json_string_value(
			json_object_get(query, "function"));

		file = bf_printf(arena, "%s/share/%s/sql/fn/%s.sql", build,
			name, strchr(function, '.') + 1);
		if (!bf_file_exists(file))
			return bf_err(err,
				"it declares the query %s, and sql/fn/%s.sql "
				"is not there",
				function, strchr(function, '.') + 1);
	}
	return true;
}

static const char *
english(json_t *row, const char *key)
{
	return json_string_value(
		json_object_get(json_object_get(row, key), "en"));
}

static void
personal_say(json_t *list)
{
	json_t *row, *column;
	bool any = false;
	size_t i, k;

	json_array_foreach (list, i, row) {
		if (json_is_null(json_object_get(row, "purpose")))
			continue;
		any = true;
		printf("  keeps about people: %s (",
			json_string_value(json_object_get(row, "table")));
		json_array_foreach (json_object_get(row, "columns"), k, column)
			printf("%s%s", k ? ", " : "",
				json_string_value(column));
		fputs(")", stdout);
		if (json_is_integer(json_object_get(row, "days")))
			printf(", %lld days from %s",
				json_integer_value(
					json_object_get(row, "days")),
				json_string_value(
					json_object_get(row, "since")));
		printf("\n    %s\n    %s\n", english(row, "purpose"),
			english(row, "basis"));
	}
	if (!any)
		puts("  keeps nothing about people");
}

static void
feature_say(json_t *feature)
{
	printf("%s, version %s: %s\n",
		json_string_value(json_object_get(feature, "name")),
		json_string_value(json_object_get(feature, "version")),
		json_string_value(json_object_get(feature, "summary")));
	printf("  %zu addresses, %zu queries\n",
		json_array_size(json_object_get(feature, "routes")),
		json_array_size(json_object_get(feature, "queries")));
	personal_say(json_object_get(feature, "personal"));
}

static bool
rules_check(struct bf_tool *tool, const char *build, const char *name,
	json_t *rules, struct bf_err *err)
{
	struct bf_tool folder = *tool;
	const char *names[] = { "core", name, NULL };
	struct bf_desk desk = {
		.tool = &folder, .arena = tool->arena, .lang = "en"
	};

	desk.scope.feature = name;
	desk.scope.rules = bf_rules_from(tool->arena, rules);
	folder.folder = bf_printf(tool->arena, "%s/share/rules", build);
	desk.scope.i18n = bf_i18n_load(tool->arena,
		bf_printf(tool->arena, "%s/share", build), names, err);
	return desk.scope.i18n && bf_rules_do_check(&desk, err);
}

/* Its rule files, where it has any, with their tests: text of others, so not
 * as the user who looks, who may be root. */
static bool
rules_good(struct bf_tool *tool, const char *build, const char *name,
	json_t *rules, struct bf_err *err)
{
	int status;
	pid_t pid;

	if (!json_is_object(rules))
		return true;
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		if (bf_user_become("nobody", err)
			&& rules_check(tool, build, name, rules, err))
			exit(EXIT_SUCCESS);
		fprintf(stderr, "%s\n", err->text);
		exit(EXIT_FAILURE);
	}
	return (pid > 0 && waitpid(pid, &status, 0) == pid && status == 0)
		|| bf_err(err, "its rules are not good");
}

static bool
described(struct bf_tool *tool, const char *build, const char *name,
	struct bf_err *err)
{
	struct bf_settings *settings = NULL;
	json_t *pool = NULL, *feature;
	bool good;

	if (!alone(tool->arena, build, name, &settings, err) || !settings)
		return false;
	tool->settings = settings;
	good = bf_describe_pool(tool, &settings->pools[0], &pool, err);
	unlink(settings->file);
	if (!good)
		return false;
	feature = json_array_get(json_object_get(pool, "features"), 1);
	good = functions_there(tool->arena, build, name,
		       json_object_get(feature, "queries"), err)
		&& rules_good(tool, build, name,
			json_object_get(feature, "rules"), err);
	if (good)
		feature_say(feature);
	json_decref(pool);
	return good;
}

/* The part of `check` that needs a host; plugin.sh made the folder readable. */
static bool
look(struct bf_tool *tool, struct bf_err *err)
{
	const char *build = tool->operands[1], *name = NULL;

	return module_find(tool->arena, build, &name, err)
		&& described(tool, build, name, err);
}

/* --- the others ----------------------------------------------------------- */

/* What the script must know, in its environment. */
static bool
tell(struct bf_tool *tool, bool configured, struct bf_err *err)
{
	struct bf_settings *s = NULL;

	setenv("BELFORT_SHARE", BF_PKGDATADIR, 1);
	setenv("BELFORT_YES", tool->yes ? "yes" : "", 1);
	setenv("BELFORT_STAGING", tool->staging ? "yes" : "", 1);
	if (!configured)
		return true;
	if (!bf_settings_load(bf_settings_path(tool->config), &s, err))
		return false;
	setenv("BELFORT_CONFIG", s->file, 1);
	setenv("BELFORT_RUN", s->run, 1);
	setenv("BELFORT_SHARE", s->share, 1);
	setenv("BELFORT_GUESTS", s->guests, 1);
	setenv("BELFORT_RULES", s->rules, 1);
	setenv("BELFORT_SERVICES", s->services, 1);
	setenv("BELFORT_ADMIN", s->admin ? s->admin : "", 1);
	return true;
}

bool
bf_tool_plugin(struct bf_tool *tool, struct bf_err *err)
{
	static const char script[] = BF_PKGLIBDIR "/plugin.sh";
	char *args[] = { "plugin.sh", tool->operands[0], tool->operands[1],
		NULL };

	if (strcmp(args[1], "look") == 0 && args[2])
		return look(tool, err);
	if (!tell(tool,
		    strcmp(args[1], "new") != 0
			    && strcmp(args[1], "check") != 0,
		    err))
		return false;
	fflush(NULL);
	execv(script, args);
	return bf_err(err, "%s: %s", script, strerror(errno));
}
