/* Runs the jobs that plugins declare, each as a request that nobody made. */
#include "work.h"
#include "arena.h"
#include "clock.h"
#include "log.h"
#include "plugin.h"
#include "req.h"
#include <string.h>
#include <time.h>

struct bf_work_row {
	const struct bf_feature *feature;
	const struct bf_job *job;
	time_t due;
};

/* What jobs ask may write: see bf_db_reading(). */
static const struct bf_route nowhere = { "POST", "" };

static void
rows_add(struct bf_work *w, const struct bf_feature *f)
{
	const struct bf_job *job = bf_plugin_jobs(f->plugin);
	struct bf_work_row *row;

	for (; job && job->name; job++) {
		row = &w->rows[w->count++];
		row->feature = f;
		row->job = job;
	}
}

static size_t
jobs_count(const struct bf_host *host)
{
	const struct bf_job *job;
	size_t i, n = 0;

	for (i = 0; i < host->feature_count; i++) {
		job = bf_plugin_jobs(host->features[i].plugin);
		for (; job && job->name; job++)
			n++;
	}
	return n;
}

void
bf_work_begin(struct bf_work *w, struct bf_host *host)
{
	size_t i;

	*w = (struct bf_work){ .host = host };
	w->rows = bf_alloc(
		host->arena, (jobs_count(host) + 1) * sizeof(*w->rows));
	for (i = 0; i < host->feature_count; i++)
		rows_add(w, &host->features[i]);
}

void
bf_work_call(struct bf_work *w, const char *feature)
{
	size_t i;

	for (i = 0; i < w->count; i++)
		if (strcmp(w->rows[i].feature->plugin->name, feature) == 0)
			w->rows[i].due = 0;
}

static void
run(struct bf_work *w, struct bf_work_row *row)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_req req = { .host = w->host,
		.arena = arena,
		.method = nowhere.method,
		.lang = "nl",
		.mount = row->feature->mounts[0],
		.feature = row->feature,
		.route = &nowhere };

	row->due = bf_clock_seconds() + row->job->every;
	if (!row->job->run(&req))
		bf_log("error", "event=job_failed job=%s.%s detail=%s",
			row->feature->plugin->name, row->job->name,
			bf_log_value(req.fault.detail ? req.fault.detail
						      : "in silence"));
	else if (req.again)
		row->due = 0;
	bf_arena_free(arena);
}

bool
bf_work_more(const struct bf_work *w)
{
	size_t i;

	for (i = 0; i < w->count; i++)
		if (w->rows[i].due == 0)
			return true;
	return false;
}

void
bf_work_do(struct bf_work *w)
{
	time_t from = bf_clock_seconds();
	size_t i;

	for (i = 0; i < w->count; i++)
		if (w->rows[i].due <= from)
			run(w, &w->rows[i]);
}
