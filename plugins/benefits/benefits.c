/* Benefits: who is entitled to what, by rules that civil servants write. */
#include "benefits.h"
#include "channels.h"

static const struct bf_mount mounts[] = {
	{ "/rechten", NULL },
	{ "/beheer/steunregels", "steun" },
	{ 0 },
};

static const struct bf_query rules_page = { "benefits.rules", "lang" };
static const struct bf_query version_page = { "benefits.version", "version" };
static const struct bf_query confirm = { "benefits.confirm",
	"session naam sha256 tot", .writes = true };

static const struct bf_kind no_such_day = { "no_such_day", 422,
	BF_N("Choose a day from today on, at most two years ahead.") };
static const struct bf_kind your_own = { "your_own", 409,
	BF_N("You saved this file yourself, so somebody else confirms it.") };
static const struct bf_kind saved_by_nobody = { "saved_by_nobody", 409,
	BF_N("We do not know who saved this file. Put it in force as yourself, "
	     "then somebody else can confirm it.") };
static const struct bf_kind changed = { "changed", 409,
	BF_N("This file was changed just now. Read it again, then confirm "
	     "it.") };

static const struct bf_kind *const kinds[] = { &no_such_day, &your_own,
	&saved_by_nobody, &changed, NULL };

/* What of a question travels with the form: all in the body, none of it in an
 * address. */
static const struct bf_field question[] = {
	{ "antwoorden", BF_TEXT, .max = 6000,
		.label = BF_N("What you answered before") },
	{ "versie", BF_TEXT, .max = 20, .label = BF_N("Version of the rules") },
	{ "vraag", BF_TEXT, .max = 60, .label = BF_N("Question") },
	{ "antwoord", BF_TEXT, .max = 100, .label = BF_N("Your answer") },
	{ "schijf", BF_TEXT, .max = 60,
		.label = BF_N("Between which amounts it lies") },
	{ "dag", BF_TEXT, .max = 10, .label = BF_N("Day") },
	{ "maand", BF_TEXT, .max = 10, .label = BF_N("Month") },
	{ "jaar", BF_TEXT, .max = 10, .label = BF_N("Year") },
	{ "wijzig", BF_TEXT, .max = 60, .label = BF_N("Answer to change") },
	{ "doe", BF_CHOICE, .choices = "weetniet terug stop toon",
		.label = BF_N("What you want to do") },
	{ 0 },
};

static const struct bf_field reading[] = {
	{ "naam", BF_TEXT, .required = true, .max = 255,
		.label = BF_N("File") },
	{ "sha256", BF_TEXT, .required = true, .max = 64,
		.label = BF_N("What you read") },
	{ "tot", BF_DAY, .required = true,
		.label = BF_N("The figures are right until") },
	{ 0 },
};

static bool
confirmed(struct bf_req *req)
{
	return bf_query(req, &confirm, NULL)
		&& bf_see_other(req, "%s", bf_mount(req));
}

static const struct bf_route routes[] = {
	{ "GET", "", .handler = benefits_all, .view = "all", .cache = 1,
		.help = BF_N("See which support there is.") },
	{ "GET", "/wat-is-er-voor-mij", .handler = benefits_start,
		.view = "start", .cache = 1,
		.help = BF_N("Find out what there is for you.") },
	{ "POST", "/wat-is-er-voor-mij", .handler = benefits_ask,
		.fields = question, .view = "ask",
		.help = BF_N("Answer a question, see what there is for you.") },
	{ "GET", "/regels", .query = &rules_page, .view = "rules", .cache = 1,
		.help = BF_N("Read the rules, and who changed them.") },
	{ "GET", "/regels/{version:int}", .query = &version_page,
		.view = "version", .cache = 1,
		.help = BF_N("See what a version of the rules changed.") },
	{ "GET", "/{code}", .handler = benefits_one, .view = "one", .cache = 1,
		.help = BF_N("Read about one kind of support.") },
	{ "GET", "steun:", .handler = benefits_desk,
		.query = &benefits_desk_query, .view = "desk",
		.rights = "benefits.confirm",
		.help = BF_N("See which rules wait for a second person.") },
	{ "POST", "steun:", .handler = confirmed, .query = &benefits_desk_query,
		.fields = reading, .view = "desk",
		.rights = "benefits.confirm fresh",
		.help = BF_N("Confirm that the figures of a rule are right.") },
	{ 0 },
};

static const struct bf_query *const queries[] = { &benefits_in_force,
	&benefits_texts, &benefits_stops, &confirm, NULL };

static const struct bf_rules rules = { .publish = "benefits.rules_publish",
	.confirm = "benefits.rules_confirm" };

static const struct bf_right rights[] = {
	{ "benefits.publish",
		BF_N("Put the rules about rights in force: who is entitled to "
		     "what") },
	{ "benefits.confirm",
		BF_N("Confirm as a second person that the figures of the rules "
		     "about rights are right") },
	{ 0 },
};

#define AUTHOR \
	BF_N("Who wrote a rule of the city and who checked it: policy has an author.")
#define OPENNESS BF_N("Flemish decree on administration, openness (2018).")

static const struct bf_personal personal[] = {
	{ "benefits.text", "saved_by saved", AUTHOR, OPENNESS, BF_KEPT },
	{ "benefits.text", "*" },
	{ "benefits.confirmation", "saved_by confirmed_by at", AUTHOR, OPENNESS,
		BF_KEPT },
	{ "benefits.confirmation", "*" },
	{ "benefits.stop", "stopped_by stopped lifted_by lifted",
		BF_N("Who stopped a rule of the city, and who let it go on."),
		OPENNESS, BF_KEPT },
	{ "benefits.stop", "*" },
	{ "benefits.halt", "*" },
	{ "benefits.part", "*" },
	{ "benefits.rule", "*" },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "name", BF_N("file") },
	{ "saved", BF_N("saved on") },
	{ "until", BF_N("confirmed until") },
	{ "at", BF_N("confirmed on") },
	{ "code", BF_N("rule") },
	{ "stopped", BF_N("stopped on") },
	{ "lifted", BF_N("let go on, on") },
	{ 0 },
};

static const struct bf_about about = { "benefits.about", words };
static const char *const requires[] = { "people", NULL };
static const char *const publishes[] = { "benefits.vocabulary",
	"benefits.in_force", "benefits.texts", "benefits.rules_held",
	"benefits.in_force_kept", "benefits.version_now", "benefits.stop_put",
	"benefits.stop_lift", "benefits.stops", "benefits.stopped_since",
	"benefits.halt_put", "benefits.halted", "benefits.order_put",
	"benefits.order_withdraw", "benefits.orders", "benefits.order_told",
	"benefits.rule_story", "benefits.rules_gone", "benefits.standing",
	NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "benefits",
	.version = "1",
	.title = BF_N("Rights"),
	.summary = BF_N("Which support there is, and what of it is for you."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.fini = bf_rights_let_go,
	.rules = &rules,
	.rights = rights,
	.publishes = publishes,
	.about = &about,
	.channels = benefits_channels,
};
