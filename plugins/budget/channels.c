/* How residents read the city's plan elsewhere. */
#include "channels.h"

static const struct bf_way too_many_lines = {
	.without = BF_N("These are files of thousands of lines, for programs. "
			"Ask what you want to know: a colleague looks it up on "
			"the other pages of the budget."),
};

const struct bf_channel budget_channels[] = {
	{ "budget.plan",
		"/ /{view:word} /{view:word}/{a:word} "
		"/{view:word}/{a:word}/{b:word} "
		"/{view:word}/{a:word}/{b:word}/{c:word}",
		BF_N("See where the money goes"), &bf_same_pages, &bf_told,
		&bf_printed },
	{ "budget.find", "/zoeken", BF_N("Look for a word in the plan"),
		&bf_same_pages, &bf_told, &bf_printed },
	{ "budget.neighbourhoods", "/wijken /wijken/{number:int}",
		BF_N("See which plans name your neighbourhood"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "budget.compare",
		"/vergelijken/{view:word} /vergelijken/{view:word}/{a:word} "
		"/vergelijken/{view:word}/{a:word}/{b:word}",
		BF_N("Compare this plan with those of before"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "budget.categories",
		"/categorieen/{view:word} "
		"/categorieen/{view:word}/{code:word} /regels "
		"/regels/{version:int}",
		BF_N("See the plan in plain categories, and the rules for them"),
		&bf_same_pages, &bf_told, &bf_printed },
	{ "budget.sources", "/herkomst",
		BF_N("See where the figures come from"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "budget.data",
		"/downloads /datapackage /open/acties /open/beleidsvelden "
		"/open/rekeningen",
		BF_N("Take all figures with you"), &bf_same_pages,
		&too_many_lines, &too_many_lines },
	{ 0 },
};
