/* Payments: what the city owes residents, and how it gets there. */
#include "channels.h"
#include "own.h"

static const struct bf_mount mounts[] = {
	{ "/mijn/rekening", NULL },
	{ "/beheer/betalingen", "betalingen" },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .query = &payments_account,
		.fields = payments_account_kept, .view = "account",
		.rights = "resident fresh",
		.help = BF_N("See on which account the city pays you.") },
	{ "POST", "", .handler = payments_account_set,
		.query = &payments_account, .fields = payments_account_given,
		.view = "account", .rights = "resident fresh",
		.help = BF_N("Say on which account you want to be paid.") },
	{ 0 },
};

static const struct bf_kind *const kinds[] = { &payments_not_registered,
	&payments_iban_none, &payments_iban_missing, &payments_iban_wrong,
	&payments_iban_country, &payments_iban_length, &payments_iban_refused,
	NULL };

static const struct bf_query *const queries[] = { &payments_account_sets,
	NULL };

#define PAY BF_N("To pay you what you have a right to, once.")
#define BOOKS \
	BF_N("To account for what the city paid, and who decided it.")
#define TASK \
	BF_N("GDPR, article 6(1)(e): a task of the city in the public interest.")
#define YEARS (3650)

/* What holds others goes first: files, their payments, what they paid. */
static const struct bf_personal personal[] = {
	{ "payments.account", "*", PAY, TASK, YEARS, "until" },
	{ "payments.file", "*", BOOKS, TASK, YEARS, "prepared" },
	{ "payments.payment", "*", PAY, TASK, YEARS + 30, "made" },
	{ "payments.claim", "*", PAY, TASK, YEARS + 60, "ended" },
	{ "payments.answer", "*", BOOKS, TASK, YEARS, "read" },
	{ "payments.partner", "*" },
	{ "payments.reason", "*" },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "number", BF_N("Number") },
	{ "for", BF_N("For what") },
	{ "cents", BF_N("Amount, in cents") },
	{ "due", BF_N("Not before") },
	{ "made", BF_N("Made on") },
	{ "state", BF_N("How far it is") },
	{ "ended", BF_N("Left on") },
	{ "iban", BF_N("Account number (IBAN)") },
	{ "source", BF_N("Where the number comes from") },
	{ "since", BF_N("Since") },
	{ "until", BF_N("Until") },
	{ "name", BF_N("Name") },
	{ "address", BF_N("Address") },
	{ "outcome", BF_N("How it ended") },
	{ "reason", BF_N("Why the bank refused, as its code") },
	{ "told", BF_N("Known since") },
	{ "prepared", BF_N("Prepared on") },
	{ "released", BF_N("Released on") },
	{ "cancelled", BF_N("Cancelled on") },
	{ "read", BF_N("Read on") },
	{ "source=register", BF_N("you confirmed that of the register") },
	{ "source=given", BF_N("you gave it") },
	{ "source=none", BF_N("you have no account at a bank") },
	{ "state=waiting_account", BF_N("waits for your account number") },
	{ "state=ready", BF_N("ready to be paid") },
	{ "state=in_file", BF_N("being prepared") },
	{ "state=released", BF_N("handed to the bank") },
	{ "state=paid", BF_N("paid") },
	{ "state=refused", BF_N("refused by the bank") },
	{ "state=cash", BF_N("to be fetched at the counter") },
	{ "state=ordered", BF_N("ordered") },
	{ "state=withdrawn", BF_N("withdrawn") },
	{ "outcome=paid", BF_N("paid") },
	{ "outcome=refused", BF_N("refused by the bank") },
	{ "outcome=cancelled", BF_N("cancelled") },
	{ 0 },
};

static const struct bf_about about = { "payments.about", words };

/* What other features call. */
static const char *const publishes[] = { "payments.owe", "payments.withdraw",
	"payments.state_of", "payments.books", NULL };

static const char *const requires[] = { "people", "access", NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "payments",
	.version = "1",
	.title = BF_N("Payments"),
	.summary = BF_N("On which account the city pays you, and what."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.publishes = publishes,
	.about = &about,
	.channels = payments_channels,
};
