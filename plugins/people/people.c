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

/* What a browser hands over of a passkey, in base64url. */
#define PASSKEY \
	{ "id", BF_TEXT, .max = 1364, .label = BF_N("Key") }, \
		{ "client", BF_TEXT, true, .max = 8000, \
			.label = BF_N("Key") }, \
	{ \
		"data", BF_TEXT, true, .max = 10000, .label = BF_N("Key") \
	}
#define KEY_NAME BF_N("Name of the key")

static const struct bf_field shown[] = {
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	PASSKEY,
	{ "signature", BF_TEXT, true, .max = 1000, .label = BF_N("Key") },
	{ "handle", BF_TEXT, true, .max = 100, .label = BF_N("Key") },
	{ 0 },
};

static const struct bf_field made[] = {
	PASSKEY,
	{ "naam", BF_TEXT, .max = 60, .label = KEY_NAME },
	{ 0 },
};

static const struct bf_field key[] = {
	{ "sleutel", BF_TEXT, true, .max = 1364, .label = BF_N("Key") },
	{ 0 },
};

static const struct bf_field key_named[] = {
	{ "sleutel", BF_TEXT, true, .max = 1364, .label = BF_N("Key") },
	{ "naam", BF_TEXT, true, .max = 60, .label = KEY_NAME },
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
	{ "GET", "beheer:/aanmelden", .query = &people_door, .fields = back,
		.view = "staff_sign_in",
		.help = BF_N("Sign in as a civil servant.") },
	/* passkeys */
	{ "POST", "beheer:/aanmelden/sleutel", .handler = people_passkey_enter,
		.query = &people_door, .fields = shown, .view = "staff_sign_in",
		.help = BF_N("Sign in with a passkey.") },
	{ "GET", "beheer:/uitnodiging/{code}", .query = &people_invitation,
		.view = "invitation",
		.help = BF_N("Come in for the first time.") },
	{ "POST", "beheer:/uitnodiging/{code}", .handler = people_passkey_first,
		.query = &people_invitation, .fields = made,
		.view = "invitation", .help = BF_N("Make your first key.") },
	{ "GET", "beheer:/sleutels", .query = &people_keys, .view = "keys",
		.rights = "staff fresh", .help = BF_N("See your keys.") },
	{ "POST", "beheer:/sleutels", .handler = people_passkey_add,
		.query = &people_keys, .fields = made, .view = "keys",
		.rights = "staff fresh", .help = BF_N("Add a key.") },
	{ "POST", "beheer:/sleutels/naam", .handler = people_key_rename,
		.query = &people_keys, .fields = key_named, .view = "keys",
		.rights = "staff fresh",
		.help = BF_N("Give a key another name.") },
	{ "POST", "beheer:/sleutels/verwijderen", .handler = people_key_drop,
		.query = &people_keys, .fields = key, .view = "keys",
		.rights = "staff fresh", .help = BF_N("Remove a key.") },
	/* rights */
	{ 0 },
};

static const struct bf_query *const queries[] = {
	&people_out,
	/* the register */
	/* sign-in by a provider */
	/* passwords and letters */
	/* passkeys */
	&people_key_find,
	&people_key_enter,
	&people_key_first,
	&people_key_add,
	&people_key_name,
	&people_key_remove,
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
	/* passwords and letters */
	/* passkeys */
	{ "people.invitation", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.challenge", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.passkey", "*", ACCESS, CONTRACT, BF_KEPT },
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

static const struct bf_kind *const kinds[] = {
	/* passkeys */
	&people_key_late,
	&people_key_known,
	&people_key_copied,
	&people_last_key,
	&people_invitation_over,
	NULL,
};

static const struct bf_identity identity = {
	.session = &session,
	.resident = "/aanmelden",
	.staff = "beheer:/aanmelden",
	.tool = "people.staff",
	.invited = "beheer:/uitnodiging",
};

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
};
