/* The log of who looked: its export, and whether one fits link by link. */
#include "arena.h"
#include "crypt.h"
#include "tool.h"
#include "tool_expire.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHARE "100000" /* records asked for at once */

/* The link before the first, as access.chain begins. */
static const char before_all[] = "Belfort";

/* A link that was published on DAY. */
struct head {
	char day[16], hash[BF_SHA256_HEX];
	long long position;
	struct head *next;
};

struct check {
	struct bf_arena *arena;
	const char *file;
	struct head *heads; /* in the order of their positions */
	long long line, position, met;
	unsigned char hash[BF_SHA256];
	char hex[BF_SHA256_HEX];
};

/* --- export -------------------------------------------------------------- */

/* Print records after position *AFTER, which becomes that of the last one; the
 * number is how many. */
static bool
share_print(PGconn *conn, long long *after, int *count, struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	const char *const values[] = { bf_printf(arena, "%lld", *after), NULL };
	PGresult *res;
	bool good = bf_admin_rows(arena, conn,
		"select line from access.export($1, " SHARE ")", values, &res,
		err);
	int i;

	*count = good ? PQntuples(res) : 0;
	for (i = 0; i < *count; i++)
		puts(PQgetvalue(res, i, 0));
	if (*count > 0)
		*after = atoll(PQgetvalue(res, *count - 1, 0));
	bf_arena_free(arena);
	return good;
}

/* After months were dropped it begins later. */
static bool export(struct bf_tool *tool, PGconn *conn, struct bf_err *err)
{
	long long after = 0;
	int count = 1;
	bool good = true;

	(void)tool;
	while (good && count > 0)
		good = share_print(conn, &after, &count, err);
	return good;
}

typedef bool act(struct bf_tool *tool, PGconn *conn, struct bf_err *err);

/* What needs the database needs a configuration too. */
static bool
with_database(struct bf_tool *tool, act *run, struct bf_err *err)
{
	struct bf_settings *settings;
	PGconn *conn;
	bool good;

	if (!bf_settings_load(bf_settings_path(tool->config), &settings, err))
		return false;
	tool->settings = settings;
	good = bf_admin_open(tool, &conn, err) && run(tool, conn, err);
	tool->settings = NULL;
	bf_settings_free(settings);
	return good;
}

/* --- verify -------------------------------------------------------------- */

/* "2026-11-24;123;ab12...", as open data is written; false: no such line. */
static bool
head_read(const char *line, struct head *out)
{
	return sscanf(line, "%15[0-9-];%lld;%64[0-9a-f]", out->day,
		       &out->position, out->hash)
		== 3
		&& strlen(out->hash) == BF_SHA256_HEX - 1;
}

static void
head_add(struct check *c, const struct head *head)
{
	struct head **at = &c->heads, *new = bf_alloc(c->arena, sizeof(*new));

	while (*at && (*at)->position < head->position)
		at = &(*at)->next;
	*new = *head;
	new->next = *at;
	*at = new;
}

static bool
heads_read(struct check *c, const char *path, struct bf_err *err)
{
	FILE *file = fopen(path, "re");
	struct head head;
	char *line = NULL;
	size_t size = 0;
	bool first = true, good = true;

	if (file == NULL)
		return bf_err(err, "%s: %s", path, strerror(errno));
	while (good && getline(&line, &size, file) >= 0) {
		if (head_read(line, &head))
			head_add(c, &head);
		else if (!first)
			good = bf_err(err,
				"%s: %.40s: this is no day, number and code",
				path, line);
		first = false;
	}
	free(line);
	fclose(file);
	return good;
}

/* An export that does not begin at the beginning goes on from a head. */
static bool
begin(struct check *c, long long position, struct bf_err *err)
{
	const struct head *head = c->heads;
	int i;

	c->position = position - 1;
	if (position == 1) {
		bf_sha256_join(before_all, strlen(before_all), "", 0, c->hash);
		return true;
	}
	while (head && head->position != position - 1)
		head = head->next;
	if (head == NULL)
		return bf_err(err,
			"%s begins at record %lld: give the published head of "
			"record %lld, or an export from the beginning",
			c->file, position, position - 1);
	for (i = 0; i < BF_SHA256; i++)
		sscanf(head->hash + 2 * i, "%2hhx", &c->hash[i]);
	return true;
}

static bool
order_holds(struct check *c, long long position, struct bf_err *err)
{
	if (position == c->position + 1)
		return true;
	if (position > c->position + 1)
		return bf_err(err, "%s:%lld: record %lld is missing", c->file,
			c->line, c->position + 1);
	return bf_err(err, "%s:%lld: record %lld stands where %lld belongs",
		c->file, c->line, position, c->position + 1);
}

/* Heads at this position say the same. */
static bool
heads_hold(struct check *c, struct bf_err *err)
{
	for (; c->heads && c->heads->position <= c->position;
		c->heads = c->heads->next) {
		if (c->heads->position < c->position)
			continue;
		if (strcmp(c->heads->hash, c->hex) != 0)
			return bf_err(err,
				"%s:%lld: the head that was published for %s "
				"is another one: the log was written anew "
				"before record %lld",
				c->file, c->line, c->heads->day, c->position);
		c->met++;
	}
	return true;
}

/* POSITION tab HASH tab TEXT */
static bool
line_check(struct check *c, char *line, struct bf_err *err)
{
	char *end, *hash, *text;
	long long position = strtoll(line, &end, 10);

	hash = *end == '\t' ? end + 1 : NULL;
	text = hash ? strchr(hash, '\t') : NULL;
	if (text == NULL || text - hash != BF_SHA256_HEX - 1 || position < 1)
		return bf_err(err, "%s:%lld: this is no line of an export",
			c->file, c->line);
	if (c->line == 1 && !begin(c, position, err))
		return false;
	if (!order_holds(c, position, err))
		return false;
	text++;
	bf_sha256_join(c->hash, BF_SHA256, text, strcspn(text, "\n"), c->hash);
	bf_hex_put(c->hash, BF_SHA256, c->hex);
	if (strncmp(hash, c->hex, BF_SHA256_HEX - 1) != 0)
		return bf_err(err,
			"%s:%lld: the link of record %lld does not fit: it, or "
			"the link before it, was changed",
			c->file, c->line, position);
	c->position = position;
	return heads_hold(c, err);
}

static bool
lines_check(struct check *c, struct bf_err *err)
{
	FILE *file = fopen(c->file, "re");
	char *line = NULL;
	size_t size = 0;
	bool good = true;

	if (file == NULL)
		return bf_err(err, "%s: %s", c->file, strerror(errno));
	while (good && getline(&line, &size, file) >= 0) {
		c->line++;
		good = line_check(c, line, err);
	}
	free(line);
	fclose(file);
	return good;
}

static bool
verify(struct bf_tool *tool, struct bf_err *err)
{
	struct check c = { .arena = tool->arena, .file = tool->operands[1] };

	if (c.file == NULL)
		return bf_err(err,
			"verify needs a file: see belfort access "
			"--help");
	if (tool->operands[2] && !heads_read(&c, tool->operands[2], err))
		return false;
	if (!lines_check(&c, err))
		return false;
	if (c.heads)
		return bf_err(err,
			"%s ends at record %lld, but the head of %s stands at "
			"%lld: records are missing",
			c.file, c.position, c.heads->day, c.heads->position);
	printf("%lld records, each link fits; %lld published heads met.\n",
		c.line, c.met);
	return true;
}

bool
bf_tool_access(struct bf_tool *tool, struct bf_err *err)
{
	if (strcmp(tool->operands[0], "export") == 0)
		return with_database(tool, export, err);
	if (strcmp(tool->operands[0], "expire") == 0)
		return with_database(tool, bf_access_expire, err);
	if (strcmp(tool->operands[0], "verify") == 0)
		return verify(tool, err);
	return bf_err(err, "there is no act %s: export, verify or expire",
		tool->operands[0]);
}
