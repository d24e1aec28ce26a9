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

static const struct bf_field back_for_second[] = {
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ "waarom", BF_CHOICE, .choices = "second_key",
		.label = BF_N("Why you need a second key") },
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
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
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

static const struct bf_field rights_shown[] = {
	{ "per", BF_CHOICE, .choices = "collega recht",
		.label = BF_N("In which order") },
	{ "ook", BF_CHOICE, .choices = "alles",
		.label = BF_N("With what is over") },
	{ 0 },
};

static const struct bf_field one_session[] = {
	{ "sessie", BF_TEXT, true, .min = 16, .max = 16,
		.label = BF_N("Session") },
	{ 0 },
};

static const struct bf_field right_asked[] = {
	{ "collega", BF_TEXT, .max = 40, .label = BF_N("Colleague") },
	{ "recht", BF_TEXT, .max = 100, .label = BF_N("Right") },
	{ 0 },
};

#define REASON \
	{ \
		"reden", BF_TEXT, true, .min = 3, .max = 500, \
					.label = BF_N("Reason") \
	}

static const struct bf_field given[] = {
	{ "collega", BF_TEXT, true, .max = 40, .label = BF_N("Colleague") },
	{ "recht", BF_TEXT, true, .max = 100, .label = BF_N("Right") },
	{ "dienst", BF_TEXT, .max = 100, .label = BF_N("Service") },
	{ "wijk", BF_INT, .min = 1, .max = 99,
		.label = BF_N("Number of the neighbourhood") },
	{ "van", BF_DAY, .label = BF_N("First day") },
	{ "tot", BF_DAY, .label = BF_N("Last day") },
	REASON,
	{ 0 },
};

static const struct bf_field taken[] = {
	REASON,
	{ 0 },
};

static const struct bf_field colleague[] = {
	{ "naam", BF_TEXT, true, .max = 100, .label = BF_N("Name") },
	{ "email", BF_TEXT, true, .max = 200, .label = BF_N("E-mail address") },
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
#define SESSIONS(mount, who) \
	{ "GET", mount "/sessies", .query = &people_sessions, \
		.view = "sessions", .rights = who, \
		.help = BF_N("See where you are signed in.") }, \
		{ "POST", mount "/sessies/einde", \
			.handler = people_session_end, .fields = one_session, \
			.rights = who, \
			.help = BF_N("Sign out on one device.") }, \
		{ "POST", mount "/sessies/andere", \
			.handler = people_sessions_others, .rights = who, \
			.help = BF_N("Sign out on all other devices.") }, \
	{ \
		"POST", mount "/sessies/alle", \
			.handler = people_sessions_all, .rights = who, \
			.help = BF_N("Sign out everywhere.") \
	}
	SESSIONS("", "resident"),
	SESSIONS("beheer:", "staff"),
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
	{ "GET", "beheer:/sleutels", .query = &people_keys,
		.fields = back_for_second, .view = "keys",
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
	{ "GET", "beheer:/rechten", .query = &people_rights,
		.fields = rights_shown, .view = "rights",
		.rights = "people.grant",
		.help = BF_N("See who may do what.") },
	{ "GET", "beheer:/rechten/geven", .query = &people_right_form,
		.fields = right_asked, .view = "right_give",
		.rights = "people.grant fresh",
		.help = BF_N("Give a colleague a right.") },
	{ "POST", "beheer:/rechten/geven", .handler = people_right_give,
		.query = &people_right_form, .fields = given,
		.view = "right_give", .rights = "people.grant fresh",
		.help = BF_N("Give a colleague a right.") },
	{ "GET", "beheer:/rechten/{nr:int}", .query = &people_right_one,
		.view = "right_take", .rights = "people.grant fresh",
		.help = BF_N("See one right that was given.") },
	{ "POST", "beheer:/rechten/{nr:int}", .handler = people_right_take,
		.query = &people_right_one, .fields = taken,
		.view = "right_take", .rights = "people.grant fresh",
		.help = BF_N("Take a right back.") },
	{ "GET", "beheer:/collegas", .query = &people_colleagues,
		.view = "colleagues", .rights = "people.invite fresh",
		.help = BF_N("See which colleagues can sign in.") },
	{ "POST", "beheer:/collegas", .handler = people_colleague_invite,
		.query = &people_colleagues, .fields = colleague,
		.view = "colleagues", .rights = "people.invite fresh",
		.help = BF_N("Invite a colleague.") },
	{ 0 },
};

static const struct bf_query *const queries[] = {
	&people_out,
	/* sessions */
	&people_session_end_query,
	&people_sessions_others_query,
	&people_sessions_all_query,
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
	&people_right_give_query,
	&people_right_take_query,
	&people_colleague_invite_query,
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
	{ "people.invite", BF_N("Invite colleagues to sign in") },
	{ 0 },
};

static const struct bf_kind *const kinds[] = {
	/* passkeys */
	&people_key_late,
	&people_key_known,
	&people_key_copied,
	&people_last_key,
	&people_invitation_over,
	/* rights */
	&people_no_colleague,
	&people_not_yourself,
	&people_no_right,
	&people_day_past,
	&people_day_order,
	&people_right_over,
	&people_last_grant,
	&people_colleague_known,
	&people_no_address,
	NULL,
};

static const struct bf_identity identity = {
	.session = &session,
	.resident = "/aanmelden",
	.staff = "beheer:/aanmelden",
	.second = "beheer:/sleutels",
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
