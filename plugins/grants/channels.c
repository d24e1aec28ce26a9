/* How somebody hears elsewhere what they were granted. */
#include "channels.h"

const struct bf_channel grants_channels[] = {
	{ "grants.mine", "/ /{id:int}",
		BF_N("See what you get from the city, and why"), &bf_helped,
		&bf_no_proof, &bf_printed_there },
	{ "grants.decline", "/{id:int}/weigeren",
		BF_N("Decline what you were granted"), &bf_helped, &bf_no_proof,
		&bf_write_to_us },
	{ "grants.object", "/{id:int}/bezwaar /{id:int}/nakijken",
		BF_N("Object, or let a person look at a decision"), &bf_helped,
		&bf_no_proof, &bf_write_to_us },
	{ "grants.answers", "/vragen",
		BF_N("Answer what no database knows of your household"),
		&bf_helped, &bf_no_proof, &bf_write_to_us },
	{ "grants.impact", "impact: impact:/wijken",
		BF_N("See who gets what they have a right to"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "grants.desk",
		"toekenningen: toekenningen:/antwoorden/{id:int} "
		"toekenningen:/{soort:word}/{id:int}",
		BF_N("Answer objections and questions about rights"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
