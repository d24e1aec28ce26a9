/* People: who can sign in, and what they may see and do. */
#include "own.h"

static const struct bf_query session = { "people.session",
	"session needs page wrote" };
static const struct bf_query mine = { "people.mine", "session" };
static const struct bf_query desk = { "people.desk", "session lang" };
static const struct bf_query ways_in = { "people.access", "session" };
static const struct bf_query password_page = { "people.password_page",
	"session" };
static const struct bf_query letter_page = { "people.letter_page",
	"session resident" };
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

static const struct bf_field code[] = {
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ "email", BF_TEXT, true, .max = 300, .label = BF_N("E-mail address") },
	{ "wachtwoord", BF_TEXT, true, .max = 500, .label = BF_N("Password") },
	{ "cijfers", BF_TEXT, true, .max = 30, .label = BF_N("Code") },
	{ 0 },
};

static const struct bf_field code_setup[] = {
	{ "nieuw", BF_TEXT, true, .max = 500, .label = BF_N("New password") },
	{ "cijfers", BF_TEXT, true, .max = 30, .label = BF_N("Code") },
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

/* messages */
static const struct bf_query preferences = { "people.preferences", "session" };
static const struct bf_query papers = { "people.papers", "session" };

static const struct bf_field kept[] = {
	{ "bewaard", BF_CHOICE, .choices = "ja",
		.label = BF_N("Whether choices were kept") },
	{ 0 },
};

static const struct bf_field choices[] = {
	{ "post", BF_CHOICE, .required = true, .choices = "mail brief",
		.label = BF_N("By mail or by letter") },
	{ "taal", BF_CHOICE, .required = true, .choices = "nl en fr",
		.label = BF_N("Language") },
	{ "telefoon", BF_TEXT, .max = 30, .label = BF_N("Phone number") },
	{ "naam", BF_TEXT, .max = 200, .label = BF_N("Your name") },
	{ 0 },
};

static const struct bf_field printed[] = {
	{ "tot", BF_INT, .required = true, .label = BF_N("Last letter") },
	{ 0 },
};

/* my data */
static const struct bf_query my_data = { "people.my_data", "session lang" };
static const struct bf_query acting = { "people.mandates_mine", "session" };
static const struct bf_query corrections = { "people.corrections", "session" };
static const struct bf_query mandates = { "people.mandates", "session" };

static const struct bf_field told[] = {
	{ "gemeld", BF_CHOICE, .choices = "ja",
		.label = BF_N("Whether a mistake was told") },
	{ 0 },
};

static const struct bf_field mistake[] = {
	{ "fout", BF_TEXT, .required = true, .max = 2000,
		.label = BF_N("What is wrong?") },
	{ "juist", BF_TEXT, .required = true, .max = 2000,
		.label = BF_N("What should it be?") },
	{ 0 },
};

static const struct bf_field sure[] = {
	{ "zeker", BF_CHOICE, .required = true, .choices = "ja",
		.label = BF_N("I am sure: close my account") },
	{ 0 },
};

static const struct bf_field whom[] = {
	{ "wie", BF_INT, .label = BF_N("For whom") },
	{ 0 },
};

/* helping */
static const struct bf_field stopped[] = {
	{ "einde", BF_CHOICE, .choices = "zelf rust",
		.label = BF_N("How helping ended") },
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ 0 },
};

static const struct bf_field sought[] = {
	{ "naam", BF_TEXT, .max = 200, .label = BF_N("Name") },
	{ "geboren", BF_DAY, .label = BF_N("Birth date") },
	{ "code", BF_TEXT, .max = 40, .label = BF_N("Code on the letter") },
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ 0 },
};

static const struct bf_field helped[] = {
	REASON,
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ "dienst", BF_INT, .min = 1, .max = INT64_MAX,
		.label = BF_N("Service") },
	{ 0 },
};

static const struct bf_field reply[] = {
	{ "antwoord", BF_TEXT, .required = true, .max = 4000,
		.label = BF_N("Your answer") },
	{ 0 },
};

static const struct bf_field mandate[] = {
	{ "wie", BF_TEXT, .required = true, .max = 200,
		.label = BF_N("Who acts") },
	{ "wie_geboren", BF_DAY, .required = true,
		.label = BF_N("Birth date of who acts") },
	{ "wie_straat", BF_TEXT, .max = 200,
		.label = BF_N("Street of who acts") },
	{ "voor", BF_TEXT, .required = true, .max = 200,
		.label = BF_N("For whom") },
	{ "voor_geboren", BF_DAY, .required = true,
		.label = BF_N("Birth date of whom it is for") },
	{ "voor_straat", BF_TEXT, .max = 200,
		.label = BF_N("Street of whom it is for") },
	{ "soort", BF_CHOICE, .required = true,
		.choices = "guardian parent mandate",
		.label = BF_N("As what") },
	{ "vanaf", BF_DAY, .label = BF_N("First day") },
	{ "tot", BF_DAY, .label = BF_N("Last day") },
	{ "bewijs", BF_TEXT, .required = true, .max = 500,
		.label = BF_N("Proof") },
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
	{ "GET", "/toegang", .query = &ways_in, .view = "access",
		.rights = "resident self",
		.help = BF_N("See how you sign in, and change it.") },
	{ "GET", "/wachtwoord", .query = &password_page, .view = "password",
		.rights = "resident self",
		.help = BF_N("Choose another password.") },
	{ "POST", "/wachtwoord", .handler = people_password_change,
		.query = &password_page, .fields = people_change_fields,
		.view = "password", .rights = "resident self",
		.help = BF_N("Choose another password.") },
	{ "GET", "/adres", .query = &ways_in, .view = "address",
		.rights = "resident self fresh",
		.help = BF_N("Change your e-mail address.") },
	{ "POST", "/adres", .handler = people_email_change, .query = &ways_in,
		.fields = people_address_fields, .view = "address",
		.rights = "resident self fresh",
		.help = BF_N("Change your e-mail address.") },
	{ "GET", "/adres-bevestigen/{token}", .handler = people_link,
		.view = "address_confirm",
		.help = BF_N("Confirm an e-mail address.") },
	{ "POST", "/adres-bevestigen/{token}", .handler = people_email_confirm,
		.query = &people_link_of, .view = "address_confirm",
		.help = BF_N("Confirm an e-mail address.") },
	{ "GET", "/bevestigd", .view = "address_confirmed",
		.help = BF_N("Read that your e-mail address was changed.") },
	{ "GET", "/brief", .query = &ways_in, .view = "letter_link",
		.rights = "resident self",
		.help = BF_N("Show with a letter who you are.") },
	{ "POST", "/brief", .handler = people_letter_link, .query = &ways_in,
		.fields = people_letter_fields, .view = "letter_link",
		.rights = "resident self",
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
	SESSIONS("", "resident self"),
	SESSIONS("beheer:", "staff"),
	/* messages */
	{ "GET", "/berichten", .handler = people_messages, .view = "messages",
		.rights = "resident",
		.help = BF_N("Read what the city told you.") },
	{ "GET", "/berichten/{nr:int}", .handler = people_message,
		.view = "message", .rights = "resident",
		.help = BF_N("Read one message.") },
	{ "POST", "/berichten/{nr:int}/weg", .handler = people_message_delete,
		.rights = "resident", .help = BF_N("Delete a message.") },
	{ "GET", "/voorkeuren", .query = &preferences, .fields = kept,
		.view = "preferences", .rights = "resident",
		.help = BF_N("Choose how the city writes to you.") },
	{ "POST", "/voorkeuren", .handler = people_preferences,
		.query = &preferences, .fields = choices, .view = "preferences",
		.rights = "resident",
		.help = BF_N("Choose how the city writes to you.") },
	{ "GET", "beheer:/postvak", .handler = people_outbox, .view = "outbox",
		.help = BF_N("See the mail of a demonstration.") },
	{ "GET", "beheer:/post", .query = &papers, .view = "papers",
		.rights = "people.post",
		.help = BF_N("See which letters are to be printed.") },
	{ "GET", "beheer:/post/pdf", .handler = people_papers_pdf,
		.rights = "people.post",
		.help = BF_N("Get all letters to print as one PDF.") },
	{ "GET", "beheer:/post/{nr:int}/pdf", .handler = people_papers_pdf,
		.rights = "people.post",
		.help = BF_N("Get one letter as a PDF.") },
	{ "POST", "beheer:/post/gedrukt", .handler = people_papers_printed,
		.query = &papers, .fields = printed, .view = "papers",
		.rights = "people.post",
		.help = BF_N("Say that letters are printed.") },
	/* my data */
	{ "GET", "/gegevens", .query = &my_data, .fields = told,
		.view = "my_data", .rights = "resident",
		.help = BF_N("See and download all that is kept about you.") },
	{ "POST", "/gegevens", .handler = people_correct, .query = &my_data,
		.fields = mistake, .view = "my_data", .rights = "resident",
		.help = BF_N("Tell what is wrong in what is kept about you.") },
	{ "GET", "/sluiten", .query = &preferences, .view = "close",
		.rights = "resident self fresh",
		.help = BF_N("Close your account.") },
	{ "POST", "/sluiten", .handler = people_close, .query = &preferences,
		.fields = sure, .view = "close",
		.rights = "resident self fresh",
		.help = BF_N("Close your account.") },
	{ "GET", "/gesloten", .view = "closed",
		.help = BF_N("Read that your account is closed.") },
	{ "GET", "/namens", .query = &acting, .view = "acting",
		.rights = "resident",
		.help = BF_N("See for whom you may act.") },
	{ "POST", "/namens", .handler = people_act_for, .query = &acting,
		.fields = whom, .view = "acting", .rights = "resident",
		.help = BF_N("Choose for whom you act.") },
	{ "GET", "beheer:/verbeteringen", .query = &corrections,
		.view = "corrections", .rights = "people.correct",
		.help = BF_N("See which mistakes residents told.") },
	{ "POST", "beheer:/verbeteringen/{nr:int}", .handler = people_answer,
		.query = &corrections, .fields = reply, .view = "corrections",
		.rights = "people.correct",
		.help = BF_N("Answer who told a mistake.") },
	{ "GET", "beheer:/machtigingen", .query = &mandates, .view = "mandates",
		.rights = "people.mandate",
		.help = BF_N("See who may act for whom.") },
	{ "POST", "beheer:/machtigingen", .handler = people_mandate,
		.query = &mandates, .fields = mandate, .view = "mandates",
		.rights = "people.mandate",
		.help = BF_N("Let somebody act for somebody.") },
	{ "POST", "beheer:/machtigingen/{nr:int}/einde",
		.handler = people_mandate_end, .rights = "people.mandate",
		.help = BF_N("End that somebody acts for somebody.") },
	/* helping */
	{ "GET", "beheer:/helpen", .fields = stopped, .view = "help_find",
		.rights = "people.help",
		.help = BF_N("Find a resident and help them.") },
	{ "POST", "beheer:/helpen", .handler = people_help_search,
		.fields = sought, .view = "help_find", .rights = "people.help",
		.help = BF_N("Find a resident and help them.") },
	{ "POST", "beheer:/helpen/{resident}", .handler = people_help_start,
		.query = &people_help_one, .fields = helped,
		.view = "help_find", .rights = "people.help",
		.help = BF_N("Begin to help a resident.") },
	{ "POST", "beheer:/helpen/stoppen", .handler = people_help_stop,
		.rights = "signed", .help = BF_N("Stop helping a resident.") },
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
	{ "POST", "beheer:/aanmelden/code", .handler = people_code_enter,
		.query = &people_door, .fields = code, .view = "staff_sign_in",
		.help = BF_N("Sign in with a password and a code.") },
	{ "GET", "beheer:/uitnodiging/{code}/code",
		.handler = people_invited_code_show, .view = "code_setup",
		.help = BF_N("Come in without a key.") },
	{ "POST", "beheer:/uitnodiging/{code}/code",
		.handler = people_invited_code_enter,
		.query = &people_invited_code, .fields = code_setup,
		.view = "code_setup", .help = BF_N("Come in without a key.") },
	{ "GET", "beheer:/code", .handler = people_code_show,
		.view = "code_setup", .rights = "staff fresh",
		.help = BF_N("Set up an app with codes.") },
	{ "POST", "beheer:/code", .handler = people_code_set,
		.query = &people_code_page, .fields = code_setup,
		.view = "code_setup", .rights = "staff fresh",
		.help = BF_N("Set up an app with codes.") },
	{ "POST", "beheer:/code/weg", .handler = people_code_drop,
		.rights = "staff fresh",
		.help = BF_N("Sign in with keys only.") },
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
	&people_provider_begin,
	&people_provider_back,
	&people_provider_enter,
	&people_provider_leave,
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
	&people_key_find,
	&people_key_enter,
	&people_key_first,
	&people_key_add,
	&people_key_name,
	&people_key_remove,
	&people_code_page,
	&people_invited_code,
	&people_code_set_query,
	&people_invited_code_set,
	&people_code_find,
	&people_code_enter_query,
	&people_code_remove_query,
	/* rights */
	&people_right_give_query,
	&people_right_take_query,
	&people_colleague_invite_query,
	/* messages */
	&people_messages_list,
	&people_message_read,
	&people_message_gone,
	&people_preferences_set,
	&people_outbox_list,
	&people_papers_print,
	&people_papers_done,
	/* helping */
	&people_help_find,
	&people_help_begin,
	&people_help_end,
	/* my data */
	&people_correction_put,
	&people_correction_answer,
	&people_account_close,
	&people_acting_set,
	&people_mandate_put,
	&people_mandate_stop,
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
/* messages, my data */
#define RIGHTS BF_N("To mend what is not right, and to show how we answered.")
#define FOR BF_N("To let somebody act for you, when you or a judge want that.")
#define HELP BF_N("To help you at the counter, and to show for what we did so.")
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
	{ "people.change", "*", WITH, REGISTERS, 365, "at" },
	{ "people.neighbourhood", "*" },
	{ "people.street", "*" },
	{ "people.register_file", "*" },
	{ "people.staging_residents", "*", READ, REGISTERS, BF_KEPT },
	{ "people.staging_delta", "*", READ, REGISTERS, BF_KEPT },
	{ "people.staging_streets", "*" },
	{ "people.incoming", "*", READ, REGISTERS, BF_KEPT },
	/* sign-in by a provider */
	{ "people.provider_start", "*", ACCESS, CONTRACT, 1, "made" },
	{ "people.provider_identity", "*", ACCESS, CONTRACT, YEARS, "used" },
	{ "people.provider_session", "*", ACCESS, CONTRACT, 1, "made" },
	{ "people.provider_end", "*", ACCESS, CONTRACT, 1, "heard" },
	/* passwords and letters */
	{ "people.password", "*", ACCESS, CONTRACT, BF_KEPT },
	{ "people.registration", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.link", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.letter", "*", ACCESS, CONTRACT, 30, "ends" },
	{ "people.attempt", "*", GUESS, CONTRACT, 1, "seen" },
	/* passkeys */
	{ "people.invitation", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.challenge", "*", ACCESS, CONTRACT, 1, "ends" },
	{ "people.passkey", "*", ACCESS, CONTRACT, BF_KEPT },
	{ "people.code_app", "*", ACCESS, CONTRACT, BF_KEPT },
	{ "people.recovery", "*", ACCESS, CONTRACT, BF_KEPT },
	/* messages */
	{ "people.message", "*", TOLD, CONTRACT, 730, "made" },
	{ "people.mail", "*", TOLD, CONTRACT, 30, "made" },
	{ "people.address_dead", "*", TOLD, CONTRACT, 365, "since" },
	{ "people.paper", "*", TOLD, CONTRACT, 60, "made" },
	{ "people.preference", "*", TOLD, CONTRACT, BF_KEPT },
	{ "people.message_kind", "*" },
	/* my data */
	{ "people.correction", "*", RIGHTS, CONTRACT, 730, "made" },
	{ "people.mandate", "*", FOR, CONTRACT, YEARS, "ended" },
	{ "people.acting", "*", FOR, CONTRACT, BF_KEPT },
	{ "people.helping", "*", HELP, CONTRACT, 1, "seen" },
	{ "people.right_given", "*", MAY, CONTRACT, YEARS, "taken" },
	{ 0 },
};

static const struct bf_right rights[] = {
	/* the register */
	/* passwords and letters */
	{ "people.letter", BF_N("Make letters with a code to sign in") },
	/* messages */
	{ "people.post", BF_N("Print letters to residents") },
	{ "people.correct", BF_N("Answer who finds a mistake in their data") },
	{ "people.mandate", BF_N("Let somebody act for somebody else") },
	{ "people.help",
		BF_N("Help residents at the counter, on their own pages") },
	{ "people.grant",
		BF_N("Give rights to civil servants and take them back") },
	{ "people.invite", BF_N("Invite colleagues to sign in") },
	{ 0 },
};

static const struct bf_about about = { "people.about", people_words };

static const struct bf_word words_of_choices[] = {
	{ "post=mail", BF_N("By mail") },
	{ "post=brief",
		BF_N("By letter, to the address in the register of the city") },
	{ "taal=nl", BF_N("Nederlands") },
	{ "taal=en", BF_N("English") },
	{ "taal=fr", BF_N("Français") },
	{ 0 },
};

static const struct bf_paper on_paper[] = {
	{ "/voorkeuren", BF_N("How the city writes to you"),
		BF_N("Choose whether we write by mail or by letter, and in "
		     "which language."),
		"/voorkeuren", "people.preference" },
	{ "/gegevens", BF_N("Something is wrong in my data"),
		BF_N("Tell what is wrong in what the city keeps about you. "
		     "Somebody looks at it and answers within a month."),
		"/gegevens", "people.correction" },
	{ 0 },
};

static const struct bf_job jobs[] = {
	/* messages */
	{ "mail", 10, people_mail, people_mail_queries },
	{ 0 },
};

static const struct bf_kind *const kinds[] = {
	/* passwords and letters */
	&people_link_gone,
	&people_letter_gone,
	&people_letter_other,
	/* passkeys */
	&people_key_late,
	&people_key_known,
	&people_key_copied,
	&people_last_key,
	&people_invitation_over,
	&people_code_wrong,
	/* rights */
	&people_no_colleague,
	&people_not_yourself,
	&people_beyond_you,
	&people_no_right,
	&people_day_past,
	&people_day_order,
	&people_right_over,
	&people_last_grant,
	&people_colleague_known,
	/* my data */
	&people_nobody,
	&people_more,
	&people_same,
	&people_before,
	&people_there,
	&people_phone,
	/* helping */
	&people_which_service,
	NULL,
};

static const struct bf_option options[] = {
	/* messages */
	{ "outbox", "closed" },
	{ "window", "right" },
	/* passwords and letters */
	{ "mark_key", NULL },
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

static const struct bf_identity identity = {
	.session = &session,
	.resident = "/aanmelden",
	.staff = "beheer:/aanmelden",
	.second = "beheer:/sleutels",
	.tool = "people.staff",
	.invited = "beheer:/uitnodiging",
	.bounced = "people.mail_bounced",
	.may = "people.may_do",
	.helping = "beheer:/helpen",
};

#define AT_COUNTER BF_N("To do for you what you asked us.")

static const struct bf_look looks[] = {
	/* passwords and letters */
	{ "people.letter", BF_N("Made a letter with a code to sign in"),
		BF_N("your name and your address"),
		BF_N("To let you sign in without eID or itsme.") },
	/* messages */
	{ "people.post", BF_N("Saw letters to print"),
		BF_N("your name, your address and the letter"),
		BF_N("To send you the letters of the city.") },
	/* my data */
	{ "people.correct", BF_N("Saw which mistakes residents told"),
		BF_N("your name, and the mistake that you told"),
		BF_N("To mend it and to answer you.") },
	{ "people.mandate", BF_N("Saw who may act for whom"),
		BF_N("your name, who may act for you or you for them, and the proof"),
		BF_N("To write down and to end who may act for somebody.") },
	/* helping */
	{ "people.help_find", BF_N("Found you, to help you"),
		BF_N("your name, your birth date and your address"),
		BF_N("To know that it is you, before we help you.") },
	{ "people.help_start", BF_N("Began to help you"),
		BF_N("your name, your birth date and your address"),
		AT_COUNTER },
	{ "people.help_end", BF_N("Stopped helping you"), BF_N("nothing more"),
		AT_COUNTER },
	{ "people.help_see", BF_N("Looked for you, while we helped you"),
		BF_N("what you see yourself on that page"), AT_COUNTER },
	{ "people.help_do",
		BF_N("Changed something for you, while we helped you"),
		BF_N("what you see yourself on that page"), AT_COUNTER },
	{ 0 },
};

static const char *const requires[] = { "access", NULL };
static const char *const publishes[] = { "people.actor", "people.acting_as",
	"people.looker", "people.account_named", "people.attempt_take",
	"people.message_put", "people.gets_letters", "people.sign_out",
	"people.registered", "people.found", "people.lives", "people.kin",
	"people.served", "people.staff_at", "people.members", "people.moved_on",
	"people.households_of", "people.households_after", "people.empty_since",
	"people.linked", "people.register_read", "people.changes_take",
	"people.changes_wait", "people.called", "people.payee", "people.holds",
	"people.reference_new", "people.reference_read",
	"people.reference_shown", "people.quarters", "people.number_sealed",
	NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "people",
	.version = "1",
	.title = BF_N("My page"),
	.summary = BF_N("What the city knows of you and does for you."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.identity = &identity,
	.publishes = publishes,
	.looks = looks,
	.jobs = jobs,
	.options = options,
	.about = &about,
	.papers = on_paper,
	.choices = words_of_choices,
	.imports = people_imports,
	.channels = people_channels,
};
