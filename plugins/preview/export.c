/* Gives all that a report rests on, and says of such an export whether it comes
 * out again.
 */
#include "export.h"
#include <stdlib.h>
#include <string.h>

const struct bf_query record_query = { "preview.record", "hash" };

const struct bf_field export_given[] = {
	{ "uitvoer", BF_TEXT, .required = true, .min = 2, .max = 900000,
		.label = BF_N("What was exported") },
	{ 0 },
};

static const char *const figures[] = { "hash", "data_day", "day", "base",
	"scenario", "total", "rules", "by" };
#define FIGURES (sizeof(figures) / sizeof(figures[0]))

/* What of DOC follows from the question, without words of a language. */
static json_t *
figures_of(json_t *doc)
{
	json_t *out = json_object(), *copy;
	size_t i;

	for (i = 0; i < FIGURES; i++) {
		copy = json_deep_copy(json_object_get(doc, figures[i]));
		if (copy)
			json_object_set_new(out, figures[i], copy);
	}
	return out;
}

const char *
export_digest(struct bf_req *req, json_t *doc)
{
	json_t *out = figures_of(doc);
	char *text = json_dumps(out, JSON_COMPACT | JSON_SORT_KEYS);
	unsigned char hash[BF_HASH];

	bf_hash(text, strlen(text), hash);
	free(text);
	json_decref(out);
	return bf_hex(bf_arena(req), hash, sizeof(hash));
}

/* --- giving ----------------------------------------------------------------
 */

/* One that is not in the set of this side has no text. */
static void
changed_add(json_t *out, json_t *mine, json_t *theirs)
{
	json_t *file;
	size_t i;

	json_array_foreach (theirs, i, file)
		if (bf_json_named(mine, word(file, "name")) == NULL)
			json_array_append_new(out,
				json_pack("{s:O, s:n}", "name",
					json_object_get(file, "name"), "text"));
}

json_t *
export_changed(const struct pair *pair, bool with)
{
	json_t *mine = with ? pair->with.files : pair->base.files;
	json_t *theirs = with ? pair->base.files : pair->with.files;
	json_t *out = json_array(), *file;
	size_t i;

	json_array_foreach (mine, i, file)
		if (!file_same(pair, word(file, "name")))
			json_array_append(out, file);
	changed_add(out, mine, theirs);
	return out;
}

static json_t *
side_json(const struct pair *pair, bool with)
{
	const struct set *set = with ? &pair->with : &pair->base;

	return json_pack("{s:s, s:s, s:o}", "name", set->word, "sha256",
		set->hash, "files", export_changed(pair, with));
}

bool
export_give(struct bf_req *req)
{
	struct pair pair;
	json_t *doc, *out;
	char *text;

	if (!pages_answer(req, bf_arg(req, "wat"), &pair, &doc))
		return false;
	out = json_pack("{s:s, s:s, s:o, s:o, s:o}", "kind",
		"belfort-preview-1", "digest",
		json_string_value(json_object_get(doc, "digest")), "base",
		side_json(&pair, false), "scenario", side_json(&pair, true),
		"figures", figures_of(doc));
	text = json_dumps(out, JSON_INDENT(1) | JSON_SORT_KEYS);
	json_decref(out);
	bf_defer(bf_arena(req), free, text);
	return bf_reply(req, "application/json", text, strlen(text));
}

/* --- checking --------------------------------------------------------------
 */

/* The files of the base, with those of the scenario in their place. */
static json_t *
files_with(json_t *base, json_t *changed)
{
	json_t *out = json_array(), *file, *other;
	size_t i;

	json_array_foreach (base, i, file) {
		other = bf_json_named(changed, word(file, "name"));
		if (other == NULL)
			json_array_append(out, file);
		else if (json_is_string(json_object_get(other, "text")))
			json_array_append(out, other);
	}
	json_array_foreach (changed, i, file)
		if (bf_json_named(base, word(file, "name")) == NULL
			&& json_is_string(json_object_get(file, "text")))
			json_array_append(out, file);
	return out;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(word(*(json_t *const *)a, "name"),
		word(*(json_t *const *)b, "name"));
}

/* In the order of their names, as every set has them. */
static json_t *
files_sorted(struct bf_req *req, json_t *files)
{
	size_t count = json_array_size(files), i;
	json_t **list = bf_alloc(bf_arena(req), (count + 1) * sizeof(*list));
	json_t *out = json_array();

	for (i = 0; i < count; i++)
		list[i] = json_array_get(files, i);
	qsort(list, count, sizeof(json_t *), by_name);
	for (i = 0; i < count; i++)
		json_array_append(out, list[i]);
	json_decref(files);
	bf_json_keep(bf_arena(req), out);
	return out;
}

/* Each with a name, and a text or none. */
static bool
files_whole(json_t *files)
{
	json_t *file, *text;
	size_t i;

	json_array_foreach (files, i, file) {
		text = json_object_get(file, "text");
		if (*word(file, "name") == '\0'
			|| !(json_is_string(text) || json_is_null(text)))
			return false;
	}
	return json_is_array(files);
}

static bool
pair_again(struct bf_req *req, json_t *given, struct pair *pair)
{
	json_t *base = json_object_get(given, "base");
	json_t *with = json_object_get(given, "scenario");
	json_t *said = json_object_get(given, "figures");

	*pair = (struct pair){ .day_text = word(said, "day") };
	if (!bf_right_day(pair->day_text, &pair->day)
		|| !files_whole(json_object_get(with, "files"))
		|| !set_read(req, word(base, "name"), &pair->base))
		return bf_fail_field(req, "uitvoer",
			BF_N("This is no export of a preview."));
	pair->with.word = word(with, "name");
	pair->with.files = files_sorted(req,
		files_with(pair->base.files, json_object_get(with, "files")));
	return true;
}

/* What came out at the time, as the city keeps it; NULL: it keeps none. */
static bool
record_same(struct bf_req *req, json_t *given, bool *same)
{
	json_t *doc;

	bf_set(req, "hash", word(json_object_get(given, "figures"), "hash"));
	if (!bf_query_json(req, &record_query, &doc))
		return false;
	*same = json_is_object(json_object_get(doc, "document"))
		&& strcmp(export_digest(req, json_object_get(doc, "document")),
			   word(given, "digest"))
			== 0;
	return true;
}

/* Worked out anew from the texts, by what is known now. */
static bool
again_same(struct bf_req *req, json_t *given, bool *same)
{
	struct pair pair;
	json_t *state, *doc;

	if (!bf_query_json(req, &state_query, &state)
		|| !pair_again(req, given, &pair)
		|| !ask(req, state, &pair, "een uitvoer nagekeken", ASK_ANEW,
			&doc))
		return false;
	*same = strcmp(export_digest(req, doc), word(given, "digest")) == 0;
	return true;
}

static bool
is_whole(struct bf_req *req, json_t *given)
{
	return strcmp(export_digest(req, json_object_get(given, "figures")),
		       word(given, "digest"))
		== 0;
}

bool
export_check(struct bf_req *req)
{
	const char *text = bf_value(req, "uitvoer");
	json_t *given = json_loads(text, 0, NULL), *doc;
	bool again = false, record = false;

	bf_json_keep(bf_arena(req), given);
	if (!json_is_object(given)) {
		(void)bf_fail_field(req, "uitvoer",
			BF_N("This is no export of a preview."));
		return bf_show_again(req, json_object());
	}
	doc = json_pack("{s:b, s:s, s:s}", "changed", !is_whole(req, given),
		"data_day", word(json_object_get(given, "figures"), "data_day"),
		"digest", word(given, "digest"));
	bf_json_keep(bf_arena(req), doc);
	if (is_whole(req, given)) {
		if (!again_same(req, given, &again)
			|| !record_same(req, given, &record))
			return false;
		json_object_set_new(doc, "again", json_boolean(again));
		json_object_set_new(
			doc, "record", json_boolean(!again && record));
		json_object_set_new(
			doc, "other", json_boolean(!again && !record));
	}
	json_object_set_new(doc, "checked", json_true());
	return bf_show_json(req, json_incref(doc));
}
