/* Routes: a tree of path segments for each mount, built at start. */
#include "route.h"
#include "plugin.h"
#include "walk.h"
#include <string.h>

#define DEPTH_MAX 16
#define TEXT_MAX 200
#define INT_MAX_DIGITS 18

enum part { LITERAL, INT, WORD, TEXT };

struct row {
	const struct bf_feature *feature;
	const struct bf_route *route;
	struct row *next;
};

/* Children of a node stand in the order of enum part, so that a literal wins
 * over a typed part and a narrow type over a wide one. */
struct node {
	enum part part;
	const char *name; /* the literal, or the name of the argument */
	struct node *child, *next;
	struct row *rows;
};

struct mount {
	const char *path;
	size_t len;
	struct node root;
	struct mount *next;
};

struct bf_router {
	struct mount *mounts; /* the longest first */
};

static const struct {
	const char *name;
	enum part part;
} types[] = {
	{ "int", INT },
	{ "word", WORD },
	{ "text", TEXT },
};

/* Read one segment of a pattern: "acties", "{code}" or "{nr:int}". */
static bool
part_read(
	struct bf_arena *arena, const char *text, size_t len, struct node *out)
{
	const char *colon;
	size_t i;

	out->part = LITERAL;
	out->name = bf_strndup(arena, text, len);
	if (text[0] != '{')
		return memchr(text, '{', len) == NULL;
	if (len < 3 || text[len - 1] != '}')
		return false;
	out->part = TEXT;
	colon = memchr(text, ':', len);
	if (colon == NULL) {
		out->name = bf_strndup(arena, text + 1, len - 2);
		return true;
	}
	out->name = bf_strndup(arena, text + 1, (size_t)(colon - text) - 1);
	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strlen(types[i].name) == len - (size_t)(colon - text) - 2
			&& strncmp(colon + 1, types[i].name,
				   strlen(types[i].name))
				== 0) {
			out->part = types[i].part;
			return true;
		}
	return false;
}

static struct node *
child_add(struct bf_arena *arena, struct node *parent, struct node *like)
{
	struct node **at = &parent->child;
	struct node *node;

	while (*at && (*at)->part <= like->part) {
		if ((*at)->part == like->part
			&& strcmp((*at)->name, like->name) == 0)
			return *at;
		at = &(*at)->next;
	}
	node = bf_alloc(arena, sizeof(*node));
	*node = *like;
	node->next = *at;
	*at = node;
	return node;
}

static bool
row_add(struct bf_arena *arena, struct node *node, const struct bf_feature *f,
	const struct bf_route *route, struct bf_err *err)
{
	struct row *row;

	for (row = node->rows; row; row = row->next)
		if (strcmp(row->route->method, route->method) == 0)
			return bf_err(err,
				"%s %s of plugin %s stands in the way of the "
				"same address of plugin %s: move one mount",
				route->method, route->path, f->plugin->name,
				row->feature->plugin->name);
	row = bf_alloc(arena, sizeof(*row));
	row->feature = f;
	row->route = route;
	row->next = node->rows;
	node->rows = row;
	return true;
}

static struct mount *
mount_get(struct bf_arena *arena, struct bf_router *router, const char *path)
{
	size_t len = strcmp(path, "/") == 0 ? 0 : strlen(path);
	struct mount **at = &router->mounts;
	struct mount *mount;

	while (*at && (*at)->len >= len) {
		if ((*at)->len == len && strncmp((*at)->path, path, len) == 0)
			return *at;
		at = &(*at)->next;
	}
	mount = bf_alloc(arena, sizeof(*mount));
	mount->path = path;
	mount->len = len;
	mount->next = *at;
	*at = mount;
	return mount;
}

static bool
route_add(struct bf_host *host, const struct bf_feature *f,
	const struct bf_route *route, struct bf_err *err)
{
	size_t len, mount;
	const char *at = bf_route_mount(f->plugin, route->path, &mount);
	struct bf_arena *arena = host->arena;
	struct node *node, part;

	node = &mount_get(arena, host->router, f->mounts[mount])->root;

	while (*at == '/' && at[1] != '\0') {
		len = strcspn(++at, "/");
		memset(&part, 0, sizeof(part));
		if (len == 0 || !part_read(arena, at, len, &part))
			return bf_err(err,
				"plugin %s: the path %s cannot be read at "
				"\"%.*s\": use name, {name}, {name:int} or "
				"{name:word}",
				f->plugin->name, route->path, (int)len, at);
		node = child_add(arena, node, &part);
		at += len;
	}
	return row_add(arena, node, f, route, err);
}

static bool
feature_add(
	struct bf_host *host, const struct bf_feature *f, struct bf_err *err)
{
	const struct bf_route *r;
	size_t i;

	for (i = 0; f->mounts[i]; i++)
		mount_get(host->arena, host->router, f->mounts[i]);
	for (r = f->plugin->routes; r->method; r++)
		if (!route_add(host, f, r, err))
			return false;
	return true;
}

bool
bf_router_build(struct bf_host *host, struct bf_err *err)
{
	size_t i;

	host->router = bf_alloc(host->arena, sizeof(*host->router));
	for (i = 0; i < host->feature_count; i++)
		if (!feature_add(host, &host->features[i], err))
			return false;
	return true;
}

static bool
is_word(const char *text)
{
	return *text != '\0'
		&& text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-_")]
		== '\0';
}

static bool
is_int(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits > 0 && digits <= INT_MAX_DIGITS && text[digits] == '\0'
		&& (text[0] != '0' || digits == 1);
}

static bool
part_fits(const struct node *node, const char *text)
{
	switch (node->part) {
	case LITERAL:
		return strcmp(node->name, text) == 0;
	case INT:
		return is_int(text);
	case WORD:
		return is_word(text) && strlen(text) <= TEXT_MAX;
	case TEXT:
		return *text != '\0' && strlen(text) <= TEXT_MAX;
	}
	return false;
}

/* Walk down with SEGMENTS; the nodes passed are left in TRAIL. */
static const struct node *
tree_find(const struct node *node, char *const *segments,
	const struct node **trail)
{
	const struct node *child, *found;

	if (*segments == NULL)
		return node->rows ? node : NULL;
	for (child = node->child; child; child = child->next) {
		if (!part_fits(child, *segments))
			continue;
		*trail = child;
		found = tree_find(child, segments + 1, trail + 1);
		if (found)
			return found;
	}
	return NULL;
}

static const struct mount *
mount_find(const struct bf_router *router, const char *path)
{
	const struct mount *m;

	for (m = router->mounts; m; m = m->next)
		if (strncmp(m->path, path, m->len) == 0
			&& (path[m->len] == '/' || path[m->len] == '\0'))
			return m;
	return NULL;
}

/* Split PATH at its slashes; false when it is too deep. */
static bool
path_split(struct bf_arena *arena, const char *path, char **segments)
{
	size_t n = 0, len;

	while (*path == '/') {
		len = strcspn(++path, "/");
		if (len == 0 && *path == '\0')
			break;
		if (n == DEPTH_MAX)
			return false;
		segments[n++] = bf_strndup(arena, path, len);
		path += len;
	}
	segments[n] = NULL;
	return true;
}

static bool
wrong_method(struct bf_req *req, const struct node *node)
{
	struct bf_buf *allow = bf_buf_new(req->arena, 0);
	const struct row *row;

	for (row = node->rows; row; row = row->next)
		bf_put_fmt(allow, "%s%s", allow->len ? ", " : "",
			strcmp(row->route->method, "GET") == 0
				? "GET, HEAD"
				: row->route->method);
	bf_answer_header(req, "Allow", allow->data);
	return bf_fail(req, &BF_METHOD, "allowed: %s", allow->data);
}

static bool
row_take(struct bf_req *req, const struct mount *mount, const struct node *node,
	char *const *segments, const struct node **trail)
{
	const char *method = strcmp(req->method, "HEAD") == 0 ? "GET"
							      : req->method;
	const struct row *row;
	size_t i;

	for (row = node->rows; row; row = row->next)
		if (strcmp(row->route->method, method) == 0)
			break;
	if (row == NULL)
		return wrong_method(req, node);
	req->feature = row->feature;
	req->route = row->route;
	req->mount = mount->path;
	for (i = 0; segments[i]; i++)
		if (trail[i]->part != LITERAL)
			bf_pair_add(req->arena, &req->args, trail[i]->name,
				segments[i]);
	return true;
}

bool
bf_route_find(struct bf_req *req)
{
	const struct node *trail[DEPTH_MAX + 1], *node;
	const struct mount *mount = mount_find(req->host->router, req->path);
	char *segments[DEPTH_MAX + 1];

	if (mount == NULL
		|| !path_split(req->arena, req->path + mount->len, segments))
		return bf_fail(req, &BF_NOT_FOUND, "no mount");
	node = tree_find(&mount->root, segments, trail);
	if (node == NULL)
		return bf_fail(req, &BF_NOT_FOUND, "no route");
	return row_take(req, mount, node, segments, trail);
}
