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

/* messages */
static const struct bf_query preferences = { "people.preferences", "session" };
static const struct bf_query papers = { "people.papers", "" };

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
static const struct bf_query corrections = { "people.corrections", "" };
static const struct bf_query mandates = { "people.mandates", "" };

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

static const struct bf_field answer[] = {
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
	{ "GET", "/aanmelden", .fields = back, .view = "sign_in",
		.help = BF_N("Sign in as a resident.") },
	/* the register */
	/* sign-in by a provider */
	/* passwords and letters */
	/* sessions */
	{ "POST", "/afmelden", .handler = people_sign_out, .rights = "signed",
		.help = BF_N("Sign out.") },
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
		.rights = "resident fresh",
		.help = BF_N("Close your account.") },
	{ "POST", "/sluiten", .handler = people_close, .query = &preferences,
		.fields = sure, .view = "close", .rights = "resident fresh",
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
		.query = &corrections, .fields = answer, .view = "corrections",
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
	&people_messages_list,
	&people_message_read,
	&people_message_gone,
	&people_preferences_set,
	&people_outbox_list,
	&people_papers_print,
	&people_papers_done,
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
#define YEARS (3650)
/* messages, my data */
#define RIGHTS BF_N("To mend what is not right, and to show how we answered.")
#define FOR BF_N("To let somebody act for you, when you or a judge want that.")
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
	{ "people.correction", "*", RIGHTS, CONTRACT, 730, "made" },
	{ "people.mandate", "*", FOR, CONTRACT, YEARS, "ended" },
	{ "people.acting", "*", FOR, CONTRACT, BF_KEPT },
	{ "people.right_given", "*", MAY, CONTRACT, YEARS, "taken" },
	{ 0 },
};

static const struct bf_right rights[] = {
	/* the register */
	/* passwords and letters */
	/* messages */
	{ "people.post", BF_N("Print letters to residents") },
	{ "people.correct", BF_N("Answer who finds a mistake in their data") },
	{ "people.mandate", BF_N("Let somebody act for somebody else") },
	{ "people.grant",
		BF_N("Give rights to civil servants and take them back") },
	{ 0 },
};

static const struct bf_kind *const kinds[] = {
	/* my data */
	&people_nobody,
	&people_more,
	&people_same,
	&people_before,
	&people_there,
	&people_phone,
	NULL,
};

static const struct bf_option options[] = {
	/* messages */
	{ "outbox", "closed" },
	{ "window", "right" },
	{ 0 },
};

static const struct bf_about about = { "people.about", people_words };

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
	.kinds = kinds,
	.options = options,
	.about = &about,
	.imports = people_imports,
};
