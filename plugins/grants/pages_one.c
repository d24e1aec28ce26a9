/* One right of somebody: why, how it is paid, and what they can do about it.
 */
#include "pages.h"

const struct bf_query pages_one = { "grants.one", "session id lang" };
const struct bf_query pages_decline = { "grants.decline", "session number",
	.writes = true };
const struct bf_query pages_object = { "grants.object", "session number text",
	.writes = true };
const struct bf_query pages_review_ask = { "grants.review_ask",
	"session number text", .writes = true };

/* What was done just now. */
const struct bf_field pages_done[] = {
	{ "gedaan", BF_CHOICE,
		.choices = "geweigerd bezwaar nakijken geantwoord niets",
		.label = BF_N("Done") },
	{ 0 },
};

#define WHICH \
	{ \
		"number", BF_TEXT, .required = true, .max = 40, \
				   .label = BF_N("Decision") \
	}

const struct bf_field pages_sure[] = {
	WHICH,
	{ "zeker", BF_CHOICE, .required = true, .choices = "ja",
		.label = BF_N("I do not want this") },
	{ 0 },
};

const struct bf_field pages_words[] = {
	WHICH,
	{ "text", BF_TEXT, .required = true, .min = 3, .max = 4000,
		.label = BF_N("In your own words") },
	{ 0 },
};

bool
grants_one(struct bf_req *req)
{
	struct bf_rights_held set;
	json_t *doc;

	if (!bf_query_json(req, &pages_one, &doc) || !pages_set(req, &set))
		return false;
	pages_facts(req, &set, doc, "facts");
	return bf_show_json(req, json_incref(doc));
}

/* Do it, then show the page with a word that it is done. */
static bool
act(struct bf_req *req, const struct bf_query *query, const char *done)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s/%s?gedaan=%s", bf_mount(req),
			bf_arg(req, "id"), done);
}

bool
grants_decline(struct bf_req *req)
{
	return act(req, &pages_decline, "geweigerd");
}

bool
grants_object(struct bf_req *req)
{
	return act(req, &pages_object, "bezwaar");
}

bool
grants_review_ask(struct bf_req *req)
{
	return act(req, &pages_review_ask, "nakijken");
}
