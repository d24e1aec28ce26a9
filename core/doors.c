/* Where who is signed in can go: pages that ask for no more than rights. */
#include "doors.h"
#include "i18n.h"
#include "openapi.h"
#include "plugin.h"
#include "walk.h"
#include <string.h>

static const char *
said(const json_t *who, const char *member)
{
	const char *text = json_string_value(json_object_get(who, member));

	return text ? text : "";
}

static bool
is_level(const char *word, size_t len, const char *level)
{
	static const char *const levels[] = { "resident", "low", "substantial",
		"high" };
	bool reached = false;
	size_t i;

	/* From the highest down: who has a level has those below it. */
	for (i = sizeof(levels) / sizeof(levels[0]); i-- > 0;) {
		reached |= strcmp(levels[i], level) == 0;
		if (strlen(levels[i]) == len
			&& strncmp(levels[i], word, len) == 0)
			return reached || i == 0;
	}
	return false;
}

static bool
has_right(const json_t *who, const char *word, size_t len)
{
	const json_t *list = json_object_get(who, "rights"), *right;
	size_t i;

	json_array_foreach (list, i, right)
		if (json_string_length(right) == len
			&& strncmp(json_string_value(right), word, len) == 0)
			return true;
	return false;
}

/* What is fresh is asked for when they go there. */
static bool
holds(const json_t *who, const char *word, size_t len)
{
	bool staff = strcmp(said(who, "kind"), "staff") == 0;

	if (strncmp(word, "self", len) == 0)
		return bf_helping(who) == NULL;
	if (strncmp(word, "signed", len) == 0
		|| strncmp(word, "fresh", len) == 0)
		return true;
	if (staff)
		return strncmp(word, "staff", len) == 0
			|| has_right(who, word, len);
	return is_level(word, len, said(who, "level"));
}

static bool
may(const json_t *who, const char *rights)
{
	size_t len;

	for (; *(rights += strspn(rights, " ")); rights += len) {
		len = strcspn(rights, " ");
		if (!holds(who, rights, len))
			return false;
	}
	return true;
}

static bool
is_door(const struct bf_req *req, const struct bf_route *r)
{
	return r != req->route && strcmp(r->method, "GET") == 0 && r->view
		&& r->rights && strchr(r->path, '{') == NULL
		&& may(req->who, r->rights);
}

static void
doors_add(struct bf_req *req, const struct bf_feature *f, json_t *list)
{
	const struct bf_route *r;
	const char *path;
	size_t mount;

	for (r = f->plugin->routes; r->method; r++) {
		if (!is_door(req, r))
			continue;
		path = bf_route_mount(f->plugin, r->path, &mount);
		json_array_append_new(list,
			json_pack("{s:s, s:s}", "href",
				bf_route_address(
					req->arena, f->mounts[mount], path),
				"text",
				bf_i18n_text(req->host->i18n, f->plugin->name,
					req->lang, r->help)));
	}
}

json_t *
bf_doors(struct bf_req *req)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < req->host->feature_count; i++)
		doors_add(req, &req->host->features[i], list);
	return list;
}
