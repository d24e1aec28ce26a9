/* How people do elsewhere what they do at a kiosk. */
#include "channels.h"

static const struct bf_way stood_beside = {
	.how = BF_N("A colleague of the neighbourhood house stands beside you, "
		    "or does it for you at the counter."),
};

static const struct bf_way of_its_own = {
	.without = BF_N("A kiosk only leads to what this site does. How you do "
			"that by phone or on paper stands with each service."),
};

const struct bf_channel kiosk_channels[] = {
	{ "kiosk.visit", "/ /doen /klaar",
		BF_N("Use this site on a screen in a neighbourhood house"),
		&stood_beside, &of_its_own, &of_its_own },
	{ 0 },
};
