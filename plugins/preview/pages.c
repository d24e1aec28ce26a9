/* Pages of what a change of the rules does to the whole city. */
#include "export.h"
#include <stdlib.h>
#include <string.h>

const struct bf_query texts_query = { "preview.texts", "version" };
const struct bf_query draft_query = { "preview.draft", "draft" };

#define VERSION "versie-"

const struct bf_field pages_against[] = {
	{ "tegen", BF_INT, .min = 1, .max = 1000000000,
		.label = BF_N("Compared with version") },
	{ "dag", BF_DAY, .label = BF_N("As on the day") },
	{ 0 },
};

const struct bf_field pages_choice[] = {
	{ "wat", BF_INT, .min = 1, .max = 1000000000,
		.label = BF_N("Version to try") },
	{ "tegen", BF_INT, .min = 1, .max = 1000000000,
		.label = BF_N("Compared with version") },
	{ 0 },
};

const struct bf_field pages_two[] = {
	{ "een", BF_TEXT, .required = true, .max = 30,
		.label = BF_N("First scenario") },
	{ "twee", BF_TEXT, .required = true, .max = 30,
		.label = BF_N("Second scenario") },
	{ "tegen", BF_INT, .min = 1, .max = 1000000000,
		.label = BF_N("Compared with version") },
	{ "dag", BF_DAY, .label = BF_N("As on the day") },
	{ 0 },
};

/* --- what is asked ---------------------------------------------------------
 */

bool
version_read(struct bf_req *req, const char *number, struct set *set)
{
	json_t *doc;

	bf_set(req, "version", number);
	if (!bf_query_json(req, &texts_query, &doc))
		return false;
	set->files = json_object_get(doc, "files");
	set->word = bf_printf(bf_arena(req), VERSION "%s", number);
	return json_array_size(set->files) > 0
		|| bf_fail(req, &BF_NOT_FOUND, "no such version");
}

static bool
draft_read(struct bf_req *req, const char *number, struct set *set)
{
	json_t *doc;

	bf_set(req, "draft", number);
	if (!bf_query_json(req, &draft_query, &doc))
		return false;
	set->files = json_object_get(doc, "files");
	set->draft = json_object_get(doc, "draft");
	set->word = bf_strdup(bf_arena(req), number);
	return true;
}

static bool
is_number(const char *text)
{
	return *text && strlen(text) < 10
		&& text[strspn(text, "0123456789")] == '\0';
}

bool
set_read(struct bf_req *req, const char *word, struct set *set)
{
	size_t len = strlen(VERSION);

	if (strncmp(word, VERSION, len) == 0 && is_number(word + len))
		return version_read(req, word + len, set);
	if (is_number(word))
		return draft_read(req, word, set);
	return bf_fail(req, &BF_NOT_FOUND, "neither draft nor version");
}

const char *
version_now(struct bf_req *req, json_t *state)
{
	return bf_printf(bf_arena(req), "%d",
		(int)json_integer_value(json_object_get(state, "version_now")));
}

/* What it is compared with: the version that was given, or that of now. */
static bool
base_read(struct bf_req *req, json_t *state, struct pair *pair)
{
	const char *given = bf_value(req, "tegen");
	const char *now = version_now(req, state);

	pair->in_force = (given == NULL || strcmp(given, now) == 0)
		&& bf_value(req, "dag") == NULL;
	return version_read(req, given ? given : now, &pair->base);
}

/* The day for which both are worked out: that given, or that from which a draft
 * shall hold, or today. */
static bool
day_read(struct bf_req *req, json_t *state, struct pair *pair)
{
	const char *from = json_string_value(
		json_object_get(pair->with.draft, "from_day"));

	pair->day_text = bf_value(req, "dag");
	if (pair->day_text == NULL)
		pair->day_text = from
			? from
			: json_string_value(json_object_get(state, "today"));
	return bf_right_day(pair->day_text, &pair->day)
		|| bf_fail(req, &BF_INVALID, "a day out of reach");
}

bool
pair_read(
	struct bf_req *req, json_t *state, const char *word, struct pair *pair)
{
	*pair = (struct pair){ 0 };
	return set_read(req, word, &pair->with) && base_read(req, state, pair)
		&& day_read(req, state, pair);
}

const char *
pair_said(struct bf_req *req, const struct pair *pair)
{
	return bf_printf(bf_arena(req), "%s%s, tegen %s, op %s",
		pair->with.draft ? "voorstel " : "", pair->with.word,
		pair->base.word, pair->day_text);
}

/* --- pages -----------------------------------------------------------------
 */

bool
pages_start(struct bf_req *req)
{
	const char *what = bf_value(req, "wat"), *than = bf_value(req, "tegen");
	json_t *state;

	if (what)
		return bf_see_other(req, "%s/" VERSION "%s%s%s", bf_mount(req),
			what, than ? "?tegen=" : "", than ? than : "");
	if (!bf_query_json(req, &state_query, &state))
		return false;
	return bf_show_json(req, json_incref(state));
}

/* What PAIR asks that the copy of the city lacks, as NAME in DOC. */
static void
lacks_put(struct bf_req *req, json_t *state, const struct pair *pair,
	const char *name, json_t *doc)
{
	json_t *lacks = pair_lacks(req, pair, json_object_get(state, "named"),
		json_object_get(state, "declared"),
		strcmp(name, "coming") == 0);

	json_object_set_new(doc, name,
		json_array_size(lacks) ? json_pack("{s:O}", "facts", lacks)
				       : json_null());
	json_decref(lacks);
}

void
pages_tell(
	struct bf_req *req, json_t *state, const struct pair *pair, json_t *doc)
{
	json_object_set(doc, "allowance", json_object_get(state, "allowance"));
	json_object_set(doc, "together", json_object_get(state, "together"));
	json_object_set(doc, "old", json_object_get(state, "old"));
	lacks_put(req, state, pair, "lacks", doc);
	lacks_put(req, state, pair, "coming", doc);
}

bool
pages_answer(
	struct bf_req *req, const char *word, struct pair *pair, json_t **out)
{
	json_t *state;

	if (!bf_query_json(req, &state_query, &state)
		|| !pair_read(req, state, word, pair)
		|| !ask(req, state, pair, pair_said(req, pair), ASK_WHOLE, out))
		return false;
	pages_tell(req, state, pair, *out);
	json_object_set_new(
		*out, "digest", json_string(export_digest(req, *out)));
	return true;
}

bool
pages_preview(struct bf_req *req)
{
	struct pair pair;
	json_t *doc;

	if (!pages_answer(req, bf_arg(req, "wat"), &pair, &doc))
		return false;
	show_prepare(req, &pair, doc);
	return bf_show_json(req, json_incref(doc));
}

bool
pages_both(struct bf_req *req, struct pair pairs[2], json_t **out)
{
	static const char *const names[] = { "een", "twee" };
	json_t *doc;
	int i;

	*out = json_pack("{s:[]}", "sides");
	bf_json_keep(bf_arena(req), *out);
	for (i = 0; i < 2; i++) {
		if (!pages_answer(
			    req, bf_value(req, names[i]), &pairs[i], &doc))
			return false;
		show_prepare(req, &pairs[i], doc);
		json_object_set_new(doc, "last", json_boolean(i == 1));
		json_array_append(json_object_get(*out, "sides"), doc);
	}
	show_beside(*out);
	return true;
}

bool
pages_compare(struct bf_req *req)
{
	struct pair pairs[2];
	json_t *out;

	return pages_both(req, pairs, &out)
		&& bf_show_json(req, json_incref(out));
}
