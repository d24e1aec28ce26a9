/* Payments: what the city owes residents, and how it gets there. */
#include "channels.h"
#include "own.h"

static const struct bf_mount mounts[] = {
	{ "/mijn/rekening", NULL },
	{ "/beheer/betalingen", "betalingen" },
	{ 0 },
};

bool
payments_do(struct bf_req *req, const struct bf_query *query, const char *where)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(
			req, "%s%s", bf_mount_named(req, "betalingen"), where);
}

bool
payments_file_of(struct bf_req *req, const struct bf_query *query)
{
	json_t *doc;

	return bf_query_json(req, query, &doc)
		&& bf_see_other(req, "%s/bestand/%lld",
			bf_mount_named(req, "betalingen"),
			(long long)json_integer_value(
				json_object_get(doc, "id")));
}

static const struct bf_route routes[] = {
	{ "GET", "", .query = &payments_account,
		.fields = payments_account_kept, .view = "account",
		.rights = "resident fresh",
		.help = BF_N("See on which account the city pays you.") },
	{ "POST", "", .handler = payments_account_set,
		.query = &payments_account, .fields = payments_account_given,
		.view = "account", .rights = "resident fresh",
		.help = BF_N("Say on which account you want to be paid.") },
	/* civil servants */
	{ "GET", "betalingen:", .query = &payments_desk, .view = "desk",
		.rights = "payments.see",
		.help = BF_N("See what is ready to be paid, and the files.") },
	{ "POST", "betalingen:/bestand", .handler = payments_file_prepare,
		.query = &payments_desk, .fields = payments_file_wanted,
		.view = "desk", .rights = "payments.prepare",
		.help = BF_N("Prepare a file for the bank or a partner.") },
	{ "GET", "betalingen:/bestand/{id:int}", .query = &payments_file,
		.fields = payments_file_sheet, .view = "file",
		.rights = "payments.see",
		.help = BF_N("See a file with its payments.") },
	{ "POST", "betalingen:/bestand/{id:int}/vrijgeven",
		.handler = payments_file_release, .query = &payments_file,
		.fields = payments_file_seen, .view = "file",
		.rights = "payments.release fresh",
		.help = BF_N("Release a file that a colleague prepared.") },
	{ "POST", "betalingen:/bestand/{id:int}/weigeren",
		.handler = payments_file_cancel, .rights = "payments.release",
		.help = BF_N("Send back a file instead of releasing it.") },
	{ "POST", "betalingen:/bestand/{id:int}/annuleren",
		.handler = payments_file_cancel, .rights = "payments.prepare",
		.help = BF_N("Cancel a file that is not released.") },
	{ "GET", "betalingen:/bestand/{id:int}/inhoud",
		.handler = payments_file_get,
		.rights = "payments.prepare fresh",
		.help = BF_N("Take a released file, to hand it over.") },
	{ "POST", "betalingen:/antwoord", .handler = payments_answer,
		.query = &payments_desk, .fields = payments_answer_given,
		.view = "desk", .rights = "payments.prepare",
		.help = BF_N("Read what the bank says of a file.") },
	{ "POST", "betalingen:/opnieuw", .handler = payments_again,
		.query = &payments_desk, .fields = payments_again_what,
		.view = "desk", .rights = "payments.prepare",
		.help = BF_N("Pay again what the bank refused.") },
	{ "GET", "betalingen:/contant", .view = "cash",
		.rights = "payments.cash",
		.help = BF_N("Look up cash by the code of a letter.") },
	{ "POST", "betalingen:/contant", .handler = payments_cash_find,
		.fields = payments_cash_code, .view = "cash",
		.rights = "payments.cash",
		.help = BF_N("Look up cash by the code of a letter.") },
	{ "POST", "betalingen:/contant/betaald", .handler = payments_cash_pay,
		.fields = payments_cash_code, .view = "cash",
		.rights = "payments.cash",
		.help = BF_N("Note that somebody fetched their money.") },
	{ 0 },
};

static const struct bf_kind *const kinds[] = { &payments_not_registered,
	&payments_iban_none, &payments_iban_missing, &payments_iban_wrong,
	&payments_iban_country, &payments_iban_length, &payments_iban_refused,
	&payments_nothing_ready, &payments_too_soon, &payments_file_ended,
	&payments_same_person, &payments_look_first, &payments_not_released,
	&payments_no_debtor, &payments_answer_unknown, &payments_answer_twice,
	&payments_answer_other, &payments_no_cash, &payments_cash_early, NULL };

static const struct bf_query *const queries[] = { &payments_account_sets,
	&payments_file_prepares, &payments_file_plan, &payments_file_releases,
	&payments_file_cancels, &payments_file_bytes, &payments_answer_takes,
	&payments_pays_again, &payments_cash_finds, &payments_cash_pays, NULL };

static const struct bf_right rights[] = {
	{ "payments.see",
		BF_N("See payments: what is ready, files and their lines") },
	{ "payments.prepare",
		BF_N("Prepare payments, and read what the bank answers") },
	{ "payments.release",
		BF_N("Release payments that a colleague prepared") },
	{ "payments.cash", BF_N("Hand out money at the counter") },
	{ 0 },
};

static const struct bf_option options[] = {
	{ "debtor", NULL },
	{ "iban", NULL },
	{ "bic", NULL },
	{ "kbo", NULL },
	{ 0 },
};

#define PAID \
	BF_N("your name, a part of your account number, and what is paid to you")
static const struct bf_look looks[] = {
	{ "payments.file", BF_N("Saw a payment to you in a file"), PAID,
		BF_N("To check what the city pays before it leaves.") },
	{ "payments.handed", BF_N("Took a file with a payment to you"),
		BF_N("your name, your account number or address, and what is "
		     "paid to you"),
		BF_N("To hand it to the bank, or to who delivers it.") },
	{ "payments.cash", BF_N("Looked up money that you fetch"),
		BF_N("your name, and what is paid to you"),
		BF_N("To hand it to you at the counter.") },
	{ 0 },
};

#define PAY BF_N("To pay you what you have a right to, once.")
#define BOOKS BF_N("To account for what the city paid, and who decided it.")
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
	{ "amount", BF_N("Amount, in euros") },
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
	"payments.state_of", "payments.left_on", "payments.books", NULL };

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
	.rights = rights,
	.options = options,
	.looks = looks,
	.publishes = publishes,
	.about = &about,
	.channels = payments_channels,
};
