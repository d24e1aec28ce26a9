/* Asks the plugin that knows who is who what a user of the machine may do. */
#include "permit.h"
#include "user.h"
#include <belfort/arena.h>
#include <belfort/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *
text_of(struct bf_arena *arena, json_t *doc, const char *member)
{
	return bf_strdup(
		arena, json_string_value(json_object_get(doc, member)));
}

bool
bf_permit_ask(struct bf_arena *arena, PGconn *conn, const char *function,
	const char *login, const char *need, struct bf_permit *out,
	struct bf_err *err)
{
	const char *const values[] = { login, need, NULL };
	PGresult *res;
	json_t *doc;

	if (!bf_admin_rows(arena, conn,
		    bf_printf(arena, "select %s($1, $2)", function), values,
		    &res, err))
		return false;
	doc = json_loads(PQgetvalue(res, 0, 0), 0, NULL);
	*out = (struct bf_permit){
		.may = json_is_true(json_object_get(doc, "may")),
		.nobody = json_is_true(json_object_get(doc, "nobody")),
		.who = text_of(arena, doc, "who"),
		.ask = text_of(arena, doc, "ask"),
	};
	json_decref(doc);
	return true;
}

const char *
bf_tool_login(struct bf_arena *arena)
{
	const char *name = bf_user_root() ? getenv("SUDO_USER") : NULL;

	return name ? name : bf_user_name(arena, getuid());
}

static bool
judge(const struct bf_permit *p, const char *login, const char *need,
	struct bf_err *err)
{
	if (p->nobody && bf_user_root()) {
		puts("No civil servant can sign in yet, so root may; belfort "
		     "staff add makes the first.");
		return true;
	}
	if (p->may)
		return true;
	if (p->nobody)
		return bf_err(err,
			"no civil servant can sign in yet, so only root may; "
			"belfort staff add makes the first");
	if (p->who == NULL)
		return bf_err(err,
			"this needs the right %s, and the user %s is no civil "
			"servant: belfort staff add --login %s makes one",
			need, login, login);
	return bf_err(err, "%s (user %s) lacks the right %s: %s%s", p->who,
		login, need,
		p->ask ? "ask "
		       : "nobody can give it, so use belfort staff give",
		p->ask ? p->ask : "");
}

bool
bf_tool_may(struct bf_tool *tool, json_t *pools, PGconn *conn, json_t *feature,
	const char *word, struct bf_err *err)
{
	json_t *of = bf_describe_identity(pools);
	const char *may = json_string_value(
		json_object_get(json_object_get(of, "identity"), "may"));
	const char *login = bf_tool_login(tool->arena);
	const char *need = bf_printf(tool->arena, "%s.%s",
		json_string_value(json_object_get(feature, "name")), word);
	struct bf_permit permit = { 0 };

	if (may == NULL
		|| bf_json_named(json_object_get(feature, "rights"), need)
			== NULL)
		return true;
	return bf_admin_run(conn, NULL, "begin", err)
		&& bf_admin_become(tool->arena, conn,
			json_string_value(json_object_get(of, "name")), err)
		&& bf_permit_ask(
			tool->arena, conn, may, login, need, &permit, err)
		&& bf_admin_run(conn, NULL, "commit", err)
		&& judge(&permit, login, need, err);
}
