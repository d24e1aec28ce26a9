/* Facts: what the city's databases say about people, and what rules may read
 * of it.
 */
#include "facts.h"
#include "channels.h"
#include "others.h"
#include <stdlib.h>
#include <string.h>

/* Households whose packed facts are renewed in one transaction. */
#define SHARE "1000"

static const struct bf_mount mounts[] = {
	{ "/bronnen", NULL },
	{ "/mijn/feiten", "said" },
	{ "/beheer/bronnen", "sources" },
	{ 0 },
};

static const struct bf_query open_page = { "facts.open", "lang" };
static const struct bf_query mine = { "facts.mine", "session lang" };
static const struct bf_query dispute = { "facts.dispute_put",
	"session feit tekst", .writes = true };
static const struct bf_query desk = { "facts.desk", "lang" };
static const struct bf_query source = { "facts.source_page", "source lang" };
static const struct bf_query accept = { "facts.accept",
	"session source levering", .writes = true };
static const struct bf_query disputes = { "facts.disputes", "session lang",
	.writes = true };
static const struct bf_query dispute_answer = { "facts.dispute_answer",
	"session nr besluit antwoord", .writes = true };
static const struct bf_query follow = { "facts.follow", "", .writes = true };
static const struct bf_query refresh = { "facts.refresh_next", "most",
	.writes = true };
const struct bf_query facts_patience = { "facts.patience", "seconds",
	.writes = true };

const char *
facts_word(json_t *doc, const char *member)
{
	return json_string_value(json_object_get(doc, member));
}

void
facts_set(struct bf_req *req, const char *name, json_t *doc)
{
	char *text = json_dumps(doc, JSON_COMPACT | JSON_ENCODE_ANY);

	bf_defer(bf_arena(req), free, text);
	bf_set(req, name, text);
	json_decref(doc);
}

json_t *
facts_row(long line, const char *macs, json_t *cells)
{
	const char *old = strchr(macs, ' ');

	return json_pack("{s:I, s:s%, s:s?, s:o}", "line", (json_int_t)line,
		"mac", macs, strcspn(macs, " "), "old", old ? old + 1 : NULL,
		"cells", cells);
}

json_t *
facts_fault(const char *code, long line, const char *column, const char *text)
{
	return json_pack("{s:s, s:o, s:s?, s:o?}", "code", code, "line",
		line > 0 ? json_integer(line) : json_null(), "column", column,
		"text", text ? json_string(text) : NULL);
}

bool
facts_is_text(const char *text)
{
	json_t *string = json_string(text);

	json_decref(string);
	return string;
}

bool
facts_patiently(struct bf_req *req, bf_handler *work)
{
	bool good;

	bf_set(req, "seconds", "600");
	if (!bf_query(req, &facts_patience, NULL))
		return false;
	good = work(req);
	bf_set(req, "seconds", "5");
	return bf_query(req, &facts_patience, NULL) && good;
}

static bool
more(json_t *doc)
{
	return json_is_true(json_object_get(doc, "more"));
}

static bool
follow_all(struct bf_req *req)
{
	json_t *doc;

	bf_set(req, "most", SHARE);
	if (!bf_query_json(req, &follow, &doc)
		|| (!more(doc) && !bf_query_json(req, &refresh, &doc)))
		return false;
	if (more(doc))
		bf_again(req);
	return true;
}

/* What changed in the register; after that, a share of what is otherwise
 * because it is another day, or because others tell of everybody. */
static bool
keep_up(struct bf_req *req)
{
	return facts_patiently(req, follow_all);
}

static const struct bf_query *const keep_up_queries[] = { &follow, &refresh,
	&facts_patience, NULL };

static const struct bf_job jobs[] = {
	{ "declare", 2, facts_declare, facts_declare_queries },
	{ "keep_up", 1, keep_up, keep_up_queries },
	{ "drops", 1, facts_drops, facts_drop_queries },
	{ "others", 2, facts_others, facts_others_queries },
	{ 0 },
};

static const struct bf_kind told_already = { "told_already", 409,
	BF_N("You told us already that this is wrong. You get an answer within "
	     "thirty days.") };
static const struct bf_kind *const kinds[] = { &told_already, NULL };

/* This is wrong. */
static bool
tell(struct bf_req *req)
{
	return bf_query(req, &dispute, NULL)
		&& bf_see_other(req, "%s", bf_mount_named(req, "said"));
}

/* It is right, although it is much smaller. */
static bool
take_anyway(struct bf_req *req)
{
	return bf_query(req, &accept, NULL)
		&& bf_see_other(req, "%s/%s", bf_mount_named(req, "sources"),
			bf_arg(req, "source"));
}

static bool
give_answer(struct bf_req *req)
{
	return bf_query(req, &dispute_answer, NULL)
		&& bf_see_other(
			req, "%s/vragen", bf_mount_named(req, "sources"));
}

static const struct bf_field wrong[] = {
	{ "feit", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("What is wrong") },
	{ "tekst", BF_TEXT, .required = true, .min = 3, .max = 2000,
		.label = BF_N("What should it be, and how do you know?") },
	{ 0 },
};
static const struct bf_field which[] = {
	{ "levering", BF_INT, .required = true, .min = 1, .max = INT64_MAX,
		.label = BF_N("Delivery") },
	{ 0 },
};
static const struct bf_field answer[] = {
	{ "besluit", BF_CHOICE, .required = true, .choices = "mended right",
		.label = BF_N("What does the service say?") },
	{ "antwoord", BF_TEXT, .required = true, .max = 4000,
		.label = BF_N("Answer") },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .query = &open_page, .view = "open",
		.csv = "rows: title purpose basis retention", .cache = 60,
		.help = BF_N("See which databases we use, and what for.") },
	{ "GET", "said:", .query = &mine, .view = "mine", .rights = "resident",
		.help = BF_N("See what databases say of you.") },
	{ "POST", "said:", .handler = tell, .query = &mine, .fields = wrong,
		.view = "mine", .rights = "resident",
		.help = BF_N("Tell us what is wrong in it.") },
	{ "GET", "sources:", .query = &desk, .view = "desk",
		.rights = "facts.see",
		.help = BF_N("See which databases are late or broken.") },
	{ "GET", "sources:/vragen", .query = &disputes, .view = "disputes",
		.rights = "facts.dispute",
		.help = BF_N("See what residents find wrong.") },
	{ "POST", "sources:/vragen/{nr:int}", .handler = give_answer,
		.query = &disputes, .fields = answer, .view = "disputes",
		.rights = "facts.dispute",
		.help = BF_N("Answer who finds something wrong.") },
	{ "GET", "sources:/{source:word}", .query = &source, .view = "source",
		.rights = "facts.see",
		.help = BF_N("See what a database delivered.") },
	{ "POST", "sources:/{source:word}/toch", .handler = take_anyway,
		.query = &source, .fields = which, .view = "source",
		.rights = "facts.run fresh",
		.help = BF_N(
			"Take over a file that is much smaller than the one before.") },
	{ 0 },
};

static const struct bf_option options[] = {
	{ "sources", NULL }, /* folder of *.ini: what is declared */
	{ "drop", NULL },    /* in which folders of sources are */
	/* Folder of files with the way to each source that is asked. */
	{ "connections", "/etc/belfort/connections" },
	{ 0 },
};

static const struct bf_query *const queries[] = { &dispute, &accept,
	&dispute_answer, NULL };

static const struct bf_right rights[] = {
	{ "facts.see", BF_N("See which databases are late or broken") },
	{ "facts.run",
		BF_N("Take over what a database delivers although it differs much") },
	{ "facts.dispute",
		BF_N("Answer residents who find that a database is wrong about them") },
	{ 0 },
};

#define DECIDE \
	BF_N("To know which support you have a right to, without asking you.")
#define LAW \
	BF_N("GDPR, article 6(1)(e); the law on the Crossroads Bank for Social Security (1990), article 11bis; Flemish decree on administration (2018).")
#define READ \
	BF_N("To read what a database delivers. What was read is removed at once.")
#define WRONG BF_N("To mend what is wrong, and to show how we answered.")

static const struct bf_personal personal[] = {
	{ "facts.value", "*", DECIDE, LAW, 1, "until" },
	{ "facts.packed", "*", DECIDE, LAW, BF_KEPT },
	{ "facts.packed_person", "*", DECIDE, LAW, BF_KEPT },
	{ "facts.pending", "*", DECIDE, LAW, 30, "since" },
	{ "facts.staging", "*", READ, LAW, BF_KEPT },
	{ "facts.incoming", "*", READ, LAW, BF_KEPT },
	{ "facts.dispute", "*", WRONG, LAW, 730, "answered" },
	{ "facts.question", "*", DECIDE, LAW, 1, "until" },
	{ "facts.source", "*" },
	{ "facts.fact", "*" },
	{ "facts.offer", "*" },
	{ "facts.delivery", "*" },
	{ "facts.refreshed", "*" },
	{ "facts.declared", "*" },
	{ 0 },
};

static const struct bf_look looks[] = {
	{ "facts.rule", BF_N("A rule looked what you have a right to"),
		BF_N("what the databases say that the rule needs"),
		BF_N("To give you what you have a right to, without asking you.") },
	{ "facts.dispute", BF_N("Saw what residents find wrong in databases"),
		BF_N("your name, what a database says, and what you told"),
		BF_N("To mend it at the source and to answer you.") },
	{ "facts.ask", BF_N("We asked another government a question about you"),
		BF_N("your national number; they answer yes or no"),
		BF_N("To give you what you have a right to, without asking you.") },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "fact", BF_N("what") },
	{ "source", BF_N("said by") },
	{ "low", BF_N("at least") },
	{ "high", BF_N("at most") },
	{ "valid", BF_N("for these days") },
	{ "received", BF_N("received on") },
	{ "replaced", BF_N("replaced on") },
	{ "household", BF_N("household") },
	{ "since", BF_N("since") },
	{ "text", BF_N("what you told us") },
	{ "made", BF_N("told on") },
	{ "due", BF_N("you get an answer before") },
	{ "answer", BF_N("answer") },
	{ "answered", BF_N("answered on") },
	{ "rule", BF_N("for the rule") },
	{ "question", BF_N("question") },
	{ "question.made", BF_N("asked on") },
	{ 0 },
};

static const struct bf_about about = { "facts.about", words };
static const char *const requires[] = { "people", "access", "benefits", NULL };
static const char *const publishes[] = { "facts.of", "facts.of_many",
	"facts.known", "facts.known_person", "facts.named", "facts.declare",
	"facts.pending_take", "facts.pending_done", "facts.pending_put",
	"facts.note", "facts.called", "facts.say", "facts.pending_any",
	"facts.ask", "facts.whole", "facts.changed_on", NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "facts",
	.version = "1",
	.title = BF_N("Databases"),
	.summary = BF_N("Which databases we use, and what they say of you."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.options = options,
	.jobs = jobs,
	.looks = looks,
	.about = &about,
	.publishes = publishes,
	.channels = facts_channels,
};
