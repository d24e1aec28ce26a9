/* What is made from the route tables: a list, OpenAPI, nginx locations. */
#include "openapi.h"
#include "tool.h"
#include <belfort/arena.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	METHOD,
	ADDRESS,
	FEATURE,
	VIEW,
	FORMS,
	RIGHTS,
	CACHE,
	SERVICE,
	ELSEWHERE,
	HELP,
	COLUMNS
};

static const char *const headings[COLUMNS] = { "METHOD", "ADDRESS", "FEATURE",
	"VIEW", "FORMS", "RIGHTS", "CACHE", "SERVICE", "ELSEWHERE", "HELP" };

struct row {
	const char *cells[COLUMNS];
	struct row *next;
};

struct table {
	struct bf_arena *arena;
	struct row *first, **last;
	int widths[COLUMNS];
};

static const char *
text_of(json_t *object, const char *member, const char *absent)
{
	const char *text = json_string_value(json_object_get(object, member));

	return text ? text : absent;
}

static void
row_add(struct table *t, struct row *row)
{
	int i, len;

	for (i = 0; i < COLUMNS; i++) {
		len = (int)strlen(row->cells[i]);
		if (len > t->widths[i])
			t->widths[i] = len;
	}
	*t->last = row;
	t->last = &row->next;
}

/* The channels besides this one in which SERVICE of FEATURE is done: "counter
 * paper"; "-" for none. */
static const char *
elsewhere(struct bf_arena *arena, json_t *feature, const char *service)
{
	static const char *const ways[] = { "counter", "phone", "paper" };
	const char *list = "";
	json_t *row;
	size_t i, j;

	json_array_foreach (json_object_get(feature, "channels"), i, row) {
		if (strcmp(text_of(row, "name", ""), service) != 0)
			continue;
		for (j = 0; j < sizeof(ways) / sizeof(ways[0]); j++)
			if (json_is_object(json_object_get(
				    json_object_get(row, ways[j]), "how")))
				list = bf_printf(arena, "%s%s%s", list,
					*list ? " " : "", ways[j]);
	}
	return *list ? list : "-";
}

static void
route_row(void *self, json_t *feature, json_t *route)
{
	struct table *t = self;
	struct row *row = bf_alloc(t->arena, sizeof(*row));
	json_int_t cache = json_integer_value(json_object_get(route, "cache"));

	row->cells[METHOD] = text_of(route, "method", "");
	row->cells[ADDRESS] = bf_described_address(t->arena, feature, route);
	row->cells[FEATURE] = text_of(feature, "name", "");
	row->cells[VIEW] = text_of(route, "view", "-");
	row->cells[FORMS] = bf_route_forms(t->arena, route);
	row->cells[RIGHTS] = text_of(route, "rights", "public");
	row->cells[CACHE] = cache
		? bf_printf(t->arena, "%lld", (long long)cache)
		: "-";
	row->cells[SERVICE] = text_of(route, "service", "-");
	row->cells[ELSEWHERE] = elsewhere(
		t->arena, feature, row->cells[SERVICE]);
	row->cells[HELP] = text_of(route, "help", "");
	row_add(t, row);
}

static void
row_print(const struct table *t, const struct row *row)
{
	int i;

	for (i = 0; i < HELP; i++)
		printf("%-*s  ", t->widths[i], row->cells[i]);
	puts(row->cells[HELP]);
}

bool
bf_tool_routes(struct bf_tool *tool, struct bf_err *err)
{
	struct table t = { .arena = tool->arena, .last = &t.first };
	struct row *head = bf_alloc(tool->arena, sizeof(*head)), *row;
	json_t *pools;

	if (!bf_describe_pools(tool, &pools, err))
		return false;
	memcpy(head->cells, headings, sizeof(headings));
	row_add(&t, head);
	bf_routes_each(pools, route_row, &t);
	for (row = t.first; row; row = row->next)
		row_print(&t, row);
	return true;
}

bool
bf_tool_openapi(struct bf_tool *tool, struct bf_err *err)
{
	json_t *pools, *doc;

	if (!bf_describe_pools(tool, &pools, err))
		return false;
	doc = bf_openapi(
		tool->arena, pools, tool->settings->city, tool->settings->url);
	if (doc == NULL)
		return bf_err(err, "the description could not be made");
	json_dumpf(doc, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(doc);
	return true;
}

/* A mount and the pool that serves it. */
struct place {
	const char *mount, *pool;
	bool guest; /* served by code that the city did not write */
};

static int
longest_first(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	size_t m = strlen(x->mount), n = strlen(y->mount);

	return m < n ? 1 : m > n ? -1 : strcmp(x->mount, y->mount);
}

static size_t
mounts_count(json_t *pools)
{
	json_t *pool, *feature;
	size_t i, j, n = 0;

	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), j, feature)
			n += json_array_size(
				json_object_get(feature, "mounts"));
	return n;
}

static void
place_add(struct place *places, size_t *count, const char *mount, json_t *pool)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (strcmp(places[i].mount, mount) == 0)
			return;
	places[(*count)++] = (struct place){ mount, text_of(pool, "pool", ""),
		json_is_true(json_object_get(pool, "shut_in")) };
}

/* Every mount once.  The core's own routes stand at "/" in each pool: they
 * are asked of the pool that has a plugin there, else of the first. */
static size_t
places_read(json_t *pools, struct place *out)
{
	json_t *pool, *feature, *mount;
	const char *name;
	size_t i, j, k, n = 0;

	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), j, feature) {
			name = text_of(feature, "name", "");
			if (strcmp(name, "core") == 0)
				continue;
			json_array_foreach (
				json_object_get(feature, "mounts"), k, mount)
				place_add(out, &n, json_string_value(mount),
					pool);
		}
	place_add(out, &n, "/", json_array_get(pools, 0));
	return n;
}

/* A mount is letters, digits, - and /; a dot is the only sign that needs care
 * in nginx's regular expression. */
/* Plugins of others stand below addresses of their own, each in the pool of its
 * name: they come and go without a word to the web server. */
static const char guests[] =
	"location ~ \"^/v/(?<belfort_guest>[a-z][a-z0-9_]{0,31})(?:[./]|$)\" "
	"{\n\tset $belfort_pool $belfort_guest;\n"
	"\tinclude belfort-guest.conf;\n}\n"
	"location ~ \"^/proef/(?<belfort_guest>[a-z][a-z0-9_]{0,31})(?:[./]|$)\" "
	"{\n\tinclude belfort-staff.conf;\n"
	"\tset $belfort_pool $belfort_guest;\n"
	"\tinclude belfort-guest.conf;\n}\n";

static bool
is_guest_place(const struct place *place)
{
	return place->guest
		&& (strncmp(place->mount, "/v/", 3) == 0
			|| strncmp(place->mount, "/proef/", 7) == 0);
}

static void
place_print(const struct place *place)
{
	const char *at;

	if (strcmp(place->mount, "/") == 0) {
		fputs("location / {\n", stdout);
	} else {
		fputs("location ~ ^", stdout);
		for (at = place->mount; *at; at++)
			printf("%s%c", *at == '.' ? "\\" : "", *at);
		fputs("(?:[./]|$) {\n", stdout);
	}
	printf("\tset $belfort_pool %s;\n"
	       "\tinclude %s.conf;\n}\n",
		place->pool,
		place->guest ? "belfort-guest" : "belfort-fastcgi");
}

bool
bf_tool_nginx(struct bf_tool *tool, struct bf_err *err)
{
	struct place *places;
	json_t *pools;
	size_t i, count;

	if (!bf_describe_pools(tool, &pools, err))
		return false;
	places = bf_alloc(
		tool->arena, (mounts_count(pools) + 1) * sizeof(*places));
	count = places_read(pools, places);
	qsort(places, count, sizeof(*places), longest_first);
	puts("# Made by `belfort nginx`; make it again when a mount moves.");
	fputs(guests, stdout);
	for (i = 0; i < count; i++)
		if (!is_guest_place(&places[i]))
			place_print(&places[i]);
	return true;
}
