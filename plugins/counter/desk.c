/* A desk: who works there today, and what they do with who they call. */
#include "own.h"

#define DESK "/loket"

const struct bf_query counter_desk = { "counter.desk_page", "session lang" };
const struct bf_query counter_desk_opens = { "counter.desk_open",
	"session plaats loket talen dienst", .writes = true };
const struct bf_query counter_desk_leaves = { "counter.desk_leave", "session",
	.writes = true };
const struct bf_query counter_desk_calls = { "counter.desk_next", "session nu",
	.writes = true };
const struct bf_query counter_desk_acts = { "counter.desk_does",
	"session what nu dienst", .writes = true };

const struct bf_kind counter_no_desk = { "no_desk", 409,
	BF_N("You are at no desk today. Choose one first.") };
const struct bf_kind counter_no_desk_name = {
	"no_desk_name", 422,
	BF_N("Write the desk as it stands on its sign: at most three digits or letters.")
};
const struct bf_kind counter_desk_taken = { "desk_taken", 422,
	BF_N("A colleague helps somebody at that desk. Choose another one.") };

const struct bf_field counter_desk_chosen[] = {
	{ "plaats", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("Place") },
	{ "loket", BF_TEXT, .required = true, .max = 10,
		.label = BF_N("Desk") },
	{ "talen", BF_CHOICE, .required = true, .choices = COUNTER_SPEAK,
		.label = BF_N("Languages you speak then") },
	{ "dienst", BF_TEXT, .max = 40, .label = BF_N("Only for") },
	{ 0 },
};

const struct bf_field counter_desk_who[] = {
	{ "nu", BF_INT, .min = 1, .max = INT64_MAX,
		.label = BF_N("Who is at your desk") },
	{ 0 },
};

const struct bf_field counter_desk_what[] = {
	{ "nu", BF_INT, .required = true, .min = 1, .max = INT64_MAX,
		.label = BF_N("Who is at your desk") },
	{ "dienst", BF_TEXT, .max = 40, .label = BF_N("Send on to") },
	{ 0 },
};

bool
counter_desk_open(struct bf_req *req)
{
	return counter_do(req, &counter_desk_opens, DESK);
}

bool
counter_desk_leave(struct bf_req *req)
{
	return counter_do(req, &counter_desk_leaves, DESK);
}

bool
counter_desk_next(struct bf_req *req)
{
	return counter_do(req, &counter_desk_calls, DESK);
}

bool
counter_desk_does(struct bf_req *req)
{
	return counter_do(req, &counter_desk_acts, DESK);
}
