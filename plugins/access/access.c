/* Who looked at my data: a log that nobody can change, for residents to read.
 */
#include "channels.h"

static const struct bf_mount mounts[] = {
	{ "/inzage", NULL },
	{ "/mijn/inzage", "seen" },
	{ "/beheer/inzage", "audit" },
	{ 0 },
};

static const struct bf_query mine = { "access.mine", "session voor lang" };
static const struct bf_query ask = { "access.ask", "session entry question",
	.writes = true };
static const struct bf_query audit = { "access.audit", "session lang",
	.writes = true };
static const struct bf_query questions = { "access.questions", "session lang" };
static const struct bf_query reply = { "access.reply", "session id answer",
	.writes = true };
static const struct bf_query holds = { "access.holds", "session dag zaak lang",
	.writes = true };
static const struct bf_query hold_ask = { "access.hold_ask",
	"session entry until ground why", .writes = true };
static const struct bf_query hold_prolong = { "access.hold_prolong",
	"session id until why", .writes = true };
static const struct bf_query hold_decide = { "access.hold_decide",
	"session id besluit", .writes = true };
static const struct bf_query watched = { "access.watched", "session",
	.writes = true };
static const struct bf_query watch_add = { "access.watch_add",
	"session naam geboren straat huisnummer reden", .writes = true };
static const struct bf_query watch_end = { "access.watch_end", "session id",
	.writes = true };
static const struct bf_query heads = { "access.heads", "" };
static const struct bf_query seal = { "access.seal_some", "", .writes = true };

static const struct bf_kind far = { "hold_far", 422,
	BF_N("Choose a day from tomorrow on, within six months.") };
static const struct bf_kind late = { "hold_late", 422,
	BF_N("This look cannot be told later any more: the resident asked "
	     "about it, a colleague asked the same, or it is older than a "
	     "month.") };
static const struct bf_kind whom = { "watch_whom", 422,
	BF_N("Give a name and a birth date, or a street and a number.") };
static const struct bf_kind nobody = { "nobody_called_so", 422,
	BF_N("We do not find anybody with this name and birth date.") };
static const struct bf_kind more = { "more_called_so", 422,
	BF_N("There is more than one person with this name and birth date. "
	     "Type the street too.") };

/* Do what QUERY does, then show the page at PATH of the mount. */
static bool
act(struct bf_req *req, const struct bf_query *query, const char *path)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s%s", bf_mount(req), path);
}

/* Why did they look? */
static bool
ask_why(struct bf_req *req)
{
	return act(req, &ask, "");
}

static bool
give_answer(struct bf_req *req)
{
	return act(req, &reply, "/vragen");
}

static bool
ask_hold(struct bf_req *req)
{
	return act(req, &hold_ask, "/later");
}

static bool
prolong(struct bf_req *req)
{
	return act(req, &hold_prolong, "/later");
}

static bool
decide(struct bf_req *req)
{
	return act(req, &hold_decide, "/later");
}

static bool
watch(struct bf_req *req)
{
	return act(req, &watch_add, "/lijst");
}

static bool
watch_no_more(struct bf_req *req)
{
	return act(req, &watch_end, "/lijst");
}

/* The links of what was written since the last time. */
static bool
seal_new(struct bf_req *req)
{
	bool others;

	if (!bf_query_says(req, &seal, "more", &others))
		return false;
	if (others)
		bf_again(req);
	return true;
}

static const struct bf_field page[] = {
	{ "voor", BF_INT, .min = 1, .max = INT64_MAX,
		.label = BF_N("The look before which to begin") },
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

/* As access.hold_request knows them. */
#define GROUNDS "security crime inspection protection"

#define WHICH \
	{ "dag", BF_DAY, .label = BF_N("Day of the look") }, \
	{ \
		"zaak", BF_TEXT, .max = 60, .label = BF_N("Case number") \
	}

static const struct bf_field which[] = { WHICH, { 0 } };

static const struct bf_field hold[] = {
	WHICH,
	{ "entry", BF_INT, .required = true, .min = 1, .max = INT64_MAX,
		.label = BF_N("Which look") },
	{ "until", BF_DAY, .required = true,
		.label = BF_N("Tell it from this day on") },
	{ "ground", BF_CHOICE, .required = true, .choices = GROUNDS,
		.label = BF_N("By which law") },
	{ "why", BF_TEXT, .required = true, .max = 500,
		.label = BF_N("Which investigation, by which article") },
	{ 0 },
};

static const struct bf_field longer[] = {
	{ "until", BF_DAY, .required = true,
		.label = BF_N("Tell it from this day on") },
	{ "why", BF_TEXT, .required = true, .max = 500,
		.label = BF_N("Why it must be longer") },
	{ 0 },
};

static const struct bf_field decision[] = {
	{ "besluit", BF_CHOICE, .required = true, .choices = "ja nee",
		.label = BF_N("Decision") },
	{ 0 },
};

static const struct bf_field whom_to_watch[] = {
	{ "naam", BF_TEXT, .max = 200, .label = BF_N("Name") },
	{ "geboren", BF_DAY, .label = BF_N("Birth date") },
	{ "straat", BF_TEXT, .max = 200, .label = BF_N("Street") },
	{ "huisnummer", BF_TEXT, .max = 20, .label = BF_N("Number") },
	{ "reden", BF_TEXT, .required = true, .max = 200,
		.label = BF_N("Why others may be curious") },
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
	{ "GET", "audit:/lijst", .query = &watched, .view = "watched",
		.rights = "access.audit",
		.help = BF_N("See whom others may be curious about.") },
	{ "POST", "audit:/lijst", .handler = watch, .query = &watched,
		.fields = whom_to_watch, .view = "watched",
		.rights = "access.audit",
		.help = BF_N("Have looks at somebody shown to who audits.") },
	{ "POST", "audit:/lijst/{id:int}/einde", .handler = watch_no_more,
		.rights = "access.audit",
		.help = BF_N("Show them no longer.") },
	{ "GET", "audit:/later", .query = &holds, .fields = which,
		.view = "holds", .rights = "access.hold",
		.help = BF_N("See which looks are told later.") },
	{ "POST", "audit:/later", .handler = ask_hold, .query = &holds,
		.fields = hold, .view = "holds", .rights = "access.hold",
		.help = BF_N("Ask to tell a resident later of a look.") },
	{ "POST", "audit:/later/{id:int}/langer", .handler = prolong,
		.query = &holds, .fields = longer, .view = "holds",
		.rights = "access.hold",
		.help = BF_N("Ask to tell it later still.") },
	{ "POST", "audit:/later/{id:int}", .handler = decide, .query = &holds,
		.fields = decision, .view = "holds", .rights = "access.hold",
		.help = BF_N("Decide what a colleague asks.") },
	{ 0 },
};

static const struct bf_query *const queries[] = { &ask, &reply, &hold_ask,
	&hold_prolong, &hold_decide, &watch_add, &watch_end, NULL };
static const struct bf_kind *const kinds[] = { &far, &late, &whom, &nobody,
	&more, NULL };
static const struct bf_query *const job_queries[] = { &seal, NULL };

static const struct bf_job jobs[] = {
	{ "seal", 1, seal_new, job_queries },
	{ 0 },
};

static const char *const publishes[] = { "access.note", "access.note_by",
	"access.note_many", "access.note_rule", "access.note_service", NULL };
static const char *const requires[] = { "people", NULL };

static const struct bf_right rights[] = {
	{ "access.audit", BF_N("See who looks at data in an unusual way") },
	{ "access.answer",
		BF_N("Answer residents who ask why somebody looked") },
	{ "access.hold",
		BF_N("Have a resident told later that somebody looked") },
	{ 0 },
};

static const struct bf_look looks[] = {
	{ "access.audit", BF_N("Looked for unusual looks"),
		BF_N("who looked, when and how often; no names of residents"),
		BF_N("To find looks that are not for work.") },
	{ "access.watch", BF_N("Put you on a list, or took you off it"),
		BF_N("your name and address"),
		BF_N("To find looks out of curiosity, such as at people who "
		     "are well known.") },
	{ "access.holds", BF_N("Looked which looks are told later"),
		BF_N("who looked, when and for what; no names of residents"),
		BF_N("To hold back what an investigation needs, and no more.") },
	{ "access.hold", BF_N("Decided that you see a look later"),
		BF_N("that somebody looked, and for what"),
		BF_N("To hold back what an investigation needs, and no more.") },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "at", BF_N("When") },
	{ "kind", BF_N("Who looked") },
	{ "kind=staff", BF_N("a civil servant") },
	{ "kind=rule", BF_N("a rule") },
	{ "kind=service", BF_N("another service") },
	{ "reason", BF_N("In their words") },
	{ "service", BF_N("For which service") },
	{ "asked", BF_N("You asked why") },
	{ "text", BF_N("Your question") },
	{ "due", BF_N("You get an answer before") },
	{ "answer", BF_N("Answer") },
	{ "answered", BF_N("Answered on") },
	{ "until", BF_N("Told from this day on") },
	{ "ground", BF_N("By which law") },
	{ "ground=security", BF_N("public security") },
	{ "ground=crime", BF_N("investigation of crimes") },
	{ "ground=inspection", BF_N("an inspection") },
	{ "ground=protection", BF_N("protection of you or of others") },
	{ "watch.reason", BF_N("Why others may be curious about you") },
	{ "added", BF_N("Since") },
	{ "ended", BF_N("Until") },
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
	{ "access.hold", "*", TRACE, LAW, TEN_YEARS, "at" },
	{ "access.hold_request", "*",
		BF_N("To decide, by two people, what an investigation needs."),
		BF_N("GDPR, article 23(1): what may wait, and why."), TEN_YEARS,
		"asked" },
	{ "access.watch", "*", TRACE, LAW, TEN_YEARS, "ended" },
	{ "access.chain", "*" },
	{ "access.head", "*" },
	{ 0 },
};

static const char *const apart[] = { "access.entry", "access.seal",
	"access.hold", "access.head", NULL };

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
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.jobs = jobs,
	.publishes = publishes,
	.looks = looks,
	.about = &about,
	.channels = access_channels,
	.apart = apart,
};
