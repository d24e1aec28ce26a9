/* Tables of a plugin that do not hold: each is refused, with the reason. */
#include "../tap.h"
#include "plugin.h"

static const struct bf_mount mounts[] = { { "/x", NULL }, { 0 } };
static const struct bf_query own = { "x.page", "a b" };
static const struct bf_query foreign = { "other.page", "" };
static const struct bf_query *const foreign_list[] = { &foreign, NULL };
static const struct bf_field bare[] = { { "q", BF_TEXT }, { 0 } };
static const struct bf_field no_choice[] = { { "q", BF_CHOICE, .label = "Q" },
	{ 0 } };
static const struct bf_field secret[] = { { "q", BF_NATIONAL, .label = "Q" },
	{ 0 } };
static const struct bf_import bad_import[] = { { "s", "x.t", bare }, { 0 } };
static const struct bf_route good[] = {
	{ "GET", "/a", .query = &own, .help = "See." }, { 0 }
};

static const struct {
	const char *what, *says;
	struct bf_route route;
} routes[] = {
	{ "a path without a slash", "does not begin with a slash",
		{ "GET", "a", .query = &own, .help = "See." } },
	{ "a method that is none", "method PUT",
		{ "PUT", "/a", .query = &own, .help = "See." } },
	{ "nothing to show", "no handler, query, view or copy",
		{ "GET", "/a", .help = "See." } },
	{ "no help", "no help line", { "GET", "/a", .query = &own } },
	{ "a query of another feature", "not in its own schema x",
		{ "GET", "/a", .query = &foreign, .help = "See." } },
	{ "a field without a label", "field q has no label",
		{ "GET", "/a", .query = &own, .fields = bare,
			.help = "See." } },
	{ "a choice without choices", "field q has no choices",
		{ "GET", "/a", .query = &own, .fields = no_choice,
			.help = "See." } },
	{ "a national number in an address", "ask for it with POST",
		{ "GET", "/a", .query = &own, .fields = secret,
			.help = "See." } },
	{ "columns that cannot be read", "member: column",
		{ "GET", "/a", .query = &own, .csv = "rows", .help = "See." } },
};

static struct bf_plugin
plugin_make(void)
{
	return (struct bf_plugin){
		.abi = BF_ABI,
		.size = sizeof(struct bf_plugin),
		.name = "x",
		.version = "1",
		.title = "X",
		.summary = "An x.",
		.mounts = mounts,
		.routes = good,
	};
}

static void
refused(const struct bf_plugin *plugin, const char *says, const char *what)
{
	struct bf_err err = { "" };

	ok(!bf_plugin_check(plugin, "x", &err), "refused: %s", what);
	has(err.text, says, "and this is why");
}

static void
rows(void)
{
	struct bf_plugin plugin = plugin_make();
	struct bf_route two[2] = { { 0 }, { 0 } };
	size_t i;

	plugin.routes = two;
	for (i = 0; i < sizeof(routes) / sizeof(routes[0]); i++) {
		two[0] = routes[i].route;
		refused(&plugin, routes[i].says, routes[i].what);
	}
}

static void
heads(void)
{
	struct bf_plugin plugin = plugin_make();

	plugin.abi = BF_ABI + 1;
	refused(&plugin, "build it again", "another ABI");
	plugin = plugin_make();
	plugin.size = sizeof(plugin) + 8;
	refused(&plugin, "needs a newer host", "a table of a newer host");
	plugin = plugin_make();
	plugin.name = "y";
	refused(&plugin, "name and file must agree", "another name");
	plugin = plugin_make();
	plugin.summary = NULL;
	refused(&plugin, "summary", "no summary");
	plugin = plugin_make();
	plugin.mounts = NULL;
	refused(&plugin, "no mount", "no mount");
	plugin = plugin_make();
	plugin.queries = foreign_list;
	refused(&plugin, "not in its own schema", "a listed foreign query");
	plugin = plugin_make();
	plugin.imports = bad_import;
	refused(&plugin, "field q has no label", "an import without headings");
}

int
main(void)
{
	struct bf_plugin plugin = plugin_make();
	struct bf_err err = { "" };

	ok(bf_plugin_check(&plugin, "x", &err), "tables that hold");
	is(err.text, "", "say nothing");
	heads();
	rows();
	return done();
}
