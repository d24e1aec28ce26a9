/* Watches over workers that are shut in, from outside. */
#include "warden.h"
#include "log.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SAID_A_SECOND 65536U /* bytes */
#define SHARE 10             /* percent of one processor */
#define CREDIT_MOST 1000     /* milliseconds, as all here */
#define POOR_MOST 10000
#define HANG_MOST 15000

bool
bf_warden_open(struct bf_warden *w, const char *pool, struct bf_err *err)
{
	int ends[2];

	*w = (struct bf_warden){ .pool = pool, .read = -1, .write = -1 };
	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
		return bf_err(err, "a pipe for the log of %s: %s", pool,
			strerror(errno));
	w->read = ends[0];
	w->write = ends[1];
	return true;
}

void
bf_warden_close(struct bf_warden *w)
{
	if (w->pool == NULL)
		return;
	close(w->read);
	close(w->write);
	w->pool = NULL;
}

/* One line, marked; control characters would forge lines. */
static void
pass_on(struct bf_warden *w)
{
	char out[sizeof(w->line) + 64];
	size_t i, len = (size_t)snprintf(out, sizeof(out), "in=%s ", w->pool);

	for (i = 0; i < w->len; i++)
		out[len++] = (unsigned char)w->line[i] < ' ' ? '?' : w->line[i];
	out[len++] = '\n';
	if (w->len > 0 && write(STDERR_FILENO, out, len) < 0)
		w->dropped += w->len;
	w->len = 0;
}

static void
take(struct bf_warden *w, const char *data, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (data[i] != '\n')
			w->line[w->len++] = data[i];
		if (data[i] == '\n' || w->len == sizeof(w->line))
			pass_on(w);
	}
}

static void
second_begin(struct bf_warden *w, int64_t now)
{
	if (w->second == now / 1000)
		return;
	w->second = now / 1000;
	w->left = SAID_A_SECOND;
	if (w->dropped)
		bf_log("warn", "event=log_full in=%s", w->pool);
	w->dropped = 0;
}

/* What is too much stays in the pipe: who writes it cannot go on. */
void
bf_warden_listen(struct bf_warden *w, int64_t now)
{
	char data[4096];
	ssize_t n = 1;

	second_begin(w, now);
	while (w->left >= sizeof(data) && n > 0) {
		n = read(w->read, data, sizeof(data));
		if (n > 0) {
			take(w, data, (size_t)n);
			w->left -= (size_t)n;
		}
	}
	if (n > 0)
		w->dropped++;
}

/* Milliseconds of the processor that PID took so far: utime and stime of
 * proc(5), behind the name, which may hold anything.  -1: it is gone. */
static int64_t
taken(pid_t pid)
{
	char file[64], text[1024], *at;
	unsigned long user, system;
	ssize_t n;
	int fd;

	snprintf(file, sizeof(file), "/proc/%d/stat", (int)pid);
	fd = open(file, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	n = read(fd, text, sizeof(text) - 1);
	close(fd);
	text[n < 0 ? 0 : n] = '\0';
	at = strrchr(text, ')');
	if (at == NULL
		|| sscanf(at,
			   ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
			   &user, &system)
			!= 2)
		return -1;
	return (int64_t)(user + system) * 1000 / sysconf(_SC_CLK_TCK);
}

/* A look at PID: what it took since the last one goes from its credit. */
static void
charge(struct bf_burn *b, int64_t used, int64_t now)
{
	if (b->looked)
		b->credit += (now - b->looked) * SHARE / 100 - (used - b->used);
	else
		b->credit = CREDIT_MOST;
	if (b->credit > CREDIT_MOST)
		b->credit = CREDIT_MOST;
	b->looked = now;
	b->used = used;
}

bool
bf_warden_burns(struct bf_burn *b, pid_t pid, int64_t now)
{
	int64_t used = taken(pid);

	if (used < 0)
		return false;
	charge(b, used, now);
	if ((b->credit < 0) != b->stopped) {
		b->stopped = !b->stopped;
		kill(pid, b->stopped ? SIGSTOP : SIGCONT);
	}
	if (b->credit > CREDIT_MOST / 2)
		b->poor = 0;
	else if (b->stopped && b->poor == 0)
		b->poor = now;
	return b->poor && now - b->poor > POOR_MOST;
}

bool
bf_warden_hangs(struct bf_burn *b, const char *request, int64_t now)
{
	if (request == NULL) {
		b->busy = 0;
	} else if (b->busy == 0
		|| strncmp(b->request, request, sizeof(b->request) - 1) != 0) {
		snprintf(b->request, sizeof(b->request), "%.63s", request);
		b->busy = now;
	}
	return b->busy && now - b->busy > HANG_MOST;
}
