/* Pages: the frame around a document, and the three forms of a document. */
#include "channels.h"
#include "csv.h"
#include "doors.h"
#include "i18n.h"
#include "kiosk.h"
#include "openapi.h"
#include "paper.h"
#include "plugin.h"
#include "session.h"
#include "tmpl.h"
#include "walk.h"
#include <belfort/json.h>
#include <string.h>
#include <time.h>

#define PAGE_SIZE 16384

static json_t *
mounts_json(const struct bf_host *host)
{
	json_t *mounts = json_object();
	const struct bf_feature *f;
	size_t i;
	int m;

	for (i = 0; i < host->feature_count; i++) {
		f = &host->features[i];
		json_object_set_new(mounts, f->plugin->name,
			json_string(strcmp(f->mounts[0], "/") == 0
					? ""
					: f->mounts[0]));
		for (m = 1; f->mounts[m]; m++)
			json_object_set_new(mounts, f->plugin->mounts[m].name,
				json_string(f->mounts[m]));
	}
	return mounts;
}

static bool
is_inside(const char *mount, const char *other)
{
	size_t len = strlen(other);

	return len > 1 && strncmp(mount, other, len) == 0 && mount[len] == '/';
}

/* Whether MOUNT is inside the pages of another feature, which lead there. */
static bool
inside_another(const struct bf_host *host, const char *mount)
{
	const char *const *other;
	size_t i;

	for (i = 0; i < host->feature_count; i++)
		for (other = host->features[i].mounts; *other; other++)
			if (is_inside(mount, *other))
				return true;
	return false;
}

static json_t *
features_json(const struct bf_host *host, const char *lang)
{
	json_t *list = json_array();
	const struct bf_plugin *p;
	size_t i;

	for (i = 0; i < host->feature_count; i++) {
		p = host->features[i].plugin;
		/* Not from the home page; not for people at home. */
		if (strcmp(host->features[i].mounts[0], "/") == 0
			|| inside_another(host, host->features[i].mounts[0])
			|| strcmp(p->name, BF_KIOSK) == 0)
			continue;
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:s, s:s}", "name", p->name,
				"title",
				bf_i18n_text(
					host->i18n, p->name, lang, p->title),
				"summary",
				bf_i18n_text(
					host->i18n, p->name, lang, p->summary),
				"mount", host->features[i].mounts[0]));
	}
	return list;
}

/* Where the city can be asked; for others the city does not answer. */
static json_t *
contact_json(const struct bf_host *host)
{
	if (bf_pool_shut_in(host->pool))
		return json_object();
	return json_pack("{s:s?, s:s?}", "phone", host->settings->phone,
		"visit", host->settings->visit);
}

bool
bf_frame_prepare(struct bf_host *host, struct bf_err *err)
{
	int i;

	for (i = 0; i < BF_LANGS; i++) {
		host->frames[i] = json_pack("{s:o, s:o, s:o}", "mounts",
			mounts_json(host), "menu",
			features_json(host, bf_langs[i]), "contact",
			contact_json(host));
		if (host->frames[i] == NULL)
			return bf_err(err, "the frame of pages: no memory");
		bf_json_keep(host->arena, host->frames[i]);
	}
	return true;
}

static const struct bf_pair *
given(const struct bf_req *req)
{
	return strcmp(req->method, "POST") == 0 ? req->body : req->query;
}

/* The declared fields as they were given, and for a choice which it is:
 * {"taal": "en"}, {"taal": {"en": true}}. */
static void
given_set(struct bf_req *req, json_t *page)
{
	const struct bf_field *f = req->route ? req->route->fields : NULL;
	json_t *query = json_object(), *chosen = json_object();
	const char *value;

	for (; f && f->name; f++) {
		value = bf_pair_value(given(req), f->name);
		if (value == NULL)
			continue;
		json_object_set_new(query, f->name, json_string(value));
		if (f->type == BF_CHOICE)
			json_object_set_new(
				chosen, f->name, json_pack("{s:b}", value, 1));
	}
	json_object_set_new(page, "query", query);
	json_object_set_new(page, "chosen", chosen);
}

/* "?q=fiets&plan=2026" */
static const char *
given_query(struct bf_req *req)
{
	const struct bf_field *f = req->route ? req->route->fields : NULL;
	struct bf_buf *out = bf_buf_new(req->arena, 0);
	const char *value;

	for (; f && f->name; f++) {
		value = bf_pair_value(req->query, f->name);
		if (value == NULL)
			continue;
		bf_put_str(out, out->len ? "&" : "?");
		bf_put_url(out, f->name, strlen(f->name));
		bf_put_char(out, '=');
		bf_put_url(out, value, strlen(value));
	}
	return out->data;
}

const char *
bf_page_here(struct bf_req *req)
{
	return bf_printf(req->arena, "%s%s", req->path, given_query(req));
}

/* What is wrong with a form, as a list and by field. */
static void
errors_set(struct bf_req *req, json_t *page)
{
	json_t *errors = bf_fault_fields(req), *wrong, *error;
	size_t i;

	if (json_array_size(errors) == 0) {
		json_decref(errors);
		return;
	}
	wrong = json_object();
	json_array_foreach (errors, i, error)
		json_object_set(wrong,
			json_string_value(json_object_get(error, "name")),
			json_object_get(error, "text"));
	json_object_set_new(page, "errors", errors);
	json_object_set_new(page, "wrong", wrong);
}

const char *
bf_identity_address(struct bf_req *req, const char *page)
{
	const struct bf_feature *f = req->host->identity_of;
	size_t mount;
	const char *path = bf_route_mount(f->plugin, page, &mount);

	return bf_route_address(req->arena, f->mounts[mount], path);
}

/* What was shown of a resident who is helped leaves the screen by itself. */
static void
helping_end(struct bf_req *req)
{
	const json_t *helping = bf_helping(req->who);
	const char *page = req->host->identity->helping;

	if (helping && page)
		bf_answer_header(req, "Refresh",
			bf_printf(req->arena, "%lld; url=%s?einde=rust",
				(long long)json_integer_value(
					json_object_get(helping, "seconds")),
				bf_identity_address(req, page)));
}

/* Who is signed in, and what their forms carry. */
static void
session_set(struct bf_req *req, json_t *page)
{
	const char *csrf = req->who ? bf_csrf(req) : NULL;

	if (csrf == NULL)
		return;
	json_object_set(page, "who", req->who);
	helping_end(req);
	if (*bf_route_mount(req->feature->plugin, req->route->path, NULL)
		== '\0')
		json_object_set_new(page, "doors", bf_doors(req));
	json_object_set_new(page, "csrf", json_string(csrf));
}

static bool
is_elsewhere(const struct bf_channel *service)
{
	return service->counter->how || service->phone->how
		|| service->paper->how;
}

/* Where it is told how to do this in another way, for who is stuck here. */
static void
service_set(struct bf_req *req, json_t *page)
{
	const struct bf_channel *service = req->route
		? bf_channel_of(req->feature->plugin, req->route)
		: NULL;

	if (service && is_elsewhere(service))
		json_object_set_new(
			page, "service", json_string(service->name));
}

static json_t *
languages_json(struct bf_req *req, const char *query)
{
	static const char *const names[BF_LANGS] = { "Nederlands", "English",
		"Français" };
	json_t *list = json_array();
	int i;

	for (i = 0; i < BF_LANGS; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:b, s:s}", "code", bf_langs[i],
				"name", names[i], "current",
				strcmp(req->lang, bf_langs[i]) == 0, "href",
				bf_printf(req->arena, "%s%s%staal=%s",
					req->path, query, *query ? "&" : "?",
					bf_langs[i])));
	return list;
}

static void
twins_set(struct bf_req *req, json_t *page, const char *query)
{
	const struct bf_route *r = req->route;
	const char *base = strcmp(req->path, "/") == 0 ? "/index" : req->path;

	if (r == NULL || req->fault.kind || bf_kiosk(req))
		return;
	json_object_set_new(
		page, "json", json_sprintf("%s.json%s", base, query));
	if (r->csv || r->copy)
		json_object_set_new(
			page, "csv", json_sprintf("%s.csv%s", base, query));
}

/* What people call the choices of this feature: {"taal": {"nl": "..."}}. */
static void
words_set(struct bf_req *req, json_t *page)
{
	const struct bf_word *w = bf_plugin_choices(req->feature->plugin);
	json_t *words = json_object(), *values;
	size_t len;

	for (; w && w->column; w++) {
		len = strcspn(w->column, "=");
		values = json_object_getn(words, w->column, len);
		if (values == NULL) {
			values = json_object();
			json_object_setn_new(words, w->column, len, values);
		}
		json_object_set_new(values, w->column + len + 1,
			json_string(bf_tr(req, w->label)));
	}
	json_object_set_new(page, "words", words);
}

/* The forms of this page that can be filled in on paper. */
static void
papers_set(struct bf_req *req, json_t *page)
{
	const struct bf_plugin *p = req->feature->plugin;
	const struct bf_paper *paper = bf_plugin_papers(p);
	json_t *list = json_array();

	for (; paper && paper->path; paper++)
		if (strcmp(paper->page, req->route->path) == 0)
			json_array_append_new(list,
				json_pack("{s:s, s:s}", "code",
					bf_paper_code(req->arena, p, paper),
					"title", bf_tr(req, paper->title)));
	json_object_set_new(page, "papers", list);
}

/* What paper has to do with it: a page that is cached is the same for all. */
static void
paper_set(struct bf_req *req, json_t *page)
{
	json_t *entering;

	if (req->route == NULL || req->feature == NULL)
		return;
	words_set(req, page);
	papers_set(req, page);
	entering = req->route->cache ? NULL : bf_paper_entering(req);
	if (entering)
		json_object_set_new(page, "entering", entering);
}

/* The day it is, for who prints the page. */
static const char *
today(struct bf_req *req)
{
	time_t now = time(NULL);
	struct tm tm;

	localtime_r(&now, &tm);
	return bf_printf(req->arena, "%04d-%02d-%02d", tm.tm_year + 1900,
		tm.tm_mon + 1, tm.tm_mday);
}

static json_t *
page_json(struct bf_req *req)
{
	const struct bf_settings *s = req->host->settings;
	const char *query = given_query(req);
	json_t *page;

	page = json_pack("{s:s, s:s, s:s, s:s, s:o, s:s, s:s, s:s, s:s, s:O}",
		"today", today(req), "lang", req->lang, "path", req->path,
		"here", bf_page_here(req), "languages",
		languages_json(req, query), "city", s->city, "url", s->url,
		"request_id", req->id, "dir", "ltr", "asset",
		req->host->assets);
	if (page == NULL)
		return json_object();
	if (req->mount)
		json_object_set_new(page, "mount",
			json_string(strcmp(req->mount, "/") ? req->mount : ""));
	bf_kiosk_page(req, page);
	given_set(req, page);
	errors_set(req, page);
	session_set(req, page);
	service_set(req, page);
	twins_set(req, page, query);
	paper_set(req, page);
	return page;
}

bool
bf_page(struct bf_req *req, const char *feature, const char *view, json_t *doc)
{
	struct bf_buf *out = bf_buf_new(req->arena, PAGE_SIZE);
	json_t *frame = json_copy(req->host->frames[bf_lang_index(req->lang)]);
	struct bf_err err = { "" };

	bf_json_keep(req->arena, frame);
	json_object_set_new(frame, "page", page_json(req));
	if (!bf_views_render(req->host->views, feature, view, req->lang, frame,
		    doc, out, &err))
		return bf_fail(req, &BF_INTERNAL, "%s", err.text);
	req->answer.type = "text/html";
	req->answer.body = (struct bf_text){ out->data, out->len };
	return true;
}

bool
bf_render(struct bf_req *req, const char *view, const char *lang, json_t *doc,
	const char **out)
{
	const struct bf_settings *s = req->host->settings;
	struct bf_buf *text = bf_buf_new(req->arena, 0);
	json_t *frame = json_copy(req->host->frames[bf_lang_index(lang)]);
	struct bf_err err = { "" };

	bf_json_keep(req->arena, frame);
	json_object_set_new(frame, "page",
		json_pack("{s:s, s:s, s:s}", "lang", lang, "city", s->city,
			"url", s->url));
	if (!bf_views_render(req->host->views, req->feature->plugin->name, view,
		    lang, frame, doc, text, &err))
		return bf_fail(req, &BF_INTERNAL, "%s", err.text);
	*out = text->data;
	return true;
}

static bool
show_csv(struct bf_req *req, json_t *doc)
{
	struct bf_buf *out = bf_buf_new(req->arena, PAGE_SIZE);

	bf_csv_rows(out, req->route->csv, doc);
	bf_answer_header(req, "Content-Disposition", "attachment");
	return bf_reply(req, "text/csv", out->data, out->len);
}

static bool
show_html(struct bf_req *req, json_t *doc)
{
	req->answer.status = 200;
	return bf_page(req, req->feature->plugin->name, req->route->view, doc);
}

static bool
show_json(struct bf_req *req, json_t *doc)
{
	size_t len = json_dumpb(doc, NULL, 0, JSON_COMPACT);
	char *text = bf_alloc(req->arena, len + 1);

	json_dumpb(doc, text, len, JSON_COMPACT);
	return bf_reply(req, "application/json", text, len);
}

bool
bf_show_again(struct bf_req *req, json_t *doc)
{
	bf_json_keep(req->arena, doc);
	req->form_doc = doc;
	return false;
}

/* What shows the page that the form stands on, where no query alone does. */
static bf_handler *
shower(const struct bf_req *req)
{
	const struct bf_route *r = req->feature->plugin->routes;

	for (; req->route->query == NULL && r->method; r++)
		if (strcmp(r->method, "GET") == 0 && r->view
			&& strcmp(r->view, req->route->view) == 0)
			return r->handler;
	return NULL;
}

static bool
queried(struct bf_req *req)
{
	struct bf_text text = { "{}", 2 };

	return (req->route->query == NULL
		       || bf_query(req, req->route->query, &text))
		&& bf_show_again(req, json_loadb(text.data, text.len, 0, NULL));
}

/* The document of the page, for a form that is not right. */
static bool
form_doc(struct bf_req *req)
{
	const struct bf_fault fault = req->fault;
	bf_handler *show = shower(req);

	req->fault = (struct bf_fault){ 0 };
	req->form_due = true;
	(void)(show ? show(req) : queried(req));
	req->fault = fault;
	return req->form_doc != NULL;
}

bool
bf_page_again(struct bf_req *req)
{
	return (req->form_doc || form_doc(req))
		&& bf_page(req, req->feature->plugin->name, req->route->view,
			req->form_doc);
}

bool
bf_show_json(struct bf_req *req, json_t *doc)
{
	if (req->form_due)
		return bf_show_again(req, doc);
	bf_json_keep(req->arena, doc);
	switch (req->form) {
	case BF_HTML:
		return show_html(req, doc);
	case BF_CSV:
		return show_csv(req, doc);
	case BF_JSON:
		break;
	}
	return show_json(req, doc);
}

static bool
show(struct bf_req *req, const struct bf_query *query)
{
	struct bf_text text;
	json_error_t error;
	json_t *doc;

	if (!bf_query(req, query, &text))
		return false;
	if (req->form == BF_JSON)
		return bf_reply(req, "application/json", text.data, text.len);
	doc = json_loadb(text.data, text.len, 0, &error);
	if (doc == NULL)
		return bf_fail(req, &BF_INTERNAL,
			"%s gave no JSON object: %s at %d", query->function,
			error.text, error.position);
	return bf_show_json(req, doc);
}

/* A page is made while the database keeps what belongs to it; it is given when
 * that was kept, and made once more when it has to be done again. */
bool
bf_show(struct bf_req *req, const struct bf_query *query)
{
	const struct bf_req before = *req;
	struct bf_fault fault;
	bool shown, again;

	req->early = true;
	shown = show(req, query);
	if (bf_query_kept(req, query, &again))
		return shown;
	fault = req->fault;
	*req = before;
	if (again)
		return show(req, query);
	req->fault = fault;
	return false;
}
