/* A board where visitors leave a note: a table, a form, a page, and rules that
 * say under which heading a note comes.
 */
#include <belfort/plugin.h>

/* SQL functions and the names of their arguments; see sql/fn. */
static const struct bf_query notes = { "example.notes", "lang" };
static const struct bf_query add = { "example.add", "body", .writes = true };

static const struct bf_field note[] = {
	{ "body", BF_TEXT, .required = true, .max = 500,
		.label = BF_N("Your note"),
		.hint = BF_N("Everybody can read it. Leave out names.") },
	{ 0 },
};

static bool
leave(struct bf_req *req)
{
	return bf_query(req, &add, NULL)
		&& bf_see_other(req, "%s", bf_mount(req));
}

static const struct bf_route routes[] = {
	{ "GET", "", .query = &notes, .view = "notes", .csv = "rows: made body",
		.help = BF_N("Read the notes.") },
	{ "POST", "/nieuw", .handler = leave, .fields = note,
		.help = BF_N("Leave a note.") },
	{ 0 },
};

/* Only handlers use it: the host must know, to give the right to call it. */
static const struct bf_query *const others[] = { &add, NULL };

/* Each column: what is about people says why, by which law, how long. */
static const struct bf_personal personal[] = {
	{ "example.note", "body", BF_N("What visitors write to each other."),
		BF_N("Your consent: you wrote it (GDPR, article 6, 1a)."), 365,
		"made" },
	{ "example.note", "*" },
	{ "example.heading", "*" },
	{ 0 },
};

/* What a rule may know of a note; see rules/ and docs/rules.md. */
static const struct bf_fact facts[] = {
	{ "tekst", "text", BF_FACT_TEXT, BF_N("the note") },
	{ 0 },
};

static const struct bf_rules rules = { facts, "berichten", "example.rule_lines",
	"example.rules_publish", 10 };

static const struct bf_mount mounts[] = { { "/example", NULL }, { 0 } };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "example",
	.version = "1",
	.title = BF_N("Notes"),
	.summary = BF_N("A board where visitors leave a note."),
	.mounts = mounts,
	.routes = routes,
	.queries = others,
	.personal = personal,
	.rules = &rules,
};
