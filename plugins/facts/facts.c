/* Facts: what the city's databases say about people, and what rules may read
 * of it.
 */
#include "facts.h"
#include "channels.h"
#include <string.h>

static const struct bf_mount mounts[] = {
	{ "/beheer/bronnen", NULL },
	{ 0 },
};

static const struct bf_query desk = { "facts.desk", "lang" };
static const struct bf_query follow = { "facts.follow", "", .writes = true };
static const struct bf_query new_day = { "facts.new_day", "", .writes = true };
static const struct bf_query patience = { "facts.patience", "seconds",
	.writes = true };

static void
json_free(void *json)
{
	json_decref(json);
}

bool
facts_document(struct bf_req *req, const struct bf_query *query, json_t **out)
{
	struct bf_text text;

	if (!bf_query(req, query, &text))
		return false;
	*out = json_loadb(text.data, text.len, 0, NULL);
	bf_defer(bf_arena(req), json_free, *out);
	return *out || bf_fail(req, &BF_INTERNAL, "%s", query->function);
}

/* What changed in the register, and what is otherwise because it is another
 * day. */
static bool
keep_up(struct bf_req *req)
{
	json_t *doc;

	bf_set(req, "seconds", "600");
	if (!bf_query(req, &patience, NULL)
		|| !facts_document(req, &follow, &doc)
		|| !bf_query(req, &new_day, NULL))
		return false;
	if (json_is_true(json_object_get(doc, "more")))
		bf_again(req);
	bf_set(req, "seconds", "5");
	return bf_query(req, &patience, NULL);
}

static const struct bf_query *const keep_up_queries[] = { &follow, &new_day,
	&patience, NULL };

static const struct bf_job jobs[] = {
	{ "keep_up", 1, keep_up, keep_up_queries },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .query = &desk, .view = "desk", .rights = "facts.see",
		.help = BF_N("See which databases are late or broken.") },
	{ 0 },
};

static const struct bf_right rights[] = {
	{ "facts.see", BF_N("See which databases are late or broken") },
	{ "facts.run", BF_N("Take over what a database delivers although it differs much") },
	{ "facts.dispute", BF_N("Answer residents who find that a database is wrong about them") },
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
	{ "facts.source", "*" },
	{ "facts.fact", "*" },
	{ "facts.offer", "*" },
	{ "facts.delivery", "*" },
	{ "facts.refreshed", "*" },
	{ 0 },
};

static const struct bf_look looks[] = {
	{ "facts.rule", BF_N("A rule looked what you have a right to"),
		BF_N("what the databases say that the rule needs"),
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
	{ 0 },
};

static const struct bf_about about = { "facts.about", words };
static const char *const requires[] = { "people", "access", "benefits", NULL };
static const char *const publishes[] = { "facts.of", "facts.known",
	"facts.known_person", "facts.named", "facts.declare",
	"facts.pending_take", "facts.pending_done", "facts.pending_put",
	"facts.note", NULL };

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
	.personal = personal,
	.rights = rights,
	.jobs = jobs,
	.looks = looks,
	.about = &about,
	.publishes = publishes,
	.channels = facts_channels,
};
