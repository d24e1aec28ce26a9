/* One serving process: its pool's plugins, ready to answer. */
#ifndef CORE_HOST_H
#define CORE_HOST_H

#include "settings.h"
#include <belfort/plugin.h>

struct bf_db;
struct bf_i18n;
struct bf_io;
struct bf_metrics;
struct bf_router;
struct bf_views;

/* A loaded plugin and where it stands. */
struct bf_feature {
	const struct bf_plugin *plugin;
	const char **mounts; /* as the plugin's own rows, ended by NULL */
	bool theirs; /* of the pool that this one is with, which serves it */
};

struct bf_host {
	const struct bf_settings *settings;
	const struct bf_pool_settings *pool;
	struct bf_arena *arena;
	struct bf_feature *features;
	size_t feature_count;
	struct bf_router *router;
	struct bf_i18n *i18n;
	struct bf_views *views;
	struct bf_db *db;
	struct bf_db *reads;                /* NULL: there is no standby */
	const struct bf_identity *identity; /* NULL: nobody can sign in */
	const struct bf_feature *identity_of;
	const struct bf_workshop *workshop; /* NULL: there is none */
	const struct bf_query *entered;     /* as in bf_plugin; NULL: none */
	struct bf_metrics *metrics;
	/* Socket of who computes passwords; NULL: this process does. */
	const char *passwords;
	/* Serve others until FD can be read, or for PATIENCE milliseconds;
	 * false when it still cannot.  Only where `passwords` is set. */
	bool (*await)(void *worker, int fd, int patience);
	void *worker;
	json_t *assets;    /* {"belfort_css": "/static/..."} */
	json_t *frames[3]; /* of bf_langs: what is the same on every page */
};

/* Load and check the plugins of POOL, their templates, translations and
 * routes.  The database is not needed yet. */
BF_CHECKED bool bf_host_open(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_host **out,
	struct bf_err *err);
void bf_host_close(struct bf_host *host);
/* Compare the declared queries with the database; *DOWN when it cannot be
 * reached. */
BF_CHECKED bool
bf_host_check_database(struct bf_host *host, bool *down, struct bf_err *err);
/* Answer one request, write its log line, count it.  False when the answer
 * broke off after it had begun. */
bool bf_serve(struct bf_host *host, struct bf_arena *arena, struct bf_io *io);

/* What the plugins of HOST declare, ALL or those that it serves, in LANG, as
 * the tool uses it:
 * {"pool":..., "features":[{name, version, title, summary, titles{nl, en, fr},
 * summaries{}, mounts[], requires[], routes[{method, path, query, args,
 * fields[], view, csv, copy, rights, help, cache}], queries[{function, args,
 * writes}], open[], personal[], imports[{shape, table, ...}], jobs[{name,
 * every, queries[]}], bounced, about{function, words{}}, papers[{code, path,
 * page, titles{}, about{}, fields[], ...}], identity}]} */
json_t *
bf_host_describe(const struct bf_host *host, const char *lang, bool all);

#endif
