/* The city's plan: its figures in three views, search, sources, open data. */
#include "channels.h"

static const struct bf_mount mounts[] = {
	{ "/begroting", NULL },
	{ 0 },
};

static const struct bf_query overview = { "budget.overview", "lang" };
static const struct bf_query drill = { "budget.drill", "view a b c plan jaar" };
static const struct bf_query compare = { "budget.compare", "view a b" };
static const struct bf_query categories = { "budget.categories",
	"view plan jaar op lang" };
static const struct bf_query category = { "budget.category",
	"view code plan jaar lang" };
static const struct bf_query rules_now = { "budget.rules", "lang" };
static const struct bf_query rules_then = { "budget.rule_version",
	"version lang" };
static const struct bf_query find = { "budget.find", "q p" };
static const struct bf_query places = { "budget.neighbourhoods", "" };
static const struct bf_query place = { "budget.neighbourhood", "number" };
static const struct bf_query provenance = { "budget.provenance", "" };
static const struct bf_query datapackage = { "budget.datapackage", "" };

static const struct bf_field choice[] = {
	{ "plan", BF_INT, .min = 2014, .max = 2100, .label = BF_N("Plan") },
	{ "jaar", BF_INT, .min = 2014, .max = 2200, .label = BF_N("Year") },
	{ 0 },
};

static const struct bf_field day[] = {
	{ "plan", BF_INT, .min = 2014, .max = 2100, .label = BF_N("Plan") },
	{ "jaar", BF_INT, .min = 2014, .max = 2200, .label = BF_N("Year") },
	{ "op", BF_DAY, .label = BF_N("Shown on") },
	{ 0 },
};

static const struct bf_field search[] = {
	{ "q", BF_TEXT, .max = 200,
		.label = BF_N("What are you looking for?") },
	{ "p", BF_INT, .min = 1, .max = 1000, .label = BF_N("Page") },
	{ 0 },
};

#define ROWS "rows: code name official cents:euro"

static const struct bf_route routes[] = {
	{ "GET", "", .query = &overview, .view = "overview",
		.csv = "main.rows: code name official cents:euro", .cache = 1,
		.help = BF_N("See the whole plan at a glance.") },
	{ "GET", "/{view:word}", .query = &drill, .fields = choice,
		.view = "drill", .csv = ROWS, .cache = 1,
		.help = BF_N("See one view of the plan.") },
	{ "GET", "/{view:word}/{a:word}", .query = &drill, .fields = choice,
		.view = "drill", .csv = ROWS, .cache = 1,
		.help = BF_N("See one part of a view.") },
	{ "GET", "/{view:word}/{a:word}/{b:word}", .query = &drill,
		.fields = choice, .view = "drill", .csv = ROWS, .cache = 1,
		.help = BF_N("See one part of a part.") },
	{ "GET", "/{view:word}/{a:word}/{b:word}/{c:word}", .query = &drill,
		.fields = choice, .view = "drill", .csv = ROWS, .cache = 1,
		.help = BF_N("See one action or policy field.") },
	{ "GET", "/vergelijken/{view:word}", .query = &compare,
		.view = "compare", .cache = 1,
		.help = BF_N("See the plans side by side.") },
	{ "GET", "/vergelijken/{view:word}/{a:word}", .query = &compare,
		.view = "compare", .cache = 1,
		.help = BF_N("See one part in each plan.") },
	{ "GET", "/vergelijken/{view:word}/{a:word}/{b:word}",
		.query = &compare, .view = "compare", .cache = 1,
		.help = BF_N("See one part in each plan.") },
	{ "GET", "/categorieen/{view:word}", .query = &categories,
		.fields = day, .view = "categories",
		.csv = "rows: code name cents:euro yearly:euro lines",
		.cache = 1,
		.help = BF_N("See a view of the plan by category.") },
	{ "GET", "/categorieen/{view:word}/{code:word}", .query = &category,
		.fields = choice, .view = "category",
		.csv = "rows: code name official cents:euro rule", .cache = 1,
		.help = BF_N("See what is in a category, and why.") },
	{ "GET", "/regels", .query = &rules_now, .view = "rules", .cache = 1,
		.help = BF_N("Read the rules that make the categories.") },
	{ "GET", "/regels/{version:int}", .query = &rules_then,
		.view = "rule_version", .cache = 1,
		.help = BF_N("See what one version of the rules changed.") },
	{ "GET", "/zoeken", .query = &find, .fields = search, .view = "search",
		.csv = "rows: name official within cents:euro", .cache = 1,
		.help = BF_N("Look for a word in the plan.") },
	{ "GET", "/wijken", .query = &places, .view = "neighbourhoods",
		.csv = "rows: number name actions cents:euro", .cache = 1,
		.help = BF_N("See which plans name a neighbourhood.") },
	{ "GET", "/wijken/{number:int}", .query = &place,
		.view = "neighbourhood",
		.csv = "rows: name official cents:euro", .cache = 1,
		.help = BF_N("See the plans for one neighbourhood.") },
	{ "GET", "/herkomst", .query = &provenance, .view = "provenance",
		.cache = 1, .help = BF_N("See where the figures come from.") },
	{ "GET", "/downloads", .query = &datapackage, .view = "downloads",
		.cache = 1, .help = BF_N("Take the figures with you.") },
	{ "GET", "/datapackage", .query = &datapackage, .cache = 1,
		.help = BF_N("For programs: what the files hold.") },
	{ "GET", "/open/acties", .copy = "budget.open_acties", .cache = 1,
		.help = BF_N("All actions by year, as CSV.") },
	{ "GET", "/open/beleidsvelden", .copy = "budget.open_beleidsvelden",
		.cache = 1,
		.help = BF_N("All policy fields by year, as CSV.") },
	{ "GET", "/open/rekeningen", .copy = "budget.open_rekeningen",
		.cache = 1, .help = BF_N("All accounts by year, as CSV.") },
	{ 0 },
};

/* No figure of this feature is about a person. */
static const struct bf_personal personal[] = {
	{ "budget.city", "*" },
	{ "budget.source", "*" },
	{ "budget.municipality", "*" },
	{ "budget.population", "*" },
	{ "budget.node", "*" },
	{ "budget.amount", "*" },
	{ "budget.tile", "*" },
	{ "budget.neighbourhood", "*" },
	{ "budget.mention", "*" },
	{ "budget.category", "*" },
	{ "budget.rule", "*" },
	{ "budget.allocation", "*" },
	{ "budget.run", "*" },
	{ "budget.share", "*" },
	{ "budget.staging_actions", "*" },
	{ "budget.staging_accounts", "*" },
	{ "budget.staging_fields", "*" },
	{ "budget.staging_lines", "*" },
	{ "budget.staging_population", "*" },
	{ "budget.staging_neighbourhoods", "*" },
	{ "budget.incoming", "*" },
	{ 0 },
};

/* What a rule in lua-rules/budget may know of a line. */
static const struct bf_fact facts[] = {
	{ "naam", "name", BF_FACT_TEXT, BF_N("the name") },
	{ "officieel", "official", BF_FACT_TEXT, BF_N("the official name") },
	{ "code", "code", BF_FACT_TEXT, BF_N("the code") },
	{ "groep", "group", BF_FACT_TEXT, BF_N("the group") },
	{ "groepcode", "groupcode", BF_FACT_TEXT, BF_N("the group's code") },
	{ "hoofdgroep", "main", BF_FACT_TEXT, BF_N("the main group") },
	{ "hoofdgroepcode", "maincode", BF_FACT_TEXT,
		BF_N("the main group's code") },
	{ "bedrag", "amount", BF_FACT_EURO, BF_N("the amount") },
	{ 0 },
};

static const struct bf_rules rules = { facts, "doelen domeinen rekeningen",
	"budget.rule_lines", "budget.rules_publish", 10 };

#define TEXT(column, heading) \
	{ \
		column, BF_TEXT, .required = true, .label = heading \
	}
#define SOME(column, heading) \
	{ \
		column, BF_TEXT, .label = heading \
	}
#define WHOLE(column, heading) \
	{ \
		column, BF_INT, .required = true, .label = heading \
	}
#define MONEY(column, heading) \
	{ \
		column, BF_CENTS, .required = true, .label = heading \
	}

/* The publisher's three shapes: digital reporting under BBC. */
static const struct bf_field actions[] = {
	TEXT("municipality", "municipality"),
	TEXT("nis", "nis_code"),
	SOME("bd_code", "bd_code"),
	SOME("bd_short", "bd_short"),
	SOME("bd_long", "bd_long"),
	SOME("ap_code", "ap_code"),
	SOME("ap_short", "ap_short"),
	SOME("ap_long", "ap_long"),
	SOME("ac_code", "ac_code"),
	SOME("ac_short", "ac_short"),
	SOME("ac_long", "ac_long"),
	{ 0 },
};

static const struct bf_field accounts[] = {
	TEXT("nis", "NIS_code"),
	WHOLE("plan", "Rapportjaar"),
	WHOLE("year", "Boekjaar"),
	TEXT("grp", "Niveau_3"),
	TEXT("account", "Alg_rekening"),
	MONEY("amount", "Totaal"),
	{ 0 },
};

static const struct bf_field fields[] = {
	TEXT("nis", "NIS_code"),
	WHOLE("plan", "Rapportjaar"),
	WHOLE("year", "Boekjaar"),
	TEXT("domain", "BV_domein"),
	TEXT("sub", "BV_subdomein"),
	TEXT("field", "Beleidsveld"),
	MONEY("amount", "Totaal"),
	{ 0 },
};

/* The project's own layout: one line of a view in a year. */
static const struct bf_field lines[] = {
	TEXT("nis", "nis"),
	TEXT("municipality", "gemeente"),
	{ "view", BF_CHOICE, .required = true,
		.choices = "doelen domeinen rekeningen", .label = "weergave" },
	WHOLE("plan", "plan"),
	WHOLE("year", "jaar"),
	TEXT("code1", "code1"),
	TEXT("name1", "naam1"),
	TEXT("official1", "officieel1"),
	TEXT("code2", "code2"),
	TEXT("name2", "naam2"),
	TEXT("official2", "officieel2"),
	SOME("code3", "code3"),
	SOME("name3", "naam3"),
	SOME("official3", "officieel3"),
	MONEY("amount", "bedrag"),
	{ 0 },
};

static const struct bf_field residents[] = {
	TEXT("nis", "nis"),
	WHOLE("year", "jaar"),
	{ "residents", BF_INT, .required = true, .min = 1, .max = 100000000,
		.label = "inwoners" },
	TEXT("origin", "herkomst"),
	{ 0 },
};

static const struct bf_field neighbourhoods[] = {
	{ "number", BF_INT, .required = true, .min = 1, .max = 99,
		.label = "nummer" },
	TEXT("name", "naam"),
	WHOLE("col", "kolom"),
	WHOLE("row", "rij"),
	TEXT("words", "woorden"),
	{ 0 },
};

static const struct bf_import imports[] = {
	{ "actions", "budget.staging_actions", actions, "yearly_amounts." },
	{ "accounts", "budget.staging_accounts", accounts },
	{ "policyfields", "budget.staging_fields", fields },
	{ "lines", "budget.staging_lines", lines },
	{ "population", "budget.staging_population", residents },
	{ "neighbourhoods", "budget.staging_neighbourhoods", neighbourhoods },
	{ 0 },
};

static const struct bf_right rights[] = {
	{ "budget.import", BF_N("Load the figures of the budget") },
	{ "budget.publish",
		BF_N("Put the rules of the budget in force: which line belongs "
		     "to which category") },
	{ 0 },
};

/* What other features call. */
static const char *const publishes[] = { "budget.texts", "budget.version_now",
	"budget.order_put", "budget.order_withdraw", "budget.orders",
	"budget.order_told", "budget.preview_lines", "budget.preview_moves",
	NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "budget",
	.version = "1",
	.title = BF_N("Budget"),
	.summary = BF_N("Where the city's money goes."),
	.mounts = mounts,
	.routes = routes,
	.personal = personal,
	.imports = imports,
	.rules = &rules,
	.rights = rights,
	.publishes = publishes,
	.channels = budget_channels,
};
