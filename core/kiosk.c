/* A kiosk: a browser that many people use one after the other, as its cookie
 * says; and what keeps one from seeing what was another's.
 */
#include "kiosk.h"
#include "walk.h"
#include <stdlib.h>
#include <string.h>

#define QUIET 120 /* seconds */
#define WORD "abcdefghijklmnopqrstuvwxyz0123456789-"

/* Where visits begin and end; NULL: the pool has no such pages. */
static const char *
door(const struct bf_req *req)
{
	const struct bf_host *host = req->host;
	size_t i;

	for (i = 0; i < host->feature_count; i++)
		if (strcmp(host->features[i].plugin->name, BF_KIOSK) == 0)
			return host->features[i].mounts[0];
	return NULL;
}

bool
bf_kiosk(const struct bf_req *req)
{
	const char *place = bf_pair_value(req->cookies, BF_KIOSK);

	return place && *place && place[strspn(place, WORD)] == '\0'
		&& door(req);
}

static int
quiet(const struct bf_req *req)
{
	const char *set = bf_settings_option(
		req->host->settings, BF_KIOSK, "quiet");
	long seconds = set ? strtol(set, NULL, 10) : 0;

	return seconds > 0 && seconds <= QUIET ? (int)seconds : QUIET;
}

void
bf_kiosk_page(const struct bf_req *req, json_t *page)
{
	if (bf_kiosk(req))
		json_object_set_new(page, BF_KIOSK,
			json_pack("{s:s, s:i}", "door", door(req), "quiet",
				quiet(req)));
}

void
bf_refresh(struct bf_req *req, int seconds, const char *path)
{
	req->answer.refresh = path
		? bf_printf(req->arena, "%d;url=%s", seconds, path)
		: bf_printf(req->arena, "%d", seconds);
}

void
bf_asks(struct bf_req *req)
{
	req->answer.asks = true;
}

const char *
bf_kiosk_refresh(struct bf_req *req)
{
	if (req->answer.status == 303)
		return NULL;
	if (!bf_kiosk(req) || req->answer.wiped)
		return req->answer.refresh;
	return bf_printf(req->arena, "%d;url=%s/klaar", quiet(req), door(req));
}

/* A browser names its cookies; ours have such names. */
static bool
is_ours(const char *name)
{
	return *name
		&& name[strspn(name, WORD "_ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
		== '\0';
}

bool
bf_wipe(struct bf_req *req)
{
	const struct bf_pair *c;

	for (c = req->cookies; c; c = c->next)
		if (is_ours(c->name) && !bf_cookie(req, c->name, "", 0))
			return false;
	bf_answer_header(
		req, "Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
	req->answer.wiped = true;
	return true;
}
