/* How appointments are made elsewhere. */
#include "channels.h"

static const struct bf_way too_late_to_cancel = {
	.without = BF_N(
		"A letter can come too late. Phone us, or walk in, with "
		"the code of your appointment."),
};

static const struct bf_way handed_out = {
	.how = BF_N("A colleague gives you a number, or calls you by your "
		    "appointment. You need no screen and no telephone."),
};

static const struct bf_way only_there = {
	.without = BF_N("A number is for who is in the waiting room. Make an "
			"appointment, by phone too."),
};

const struct bf_channel counter_channels[] = {
	{ "counter.appointment",
		"/ /{service:word} /{service:word}/{place:word}/{start}",
		BF_N("Make an appointment"), &bf_same_pages, &bf_filled_in,
		&bf_paper_form },
	{ "counter.mine", "/mijn /mijn/{id:int}/afzeggen",
		BF_N("See and cancel your own appointments"), &bf_helped,
		&bf_no_proof, &bf_printed_there },
	{ "counter.number",
		"/nummer /nummer/{place:word} "
		"/nummer/{place:word}/afspraak /nummer/{place:word}/{code} "
		"/scherm/{place:word}",
		BF_N("Take a number, and see when it is called"), &handed_out,
		&only_there, &only_there },
	{ "counter.seen", "/bekijken /afzeggen /afzeggen/{token}",
		BF_N("See or cancel an appointment"), &bf_same_pages,
		&bf_filled_in, &too_late_to_cancel },
	{ "counter.desk",
		"balie: balie:/{id:int}/gekomen balie:/uren "
		"balie:/uren/{id:int}/weg balie:/loket balie:/loket/weg "
		"balie:/loket/volgende balie:/loket/{what:word}",
		BF_N("Work at a counter"), BF_EACH(bf_for_staff) },
	{ 0 },
};
