/* How residents see elsewhere who looked at their data. */
#include "channels.h"

const struct bf_channel access_channels[] = {
	{ "access.mine", "seen: seen:/vraag",
		BF_N("See who looked at your data, and ask why"), &bf_helped,
		&bf_no_proof, &bf_write_to_us },
	{ "access.heads", "/ /koppen",
		BF_N("Check that nobody changed the log of who looked"),
		&bf_same_pages, &bf_told, &bf_printed },
	{ "access.audit", "audit: audit:/vragen audit:/vragen/{id:int}",
		BF_N("Watch over the log, and answer residents"),
		BF_EACH(bf_for_staff) },
	{ "access.watch",
		"audit:/lijst audit:/lijst/{id:int}/einde audit:/later "
		"audit:/later/{id:int} audit:/later/{id:int}/langer",
		BF_N("Keep the list of well-known people, and decide what is told later"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
