/* Grants: who gets what without asking, decided when a fact changes. */
#include "grants.h"
#include "channels.h"
#include "pages.h"

static const struct bf_mount mounts[] = {
	{ "/mijn/rechten", NULL },
	{ "/beheer/toekenningen", "toekenningen" },
	{ "/rechten/impact", "impact" },
	{ 0 },
};

static const struct bf_kind over = { "over", 409,
	BF_N("This is over already: there is nothing to decline any more.") };
static const struct bf_kind paid = { "paid", 409,
	BF_N("This was paid already. Come to a counter if you want to give it "
	     "back.") };
static const struct bf_kind objected = { "objected", 409,
	BF_N("You asked this already. Somebody is looking at it.") };
static const struct bf_kind involved = {
	"involved", 409,
	BF_N("You had a part in this decision, so somebody else looks at it.")
};

static const struct bf_kind *const kinds[] = { &over, &paid, &objected,
	&involved, &pages_answered_already, NULL };

#define GIVE BF_N("To give people what they have a right to, without asking.")
#define PROVE BF_N("To show why something was granted, and that it was once.")
#define TASK \
	BF_N("GDPR, article 6(1)(e): a task of the city in the public interest.")
#define BOOKS \
	BF_N("Decree on local government (2017): accounts are kept for ten " \
	     "years.")
#define REVIEW BF_N("To have a person look at a decision.")
#define ARTICLE_22 BF_N("GDPR, article 22(3): a decision made by a machine.")

static const struct bf_personal personal[] = {
	{ "grants.granted", "*", PROVE, BOOKS, 3653, "changed" },
	{ "grants.decision", "*", PROVE, BOOKS, BF_KEPT },
	{ "grants.objection", "*", REVIEW, ARTICLE_22, BF_KEPT },
	{ "grants.review", "*", REVIEW, ARTICLE_22, BF_KEPT },
	{ "grants.request", "*", GIVE, TASK, 730, "decided" },
	{ "grants.impact", "*" },
	{ "grants.impact_key", "*" },
	{ "grants.open_right", "*", GIVE, TASK, 730, "since" },
	{ "grants.invitation", "*", GIVE, TASK, 730, "made" },
	{ "grants.outcome", "*", GIVE, TASK, BF_KEPT },
	{ "grants.looked", "*", GIVE, TASK, 730, "at" },
	{ "grants.stuck", "*", GIVE, TASK, 30, "at" },
	{ "grants.held", "*", GIVE, TASK, 730, "made" },
	{ "grants.run", "*" },
	{ "grants.appeal", "*" },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "number", BF_N("Decision") },
	{ "rule", BF_N("Right") },
	{ "kind", BF_N("What was decided") },
	{ "kind=grant", BF_N("granted") },
	{ "kind=extend", BF_N("granted until its end") },
	{ "kind=correct", BF_N("amount corrected") },
	{ "kind=end", BF_N("end announced") },
	{ "kind=stay", BF_N("goes on after all") },
	{ "kind=withdraw", BF_N("taken back by a person") },
	{ "day", BF_N("For the day") },
	{ "cents", BF_N("Cents") },
	{ "made", BF_N("Made") },
	{ "state", BF_N("State") },
	{ "state=granted", BF_N("granted") },
	{ "state=ending", BF_N("end announced") },
	{ "state=ended", BF_N("ended") },
	{ "state=declined", BF_N("declined by you") },
	{ "state=withdrawn", BF_N("taken back by a person") },
	{ "ends", BF_N("Last day") },
	{ "lacks", BF_N("What we do not know") },
	{ "since", BF_N("Since") },
	{ "facts", BF_N("What we ask") },
	{ "sent", BF_N("Sent") },
	{ "text", BF_N("What was said") },
	{ "due", BF_N("Answer before") },
	{ "decided", BF_N("Decided") },
	{ "upheld", BF_N("You were right") },
	{ "answers", BF_N("What you answered") },
	{ "confirmed", BF_N("Taken over") },
	{ "changed", BF_N("Changed") },
	{ "reason", BF_N("Reason") },
	{ 0 },
};

static const struct bf_about about = { "grants.about", words };

/* Where a decision can be fought, and how; none of it is known to us. */
static const struct bf_option options[] = {
	{ "appeal_body", NULL },  /* "de Raad van State" */
	{ "appeal_days", "60" },  /* days to go there */
	{ "answer_days", "30" },  /* in which the city answers an objection */
	{ "contact", NULL },      /* whom to ask about a decision */
	{ "invite_most", "200" }, /* invitations a day */
	/* First day for which is granted; else the day it was installed. */
	{ "since", NULL },
	{ 0 },
};

static const struct bf_job jobs[] = {
	{ "decide", 1, grants_decide, grants_decide_queries },
	{ "city", 5, grants_city, grants_city_queries },
	{ "impact", 300, grants_impact, grants_impact_queries },
	{ 0 },
};

static const char *const reads[] = { "grants.whole_known",
	"grants.whole_known_person", "grants.whole_named", NULL };
static const char *const fills[] = { "grants.outcome", NULL };
static const char *const requires[] = { "people", "access", "benefits", "facts",
	"payments", NULL };
/* What the policy workshop asks. */
static const char *const publishes[] = { "grants.rules_now", "grants.holders",
	NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "grants",
	.version = "1",
	.title = BF_N("My rights"),
	.summary = BF_N("What you get from the city without asking, and why."),
	.mounts = mounts,
	.routes = grants_routes,
	.requires = requires,
	.kinds = kinds,
	.queries = grants_queries,
	.fini = bf_rights_let_go,
	.personal = personal,
	.rights = grants_rights,
	.looks = grants_looks,
	.jobs = jobs,
	.publishes = publishes,
	.options = options,
	.about = &about,
	.channels = grants_channels,
	.reads = reads,
	.fills = fills,
};
