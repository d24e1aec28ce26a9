/* How somebody reads elsewhere what the city decided about rules. */
#include "channels.h"

const struct bf_channel policy_channels[] = {
	{ "policy.read", "/", BF_N("Read the rules, and who changed them"),
		&bf_same_pages, &bf_told, &bf_printed },
	{ "policy.desk", "beleid:", BF_N("Change the rules of the city"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
