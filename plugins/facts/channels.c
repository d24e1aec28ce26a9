/* How somebody sees elsewhere what the city's databases say of them. */
#include "channels.h"

const struct bf_channel facts_channels[] = {
	{ "facts.desk", "/", BF_N("Watch over the databases that we use"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
