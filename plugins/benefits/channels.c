/* How somebody finds out elsewhere what there is for them. */
#include "channels.h"

static const struct bf_way asked_there = {
	.without = BF_N(
		"Each question follows from the answers before it, so "
		"there is no form on paper. Phone us or walk in: we ask "
		"the questions, and print what there is for you."),
};

const struct bf_channel benefits_channels[] = {
	{ "benefits.read", "/ /regels /regels/{version:int} /{code}",
		BF_N("Read which support there is"), &bf_same_pages, &bf_told,
		&bf_printed },
	{ "benefits.ask", "/wat-is-er-voor-mij",
		BF_N("Find out what there is for you"), &bf_same_pages,
		&bf_filled_in, &asked_there },
	{ "benefits.desk", "steun:", BF_N("Confirm the figures of rules"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
