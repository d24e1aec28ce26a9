/* The master process: brings in a new generation of workers on SIGHUP without
 * losing a request, and lets all finish on SIGTERM.
 *
 * It loads no plugin and maps nothing that a worker could cut short.
 */
#include "master.h"
#include "generation.h"
#include "log.h"
#include "notify.h"
#include "user.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define DRAIN 30000  /* milliseconds for the requests under way */
#define RELOAD 60000 /* for checking a configuration, or getting ready */
#define RETIRED_MOST 4

struct master {
	struct bf_program program;
	struct bf_listener *listeners;
	struct bf_generation *current, *coming; /* coming: not ready yet */
	struct bf_generation *retired;          /* a list */
	pid_t checker;  /* looks at a new configuration */
	int64_t limit;  /* when the checker or the coming must be done */
	bool again;     /* SIGHUP came while one was at work */
	bool announced; /* systemd knows that we are ready */
	bool stopping;
	int signals, events, lock;
	char lock_file[4096];
};

static void
retire(struct master *m, struct bf_generation *g)
{
	struct bf_generation *r;
	int n = 0;

	bf_generation_retire(g, DRAIN);
	g->next = m->retired;
	m->retired = g;
	for (r = m->retired; r; r = r->next)
		if (++n > RETIRED_MOST)
			r->kill_at = bf_clock();
}

/* Retired generations whose last worker has left. */
static void
retired_free(struct master *m)
{
	struct bf_generation **at = &m->retired, *g;

	while ((g = *at)) {
		if (!bf_generation_gone(g)) {
			at = &g->next;
			continue;
		}
		*at = g->next;
		bf_log("info", "event=retired generation=%u", g->number);
		bf_generation_free(g);
	}
}

static void reload_refuse(struct master *m, const char *why);

static void
reload_begin(struct master *m)
{
	char state[64];

	if (m->stopping)
		return;
	m->again = m->checker > 0 || m->coming;
	if (m->again)
		return;
	snprintf(state, sizeof(state), "RELOADING=1\nMONOTONIC_USEC=%lld",
		(long long)bf_clock() * 1000);
	bf_notify(state);
	m->limit = bf_clock() + RELOAD;
	m->checker = bf_spawn_check(&m->program);
	if (m->checker < 0) {
		m->checker = 0;
		reload_refuse(m, strerror(errno));
	}
}

static void
reload_end(struct master *m)
{
	bf_notify("READY=1");
	if (m->again) {
		m->again = false;
		reload_begin(m);
	}
}

static void
reload_refuse(struct master *m, const char *why)
{
	if (m->coming)
		retire(m, m->coming);
	m->coming = NULL;
	/* Nothing is reloaded before the first generation stands.
	 * NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	bf_listener_prune(&m->listeners, m->current->settings);
	bf_log("error", "event=reload_refused generation=%u detail=%s",
		m->current->number, bf_log_value(why));
	reload_end(m);
}

/* The configuration was found good: begin a generation with it. */
static void
reload_start(struct master *m)
{
	struct bf_settings *settings;
	struct bf_err err = { 0 };

	if (!bf_settings_load(m->program.config, &settings, &err)) {
		reload_refuse(m, err.text);
		return;
	}
	bf_settings_leave_services(settings);
	bf_settings_add_passwords(settings);
	if (!bf_generation_make(
		    settings, &m->program, &m->listeners, &m->coming, &err)) {
		reload_refuse(m, err.text);
		return;
	}
	m->limit = bf_clock() + RELOAD;
	bf_log("info", "event=coming generation=%u", m->coming->number);
}

static void
reload_checked(struct master *m, int status)
{
	m->checker = 0;
	if (m->stopping)
		return;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
		reload_start(m);
	else
		reload_refuse(m, "belfortd --check says what is wrong");
}

static void
generation_turn(struct master *m)
{
	struct bf_generation *before = m->current;

	m->current = m->coming;
	m->coming = NULL;
	retire(m, before);
	bf_listener_prune(&m->listeners, m->current->settings);
	bf_log("info", "event=serving generation=%u", m->current->number);
	reload_end(m);
}

static void
coming_tend(struct master *m)
{
	if (bf_generation_fell(m->coming))
		reload_refuse(m, "a worker of the new generation fell");
	else if (bf_generation_serves(m->coming))
		generation_turn(m);
	else if (bf_clock() >= m->limit)
		reload_refuse(m, "the new generation is not ready in time");
}

static void
stop_begin(struct master *m)
{
	struct bf_generation *r;

	if (m->stopping) { /* asked twice: no more patience */
		for (r = m->retired; r; r = r->next)
			r->kill_at = bf_clock();
		return;
	}
	bf_notify("STOPPING=1");
	bf_log("info", "event=stopping");
	m->stopping = true;
	if (m->checker > 0)
		kill(m->checker, SIGKILL);
	if (m->coming)
		retire(m, m->coming);
	retire(m, m->current);
	m->coming = m->current = NULL;
}

static bool
worker_ended(struct master *m, pid_t pid, int status)
{
	struct bf_generation *r;

	if ((m->current && bf_generation_ended(m->current, pid, status))
		|| (m->coming && bf_generation_ended(m->coming, pid, status)))
		return true;
	for (r = m->retired; r; r = r->next)
		if (bf_generation_ended(r, pid, status))
			return true;
	return false;
}

static void
reap(struct master *m)
{
	pid_t pid;
	int status;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		if (pid == m->checker)
			reload_checked(m, status);
		else if (!worker_ended(m, pid, status))
			bf_log("warn", "event=unknown_child child=%d",
				(int)pid);
}

static void
signals_read(struct master *m)
{
	struct signalfd_siginfo info;

	while (read(m->signals, &info, sizeof(info)) == sizeof(info))
		if (info.ssi_signo == SIGHUP)
			reload_begin(m);
		else if (info.ssi_signo != SIGCHLD)
			stop_begin(m);
	reap(m);
}

/* Watch the socket of a pool without workers only as long as it has none. */
static void
refuse(struct master *m, struct bf_pool *pool)
{
	struct epoll_event event = { .events = EPOLLIN };
	struct bf_listener *l = pool->listener;
	bool dark = bf_pool_dark(pool);

	if (l == NULL)
		return;
	if (dark != l->refusing) {
		epoll_ctl(m->events, dark ? EPOLL_CTL_ADD : EPOLL_CTL_DEL,
			l->fd, &event);
		bf_log("warn", "event=%s in=%s",
			dark ? "refusing" : "no_longer_refusing",
			pool->settings->name);
	}
	l->refusing = dark;
	if (dark)
		bf_listener_refuse(l);
}

static int64_t
sooner(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* What time alone brings about; when the next of it is due. */
static int64_t
tend(struct master *m)
{
	int64_t next = INT64_MAX;
	struct bf_generation *r;
	size_t i;

	if (m->checker > 0 && bf_clock() >= m->limit)
		kill(m->checker, SIGKILL);
	if (m->coming) {
		next = sooner(
			m->limit, bf_generation_tend(m->coming, m->events));
		coming_tend(m);
	} else if (m->checker > 0)
		next = sooner(next, m->limit);
	if (m->current)
		next = sooner(next, bf_generation_tend(m->current, m->events));
	for (i = 0; m->current && i < m->current->settings->pool_count; i++)
		refuse(m, &m->current->pools[i]);
	for (r = m->retired; r; r = r->next)
		next = sooner(next, bf_generation_tend(r, m->events));
	retired_free(m);
	return next;
}

/* Ready when each worker serves, or fell: one bad pool does not keep the
 * others from being announced. */
static void
announce(struct master *m)
{
	if (m->announced || m->current == NULL
		|| !bf_generation_settled(m->current))
		return;
	m->announced = true;
	bf_log("info", "event=serving generation=%u", m->current->number);
	bf_notify("READY=1");
}

static void
loop(struct master *m)
{
	struct epoll_event events[16];
	int64_t next, wait;

	for (;;) {
		next = tend(m);
		announce(m);
		if (m->stopping && m->retired == NULL)
			return;
		wait = next - bf_clock();
		if (wait < 0)
			wait = 0;
		if (epoll_wait(m->events, events, 16,
			    next == INT64_MAX ? -1 : (int)wait)
			> 0)
			signals_read(m);
	}
}

static bool
signals_open(struct master *m, struct bf_err *err)
{
	static const int wanted[] = { SIGCHLD, SIGHUP, SIGTERM, SIGINT };
	struct epoll_event event = { .events = EPOLLIN };
	sigset_t set;
	size_t i;

	sigemptyset(&set);
	for (i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		sigaddset(&set, wanted[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	m->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	m->events = epoll_create1(EPOLL_CLOEXEC);
	if (m->signals < 0
		|| epoll_ctl(m->events, EPOLL_CTL_ADD, m->signals, &event) < 0)
		return bf_err(err, "signals: %s", strerror(errno));
	return true;
}

/* <run>/master.pid, locked: one master for a folder of sockets. */
static bool
lock_take(struct master *m, const char *run, struct bf_err *err)
{
	char pid[16] = "";

	if (mkdir(run, 0755) < 0 && errno != EEXIST)
		return bf_err(err, "%s: %s", run, strerror(errno));
	snprintf(m->lock_file, sizeof(m->lock_file), "%s/master.pid", run);
	m->lock = open(
		m->lock_file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
	if (m->lock < 0)
		return bf_err(err, "%s: %s", m->lock_file, strerror(errno));
	if (flock(m->lock, LOCK_EX | LOCK_NB) < 0) {
		if (read(m->lock, pid, sizeof(pid) - 1) < 0)
			pid[0] = '\0';
		return bf_err(err, "another belfortd serves from %s: %d", run,
			(int)strtol(pid, NULL, 10));
	}
	snprintf(pid, sizeof(pid), "%d\n", (int)getpid());
	if (ftruncate(m->lock, 0) < 0
		|| pwrite(m->lock, pid, strlen(pid), 0) < 0)
		return bf_err(err, "%s: %s", m->lock_file, strerror(errno));
	return true;
}

static bool
start(struct master *m, struct bf_settings *settings, struct bf_err *err)
{
	if (!bf_user_root())
		bf_log("warn",
			"event=not_root detail=\"all pools run as this user\"");
	return bf_program_find(&m->program, err) && signals_open(m, err)
		&& lock_take(m, settings->run, err)
		&& bf_generation_make(
			settings, &m->program, &m->listeners, &m->current, err);
}

int
bf_master_run(struct bf_settings *settings)
{
	/* The settings go with their generation; the file's name stays. */
	char *config = strdup(settings->file);
	struct master m = { .program.config = config };
	struct bf_err err = { 0 };
	bool good;

	bf_log_name("master");
	bf_settings_leave_services(settings);
	bf_settings_add_passwords(settings);
	good = config && start(&m, settings, &err);
	if (good) {
		loop(&m);
		unlink(m.lock_file);
		bf_log("info", "event=stopped");
	} else
		bf_log("error", "event=start detail=%s",
			bf_log_value(err.text));
	bf_listener_prune(&m.listeners, NULL);
	free(config);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
