/* Writes the counters of all pools as OpenMetrics 1.0. */
#include "metrics_text.h"
#include "settings.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

/* One pool's counters, or one row of them. */
struct sight {
	const char *pool;
	const struct bf_metrics *all;
	const struct bf_metrics_row *row;
};

typedef void
putter(struct bf_buf *out, const char *family, const struct sight *s);

static void
put_sample(struct bf_buf *out, const char *family, const char *suffix,
	const struct sight *s, const char *labels)
{
	bf_put_fmt(out, "%s%s{pool=\"%s\"", family, suffix, s->pool);
	if (s->row)
		bf_put_fmt(out, ",plugin=\"%s\"", s->row->plugin);
	bf_put_fmt(out, "%s} ", labels);
}

static void
put_count(struct bf_buf *out, uint64_t n)
{
	bf_put_fmt(out, "%llu\n", (unsigned long long)n);
}

/* Microseconds as seconds, without a rounding float between. */
static void
put_seconds(struct bf_buf *out, uint64_t us)
{
	bf_put_fmt(out, "%llu.%06llu\n", (unsigned long long)us / 1000000,
		(unsigned long long)us % 1000000);
}

static void
put_total(struct bf_buf *out, const char *family, const struct sight *s,
	uint64_t n)
{
	put_sample(out, family, "_total", s, "");
	put_count(out, n);
}

static void
put_answers(struct bf_buf *out, const char *family, const struct sight *s)
{
	char label[] = ",status=\"0xx\"";
	int i;

	for (i = 0; i < BF_METRICS_CLASSES; i++) {
		if (s->row->answers[i] == 0)
			continue;
		label[9] = (char)('1' + i);
		put_sample(out, family, "_total", s, label);
		put_count(out, s->row->answers[i]);
	}
}

static void
put_took(struct bf_buf *out, const char *family, const struct sight *s)
{
	uint64_t sum = 0;
	const char *label;
	int i;

	for (i = 0; i < BF_METRICS_BOUNDS; i++) {
		label = bf_printf(
			out->arena, ",le=\"%s\"", bf_metrics_bounds[i].seconds);
		sum += s->row->took[i];
		put_sample(out, family, "_bucket", s, label);
		put_count(out, sum);
	}
	sum += s->row->took[BF_METRICS_BOUNDS];
	put_sample(out, family, "_bucket", s, ",le=\"+Inf\"");
	put_count(out, sum);
	put_sample(out, family, "_count", s, "");
	put_count(out, sum);
	put_sample(out, family, "_sum", s, "");
	put_seconds(out, s->row->us);
}

static void
put_database(struct bf_buf *out, const char *family, const struct sight *s)
{
	put_sample(out, family, "_total", s, "");
	put_seconds(out, s->row->db_us);
}

static void
put_bytes(struct bf_buf *out, const char *family, const struct sight *s)
{
	put_total(out, family, s, s->row->bytes);
}

static void
put_starts(struct bf_buf *out, const char *family, const struct sight *s)
{
	put_total(out, family, s, s->all->starts);
}

static void
put_crashes(struct bf_buf *out, const char *family, const struct sight *s)
{
	put_total(out, family, s, s->all->crashes);
}

static void
put_passwords(struct bf_buf *out, const char *family, const struct sight *s)
{
	put_total(out, family, s, s->all->passwords);
}

static void
put_refused(struct bf_buf *out, const char *family, const struct sight *s)
{
	put_total(out, family, s, s->all->passwords_refused);
}

static const struct family {
	const char *name, *type, *unit, *help;
	putter *put;
	bool per_plugin;
} families[] = {
	{ "belfort_requests", "counter", NULL, "Answers, by class of status.",
		put_answers, true },
	{ "belfort_request_duration_seconds", "histogram", "seconds",
		"Time that a worker spent on a request.", put_took, true },
	{ "belfort_database_seconds", "counter", "seconds",
		"Time spent waiting for the database.", put_database, true },
	{ "belfort_sent_bytes", "counter", "bytes", "Bytes of bodies sent.",
		put_bytes, true },
	{ "belfort_worker_starts", "counter", NULL, "Workers started.",
		put_starts, false },
	{ "belfort_worker_crashes", "counter", NULL,
		"Workers started in the place of one that crashed.",
		put_crashes, false },
	{ "belfort_passwords", "counter", NULL,
		"Passwords that were hashed or compared.", put_passwords,
		false },
	{ "belfort_passwords_refused", "counter", NULL,
		"Passwords refused because too many came at once.", put_refused,
		false },
};

/* Another pool's worker writes its file: whatever stands there, a label it
 * must be. */
static bool
is_row(const struct bf_metrics_row *row)
{
	size_t len = strnlen(row->plugin, sizeof(row->plugin));

	return row->hash && len > 0 && len < sizeof(row->plugin)
		&& strspn(row->plugin, "abcdefghijklmnopqrstuvwxyz0123456789_-")
		== len;
}

static void
put_pool(struct bf_buf *out, const struct family *f, const char *pool,
	const struct bf_metrics *all)
{
	struct sight s = { pool, all, NULL };

	if (!f->per_plugin) {
		f->put(out, f->name, &s);
		return;
	}
	for (s.row = all->rows; s.row < all->rows + BF_METRICS_ROWS; s.row++)
		if (is_row(s.row))
			f->put(out, f->name, &s);
}

static void
put_head(struct bf_buf *out, const struct family *f)
{
	bf_put_fmt(out, "# TYPE %s %s\n", f->name, f->type);
	if (f->unit)
		bf_put_fmt(out, "# UNIT %s %s\n", f->name, f->unit);
	bf_put_fmt(out, "# HELP %s %s\n", f->name, f->help);
}

/* A family's samples stand together, so all pools are read first. */
void
bf_metrics_text(const struct bf_settings *settings, struct bf_buf *out)
{
	size_t n = settings->pool_count, i;
	struct bf_metrics *all = bf_alloc(out->arena, n * sizeof(*all));
	bool *there = bf_alloc(out->arena, n * sizeof(*there));
	const struct family *f;

	for (i = 0; i < n; i++)
		there[i] = bf_metrics_read(
			settings->run, settings->pools[i].name, &all[i]);
	for (f = families; f < families + sizeof(families) / sizeof(*families);
		f++) {
		put_head(out, f);
		for (i = 0; i < n; i++)
			if (there[i])
				put_pool(out, f, settings->pools[i].name,
					&all[i]);
	}
	bf_put_str(out, "# EOF\n");
}
