/* How somebody sees elsewhere what the city's databases say of them. */
#include "channels.h"

const struct bf_channel facts_channels[] = {
	{ "facts.open", "/", BF_N("See which databases we use"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "facts.said", "said:",
		BF_N("See what databases say of you, and tell what is wrong"),
		&bf_helped, &bf_no_proof, &bf_write_to_us },
	{ "facts.desk",
		"sources: sources:/vragen sources:/vragen/{nr:int} "
		"sources:/{source:word} sources:/{source:word}/toch",
		BF_N("Watch over the databases that we use"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
