/* The background work: keeps the rules in force as the files say, which it
 * watches, and hears from the database when there are new lines to decide on or
 * something to do for a job.
 */
#include "jobs.h"
#include "arena.h"
#include "chores.h"
#include "db_conn.h"
#include "log.h"
#include "permit.h"
#include "plugin.h"
#include "rules_db.h"
#include "rules_own.h"
#include "tool.h"
#include "user.h"
#include "work.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#define QUIET 50  /* milliseconds without a change before files are read */
#define TICK 1000 /* milliseconds until what did not work is tried again */
#define CHANGES \
	(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB)

/* The rules of one plugin. */
struct watch {
	struct bf_rule_scope scope;
	const char *need; /* the right to put them in force, or NULL */
	int wd;           /* -1: the folder is not there */
	bool saved;       /* a file was saved: it counts, whatever was before */
	bool look;        /* look whether the files are new */
	bool again;       /* decide again with the version in force */
	time_t decided;   /* the last time: who asks too often waits */
};

struct jobs {
	struct bf_host *host;
	struct watch *watches;
	size_t count;
	int inotify;
	unsigned listening; /* the connection on which LISTEN was said */
	struct bf_chores chores;
	struct bf_work work;
};

static bool
live(const struct jobs *j)
{
	return strcmp(j->host->settings->rules_live, "yes") == 0;
}

static void
watch_open(struct jobs *j, struct watch *w)
{
	char path[4096];

	if (w->wd >= 0 || !live(j))
		return;
	snprintf(path, sizeof(path), "%s/%s", j->host->settings->rules,
		w->scope.feature);
	w->wd = inotify_add_watch(
		j->inotify, path, CHANGES | IN_DELETE_SELF | IN_MOVE_SELF);
	w->look = w->wd >= 0;
}

/* Editors keep copies beside a file: those are no rules. */
static bool
is_rules(const struct inotify_event *event)
{
	size_t len = event->len ? strlen(event->name) : 0;

	return len > 4 && event->name[0] != '.'
		&& strcmp(event->name + len - 4, ".lua") == 0;
}

static void
event_take(struct jobs *j, const struct inotify_event *event)
{
	struct watch *w = j->watches;

	for (; w < j->watches + j->count; w++) {
		if (event->mask & IN_Q_OVERFLOW)
			w->look = true;
		if (w->wd != event->wd)
			continue;
		if (event->mask
			& (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) {
			inotify_rm_watch(j->inotify, w->wd);
			w->wd = -1;
		} else if (is_rules(event))
			w->saved = w->look = true;
	}
}

static bool
events_read(struct jobs *j)
{
	_Alignas(struct inotify_event) char data[8192];
	const struct inotify_event *event;
	ssize_t n = read(j->inotify, data, sizeof(data)), at;

	for (at = 0; at < n; at += (ssize_t)(sizeof(*event) + event->len)) {
		event = (const void *)(data + at);
		event_take(j, event);
	}
	return n > 0;
}

/* Whether the database is there, and tells of new lines. */
static bool
listens(struct jobs *j)
{
	struct bf_db *db = j->host->db;
	struct watch *w = j->watches;
	struct bf_err err = { 0 };

	if (!bf_db_ready(db))
		return false;
	if (j->listening == db->generation)
		return true;
	if (!bf_admin_run(db->conn, NULL,
		    "listen belfort_rules; listen belfort_jobs", &err)) {
		bf_db_drop(db);
		return false;
	}
	j->listening = db->generation;
	for (; w < j->watches + j->count; w++)
		w->again = w->look = true;
	return true;
}

static void
notice_take(struct jobs *j, const PGnotify *notice)
{
	struct watch *w;

	if (strcmp(notice->relname, "belfort_jobs") == 0)
		bf_work_call(&j->work, notice->extra);
	else
		for (w = j->watches; w < j->watches + j->count; w++)
			if (strcmp(notice->extra, w->scope.feature) == 0)
				w->again = true;
}

/* Whether there were any. */
static bool
notices_read(struct jobs *j)
{
	PGconn *conn = j->host->db->conn;
	PGnotify *notice;
	bool any = false;

	if (conn == NULL)
		return false;
	if (!PQconsumeInput(conn)) {
		bf_db_drop(j->host->db);
		return false;
	}
	while ((notice = PQnotifies(conn))) {
		notice_take(j, notice);
		PQfreemem(notice);
		any = true;
	}
	return any;
}

static void
fault_log(const struct watch *w, const struct bf_rule_fault *fault)
{
	bf_log("error",
		"event=rules_refused feature=%s file=%s line=%d detail=%s",
		w->scope.feature, bf_log_value(fault->file), fault->line,
		bf_log_value(fault->text[bf_lang_index("en")]));
}

static void
result_log(const struct watch *w, json_t *result)
{
	bf_log("info", "event=rules feature=%s version=%d result=%s",
		w->scope.feature,
		(int)json_integer_value(json_object_get(result, "version")),
		bf_log_value(
			json_string_value(json_object_get(result, "result"))));
}

static bool
publish(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_set *set, const char *by, struct bf_err *err)
{
	const struct bf_rule_word word = { .by = by, .force = true };
	json_t *result;

	if (!bf_rules_publish(
		    arena, j->host->db->conn, set, &word, &result, err))
		return false;
	result_log(w, result);
	return true;
}

/* Whether FILE differs from all that is in force. */
static bool
differs(const struct bf_rule_file *file, const struct bf_rule_files *before)
{
	size_t i;

	for (i = 0; before && i < before->count; i++)
		if (strcmp(file->text, before->files[i].text) == 0)
			return false;
	return true;
}

/* Who saved the first file that differs from what is in force. */
static const char *
who(const struct bf_rule_files *files, const struct bf_rule_files *before)
{
	size_t i;

	for (i = 0; i < files->count; i++)
		if (differs(&files->files[i], before))
			return files->files[i].owner;
	return files->count ? files->files[0].owner : NULL;
}

/* Whether who saved FILE may put it in force; FAULT says that they may not. */
static bool
owner_may(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_file *file, struct bf_rule_fault *fault,
	struct bf_err *err)
{
	struct bf_permit permit;

	if (!bf_permit_ask(arena, j->host->db->conn, j->host->identity->may,
		    bf_user_name(arena, file->uid), w->need, &permit, err))
		return false;
	if (!permit.may && !(permit.nobody && file->uid == 0))
		(void)bf_rule_fail(arena, w->scope.i18n, fault, file->name, 1,
			BF_N("{1} may not put rules in force: that needs the right {2}. Save the file again when it was given."),
			file->owner, w->need, NULL);
	return true;
}

/* The same of all files that are new; false when it cannot be asked now. */
static bool
owners_may(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_files *files, const struct bf_rule_files *before,
	struct bf_rule_fault *fault, struct bf_err *err)
{
	size_t i;

	if (w->need == NULL || j->host->identity == NULL
		|| j->host->identity->may == NULL)
		return true;
	for (i = 0; i < files->count && !fault->found; i++)
		if (differs(&files->files[i], before)
			&& !owner_may(
				j, w, arena, &files->files[i], fault, err))
			return false;
	return true;
}

/* Whether FILES are not in force and should be.  Where nobody saved one, those
 * that were on disk before are left: another version was published since. */
static bool
files_new(struct jobs *j, struct watch *w, struct bf_arena *arena,
	const struct bf_rule_files *files, const struct bf_rule_files *before,
	bool *out, struct bf_err *err)
{
	const char *const values[] = { files->sha256, NULL };
	PGresult *res;

	*out = before == NULL || strcmp(before->sha256, files->sha256) != 0;
	if (!*out || w->saved || before == NULL)
		return true;
	if (!bf_admin_rows(arena, j->host->db->conn,
		    bf_printf(arena, "select belfort.%s_rules_seen($1)",
			    files->feature),
		    values, &res, err))
		return false;
	*out = *PQgetvalue(res, 0, 0) == 'f';
	return true;
}

/* The files as they are now: in force, or the reason why not.  Either is told
 * in the database; false when that cannot be done now. */
static bool
files_take(struct jobs *j, struct watch *w, struct bf_arena *arena,
	struct bf_err *err)
{
	PGconn *conn = j->host->db->conn;
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *files = NULL, *before;
	struct bf_rule_set *set;
	bool new;

	if (!bf_rules_read(arena, j->host->settings->rules, w->scope.feature,
		    &files, &fault, w->scope.i18n)
		|| !bf_rules_load(arena, &w->scope, files, &set, &fault)
		|| !bf_rules_test_all(arena, set, &fault)) {
		fault_log(w, &fault);
		return bf_rules_look(
			arena, conn, w->scope.feature, NULL, &fault, err);
	}
	if (!bf_rules_kept(arena, conn, w->scope.feature, 0, &before, err)
		|| !files_new(j, w, arena, files, before, &new, err)
		|| (new
			&& !owners_may(
				j, w, arena, files, before, &fault, err)))
		return false;
	if (fault.found)
		fault_log(w, &fault);
	return (!new || fault.found
		       || publish(j, w, arena, set, who(files, before), err))
		&& bf_rules_look(
			arena, conn, w->scope.feature, files, &fault, err);
}

/* The version in force, over the lines of now; rights have none. */
static bool
lines_take(struct jobs *j, struct watch *w, struct bf_arena *arena,
	struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *kept;
	struct bf_rule_set *set;

	if (!bf_rules_kept(
		    arena, j->host->db->conn, w->scope.feature, 0, &kept, err))
		return false;
	if (kept == NULL || bf_rules_rights(w->scope.rules))
		return true;
	if (!bf_rules_load(arena, &w->scope, kept, &set, &fault)) {
		fault_log(w, &fault);
		return true;
	}
	return publish(j, w, arena, set, NULL, err);
}

typedef bool work(struct jobs *j, struct watch *w, struct bf_arena *arena,
	struct bf_err *err);

/* Whether DO_IT worked; else it is tried again after a tick. */
static bool
attempt(struct jobs *j, struct watch *w, work *do_it)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err = { 0 };
	bool good = do_it(j, w, arena, &err);

	if (!good)
		bf_log("error", "event=rules_failed feature=%s detail=%s",
			w->scope.feature, bf_log_value(err.text));
	bf_arena_free(arena);
	return good;
}

static void
watches_tend(struct jobs *j)
{
	struct watch *w;

	notices_read(j);
	if (listens(j))
		bf_chores_do(&j->chores);
	if (listens(j))
		bf_work_do(&j->work);
	for (w = j->watches; w < j->watches + j->count; w++) {
		watch_open(j, w);
		if (!listens(j))
			return;
		if (w->look && live(j) && attempt(j, w, files_take))
			w->look = w->saved = false;
		if (w->again && time(NULL) != w->decided
			&& attempt(j, w, lines_take)) {
			w->again = false;
			w->decided = time(NULL);
		}
	}
}

/* Wait for something to do; false: stop. */
static bool
wait_work(struct jobs *j, int stop)
{
	PGconn *conn = j->host->db->conn;
	bool more = PQstatus(conn) == CONNECTION_OK && bf_work_more(&j->work);
	int timeout = notices_read(j) || more ? 0 : TICK;
	struct pollfd fds[] = {
		{ .fd = stop, .events = POLLIN },
		{ .fd = j->inotify, .events = POLLIN },
		{ .fd = conn ? PQsocket(conn) : -1, .events = POLLIN },
	};

	while (poll(fds, 3, timeout) > 0) {
		if (fds[0].revents)
			return false;
		if (fds[2].revents)
			return true;
		if (fds[1].revents && events_read(j))
			timeout = QUIET;
	}
	return true;
}

/* The right of P to put rules in force, where it declares one. */
static const char *
need_of(struct bf_arena *arena, const struct bf_plugin *p)
{
	const char *name = bf_printf(arena, "%s.publish", p->name);
	const struct bf_right *right = bf_plugin_rights(p);

	for (; right && right->name; right++)
		if (strcmp(right->name, name) == 0)
			return name;
	return NULL;
}

static void
watches_make(struct jobs *j)
{
	struct bf_host *host = j->host;
	const struct bf_plugin *p;
	struct watch *w;
	size_t i;

	j->watches = bf_alloc(
		host->arena, host->feature_count * sizeof(*j->watches));
	for (i = 0; i < host->feature_count; i++) {
		p = host->features[i].plugin;
		if (bf_plugin_rules(p) == NULL)
			continue;
		w = &j->watches[j->count++];
		w->scope = (struct bf_rule_scope){ p->name, bf_plugin_rules(p),
			host->i18n };
		w->need = need_of(host->arena, p);
		w->wd = -1;
	}
}

int
bf_jobs_run(struct bf_host *host, int stop, int ready)
{
	struct jobs j = { .host = host,
		.inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK) };

	if (j.inotify < 0) {
		bf_log("error", "event=start detail=%s",
			bf_log_value(strerror(errno)));
		return EXIT_FAILURE;
	}
	host->db->listens = true;
	watches_make(&j);
	bf_chores_begin(&j.chores, host);
	bf_work_begin(&j.work, host);
	if (ready >= 0 && write(ready, "r", 1) == 1)
		close(ready);
	do
		watches_tend(&j);
	while (wait_work(&j, stop));
	close(j.inotify);
	return EXIT_SUCCESS;
}
