/* belfort mail: what comes back to the address that mail is sent from. */
#include "tool.h"
#include <belfort/arena.h>
#include <stdio.h>
#include <string.h>

#define MAIL_MOST 262144
#define KEY 36 /* letters of an id of ours */

/* What is asked of a notice that a mail did not arrive (RFC 3464). */
struct notice {
	const char *action, *status;
	const char *key; /* of the mail that did not */
};

/* The mail on standard input, without carriage returns. */
static char *
mail_read(struct bf_arena *arena)
{
	char *text = bf_alloc(arena, MAIL_MOST + 1), *to = text;
	size_t len = fread(text, 1, MAIL_MOST, stdin), i;

	for (i = 0; i < len; i++)
		if (text[i] != '\r' && text[i] != '\0')
			*to++ = text[i];
	*to = '\0';
	return text;
}

/* The value of header NAME at or after TEXT, or NULL.  A line that begins with
 * a blank belongs to the one before. */
static const char *
header(struct bf_arena *arena, const char *text, const char *name)
{
	size_t len = strlen(name);

	for (; text; text = strchr(text, '\n'), text = text ? text + 1 : NULL)
		if (strncasecmp(text, name, len) == 0 && text[len] == ':') {
			text += len + 1;
			text += strspn(text, " \t\n");
			return bf_strndup(arena, text, strcspn(text, " \t\n"));
		}
	return NULL;
}

static const char *
key_of(struct bf_arena *arena, const char *id)
{
	return id && id[0] == '<' && strlen(id) > KEY + 1 && id[KEY + 1] == '@'
			&& strspn(id + 1, "0123456789abcdef-") == KEY
		? bf_strndup(arena, id + 1, KEY)
		: NULL;
}

/* NULL when NOTICE says that a mail did not arrive, else what it is. */
static const char *
notice_read(struct bf_arena *arena, const char *text, struct notice *out)
{
	const char *part = strstr(text, "message/delivery-status");

	part = part ? strchr(part, '\n') : NULL;
	if (part == NULL)
		return "this is no delivery status notification";
	out->action = header(arena, part, "Action");
	out->status = header(arena, part, "Status");
	out->key = key_of(arena, header(arena, part, "Message-ID"));
	if (out->action == NULL || strcasecmp(out->action, "failed") != 0)
		return "this is not of a mail that failed";
	if (out->status == NULL || out->status[0] != '5' || out->key == NULL)
		return "it does not say why, or of which mail";
	return NULL;
}

static bool
tell(struct bf_tool *tool, const struct notice *notice, bool *known,
	struct bf_err *err)
{
	const char *const values[] = { notice->key, notice->status, NULL };
	const char *function, *name;
	json_t *pools, *feature;
	PGconn *conn;
	PGresult *res;

	if (!bf_describe_pools(tool, &pools, err))
		return false;
	/* The plugin that knows who is who is told of it. */
	feature = bf_describe_identity(pools);
	function = json_string_value(json_object_get(feature, "bounced"));
	name = json_string_value(json_object_get(feature, "name"));
	if (function == NULL)
		return bf_err(err, "no plugin sends mail to people");
	if (!bf_admin_open(tool, &conn, err)
		|| !bf_admin_run(conn, NULL, "begin", err)
		|| !bf_admin_become(tool->arena, conn, name, err)
		|| !bf_admin_rows(tool->arena, conn,
			bf_printf(tool->arena, "select %s($1::uuid, $2)",
				function),
			values, &res, err)
		|| !bf_admin_run(conn, NULL, "commit", err))
		return false;
	*known = !PQgetisnull(res, 0, 0);
	return true;
}

/* What is no notice of ours is no mistake: anybody can write to an address. */
bool
bf_tool_mail(struct bf_tool *tool, struct bf_err *err)
{
	struct notice notice;
	const char *other;
	bool known = false;

	if (strcmp(tool->operands[0], "bounced") != 0)
		return bf_err(err, "there is no act %s; there is: bounced",
			tool->operands[0]);
	other = notice_read(tool->arena, mail_read(tool->arena), &notice);
	if (other) {
		printf("Nothing changed: %s.\n", other);
		return true;
	}
	if (!tell(tool, &notice, &known, err))
		return false;
	puts(known ? "The address is marked: mail does not arrive there."
		   : "Nothing changed: we sent no such mail, or it is known "
		     "already.");
	return true;
}
