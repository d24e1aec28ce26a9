/* Passwords as plugins ask for them: a place in the queue, then the work. */
#include "password.h"
#include "crypt.h"
#include "metrics.h"
#include "req.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* RFC 9106, 4: the second of the recommended choices, with one lane. */
#define MEMORY 65536 /* KiB */
#define PASSES 3
#define LANES 1
#define SALT 16
#define TAG 32
#define PATIENCE 20000 /* milliseconds: who computes waits for all others */

static void
place_leave(void *place)
{
	close(*(int *)place);
}

static bool
place_connect(struct bf_req *req, int fd)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	snprintf(address.sun_path, sizeof(address.sun_path), "%s",
		req->host->passwords);
	if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
		return true;
	if (errno != EAGAIN)
		return bf_fail(req, &BF_UNAVAILABLE, "%s: %s",
			req->host->passwords, strerror(errno));
	/* The kernel keeps a few connections waiting; this is one too many. */
	if (req->host->metrics)
		bf_metrics_password(req->host->metrics, false);
	return bf_fail(req, &BF_BUSY, "the queue of passwords is full");
}

bool
bf_password_place(struct bf_req *req)
{
	int *place;

	if (req->host->passwords == NULL || req->place)
		return true;
	place = bf_alloc(req->arena, sizeof(*place));
	*place = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (*place < 0)
		return bf_fail(
			req, &BF_UNAVAILABLE, "socket: %s", strerror(errno));
	bf_defer(req->arena, place_leave, place);
	if (!place_connect(req, *place))
		return false;
	req->place = place;
	return true;
}

/* Whether who computes took JOB and gave its tag. */
static bool
exchange(const struct bf_host *host, int fd, struct bf_password_job *job)
{
	ssize_t len = (ssize_t)job->phc.tag_len;

	return send(fd, job, sizeof(*job), MSG_NOSIGNAL)
		== (ssize_t)sizeof(*job)
		&& host->await(host->worker, fd, PATIENCE)
		&& recv(fd, job->phc.tag, (size_t)len, 0) == len;
}

/* A place serves once. */
static bool
compute_there(struct bf_req *req, struct bf_password_job *job)
{
	bool good = bf_password_place(req)
		&& exchange(req->host, *req->place, job);

	req->place = NULL;
	return good
		|| bf_fail(req, &BF_UNAVAILABLE, "no answer about a password");
}

static bool
compute(struct bf_req *req, struct bf_password_job *job)
{
	bool good;

	if (req->host->metrics)
		bf_metrics_password(req->host->metrics, true);
	good = req->host->passwords ? compute_there(req, job)
				    : bf_password_compute(job);
	explicit_bzero(job->text, sizeof(job->text));
	return good || bf_fail(req, &BF_INTERNAL, "a password is not computed");
}

static bool
job_fill(struct bf_req *req, struct bf_password_job *job, const char *text)
{
	job->len = strlen(text);
	if (job->len == 0 || job->len > sizeof(job->text))
		return bf_fail(req, job->len ? &BF_TOO_LARGE : &BF_BAD_REQUEST,
			"a password of %zu bytes", job->len);
	memcpy(job->text, text, job->len);
	return true;
}

static void
phc_new(struct bf_phc *phc)
{
	phc->memory = MEMORY;
	phc->passes = PASSES;
	phc->lanes = LANES;
	phc->salt_len = SALT;
	phc->tag_len = TAG;
	bf_random(phc->salt, SALT);
}

bool
bf_password_hash(struct bf_req *req, const char *text, const char **phc)
{
	struct bf_password_job job = { 0 };

	phc_new(&job.phc);
	if (!job_fill(req, &job, text) || !compute(req, &job))
		return false;
	*phc = bf_phc_write(req->arena, &job.phc);
	return true;
}

bool
bf_password_check(
	struct bf_req *req, const char *text, const char *phc, bool *right)
{
	struct bf_password_job job = { 0 };
	struct bf_phc kept = { 0 };

	*right = false;
	phc_new(&kept);
	if (phc && !bf_phc_read(phc, &kept))
		return bf_fail(
			req, &BF_INTERNAL, "a password is kept in another way");
	job.phc = kept;
	if (!job_fill(req, &job, text) || !compute(req, &job))
		return false;
	*right = phc && bf_same(job.phc.tag, kept.tag, kept.tag_len);
	return true;
}
