/* Where somebody can go, by what they may. */
#include "../tap.h"
#include "doors.h"
#include "i18n.h"
#include "req.h"

#define PAGE(path, needs) \
	{ \
		"GET", path, .view = "v", .rights = needs, .help = path \
	}
static const struct bf_route routes[] = {
	PAGE("", "resident"),
	PAGE("/public", NULL),
	PAGE("/signed", "signed"),
	PAGE("/mine", "resident fresh"),
	PAGE("/low", "low"),
	PAGE("/high", "high"),
	PAGE("/one/{nr:int}", "resident"),
	PAGE("desk:/staff", "staff"),
	PAGE("desk:/a", "x.a"),
	PAGE("desk:/both", "x.a x.b"),
	{ "POST", "/post", .view = "v", .rights = "resident", .help = "p" },
	{ "GET", "/data", .rights = "resident", .help = "d" },
	{ 0 },
};
static const struct bf_mount mounts[] = { { "/", NULL }, { "/d", "desk" },
	{ 0 } };
static const struct bf_plugin plugin = {
	.size = sizeof(plugin), .name = "x", .mounts = mounts, .routes = routes
};
static const char *stands[] = { "/", "/d", NULL };
static struct bf_feature feature = { &plugin, stands };
static const char *const features[] = { "core", NULL };

static const struct {
	const char *name, *who, *doors;
} people[] = {
	{ "a resident", "{'kind':'resident','level':'low'}",
		"/signed /mine /low" },
	{ "one with more assurance", "{'kind':'resident','level':'high'}",
		"/signed /mine /low /high" },
	{ "a civil servant", "{'kind':'staff','rights':[]}",
		"/signed /d/staff" },
	{ "with a right", "{'kind':'staff','rights':['x.a']}",
		"/signed /d/staff /d/a" },
	{ "with two", "{'kind':'staff','rights':['x.a','x.b']}",
		"/signed /d/staff /d/a /d/both" },
	{ "a right does not make a resident one",
		"{'kind':'resident','level':'low','rights':['x.a']}",
		"/signed /mine /low" },
};

static const char *
doors(struct bf_arena *arena, struct bf_req *req, const char *who)
{
	char *text = bf_strdup(arena, who), *at;
	struct bf_buf *out = bf_buf_new(arena, 0);
	json_t *list, *door;
	size_t i;

	for (at = text; *at; at++)
		*at = *at == '\'' ? '"' : *at;
	req->who = need(json_loads(text, 0, NULL));
	list = bf_doors(req);
	json_array_foreach (list, i, door)
		bf_put_fmt(out, "%s%s", i ? " " : "",
			json_string_value(json_object_get(door, "href")));
	json_decref(list);
	json_decref(req->who);
	return out->data;
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_req *req = req_with(arena, "X", "x");
	struct bf_err err = { "" };
	size_t i;

	req->host->features = &feature;
	req->host->feature_count = 1;
	req->host->i18n = need(bf_i18n_load(arena, "/nowhere", features, &err));
	req->route = routes;
	for (i = 0; i < sizeof(people) / sizeof(people[0]); i++)
		is(doors(arena, req, people[i].who), people[i].doors,
			people[i].name);
	bf_arena_free(arena);
	return done();
}
