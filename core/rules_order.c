/* Orders: read, put on top of a version, and ended. */
#include "rules_order.h"
#include "rules_db.h"
#include "rules_own.h"
#include "tool.h"
#include <belfort/arena.h>
#include <belfort/crypt.h>
#include <belfort/json.h>
#include <stdlib.h>
#include <string.h>

const char *
bf_rules_text_hash(struct bf_arena *arena, const char *text)
{
	unsigned char hash[BF_HASH];

	bf_hash(text, strlen(text), hash);
	return bf_hex(arena, hash, sizeof(hash));
}

const struct bf_rule_file *
bf_rules_file(const struct bf_rule_files *files, const char *name)
{
	size_t i;

	for (i = 0; files && i < files->count; i++)
		if (strcmp(files->files[i].name, name) == 0)
			return &files->files[i];
	return NULL;
}

static bool
changes_name(
	const struct bf_rule_change *changes, size_t count, const char *name)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(changes[i].file.name, name) == 0)
			return true;
	return false;
}

static int
by_name(const void *a, const void *b)
{
	const struct bf_rule_file *x = a, *y = b;

	return strcmp(x->name, y->name);
}

struct bf_rule_files *
bf_rules_changed(struct bf_arena *arena, const char *feature,
	const struct bf_rule_files *before,
	const struct bf_rule_change *changes, size_t count)
{
	struct bf_rule_files *out = bf_alloc(arena, sizeof(*out));
	size_t i, most = (before ? before->count : 0) + count;

	out->feature = feature;
	out->files = bf_alloc(arena, (most + 1) * sizeof(*out->files));
	for (i = 0; before && i < before->count; i++)
		if (!changes_name(changes, count, before->files[i].name))
			out->files[out->count++] = before->files[i];
	for (i = 0; i < count; i++)
		if (changes[i].file.text)
			out->files[out->count++] = changes[i].file;
	qsort(out->files, out->count, sizeof(*out->files), by_name);
	bf_rules_hash(out);
	return out;
}

/* Whether CHANGE finds in BEFORE what it was written for, or itself. */
static bool
fits(struct bf_arena *arena, const struct bf_rule_files *before,
	const struct bf_rule_change *change)
{
	const struct bf_rule_file *now = bf_rules_file(
		before, change->file.name);

	if (now == NULL)
		return change->replaces == NULL || change->file.text == NULL;
	if (change->file.text && strcmp(now->text, change->file.text) == 0)
		return true;
	return change->replaces
		&& strcmp(change->replaces,
			   bf_rules_text_hash(arena, now->text))
		== 0;
}

bool
bf_rules_ordered(struct bf_arena *arena, const struct bf_rule_scope *scope,
	const struct bf_rule_files *before, const struct bf_rule_order *order,
	struct bf_rule_files **out, struct bf_rule_fault *fault)
{
	const struct bf_rule_change *c = order->changes;

	for (; c < order->changes + order->count; c++)
		if (!fits(arena, before, c))
			return bf_rule_fail(arena, scope->i18n, fault,
				c->file.name, 1,
				BF_N("This file was changed by somebody else since. Nothing came in force: look at both texts, and offer it again."),
				(char *)NULL);
	*out = bf_rules_changed(
		arena, scope->feature, before, order->changes, order->count);
	return true;
}

/* --- in the database ------------------------------------------------------ */

static const char *
word(json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static struct bf_rule_change
change_read(json_t *file)
{
	json_t *text = json_object_get(file, "text");

	return (struct bf_rule_change){
		.file = { .name = word(file, "name"),
			.text = json_string_value(text),
			.len = json_string_length(text) },
		.replaces = word(file, "replaces"),
		.saved_by = word(file, "saved_by"),
	};
}

static struct bf_rule_order *
order_read(struct bf_arena *arena, json_t *doc)
{
	struct bf_rule_order *out = bf_alloc(arena, sizeof(*out));
	json_t *files = json_object_get(doc, "files"), *file;
	size_t i;

	*out = (struct bf_rule_order){
		.id = bf_printf(arena, "%lld",
			(long long)json_integer_value(
				json_object_get(doc, "id"))),
		.asked_name = word(doc, "asked_name"),
		.second_by = word(doc, "second_by"),
		.second_name = word(doc, "second_name"),
		.reason = word(doc, "reason"),
		.until = word(doc, "until"),
		.count = json_array_size(files),
	};
	out->changes = bf_alloc(
		arena, (out->count + 1) * sizeof(*out->changes));
	json_array_foreach (files, i, file)
		out->changes[i] = change_read(file);
	return out;
}

bool
bf_rules_order_due(struct bf_arena *arena, PGconn *conn, const char *feature,
	struct bf_rule_order **out, struct bf_err *err)
{
	PGresult *res;
	json_t *doc;

	*out = NULL;
	if (!bf_admin_rows(arena, conn,
		    bf_printf(arena, "select belfort.%s_rules_order_due()",
			    feature),
		    NULL, &res, err))
		return false;
	if (PQgetisnull(res, 0, 0))
		return true;
	doc = json_loads(PQgetvalue(res, 0, 0), 0, NULL);
	bf_json_keep(arena, doc);
	*out = order_read(arena, doc);
	return true;
}

bool
bf_rules_order_end(struct bf_arena *arena, PGconn *conn, const char *feature,
	const struct bf_rule_order *order, const char *state, int version,
	const struct bf_rule_fault *fault, struct bf_err *err)
{
	const char *const values[] = { order->id, state,
		bf_printf(arena, "%d", version),
		fault ? bf_rules_fault_json(arena, fault) : "", NULL };

	return bf_admin_call(conn,
		bf_printf(arena,
			"select belfort.%s_rules_order_end($1::bigint, $2, "
			"nullif($3::integer, 0), nullif($4, '')::json)",
			feature),
		values, err);
}
