/* The connection of a worker: opened when needed, opened again when lost. */
#include "db_conn.h"
#include "clock.h"
#include <belfort/arena.h>
#include <poll.h>
#include <string.h>

#define PAUSE_FIRST 100000
#define PAUSE_MOST 1000000

/* What every session of a pool holds to.  A page that takes longer than five
 * seconds is a fault, and JIT makes short queries slow. */
static const char session[] =
	"set timezone = 'Europe/Brussels'; set jit = off; "
	"set statement_timeout = '5s'; set lock_timeout = '3s'; "
	"set idle_in_transaction_session_timeout = '10s'; "
	"set datestyle = 'ISO, YMD'; set client_min_messages = warning";

struct bf_db *
bf_db_new(struct bf_arena *arena, const char *conninfo, const char *role)
{
	struct bf_db *db = bf_alloc(arena, sizeof(*db));

	db->arena = arena;
	db->conninfo = conninfo;
	db->role = role;
	return db;
}

void
bf_db_drop(struct bf_db *db)
{
	PQfinish(db->conn);
	db->conn = NULL;
}

void
bf_db_close(struct bf_db *db)
{
	if (db)
		bf_db_drop(db);
}

/* Notices can quote rows: they are not for the log. */
static void
ignore_notice(void *arg, const PGresult *res)
{
	(void)arg, (void)res;
}

static PGconn *
open_connection(const struct bf_db *db)
{
	const char *const names[] = { "dbname", "user", "application_name",
		"client_encoding", "connect_timeout", "tcp_user_timeout",
		NULL };
	char name[64] = "belfort/";
	const char *const values[] = { db->conninfo, db->role, name, "UTF8",
		"2", "8000", NULL };

	if (db->role)
		strncat(name, db->role, sizeof(name) - strlen(name) - 1);
	return PQconnectdbParams(names, values, 1);
}

static bool
session_set(PGconn *conn)
{
	PGresult *res;
	bool good;

	if (PQstatus(conn) != CONNECTION_OK)
		return false;
	PQsetNoticeReceiver(conn, ignore_notice, NULL);
	res = PQexec(conn, session);
	good = PQresultStatus(res) == PGRES_COMMAND_OK;
	PQclear(res);
	return good;
}

static bool
reopen(struct bf_db *db)
{
	uint64_t now = bf_clock_us();

	if (now < db->closed_until)
		return false;
	bf_db_drop(db);
	db->conn = open_connection(db);
	db->generation++;
	if (session_set(db->conn)) {
		db->pause = 0;
		return true;
	}
	db->pause = db->pause ? 2 * db->pause : PAUSE_FIRST;
	if (db->pause > PAUSE_MOST)
		db->pause = PAUSE_MOST;
	db->closed_until = bf_clock_us() + db->pause;
	return false;
}

/* Whether nothing came in since the last answer.  What a server says unasked
 * is nearly always its farewell: that is seen before a write is sent, so that a
 * restart of the database loses none.  Who listens takes in notices first. */
static bool
still_open(struct bf_db *db)
{
	struct pollfd fd = { PQsocket(db->conn), POLLIN, 0 };

	if (db->listens && !PQconsumeInput(db->conn))
		return false;
	return PQstatus(db->conn) == CONNECTION_OK && poll(&fd, 1, 0) == 0;
}

bool
bf_db_ready(struct bf_db *db)
{
	bf_db_end(db);
	return (db->conn && still_open(db)) || reopen(db);
}

bool
bf_db_alive(struct bf_db *db)
{
	PGresult *res;
	bool good;

	if (!bf_db_ready(db))
		return false;
	res = PQexec(db->conn, "select 1");
	good = PQresultStatus(res) == PGRES_TUPLES_OK;
	PQclear(res);
	if (!good)
		bf_db_drop(db);
	return good;
}

/* Class 22 quotes the value that did not fit, so its message stays out. */
const char *
bf_db_message(
	struct bf_arena *arena, const struct bf_db *db, const PGresult *res)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	const char *text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);

	if (state == NULL)
		return db->conn ? "connection lost" : "no connection";
	if (text == NULL || strncmp(state, "22", 2) == 0)
		return bf_strdup(arena, state);
	return bf_printf(arena, "%s: %s", state, text);
}
