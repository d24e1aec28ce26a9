/* A fault as an answer: a page, or the problem document of RFC 9457. */
#include "i18n.h"
#include "walk.h"
#include <string.h>

/* Seconds after which a visitor may try again. */
#define RETRY_AFTER "10"

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

static json_t *
fields_json(struct bf_req *req)
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
		json_object_set_new(doc, "errors", fields_json(req));
	return doc;
}

static void
json_free(void *json)
{
	json_decref(json);
}

void
bf_answer_fault(struct bf_req *req)
{
	json_t *doc = fault_json(req);
	char *text;
	size_t len;

	bf_defer(req->arena, json_free, doc);
	req->answer.status = req->fault.kind->status;
	if (req->answer.status == 503)
		bf_answer_header(req, "Retry-After", RETRY_AFTER);
	if (req->form == BF_HTML) {
		/* What the templates ask with: is_404, is_422 ... */
		json_object_set_new(doc,
			bf_printf(req->arena, "is_%d", req->answer.status),
			json_true());
		json_object_set_new(doc, "posted",
			json_boolean(strcmp(req->method, "POST") == 0));
		if (bf_page(req, "core", "error", doc))
			return;
	}
	len = json_dumpb(doc, NULL, 0, JSON_COMPACT);
	text = bf_alloc(req->arena, len + 1);
	json_dumpb(doc, text, len, JSON_COMPACT);
	req->answer.type = "application/problem+json";
	req->answer.body = (struct bf_text){ text, len };
}
