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

/* "ACD-EFG-HJK.2026-11-25.SECRET" */
struct entering {
	char code[BF_PAPER_CODE];
	const char *day, *secret;
};

static bool
cookie_read(struct bf_req *req, struct entering *out)
{
	static const struct bf_field field = { "", BF_DAY, .required = true };
	const char *text = bf_pair_value(req->cookies, COOKIE), *value;
	char *copy = bf_strdup(req->arena, text), *day, *secret;

	day = copy ? strchr(copy, '.') : NULL;
	secret = day ? strchr(day + 1, '.') : NULL;
	if (secret == NULL || strlen(secret + 1) != SECRET_TEXT)
		return false;
	*day = *secret = '\0';
	*out = (struct entering){ .day = day + 1, .secret = secret + 1 };
	return bf_paper_read(copy, out->code)
		&& bf_field_check(req->arena, &field, out->day, &value) == NULL;
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

	return cookie_read(req, &e)
		? json_pack("{s:s, s:s}", "code", e.code, "day", e.day)
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
	const char **hash)
{
	unsigned char bytes[SECRET];
	const char *secret;

	bf_random(bytes, sizeof(bytes));
	secret = bf_base64url(req->arena, bytes, sizeof(bytes));
	*hash = hash_of(req, secret);
	return bf_cookie(req, COOKIE,
		bf_printf(req->arena, "%s.%s.%s", code, day, secret),
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
	struct bf_text text;
	json_t *doc;
	bool done;

	if (!bf_query(req, req->host->entered, &text))
		return false;
	doc = json_loadb(text.data, text.len, 0, NULL);
	done = json_is_true(json_object_get(doc, "done"));
	json_decref(doc);
	return done && bf_paper_leave(req);
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
