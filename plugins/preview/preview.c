/* Preview: what a change of the rules does to the whole city, before it is in
 * force.  Its pool keeps what is known of households in memory, without who
 * they are; docs/preview.md tells what of it can be seen.
 */
#include "channels.h"
#include "export.h"
#include "slide.h"
#include "trial.h"

static const struct bf_mount mounts[] = {
	{ "/beheer/beleid/proef", NULL },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .handler = pages_start, .fields = pages_choice,
		.view = "start", .rights = "preview.ask",
		.help = BF_N("Choose what to try on the whole city.") },
	{ "GET", "/vergelijken", .handler = pages_compare, .fields = pages_two,
		.view = "compare",
		.csv = "rows: group name gains_1 gains_2 loses_1 loses_2 "
		       "difference_1:euro difference_2:euro",
		.rights = "preview.ask",
		.help = BF_N("See two changes of the rules side by side.") },
	{ "GET", "/vergelijken/rapport", .handler = report_two,
		.fields = pages_two, .rights = "preview.ask",
		.help = BF_N("Take a report of two scenarios for the council "
			     "(PDF).") },
	{ "GET", "/controle", .view = "check", .rights = "preview.ask",
		.help = BF_N("Give the figures of a report to check.") },
	{ "POST", "/controle", .handler = export_check, .fields = export_given,
		.view = "check", .rights = "preview.ask",
		.help = BF_N("See whether a report comes out again.") },
	{ "GET", "/{wat:word}", .handler = pages_preview,
		.fields = pages_against, .view = "preview",
		.csv = "rows: group name gains loses unknown same "
		       "cost_before:euro cost_after:euro difference:euro",
		.rights = "preview.ask",
		.help = BF_N("See what a change of the rules does to the whole "
			     "city.") },
	{ "GET", "/{wat:word}/schuiven", .handler = slide_page,
		.fields = slide_given, .view = "slide", .rights = "preview.ask",
		.help = BF_N("Move the amounts of a rule, and see what that "
			     "does.") },
	{ "GET", "/{wat:word}/rapport", .handler = report_pdf,
		.fields = pages_against, .rights = "preview.ask",
		.help = BF_N("Take a report for the council (PDF).") },
	{ "GET", "/{wat:word}/uitvoer", .handler = export_give,
		.fields = pages_against, .rights = "preview.ask",
		.help = BF_N("Take all that makes a report come out again.") },
	{ 0 },
};

static const struct bf_kind *const kinds[] = { &preview_broken,
	&preview_no_city, &preview_spent, NULL };

static const struct bf_query *const queries[] = { &state_query, &ask_query,
	&keep_query, &texts_query, &draft_query, &record_query, NULL };

#define TRY BF_N("To see what a rule does before it is in force.")
#define TASK \
	BF_N("GDPR, article 6(1)(e): a task of the city in the public interest.")
#define ASKED \
	BF_N("To hold questions about the whole city within what tells of " \
	     "nobody.")

static const struct bf_personal personal[] = {
	{ "preview.home", "*", TRY, TASK, BF_KEPT },
	{ "preview.person", "*", TRY, TASK, BF_KEPT },
	{ "preview.question", "account asked what", ASKED, TASK, 730, "asked" },
	{ "preview.question", "*" },
	{ "preview.snapshot", "*" },
	{ "preview.record_key", "*" },
	{ 0 },
};

static const struct bf_right rights[] = {
	{ "preview.ask",
		BF_N("Try changes of the rules on the whole city, without "
		     "seeing anybody") },
	{ 0 },
};

static const struct bf_look looks[] = {
	{ "preview.city",
		BF_N("Worked out what a change of the rules does to the whole "
		     "city"),
		BF_N("how many households gain or lose, with noise; of nobody "
		     "by themselves"),
		BF_N("To know what a rule does before it is in force.") },
	{ "preview.columns",
		BF_N("Copied what rules may know of everybody, without who "
		     "they are"),
		BF_N("nothing; a program keeps it for a day"),
		BF_N("To know what a rule does before it is in force.") },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "asked", BF_N("Asked on") },
	{ "what", BF_N("What was asked") },
	{ "points", BF_N("Taken of the day’s allowance") },
	{ 0 },
};

static const struct bf_about about = { "preview.about", words };

static const struct bf_option options[] = {
	/* File with at least 32 bytes that only this pool reads. */
	{ "noise_key", NULL },
	/* The fact by which households are put in tenths. */
	{ "income", "belastbaar_jaar" },
	{ 0 },
};

static const struct bf_query snapshot_query = { "preview.snapshot_make", "",
	.writes = true };
static const struct bf_query *const job_queries[] = { &snapshot_query, NULL };

static bool
snapshot_steps(struct bf_req *req, void *data)
{
	(void)data;
	return bf_query(req, &snapshot_query, NULL);
}

/* A whole city takes longer than a question may. */
static bool
snapshot_make(struct bf_req *req)
{
	return bf_transaction(req, false, snapshot_steps, NULL);
}

static bool
snapshot(struct bf_req *req)
{
	return bf_run_beside(req, snapshot_make);
}

static const struct bf_job jobs[] = {
	{ "snapshot", 60, snapshot, job_queries },
	{ "trial", 10, trial, trial_queries },
	{ 0 },
};

static void
forget(void)
{
	town_forget();
	sets_forget();
}

static const char *const reads[] = { "preview.whole_home",
	"preview.whole_person", NULL };
static const char *const requires[] = { "people", "access", "benefits", "facts",
	"policy", NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "preview",
	.version = "1",
	.title = BF_N("Preview"),
	.summary = BF_N("What a change of the rules does to the whole city."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.kinds = kinds,
	.queries = queries,
	.fini = forget,
	.personal = personal,
	.rights = rights,
	.looks = looks,
	.jobs = jobs,
	.options = options,
	.about = &about,
	.channels = preview_channels,
	.reads = reads,
};
