/* What the plugins declare, as a document: one source for the tool, the
 * privacy page, the grants and the web server's locations.
 */
#include "arena.h"
#include "channels.h"
#include "host.h"
#include "i18n.h"
#include "openapi.h"
#include "paper.h"
#include "plugin.h"
#include "rules.h"
#include "walk.h"
#include <string.h>

/* Whose words, in which language. */
struct voice {
	const struct bf_host *host;
	const struct bf_plugin *plugin;
	const char *lang;
};

static json_t *
text(const struct voice *v, const char *msgid)
{
	if (msgid == NULL)
		return json_null();
	return json_string(
		bf_i18n_text(v->host->i18n, v->plugin->name, v->lang, msgid));
}

/* "a b c" as a list. */
static json_t *
words(const char *list)
{
	json_t *out = json_array();
	size_t len;

	while (list && *(list += strspn(list, " "))) {
		len = strcspn(list, " ");
		json_array_append_new(out, json_stringn(list, len));
		list += len;
	}
	return out;
}

static json_t *
fields(const struct voice *v, const struct bf_field *f)
{
	json_t *out = json_array();

	for (; f && f->name; f++)
		json_array_append_new(out,
			json_pack("{s:s, s:s, s:b, s:I, s:I, s:o, s:o, s:o}",
				"name", f->name, "type", bf_type_name(f->type),
				"required", f->required, "min",
				(json_int_t)f->min, "max", (json_int_t)f->max,
				"choices", words(f->choices), "label",
				text(v, f->label), "hint", text(v, f->hint)));
	return out;
}

static json_t *
query(const struct bf_query *q)
{
	if (q == NULL)
		return json_null();
	return json_pack("{s:s, s:o, s:b}", "function", q->function, "args",
		words(q->args), "writes", q->writes);
}

/* In each language: {"nl":..., "en":..., "fr":...}. */
static json_t *
texts(const struct voice *v, const char *msgid)
{
	struct voice other = *v;
	json_t *out;
	size_t i;

	if (msgid == NULL)
		return json_null();
	out = json_object();
	for (i = 0; i < BF_LANGS; i++) {
		other.lang = bf_langs[i];
		json_object_set_new(out, bf_langs[i], text(&other, msgid));
	}
	return out;
}

static json_t *
route(const struct voice *v, const struct bf_route *r)
{
	size_t mount;
	const char *path = bf_route_mount(v->plugin, r->path, &mount);
	const struct bf_channel *service = bf_channel_of(v->plugin, r);

	return json_pack("{s:s, s:s, s:i, s:o, s:o, s:s?, s:s?, s:s?, s:s?, "
			 "s:o, s:o, s:i, s:s?, s:b}",
		"method", r->method, "path", path, "mount", (int)mount, "query",
		query(r->query), "fields", fields(v, r->fields), "view",
		r->view, "csv", r->csv, "copy", r->copy, "rights", r->rights,
		"help", text(v, r->help), "helps", texts(v, r->help), "cache",
		r->cache, "service", service ? service->name : NULL, "paper",
		bf_paper_of(v->plugin, r) != NULL);
}

static json_t *
routes(const struct voice *v)
{
	const struct bf_route *r;
	json_t *out = json_array();

	for (r = v->plugin->routes; r->method; r++)
		json_array_append_new(out, route(v, r));
	return out;
}

static json_t *
queries(const struct bf_plugin *p)
{
	const struct bf_identity *id = bf_plugin_identity(p);
	const struct bf_query *const *q;
	const struct bf_route *r;
	json_t *out = json_array();

	if (id)
		json_array_append_new(out, query(id->session));
	if (bf_plugin_entered(p))
		json_array_append_new(out, query(bf_plugin_entered(p)));
	for (r = p->routes; r->method; r++)
		if (r->query)
			json_array_append_new(out, query(r->query));
	for (q = p->queries; q && *q; q++)
		json_array_append_new(out, query(*q));
	return out;
}

static json_t *
open_views(const struct bf_plugin *p)
{
	const struct bf_route *r;
	json_t *out = json_array();

	for (r = p->routes; r->method; r++)
		if (r->copy)
			json_array_append_new(out, json_string(r->copy));
	return out;
}

static json_t *
personal(const struct voice *v)
{
	const struct bf_personal *p = v->plugin->personal;
	json_t *out = json_array();

	for (; p && p->table; p++)
		json_array_append_new(out,
			json_pack("{s:s, s:o, s:o, s:o, s:o, s:s?}", "table",
				p->table, "columns", words(p->columns),
				"purpose", texts(v, p->purpose), "basis",
				texts(v, p->basis), "days",
				p->days > 0 ? json_integer(p->days)
					    : json_null(),
				"since", p->since));
	return out;
}

static json_t *
rights(const struct voice *v)
{
	const struct bf_right *r = bf_plugin_rights(v->plugin);
	json_t *out = json_array();

	for (; r && r->name; r++)
		json_array_append_new(out,
			json_pack("{s:s, s:o}", "name", r->name, "labels",
				texts(v, r->label)));
	return out;
}

static json_t *
jobs(const struct bf_plugin *p)
{
	const struct bf_job *job = bf_plugin_jobs(p);
	const struct bf_query *const *q;
	json_t *out = json_array(), *list;

	for (; job && job->name; job++) {
		list = json_array();
		for (q = job->queries; q && *q; q++)
			json_array_append_new(list, query(*q));
		json_array_append_new(out,
			json_pack("{s:s, s:i, s:o}", "name", job->name, "every",
				job->every, "queries", list));
	}
	return out;
}

static json_t *
imports(const struct voice *v)
{
	const struct bf_import *i = v->plugin->imports;
	json_t *out = json_array();

	for (; i && i->shape; i++)
		json_array_append_new(out,
			json_pack("{s:s, s:s, s:o, s:s?, s:s#}", "shape",
				i->shape, "table", i->table, "columns",
				fields(v, i->columns), "spread", i->spread,
				"delimiter", i->delimiter ? &i->delimiter : ",",
				1));
	return out;
}

static json_t *
mounts(const struct bf_feature *f)
{
	json_t *out = json_array();
	size_t i;

	for (i = 0; f->mounts[i]; i++)
		json_array_append_new(out, json_string(f->mounts[i]));
	return out;
}

static json_t *
looks(const struct voice *v)
{
	const struct bf_look *l = bf_plugin_looks(v->plugin);
	json_t *out = json_array();

	for (; l && l->name; l++)
		json_array_append_new(out,
			json_pack("{s:s, s:o, s:o, s:o}", "name", l->name,
				"label", texts(v, l->label), "data",
				texts(v, l->data), "purpose",
				texts(v, l->purpose)));
	return out;
}

/* LIST of names, which may be NULL. */
static json_t *
names(const char *const *list)
{
	json_t *out = json_array();

	for (; list && *list; list++)
		json_array_append_new(out, json_string(*list));
	return out;
}

static json_t *
rules(const struct bf_plugin *p)
{
	const struct bf_rules *r = bf_plugin_rules(p);

	return r ? bf_rules_describe(r) : json_null();
}

/* PATH, as in bf_route, as the address it has here. */
static json_t *
address(const struct bf_feature *f, const char *path)
{
	size_t mount;

	if (path == NULL)
		return json_null();
	path = bf_route_mount(f->plugin, path, &mount);
	return json_sprintf("%s%s", f->mounts[mount], path);
}

static json_t *
identity(const struct bf_feature *f)
{
	const struct bf_identity *id = bf_plugin_identity(f->plugin);

	return id ? json_pack("{s:s?, s:s?, s:o}", "tool", id->tool, "may",
		       id->may, "invited", address(f, id->invited))
		  : json_null();
}

static json_t *
workshop(const struct bf_feature *f)
{
	const struct bf_workshop *w = bf_plugin_workshop(f->plugin);

	return w ? json_pack("{s:s, s:s, s:s, s:o, s:s?}", "features",
		       w->features, "draft", w->draft, "tool", w->tool, "page",
		       address(f, w->page), "tries", w->tries)
		 : json_null();
}

static json_t *
about(const struct voice *v)
{
	const struct bf_about *a = bf_plugin_about(v->plugin);
	const struct bf_word *w;
	json_t *list = json_object();

	for (w = a ? a->words : NULL; w && w->column; w++)
		json_object_set_new(list, w->column, texts(v, w->label));
	return json_pack("{s:s?, s:o}", "function", a ? a->function : NULL,
		"words", list);
}

static json_t *
way(const struct voice *v, const struct bf_way *w)
{
	return json_pack("{s:o, s:o, s:s?}", "how", texts(v, w->how), "without",
		texts(v, w->without), "name", w->name);
}

static json_t *
channels(const struct voice *v)
{
	const struct bf_channel *c = bf_plugin_channels(v->plugin);
	json_t *out = json_array();

	for (; c && c->name; c++)
		json_array_append_new(out,
			json_pack("{s:s, s:o, s:o, s:o, s:o}", "name", c->name,
				"title", texts(v, c->title), "counter",
				way(v, c->counter), "phone", way(v, c->phone),
				"paper", way(v, c->paper)));
	return out;
}

/* [{value, words{}}] of the choices of F. */
static json_t *
choices_named(const struct voice *v, const struct bf_field *f)
{
	json_t *list = words(f->choices), *out = json_array(), *value;
	size_t i;

	json_array_foreach (list, i, value)
		json_array_append_new(out,
			json_pack("{s:O, s:o}", "value", value, "words",
				texts(v,
					bf_choice_word(v->plugin, f->name,
						json_string_value(value),
						json_string_length(value)))));
	json_decref(list);
	return out;
}

/* The fields of a form on paper, in all languages. */
static void
paper_fields(const struct voice *v, const struct bf_field *f, json_t *out)
{
	for (; f && f->name; f++)
		if (bf_paper_asks(f))
			json_array_append_new(out,
				json_pack("{s:s, s:s, s:b, s:I, s:I, s:o, "
					  "s:o, s:o}",
					"name", f->name, "type",
					bf_type_name(f->type), "required",
					f->required, "min", (json_int_t)f->min,
					"max", (json_int_t)f->max, "choices",
					choices_named(v, f), "labels",
					texts(v, f->label), "hints",
					texts(v, f->hint)));
}

static json_t *
paper(const struct voice *v, const struct bf_feature *f,
	const struct bf_paper *p)
{
	const struct bf_route *r = bf_paper_route(f->plugin, p);
	const struct bf_personal *why = bf_paper_personal(f->plugin, p);
	json_t *asked = json_array();
	struct bf_arena *arena = bf_arena_new();
	json_t *out;

	paper_fields(v, p->also, asked);
	paper_fields(v, r->fields, asked);
	out = json_pack("{s:s, s:s, s:o, s:o, s:o, s:s?, s:o, s:o, s:o}",
		"code", bf_paper_code(arena, f->plugin, p), "path", p->path,
		"page", address(f, p->page), "titles", texts(v, p->title),
		"about", texts(v, p->about), "rights", r->rights, "purpose",
		texts(v, why ? why->purpose : NULL), "basis",
		texts(v, why ? why->basis : NULL), "fields", asked);
	bf_arena_free(arena);
	return out;
}

static json_t *
papers(const struct voice *v, const struct bf_feature *f)
{
	const struct bf_paper *p = bf_plugin_papers(f->plugin);
	json_t *out = json_array();

	for (; p && p->path; p++)
		json_array_append_new(out, paper(v, f, p));
	return out;
}

static const char *
bounced(const struct bf_plugin *p)
{
	const struct bf_identity *id = bf_plugin_identity(p);

	return id ? id->bounced : NULL;
}

static json_t *
feature(const struct bf_host *host, const struct bf_feature *f,
	const char *lang)
{
	const struct bf_plugin *p = f->plugin;
	const struct voice v = { host, p, lang };

	return json_pack(
		"{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, "
		"s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s?, s:o, s:o, "
		"s:o, s:o, s:o, s:o, s:o}",
		"name", p->name, "version", p->version, "title",
		text(&v, p->title), "summary", text(&v, p->summary), "titles",
		texts(&v, p->title), "summaries", texts(&v, p->summary),
		"mounts", mounts(f), "requires", names(p->requires), "routes",
		routes(&v), "queries", queries(p), "open", open_views(p),
		"personal", personal(&v), "imports", imports(&v), "rules",
		rules(p), "rights", rights(&v), "publishes",
		names(bf_plugin_publishes(p)), "jobs", jobs(p), "looks",
		looks(&v), "identity", identity(f), "bounced", bounced(p),
		"about", about(&v), "channels", channels(&v), "papers",
		papers(&v, f), "apart", names(bf_plugin_apart(p)), "reads",
		names(bf_plugin_reads(p)), "fills", names(bf_plugin_fills(p)),
		"workshop", workshop(f));
}

json_t *
bf_host_describe(const struct bf_host *host, const char *lang, bool all)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < host->feature_count; i++)
		if (all || !host->features[i].theirs)
			json_array_append_new(
				list, feature(host, &host->features[i], lang));
	return json_pack(
		"{s:s, s:o}", "pool", host->pool->name, "features", list);
}

json_t *
bf_describe(struct bf_req *req)
{
	return bf_host_describe(req->host, req->lang, true);
}
