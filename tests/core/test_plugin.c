/* Tables of a plugin that do not hold: each is refused, with the reason. */
#include "../tap.h"
#include "arena.h"
#include "plugin.h"
#include "scratch.h"

static const struct bf_mount mounts[] = { { "/x", NULL }, { 0 } };
static const struct bf_query own = { "x.page", "a b" };
static const struct bf_query foreign = { "other.page", "" };
static const struct bf_query *const foreign_list[] = { &foreign, NULL };
static const struct bf_field bare[] = { { "q", BF_TEXT }, { 0 } };
static const struct bf_field no_choice[] = { { "q", BF_CHOICE, .label = "Q" },
	{ 0 } };
static const struct bf_field secret[] = { { "q", BF_NATIONAL, .label = "Q" },
	{ 0 } };
static const struct bf_field which_page[] = {
	{ "page", BF_TEXT, .label = "Page" }, { 0 }
};
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
	{ "no path", "path (none) does not begin with a slash",
		{ "GET", NULL, .query = &own, .help = "See." } },
	{ "a method that is none", "method PUT",
		{ "PUT", "/a", .query = &own, .help = "See." } },
	{ "nothing to show", "no handler, query, view or copy",
		{ "GET", "/a", .help = "See." } },
	{ "a copy for some", "which is for everybody",
		{ "GET", "/a", .query = &own, .copy = "x.open", .rights = "low",
			.help = "See." } },
	{ "no help", "no help line", { "GET", "/a", .query = &own } },
	{ "a query of another feature", "not in its own schema x",
		{ "GET", "/a", .query = &foreign, .help = "See." } },
	{ "a field without a label", "field q has no label",
		{ "GET", "/a", .query = &own, .fields = bare,
			.help = "See." } },
	{ "a choice without choices", "field q has no choices",
		{ "GET", "/a", .query = &own, .fields = no_choice,
			.help = "See." } },
	{ "a page for a machine", "is for a machine, so it is a POST",
		{ "GET", "/a", .query = &own, .rights = "machine",
			.help = "See." } },
	{ "a machine with a session", "asks for the right machine",
		{ "POST", "/a", .query = &own, .rights = "machine signed",
			.help = "See." } },
	{ "a national number in an address", "ask for it with POST",
		{ "GET", "/a", .query = &own, .fields = secret,
			.help = "See." } },
	{ "a field that the host fills in", "the host says what page is",
		{ "GET", "/a", .query = &own, .fields = which_page,
			.help = "See." } },
	{ "a part of an address that the host fills in",
		"the host says what session is",
		{ "GET", "/a/{b:int}/{session:word}", .query = &own,
			.help = "See." } },
	{ "columns that cannot be read", "member: column",
		{ "GET", "/a", .query = &own, .csv = "rows", .help = "See." } },
};

static const struct {
	const char *what, *says; /* NULL: it holds */
	struct bf_personal row;
} personal[] = {
	{ "nothing personal", NULL, { "x.a", "*" } },
	{ "a purpose for some days", NULL, { "x.a", "a", "P", "B", 1, "day" } },
	{ "a purpose without end", NULL, { "x.a", "a", "P", "B", BF_KEPT } },
	{ "no columns", "x.a: it names no columns", { "x.a" } },
	{ "no basis", "a purpose and no basis in law", { "x.a", "a", "P" } },
	{ "no days", "does not say for how many days",
		{ "x.a", "a", "P", "B", 0, "day" } },
	{ "days from nowhere", "does not say from which column days count",
		{ "x.a", "a", "P", "B", 30 } },
};

static const struct bf_fact facts[] = {
	{ "naam", "name", BF_FACT_TEXT, "the name" }, { 0 }
};
static const struct bf_fact nameless[] = { { "naam", .says = "the name" },
	{ 0 } };
static const struct bf_fact speechless[] = { { "naam", "name" }, { 0 } };

static const struct {
	const char *what, *says; /* NULL: they hold */
	struct bf_rules rules;
} rules[] = {
	{ "rules", NULL, { facts, "a", "x.lines", "x.publish", 9 } },
	{ "no facts", "rules need facts, views and most",
		{ NULL, "a", "x.lines", "x.publish", 9 } },
	{ "rights", NULL, { .publish = "x.publish", .confirm = "x.confirm" } },
	{ "rights that another publishes", "query y.publish is not in its own",
		{ .publish = "y.publish", .confirm = "x.confirm" } },
	{ "rights that nobody confirms", "query (none) is not in its own",
		{ .publish = "x.publish" } },
	{ "no views", "rules need facts, views and most",
		{ facts, NULL, "x.lines", "x.publish", 9 } },
	{ "no categories", "rules need facts, views and most",
		{ facts, "a", "x.lines", "x.publish", 0 } },
	{ "a fact without alias", "fact naam has no alias",
		{ nameless, "a", "x.lines", "x.publish", 9 } },
	{ "a fact without words", "fact naam has no says",
		{ speechless, "a", "x.lines", "x.publish", 9 } },
	{ "lines of another", "query y.lines is not in its own schema x",
		{ facts, "a", "y.lines", "x.publish", 9 } },
	{ "lines of nobody", "query (none) is not in its own schema x",
		{ facts, "a", NULL, "x.publish", 9 } },
	{ "a schema that begins the same", "query xy.publish is not in its own",
		{ facts, "a", "x.lines", "xy.publish", 9 } },
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

/* Whether PLUGIN holds, or is refused for what SAYS. */
static void
expect(const struct bf_plugin *plugin, const char *says, const char *what)
{
	struct bf_err err = { "" };

	if (says)
		refused(plugin, says, what);
	else if (!ok(bf_plugin_check(plugin, "x", &err), "%s", what))
		tap_note("error", err.text);
}

static void
promises(void)
{
	struct bf_plugin plugin = plugin_make();
	struct bf_personal two[2] = { { 0 }, { 0 } };
	size_t i;

	plugin.personal = two;
	for (i = 0; i < sizeof(personal) / sizeof(personal[0]); i++) {
		two[0] = personal[i].row;
		expect(&plugin, personal[i].says, personal[i].what);
	}
}

static void
kept_apart(void)
{
	static const char *const log[] = { "x.log", NULL };
	static const struct bf_personal declared[] = { { "x.log", "*" },
		{ 0 } };
	struct bf_plugin plugin = plugin_make();

	plugin.apart = log;
	plugin.personal = declared;
	expect(&plugin, NULL, "a table that is kept apart");
	plugin.personal = declared + 1;
	refused(&plugin, "x.log is to be kept apart, but `personal`",
		"one that nobody declared");
	plugin.size = offsetof(struct bf_plugin, apart);
	expect(&plugin, NULL, "an older plugin keeps nothing apart");
}

static void
policy(void)
{
	struct bf_plugin plugin = plugin_make();
	size_t i;

	for (i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		plugin.rules = &rules[i].rules;
		expect(&plugin, rules[i].says, rules[i].what);
	}
	ok(bf_plugin_rules(&plugin) != NULL, "rules of a plugin of today");
	plugin.size = offsetof(struct bf_plugin, rules);
	ok(bf_plugin_rules(&plugin) == NULL, "one that is older has none");
	expect(&plugin, NULL, "what lies beyond its table is not read");
}

static void
files(void)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_plugin *plugin;
	struct bf_err err = { "" };

	ok(!bf_plugin_load(arena, "/nowhere", "x", &plugin, &err),
		"refused: a file that is not there");
	has(err.text, "plugin x: /nowhere/x.so: cannot open", "and named");
	err.text[0] = '\0';
	scratch_put("y.so", "INPUT", 5);
	ok(!bf_plugin_load(arena, scratch_dir(), "y", &plugin, &err),
		"refused: a file that is no library");
	has(err.text, "plugin y: ", "and named");
	bf_arena_free(arena);
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
	plugin.name = NULL;
	refused(&plugin, "holds plugin without a name", "no name");
	plugin = plugin_make();
	plugin.summary = NULL;
	refused(&plugin, "summary", "no summary");
	plugin = plugin_make();
	plugin.title = NULL;
	refused(&plugin, "title", "no title");
	plugin = plugin_make();
	plugin.version = NULL;
	refused(&plugin, "version", "no version");
	plugin = plugin_make();
	plugin.mounts = mounts + 1;
	refused(&plugin, "no mount", "an empty list of mounts");
	plugin = plugin_make();
	plugin.routes = NULL;
	refused(&plugin, "no routes", "no routes");
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
	promises();
	kept_apart();
	policy();
	files();
	return done();
}
