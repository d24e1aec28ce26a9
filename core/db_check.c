/* Compares the declared queries with the functions that the database has. */
#include "arena.h"
#include "db_conn.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

/* The columns of the catalog query below. */
enum { NAME, ARGS, TIMES, FIXED, DEFINER, DOCUMENT, ALLOWED };

static const char catalog[] =
	"select n.nspname || '.' || p.proname, min(coalesce(("
	"  select string_agg(a.name, ' ' order by a.nr)"
	"  from unnest(p.proargnames) with ordinality a(name, nr)"
	"  where p.proargmodes is null or p.proargmodes[a.nr] in ('i', 'b')),"
	"  repeat('? ', p.pronargs))),"
	" count(*),"
	" bool_and(exists(select from unnest(p.proconfig) c"
	"  where c like 'search_path=%')),"
	" bool_and(p.prosecdef),"
	" bool_and(not p.proretset and p.prorettype in"
	"  ('json'::regtype, 'jsonb'::regtype, 'text'::regtype)),"
	" bool_and(has_schema_privilege(n.oid, 'usage')"
	"  and has_function_privilege(p.oid, 'execute')) "
	"from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
	"where n.nspname || '.' || p.proname = any ($1::text[]) "
	"group by 1";

/* What must hold of a function beside its arguments. */
static const struct {
	int column;
	const char *wrong;
} rules[] = {
	{ FIXED, "has no fixed search_path: add SET search_path to it" },
	{ DEFINER, "is not SECURITY DEFINER, so it could read no table" },
	{ DOCUMENT, "does not give one json, jsonb or text" },
	{ ALLOWED,
		"may not be executed by this pool's role: run belfort "
		"migrate" },
};

/* {"a.b","c.d"}: names of functions hold no quotes, plugin.c saw to that. */
static const char *
names_array(struct bf_arena *arena, const struct bf_query *const *queries,
	size_t count)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t i;

	for (i = 0; i < count; i++)
		bf_put_fmt(
			out, "%s\"%s\"", i ? "," : "{", queries[i]->function);
	bf_put_str(out, count ? "}" : "{}");
	return out->data;
}

static bool
has_word(const char *list, const char *word, size_t len)
{
	size_t n;

	for (; *(list += strspn(list, " ")); list += n) {
		n = strcspn(list, " ");
		if (n == len && strncmp(list, word, n) == 0)
			return true;
	}
	return false;
}

/* Whether every word of A is in B. */
static bool
words_in(const char *a, const char *b)
{
	size_t len;

	for (; *(a += strspn(a, " ")); a += len) {
		len = strcspn(a, " ");
		if (!has_word(b, a, len))
			return false;
	}
	return true;
}

/* "a b" as "a, b". */
static const char *
listed(struct bf_arena *arena, const char *words)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	for (words += strspn(words, " "); *words; words++)
		bf_put_str(out, *words == ' ' ? ", " : (char[2]){ *words, 0 });
	return out->data;
}

static int
row_of(const PGresult *res, const char *function)
{
	int i;

	for (i = 0; i < PQntuples(res); i++)
		if (strcmp(PQgetvalue(res, i, NAME), function) == 0)
			return i;
	return -1;
}

static bool
args_agree(struct bf_arena *arena, const struct bf_query *q, const char *have,
	struct bf_err *err)
{
	const char *want = q->args ? q->args : "";

	if (words_in(want, have) && words_in(have, want))
		return true;
	return bf_err(err,
		"%s(%s): the database has %s(%s): run belfort migrate, or "
		"make the plugin's table agree",
		q->function, listed(arena, want), q->function,
		listed(arena, have));
}

static bool
agree(struct bf_arena *arena, const PGresult *res, const struct bf_query *q,
	struct bf_err *err)
{
	int row = row_of(res, q->function);
	size_t i;

	if (row < 0)
		return bf_err(err,
			"%s(%s): the database has no such function: run "
			"belfort migrate",
			q->function, listed(arena, q->args ? q->args : ""));
	if (strcmp(PQgetvalue(res, row, TIMES), "1") != 0)
		return bf_err(err,
			"%s: the database has %s functions of that name; a "
			"query needs one",
			q->function, PQgetvalue(res, row, TIMES));
	if (!args_agree(arena, q, PQgetvalue(res, row, ARGS), err))
		return false;
	for (i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (*PQgetvalue(res, row, rules[i].column) != 't')
			return bf_err(err, "%s in the database %s", q->function,
				rules[i].wrong);
	return true;
}

static bool
compare(struct bf_arena *arena, const struct bf_db *db, const PGresult *res,
	const struct bf_query *const *queries, size_t count, struct bf_err *err)
{
	size_t i;

	if (PQresultStatus(res) != PGRES_TUPLES_OK)
		return bf_err(err, "the database's catalog: %s",
			bf_db_message(arena, db, res));
	for (i = 0; i < count; i++)
		if (!agree(arena, res, queries[i], err))
			return false;
	return true;
}

bool
bf_db_check(struct bf_db *db, const struct bf_query *const *queries,
	size_t count, bool *down, struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	const char *names = names_array(arena, queries, count);
	PGresult *res;
	bool good;

	*down = !bf_db_ready(db);
	if (*down) {
		bf_arena_free(arena);
		return bf_err(err, "the database cannot be reached");
	}
	res = PQexecParams(db->conn, catalog, 1, NULL, &names, NULL, NULL, 0);
	*down = PQstatus(db->conn) != CONNECTION_OK;
	good = compare(arena, db, res, queries, count, err);
	PQclear(res);
	bf_arena_free(arena);
	return good;
}

bool
bf_db_check_view(
	struct bf_db *db, const char *view, bool *down, struct bf_err *err)
{
	static const char sql[] =
		"select has_schema_privilege(n.oid, 'usage')"
		" and has_table_privilege(c.oid, 'select') "
		"from pg_class c join pg_namespace n on n.oid = c.relnamespace "
		"where n.nspname || '.' || c.relname = $1"
		" and c.relkind in ('v', 'm')";
	PGresult *res;
	bool good;

	*down = !bf_db_ready(db);
	if (*down)
		return bf_err(err, "the database cannot be reached");
	res = PQexecParams(db->conn, sql, 1, NULL, &view, NULL, NULL, 0);
	*down = PQstatus(db->conn) != CONNECTION_OK;
	good = PQntuples(res) == 1 && *PQgetvalue(res, 0, 0) == 't';
	if (!good)
		(void)bf_err(err,
			"%s: the database has no such view, or this pool's "
			"role may not read it: run belfort migrate",
			view);
	PQclear(res);
	return good;
}
