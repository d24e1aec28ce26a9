/* Faults: what can go wrong in a request, and the record of what did. */
#include "walk.h"
#include <string.h>

const struct bf_kind BF_BAD_REQUEST = { "bad_request", 400,
	BF_N("We could not read your request.") };
const struct bf_kind BF_SIGN_IN = { "sign_in", 401,
	BF_N("Sign in to see this page.") };
const struct bf_kind BF_FRESH = { "fresh", 401,
	BF_N("Sign in once more: this is a page that needs care.") };
const struct bf_kind BF_LEVEL = { "level", 403,
	BF_N("Sign in with your eID or itsme to do this.") };
const struct bf_kind BF_SECOND_KEY = { "second_key", 403,
	BF_N("For this you need a second key to sign in with.") };
const struct bf_kind BF_STALE_FORM = { "stale_form", 403,
	BF_N("This form was open for too long. Open it again.") };
const struct bf_kind BF_FORBIDDEN = { "forbidden", 403,
	BF_N("You cannot do this here.") };
const struct bf_kind BF_SELF = { "self", 403,
	BF_N("Only the resident can do this, with their own sign-in.") };
const struct bf_kind BF_HELPING = { "helping", 403,
	BF_N("You help a resident now. Stop helping first: then this page opens "
	     "again.") };
const struct bf_kind BF_NOT_HELPING = { "not_helping", 403,
	BF_N("This is the page of a resident, and you help nobody now. Find "
	     "the resident again to go on.") };
const struct bf_kind BF_OTHER_FORM = { "other_form", 403,
	BF_N("This form was open from before you began to help this resident. "
	     "Open the page again.") };
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
const struct bf_kind BF_TOO_OFTEN = { "too_often", 429,
	BF_N("This was tried too often. Wait a few minutes, then try again.") };
const struct bf_kind BF_BUSY = { "busy", 429,
	BF_N("Many people do this at this moment. Try again in a minute.") };
const struct bf_kind BF_TOO_MANY = { "too_many_fields", 431,
	BF_N("Your browser sent too much at once.") };
const struct bf_kind BF_INTERNAL = { "internal", 500,
	BF_N("Something went wrong on our side.") };
const struct bf_kind BF_UNAVAILABLE = { "unavailable", 503,
	BF_N("We cannot answer right now. Please try again in a minute.") };

static const struct bf_kind *const kinds[] = { &BF_BAD_REQUEST, &BF_SIGN_IN,
	&BF_FRESH, &BF_LEVEL, &BF_STALE_FORM, &BF_FORBIDDEN, &BF_SECOND_KEY,
	&BF_SELF, &BF_HELPING, &BF_NOT_HELPING, &BF_OTHER_FORM, &BF_NOT_FOUND,
	&BF_METHOD, &BF_NOT_ACCEPTABLE, &BF_CONFLICT, &BF_TOO_LARGE,
	&BF_URI_TOO_LONG, &BF_MEDIA_TYPE, &BF_INVALID, &BF_TOO_OFTEN, &BF_BUSY,
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
