/* Loads plugins and checks their tables. */
#include "plugin.h"
#include "channels.h"
#include "csv.h"
#include "paper.h"
#include "rules.h"
#include "walk.h"
#include <dlfcn.h>
#include <string.h>

static bool
check_abi(const struct bf_plugin *p, const char *name, struct bf_err *err)
{
	if (p->abi != BF_ABI)
		return bf_err(err,
			"plugin %s was built for ABI %u, this host has ABI %u: "
			"build it again with the headers of this host",
			name, p->abi, BF_ABI);
	if (p->size > sizeof(*p))
		return bf_err(err,
			"plugin %s knows a table of %zu bytes, this host %zu: "
			"it needs a newer host",
			name, p->size, sizeof(*p));
	return true;
}

static bool
check_name(const struct bf_plugin *p, const char *name, struct bf_err *err)
{
	if (p->name == NULL || strcmp(p->name, name) != 0)
		return bf_err(err,
			"file %s.so holds plugin %s: name and file must agree",
			name, p->name ? p->name : "without a name");
	if (p->version == NULL || p->title == NULL || p->summary == NULL)
		return bf_err(err,
			"plugin %s: version, title and summary are needed",
			name);
	if (p->mounts == NULL || p->mounts[0].path == NULL)
		return bf_err(err, "plugin %s: it has no mount", name);
	if (p->routes == NULL)
		return bf_err(err, "plugin %s: it has no routes", name);
	return true;
}

const char *
bf_route_mount(const struct bf_plugin *p, const char *path, size_t *mount)
{
	size_t len = strcspn(path, ":/"), i;

	if (mount)
		*mount = 0;
	for (i = 1; path[len] == ':' && p->mounts[i].path; i++)
		if (strlen(p->mounts[i].name) == len
			&& strncmp(p->mounts[i].name, path, len) == 0) {
			if (mount)
				*mount = i;
			return path + len + 1;
		}
	return path;
}

static bool
check_query(
	const struct bf_plugin *p, const struct bf_query *q, struct bf_err *err)
{
	size_t len = strlen(p->name);

	if (q->function == NULL || strncmp(q->function, p->name, len) != 0
		|| q->function[len] != '.')
		return bf_err(err,
			"plugin %s: query %s is not in its own schema %s",
			p->name, q->function ? q->function : "(none)", p->name);
	return true;
}

static bool
check_fields(const struct bf_plugin *p, const char *where,
	const struct bf_field *f, struct bf_err *err)
{
	for (; f && f->name; f++)
		if (f->label == NULL
			|| (f->type == BF_CHOICE && f->choices == NULL))
			return bf_err(err, "plugin %s, %s: field %s has no %s",
				p->name, where, f->name,
				f->label ? "choices" : "label");
	return true;
}

static bool
check_route(
	const struct bf_plugin *p, const struct bf_route *r, struct bf_err *err)
{
	const char *path = r->path ? bf_route_mount(p, r->path, NULL) : NULL;

	if (path == NULL || (path[0] != '\0' && path[0] != '/'))
		return bf_err(err,
			"plugin %s: path %s does not begin with a slash, or "
			"with a mount and a colon",
			p->name, r->path ? r->path : "(none)");
	if (strcmp(r->method, "GET") != 0 && strcmp(r->method, "POST") != 0)
		return bf_err(err, "plugin %s: method %s of %s is unknown",
			p->name, r->method, r->path);
	if (r->handler == NULL && r->query == NULL && r->view == NULL
		&& r->copy == NULL)
		return bf_err(err,
			"plugin %s: %s has no handler, query, view or copy",
			p->name, r->path);
	if (r->copy && r->rights)
		return bf_err(err,
			"plugin %s: %s gives a copy, which is for everybody, "
			"so it needs no rights",
			p->name, r->path);
	if (r->help == NULL)
		return bf_err(err, "plugin %s: %s has no help line", p->name,
			r->path);
	return true;
}

/* What is never quoted does not belong in an address either: those are kept in
 * histories and in the logs of others. */
static bool
check_secrets(
	const struct bf_plugin *p, const struct bf_route *r, struct bf_err *err)
{
	const struct bf_field *f = r->fields;

	for (; f && f->name && strcmp(r->method, "GET") == 0; f++)
		if (bf_type_secret(f->type))
			return bf_err(err,
				"plugin %s, %s: field %s would stand in an "
				"address: ask for it with POST",
				p->name, r->path, f->name);
	return true;
}

/* Who asks must not say what the host itself does: who they are, which page
 * that is. */
static bool
check_known(const struct bf_plugin *p, const struct bf_route *r,
	const char *name, size_t len, struct bf_err *err)
{
	return !bf_bind_known(name, len)
		|| bf_err(err,
			"plugin %s, %s: the host says what %.*s is: choose "
			"another name",
			p->name, r->path, (int)len, name);
}

static bool
check_bound(
	const struct bf_plugin *p, const struct bf_route *r, struct bf_err *err)
{
	const struct bf_field *f = r->fields;
	const char *at;

	for (; f && f->name; f++)
		if (!check_known(p, r, f->name, strlen(f->name), err))
			return false;
	for (at = strchr(r->path, '{'); at; at = strchr(at + 1, '{'))
		if (!check_known(p, r, at + 1, strcspn(at + 1, ":}"), err))
			return false;
	return true;
}

static bool
check_routes(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_route *r;

	for (r = p->routes; r->method; r++) {
		if (!check_route(p, r, err)
			|| !check_fields(p, r->path, r->fields, err)
			|| !check_secrets(p, r, err) || !check_bound(p, r, err)
			|| (r->query && !check_query(p, r->query, err))
			|| (r->csv && !bf_csv_spec(r->csv, err)))
			return false;
	}
	return true;
}

static bool
check_personal(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_personal *r = p->personal;
	const char *wrong = NULL;

	for (; r && r->table; r++) {
		if (r->columns == NULL)
			wrong = "names no columns";
		else if (r->purpose && r->basis == NULL)
			wrong = "has a purpose and no basis in law";
		else if (r->purpose && r->days != BF_KEPT && r->days < 1)
			wrong = "does not say for how many days";
		else if (r->purpose && r->days > 0 && r->since == NULL)
			wrong = "does not say from which column days count";
		if (wrong)
			return bf_err(err,
				"plugin %s: personal data, %s: it %s", p->name,
				r->table, wrong);
	}
	return true;
}

static bool
check_lists(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_query *const *q;
	const struct bf_import *i;

	for (q = p->queries; q && *q; q++)
		if (!check_query(p, *q, err))
			return false;
	for (i = p->imports; i && i->shape; i++)
		if (!check_fields(p, i->shape, i->columns, err))
			return false;
	return check_personal(p, err);
}

/* Members that were added later: a plugin may be built without them. */
#define LATER(p, member) \
	((p)->size >= offsetof(struct bf_plugin, member) + sizeof((p)->member) \
			? (p)->member \
			: NULL)

const struct bf_rules *
bf_plugin_rules(const struct bf_plugin *p)
{
	return LATER(p, rules);
}

const struct bf_right *
bf_plugin_rights(const struct bf_plugin *p)
{
	return LATER(p, rights);
}

const struct bf_identity *
bf_plugin_identity(const struct bf_plugin *p)
{
	return LATER(p, identity);
}

const struct bf_option *
bf_plugin_options(const struct bf_plugin *p)
{
	return LATER(p, options);
}

const char *const *
bf_plugin_publishes(const struct bf_plugin *p)
{
	return LATER(p, publishes);
}

const struct bf_job *
bf_plugin_jobs(const struct bf_plugin *p)
{
	return LATER(p, jobs);
}

const struct bf_look *
bf_plugin_looks(const struct bf_plugin *p)
{
	return LATER(p, looks);
}

const struct bf_about *
bf_plugin_about(const struct bf_plugin *p)
{
	return LATER(p, about);
}

const struct bf_channel *
bf_plugin_channels(const struct bf_plugin *p)
{
	return LATER(p, channels);
}

const struct bf_paper *
bf_plugin_papers(const struct bf_plugin *p)
{
	return LATER(p, papers);
}

const struct bf_word *
bf_plugin_choices(const struct bf_plugin *p)
{
	return LATER(p, choices);
}

const struct bf_query *
bf_plugin_entered(const struct bf_plugin *p)
{
	return LATER(p, entered);
}

const char *const *
bf_plugin_apart(const struct bf_plugin *p)
{
	return LATER(p, apart);
}

const char *const *
bf_plugin_reads(const struct bf_plugin *p)
{
	return LATER(p, reads);
}

const char *const *
bf_plugin_fills(const struct bf_plugin *p)
{
	return LATER(p, fills);
}

const struct bf_workshop *
bf_plugin_workshop(const struct bf_plugin *p)
{
	return LATER(p, workshop);
}

static bool
check_function(
	const struct bf_plugin *p, const char *function, struct bf_err *err)
{
	const struct bf_query query = { .function = function };

	return check_query(p, &query, err);
}

static bool
check_facts(
	const struct bf_plugin *p, const struct bf_fact *f, struct bf_err *err)
{
	for (; f->name; f++)
		if (f->alias == NULL || f->says == NULL)
			return bf_err(err, "plugin %s: fact %s has no %s",
				p->name, f->name, f->alias ? "says" : "alias");
	return true;
}

static bool
check_rules(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_rules *rules = bf_plugin_rules(p);

	if (rules == NULL)
		return true;
	if (bf_rules_rights(rules))
		return check_function(p, rules->publish, err)
			&& check_function(p, rules->confirm, err);
	if (rules->facts == NULL || rules->views == NULL || rules->most < 1)
		return bf_err(err,
			"plugin %s: rules need facts, views and most", p->name);
	return check_facts(p, rules->facts, err)
		&& check_function(p, rules->lines, err)
		&& check_function(p, rules->publish, err);
}

/* Whether the LEN bytes of WORD are one that a route may ask for. */
static bool
is_right(const struct bf_plugin *p, const char *word, size_t len)
{
	static const struct bf_right words[] = { { "signed" }, { "resident" },
		{ "low" }, { "substantial" }, { "high" }, { "staff" },
		{ "fresh" }, { "self" }, { NULL } };
	const struct bf_right *lists[] = { words, bf_plugin_rights(p) }, *r;
	size_t i;

	for (i = 0; i < 2; i++)
		for (r = lists[i]; r && r->name; r++)
			if (strlen(r->name) == len
				&& strncmp(r->name, word, len) == 0)
				return true;
	return false;
}

static bool
check_route_rights(
	const struct bf_plugin *p, const struct bf_route *r, struct bf_err *err)
{
	const char *at = r->rights;
	size_t len;

	if (at && strcmp(at, "machine") == 0)
		return strcmp(r->method, "POST") == 0
			|| bf_err(err,
				"plugin %s: %s is for a machine, so it is a "
				"POST",
				p->name, r->path);
	for (; at && *(at += strspn(at, " ")); at += len) {
		len = strcspn(at, " ");
		if (!is_right(p, at, len))
			return bf_err(err,
				"plugin %s: %s asks for the right %.*s, which "
				"it does not declare",
				p->name, r->path, (int)len, at);
	}
	return r->rights == NULL || r->cache == 0
		|| bf_err(err,
			"plugin %s: %s asks for rights, so it cannot be cached",
			p->name, r->path);
}

static bool
check_rights(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_right *right = bf_plugin_rights(p);
	const struct bf_route *r;
	size_t len = strlen(p->name);

	for (; right && right->name; right++)
		if (strncmp(right->name, p->name, len) != 0
			|| right->name[len] != '.' || right->label == NULL)
			return bf_err(err,
				"plugin %s: the right %s: it is named %s.WORD "
				"and has a label",
				p->name, right->name, p->name);
	for (r = p->routes; r->method; r++)
		if (!check_route_rights(p, r, err))
			return false;
	return true;
}

static bool
check_looks(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_look *look = bf_plugin_looks(p);
	size_t len = strlen(p->name);

	for (; look && look->name; look++)
		if (strncmp(look->name, p->name, len) != 0
			|| look->name[len] != '.' || look->label == NULL
			|| look->data == NULL || look->purpose == NULL)
			return bf_err(err,
				"plugin %s: the look %s: it is named %s.WORD, "
				"and says what is done, what is seen and why",
				p->name, look->name, p->name);
	return true;
}

/* Of functions, views or tables. */
static bool
check_names(
	const struct bf_plugin *p, const char *const *names, struct bf_err *err)
{
	for (; names && *names; names++)
		if (!check_function(p, *names, err))
			return false;
	return true;
}

static bool
check_publishes(const struct bf_plugin *p, struct bf_err *err)
{
	return check_names(p, bf_plugin_publishes(p), err)
		&& check_names(p, bf_plugin_reads(p), err)
		&& check_names(p, bf_plugin_fills(p), err);
}

static bool
check_identity(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_identity *id = bf_plugin_identity(p);

	if (id == NULL)
		return true;
	if (id->session == NULL || id->resident == NULL || id->staff == NULL)
		return bf_err(err,
			"plugin %s: an identity needs a query and two pages to "
			"sign in",
			p->name);
	return check_query(p, id->session, err)
		&& (id->tool == NULL || check_function(p, id->tool, err))
		&& (id->may == NULL || check_function(p, id->may, err));
}

static bool
check_workshop(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_workshop *w = bf_plugin_workshop(p);

	if (w == NULL)
		return true;
	if (w->features == NULL || w->page == NULL)
		return bf_err(err,
			"plugin %s: a workshop needs features and a page",
			p->name);
	return check_function(p, w->draft, err)
		&& check_function(p, w->tool, err);
}

static bool
check_jobs(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_job *job = bf_plugin_jobs(p);
	const struct bf_query *const *q;

	for (; job && job->name; job++) {
		if (job->every < 1 || job->run == NULL)
			return bf_err(err,
				"plugin %s: the job %s needs what it runs, and "
				"each how many seconds",
				p->name, job->name);
		for (q = job->queries; q && *q; q++)
			if (!check_query(p, *q, err))
				return false;
	}
	return true;
}

static bool
check_about(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_about *about = bf_plugin_about(p);

	return about == NULL || check_function(p, about->function, err);
}

static bool
check_entered(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_query *entered = bf_plugin_entered(p);

	return entered == NULL || check_query(p, entered, err);
}

static bool
is_personal(const struct bf_plugin *p, const char *table)
{
	const struct bf_personal *row = p->personal;

	while (row && row->table && strcmp(row->table, table) != 0)
		row++;
	return row && row->table;
}

static bool
check_apart(const struct bf_plugin *p, struct bf_err *err)
{
	const char *const *table = bf_plugin_apart(p);

	for (; table && *table; table++)
		if (!is_personal(p, *table))
			return bf_err(err,
				"plugin %s: %s is to be kept apart, but "
				"`personal` does not name it",
				p->name, *table);
	return true;
}

bool
bf_plugin_check(
	const struct bf_plugin *plugin, const char *name, struct bf_err *err)
{
	return check_abi(plugin, name, err) && check_name(plugin, name, err)
		&& check_routes(plugin, err) && check_lists(plugin, err)
		&& check_rules(plugin, err) && check_rights(plugin, err)
		&& check_identity(plugin, err) && check_workshop(plugin, err)
		&& check_publishes(plugin, err) && check_jobs(plugin, err)
		&& check_looks(plugin, err) && check_about(plugin, err)
		&& bf_channels_check(plugin, err) && check_entered(plugin, err)
		&& bf_papers_check(plugin, err) && check_apart(plugin, err);
}

static void
close_library(void *library)
{
	dlclose(library);
}

bool
bf_plugin_load(struct bf_arena *arena, const char *dir, const char *name,
	const struct bf_plugin **out, struct bf_err *err)
{
	const char *file = bf_printf(arena, "%s/%s.so", dir, name);
	void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);

	if (library == NULL)
		return bf_err(err, "plugin %s: %s", name, dlerror());
	bf_defer(arena, close_library, library);
	*out = dlsym(library, "bf_plugin");
	if (*out == NULL)
		return bf_err(err,
			"%s: it exports no symbol bf_plugin; it is no plugin",
			file);
	return bf_plugin_check(*out, name, err);
}
