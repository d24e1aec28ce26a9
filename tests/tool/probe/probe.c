/* A plugin for tests: queries that fail in every way, files of every type. */
#include <belfort/plugin.h>

static const struct bf_mount mounts[] = {
	{ "/probe", NULL },
	{ 0 },
};

static const struct bf_query hello = { "probe.hello", "name lang", false };
static const struct bf_query thing = { "probe.thing", "nr", false };
static const struct bf_query keep = { "probe.keep", "name", true };

static const struct bf_field hello_fields[] = {
	{ "name", BF_TEXT, false, 0, 40, NULL, BF_N("Name"), BF_N("Yours") },
	{ 0 },
};

static const struct bf_field keep_fields[] = {
	{ "name", BF_TEXT, true, 1, 40, NULL, BF_N("Name"), NULL },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .query = &hello, .fields = hello_fields, .cache = 1,
		.csv = "rows: name cents:euro", .help = BF_N("Says hello.") },
	{ "GET", "/thing/{nr}", .query = &thing, .help = BF_N("One thing.") },
	{ "GET", "/open", .query = &hello, .copy = "probe.open_row",
		.help = BF_N("All rows.") },
	{ "POST", "/keep", .query = &keep, .fields = keep_fields,
		.help = BF_N("Keeps a name.") },
	{ 0 },
};

static const struct bf_field row_columns[] = {
	{ "code", BF_TEXT, true, 2, 6, NULL, "Code", NULL },
	{ "plan", BF_INT, true, 2000, 2100, NULL, "Plan", NULL },
	{ "kind", BF_CHOICE, false, 0, 0, "in out", "Kind of row", NULL },
	{ "day", BF_DAY, false, 0, 0, NULL, "Day", NULL },
	{ "amount", BF_CENTS, true, 0, 0, NULL, "Total", NULL },
	{ 0 },
};

static const struct bf_field wide_columns[] = {
	{ "code", BF_TEXT, true, 0, 0, NULL, "Code", NULL },
	{ "name", BF_TEXT, true, 0, 0, NULL, "Name", NULL },
	{ 0 },
};

static const struct bf_import imports[] = {
	{ "rows", "probe.import_row", row_columns, NULL, 0 },
	{ "wide", "probe.import_wide", wide_columns, "amount", ';' },
	{ 0 },
};

static const struct bf_personal personal[] = {
	{ .table = "probe.import_row", .columns = "*" },
	{ .table = "probe.import_wide", .columns = "*" },
	{ .table = "probe.row", .columns = "*" },
	{ .table = "probe.wide", .columns = "*" },
	{ .table = "probe.imported", .columns = "*" },
	{ .table = "probe.kept", .columns = "*" },
	{ 0 },
};

static const char *const publishes[] = { "probe.told", NULL };

static const struct bf_channel channels[] = {
	{ "probe.x", "/ /thing/{nr} /open /keep", "Be a probe",
		BF_EACH(bf_for_machines) },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "probe",
	.version = "1",
	.title = BF_N("Probe"),
	.summary = BF_N("For tests."),
	.mounts = mounts,
	.routes = routes,
	.personal = personal,
	.imports = imports,
	.publishes = publishes,
	.channels = channels,
};
