/* People: who can sign in, and what they may see and do. */
#include "own.h"

static const struct bf_query session = { "people.session", "session needs" };
static const struct bf_query mine = { "people.mine", "session" };
static const struct bf_query desk = { "people.desk", "session lang" };
static const struct bf_mount mounts[] = {
	{ "/mijn", NULL },
	{ "/beheer", "beheer" },
	{ 0 },
};

static const struct bf_field back[] = {
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ "waarom", BF_CHOICE, .choices = "fresh level",
		.label = BF_N("Why you have to sign in") },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .query = &mine, .view = "mine", .rights = "resident",
		.help = BF_N("See what the city does for you.") },
	{ "GET", "/aanmelden", .fields = back, .view = "sign_in",
		.help = BF_N("Sign in as a resident.") },
	/* the register */
	/* sign-in by a provider */
	/* passwords and letters */
	/* sessions */
	{ "POST", "/afmelden", .handler = people_sign_out, .rights = "signed",
		.help = BF_N("Sign out.") },
	/* messages */
	/* my data */
	/* civil servants */
	{ "GET", "beheer:", .query = &desk, .view = "desk", .rights = "staff",
		.help = BF_N("See what you can do as a civil servant.") },
	{ "GET", "beheer:/aanmelden", .fields = back, .view = "staff_sign_in",
		.help = BF_N("Sign in as a civil servant.") },
	/* passkeys */
	/* rights */
	{ 0 },
};

static const struct bf_query *const queries[] = {
	&people_out,
	/* the register */
	/* sign-in by a provider */
	/* passwords and letters */
	/* passkeys */
	/* rights */
	/* messages */
	/* my data */
	NULL,
};

#define ACCESS \
	BF_N("To let you sign in, and to show your own page to you only.")
#define CONTRACT \
	BF_N("GDPR, article 6(1)(e): a task of the city in the public interest.")
#define MAY BF_N("To show who may do what in the city's name, and who gave it.")
#define YEARS (3650)
#define TOLD BF_N("To tell you what concerns you, in the way you choose.")
/* the register */
#define KNOWN \
	BF_N("To know who you are, also when two people have the same name.")
#define PAY BF_N("To pay you what you have a right to.")
#define NEAR \
	BF_N("To write to you, and to know what happens in your neighbourhood.")
#define WITH BF_N("To know what support your household has a right to.")
#define READ \
	BF_N("To read the files of the register. What was read is removed " \
	     "at once.")
#define REGISTERS \
	BF_N("The law of 19 July 1991 on the population registers; GDPR, " \
	     "article 6(1)(e).")
#define AFTER (2 * 365)  /* days after somebody left */
#define BEFORE (5 * 365) /* days after it was so no more */

static const struct bf_personal personal[] = {
	{ "people.account", "*", ACCESS, CONTRACT, YEARS, "closed" },
	{ "people.session", "*", ACCESS, CONTRACT, 1, "ends" },
	/* the register */
	{ "people.resident", "id mac sealed born since until ended", KNOWN,
		REGISTERS, AFTER, "until" },
	{ "people.resident", "iban", PAY, CONTRACT, AFTER, "until" },
	{ "people.person_name", "*", KNOWN, REGISTERS, BEFORE, "until" },
	{ "people.address", "*", NEAR, REGISTERS, BEFORE, "until" },
	{ "people.household_member", "*", WITH, REGISTERS, BEFORE, "until" },
	{ "people.neighbourhood", "*" },
	{ "people.street", "*" },
	{ "people.register_file", "*" },
	{ "people.staging_residents", "*", READ, REGISTERS, BF_KEPT },
	{ "people.staging_delta", "*", READ, REGISTERS, BF_KEPT },
	{ "people.staging_streets", "*" },
	{ "people.incoming", "*", READ, REGISTERS, BF_KEPT },
	/* sign-in by a provider */
	/* passwords and letters */
	/* passkeys */
	/* messages */
	{ "people.message", "*", TOLD, CONTRACT, 730, "made" },
	{ "people.mail", "*", TOLD, CONTRACT, 30, "made" },
	{ "people.address_dead", "*", TOLD, CONTRACT, 365, "since" },
	{ "people.paper", "*", TOLD, CONTRACT, 60, "made" },
	{ "people.preference", "*", TOLD, CONTRACT, BF_KEPT },
	{ "people.message_kind", "*" },
	/* my data */
	{ "people.right_given", "*", MAY, CONTRACT, YEARS, "taken" },
	{ 0 },
};

static const struct bf_right rights[] = {
	/* the register */
	/* passwords and letters */
	/* messages */
	{ "people.grant",
		BF_N("Give rights to civil servants and take them back") },
	{ 0 },
};

static const struct bf_job jobs[] = {
	/* messages */
	{ "mail", 10, people_mail, people_mail_queries },
	{ 0 },
};

static const struct bf_identity identity = { &session, "/aanmelden",
	"beheer:/aanmelden", "people.mail_bounced" };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "people",
	.version = "1",
	.title = BF_N("My page"),
	.summary = BF_N("What the city knows of you and does for you."),
	.mounts = mounts,
	.routes = routes,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.identity = &identity,
	.jobs = jobs,
	.imports = people_imports,
};
