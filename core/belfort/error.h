/* What can go wrong in a request, and how it is told.
 *
 * A kind holds what the resident sees: the HTTP status and one plain sentence.
 * The detail goes to the log only and never holds personal data.  The first
 * error of a request wins and travels up untouched.
 */
#ifndef BELFORT_ERROR_H
#define BELFORT_ERROR_H

#include <belfort/base.h>

struct bf_kind {
	const char *name; /* as SQL raises it: "not_found" */
	int status;       /* HTTP status, 400 to 599 */
	const char *text; /* BF_N("...") one sentence for the resident */
};

/* Record an error, once, where it happens.  Always false, so that a handler
 * can write: return bf_fail(req, &KIND, "detail"); */
BF_API bool bf_fail(struct bf_req *req, const struct bf_kind *kind,
	const char *fmt, ...) BF_PRINTF(3, 4);
/* Record that the declared field NAME holds something that only the handler
 * could find wrong; TEXT is the resident's sentence.  Always false. */
BF_API bool
bf_fail_field(struct bf_req *req, const char *name, const char *text);

BF_API extern const struct bf_kind BF_BAD_REQUEST;    /* 400 bad_request */
BF_API extern const struct bf_kind BF_SIGN_IN;        /* 401 sign_in */
BF_API extern const struct bf_kind BF_FRESH;          /* 401 fresh */
BF_API extern const struct bf_kind BF_LEVEL;          /* 403 level */
BF_API extern const struct bf_kind BF_SECOND_KEY;     /* 403 second_key */
BF_API extern const struct bf_kind BF_STALE_FORM;     /* 403 stale_form */
BF_API extern const struct bf_kind BF_FORBIDDEN;      /* 403 forbidden */
BF_API extern const struct bf_kind BF_SELF;           /* 403 self */
BF_API extern const struct bf_kind BF_HELPING;        /* 403 helping */
BF_API extern const struct bf_kind BF_NOT_HELPING;    /* 403 not_helping */
BF_API extern const struct bf_kind BF_OTHER_FORM;     /* 403 other_form */
BF_API extern const struct bf_kind BF_NOT_FOUND;      /* 404 not_found */
BF_API extern const struct bf_kind BF_METHOD;         /* 405 method */
BF_API extern const struct bf_kind BF_NOT_ACCEPTABLE; /* 406 not_acceptable */
BF_API extern const struct bf_kind BF_CONFLICT;       /* 409 conflict */
BF_API extern const struct bf_kind BF_TOO_LARGE;      /* 413 too_large */
BF_API extern const struct bf_kind BF_URI_TOO_LONG;   /* 414 uri_too_long */
BF_API extern const struct bf_kind BF_MEDIA_TYPE;     /* 415 media_type */
BF_API extern const struct bf_kind BF_INVALID;        /* 422 invalid */
BF_API extern const struct bf_kind BF_TOO_OFTEN;      /* 429 too_often */
BF_API extern const struct bf_kind BF_BUSY;           /* 429 busy */
BF_API extern const struct bf_kind BF_TOO_MANY;       /* 431 too_many_fields */
BF_API extern const struct bf_kind BF_INTERNAL;       /* 500 internal */
BF_API extern const struct bf_kind BF_UNAVAILABLE;    /* 503 unavailable */

#endif
