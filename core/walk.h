/* The walk of a request, step by step; each file of the walk owns one step.
 *
 * A step returns false after it filled the request's fault; the walk stops
 * and the fault becomes the answer.
 */
#ifndef CORE_WALK_H
#define CORE_WALK_H

#include "req.h"

/* request.c: variables, query, cookies, with the limits applied. */
BF_CHECKED bool bf_request_read(struct bf_req *req);
/* route.c: the row of a plugin's route table. */
BF_CHECKED bool bf_route_find(struct bf_req *req);
/* negotiate.c: the language and what errors look like, known from the start;
 * then the representation among those the route has. */
void bf_negotiate_early(struct bf_req *req);
BF_CHECKED bool bf_negotiate(struct bf_req *req);
/* guard.c: the origin of writes, who it is and may, the token of the form. */
BF_CHECKED bool bf_guard(struct bf_req *req);
/* Ask now who it is, where the guard left that to the page's query. */
BF_CHECKED bool bf_guard_now(struct bf_req *req);
/* What WHO, as the identity tells it, says of helping; NULL: they do not. */
const json_t *bf_helping(const json_t *who);
/* Whether RIGHTS, as in bf_route, are for civil servants. */
bool bf_rights_staff(const char *rights);
/* form.c: declared fields from the query string or the body. */
BF_CHECKED bool bf_form_read(struct bf_req *req);

/* body.c: the pairs of a form body or JSON body, read once. */
BF_CHECKED bool bf_body_read(struct bf_req *req);
/* multipart.c: the pairs of a body of media type TYPE, multipart/form-data. */
BF_CHECKED bool bf_multipart_decode(struct bf_req *req, const char *type,
	const char *data, size_t len, struct bf_pair **out);
/* pairs.c: "a=1&b=2" decoded; false with the fault filled. */
BF_CHECKED bool bf_pairs_decode(
	struct bf_req *req, const char *text, size_t len, struct bf_pair **out);
/* Where the pairs that a visitor sent are put, at *LAST. */
struct bf_intake {
	struct bf_req *req;
	struct bf_pair **last;
	size_t count;
};
/* One more; false with the fault filled when there are too many. */
BF_CHECKED bool
bf_pair_take(struct bf_intake *in, const char *name, const char *value);
/* Whether TEXT is UTF-8 without control characters (tab and line breaks may
 * be there). */
bool bf_text_ok(const char *text, size_t len);

/* page.c: DOC with the route's view, as the HTML answer. */
BF_CHECKED bool
bf_page(struct bf_req *req, const char *feature, const char *view, json_t *doc);
/* The path of this page with its declared fields: "/begroting?plan=2026". */
const char *bf_page_here(struct bf_req *req);
/* The page of the form that was sent, with what was given and what is wrong. */
BF_CHECKED bool bf_page_again(struct bf_req *req);
/* What of the frame is the same for each request, per language. */
BF_CHECKED bool bf_frame_prepare(struct bf_host *host, struct bf_err *err);
/* The address of PAGE, as the plugin with the identity names it. */
const char *bf_identity_address(struct bf_req *req, const char *page);
/* problem.c: [{name, label, text}] of each field that is wrong. */
json_t *bf_fault_fields(struct bf_req *req);
/* The fault as a page, a way to sign in, the form again,
 * or a problem document (RFC 9457). */
void bf_answer_fault(struct bf_req *req);

/* response.c: what can be asked only of the host. */
void bf_answer_header(struct bf_req *req, const char *name, const char *value);
/* Send the answer: entity tag, 304, compression, headers, body. */
void bf_answer_send(struct bf_req *req);

/* form.c: check TEXT against FIELD.  NULL and *VALUE in canonical form, or the
 * sentence (a msgid) that says what is wrong. */
const char *bf_field_check(struct bf_arena *arena, const struct bf_field *field,
	const char *text, const char **value);
/* Types by name: "text"; BF_TEXT for a name that is none. */
const char *bf_type_name(enum bf_type type);
enum bf_type bf_type_of(const char *name);
/* Whether a value of that type is never quoted, in no message and no log. */
bool bf_type_secret(enum bf_type type);

#endif
