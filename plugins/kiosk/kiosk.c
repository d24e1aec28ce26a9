/* A kiosk: where visits begin, and where all of one is wiped.  What makes a
 * request one of a kiosk is in core/kiosk.h.
 */
#include "channels.h"
#include <belfort/json.h>
#include <string.h>

#define COOKIE "kiosk"
#define NOWHERE "geen"      /* the place of one that stands at none */
#define LONGEST (12 * 3600) /* seconds */
#define DONE 5              /* seconds that its end is shown */
#define YEAR (365L * 24 * 3600)

static const struct bf_mount mounts[] = {
	{ "/kiosk", NULL },
	{ 0 },
};

static const struct bf_query done = { "kiosk.done", "session", .writes = true };

static const struct bf_field where[] = {
	{ "plaats", BF_TEXT, .max = 40, .label = BF_N("Place") },
	{ 0 },
};

static const struct bf_field chosen[] = {
	{ "taal", BF_CHOICE, .required = true, .choices = "nl en fr",
		.label = BF_N("Language") },
	{ "plaats", BF_TEXT, .max = 40, .label = BF_N("Place") },
	{ 0 },
};

/* PLACE as an address and a cookie may hold it, or NULL. */
static const char *
place_of(const char *place)
{
	return place && *place && strcmp(place, NOWHERE) != 0
			&& place[strspn(place, "abcdefghijklmnopqrstuvwxyz-")]
				== '\0'
		? place
		: NULL;
}

static json_t *
doc_new(const char *place)
{
	return json_pack("{s:s*}", "place", place_of(place));
}

/* Who comes back to the beginning without an end: first the end. */
static bool
start(struct bf_req *req)
{
	if (bf_cookie_value(req, COOKIE))
		return bf_see_other(req, "%s/klaar", bf_mount(req));
	return bf_show_json(req, doc_new(bf_value(req, "plaats")));
}

static bool
begin(struct bf_req *req)
{
	const char *place = place_of(bf_value(req, "plaats"));

	return bf_cookie(req, COOKIE, place ? place : NOWHERE, LONGEST)
		&& bf_cookie(req, "taal", bf_value(req, "taal"), YEAR)
		&& bf_see_other(req, "%s/doen", bf_mount(req));
}

/* What a tile shows of the feature whose name is NAME, or NULL. */
static json_t *
tile(json_t *features, const char *name)
{
	json_t *f = bf_json_named(features, name);

	return f ? json_pack("{s:O, s:O, s:O}", "title",
		       json_object_get(f, "title"), "summary",
		       json_object_get(f, "summary"), "mount",
		       json_array_get(json_object_get(f, "mounts"), 0))
		 : NULL;
}

/* The features that the setting `tiles` names, in its order, and that are
 * there. */
static json_t *
tiles(struct bf_req *req)
{
	json_t *all = bf_describe(req), *list = json_array(), *one;
	char *names = bf_strdup(bf_arena(req), bf_option(req, "tiles"));
	char *name, *rest;

	for (name = strtok_r(names, " ", &rest); name;
		name = strtok_r(NULL, " ", &rest)) {
		one = tile(json_object_get(all, "features"), name);
		if (one)
			json_array_append_new(list, one);
	}
	json_decref(all);
	return list;
}

static bool
choose(struct bf_req *req)
{
	json_t *doc = doc_new(bf_cookie_value(req, COOKIE));

	json_object_set_new(doc, "tiles", tiles(req));
	return bf_show_json(req, doc);
}

/* Where the next visit begins. */
static const char *
next(struct bf_req *req, const char *place)
{
	return place
		? bf_printf(bf_arena(req), "%s?plaats=%s", bf_mount(req), place)
		: bf_mount(req);
}

/* The browser forgets also when the database cannot be told: a session that
 * nobody has the cookie of ends by itself. */
static bool
end(struct bf_req *req)
{
	const char *place = place_of(bf_cookie_value(req, COOKIE));
	const char *way = next(req, place);
	bool told = true;
	json_t *doc;

	if (bf_cookie_value(req, COOKIE)) {
		told = bf_session(req) == NULL || bf_query(req, &done, NULL);
		if (!bf_wipe(req))
			return false;
		bf_refresh(req, DONE, way);
	}
	doc = json_pack("{s:s, s:b}", "next", way, "told", told);
	return bf_show_json(req, doc);
}

static const struct bf_route routes[] = {
	{ "GET", "", .handler = start, .fields = where, .view = "start",
		.help = BF_N("Begin a visit at a kiosk.") },
	{ "POST", "", .handler = begin, .fields = chosen, .view = "start",
		.help = BF_N("Choose your language at a kiosk.") },
	{ "GET", "/doen", .handler = choose, .view = "choose",
		.help = BF_N("Choose what you want to do at a kiosk.") },
	{ "GET", "/klaar", .handler = end, .view = "done",
		.help = BF_N("End a visit at a kiosk and wipe it.") },
	{ 0 },
};

static const struct bf_query *const queries[] = { &done, NULL };

static const struct bf_option options[] = {
	{ "quiet", "120" },
	{ "tiles", "counter benefits people budget" },
	{ 0 },
};

static const char *const requires[] = { "people", NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "kiosk",
	.version = "1",
	.title = BF_N("Kiosk"),
	.summary = BF_N("This site on a screen that many people use."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.queries = queries,
	.options = options,
	.channels = kiosk_channels,
};
