/* belfort staff: who of the civil servants can sign in, from the machine. */
#include "tool.h"
#include <belfort/arena.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct act {
	const char *name;
	int words; /* after the act */
	const char *needs;
} acts[] = {
	{ "add", 0, "--name and --email" },
	{ "link", 1, "an e-mail address" },
	{ "give", 2, "an e-mail address, a right and --reason" },
	{ "list", 0, NULL },
	{ "close", 1, "an e-mail address" },
};

static const struct act *
act_find(const char *name, struct bf_err *err)
{
	size_t i;

	for (i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (strcmp(acts[i].name, name) == 0)
			return &acts[i];
	bf_err(err, "there is no %s: add, link, give, list or close", name);
	return NULL;
}

static bool
complete(const struct act *act, const struct bf_tool *tool, struct bf_err *err)
{
	int given = 0;
	bool good = true;

	while (tool->operands[given + 1])
		given++;
	if (strcmp(act->name, "add") == 0)
		good = tool->name && tool->email;
	if (strcmp(act->name, "give") == 0)
		good = tool->reason;
	if (good && given == act->words)
		return true;
	return act->needs ? bf_err(err, "%s needs %s", act->name, act->needs)
			  : bf_err(err, "%s takes no words", act->name);
}

/* What was given, as the feature's functions read it. */
static const char *
words(const struct bf_tool *tool)
{
	char *const *given = tool->operands + 1;
	json_t *doc = json_pack("{s:s?, s:s?, s:s?, s:b, s:s?, s:s?}", "name",
		tool->name, "email", given[0] ? given[0] : tool->email, "login",
		tool->login, "admin", tool->admin, "right",
		given[0] ? given[1] : NULL, "reason", tool->reason);
	char *text = doc ? json_dumps(doc, JSON_COMPACT) : NULL;
	const char *out = bf_strdup(tool->arena, text);

	json_decref(doc);
	free(text);
	return out;
}

static void
say(const struct bf_tool *tool, json_t *feature, const char *answer)
{
	json_t *doc = json_loads(answer, 0, NULL);
	json_t *id = json_object_get(feature, "identity");
	const char *link = json_string_value(json_object_get(doc, "link"));

	puts(json_string_value(json_object_get(doc, "text")));
	if (link)
		printf("  %s%s/%s\n", tool->settings->url,
			json_string_value(json_object_get(id, "invited")),
			link);
	json_decref(doc);
}

/* As the owner of the feature that knows who is who. */
static bool
ask(struct bf_tool *tool, PGconn *conn, json_t *feature, const char *act,
	const char **answer, struct bf_err *err)
{
	const char *const values[] = { words(tool), NULL };
	const char *function = json_string_value(
		json_object_get(json_object_get(feature, "identity"), "tool"));
	PGresult *res;

	if (values[0] == NULL)
		return bf_err(err, "what was given is not UTF-8");
	if (!bf_admin_run(conn, NULL, "begin", err)
		|| !bf_admin_become(tool->arena, conn,
			json_string_value(json_object_get(feature, "name")),
			err)
		|| !bf_admin_rows(tool->arena, conn,
			bf_printf(tool->arena, "select %s_%s($1::json)",
				function, act),
			values, &res, err))
		return false;
	*answer = PQgetvalue(res, 0, 0);
	return bf_admin_run(conn, NULL, "commit", err);
}

bool
bf_tool_staff(struct bf_tool *tool, struct bf_err *err)
{
	const struct act *act = act_find(tool->operands[0], err);
	json_t *pools, *feature;
	const char *answer = NULL;
	PGconn *conn;

	if (act == NULL || !complete(act, tool, err)
		|| !bf_describe_pools(tool, &pools, err))
		return false;
	feature = bf_describe_identity(pools);
	if (feature == NULL)
		return bf_err(err,
			"%s: no plugin knows who is who: add people to the "
			"pool",
			tool->settings->file);
	if (!bf_admin_open(tool, &conn, err)
		|| !ask(tool, conn, feature, act->name, &answer, err))
		return false;
	say(tool, feature, answer);
	return true;
}
