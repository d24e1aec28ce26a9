/* The master process: starts workers, replaces those that fall, and brings in
 * a new generation on SIGHUP without losing a request.
 *
 * It loads no plugin and allocates only when the configuration changes.
 */
#include "master.h"
#include "log.h"
#include "metrics.h"
#include "pool.h"
#include "worker.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define DELAY_FIRST 100 /* milliseconds */
#define DELAY_MOST 30000
#define GOOD_LIFE 60000 /* a worker that lived so long did not crash again */
#define DRAIN_MOST 30000
#define TICK 200
#define NEVER INT64_MAX

struct master {
	struct bf_settings *settings;
	struct bf_pool *pools;
	unsigned generation;
	pid_t checker; /* the child that checks a new configuration */
	bool stopping;
	int64_t kill_at;
	int signals;
};

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Tell systemd (sd_notify(3), Type=notify); nothing without NOTIFY_SOCKET. */
static void
notify(const char *state)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int fd;

	if (path == NULL || strlen(path) >= sizeof(to.sun_path))
		return;
	memcpy(to.sun_path, path, strlen(path));
	if (to.sun_path[0] == '@')
		to.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	if (sendto(fd, state, strlen(state), 0, (struct sockaddr *)&to,
		    (socklen_t)(offsetof(struct sockaddr_un, sun_path)
			    + strlen(path)))
		< 0)
		bf_log("warn", "error=notify");
	close(fd);
}

static void
slot_spawn(struct master *m, struct bf_pool *pool, struct bf_slot *slot)
{
	struct bf_err err = { 0 };
	bool again = slot->delay > 0;

	slot->started = now_ms();
	slot->due = NEVER;
	slot->generation = m->generation;
	if (bf_pool_spawn(m->settings, pool, slot, &err)) {
		bf_metrics_start(pool->metrics, again);
		return;
	}
	bf_log("error", "error=spawn detail=%s", bf_log_value(err.text));
	slot->due = now_ms() + DELAY_FIRST;
}

static struct bf_slot *
slot_add(struct bf_pool *pool)
{
	struct bf_slot *slot = calloc(1, sizeof(*slot));

	if (slot == NULL)
		abort();
	slot->ready = -1;
	slot->next = pool->slots;
	pool->slots = slot;
	return slot;
}

static struct bf_pool *
pool_find(struct master *m, const char *name)
{
	struct bf_pool *pool;

	for (pool = m->pools; pool; pool = pool->next)
		if (strcmp(pool->name, name) == 0)
			return pool;
	return NULL;
}

/* Pools that the configuration has and the master has not. */
static bool
pools_open(struct master *m, const struct bf_settings *settings,
	struct bf_err *err)
{
	struct bf_pool *pool;
	size_t i;

	for (i = 0; i < settings->pool_count; i++) {
		if (pool_find(m, settings->pools[i].name))
			continue;
		pool = bf_pool_open(settings, &settings->pools[i], err);
		if (pool == NULL)
			return false;
		pool->next = m->pools;
		m->pools = pool;
	}
	return true;
}

/* Start a whole generation; the one before serves until this one is ready. */
static void
generation_start(struct master *m)
{
	const struct bf_pool_settings *conf;
	struct bf_pool *pool;
	size_t i;
	int n;

	m->generation++;
	for (i = 0; i < m->settings->pool_count; i++) {
		conf = &m->settings->pools[i];
		pool = pool_find(m, conf->name);
		for (n = 0; n < conf->workers; n++)
			slot_spawn(m, pool, slot_add(pool));
	}
	bf_log("info", "event=generation number=%u", m->generation);
}

static bool
pool_ready(const struct bf_pool *pool, unsigned generation)
{
	const struct bf_slot *slot;
	bool any = false;

	for (slot = pool->slots; slot; slot = slot->next) {
		if (slot->generation != generation)
			continue;
		any = true;
		if (slot->ready >= 0 || slot->pid == 0)
			return false;
	}
	return any;
}

static void
slots_signal(struct bf_pool *pool, unsigned but, int signo)
{
	struct bf_slot *slot;

	for (slot = pool->slots; slot; slot = slot->next)
		if (slot->pid > 0 && slot->generation != but)
			kill(slot->pid, signo);
}

/* A pool that left the configuration goes as soon as its workers are gone. */
static void
pools_prune(struct master *m)
{
	struct bf_pool **at = &m->pools, *pool;

	while ((pool = *at)) {
		if (pool->slots || bf_settings_pool(m->settings, pool->name)) {
			at = &pool->next;
			continue;
		}
		*at = pool->next;
		bf_pool_close(m->settings, pool);
	}
}

/* Let the old workers of a pool finish once the new ones serve. */
static void
generations_turn(struct master *m)
{
	struct bf_pool *pool;

	for (pool = m->pools; pool; pool = pool->next)
		if (pool_ready(pool, m->generation)
			|| !bf_settings_pool(m->settings, pool->name))
			slots_signal(pool, m->generation, SIGTERM);
}

static void
slot_drop(struct bf_pool *pool, struct bf_slot *gone)
{
	struct bf_slot **at = &pool->slots;

	while (*at != gone)
		at = &(*at)->next;
	*at = gone->next;
	free(gone);
}

static void
slot_close_ready(struct bf_slot *slot)
{
	if (slot->ready >= 0)
		close(slot->ready);
	slot->ready = -1;
}

static void
fall_log(const struct bf_pool *pool, pid_t pid, int status, int delay)
{
	bf_log("error",
		"event=worker_fell in=%s worker=%d %s=%d again_in_ms=%d",
		pool->name, (int)pid, WIFSIGNALED(status) ? "signal" : "status",
		WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status),
		delay);
}

/* Start again, later each time.  A worker that says its configuration is wrong
 * waits the longest time at once. */
static void
slot_fell(struct bf_pool *pool, struct bf_slot *slot, pid_t pid, int status)
{
	int64_t now = now_ms();
	bool config = WIFEXITED(status)
		&& WEXITSTATUS(status) == BF_EXIT_CONFIG;

	if (now - slot->started > GOOD_LIFE)
		slot->delay = 0;
	slot->delay = slot->delay == 0 ? DELAY_FIRST : 2 * slot->delay;
	if (slot->delay > DELAY_MOST || config)
		slot->delay = DELAY_MOST;
	slot->due = now + slot->delay;
	fall_log(pool, pid, status, slot->delay);
}

static void
slot_ended(struct master *m, struct bf_pool *pool, struct bf_slot *slot,
	int status)
{
	pid_t pid = slot->pid;

	slot->pid = 0;
	slot_close_ready(slot);
	if (m->stopping || slot->generation != m->generation)
		slot_drop(pool, slot);
	else if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
		slot->due = now_ms();
	else
		slot_fell(pool, slot, pid, status);
}

static bool
worker_ended(struct master *m, pid_t pid, int status)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	for (pool = m->pools; pool; pool = pool->next)
		for (slot = pool->slots; slot; slot = slot->next)
			if (slot->pid == pid) {
				slot_ended(m, pool, slot, status);
				return true;
			}
	return false;
}

/* The checked configuration comes in, or the old one stays. */
static void
reload_finish(struct master *m, int status)
{
	struct bf_settings *next;
	struct bf_err err = { 0 };

	m->checker = 0;
	if (status != 0)
		bf_log("error", "event=reload_refused detail=%s",
			bf_log_value("the old configuration stays in force"));
	else if (!bf_settings_load(m->settings->file, &next, &err)
		|| !pools_open(m, next, &err))
		bf_log("error", "event=reload_refused detail=%s",
			bf_log_value(err.text));
	else {
		bf_settings_free(m->settings);
		m->settings = next;
		generation_start(m);
	}
	notify("READY=1");
}

static void
reap(struct master *m)
{
	pid_t pid;
	int status;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		if (pid == m->checker)
			reload_finish(m, status);
		else if (!worker_ended(m, pid, status))
			bf_log("warn", "event=unknown_child child=%d",
				(int)pid);
}

static void
reload_begin(struct master *m)
{
	sigset_t none;

	if (m->checker > 0 || m->stopping)
		return;
	notify("RELOADING=1");
	m->checker = fork();
	if (m->checker != 0)
		return;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execl(BF_SBINDIR "/belfortd", "belfortd", "-c", m->settings->file,
		"--check", (char *)NULL);
	_exit(EXIT_FAILURE);
}

static void
stop_begin(struct master *m)
{
	struct bf_pool *pool;

	if (m->stopping)
		return;
	notify("STOPPING=1");
	m->stopping = true;
	m->kill_at = now_ms() + DRAIN_MOST;
	for (pool = m->pools; pool; pool = pool->next)
		slots_signal(pool, 0, SIGTERM);
}

static void
signals_read(struct master *m)
{
	struct signalfd_siginfo info;

	while (read(m->signals, &info, sizeof(info)) == sizeof(info)) {
		if (info.ssi_signo == SIGCHLD)
			reap(m);
		else if (info.ssi_signo == SIGHUP)
			reload_begin(m);
		else
			stop_begin(m);
	}
}

static void
ready_read(struct bf_slot *slot)
{
	char byte;

	if (slot->ready >= 0 && read(slot->ready, &byte, 1) == 1)
		slot_close_ready(slot);
}

/* Slots without a worker that are due; readiness of those that started. */
static void
slots_tend(struct master *m)
{
	struct bf_pool *pool;
	struct bf_slot *slot, *next;

	for (pool = m->pools; pool; pool = pool->next)
		for (slot = pool->slots; slot; slot = next) {
			next = slot->next;
			ready_read(slot);
			if (slot->pid > 0)
				continue;
			if (m->stopping || slot->generation != m->generation)
				slot_drop(pool, slot);
			else if (slot->due <= now_ms())
				slot_spawn(m, pool, slot);
		}
}

static bool
all_gone(const struct master *m)
{
	const struct bf_pool *pool;

	for (pool = m->pools; pool; pool = pool->next)
		if (pool->slots)
			return false;
	return true;
}

static void
tend(struct master *m)
{
	struct bf_pool *pool;

	slots_tend(m);
	if (m->stopping && now_ms() > m->kill_at)
		for (pool = m->pools; pool; pool = pool->next)
			slots_signal(pool, 0, SIGKILL);
	if (m->stopping)
		return;
	generations_turn(m);
	pools_prune(m);
}

static void
loop(struct master *m)
{
	struct pollfd fd = { .fd = m->signals, .events = POLLIN };

	while (!m->stopping || !all_gone(m)) {
		if (poll(&fd, 1, TICK) > 0)
			signals_read(m);
		tend(m);
	}
}

static int
signals_open(void)
{
	static const int wanted[] = { SIGCHLD, SIGHUP, SIGTERM, SIGINT };
	sigset_t set;
	size_t i;

	sigemptyset(&set);
	for (i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		sigaddset(&set, wanted[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void
pid_write(const struct bf_settings *settings)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof(path), "%s/master.pid", settings->run);
	file = fopen(path, "we");
	if (file == NULL)
		return;
	fprintf(file, "%d\n", (int)getpid());
	fclose(file);
}

static void
close_all(struct master *m)
{
	struct bf_pool *pool;
	char path[512];

	while ((pool = m->pools)) {
		m->pools = pool->next;
		bf_pool_close(m->settings, pool);
	}
	snprintf(path, sizeof(path), "%s/master.pid", m->settings->run);
	unlink(path);
	bf_settings_free(m->settings);
}

int
bf_master_run(struct bf_settings *settings)
{
	struct master m = { .settings = settings };
	struct bf_err err = { 0 };

	bf_log_name("master");
	m.signals = signals_open();
	if (m.signals < 0 || !pools_open(&m, settings, &err)) {
		bf_log("error", "error=start detail=%s",
			bf_log_value(err.text));
		return EXIT_FAILURE;
	}
	pid_write(settings);
	generation_start(&m);
	notify("READY=1");
	loop(&m);
	close_all(&m);
	bf_log("info", "event=stopped");
	return EXIT_SUCCESS;
}
