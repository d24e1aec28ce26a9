/* Policy: rules that are changed in pages, by one who writes and one who
 * publishes. */
#include "channels.h"
#include "own.h"

static const struct bf_mount mounts[] = {
	{ "/rechten/beleid", NULL },
	{ "/beheer/beleid", "beleid" },
	{ 0 },
};

static const struct bf_right rights[] = {
	{ "policy.write",
		BF_N("Write changes of the rules, for a colleague to "
		     "put in force") },
	{ "policy.publish",
		BF_N("Put in force what a colleague wrote of the rules") },
	{ "policy.stop", BF_N("Stop a rule at once, in an emergency") },
	{ 0 },
};

#define AUTHOR \
	BF_N("Who wrote a rule of the city and who checked it: policy has an author.")
#define OPENNESS BF_N("Flemish decree on administration, openness (2018).")
#define TALK BF_N("To work together on a rule before it is in force.")
#define TELL BF_N("To tell who gets something that the rule for it changes.")
#define TRY BF_N("To see what a rule does before it is in force.")
#define TASK \
	BF_N("GDPR, article 6(1)(e): a task of the city in the public interest.")

static const struct bf_personal personal[] = {
	{ "policy.draft", "offered_by published_by", AUTHOR, OPENNESS,
		BF_KEPT },
	{ "policy.draft", "*" },
	{ "policy.hand", "account since", AUTHOR, OPENNESS, BF_KEPT },
	{ "policy.hand", "*" },
	{ "policy.edition", "by at", AUTHOR, OPENNESS, BF_KEPT },
	{ "policy.edition", "*" },
	{ "policy.draft_file", "*" },
	{ "policy.aside", "*", TALK, TASK, 365, "settled" },
	{ "policy.ending", "asked_by agreed_by", AUTHOR, OPENNESS, BF_KEPT },
	{ "policy.ending", "*" },
	{ "policy.comment", "*", TALK, TASK, 3653, "made" },
	{ "policy.preview", "*" },
	{ "policy.trial", "*", TRY, TASK, 1, "asked" },
	{ "policy.announcement", "*" },
	{ "policy.announced", "*", TELL, TASK, 730, "at" },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "title", BF_N("Change of the rules") },
	{ "offered", BF_N("Offered on") },
	{ "published", BF_N("Published on") },
	{ "reason", BF_N("Reason") },
	{ "role", BF_N("What you did") },
	{ "role=writer", BF_N("wrote") },
	{ "role=publisher", BF_N("put in force") },
	{ "since", BF_N("Since") },
	{ "nr", BF_N("Edition") },
	{ "at", BF_N("Saved on") },
	{ "asked", BF_N("Asked on") },
	{ "why", BF_N("Why") },
	{ "agreed", BF_N("Agreed on") },
	{ "name", BF_N("File") },
	{ "text", BF_N("What you said") },
	{ "made", BF_N("Made on") },
	{ "removed", BF_N("Removed on") },
	{ "announced.at", BF_N("Told on") },
	{ "login", BF_N("User of the machine") },
	{ "taken_back", BF_N("Told that it does not change, on") },
	{ 0 },
};

static const struct bf_about about = { "policy.about", words };

static const struct bf_job jobs[] = {
	{ "announce", 60, policy_announce, policy_announce_queries },
	{ 0 },
};

/* What other features call. */
static const char *const publishes[] = { "policy.draft_texts",
	"policy.draft_row", "policy.disk_draft", "policy.preview_keep",
	"policy.trial_waiting", "policy.trial_take", "policy.trial_end", NULL };

static const char *const requires[] = { "people", "access", "benefits",
	"budget", "grants", NULL };

static const struct bf_workshop workshop = {
	.features = "benefits budget",
	.draft = "policy.disk_draft",
	.tool = "policy.tool",
	.page = "beleid:",
	.tries = "preview",
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "policy",
	.version = "1",
	.title = BF_N("Policy"),
	.summary = BF_N("The rules of the city: what holds now, what is "
			"coming, and who decided it."),
	.mounts = mounts,
	.routes = policy_routes,
	.requires = requires,
	.kinds = policy_kinds,
	.queries = policy_queries,
	.fini = bf_rights_let_go,
	.personal = personal,
	.rights = rights,
	.jobs = jobs,
	.publishes = publishes,
	.about = &about,
	.channels = policy_channels,
	.workshop = &workshop,
};
