/* The site itself: home, privacy, accessibility, choice of language. */
#include "channels.h"

#define YEAR (365L * 24 * 3600)

static bool
home(struct bf_req *req)
{
	return bf_show_json(req, bf_describe(req));
}

static bool
choose_language(struct bf_req *req)
{
	const char *back = bf_value(req, "terug");

	return bf_cookie(req, "taal", bf_value(req, "taal"), YEAR)
		&& bf_see_other(req, "%s", back ? back : "/");
}

static const struct bf_query privacy = { "site.privacy", "lang" };
static const struct bf_query channels = { "site.channels", "lang" };
static const struct bf_query guests = { "site.guests", "lang" };

static const struct bf_mount mounts[] = {
	{ "/", NULL },
	{ 0 },
};

static const struct bf_field language[] = {
	{ "taal", BF_CHOICE, .required = true, .choices = "nl en fr",
		.label = BF_N("Language") },
	{ "terug", BF_PATH, .label = BF_N("Page to return to") },
	{ 0 },
};

static const struct bf_route routes[] = {
	{ "GET", "", .handler = home, .view = "home", .cache = 1,
		.help = BF_N("See what you can do here.") },
	{ "GET", "/privacy", .query = &privacy, .view = "privacy", .cache = 1,
		.help = BF_N("See what is kept about people, and why.") },
	{ "GET", "/verenigingen", .query = &guests, .view = "guests",
		.cache = 1,
		.help = BF_N("See what associations made for this site.") },
	{ "GET", "/toegankelijk", .query = &channels, .view = "accessibility",
		.csv = "rows: name part service address counter counter_not "
		       "phone phone_not paper paper_not",
		.cache = 1,
		.help = BF_N("See how everyone can use this site, and do the "
			     "same elsewhere.") },
	{ "POST", "/taal", .handler = choose_language, .fields = language,
		.help = BF_N("Choose your language.") },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "site",
	.version = "1",
	.title = BF_N("Home"),
	.summary = BF_N("What you find on this site."),
	.mounts = mounts,
	.routes = routes,
	.channels = site_channels,
};
