/* What users of the machine have tried on the whole city: `belfort rules
 * preview`.  Background work does it as a page would, for the same allowance,
 * with the same noise and a record in the log.
 */
#include "trial.h"
#include "pages.h"
#include <stdlib.h>
#include <string.h>

static const struct bf_query waiting_query = { "preview.trial_waiting", "" };
static const struct bf_query take_query = { "preview.trial_take", "",
	.writes = true };
static const struct bf_query end_query = { "preview.trial_end",
	"trial document fault", .writes = true };
const struct bf_query *const trial_queries[] = { &waiting_query, &take_query,
	&end_query, &state_query, &texts_query, &trial_ask_query, &keep_query,
	NULL };

/* The rules in force, and what TRIAL has in their place. */
static bool
pair_tried(struct bf_req *req, json_t *state, json_t *trial, struct pair *pair)
{
	json_t *draft = json_object_get(trial, "draft");

	*pair = (struct pair){ .day_text = word(trial, "day"),
		.in_force = json_is_false(json_object_get(trial, "chosen")) };
	pair->with.word = json_is_null(draft) ? "bestanden" : word(draft, "id");
	pair->with.files = json_object_get(trial, "files");
	pair->with.draft = json_is_null(draft) ? NULL : draft;
	return version_read(req, version_now(req, state), &pair->base)
		&& (bf_right_day(pair->day_text, &pair->day)
			|| bf_fail(req, &BF_INVALID, "a day out of reach"));
}

/* What stands in the log. */
static const char *
trial_said(struct bf_req *req, json_t *trial, const struct pair *pair)
{
	return bf_printf(bf_arena(req),
		"%s, met belfort rules preview door de gebruiker %s",
		pair_said(req, pair), word(trial, "login"));
}

static bool
work_out(struct bf_req *req, json_t *state, json_t *trial)
{
	struct pair pair;
	json_t *doc;
	char *text;

	bf_set(req, "account", word(trial, "account"));
	if (!pair_tried(req, state, trial, &pair)
		|| !ask(req, state, &pair, trial_said(req, trial, &pair),
			ASK_TRIAL, &doc))
		return false;
	text = json_dumps(doc, JSON_COMPACT);
	bf_set(req, "document", bf_strdup(bf_arena(req), text));
	free(text);
	return bf_query(req, &end_query, NULL);
}

/* Why it cannot be: who asked is told.  What may go better later is left, and
 * taken again. */
static bool
tell(struct bf_req *req)
{
	const char *why = bf_refused(req);

	if (why == NULL)
		return false;
	bf_set(req, "document", NULL);
	bf_set(req, "fault", why);
	return bf_query(req, &end_query, NULL) && strcmp(why, "spent") == 0;
}

/* One after the other, until there is none, or one that cannot be. */
static bool
trials(struct bf_req *req)
{
	json_t *state, *trial;

	for (;;) {
		if (!bf_query_json(req, &take_query, &trial)
			|| !bf_query_json(req, &state_query, &state))
			return false;
		if (json_is_null(json_object_get(trial, "id")))
			return true;
		bf_set(req, "trial",
			bf_printf(bf_arena(req), "%lld",
				(long long)json_integer_value(
					json_object_get(trial, "id"))));
		if (!work_out(req, state, trial))
			return tell(req);
	}
}

bool
trial(struct bf_req *req)
{
	bool waiting;

	return bf_query_says(req, &waiting_query, "waiting", &waiting)
		&& (!waiting || bf_run_beside(req, trials));
}
