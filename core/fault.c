/* Faults: recorded once, answered as a page or as a problem document. */
#include "i18n.h"
#include "walk.h"
#include <string.h>

/* Seconds after which a visitor may try again. */
#define RETRY_AFTER "10"

const struct bf_kind BF_BAD_REQUEST = { "bad_request", 400,
	BF_N("We could not read your request.") };
const struct bf_kind BF_FORBIDDEN = { "forbidden", 403,
	BF_N("You cannot do this here.") };
const struct bf_kind BF_NOT_FOUND = { "not_found", 404,
	BF_N("We cannot find this page.") };
const struct bf_kind BF_METHOD = { "method", 405,
	BF_N("This cannot be done with this page.") };
const struct bf_kind BF_NOT_ACCEPTABLE = { "not_acceptable", 406,
	BF_N("We do not have this page in that form.") };
const struct bf_kind BF_CONFLICT = { "conflict", 409,
	BF_N("Somebody else changed this at the same time.") };
const struct bf_kind BF_TOO_LARGE = { "too_large", 413,
	BF_N("What you sent is too large.") };
const struct bf_kind BF_URI_TOO_LONG = { "uri_too_long", 414,
	BF_N("This address is too long.") };
const struct bf_kind BF_MEDIA_TYPE = { "media_type", 415,
	BF_N("We cannot read this kind of file.") };
const struct bf_kind BF_INVALID = { "invalid", 422,
	BF_N("Something in the form is not right.") };
const struct bf_kind BF_TOO_MANY = { "too_many_fields", 431,
	BF_N("Your browser sent too much at once.") };
const struct bf_kind BF_INTERNAL = { "internal", 500,
	BF_N("Something went wrong on our side.") };
const struct bf_kind BF_UNAVAILABLE = { "unavailable", 503,
	BF_N("We cannot answer right now. Please try again in a minute.") };

static const struct bf_kind *const kinds[] = { &BF_BAD_REQUEST, &BF_FORBIDDEN,
	&BF_NOT_FOUND, &BF_METHOD, &BF_NOT_ACCEPTABLE, &BF_CONFLICT,
	&BF_TOO_LARGE, &BF_URI_TOO_LONG, &BF_MEDIA_TYPE, &BF_INVALID,
	&BF_TOO_MANY, &BF_INTERNAL, &BF_UNAVAILABLE, NULL };

static const struct bf_kind *
kind_in(const struct bf_kind *const *list, const char *name)
{
	for (; list && *list; list++)
		if (strcmp((*list)->name, name) == 0)
			return *list;
	return NULL;
}

const struct bf_kind *
bf_kind_find(struct bf_req *req, const char *name)
{
	const struct bf_kind *kind = NULL;

	if (req->feature)
		kind = kind_in(req->feature->plugin->kinds, name);
	return kind ? kind : kind_in(kinds, name);
}

bool
bf_fail(struct bf_req *req, const struct bf_kind *kind, const char *fmt, ...)
{
	va_list args;

	if (req->fault.kind)
		return false;
	va_start(args, fmt);
	req->fault.detail = bf_vprintf(req->arena, fmt, args);
	va_end(args);
	req->fault.kind = kind;
	return false;
}

bool
bf_fail_field(struct bf_req *req, const char *name, const char *text)
{
	bf_pair_add(req->arena, &req->fault.fields, name, text);
	return bf_fail(req, &BF_INVALID, "field %s", name);
}

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
		if (bf_page(req, "core", "error", doc))
			return;
	}
	len = json_dumpb(doc, NULL, 0, JSON_COMPACT);
	text = bf_alloc(req->arena, len + 1);
	json_dumpb(doc, text, len, JSON_COMPACT);
	req->answer.type = "application/problem+json";
	req->answer.body = (struct bf_text){ text, len };
}
