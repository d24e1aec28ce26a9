/* A plugin that writes and waits, for tests and benches of what a city lives
 * through: a page at once, a page that takes long, a note of two halves, and a
 * page that never comes.
 */
#include <belfort/plugin.h>

static const struct bf_query fast = { "storm.fast", "" };
static const struct bf_query slow = { "storm.slow", "ms" };
static const struct bf_query note = { "storm.note", "n", .writes = true };

static const struct bf_field ms_field[] = {
	{ "ms", BF_INT, .required = true, .min = 0, .max = 4000,
		.label = "Milliseconds" },
	{ 0 },
};
static const struct bf_field n_field[] = {
	{ "n", BF_TEXT, .required = true, .max = 60, .label = "Number" },
	{ 0 },
};

static bool
spin(struct bf_req *req)
{
	volatile bool for_ever = true;

	(void)req;
	while (for_ever)
		;
	return true;
}

static const struct bf_mount mounts[] = { { "/storm", NULL }, { 0 } };
static const struct bf_route routes[] = {
	{ "GET", "/fast", .query = &fast, .help = "A page at once" },
	{ "GET", "/slow", .query = &slow, .fields = ms_field,
		.help = "A page" },
	{ "POST", "/note", .query = &note, .fields = n_field,
		.help = "A note" },
	{ "GET", "/spin", .handler = spin, .help = "No page" },
	{ 0 },
};
static const struct bf_personal personal[] = { { "storm.entry", "*" }, { 0 } };

static const struct bf_channel channels[] = {
	{ "storm.x", "/fast /slow /note /spin", "Be busy",
		BF_EACH(bf_for_machines) },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(struct bf_plugin),
	.name = "storm",
	.version = "1",
	.title = "Storm",
	.summary = "Writes and waits.",
	.mounts = mounts,
	.routes = routes,
	.personal = personal,
	.channels = channels,
};
