/* Starts the workers of a generation, starts them again when they fall, lets
 * them go.
 */
#include "generation.h"
#include "log.h"
#include "metrics.h"
#include "user.h"
#include "worker.h"
#include <belfort/arena.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define DELAY_FIRST 100 /* milliseconds, as all here */
#define DELAY_MOST 30000
#define DELAY_DARK 1000 /* from here on nobody waits for the next worker */
#define GOOD_LIFE 60000 /* who lived so long did not fall again */
#define NEVER INT64_MAX

/* Every slot of the generation G, in pool P. */
#define EACH_SLOT(g, p, s) \
	for (p = (g)->pools; p < (g)->pools + (g)->settings->pool_count; p++) \
		for (s = p->slots; s < p->slots + p->slot_count; s++)
#define EACH_OWN_SLOT(g, p, s) \
	EACH_SLOT(g, p, s) \
	if ((p)->warden == NULL)
#define SLOW_START 10000 /* a worker that is shut in serves by then */

/* Sealed: a worker that would cut the page short could crash its master. */
static bool
last_make(struct bf_slot *slot, struct bf_err *err)
{
	void *map = MAP_FAILED;

	slot->last_fd = memfd_create(
		"belfort-last", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (slot->last_fd >= 0
		&& ftruncate(slot->last_fd, sizeof(*slot->last)) == 0
		&& fcntl(slot->last_fd, F_ADD_SEALS,
			   F_SEAL_SHRINK | F_SEAL_GROW)
			== 0)
		map = mmap(NULL, sizeof(*slot->last), PROT_READ | PROT_WRITE,
			MAP_SHARED, slot->last_fd, 0);
	if (map == MAP_FAILED)
		return bf_err(err, "memory for a worker: %s", strerror(errno));
	slot->last = map;
	return true;
}

static bool
slots_make(struct bf_generation *g, struct bf_pool *pool, struct bf_err *err)
{
	struct bf_slot *slot;
	size_t n = (size_t)pool->settings->workers;

	pool->slots = bf_alloc(g->settings->arena, n * sizeof(*pool->slots));
	pool->slot_count = n;
	for (slot = pool->slots; slot < pool->slots + n; slot++)
		slot->ready = slot->last_fd = -1;
	for (slot = pool->slots; slot < pool->slots + n; slot++)
		if (!last_make(slot, err))
			return false;
	return true;
}

static bool
warden_make(struct bf_generation *g, struct bf_pool *pool, struct bf_err *err)
{
	if (!bf_pool_shut_in(pool->settings))
		return true;
	pool->warden = bf_alloc(g->settings->arena, sizeof(*pool->warden));
	return bf_warden_open(pool->warden, pool->settings->name, err);
}

static bool
pool_make(struct bf_generation *g, struct bf_pool *pool,
	struct bf_listener **listeners, struct bf_err *err)
{
	const struct bf_settings *s = g->settings;
	gid_t group, web;
	uid_t user;

	return bf_user_find(pool->settings->user, &user, &group, err)
		&& bf_user_group(s->listen_group, &web, err)
		&& (pool->settings->passwords
			|| bf_metrics_make(
				s->run, pool->settings->name, user, group, err))
		&& (pool->settings->jobs
			|| bf_listener_get(listeners, s, pool->settings, user,
				pool->settings->passwords ? group : web,
				&pool->listener, err))
		&& warden_make(g, pool, err) && slots_make(g, pool, err);
}

/* A pool that is shut in and cannot be made keeps nobody from being served: it
 * has no workers. */
static bool
pass_over(const struct bf_pool *pool, struct bf_err *err)
{
	if (!bf_pool_shut_in(pool->settings))
		return false;
	bf_log("error", "event=passed_over in=%s detail=%s",
		pool->settings->name, bf_log_value(err->text));
	*err = (struct bf_err){ 0 };
	return true;
}

bool
bf_generation_make(struct bf_settings *settings,
	const struct bf_program *program, struct bf_listener **listeners,
	struct bf_generation **out, struct bf_err *err)
{
	static unsigned count;
	struct bf_generation *g = bf_alloc(settings->arena, sizeof(*g));
	size_t i, n = settings->pool_count;

	g->number = ++count;
	g->settings = settings;
	g->program = program;
	g->pools = bf_alloc(settings->arena, n * sizeof(*g->pools));
	for (i = 0; i < n; i++)
		g->pools[i].settings = &settings->pools[i];
	for (i = 0; i < n; i++)
		if (!pool_make(g, &g->pools[i], listeners, err)
			&& !pass_over(&g->pools[i], err)) {
			bf_generation_free(g);
			return false;
		}
	*out = g;
	return true;
}

static void
ready_close(struct bf_slot *slot)
{
	if (slot->ready >= 0)
		close(slot->ready);
	slot->ready = -1;
}

/* A byte says that the worker serves; the end of the pipe that it never
 * will. */
static void
ready_read(struct bf_slot *slot)
{
	char byte;
	ssize_t n;

	if (slot->ready < 0)
		return;
	n = read(slot->ready, &byte, 1);
	if (n < 0)
		return;
	slot->serving = n == 1;
	ready_close(slot);
}

static bool
fork_worker(const struct bf_generation *g, const struct bf_pool *pool,
	struct bf_slot *slot, int ready)
{
	const struct bf_spawn spawn = {
		.pool = pool->settings->name,
		.user = pool->settings->user,
		.socket = pool->listener ? pool->listener->fd : -1,
		.ready = ready,
		.last = slot->last_fd,
		.log = pool->warden ? pool->warden->write : -1,
		.passwords = pool->settings->passwords,
	};

	memset(slot->last, 0, sizeof(*slot->last));
	slot->pid = bf_spawn_worker(g->program, &spawn);
	if (slot->pid > 0)
		return true;
	slot->pid = 0;
	return false;
}

static void
delay_grow(struct bf_slot *slot, bool most)
{
	slot->delay = slot->delay ? 2 * slot->delay : DELAY_FIRST;
	if (slot->delay > DELAY_MOST || most)
		slot->delay = DELAY_MOST;
	slot->due = bf_clock() + slot->delay;
}

static void
slot_start(const struct bf_generation *g, const struct bf_pool *pool,
	struct bf_slot *slot, int events)
{
	struct epoll_event event = { .events = EPOLLIN };
	int ready[2];

	slot->started = bf_clock();
	slot->serving = false;
	slot->burn = (struct bf_burn){ 0 };
	if (pipe2(ready, O_CLOEXEC | O_NONBLOCK) == 0) {
		slot->ready = ready[0];
		epoll_ctl(events, EPOLL_CTL_ADD, ready[0], &event);
		fork_worker(g, pool, slot, ready[1]);
		close(ready[1]);
	}
	if (slot->pid > 0) {
		bf_metrics_start(g->settings->run, pool->settings->name,
			slot->delay > 0);
		return;
	}
	bf_log("error", "event=spawn detail=%s", bf_log_value(strerror(errno)));
	ready_close(slot);
	delay_grow(slot, false);
}

/* A worker that is shut in and takes more than its share. */
static void
slot_guard(const struct bf_pool *pool, struct bf_slot *slot, int64_t now)
{
	const char *why = NULL;

	if (slot->pid <= 0)
		return;
	if (!slot->serving && now - slot->started > SLOW_START)
		why = "slow_start";
	else if (bf_warden_burns(&slot->burn, slot->pid, now))
		why = "burns";
	else if (bf_warden_hangs(&slot->burn,
			 slot->last->busy ? slot->last->request : NULL, now))
		why = "hangs";
	if (why == NULL)
		return;
	bf_log("error", "event=worker_killed in=%s worker=%d why=%s",
		pool->settings->name, (int)slot->pid, why);
	kill(slot->pid, SIGKILL);
}

static int64_t
wardens_tend(struct bf_generation *g, int64_t now)
{
	struct bf_pool *pool;
	struct bf_slot *slot;
	bool any = false;

	EACH_SLOT(g, pool, slot)
	{
		if (pool->warden == NULL)
			continue;
		if (slot == pool->slots)
			bf_warden_listen(pool->warden, now);
		slot_guard(pool, slot, now);
		any = true;
	}
	return any ? now + BF_WARDEN_EVERY : NEVER;
}

int64_t
bf_generation_tend(struct bf_generation *g, int events)
{
	int64_t now = bf_clock(), next = g->kill_at ? g->kill_at : NEVER;
	int64_t look = wardens_tend(g, now);
	struct bf_pool *pool;
	struct bf_slot *slot;

	next = look < next ? look : next;

	EACH_SLOT(g, pool, slot)
	{
		ready_read(slot);
		if (g->kill_at) {
			if (slot->pid && now >= g->kill_at)
				kill(slot->pid, SIGKILL);
			continue;
		}
		if (slot->pid == 0 && slot->due <= now)
			slot_start(g, pool, slot, events);
		if (slot->pid == 0 && slot->due < next)
			next = slot->due;
	}
	return now >= next ? now + DELAY_FIRST : next;
}

static void
fall_log(const struct bf_pool *pool, const struct bf_slot *slot, int status)
{
	char request[sizeof(slot->last->request)];

	memcpy(request, slot->last->request, sizeof(request));
	request[sizeof(request) - 1] = '\0';
	bf_log("error",
		"event=worker_fell in=%s worker=%d %s=%d %s=%s again_ms=%d",
		pool->settings->name, (int)slot->pid,
		WIFSIGNALED(status) ? "signal" : "status",
		WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status),
		slot->last->busy ? "request" : "request_before",
		bf_log_value(request[0] ? request : "-"), slot->delay);
}

/* The page is shared with a worker: whatever it holds may be nonsense. */
static void
slot_fell(const struct bf_pool *pool, struct bf_slot *slot, int status)
{
	bool wrong = WIFEXITED(status) && WEXITSTATUS(status) == BF_EXIT_CONFIG;
	/* Nobody kills these but from outside: it is not their fault. */
	bool killed = pool->warden == NULL && WIFSIGNALED(status)
		&& WTERMSIG(status) == SIGKILL;

	if (killed || bf_clock() - slot->started > GOOD_LIFE)
		slot->delay = 0;
	delay_grow(slot, wrong);
	fall_log(pool, slot, status);
}

static void
slot_ended(struct bf_generation *g, struct bf_pool *pool, struct bf_slot *slot,
	int status)
{
	bool clean = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;

	ready_read(slot);
	ready_close(slot);
	if (!clean)
		slot_fell(pool, slot, status);
	else if (g->kill_at == 0)
		slot->due = bf_clock() + DELAY_FIRST;
	slot->pid = 0;
	slot->serving = false;
}

bool
bf_generation_ended(struct bf_generation *g, pid_t pid, int status)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	EACH_SLOT(g, pool, slot)
	if (slot->pid == pid) {
		slot_ended(g, pool, slot, status);
		return true;
	}
	return false;
}

bool
bf_generation_serves(const struct bf_generation *g)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	EACH_OWN_SLOT(g, pool, slot)
	if (!slot->serving)
		return false;
	return true;
}

bool
bf_generation_fell(const struct bf_generation *g)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	EACH_OWN_SLOT(g, pool, slot)
	if (slot->delay > 0)
		return true;
	return false;
}

bool
bf_generation_settled(const struct bf_generation *g)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	EACH_OWN_SLOT(g, pool, slot)
	if (!slot->serving && slot->delay == 0)
		return false;
	return true;
}

bool
bf_generation_gone(const struct bf_generation *g)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	EACH_SLOT(g, pool, slot)
	if (slot->pid > 0)
		return false;
	return true;
}

bool
bf_pool_dark(const struct bf_pool *pool)
{
	const struct bf_slot *slot = pool->slots;

	for (; slot < pool->slots + pool->slot_count; slot++)
		if (slot->serving || slot->delay < DELAY_DARK)
			return false;
	return true;
}

void
bf_generation_retire(struct bf_generation *g, int patience)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	g->kill_at = bf_clock() + patience;
	EACH_SLOT(g, pool, slot)
	if (slot->pid > 0)
		kill(slot->pid, SIGTERM);
}

void
bf_generation_free(struct bf_generation *g)
{
	struct bf_pool *pool;
	struct bf_slot *slot;

	EACH_SLOT(g, pool, slot)
	{
		ready_close(slot);
		if (slot->last)
			munmap(slot->last, sizeof(*slot->last));
		if (slot->last_fd >= 0)
			close(slot->last_fd);
	}
	for (pool = g->pools; pool < g->pools + g->settings->pool_count; pool++)
		if (pool->warden)
			bf_warden_close(pool->warden);
	bf_settings_free(g->settings);
}
