/* Entering what came back on paper: a cookie says which form, and is gone when
 * that was handled.
 */
#include "arena.h"
#include "crypt.h"
#include "log.h"
#include "paper.h"
#include "plugin.h"
#include "walk.h"
#include <string.h>

#define COOKIE "__Host-papier"
#define SECRET 16 /* bytes */
#define SECRET_TEXT 22
#define HOURS 12

/* "ACD-EFG-HJK.2026-11-25.PAGE.SECRET", the page in base64url */
struct entering {
	char code[BF_PAPER_CODE];
	const char *day, *page, *secret;
};

/* What is before the next point in *AT, or NULL. */
static const char *
part_take(char **at)
{
	char *part = *at, *end = part ? strchr(part, '.') : NULL;

	*at = end ? end + 1 : NULL;
	if (end)
		*end = '\0';
	return part;
}

static bool
is_type(struct bf_req *req, enum bf_type type, const char *text)
{
	const struct bf_field field = { "", type, .required = true };
	const char *value;

	return bf_field_check(req->arena, &field, text, &value) == NULL;
}

/* Who sent it may have written it: each part has to be what it should be. */
static bool
cookie_read(struct bf_req *req, struct entering *out)
{
	const char *text = bf_pair_value(req->cookies, COOKIE), *code, *page;
	char *at = bf_strdup(req->arena, text);
	size_t len;

	code = part_take(&at);
	out->day = part_take(&at);
	page = part_take(&at);
	out->secret = part_take(&at);
	if (out->secret == NULL || strlen(out->secret) != SECRET_TEXT)
		return false;
	out->page = (const char *)bf_base64url_read(
		req->arena, page, strlen(page), &len);
	return out->page && strlen(out->page) == len
		&& bf_text_ok(out->page, len) && bf_paper_read(code, out->code)
		&& is_type(req, BF_DAY, out->day)
		&& is_type(req, BF_PATH, out->page);
}

static const char *
hash_of(struct bf_req *req, const char *secret)
{
	unsigned char sum[BF_HASH];

	bf_hash(secret, strlen(secret), sum);
	return bf_hex(req->arena, sum, sizeof(sum));
}

json_t *
bf_paper_entering(struct bf_req *req)
{
	struct entering e;

	return cookie_read(req, &e) ? json_pack("{s:s, s:s, s:s}", "code",
		       e.code, "day", e.day, "at", e.page)
				    : NULL;
}

const char *
bf_paper_hash(struct bf_req *req)
{
	struct entering e;

	return cookie_read(req, &e) ? hash_of(req, e.secret) : NULL;
}

bool
bf_paper_enter(struct bf_req *req, const char *code, const char *day,
	const char *page, const char **hash)
{
	unsigned char bytes[SECRET];
	const char *secret;

	bf_random(bytes, sizeof(bytes));
	secret = bf_base64url(req->arena, bytes, sizeof(bytes));
	*hash = hash_of(req, secret);
	return bf_cookie(req, COOKIE,
		bf_printf(req->arena, "%s.%s.%s.%s", code, day,
			bf_base64url(req->arena, page, strlen(page)), secret),
		HOURS * 3600L);
}

bool
bf_paper_leave(struct bf_req *req)
{
	return bf_cookie(req, COOKIE, "", 0);
}

/* Whether the plugin says that this was the form of the paper. */
static bool
noted(struct bf_req *req)
{
	bool done;

	return bf_query_says(req, req->host->entered, "done", &done) && done
		&& bf_paper_leave(req);
}

void
bf_paper_entered(struct bf_req *req)
{
	const struct bf_plugin *p = req->feature->plugin;
	const struct bf_paper *paper = bf_paper_of(p, req->route);
	struct entering e;

	if (paper == NULL || req->host->entered == NULL
		|| !cookie_read(req, &e))
		return;
	bf_set(req, "form", bf_paper_code(req->arena, p, paper));
	if (!noted(req) && req->fault.kind)
		bf_log("error", "a form from paper was not noted: %s",
			bf_log_value(req->fault.detail));
	req->fault = (struct bf_fault){ 0 };
}
