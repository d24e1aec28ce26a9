/* A fault as an answer: a page that helps, or the problem document of RFC 9457.
 */
#include "i18n.h"
#include "openapi.h"
#include "plugin.h"
#include "walk.h"
#include <belfort/json.h>
#include <string.h>

#define RETRY_AFTER 10 /* seconds, where nothing else is known */

static const char *
feature_name(const struct bf_req *req)
{
	return req->feature ? req->feature->plugin->name : "core";
}

const char *
bf_tr(struct bf_req *req, const char *text)
{
	return bf_i18n_text(
		req->host->i18n, feature_name(req), req->lang, text);
}

static const char *
field_label(const struct bf_req *req, const char *name)
{
	const struct bf_field *field = req->route ? req->route->fields : NULL;

	for (; field && field->name; field++)
		if (strcmp(field->name, name) == 0)
			return field->label;
	return name;
}

json_t *
bf_fault_fields(struct bf_req *req)
{
	const struct bf_pair *pair = req->fault.fields;
	json_t *list = json_array();

	for (; pair; pair = pair->next)
		json_array_append_new(list,
			json_pack("{s:s, s:s, s:s}", "name", pair->name,
				"label",
				bf_tr(req, field_label(req, pair->name)),
				"text", bf_tr(req, pair->value)));
	return list;
}

/* The problem document of RFC 9457; the page is made from the same words. */
static json_t *
fault_json(struct bf_req *req)
{
	const struct bf_kind *kind = req->fault.kind;
	json_t *doc = json_pack("{s:s, s:s, s:i, s:s, s:s}", "type",
		"about:blank", "title", bf_tr(req, kind->text), "status",
		kind->status, "kind", kind->name, "instance", req->id);

	if (req->fault.fields)
		json_object_set_new(doc, "errors", bf_fault_fields(req));
	return doc;
}

/* Where what is lacking can be had. */
static const char *
remedy(const struct bf_req *req)
{
	const struct bf_identity *id = req->host->identity;

	if (req->fault.kind == &BF_SECOND_KEY && id->second)
		return id->second;
	return bf_rights_staff(req->route->rights) ? id->staff : id->resident;
}

/* Where to go on afterwards: where a form goes there may be no page. */
static const char *
way_back(struct bf_req *req)
{
	return strcmp(req->method, "POST") == 0 ? req->mount
						: bf_page_here(req);
}

/* The page to sign in, which leads back to this one. */
static const char *
sign_in(struct bf_req *req)
{
	struct bf_buf *out = bf_buf_new(req->arena, 0);
	const char *back = way_back(req);

	bf_put_fmt(out, "%s?terug=", bf_identity_address(req, remedy(req)));
	bf_put_url(out, back, strlen(back));
	if (req->fault.kind != &BF_SIGN_IN)
		bf_put_fmt(out, "&waarom=%s", req->fault.kind->name);
	return out->data;
}

static bool
must_sign_in(const struct bf_req *req)
{
	const struct bf_kind *kind = req->fault.kind;

	return req->host->identity && req->route && req->route->rights
		&& (kind == &BF_SIGN_IN || kind == &BF_FRESH
			|| kind == &BF_LEVEL || kind == &BF_SECOND_KEY);
}

/* Instead of a page that only tells that something is not right. */
static bool
help(struct bf_req *req)
{
	bool posted = strcmp(req->method, "POST") == 0;

	if (must_sign_in(req) && !posted) {
		bf_answer_header(req, "Location", sign_in(req));
		req->answer.status = 303;
		return true;
	}
	return posted && req->fault.kind == &BF_INVALID && req->route->view
		&& bf_page_again(req);
}

/* Seconds after which a visitor may try again. */
static long
wait(const struct bf_req *req)
{
	return req->fault.wait > 0 ? req->fault.wait : RETRY_AFTER;
}

/* What a page that asks for patience says: in minutes, rounded up. */
static void
patience_set(const struct bf_req *req, json_t *doc)
{
	if (req->fault.wait > 0)
		json_object_set_new(doc, "minutes",
			json_integer((req->fault.wait + 59) / 60));
}

/* Who it is that may not do this, so that the page tells how they go on. */
static void
who_learn(struct bf_req *req)
{
	const struct bf_fault fault = req->fault;

	if (req->who || !req->who_due || fault.kind == &BF_SIGN_IN
		|| fault.kind->status >= 500)
		return;
	req->fault = (struct bf_fault){ 0 };
	req->done = false;
	bf_set(req, "needs", "signed");
	if (!bf_query(req, req->host->identity->session, NULL))
		req->who = NULL;
	req->fault = fault;
}

/* A value as it was sent, for the page; what is never quoted is not. */
static json_t *
sent_json(struct bf_req *req, const struct bf_field *field)
{
	const char *value = bf_pair_value(req->body, field->name);

	if (value == NULL || bf_type_secret(field->type))
		return NULL;
	return json_pack("{s:s, s:s, s:s, s:b}", "name", field->name, "label",
		bf_tr(req, field->label), "value", value, "text",
		field->type == BF_TEXT && *value != '\0');
}

/* What a civil servant wrote is not lost when their session ended meanwhile:
 * once they are signed in they send it from the page that says so.  Not where
 * it may be about residents: that leaves the screen. */
static bool
may_send_again(struct bf_req *req)
{
	const struct bf_kind *kind = req->fault.kind;

	return strcmp(req->method, "POST") == 0
		&& (kind == &BF_SIGN_IN || kind == &BF_FRESH
			|| kind == &BF_STALE_FORM)
		&& req->route->rights && bf_rights_staff(req->route->rights)
		&& bf_plugin_looks(req->feature->plugin) == NULL
		&& bf_body_read(req);
}

static void
sent_put(struct bf_req *req, json_t *doc)
{
	const struct bf_field *field;
	json_t *sent;

	if (!may_send_again(req))
		return;
	sent = json_array();
	for (field = req->route->fields; field && field->name; field++)
		json_array_append_new(sent, sent_json(req, field));
	json_object_set_new(doc, "again",
		json_pack("{s:o, s:b}", "sent", sent, "now",
			req->fault.kind == &BF_STALE_FORM));
}

static bool
page(struct bf_req *req, json_t *doc)
{
	who_learn(req);
	/* What the templates ask with: is_404, is_422 ... */
	json_object_set_new(doc,
		bf_printf(req->arena, "is_%d", req->fault.kind->status),
		json_true());
	json_object_set_new(
		doc, "posted", json_boolean(strcmp(req->method, "POST") == 0));
	patience_set(req, doc);
	sent_put(req, doc);
	if (req->fault.kind == &BF_NOT_HELPING)
		json_object_set_new(doc, "find",
			json_string(bf_identity_address(
				req, req->host->identity->helping)));
	if (must_sign_in(req))
		json_object_set_new(doc,
			req->fault.kind == &BF_SECOND_KEY ? "second_key"
							  : "sign_in",
			json_string(sign_in(req)));
	return bf_page(req, "core", "error", doc);
}

/* The cookie of a session that did not come to be takes no other's place. */
static void
cookies_drop(struct bf_answer *answer)
{
	struct bf_pair **at = &answer->headers;

	while (*at)
		if (strcmp((*at)->name, "Set-Cookie") == 0)
			*at = (*at)->next;
		else
			at = &(*at)->next;
}

void
bf_answer_fault(struct bf_req *req)
{
	json_t *doc = fault_json(req);
	char *text;
	size_t len;

	cookies_drop(&req->answer);
	bf_json_keep(req->arena, doc);
	req->answer.status = req->fault.kind->status;
	if (req->answer.status == 503 || req->answer.status == 429)
		bf_answer_header(req, "Retry-After",
			bf_printf(req->arena, "%ld", wait(req)));
	if (req->form == BF_HTML && (help(req) || page(req, doc)))
		return;
	len = json_dumpb(doc, NULL, 0, JSON_COMPACT);
	text = bf_alloc(req->arena, len + 1);
	json_dumpb(doc, text, len, JSON_COMPACT);
	req->answer.type = "application/problem+json";
	req->answer.body = (struct bf_text){ text, len };
}
