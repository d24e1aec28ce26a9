/* What staff see of what was granted, and what they answer. */
#include "pages.h"
#include <string.h>

const struct bf_query pages_desk = { "grants.desk", "session lang" };
const struct bf_query pages_case = { "grants.case_page",
	"session soort id lang", .writes = true };
const struct bf_query pages_objection_decide = { "grants.objection_decide",
	"session id upheld reason cents", .writes = true };
const struct bf_query pages_review_decide = { "grants.review_decide",
	"session id changed reason cents", .writes = true };

const struct bf_query pages_request = { "grants.request_page",
	"session id lang", .writes = true };
const struct bf_query pages_request_decide = { "grants.request_decide",
	"session id gelijk reden", .writes = true };

const struct bf_field pages_verdict[] = {
	{ "gelijk", BF_CHOICE, .choices = "ja nee",
		.label = BF_N("What you decide") },
	{ "reden", BF_TEXT, .max = 4000,
		.label = BF_N("Why, for the resident") },
	{ "bedrag", BF_CENTS, .max = 10000000,
		.label = BF_N("Another amount") },
	{ 0 },
};

typedef bool show(struct bf_req *req, json_t *doc);

/* The page of QUERY, with its facts in words. */
static bool
case_show(struct bf_req *req, const struct bf_query *query, show *how)
{
	struct bf_rights_held set;
	json_t *doc;

	if (!bf_query_json(req, query, &doc) || !pages_set(req, &set))
		return false;
	pages_facts(req, &set, doc, "facts");
	pages_facts(req, &set, doc, "answers");
	pages_facts(req, &set, json_object_get(doc, "less"), "now");
	return how(req, json_incref(doc));
}

bool
grants_case(struct bf_req *req)
{
	return case_show(req, &pages_case, bf_show_json);
}

bool
grants_request(struct bf_req *req)
{
	return case_show(req, &pages_request, bf_show_json);
}

/* Whether a verdict was given, with a reason; else PAGE again, with what is
 * wrong. */
static bool
verdict(struct bf_req *req, const struct bf_query *page)
{
	const char *reason = bf_value(req, "reden");

	if (bf_value(req, "gelijk") == NULL)
		(void)bf_fail_field(
			req, "gelijk", BF_N("Choose what you decide."));
	else if (reason == NULL || strlen(reason) < 10)
		(void)bf_fail_field(req, "reden",
			BF_N("Write a reason that the resident understands."));
	else {
		bf_set(req, "upheld", bf_value(req, "gelijk"));
		bf_set(req, "changed", bf_value(req, "gelijk"));
		bf_set(req, "reason", reason);
		bf_set(req, "cents", bf_value(req, "bedrag"));
		return true;
	}
	return case_show(req, page, bf_show_again);
}

bool
grants_case_decide(struct bf_req *req)
{
	bool objection = strcmp(bf_arg(req, "soort"), "bezwaar") == 0;

	return verdict(req, &pages_case)
		&& bf_query(req,
			objection ? &pages_objection_decide
				  : &pages_review_decide,
			NULL)
		&& bf_see_other(req, "%s/%s/%s",
			bf_mount_named(req, "toekenningen"),
			bf_arg(req, "soort"), bf_arg(req, "id"));
}

bool
grants_request_decide(struct bf_req *req)
{
	return verdict(req, &pages_request)
		&& bf_query(req, &pages_request_decide, NULL)
		&& bf_see_other(req, "%s/antwoorden/%s",
			bf_mount_named(req, "toekenningen"), bf_arg(req, "id"));
}
