/* The table of other ways than online: each hole in it is refused, with what
 * to do. */
#include "../tap.h"
#include "channels.h"
#include "plugin.h"

static const struct bf_mount mounts[] = { { "/x", NULL }, { "/y", "desk" },
	{ 0 } };
static const struct bf_route routes[] = {
	{ "GET", "", .view = "a", .help = "See." },
	{ "GET", "/thing", .view = "a", .help = "See." },
	{ "POST", "/thing", .view = "a", .help = "Do." },
	{ "GET", "desk:", .view = "a", .help = "Work." },
	{ 0 },
};

static const struct bf_way come = { .how = "Come." };
static const struct bf_way never = { .without = "Never." };
static const struct bf_way mute = { .name = "mute" };
static const struct bf_way empty = { .how = "", .without = "" };
static const struct bf_way both = { .how = "Come.", .without = "Never." };

#define REST \
	{ \
		"x.rest", "/thing desk:", "The rest", BF_EACH(never) \
	}

static const struct {
	const char *what, *says; /* NULL: it holds */
	struct bf_channel rows[3];
} cases[] = {
	{ "a row for each route", NULL,
		{ { "x.a", "/", "A", &come, &never, &come }, REST } },
	{ "blanks between paths", NULL,
		{ { "x.a", " /  desk:  /thing ", "A", BF_EACH(come) } } },
	{ "no counter", "x.a says nothing in .counter: say how residents do",
		{ { "x.a", "/", "A", NULL, &never, &come }, REST } },
	{ "no phone", "x.a says nothing in .phone",
		{ { "x.a", "/", "A", &come, &mute, &come }, REST } },
	{ "an empty sentence about paper", "x.a says nothing in .paper",
		{ { "x.a", "/", "A", &come, &never, &empty }, REST } },
	{ "a way and a reason", "x.a says both how and why not in .phone",
		{ { "x.a", "/", "A", &come, &both, &come }, REST } },
	{ "a name of another", "the service y.a: it is named x.WORD",
		{ { "y.a", "/", "A", BF_EACH(come) }, REST } },
	{ "a name that begins the same", "the service xy.a: it is named x.WORD",
		{ { "xy.a", "/", "A", BF_EACH(come) }, REST } },
	{ "a name twice", "two services are named x.rest",
		{ { "x.rest", "/", "A", BF_EACH(come) }, REST } },
	{ "no title", "x.a: it is named x.WORD, and has routes and a title",
		{ { "x.a", "/", "", BF_EACH(come) }, REST } },
	{ "no routes", "x.a: it is named x.WORD, and has routes and a title",
		{ { "x.a", NULL, "A", BF_EACH(come) }, REST } },
	{ "a path that is none", "x.a names the path /thin, which no route has",
		{ { "x.a", "/ /thin", "A", BF_EACH(come) }, REST } },
	{ "a route in no row",
		"no service in .channels has the route GET /: add / to the row "
		"of its service, or add a row that says how residents do this "
		"at the counter, by phone and on paper (plugins/x/channels.c)",
		{ REST } },
	{ "a route in two rows",
		"x.a and x.rest both have the path /thing: leave it in one",
		{ { "x.a", "/ /thing", "A", BF_EACH(come) }, REST } },
};

static void
check(void)
{
	struct bf_plugin plugin = { .size = sizeof(plugin),
		.name = "x",
		.mounts = mounts,
		.routes = routes };
	struct bf_err err;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		err.text[0] = '\0';
		plugin.channels = cases[i].rows;
		ok(bf_channels_check(&plugin, &err) == (cases[i].says == NULL),
			"%s", cases[i].what);
		has(err.text, cases[i].says ? cases[i].says : "",
			"and this is why");
	}
}

static const char *
service(const struct bf_plugin *plugin, size_t route)
{
	const struct bf_channel *row = bf_channel_of(plugin, &routes[route]);

	return row ? row->name : "none";
}

static void
search(void)
{
	struct bf_plugin plugin = { .size = sizeof(plugin),
		.channels = cases[0].rows };
	struct bf_err err = { "" };

	is(service(&plugin, 0), "x.a", "the mount itself");
	is(service(&plugin, 1), "x.rest", "a page");
	is(service(&plugin, 2), "x.rest", "and its form");
	is(service(&plugin, 3), "x.rest", "a page of another mount");
	plugin.size = offsetof(struct bf_plugin, channels);
	is(service(&plugin, 0), "none", "of an older plugin");
	plugin.routes = routes;
	ok(bf_channels_check(&plugin, &err), "which need not say");
}

int
main(void)
{
	check();
	search();
	return done();
}
