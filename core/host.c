/* Opens a pool: its plugins, routes, translations, templates and database. */
#include "host.h"
#include "arena.h"
#include "crypt.h"
#include "db.h"
#include "i18n.h"
#include "metrics.h"
#include "plugin.h"
#include "route.h"
#include "sandbox.h"
#include "tmpl.h"
#include "walk.h"
#include <belfort/json.h>
#include <string.h>
#include <unistd.h>

#define OPTIONS_MOST 64 /* of a plugin */

/* The mounts of P: its own, or what the configuration says. */
static const char **
mounts_of(const struct bf_host *host, const struct bf_plugin *p)
{
	const char **out, *key;
	size_t n = 0, i;

	while (p->mounts[n].path)
		n++;
	out = bf_alloc(host->arena, (n + 1) * sizeof(*out));
	for (i = 0; i < n; i++) {
		key = i == 0
			? "mount"
			: bf_printf(host->arena, "mount.%s", p->mounts[i].name);
		out[i] = p == &bf_own
			? p->mounts[i].path
			: bf_settings_mount(host->settings, host->pool, p->name,
				key, p->mounts[i].path);
	}
	return out;
}

static void
feature_add(struct bf_host *host, const struct bf_plugin *p)
{
	struct bf_feature *f = &host->features[host->feature_count++];

	f->plugin = p;
	f->mounts = mounts_of(host, p);
	if (bf_plugin_identity(p)) {
		host->identity = bf_plugin_identity(p);
		host->identity_of = f;
	}
	if (bf_plugin_entered(p))
		host->entered = bf_plugin_entered(p);
	if (bf_plugin_workshop(p))
		host->workshop = bf_plugin_workshop(p);
}

static bool
options_known(const struct bf_host *host, struct bf_err *err)
{
	const struct bf_option *o;
	const char *keys[OPTIONS_MOST];
	size_t i, n;

	for (i = 1; i < host->feature_count; i++) {
		o = bf_plugin_options(host->features[i].plugin);
		for (n = 0; o && o->key && n < OPTIONS_MOST; o++)
			keys[n++] = o->key;
		if (!bf_settings_options_known(host->settings,
			    host->features[i].plugin->name, keys, n, err))
			return false;
	}
	return true;
}

static const struct bf_plugin *
feature_find(const struct bf_host *host, const char *name)
{
	size_t i;

	for (i = 0; i < host->feature_count; i++)
		if (strcmp(host->features[i].plugin->name, name) == 0)
			return host->features[i].plugin;
	return NULL;
}

static bool
requires_met(const struct bf_host *host, struct bf_err *err)
{
	const char *const *need;
	size_t i;

	for (i = 0; i < host->feature_count; i++)
		for (need = host->features[i].plugin->requires; need && *need;
			need++)
			if (feature_find(host, *need) == NULL)
				return bf_err(err,
					"plugin %s requires %s: add it to the "
					"pool in %s",
					host->features[i].plugin->name, *need,
					host->settings->file);
	return true;
}

/* Residents who do not come online do not have to: the city's own plugins say
 * how.  What was built for an older host cannot yet. */
static bool
channels_told(const struct bf_host *host, const struct bf_plugin *p,
	struct bf_err *err)
{
	if (bf_pool_shut_in(host->pool) || bf_plugin_channels(p)
		|| p->size < sizeof(*p))
		return true;
	return bf_err(err,
		"plugin %s does not say how its services are done at the "
		"counter, by phone and on paper: give it .channels, as in "
		"plugins/site/channels.c",
		p->name);
}

static size_t
plugins_count(const struct bf_pool_settings *pool)
{
	size_t n = 0;

	while (pool && pool->plugins[n])
		n++;
	return n;
}

/* The plugins of POOL: this one's own, or of the one it is with. */
static bool
plugins_of(struct bf_host *host, const struct bf_pool_settings *pool,
	struct bf_err *err)
{
	const char *const *names = pool->plugins;
	const struct bf_plugin *p;

	for (; *names; names++) {
		if (!bf_plugin_load(host->arena,
			    bf_pool_modules(host->settings, pool), *names, &p,
			    err)
			|| !channels_told(host, p, err))
			return false;
		feature_add(host, p);
		host->features[host->feature_count - 1].theirs = pool
			!= host->pool;
	}
	return true;
}

static bool
plugins_load(struct bf_host *host, struct bf_err *err)
{
	const struct bf_pool_settings *with = bf_pool_with(
		host->settings, host->pool);
	size_t n = 1 + plugins_count(with) + plugins_count(host->pool);

	host->features = bf_alloc(host->arena, n * sizeof(*host->features));
	feature_add(host, &bf_own);
	return (with == NULL || plugins_of(host, with, err))
		&& plugins_of(host, host->pool, err) && requires_met(host, err)
		&& options_known(host, err);
}

static bool
views_exist(const struct bf_host *host, struct bf_err *err)
{
	const struct bf_plugin *p;
	const struct bf_route *r;
	size_t i;

	for (i = 0; i < host->feature_count; i++) {
		p = host->features[i].plugin;
		for (r = p->routes; r->method; r++)
			if (r->view
				&& !bf_views_has(host->views, p->name, r->view))
				return bf_err(err,
					"plugin %s: route %s names the view "
					"%s, but there is no file "
					"%s/%s/templates/%s.mustache",
					p->name, r->path, r->view,
					bf_pool_share(
						host->settings, host->pool),
					p->name, r->view);
	}
	return true;
}

static bool
texts_load(struct bf_host *host, struct bf_err *err)
{
	const char **names = bf_alloc(
		host->arena, (host->feature_count + 1) * sizeof(*names));
	size_t i;

	for (i = 0; i < host->feature_count; i++)
		names[i] = host->features[i].plugin->name;
	host->i18n = bf_i18n_load(host->arena,
		bf_pool_share(host->settings, host->pool), names, err);
	if (host->i18n == NULL)
		return false;
	host->views = bf_views_load(host->arena,
		bf_pool_share(host->settings, host->pool), names, host->i18n,
		err);
	return host->views && views_exist(host, err)
		&& bf_frame_prepare(host, err);
}

static bool
assets_load(struct bf_host *host, struct bf_err *err)
{
	const char *file = bf_printf(host->arena, "%s/static/assets.json",
		bf_pool_share(host->settings, host->pool));
	json_error_t error;

	host->assets = json_load_file(file, 0, &error);
	if (host->assets == NULL)
		return bf_err(err,
			"%s: %s: it comes with the installation, run make "
			"install",
			file, error.text);
	bf_json_keep(host->arena, host->assets);
	return true;
}

static bool
init_all(struct bf_host *host, struct bf_err *err)
{
	const struct bf_plugin *p;
	size_t i;

	for (i = 0; i < host->feature_count; i++) {
		p = host->features[i].plugin;
		if (p->init && !p->init())
			return bf_err(err, "plugin %s did not start", p->name);
	}
	return true;
}

static void
database_close(void *db)
{
	bf_db_close(db);
}

static struct bf_db *
database_open(struct bf_host *host, const char *conninfo)
{
	struct bf_db *db = bf_db_new(host->arena, conninfo, host->pool->role);

	bf_defer(host->arena, database_close, db);
	return db;
}

static void
databases_open(struct bf_host *host)
{
	host->db = database_open(host, host->settings->conninfo);
	if (host->settings->reads)
		host->reads = database_open(host, host->settings->reads);
}

bool
bf_host_open(const struct bf_settings *settings,
	const struct bf_pool_settings *pool, struct bf_host **out,
	struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_host *host = bf_alloc(arena, sizeof(*host));

	bf_crypt_start();
	bf_json_start();
	host->arena = arena;
	host->settings = settings;
	host->pool = pool;
	if (!bf_sandbox_enter(settings, pool, err) || !plugins_load(host, err)
		|| !assets_load(host, err) || !texts_load(host, err)
		|| !bf_router_build(host, err) || !init_all(host, err)) {
		bf_arena_free(arena);
		return false;
	}
	databases_open(host);
	*out = host;
	return true;
}

void
bf_host_close(struct bf_host *host)
{
	size_t i;

	for (i = host->feature_count; i-- > 0;)
		if (host->features[i].plugin->fini)
			host->features[i].plugin->fini();
	bf_arena_free(host->arena);
}

/* The queries of P, added to LIST, unless NULL, after the N that are there. */
static size_t
queries_add(const struct bf_plugin *p, const struct bf_query **list, size_t n)
{
	const struct bf_identity *id = bf_plugin_identity(p);
	const struct bf_query *const *q;
	const struct bf_route *r;

#define ADD(query) \
	do { \
		if (list) \
			list[n] = (query); \
		n++; \
	} while (0)
	if (id)
		ADD(id->session);
	if (bf_plugin_entered(p))
		ADD(bf_plugin_entered(p));
	for (r = p->routes; r->method; r++)
		if (r->query)
			ADD(r->query);
	for (q = p->queries; q && *q; q++)
		ADD(*q);
#undef ADD
	return n;
}

static bool
views_check(const struct bf_host *host, const struct bf_plugin *p, bool *down,
	struct bf_err *err)
{
	const struct bf_route *r;

	for (r = p->routes; r->method; r++)
		if (r->copy && !bf_db_check_view(host->db, r->copy, down, err))
			return false;
	return true;
}

/* Asked again and again while the database is away: nothing may stay behind. */
static bool
queries_check(struct bf_host *host, bool *down, struct bf_err *err)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_query **list;
	size_t i, n = 0;
	bool good;

	for (i = 0; i < host->feature_count; i++)
		n = queries_add(host->features[i].plugin, NULL, n);
	list = bf_alloc(arena, (n + 1) * sizeof(*list));
	for (n = i = 0; i < host->feature_count; i++)
		n = queries_add(host->features[i].plugin, list, n);
	good = bf_db_check(host->db, list, n, down, err);
	bf_arena_free(arena);
	return good;
}

bool
bf_host_check_database(struct bf_host *host, bool *down, struct bf_err *err)
{
	size_t i;

	if (!queries_check(host, down, err))
		return false;
	for (i = 0; i < host->feature_count; i++)
		if (!views_check(host, host->features[i].plugin, down, err))
			return false;
	return true;
}
