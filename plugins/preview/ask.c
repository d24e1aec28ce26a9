/* A question: from two sets of texts to the figures that may be seen. */
#include "own.h"
#include <stdlib.h>
#include <string.h>

const struct bf_query state_query = { "preview.state", "session" };
const struct bf_query ask_query = { "preview.ask", "session hash points what",
	.writes = true };
const struct bf_query trial_ask_query = { "preview.trial_ask",
	"account hash points what", .writes = true };
const struct bf_query keep_query = { "preview.keep",
	"hash document of_draft of_edition", .writes = true };

const struct bf_kind preview_no_city = { "no_city", 503,
	BF_N("What is known of the city today is being prepared. Try again in "
	     "a minute.") };
const struct bf_kind preview_spent = { "spent", 429,
	BF_N("You asked as much about the city as may be asked in a day: more "
	     "would tell of single households. What you asked today you can "
	     "see again; tomorrow you can ask more.") };

/* A secret of the city that is in no database, as the noise needs it. */
static bool
secret_read(struct bf_req *req, unsigned char secret[NOISE_KEY])
{
	const char *mark;

	if (!bf_secret_mark(req, bf_option(req, "noise_key"), "preview",
		    "noise", &mark))
		return false;
	bf_hash(mark, strlen(mark), secret);
	return true;
}

bool
is_slider(enum asking how)
{
	return how == ASK_SLIDER || how == ASK_GROUPS;
}

/* The same data, the same day, the same texts: the same question. */
static const char *
question_hash(struct bf_req *req, const struct town *town,
	const struct pair *pair, enum asking how)
{
	static const char *const words[] = { "whole", "whole", "slider",
		"groups", "whole" };
	const char *text = bf_printf(bf_arena(req), "%d %s %s %s %s",
		town->snapshot, pair->day_text, pair->base.hash,
		pair->with.hash, words[how]);
	unsigned char hash[BF_HASH];

	bf_hash(text, strlen(text), hash);
	return bf_hex(bf_arena(req), hash, sizeof(hash));
}

/* Rows of figures in which a household can be: of each rule, their total, and
 * three groups. */
static int
rows_of(size_t touched, enum asking how)
{
	int rows = touched > 1 ? (int)touched + 1 : 1;

	return how == ASK_SLIDER ? rows : rows + GROUP_ROWS;
}

/* Takes what the question costs; *KEPT is what came out before, or NULL. */
static bool
allowed(struct bf_req *req, const char *hash, size_t touched, const char *what,
	enum asking how, json_t **kept, json_t **left)
{
	int each = is_slider(how) ? POINTS_SLIDER : POINTS_WHOLE;
	json_t *doc;

	bf_set(req, "hash", hash);
	bf_set(req, "points",
		bf_printf(bf_arena(req), "%d", each * rows_of(touched, how)));
	bf_set(req, "what", what);
	if (!bf_query_json(req,
		    how == ASK_TRIAL ? &trial_ask_query : &ask_query, &doc))
		return false;
	*left = json_object_get(doc, "left");
	*kept = json_object_get(doc, "document");
	if (json_is_null(*kept))
		*kept = NULL;
	return !json_is_true(json_object_get(doc, "spent"))
		|| bf_fail(req, &preview_spent, "spent");
}

/* So that it comes out the same again; of a draft against what is in force also
 * for who reads the draft. */
static bool
keep(struct bf_req *req, const struct pair *pair, json_t *doc)
{
	struct bf_arena *arena = bf_arena(req);
	json_t *edition = pair->in_force
		? json_object_get(pair->with.draft, "edition")
		: NULL;
	char *text = json_dumps(doc, JSON_COMPACT);

	bf_set(req, "document", bf_strdup(arena, text));
	free(text);
	bf_set(req, "of_draft", edition ? pair->with.word : NULL);
	bf_set(req, "of_edition",
		edition ? bf_printf(
			arena, "%d", (int)json_integer_value(edition))
			: NULL);
	return bf_query(req, &keep_query, NULL);
}

static bool
work_out(struct bf_req *req, const struct town *town, struct pair *pair,
	const char *hash, enum asking how, json_t **out)
{
	unsigned char secret[NOISE_KEY];
	struct table *table;

	if (!secret_read(req, secret))
		return false;
	table = table_make(req, town, pair);
	*out = document_make(req, town, pair, table, secret, hash, how);
	explicit_bzero(secret, sizeof(secret));
	bf_json_keep(bf_arena(req), *out);
	return true;
}

bool
ask(struct bf_req *req, json_t *state, struct pair *pair, const char *what,
	enum asking how, json_t **out)
{
	const struct town *town = town_now(req, state);
	json_t *kept, *left;
	const char *hash;

	if (town == NULL || !set_load(req, &pair->base, true)
		|| !set_load(req, &pair->with, !is_slider(how)))
		return false;
	pair_touch(req, pair);
	hash = question_hash(req, town, pair, how);
	if (!allowed(req, hash, pair->count, what, how, &kept, &left))
		return false;
	*out = kept;
	if ((kept == NULL || how == ASK_ANEW)
		&& !work_out(req, town, pair, hash, how, out))
		return false;
	/* The same texts may have had another name. */
	json_object_set_new(*out, "scenario", json_string(pair->with.word));
	if (!is_slider(how) && !keep(req, pair, *out))
		return false;
	json_object_set(*out, "left", left);
	return true;
}
