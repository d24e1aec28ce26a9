/* The background work: keeps the rules in force as the files say, which it
 * watches, and hears from the database when there are new lines to decide on or
 * something to do for a job.
 */
#include "jobs.h"
#include "arena.h"
#include "db_conn.h"
#include "jobs_own.h"
#include "log.h"
#include "plugin.h"
#include "tool.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#define QUIET 50  /* milliseconds without a change before files are read */
#define TICK 1000 /* milliseconds until what did not work is tried again */
#define ORDERS 10 /* seconds until orders are looked for: a new day comes */
#define CHANGES \
	(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB)

static bool
live(const struct jobs *j)
{
	return strcmp(j->host->settings->rules_live, "yes") == 0;
}

static bool
looks(const struct jobs *j, const struct watch *w)
{
	return live(j) || w->draft;
}

static void
watch_open(struct jobs *j, struct watch *w)
{
	char path[4096];

	if (w->wd >= 0 || !looks(j, w))
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
			w->look = true;
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
		w->again = w->look = w->orders = true;
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
				w->again = w->orders = true;
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

/* Whether DO_IT worked; else it is tried again after a tick. */
static bool
attempt(struct jobs *j, struct watch *w, bf_jobs_work *do_it)
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

/* Orders come one after the other, each in an arena of its own. */
static void
orders_tend(struct jobs *j, struct watch *w)
{
	if (time(NULL) - w->ordered >= ORDERS)
		w->orders = true;
	if (!w->orders)
		return;
	while (w->orders && attempt(j, w, bf_jobs_order))
		w->ordered = time(NULL);
}

static void
watch_tend(struct jobs *j, struct watch *w)
{
	if (w->look && looks(j, w) && attempt(j, w, bf_jobs_files))
		w->look = false;
	if (listens(j))
		orders_tend(j, w);
	if (w->again && listens(j) && time(NULL) != w->decided
		&& attempt(j, w, bf_jobs_lines)) {
		w->again = false;
		w->decided = time(NULL);
	}
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
		watch_tend(j, w);
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

/* The function of W that takes files of FEATURE, or NULL. */
static const char *
draft_of(const struct bf_workshop *w, const char *feature)
{
	return w && bf_has_word(w->features, feature) ? w->draft : NULL;
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
		w->draft = live(j) ? NULL : draft_of(host->workshop, p->name);
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
