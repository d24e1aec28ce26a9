/* Who looked at my data: a log that nobody can change, for residents to read.
 */
#include "channels.h"
#include <string.h>

static const struct bf_mount mounts[] = {
	{ "/inzage", NULL },
	{ "/mijn/inzage", "seen" },
	{ "/beheer/inzage", "audit" },
	{ 0 },
};

static const struct bf_query mine = { "access.mine", "session p lang" };
static const struct bf_query ask = { "access.ask", "session entry question",
	.writes = true };
static const struct bf_query audit = { "access.audit", "session lang",
	.writes = true };
static const struct bf_query questions = { "access.questions", "session lang" };
static const struct bf_query reply = { "access.reply", "session id answer",
	.writes = true };
static const struct bf_query heads = { "access.heads", "" };
static const struct bf_query seal = { "access.seal_some", "", .writes = true };

/* Why did they look? */
static bool
ask_why(struct bf_req *req)
{
	return bf_query(req, &ask, NULL)
		&& bf_see_other(req, "%s", bf_mount(req));
}

static bool
give_answer(struct bf_req *req)
{
	return bf_query(req, &reply, NULL)
		&& bf_see_other(req, "%s/vragen", bf_mount(req));
}

/* The links of what was written since the last time. */
static bool
seal_new(struct bf_req *req)
{
	struct bf_text said;

	if (!bf_query(req, &seal, &said))
		return false;
	if (strstr(said.data, "\"more\" : true"))
		bf_again(req);
	return true;
}

static const struct bf_field page[] = {
	{ "p", BF_INT, .min = 1, .max = 1000, .label = BF_N("Page") },
	{ 0 },
};

static const struct bf_field asked[] = {
	{ "entry", BF_INT, .required = true, .min = 1, .max = INT64_MAX,
		.label = BF_N("Which look") },
	{ "question", BF_TEXT, .max = 2000, .label = BF_N("Your question") },
	{ 0 },
};

static const struct bf_field answer[] = {
	{ "answer", BF_TEXT, .required = true, .max = 4000,
		.label = BF_N("Answer") },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .query = &heads, .view = "heads",
		.csv = "rows: day position hash", .cache = 60,
		.help = BF_N("See how the log is kept from being changed.") },
	{ "GET", "/koppen", .copy = "access.open_heads", .cache = 60,
		.help = BF_N("All last links by day, as CSV.") },
	{ "GET", "seen:", .query = &mine, .fields = page, .view = "mine",
		.csv = "rows: at label on_page data service purpose reason",
		.rights = "resident",
		.help = BF_N(
			"See who looked at what the city keeps about you.") },
	{ "POST", "seen:/vraag", .handler = ask_why, .fields = asked,
		.rights = "resident",
		.help = BF_N("Ask why somebody looked.") },
	{ "GET", "audit:", .query = &audit, .view = "audit",
		.rights = "access.audit",
		.help = BF_N("See looks that are unusual.") },
	{ "GET", "audit:/vragen", .query = &questions, .view = "questions",
		.rights = "access.answer",
		.help = BF_N("See what residents ask about looks.") },
	{ "POST", "audit:/vragen/{id:int}", .handler = give_answer,
		.query = &questions, .fields = answer, .view = "questions",
		.rights = "access.answer",
		.help = BF_N("Answer such a question.") },
	{ 0 },
};

static const struct bf_query *const queries[] = { &ask, &reply, NULL };
static const struct bf_query *const job_queries[] = { &seal, NULL };

static const struct bf_job jobs[] = {
	{ "seal", 1, seal_new, job_queries },
	{ 0 },
};

static const char *const publishes[] = { "access.note", "access.note_many",
	NULL };
static const char *const requires[] = { "people", NULL };

static const struct bf_right rights[] = {
	{ "access.audit", BF_N("See who looks at data in an unusual way") },
	{ "access.answer",
		BF_N("Answer residents who ask why somebody looked") },
	{ 0 },
};

static const struct bf_look looks[] = {
	{ "access.audit", BF_N("Looked for unusual looks"),
		BF_N("who looked, when and how often; no names of residents"),
		BF_N("To find looks that are not for work.") },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "at", BF_N("When") },
	{ "kind", BF_N("Who looked") },
	{ "reason", BF_N("In their words") },
	{ "service", BF_N("For which service") },
	{ "asked", BF_N("You asked why") },
	{ "text", BF_N("Your question") },
	{ "due", BF_N("You get an answer before") },
	{ "answer", BF_N("Answer") },
	{ "answered", BF_N("Answered on") },
	{ 0 },
};

static const struct bf_about about = { "access.about", words };

#define TRACE \
	BF_N("To show residents who looked at their data, and to find misuse.")
#define LAW BF_N("GDPR, articles 5(2), 15 and 32: account, access, security.")
#define TEN_YEARS 3653

static const struct bf_personal personal[] = {
	{ "access.entry", "*", TRACE, LAW, TEN_YEARS, "at" },
	{ "access.seal", "*", TRACE, LAW, TEN_YEARS, "at" },
	{ "access.question", "*",
		BF_N("To answer who asks why somebody looked."), LAW, TEN_YEARS,
		"asked" },
	{ "access.chain", "*" },
	{ "access.head", "*" },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "access",
	.version = "1",
	.title = BF_N("Who looked"),
	.summary = BF_N(
		"How you see who looked at what the city keeps about you."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.jobs = jobs,
	.publishes = publishes,
	.looks = looks,
	.about = &about,
	.channels = access_channels,
};
