/* The request as it came: address, query and cookies, within limits. */
#include "crypt.h"
#include "openapi.h"
#include "paper.h"
#include "plugin.h"
#include "session.h"
#include "walk.h"
#include <string.h>

#define PATH_MAX_BYTES 2048
#define QUERY_MAX_BYTES 8192
#define ID_BYTES 16
#define ID_MAX 64

struct bf_arena *
bf_arena(struct bf_req *req)
{
	return req->arena;
}

const char *
bf_arg(struct bf_req *req, const char *name)
{
	return bf_pair_value(req->args, name);
}

const char *
bf_mount(struct bf_req *req)
{
	return req->mount;
}

const char *
bf_mount_named(struct bf_req *req, const char *name)
{
	const struct bf_mount *m = req->feature->plugin->mounts;
	size_t i = 0;

	while (name && m[i].path && (!m[i].name || strcmp(m[i].name, name)))
		i++;
	return req->feature->mounts[i];
}

const char *
bf_cookie_value(struct bf_req *req, const char *name)
{
	return bf_pair_value(req->cookies, name);
}

const char *
bf_lang(struct bf_req *req)
{
	return req->lang;
}

const char *
bf_value(struct bf_req *req, const char *name)
{
	return bf_pair_value(req->values, name);
}

const char *
bf_variable(struct bf_req *req, const char *name)
{
	return req->io->ops->var(req->io, name);
}

const char *
bf_option(struct bf_req *req, const char *key)
{
	const struct bf_plugin *p = req->feature->plugin;
	const struct bf_option *o = bf_plugin_options(p);
	const char *set = bf_settings_option(req->host->settings, p->name, key);

	while (!set && o && o->key && strcmp(o->key, key) != 0)
		o++;
	return set ? set : o && o->key ? o->fallback : NULL;
}

const char *
bf_site(struct bf_req *req)
{
	return req->host->settings->url;
}

void
bf_again(struct bf_req *req)
{
	req->again = true;
}

void
bf_set(struct bf_req *req, const char *name, const char *value)
{
	struct bf_pair *pair = bf_alloc(req->arena, sizeof(*pair));

	pair->name = name;
	pair->value = value;
	pair->next = req->set;
	req->set = pair;
}

static const char *
needs(struct bf_req *req)
{
	return req->route->rights;
}

/* As belfort.page has it; NULL: nothing of it is shown or written yet. */
static const char *
page(struct bf_req *req)
{
	const char *path;
	size_t mount;

	if (!req->done)
		return NULL;
	path = bf_route_mount(req->feature->plugin, req->route->path, &mount);
	return bf_printf(req->arena, "%s %s", req->route->method,
		bf_route_address(
			req->arena, req->feature->mounts[mount], path));
}

static const char *
wrote(struct bf_req *req)
{
	return req->wrote ? "true" : "false";
}

/* What the host itself knows. */
static const struct {
	const char *name;
	const char *(*value)(struct bf_req *req);
} known[] = {
	{ "lang", bf_lang },
	{ "session", bf_session },
	{ "needs", needs },
	{ "papier", bf_paper_hash },
	{ "page", page },
	{ "wrote", wrote },
};

bool
bf_bind_known(const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i].name) == len
			&& strncmp(known[i].name, name, len) == 0)
			return true;
	return false;
}

const char *
bf_bind(struct bf_req *req, const char *name)
{
	const struct bf_pair *const places[] = {
		req->set,
		req->args,
		req->values,
	};
	const char *value;
	size_t i;

	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		value = bf_pair_value(places[i], name);
		if (value)
			return value;
	}
	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(name, known[i].name) == 0)
			return known[i].value(req);
	return NULL;
}

/* An id that a log line and an error page may show: given by the web server
 * or made here, never by the visitor. */
static const char *
id_make(struct bf_req *req)
{
	const char *given = req->io->ops->var(req->io, "BF_REQUEST_ID");
	struct bf_buf *out = bf_buf_new(req->arena, 2 * ID_BYTES + 1);
	unsigned char bytes[ID_BYTES];
	size_t i;

	if (given && *given && strlen(given) <= ID_MAX
		&& given[strspn(given, "0123456789abcdef-")] == '\0')
		return given;
	bf_random(bytes, sizeof(bytes));
	for (i = 0; i < sizeof(bytes); i++)
		bf_put_fmt(out, "%02x", bytes[i]);
	return out->data;
}

/* The suffix of the address asks for a representation: "/begroting.json". */
static const char *
suffix_take(struct bf_req *req, const char *path, const char *suffix,
	enum bf_form form)
{
	size_t len = strlen(path), cut = strlen(suffix);

	if (len <= cut || strcmp(path + len - cut, suffix) != 0)
		return path;
	req->suffixed = true;
	req->form = form;
	path = bf_strndup(req->arena, path, len - cut);
	return strcmp(path, "/index") == 0 ? "/" : path;
}

static bool
path_read(struct bf_req *req)
{
	const char *path = req->io->ops->var(req->io, "PATH_INFO");
	size_t len;

	if (path == NULL || *path == '\0')
		path = "/";
	len = strlen(path);
	if (len > PATH_MAX_BYTES)
		return bf_fail(req, &BF_URI_TOO_LONG, "path of %zu", len);
	if (*path != '/' || !bf_text_ok(path, len)
		|| path[strcspn(path, "\t\r\n")] != '\0')
		return bf_fail(req, &BF_BAD_REQUEST,
			"the path is not UTF-8 or has control characters");
	req->path = suffix_take(req, path, ".json", BF_JSON);
	if (!req->suffixed)
		req->path = suffix_take(req, path, ".csv", BF_CSV);
	return true;
}

static bool
query_read(struct bf_req *req)
{
	const char *query = req->io->ops->var(req->io, "QUERY_STRING");
	size_t len;

	if (query == NULL)
		return true;
	len = strlen(query);
	if (len > QUERY_MAX_BYTES)
		return bf_fail(req, &BF_URI_TOO_LONG, "query of %zu", len);
	return bf_pairs_decode(req, query, len, &req->query);
}

/* "a=1; b=2": cookies are kept as they came, each reader checks its own. */
static bool
cookies_read(struct bf_req *req)
{
	struct bf_intake in = { .req = req, .last = &req->cookies };
	const char *at = req->io->ops->var(req->io, "HTTP_COOKIE");
	size_t len;
	char *pair, *equals;

	while (at && *at) {
		at += strspn(at, "; ");
		len = strcspn(at, ";");
		pair = bf_strndup(req->arena, at, len);
		equals = strchr(pair, '=');
		if (equals) {
			*equals = '\0';
			if (!bf_pair_take(&in, pair, equals + 1))
				return false;
		}
		at += len;
	}
	return true;
}

bool
bf_request_read(struct bf_req *req)
{
	bool good;

	req->id = id_make(req);
	req->method = req->io->ops->var(req->io, "REQUEST_METHOD");
	if (req->method == NULL)
		req->method = "GET";
	req->path = "/";
	good = cookies_read(req);
	bf_negotiate_early(req);
	if (!good || !path_read(req) || !query_read(req))
		return false;
	bf_negotiate_early(req);
	return true;
}
