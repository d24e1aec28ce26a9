/* How appointments are made elsewhere. */
#include "channels.h"

static const struct bf_way too_late_to_cancel = {
	.without = BF_N(
		"A letter can come too late. Phone us, or walk in, with "
		"the code of your appointment."),
};

const struct bf_channel counter_channels[] = {
	{ "counter.appointment",
		"/ /{service:word} /{service:word}/{place:word}/{start}",
		BF_N("Make an appointment"), &bf_same_pages, &bf_filled_in,
		&bf_paper_form },
	{ "counter.seen", "/bekijken /afzeggen",
		BF_N("See or cancel an appointment"), &bf_same_pages,
		&bf_filled_in, &too_late_to_cancel },
	{ "counter.desk",
		"balie: balie:/{id:int}/gekomen balie:/uren "
		"balie:/uren/{id:int}/weg",
		BF_N("Work at a counter"), BF_EACH(bf_for_staff) },
	{ 0 },
};
