/* From an address to a row of a route table, and tables that cannot be. */
#include "../tap.h"
#include "req.h"
#include "route.h"

static const struct bf_mount mounts[] = { { "/", NULL }, { 0 } };

static const struct bf_route site[] = {
	{ "GET", "", .view = "home" },
	{ "GET", "/privacy", .view = "privacy" },
	{ "POST", "/taal", .view = "taal" },
	{ "GET", "/begroting/other", .view = "hidden" },
	{ 0 },
};
static const struct bf_route budget[] = {
	{ "GET", "", .view = "overview" },
	{ "GET", "/zoeken", .view = "search" },
	{ "GET", "/{view:word}", .view = "top" },
	{ "GET", "/{nr:int}", .view = "number" },
	{ "GET", "/{name}", .view = "text" },
	{ "GET", "/{view:word}/{a}", .view = "level" },
	{ "GET", "/{view:word}/{a}/{b:int}", .view = "deep" },
	{ "POST", "/zoeken", .view = "act" },
	{ 0 },
};

static const struct bf_plugin plugins[] = {
	{ .name = "site", .mounts = mounts, .routes = site },
	{ .name = "budget", .mounts = mounts, .routes = budget },
};

static const char *site_at[] = { "/", NULL };
static const char *budget_at[] = { "/begroting", NULL };

/* A host whose features are the two above. */
static struct bf_host *
host_make(struct bf_arena *arena, const struct bf_plugin *first,
	const struct bf_plugin *second)
{
	struct bf_host *host = bf_alloc(arena, sizeof(*host));

	host->arena = arena;
	host->features = bf_alloc(arena, 2 * sizeof(*host->features));
	host->features[0] = (struct bf_feature){ first, site_at };
	host->features[1] = (struct bf_feature){ second, budget_at };
	host->feature_count = 2;
	return host;
}

#define A50 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define A200 A50 A50 A50 A50

static const struct {
	const char *method, *path, *want; /* the view and arguments, or fault */
} requests[] = {
	{ "GET", "/", "home " },
	{ "HEAD", "/", "home " },
	{ "GET", "/privacy", "privacy " },
	{ "GET", "/privacy/", "privacy " },
	{ "GET", "/privacy/x", "!not_found" },
	{ "GET", "/priv", "!not_found" },
	{ "POST", "/taal", "taal " },
	{ "GET", "/taal", "!method POST" },
	{ "POST", "/privacy", "!method GET, HEAD" },
	{ "DELETE", "/begroting/zoeken", "!method POST, GET, HEAD" },
	{ "GET", "/begroting", "overview " },
	{ "GET", "/begroting/", "overview " },
	{ "GET", "/begrotingen", "!not_found" },
	{ "GET", "/begroting/zoeken", "search " },
	{ "POST", "/begroting/zoeken", "act " },
	{ "GET", "/begroting/0", "number nr=0" },
	{ "GET", "/begroting/" A200, "top view=" A200 },
	{ "GET", "/begroting/" A200 "a", "!not_found" },
	{ "GET", "/begroting/" A200 "A", "!not_found" },
	{ "GET", "/begroting/doelen", "top view=doelen" },
	{ "GET", "/begroting/12", "number nr=12" },
	{ "GET", "/begroting/012", "top view=012" },
	{ "GET", "/begroting/9999999999999999999",
		"top view=9999999999999999999" },
	{ "GET", "/begroting/Doelen", "text name=Doelen" },
	{ "GET", "/begroting/één", "text name=één" },
	{ "GET", "/begroting/doelen/A B", "level view=doelen a=A B" },
	{ "GET", "/begroting/doelen/A/7", "deep view=doelen a=A b=7" },
	{ "GET", "/begroting/doelen/A/x", "!not_found" },
	{ "GET", "/begroting//zoeken", "!not_found" },
	{ "GET", "/begroting/doelen//7", "!not_found" },
	/* Where mounts nest, the longest wins, also where it has no such row.
	 */
	{ "GET", "/begroting/other", "top view=other" },
	{ "GET", "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r", "!not_found" },
};

static const char *
found(struct bf_arena *arena, struct bf_host *host, size_t i)
{
	struct bf_req *req = req_make(arena, (char *[]){ NULL }, NULL);
	const char *allow;

	req->host = host;
	req->method = requests[i].method;
	req->path = requests[i].path;
	if (bf_route_find(req))
		return bf_printf(arena, "%s %s", req->route->view,
			req_pairs(arena, req->args));
	allow = bf_pair_value(req->answer.headers, "Allow");
	return bf_printf(arena, "!%s%s%s", req_fault(req), allow ? " " : "",
		allow ? allow : "");
}

/* Two features that stand beside each other, and none at the top. */
static void
test_beside(struct bf_arena *arena)
{
	static const char *left_at[] = { "/een", NULL };
	static const char *right_at[] = { "/aan", NULL };
	static const struct bf_route left[] = {
		{ "GET", "/a/", .view = "left" }, { 0 }
	};
	static const struct bf_plugin plugin = {
		.name = "left", .mounts = mounts, .routes = left
	};
	struct bf_host *host = host_make(arena, &plugin, &plugins[1]);
	struct bf_req *req = req_make(arena, (char *[]){ NULL }, NULL);
	struct bf_err err = { "" };

	host->features[0].mounts = left_at;
	host->features[1].mounts = right_at;
	ok(bf_router_build(host, &err), "two mounts of the same length");
	req->host = host;
	req->path = "/een/a";
	ok(bf_route_find(req) && strcmp(req->route->view, "left") == 0,
		"the one");
	req->path = "/aan/zoeken";
	ok(bf_route_find(req) && strcmp(req->route->view, "search") == 0,
		"the other");
	req->path = "/nergens";
	ok(!bf_route_find(req), "and none of them");
	is(req_fault(req), "not_found", "is not there");
}

static const struct {
	const char *path, *says;
} wrong[] = {
	{ "/{nr:integer}", "the path /{nr:integer} cannot be read" },
	{ "/{nr", "cannot be read at \"{nr\"" },
	{ "/{}", "cannot be read at \"{}\"" },
	{ "/{nr:}", "cannot be read at \"{nr:}\"" },
	{ "/{nr:itn}", "cannot be read at \"{nr:itn}\"" },
	{ "/a{b}", "cannot be read at \"a{b}\"" },
	{ "/a//b", "cannot be read at \"\"" },
	{ "/privacy",
		"GET /privacy of plugin two stands in the way of the "
		"same address of plugin site" },
};

static void
refused(struct bf_arena *arena)
{
	struct bf_route rows[] = { { "GET", "", .view = "x" }, { 0 } };
	const struct bf_plugin plugin = {
		.name = "two", .mounts = mounts, .routes = rows
	};
	struct bf_host *host = host_make(arena, &plugins[0], &plugin);
	struct bf_err err;
	size_t i;

	host->features[1].mounts = site_at;
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		rows[0].path = wrong[i].path;
		err.text[0] = '\0';
		ok(!bf_router_build(host, &err), "refused: %s", wrong[i].path);
		has(err.text, wrong[i].says, "and this is why");
	}
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_host *host = host_make(arena, &plugins[0], &plugins[1]);
	struct bf_err err = { "" };
	size_t i;

	ok(bf_router_build(host, &err), "a router is built");
	for (i = 0; i < sizeof(requests) / sizeof(requests[0]); i++)
		is(found(arena, host, i), requests[i].want,
			bf_printf(arena, "%s %s", requests[i].method,
				requests[i].path));
	test_beside(arena);
	refused(arena);
	bf_arena_free(arena);
	return done();
}
