/* Queries against a real database that fails in every way.
 *
 * PGHOST is a throw-away PostgreSQL with trusted logins (test_db.sh).
 */
#include "db.h"
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "req.h"
#include <belfort/buf.h>
#include <libpq-fe.h>

static struct bf_arena *host_arena;
static struct bf_host host;
static PGconn *admin;

/* Run SQL as the superuser; its first value, or "". */
static const char *
sql(const char *text)
{
	static char value[200];
	PGresult *res = PQexec(admin, text);

	value[0] = '\0';
	if (PQresultStatus(res) == PGRES_TUPLES_OK && PQntuples(res) > 0)
		snprintf(value, sizeof(value), "%s", PQgetvalue(res, 0, 0));
	else if (PQresultStatus(res) != PGRES_COMMAND_OK
		&& PQresultStatus(res) != PGRES_TUPLES_OK)
		printf("# %s: %s", text, PQerrorMessage(admin));
	PQclear(res);
	return value;
}

static struct bf_req *
request(void)
{
	static struct bf_arena *arena;
	static char *no_vars[] = { NULL };
	struct bf_req *req;

	bf_arena_free(arena);
	arena = bf_arena_new();
	req = bf_alloc(arena, sizeof(*req));
	req->host = &host;
	req->arena = arena;
	req->io = bf_io_memory(arena, no_vars, "", 0);
	req->lang = "nl";
	req->id = "test";
	req->method = "GET";
	return req;
}

/* What a query comes to: its document, or the name of the error's kind. */
static const char *
outcome(struct bf_req *req, const struct bf_query *query)
{
	struct bf_text text = { "(none)", 6 };

	if (bf_query(req, query, &text))
		return strlen(text.data) == text.len ? text.data : "(length)";
	return req->fault.kind ? req->fault.kind->name : "(silent)";
}

static const char *
ask(const struct bf_query *query, const char *name, const char *value)
{
	struct bf_req *req = request();

	if (name)
		bf_set(req, name, value);
	return outcome(req, query);
}

static const char functions[] =
	"create schema t;"
	"create sequence t.calls; create table t.kept (name text primary key);"
	"insert into t.kept values ('secret');"
	"create function t.hello(name text, lang text) returns json"
	" language sql as $$ select json_build_object('name', name, 'lang',"
	" lang) $$;"
	"create function t.nothing() returns json language sql as"
	" 'select null::json';"
	"create function t.raised(kind text) returns json language plpgsql as"
	" $$ begin raise exception '%', kind using errcode = 'BF000'; end $$;"
	"create function t.state(state text) returns json language plpgsql as"
	" $$ begin perform nextval('t.calls');"
	" raise exception 'words' using errcode = state; end $$;"
	"create function t.third() returns json language plpgsql as"
	" $$ begin if nextval('t.calls') < 3 then raise exception 'again'"
	" using errcode = '40001'; end if; return '{}'; end $$;"
	"create function t.nr(nr integer) returns json language sql as"
	" 'select to_json(nr)';"
	"create function t.two() returns setof json language sql as"
	" $$ select '1'::json union all select '2' $$;"
	"create function t.keep(name text) returns json language sql as"
	" 'insert into t.kept values (name) returning ''{}''::json';"
	"create function t.dies() returns json language plpgsql as"
	" $$ begin if nextval('t.calls') = 1 then"
	" perform pg_terminate_backend(pg_backend_pid());"
	" perform pg_sleep(60); end if; return '{\"alive\": true}'; end $$;"
	"create function t.kind() returns json language sql as"
	" $$ select '{\"a\":1}'::json $$;"
	"create view t.rows as select n, '=x' || n as text from"
	" generate_series(1, 3) n;"
	"create view t.breaks as select 1 / (20000 - n) as a, repeat('x', 40)"
	" as b from generate_series(1, 30000) n;"
	"create role t_pool login noinherit; grant usage on schema t to t_pool;"
	"grant all on all tables in schema t to t_pool;"
	"grant all on all sequences in schema t to t_pool;";

static void
answers(void)
{
	static const struct bf_query hello = { "t.hello", "name lang", false };
	static const struct bf_query nothing = { "t.nothing", NULL, false };
	static const struct bf_query two = { "t.two", "", false };
	struct bf_req *req = request();

	bf_set(req, "name", "a'b\\\"");
	is(outcome(req, &hello),
		"{\"name\" : \"a'b\\\\\\\"\", \"lang\" : \"nl\"}",
		"values bind by name, the language comes from the request");
	ok(req->db_us > 0, "the time is accounted");
	is(ask(&hello, NULL, NULL), "{\"name\" : null, \"lang\" : \"nl\"}",
		"an absent value is null");
	is(ask(&nothing, NULL, NULL), "not_found", "no document is a 404");
	is(ask(&two, NULL, NULL), "internal", "two rows are a fault of ours");
	ok(bf_query(request(), &hello, NULL), "the document may be ignored");
}

/* SQLSTATE, what it comes to, and how often the function ran. */
static const struct {
	const char *state, *kind, *calls;
} states[] = {
	{ "40001", "unavailable", "4" },
	{ "40P01", "unavailable", "4" },
	{ "57014", "unavailable", "1" },
	{ "53100", "unavailable", "1" },
	{ "55P03", "unavailable", "1" },
	{ "25006", "unavailable", "1" },
	{ "22P02", "not_found", "1" },
	{ "P0001", "internal", "1" },
	{ "42703", "internal", "1" },
};

static void
failures(void)
{
	static const struct bf_query state = { "t.state", "state", false };
	static const struct bf_query third = { "t.third", NULL, true };
	size_t i;

	for (i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		sql("alter sequence t.calls restart");
		is(ask(&state, "state", states[i].state), states[i].kind,
			states[i].state);
		is(sql("select last_value from t.calls"), states[i].calls,
			"tried as often as it should");
	}
	sql("alter sequence t.calls restart");
	is(ask(&third, NULL, NULL), "{}", "a conflict is tried again");
}

static void
kinds(void)
{
	static const struct bf_query raised = { "t.raised", "kind", false };
	struct bf_req *req;

	is(ask(&raised, "kind", "conflict"), "conflict",
		"a kind raised in SQL");
	req = request();
	bf_set(req, "kind", "no_such");
	is(outcome(req, &raised), "internal", "an unknown kind is our fault");
	has(req->fault.detail, "unknown kind no_such", "and the log says so");
}

/* What a visitor typed is never in the log. */
static void
secrets(void)
{
	static const struct bf_query nr = { "t.nr", "nr", false };
	static const struct bf_query keep = { "t.keep", "name", true };
	static const struct bf_query write_nr = { "t.nr", "nr", true };
	struct bf_req *req;

	is(ask(&nr, "nr", "12"), "12", "a number");
	req = request();
	bf_set(req, "nr", "secret");
	is(outcome(req, &nr), "not_found", "no number: no such page");
	is(req->fault.detail, "t.nr: 22P02", "the log has no value");
	is(ask(&nr, "nr", "99999999999"), "not_found", "too large a number");
	is(ask(&write_nr, "nr", "x"), "bad_request", "in a write: a 400");
	req = request();
	bf_set(req, "name", "secret");
	is(outcome(req, &keep), "internal", "a key that exists");
	ok(strstr(req->fault.detail, "23505")
			&& !strstr(req->fault.detail, "secret"),
		"the log has the state, not the value: %s", req->fault.detail);
}

/* Whether no session of the pool is left. */
static bool
pool_gone(void)
{
	int i;

	for (i = 0; i < 1000; i++) {
		if (strcmp(sql("select count(*) from pg_stat_activity where "
			       "usename = 't_pool'"),
			    "0")
			== 0)
			return true;
		sql("select pg_sleep(0.01)");
	}
	return false;
}

static void
lost(void)
{
	static const struct bf_query reads = { "t.dies", NULL, false };
	static const struct bf_query writes = { "t.dies", NULL, true };
	static const struct bf_query keep = { "t.keep", "name", true };
	static const char kill[] = "select pg_terminate_backend(pid) from "
				   "pg_stat_activity where usename = 't_pool'";

	sql("alter sequence t.calls restart");
	is(ask(&reads, NULL, NULL), "{\"alive\": true}",
		"a read whose connection dies is repeated");
	is(sql("select last_value from t.calls"), "2", "once");
	sql("alter sequence t.calls restart");
	is(ask(&writes, NULL, NULL), "unavailable",
		"a write is never repeated");
	is(sql("select last_value from t.calls"), "1", "not once");
	ok(bf_db_alive(host.db), "the next one finds a connection");
	sql(kill);
	ok(pool_gone(), "the connection dies between two requests");
	is(ask(&keep, "name", "kept"), "{}",
		"a write that comes then is not lost");
	sql(kill);
	ok(pool_gone() && bf_db_alive(host.db), "nor is a look at the health");
}

static void
replaced(void)
{
	static const struct bf_query kind = { "t.kind", NULL, true };

	is(ask(&kind, NULL, NULL), "{\"a\":1}", "prepared");
	sql("drop function t.kind(); create function t.kind() returns jsonb "
	    "language sql as $$ select '{\"b\":2}'::jsonb $$");
	is(ask(&kind, NULL, NULL), "{\"b\": 2}",
		"a function replaced under the connection is found again");
}

static void
absent(void)
{
	static const struct bf_query nothing = { "t.nothing", NULL, false };
	struct bf_db *db = host.db;
	struct bf_err err = { 0 };
	bool down = false;
	int i;

	host.db = bf_db_new(host_arena, "host=/nonexistent", "t_pool");
	for (i = 0; i < 1000; i++)
		if (strcmp(ask(&nothing, NULL, NULL), "unavailable") != 0)
			break;
	is_int(i, 1000, "without a database every request is told so");
	ok(!bf_db_alive(host.db), "the health says it");
	ok(!bf_db_check(host.db, NULL, 0, &down, &err) && down,
		"the check says that it could not ask");
	ok(!bf_db_copy(host.db, request(), "t.rows"), "no copy either");
	bf_db_close(host.db);
	host.db = db;
}

/* A reader who takes so many writes and is gone. */
static int taken;

static bool
few_writes(struct bf_io *io, const char *data, size_t len)
{
	(void)io, (void)data, (void)len;
	return taken-- > 0;
}

static void
copies_lost(void)
{
	static struct bf_io_ops ops;
	static struct bf_io io = { &ops };
	struct bf_req *req = request();
	int writes;

	ok(!bf_db_copy(host.db, req, "rows"), "a view without a schema");
	ok(req->fault.kind == &BF_INTERNAL, "is a mistake of ours");
	for (writes = 0; writes < 3; writes++) {
		req = request();
		ops = *req->io->ops;
		ops.write = few_writes;
		req->io = &io;
		taken = writes;
		ok(!bf_db_copy(host.db, req, "t.breaks"),
			"a reader who left after %d pieces", writes);
		is(req->fault.detail, "the reader went away", "ends it");
	}
	req = request();
	sql("select pg_terminate_backend(pid) from pg_stat_activity where "
	    "usename = 't_pool'");
	ok(bf_db_copy(host.db, req, "t.rows"),
		"a connection that was cut is opened again");
}

static void
copies(void)
{
	struct bf_req *req = request();
	struct bf_buf *out;

	ok(bf_db_copy(host.db, req, "t.rows"), "a view is copied");
	out = bf_io_memory_out(req->io);
	has(out->data,
		"\r\n\r\n\xef\xbb\xbfn;text\r\n1;=x1\r\n2;=x2\r\n3;=x3\r\n",
		"with mark, heading and CRLF");
	has(out->data, "attachment; filename=\"rows.csv\"", "as a download");
	req = request();
	req->method = "HEAD";
	ok(bf_db_copy(host.db, req, "t.breaks"), "HEAD asks for no rows");
	req = request();
	ok(!bf_db_copy(host.db, req, "t.rows\"; drop schema t cascade; --"),
		"a name is quoted");
	ok(req->fault.kind == &BF_INTERNAL && !req->answer.streaming,
		"a view that is not there fails before anything is sent");
	req = request();
	ok(!bf_db_copy(host.db, req, "t.breaks"), "a copy that breaks off");
	ok(req->answer.streaming && req->fault.kind == &BF_UNAVAILABLE,
		"says so after it has begun");
	req = request();
	ok(bf_db_copy(host.db, req, "t.rows"), "the next one is whole");
}

/* A declared query, and what the check says of it. */
static const struct {
	struct bf_query query;
	const char *says;
} checks[] = {
	{ { "t.good", "b a", false }, NULL },
	{ { "t.none", "a", false },
		"t.none(a): the database has no such "
		"function: run belfort migrate" },
	{ { "t.good", "a", false },
		"t.good(a): the database has t.good(a, b): run belfort "
		"migrate" },
	{ { "t.good", "a b c", false },
		"t.good(a, b, c): the database has t.good(a, b)" },
	{ { "t.good", "a bb", false },
		"t.good(a, bb): the database has t.good(a, b)" },
	{ { "t.open_path", NULL, false }, "no fixed search_path" },
	{ { "t.invoker", NULL, false }, "not SECURITY DEFINER" },
	{ { "t.numbers", NULL, false }, "does not give one json" },
	{ { "t.closed", NULL, false }, "may not be executed" },
	{ { "t.twice", "a", false }, "has 2 functions of that name" },
};

static const char checked[] =
	"create function t.good(a int, b text) returns json language sql"
	" security definer set search_path = t as 'select null::json';"
	"create function t.open_path() returns json language sql"
	" security definer as 'select null::json';"
	"create function t.invoker() returns json language sql"
	" set search_path = t as 'select null::json';"
	"create function t.numbers() returns int language sql"
	" security definer set search_path = t as 'select 1';"
	"create function t.closed() returns json language sql"
	" security definer set search_path = t as 'select null::json';"
	"revoke execute on function t.closed() from public;"
	"create function t.twice(a int) returns json language sql"
	" security definer set search_path = t as 'select null::json';"
	"create function t.twice(a text) returns json language sql"
	" security definer set search_path = t as 'select null::json';";

static void
comparing(void)
{
	const struct bf_query *list[1];
	struct bf_err err;
	bool down = true, good;
	size_t i;

	sql(checked);
	for (i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		err.text[0] = '\0';
		list[0] = &checks[i].query;
		good = bf_db_check(host.db, list, 1, &down, &err);
		ok(good == (checks[i].says == NULL) && !down, "%s(%s) is %s",
			checks[i].query.function,
			checks[i].query.args ? checks[i].query.args : "",
			good ? "good" : "refused");
		if (checks[i].says)
			has(err.text, checks[i].says, "and the error says why");
	}
}

static void
views(void)
{
	struct bf_err err = { 0 };
	bool down = true;

	ok(bf_db_check_view(host.db, "t.rows", &down, &err) && !down,
		"a view that may be read");
	ok(!bf_db_check_view(host.db, "t.none", &down, &err) && !down,
		"one that is not there");
	has(err.text, "t.none: the database has no such view", "is named");
	ok(!bf_db_check_view(host.db, "t.kept", &down, &err),
		"a table is no view");
}

int
main(void)
{
	bf_crypt_start();
	admin = PQconnectdb("user=postgres dbname=belfort");
	if (PQstatus(admin) != CONNECTION_OK) {
		printf("Bail out! %s", PQerrorMessage(admin));
		return 1;
	}
	sql(functions);
	host_arena = bf_arena_new();
	host.arena = host_arena;
	host.db = bf_db_new(host_arena, "dbname=belfort", "t_pool");
	answers();
	failures();
	kinds();
	secrets();
	lost();
	replaced();
	absent();
	copies();
	copies_lost();
	comparing();
	views();
	bf_db_close(host.db);
	bf_arena_free(host_arena);
	PQfinish(admin);
	return done();
}
