/* A plugin for tests: it asks another one. */
#include <belfort/plugin.h>

static const struct bf_mount mounts[] = { { "/asker", NULL }, { 0 } };
static const struct bf_query ask = { "asker.ask", "", false };
static const struct bf_route routes[] = {
	{ "GET", "", .query = &ask, .help = BF_N("Asks.") },
	{ 0 },
};
static const char *const requires[] = { "probe", NULL };

static const struct bf_channel channels[] = {
	{ "asker.x", "/", "Ask", BF_EACH(bf_for_machines) },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "asker",
	.version = "1",
	.title = BF_N("Asker"),
	.summary = BF_N("For tests."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.channels = channels,
};
