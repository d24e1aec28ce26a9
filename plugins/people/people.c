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
	{ "waarom", BF_CHOICE,
		.choices = "fresh level cancelled refused late away",
		.label = BF_N("Why you have to sign in") },
	{ 0 },
};

/* sign-in by a provider */
static const struct bf_field answer[] = {
	{ "state", BF_TEXT, .max = 200, .label = BF_N("Your journey") },
	{ "code", BF_TEXT, .max = 8000, .label = BF_N("Proof of who you are") },
	{ "iss", BF_TEXT, .max = 2000, .label = BF_N("Who answers") },
	{ "error", BF_TEXT, .max = 200, .label = BF_N("What went wrong") },
	{ 0 },
};
static const struct bf_field logout[] = {
	{ "logout_token", BF_TEXT, true, .max = 16384,
		.label = BF_N("Proof that somebody signed out") },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .query = &mine, .view = "mine", .rights = "resident",
		.help = BF_N("See what the city does for you.") },
	{ "GET", "/aanmelden", people_sign_in, .fields = back,
		.view = "sign_in", .help = BF_N("Sign in as a resident.") },
	/* the register */
	/* sign-in by a provider */
	{ "GET", "/aanmelden/provider", people_provider_start, .fields = back,
		.view = "sign_in",
		.help = BF_N("Go to the provider to sign in.") },
	{ "GET", "/aanmelden/terug", people_provider_return, .fields = answer,
		.view = "sign_in",
		.help = BF_N("Come back from the provider.") },
	{ "POST", "/aanmelden/einde", people_provider_left, .fields = logout,
		.rights = "machine",
		.help = BF_N("For the provider: somebody signed out there.") },
	{ "GET", "/afgemeld", people_signed_out, .view = "signed_out",
		.help = BF_N("See that you are signed out.") },
	{ "GET", "/afgemeld/provider", people_provider_out,
		.view = "signed_out",
		.help = BF_N("Sign out at the provider too.") },
	{ "GET", "/afgemeld/overal", .view = "signed_out_there",
		.help = BF_N("See that you are signed out at the provider.") },
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
	&people_provider_begin,
	&people_provider_back,
	&people_provider_enter,
	&people_provider_leave,
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

static const struct bf_personal personal[] = {
	{ "people.resident", "*", ACCESS, CONTRACT, BF_KEPT },
	{ "people.account", "*", ACCESS, CONTRACT, YEARS, "closed" },
	{ "people.session", "*", ACCESS, CONTRACT, 1, "ends" },
	/* the register */
	/* sign-in by a provider */
	{ "people.provider_start", "*", ACCESS, CONTRACT, 1, "made" },
	{ "people.provider_identity", "*", ACCESS, CONTRACT, YEARS, "used" },
	{ "people.provider_session", "*", ACCESS, CONTRACT, 1, "made" },
	{ "people.provider_end", "*", ACCESS, CONTRACT, 1, "heard" },
	{ "people.provider_number", "*", ACCESS, CONTRACT, BF_KEPT },
	/* passwords and letters */
	/* passkeys */
	/* messages */
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

static const struct bf_option options[] = {
	/* the register */
	{ "mac_key", NULL },
	/* sign-in by a provider */
	{ "provider", NULL },
	{ "provider_client", NULL },
	{ "provider_key", NULL },
	{ "provider_secret", NULL },
	{ "provider_acr", NULL },
	{ "provider_least", "low" },
	{ "provider_scope", "openid profile" },
	{ "provider_number_scope", NULL },
	{ "provider_number_claim", NULL },
	{ "provider_ca", NULL },
	{ 0 },
};

static const struct bf_identity identity = { &session, "/aanmelden",
	"beheer:/aanmelden" };

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
	.options = options,
};
