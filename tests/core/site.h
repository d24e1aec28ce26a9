/* A site of a few pages that need no database, templates or translations. */
#ifndef TESTS_SITE_H
#define TESTS_SITE_H

#include "db.h"
#include "i18n.h"
#include "io.h"
#include "req.h"
#include "route.h"

#define LONG "a text that is long enough to be worth compressing, "
#define LONGER LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG

static bool
show(struct bf_req *req)
{
	const char *q = bf_value(req, "q");

	return bf_show_json(req,
		json_pack("{s:s, s:[{s:s, s:i}]}", "q", q ? q : LONGER, "rows",
			"name", "=1+1", "cents", 12345));
}

static bool
back(struct bf_req *req)
{
	return bf_cookie(req, "taal", bf_value(req, "taal"), 60)
		&& bf_see_other(req, "%s", bf_value(req, "terug"));
}

static bool
outside(struct bf_req *req)
{
	return bf_see_other(req, "//elsewhere.example");
}

static bool
elsewhere(struct bf_req *req)
{
	return bf_cookie(req, "__Host-way", "x", 60)
		&& bf_see_elsewhere(req, bf_value(req, "q"));
}

static bool
broken(struct bf_req *req)
{
	(void)req;
	return false;
}

static bool
worded(struct bf_req *req)
{
	return bf_fail_field(req, "q", "This is not right.");
}

static const struct bf_mount mounts[] = { { "/", NULL }, { 0 } };
static const struct bf_field search[] = {
	{ "q", BF_TEXT, .max = 3000, .label = "Word" }, { 0 }
};
static const struct bf_field choice[] = {
	{ "taal", BF_CHOICE, .required = true, .choices = "nl en",
		.label = "Language" },
	{ "terug", BF_PATH, .required = true, .label = "Back" },
	{ 0 },
};
static const struct bf_route routes[] = {
	{ "GET", "/page", .handler = show, .fields = search, .cache = 1,
		.csv = "rows: name cents:euro" },
	{ "GET", "/private", .handler = show, .fields = search,
		.view = "private", .rights = "x.read" },
	{ "GET", "/mine", .handler = show, .view = "mine", .rights = "low" },
	{ "POST", "/mine", .handler = back, .fields = choice, .rights = "low" },
	{ "GET", "/broken", .handler = broken },
	{ "GET", "/worded", .handler = worded, .fields = search },
	{ "GET", "/outside", .handler = outside },
	{ "GET", "/elsewhere", .handler = elsewhere, .fields = search },
	{ "POST", "/machine", .handler = show, .rights = "machine" },
	{ "POST", "/taal", .handler = back, .fields = choice },
	{ 0 },
};
static const struct bf_query session = { "x.session", "session needs" };
static const struct bf_identity identity = { &session, "/in", "/staff" };
static const struct bf_plugin plugin = { .size = sizeof(plugin),
	.name = "x",
	.mounts = mounts,
	.routes = routes,
	.identity = &identity };
static const char *stands[] = { "/", NULL };
static struct bf_feature feature = { &plugin, stands };
static const char *const features[] = { "core", NULL };

static const struct bf_settings settings = { .city = "Gent",
	.url = "http://localhost" };

static const struct bf_pool_settings pool = { .name = "city", .sandbox = "no" };

static void
db_close(void *db)
{
	bf_db_close(db);
}

static inline struct bf_host *
site_make(struct bf_arena *arena)
{
	struct bf_host *host = bf_alloc(arena, sizeof(*host));
	struct bf_err err = { "" };

	host->arena = arena;
	host->settings = &settings;
	host->pool = &pool;
	host->features = &feature;
	host->feature_count = 1;
	host->identity = &identity;
	host->identity_of = &feature;
	host->db = bf_db_new(
		arena, "host=/nowhere passfile=/nowhere", "nobody");
	bf_defer(arena, db_close, host->db);
	host->i18n = bf_i18n_load(arena, "/nowhere", features, &err);
	if (!host->i18n || !bf_router_build(host, &err))
		exit(99); /* of TAP's harness: this is no result */
	return host;
}

#endif
