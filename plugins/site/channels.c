/* How what the site tells is told elsewhere. */
#include "channels.h"

static const struct bf_way your_language = {
	.how = BF_N("Say which language you speak. When you make an "
		    "appointment, we see to it that a colleague speaks it."),
};

static const struct bf_way called_in_turn = {
	.how = BF_N("Say in the first sentence which language you speak, in "
		    "that language."),
};

static const struct bf_way letters_in_language = {
	.how = BF_N("Each page prints in Dutch, English and French. Letters "
		    "come in the language that you chose."),
};

const struct bf_channel site_channels[] = {
	{ "site.home", "/", BF_N("Find your way to a service"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "site.accessible", "/toegankelijk",
		BF_N("Read how things are done in another way"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "site.privacy", "/privacy",
		BF_N("Read what we keep about people, and why"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "site.guests", "/verenigingen",
		BF_N("See what associations made for this site"),
		&bf_same_pages, &bf_told, &bf_printed },
	{ "site.language", "/taal", BF_N("Choose your language"),
		&your_language, &called_in_turn, &letters_in_language },
	{ 0 },
};
