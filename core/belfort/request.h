/* What a handler may ask of a request, and what it may answer. */
#ifndef BELFORT_REQUEST_H
#define BELFORT_REQUEST_H

#include <belfort/base.h>
#include <jansson.h>

struct bf_query;
typedef bool bf_handler(struct bf_req *req);

BF_API struct bf_arena *bf_arena(struct bf_req *req);
/* A typed part of the path, by its name in the route; NULL if not declared. */
BF_API const char *bf_arg(struct bf_req *req, const char *name);
/* The address at which the request's feature stands: "/begroting". */
BF_API const char *bf_mount(struct bf_req *req);
/* That of its mount NAME, as bf_mount names them; NULL: of the first. */
BF_API const char *bf_mount_named(struct bf_req *req, const char *name);
/* The address of the site, as visitors know it: "https://doe-mee.example". */
BF_API const char *bf_site(struct bf_req *req);
/* The language chosen: "nl", "en" or "fr". */
BF_API const char *bf_lang(struct bf_req *req);
/* TEXT (a BF_N msgid) in that language, from this feature's translations. */
BF_API const char *bf_tr(struct bf_req *req, const char *text);

/* The document of QUERY, an object, which lives as long as the request. */
BF_API BF_CHECKED bool
bf_query_json(struct bf_req *req, const struct bf_query *query, json_t **out);
/* Answer with the document of QUERY, in the representation asked for: the
 * route's view as HTML, the document itself as JSON, its rows as CSV. */
BF_API BF_CHECKED bool
bf_show(struct bf_req *req, const struct bf_query *query);
/* The same with a document made in C; takes ownership of DOC. */
BF_API BF_CHECKED bool bf_show_json(struct bf_req *req, json_t *doc);
/* After bf_fail_field(): the form again as DOC's page, with what was given and
 * what is wrong with it.  Takes ownership of DOC; always false. */
BF_API BF_CHECKED bool bf_show_again(struct bf_req *req, json_t *doc);
/* Answer with LEN bytes of TEXT as media type TYPE. */
BF_API BF_CHECKED bool
bf_reply(struct bf_req *req, const char *type, const char *text, size_t len);
/* 303 See Other: PATH on this site, beginning with one slash. */
BF_API BF_CHECKED bool
bf_see_other(struct bf_req *req, const char *fmt, ...) BF_PRINTF(2, 3);
/* 303 See Other to another site, over HTTPS (see bf_http_url): URL must come
 * from the configuration, or from whom it trusts.  A browser does not follow it
 * after a form of ours, so it answers a GET. */
BF_API BF_CHECKED bool bf_see_elsewhere(struct bf_req *req, const char *url);
/* The browser asks for PATH of this site, or for this page when it is NULL,
 * after SECONDS, also where scripts do not run; those of the page may ask this
 * site for what is new.  It does not in a kiosk, where only the end of a visit
 * counts. */
BF_API void bf_refresh(struct bf_req *req, int seconds, const char *path);
/* A cookie for this site: Path=/, SameSite=Lax, HttpOnly, Secure under TLS, and
 * where its name begins with __Host-.  SECONDS to live; 0 removes it. */
BF_API BF_CHECKED bool bf_cookie(
	struct bf_req *req, const char *name, const char *value, long seconds);
/* Scripts of this page may ask this site for what is new, as a visitor moves
 * something; without them it works with a button. */
BF_API void bf_asks(struct bf_req *req);
/* What came in the cookie NAME, as it came, or NULL. */
BF_API const char *bf_cookie_value(struct bf_req *req, const char *name);
/* A variable of CGI, "HTTP_USER_AGENT", or NULL.  What a visitor sent is not
 * checked. */
BF_API const char *bf_variable(struct bf_req *req, const char *name);
/* The value of KEY in [plugin ...] of this request's feature, else the fallback
 * of the plugin's own table; NULL: neither. */
BF_API const char *bf_option(struct bf_req *req, const char *key);
/* The template VIEW of this feature over DOC in LANG, as text for something
 * else than this answer.  It stays the request's. */
BF_API BF_CHECKED bool bf_render(struct bf_req *req, const char *view,
	const char *lang, json_t *doc, const char **out);
/* A job has more to do, which need not wait for its time. */
BF_API void bf_again(struct bf_req *req);
/* Of a job: RUN waits for others, so it is done in a process beside this one,
 * with a connection of its own to the database, while other jobs go on.  It is
 * not begun while its last run is under way.  It ends with this process, also
 * when that is killed, at any moment: each step it takes must be kept before
 * the next.  A fault of it is logged.  Only where this pool is not shut in:
 * there it is run at once, in this process. */
BF_API BF_CHECKED bool bf_run_beside(struct bf_req *req, bf_handler *run);
/* What the loaded plugins declare: features with their title, mounts, routes
 * and personal data, texts in the request's language.  The caller owns it. */
BF_API json_t *bf_describe(struct bf_req *req);

#endif
