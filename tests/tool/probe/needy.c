/* A plugin for tests that needs another: what keeps a pool from opening. */
#include <belfort/plugin.h>

#ifndef NEEDS
#define NEEDS "probe"
#endif
#ifndef VIEW
#define VIEW NULL
#endif
#ifndef SERVED
#define SERVED "/"
#endif
#ifndef TOLD
#define TOLD true
#endif
#ifndef VALUE
#define VALUE true
#endif

static const struct bf_mount mounts[] = {
	{ "/needy", NULL },
	{ "/needy-desk", "desk" },
	{ 0 },
};

static const char *const requires[] = { NEEDS, NULL };
static const struct bf_query own = { "needy.own", "", false };
static const struct bf_query once = { "needy.once", "", true };
static const struct bf_query *const queries[] = { &once, NULL };

static const struct bf_route routes[] = {
	{ "GET", "", .query = &own, .view = VIEW, .help = BF_N("Its own.") },
	{ 0 },
};

static bool
init(void)
{
	return VALUE;
}

static void
fini(void)
{
}

static const struct bf_channel channels[] = {
	{ "needy.x", SERVED, "Need others", BF_EACH(bf_for_machines) },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "needy",
	.version = "1",
	.title = BF_N("Needy"),
	.summary = BF_N("For tests."),
	.requires = requires,
	.mounts = mounts,
	.routes = routes,
	.queries = queries,
	.init = init,
	.fini = fini,
	.channels = TOLD ? channels : NULL,
};
