/* Decides about the households of which something changed: what was taken, what
 * follows and who is told are one transaction.
 */
#include "grants.h"
#include <stdlib.h>

#define SHARE 50 /* households in a transaction */

const struct bf_query grants_in_force = { "grants.in_force", "" };
const struct bf_query grants_texts = { "grants.texts", "version" };

static const struct bf_query follow = { "grants.follow", "version stops",
	.writes = true };
static const struct bf_query take = { "grants.take", "version most",
	.writes = true };
static const struct bf_query settle = { "grants.settle", "document",
	.writes = true };
const struct bf_query grants_halt_query = { "grants.halt", "version why",
	.writes = true };
static const struct bf_query tidy = { "grants.tidy", "", .writes = true };
static const struct bf_query send = { "grants.invitations_send", "",
	.writes = true };
static const struct bf_query appeal = { "grants.appeal_put",
	"body days answer_days contact invite_most since", .writes = true };

const struct bf_query *const grants_decide_queries[] = { &grants_in_force,
	&grants_texts, &follow, &take, &settle, &tidy, &send, &appeal,
	&grants_halt_query, NULL };

/* [household, ...] as grants.settle() takes them. */
static bool
homes_decide(struct bf_req *req, const struct bf_rights_held *set,
	json_t *homes, json_t *out)
{
	json_t *home, *decided;
	size_t i;

	json_array_foreach (homes, i, home) {
		if (!grants_home(req, set, home, &decided)) {
			json_decref(decided);
			return false;
		}
		json_array_append_new(out, decided);
	}
	return true;
}

bool
grants_document(struct bf_req *req, json_t *doc)
{
	size_t len = json_dumpb(doc, NULL, 0, JSON_COMPACT);
	char *text = bf_alloc(bf_arena(req), len + 1);
	bool whole = json_dumpb(doc, text, len, JSON_COMPACT) == len;

	json_decref(doc);
	if (!whole)
		return bf_fail(req, &BF_INTERNAL, "a document that is none");
	bf_set(req, "document", text);
	return true;
}

static bool
homes_settle(struct bf_req *req, const struct bf_rights_held *set,
	json_t *homes, bool *failed)
{
	json_t *decided = json_array();
	json_t *doc = json_pack(
		"{s:i, s:o}", "version", set->version, "households", decided);

	if (!homes_decide(req, set, homes, decided)) {
		json_decref(doc);
		return false;
	}
	return grants_document(req, doc)
		&& bf_query_says(req, &settle, "failed", failed);
}

struct share {
	size_t count; /* how many waited */
	bool failed;  /* none of them could be kept */
};

static bool
share_decide(struct bf_req *req, void *data)
{
	struct share *share = data;
	struct bf_rights_held set;
	json_t *doc, *homes;

	*share = (struct share){ 0 };
	if (!bf_rights_hold(req, &grants_in_force, &grants_texts, &set))
		return false;
	if (set.rights == NULL)
		return true;
	bf_set(req, "version", bf_printf(bf_arena(req), "%d", set.version));
	bf_set(req, "stops", bf_printf(bf_arena(req), "%d", set.stops));
	bf_set(req, "most", bf_printf(bf_arena(req), "%d", SHARE));
	if (!bf_query(req, &follow, NULL) || !bf_query_json(req, &take, &doc))
		return false;
	homes = json_object_get(doc, "households");
	share->count = json_array_size(homes);
	return share->count == 0
		|| homes_settle(req, &set, homes, &share->failed);
}

static void
option_set(struct bf_req *req, const char *name, const char *key)
{
	bf_set(req, name, bf_option(req, key));
}

static bool
appeal_say(struct bf_req *req)
{
	option_set(req, "body", "appeal_body");
	option_set(req, "days", "appeal_days");
	option_set(req, "answer_days", "answer_days");
	option_set(req, "contact", "contact");
	option_set(req, "invite_most", "invite_most");
	option_set(req, "since", "since");
	return bf_query(req, &appeal, NULL);
}

bool
grants_halt(struct bf_req *req, const char *why)
{
	if (why == NULL)
		why = bf_refused(req);
	if (why) {
		bf_set(req, "why", why);
		if (bf_query(req, &grants_halt_query, NULL))
			return bf_fail(
				req, &BF_INTERNAL, "rules halt: %s", why);
	}
	return false;
}

bool
grants_decide(struct bf_req *req)
{
	struct share share;

	if (!appeal_say(req))
		return false;
	if (!bf_transaction(req, false, share_decide, &share))
		return grants_halt(req, NULL);
	if (share.failed)
		return grants_halt(req, "no household could be kept");
	if (share.count == SHARE)
		bf_again(req);
	return share.count > 0
		|| (bf_query(req, &tidy, NULL) && bf_query(req, &send, NULL));
}
