/* A connection to another PostgreSQL: by a file that only its owner reads, and
 * never waited for longer than was said.
 */
#include "arena.h"
#include "clock.h"
#include "err.h"
#include "file.h"
#include "foreign.h"
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_MOST 16384
#define CONNECT_MS 5000

/* It reads and nothing else, and holds on to nothing for long. */
static const char session[] =
	"set default_transaction_read_only = on; set datestyle = 'ISO, YMD'; "
	"set timezone = 'UTC'; set statement_timeout = '600s'; "
	"set lock_timeout = '5s'; set client_min_messages = error";

bool
bf_reader_fail(struct bf_reader *r, const char *word, const char *fmt, ...)
{
	va_list args;

	if (r->fault->word)
		return false;
	va_start(args, fmt);
	r->fault->word = word;
	r->fault->detail = bf_vprintf(r->arena, fmt, args);
	va_end(args);
	return false;
}

/* The first line is enough, and what quotes a row stays out. */
static bool
refused(struct bf_reader *r, const char *word, const char *text)
{
	return bf_reader_fail(r, word, "%.*s", (int)strcspn(text, "\n"), text);
}

static const char *
value_of(const PQconninfoOption *options, const char *key)
{
	for (; options->keyword; options++)
		if (strcmp(options->keyword, key) == 0)
			return options->val;
	return NULL;
}

/* One name, of this machine; NULL: none is given. */
static bool
is_here(const char *host)
{
	return host == NULL || (*host == '/' && !strchr(host, ','))
		|| strcmp(host, "localhost") == 0
		|| strcmp(host, "127.0.0.1") == 0 || strcmp(host, "::1") == 0;
}

/* Whether the server proves who it is, or is this machine.  What the file does
 * not say could come from elsewhere. */
static bool
proves(struct bf_reader *r, const char *file, const PQconninfoOption *options)
{
	const char *mode = value_of(options, "sslmode");
	const char *host = value_of(options, "host");

	if (host == NULL || value_of(options, "service"))
		return bf_reader_fail(r, "connection",
			"%s: it has to name a host, and no service", file);
	if (mode && strcmp(mode, "verify-full") == 0)
		return true;
	return (is_here(host) && is_here(value_of(options, "hostaddr")))
		|| bf_reader_fail(r, "connection",
			"%s: a server elsewhere needs sslmode=verify-full",
			file);
}

static bool
only_ours(struct bf_reader *r, const char *file)
{
	struct stat st;

	if (stat(file, &st) != 0)
		return bf_reader_fail(
			r, "connection", "%s: %s", file, strerror(errno));
	return (st.st_mode & (S_IRWXG | S_IRWXO)) == 0
		|| bf_reader_fail(r, "connection",
			"%s: others may read it: chmod 600 %s", file, file);
}

/* What the FILE says, once it is sure that it may be used. */
static const char *
way_in(struct bf_reader *r, const char *file)
{
	struct bf_err err = { 0 };
	PQconninfoOption *options;
	char *text, *wrong = NULL;
	bool good;
	size_t len;

	if (!only_ours(r, file))
		return NULL;
	text = bf_file_read(r->arena, file, FILE_MOST, &len, &err);
	if (text == NULL) {
		(void)bf_reader_fail(r, "connection", "%s", err.text);
		return NULL;
	}
	options = PQconninfoParse(text, &wrong);
	/* What is wrong may quote the password. */
	PQfreemem(wrong);
	good = options
		? proves(r, file, options)
		: bf_reader_fail(r, "connection",
			"%s: this is no connection string of libpq", file);
	PQconninfoFree(options);
	return good ? text : NULL;
}

static void
conn_close(void *conn)
{
	PQfinish(conn);
}

static void
ignore_notice(void *arg, const PGresult *res)
{
	(void)arg, (void)res;
}

/* What it was that libpq tells in many words, some of them secret. */
static const char *
word_of(const char *text)
{
	if (strstr(text, "certificate"))
		return "certificate";
	return strstr(text, "FATAL:") ? "refused" : "unreachable";
}

/* An own choice comes after what the file says, and wins. */
static bool
connect_to(struct bf_reader *r, const char *text)
{
	const char *const names[] = { "dbname", "application_name",
		"client_encoding", "connect_timeout", NULL };
	const char *const values[] = { text, "belfort", "UTF8",
		bf_printf(r->arena, "%d", CONNECT_MS / 1000), NULL };
	int64_t from = bf_clock();

	r->conn = PQconnectdbParams(names, values, 1);
	if (r->conn == NULL)
		bf_out_of_memory();
	bf_defer(r->arena, conn_close, r->conn);
	PQsetNoticeReceiver(r->conn, ignore_notice, NULL);
	if (PQstatus(r->conn) == CONNECTION_OK)
		return true;
	if (bf_clock() - from >= CONNECT_MS)
		return bf_reader_fail(r, "silent",
			"no connection within %d seconds", CONNECT_MS / 1000);
	return bf_reader_fail(
		r, word_of(PQerrorMessage(r->conn)), "no connection");
}

bool
bf_reader_open(struct bf_reader *r, const char *file)
{
	const char *text = way_in(r, file);

	if (text == NULL || !connect_to(r, text))
		return false;
	if (!PQsendQuery(r->conn, session))
		return refused(r, "unreachable", PQerrorMessage(r->conn));
	while (!r->fault->word) {
		PGresult *res = bf_reader_next(r);

		if (res == NULL)
			break;
		PQclear(res);
	}
	return r->fault->word == NULL;
}

/* Wait for more; false: nothing came. */
static bool
more(struct bf_reader *r)
{
	struct pollfd fd = { PQsocket(r->conn), POLLIN, 0 };
	int64_t left = r->end - bf_clock();
	int n;

	if (left > r->silence)
		left = r->silence;
	n = left > 0 ? poll(&fd, 1, (int)left) : 0;
	if (n == 0)
		return bf_reader_fail(
			r, "silent", "the server stopped answering");
	return PQconsumeInput(r->conn)
		|| bf_reader_fail(r, "unreachable", "the connection was lost");
}

/* SQLSTATE, and what it is for people; another one is "status". */
static const struct {
	const char *state, *word;
} states[] = {
	{ "42501", "refused" }, /* insufficient_privilege */
	{ "55P03", "silent" },  /* lock_not_available */
	{ "57014", "silent" },  /* query_canceled: it took too long */
	{ "57P01", "unreachable" },
	{ "57P02", "unreachable" },
};

static const char *
word_of_state(const char *state)
{
	size_t i;

	for (i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (strcmp(states[i].state, state) == 0)
			return states[i].word;
	return "status";
}

/* Its message may quote a value, and so stays there. */
static bool
result_good(struct bf_reader *r, const PGresult *res)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);

	switch (PQresultStatus(res)) {
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
	case PGRES_SINGLE_TUPLE:
		return true;
	default:
		break;
	}
	if (state == NULL)
		return bf_reader_fail(
			r, "unreachable", "the connection was lost");
	return bf_reader_fail(r, word_of_state(state), "SQLSTATE %s", state);
}

PGresult *
bf_reader_next(struct bf_reader *r)
{
	PGresult *res;

	while (PQisBusy(r->conn))
		if (!more(r))
			return NULL;
	res = PQgetResult(r->conn);
	if (res == NULL || result_good(r, res))
		return res;
	PQclear(res);
	return NULL;
}

static void
result_clear(void *res)
{
	PQclear(res);
}

bool
bf_reader_ask(struct bf_reader *r, const char *sql, const char *const *values,
	PGresult **out)
{
	PGresult *end;
	int n = 0;

	while (values[n])
		n++;
	if (!PQsendQueryParams(r->conn, sql, n, NULL, values, NULL, NULL, 0))
		return bf_reader_fail(
			r, "unreachable", "the connection was lost");
	*out = bf_reader_next(r);
	if (*out == NULL)
		return false;
	bf_defer(r->arena, result_clear, *out);
	end = bf_reader_next(r);
	PQclear(end);
	return r->fault->word == NULL;
}
