/* People: who can sign in, and what they may see and do. */
#include "own.h"

static const struct bf_query session = { "people.session", "session needs" };
static const struct bf_query mine = { "people.mine", "session" };
static const struct bf_query desk = { "people.desk", "session lang" };
static const struct bf_query access = { "people.access", "session" };
static const struct bf_query password_page = { "people.password_page",
	"session" };
static const struct bf_query letter_page = { "people.letter_page", "resident" };
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
	{ "GET", "/aanmelden/wachtwoord", .fields = back, .view = "sign_in",
		.help = BF_N("Sign in with a password.") },
	{ "POST", "/aanmelden/wachtwoord", .handler = people_password_sign_in,
		.fields = people_password_fields, .view = "sign_in",
		.help = BF_N("Sign in with a password.") },
	{ "GET", "/aanmelden/brief", .fields = back, .view = "sign_in",
		.help = BF_N("Sign in with the code of a letter.") },
	{ "POST", "/aanmelden/brief", .handler = people_letter_sign_in,
		.fields = people_letter_fields, .view = "sign_in",
		.help = BF_N("Sign in with the code of a letter.") },
	{ "GET", "/registreren", .view = "register",
		.help = BF_N("Ask for an account.") },
	{ "POST", "/registreren", .handler = people_register,
		.fields = people_register_fields, .view = "register",
		.help = BF_N("Ask for an account.") },
	{ "GET", "/gestuurd", .view = "sent",
		.help = BF_N("Read that a mail is on its way.") },
	{ "GET", "/bevestigen/{token}", .handler = people_registration,
		.view = "confirm",
		.help = BF_N("Make the account of a link in a mail.") },
	{ "POST", "/bevestigen/{token}", .handler = people_confirm,
		.query = &people_registration_of,
		.fields = people_confirm_fields, .view = "confirm",
		.help = BF_N("Make the account of a link in a mail.") },
	{ "GET", "/wachtwoord-vergeten", .view = "forgot",
		.help = BF_N("Ask for a link to choose another password.") },
	{ "POST", "/wachtwoord-vergeten", .handler = people_forgot,
		.fields = people_address_fields, .view = "forgot",
		.help = BF_N("Ask for a link to choose another password.") },
	{ "GET", "/wachtwoord-nieuw/{token}", .handler = people_link,
		.view = "reset",
		.help = BF_N("Choose another password by a link in a mail.") },
	{ "POST", "/wachtwoord-nieuw/{token}", .handler = people_reset,
		.query = &people_link_of, .fields = people_reset_fields,
		.view = "reset",
		.help = BF_N("Choose another password by a link in a mail.") },
	{ "GET", "/toegang", .query = &access, .view = "access",
		.rights = "resident",
		.help = BF_N("See how you sign in, and change it.") },
	{ "GET", "/wachtwoord", .query = &password_page, .view = "password",
		.rights = "resident",
		.help = BF_N("Choose another password.") },
	{ "POST", "/wachtwoord", .handler = people_password_change,
		.query = &password_page, .fields = people_change_fields,
		.view = "password", .rights = "resident",
		.help = BF_N("Choose another password.") },
	{ "GET", "/adres", .query = &access, .view = "address",
		.rights = "resident fresh",
		.help = BF_N("Change your e-mail address.") },
	{ "POST", "/adres", .handler = people_email_change, .query = &access,
		.fields = people_address_fields, .view = "address",
		.rights = "resident fresh",
		.help = BF_N("Change your e-mail address.") },
	{ "GET", "/adres-bevestigen/{token}", .handler = people_link,
		.view = "address_confirm",
		.help = BF_N("Confirm an e-mail address.") },
	{ "POST", "/adres-bevestigen/{token}", .handler = people_email_confirm,
		.query = &people_link_of, .view = "address_confirm",
		.help = BF_N("Confirm an e-mail address.") },
	{ "GET", "/bevestigd", .view = "address_confirmed",
		.help = BF_N("Read that your e-mail address was changed.") },
	{ "GET", "/brief", .query = &access, .view = "letter_link",
		.rights = "resident",
		.help = BF_N("Show with a letter who you are.") },
	{ "POST", "/brief", .handler = people_letter_link, .query = &access,
		.fields = people_letter_fields, .view = "letter_link",
		.rights = "resident",
		.help = BF_N("Show with a letter who you are.") },
	{ "GET", "beheer:/brieven/{resident}", .query = &letter_page,
		.view = "letter", .rights = "people.letter",
		.help = BF_N("Make a letter with a code to sign in.") },
	{ "POST", "beheer:/brieven/{resident}", .handler = people_letter,
		.query = &letter_page, .view = "letter",
		.rights = "people.letter",
		.help = BF_N("Make a letter with a code to sign in.") },
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
	&people_attempt_look,
	&people_attempt_begin,
	&people_password_of,
	&people_password_enter,
	&people_password_mine,
	&people_password_changed,
	&people_registration_put,
	&people_registration_phc,
	&people_registration_confirm,
	&people_password_forgot,
	&people_password_reset,
	&people_email_put,
	&people_email_confirmed,
	&people_letter_new,
	&people_letter_try,
	&people_letter_enter,
	&people_letter_linked,
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
#define GUESS \
	BF_N("To slow down who tries to guess how somebody else signs in.")
#define YEARS (3650)

static const struct bf_personal personal[] = {
	{ "people.resident", "*", ACCESS, CONTRACT, BF_KEPT },
	{ "people.account", "*", ACCESS, CONTRACT, YEARS, "closed" },
	{ "people.session", "*", ACCESS, CONTRACT, 1, "ends" },
	/* the register */
	/* sign-in by a provider */
	/* passwords and letters */
	{ "people.password", "*", ACCESS, CONTRACT, BF_KEPT },
	{ "people.registration", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.link", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.letter", "*", ACCESS, CONTRACT, 30, "ends" },
	{ "people.attempt", "*", GUESS, CONTRACT, 1, "seen" },
	{ "people.message", "*", ACCESS, CONTRACT, 30, "made" },
	/* passkeys */
	/* messages */
	/* my data */
	{ "people.right_given", "*", MAY, CONTRACT, YEARS, "taken" },
	{ 0 },
};

static const struct bf_right rights[] = {
	/* the register */
	/* passwords and letters */
	{ "people.letter", BF_N("Make letters with a code to sign in") },
	/* messages */
	{ "people.grant",
		BF_N("Give rights to civil servants and take them back") },
	{ 0 },
};

static const struct bf_kind *const kinds[] = {
	/* passwords and letters */
	&people_link_gone,
	&people_letter_gone,
	&people_letter_other,
	NULL,
};

static const struct bf_option options[] = {
	/* passwords and letters */
	{ "mark_key", NULL },
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
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.identity = &identity,
	.options = options,
};
