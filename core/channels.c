/* Checks and searches the table of channels of a plugin. */
#include "channels.h"
#include "plugin.h"
#include <string.h>

/* "/" in a row is the mount itself, "" in a route. */
static bool
path_is(const char *path, const char *word, size_t len)
{
	if (*path == '\0')
		path = "/";
	return strlen(path) == len && strncmp(path, word, len) == 0;
}

static bool
has_path(const struct bf_channel *row, const char *path)
{
	const char *at = row->routes;
	size_t len;

	for (; *(at += strspn(at, " ")); at += len) {
		len = strcspn(at, " ");
		if (path_is(path, at, len))
			return true;
	}
	return false;
}

const struct bf_channel *
bf_channel_of(const struct bf_plugin *plugin, const struct bf_route *route)
{
	const struct bf_channel *row = bf_plugin_channels(plugin);

	for (; row && row->name; row++)
		if (has_path(row, route->path))
			return row;
	return NULL;
}

static bool
says(const char *text)
{
	return text && *text;
}

static bool
check_way(const struct bf_plugin *p, const struct bf_channel *row,
	const char *channel, const struct bf_way *way, struct bf_err *err)
{
	if (way && says(way->how) != says(way->without))
		return true;
	return bf_err(err,
		"plugin %s: the service %s says %s in .%s: say how residents "
		"do it there (how), or why they cannot and what they do "
		"instead (without); belfort/channels.h has ways to share",
		p->name, row->name,
		way && says(way->how) ? "both how and why not" : "nothing",
		channel);
}

static bool
check_row(const struct bf_plugin *p, const struct bf_channel *row,
	struct bf_err *err)
{
	size_t len = strlen(p->name);

	if (strncmp(row->name, p->name, len) != 0 || row->name[len] != '.'
		|| !says(row->title) || row->routes == NULL)
		return bf_err(err,
			"plugin %s: the service %s: it is named %s.WORD, and "
			"has routes and a title",
			p->name, row->name, p->name);
	return check_way(p, row, "counter", row->counter, err)
		&& check_way(p, row, "phone", row->phone, err)
		&& check_way(p, row, "paper", row->paper, err);
}

static bool
is_route(const struct bf_plugin *p, const char *word, size_t len)
{
	const struct bf_route *r;

	for (r = p->routes; r->method; r++)
		if (path_is(r->path, word, len))
			return true;
	return false;
}

static bool
check_paths(const struct bf_plugin *p, const struct bf_channel *row,
	struct bf_err *err)
{
	const char *at = row->routes;
	size_t len;

	for (; *(at += strspn(at, " ")); at += len) {
		len = strcspn(at, " ");
		if (!is_route(p, at, len))
			return bf_err(err,
				"plugin %s: the service %s names the path "
				"%.*s, which no route has",
				p->name, row->name, (int)len, at);
	}
	return true;
}

/* In one row, and in no second. */
static bool
check_route(
	const struct bf_plugin *p, const struct bf_route *r, struct bf_err *err)
{
	const struct bf_channel *row = bf_channel_of(p, r), *other;
	const char *path = *r->path ? r->path : "/";

	if (row == NULL)
		return bf_err(err,
			"plugin %s: no service in .channels has the route %s "
			"%s: add %s to the row of its service, or add a row "
			"that says how residents do this at the counter, by "
			"phone and on paper (plugins/%s/channels.c)",
			p->name, r->method, path, path, p->name);
	for (other = row + 1; other->name; other++)
		if (has_path(other, r->path))
			return bf_err(err,
				"plugin %s: the services %s and %s both have "
				"the path %s: leave it in one",
				p->name, row->name, other->name, path);
	return true;
}

/* A name is the place on the page that others link to. */
static bool
check_name(const struct bf_plugin *p, const struct bf_channel *row,
	struct bf_err *err)
{
	const struct bf_channel *other = row + 1;

	for (; other->name; other++)
		if (strcmp(other->name, row->name) == 0)
			return bf_err(err,
				"plugin %s: two services are named %s", p->name,
				row->name);
	return true;
}

bool
bf_channels_check(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_channel *row = bf_plugin_channels(p);
	const struct bf_route *r = p->routes;

	if (row == NULL)
		return true;
	for (; row->name; row++)
		if (!check_row(p, row, err) || !check_paths(p, row, err)
			|| !check_name(p, row, err))
			return false;
	for (; r->method; r++)
		if (!check_route(p, r, err))
			return false;
	return true;
}
