/* How somebody comes by a form on paper who has no printer. */
#include "channels.h"

static const struct bf_way sent = {
	.how = BF_N("You say which form you need. A colleague prints it and "
		    "sends it to you by post."),
};

const struct bf_channel paper_channels[] = {
	{ "paper.forms", "/ /{code}/pdf", BF_N("Get a form on paper"),
		&bf_same_pages, &sent, &bf_printed },
	{ "paper.desk", "papier: papier:/{code} papier:/stoppen",
		BF_N("Enter what comes back on paper"), BF_EACH(bf_for_staff) },
	{ 0 },
};
