/* One file of a draft: its text, with what is wrong with it beside it. */
#include "own.h"
#include <string.h>

const struct bf_query policy_file_page = { "policy.file_page",
	"session id naam lang" };
const struct bf_query policy_saves = { "policy.file_save",
	"session id naam tekst gezien opzij van", .writes = true };
const struct bf_query policy_resets = { "policy.file_reset",
	"session id naam gezien doe van", .writes = true };

#define SEEN \
	{ \
		"gezien", BF_INT, .required = true, .max = 1000000000, \
				  .label = BF_N("Edition that you read") \
	}

/* SHA-256: when another one came in force meanwhile, that is told. */
#define FROM \
	{ \
		"van", BF_TEXT, .max = 64, \
				.label = BF_N("Text in force that you read") \
	}

const struct bf_kind policy_file_too_long = { "file_too_long", 422,
	BF_N("This text is over 256 kB, the most that a file may be. Make it "
	     "shorter: nothing was saved.") };

/* What counts are its bytes, without those that a browser adds to ends of
 * lines. */
#define TEXT_MOST (2 * 256 * 1024)

const struct bf_field policy_text_given[] = {
	{ "tekst", BF_TEXT, .max = TEXT_MOST,
		.label = BF_N("Text of the rule") },
	SEEN,
	FROM,
	{ "opzij", BF_INT, .min = 1, .max = 1000000000000,
		.label = BF_N("Text that was kept beside it") },
	{ 0 },
};

const struct bf_field policy_file_asked[] = {
	POLICY_DONE,
	{ 0 },
};

const struct bf_field policy_reset_given[] = {
	SEEN,
	FROM,
	{ "doe", BF_CHOICE, .required = true, .choices = "weg terug",
		.label = BF_N("What you want to do") },
	{ 0 },
};

/* Each line with its parts, what is wrong on it, and what was said of it. */
static json_t *
line_json(json_t *doc, json_t *parts, int nr)
{
	json_t *fault = json_object_get(json_object_get(doc, "fault"), "text"),
	       *at = json_object_get(json_object_get(doc, "fault"), "line"),
	       *said = json_array(), *comment;
	size_t i;

	json_array_foreach (json_object_get(doc, "comments"), i, comment)
		if (json_integer_value(json_object_get(comment, "line")) == nr)
			json_array_append(said, comment);
	return json_pack("{s:i, s:O, s:o, s:O?}", "nr", nr, "parts", parts,
		"said", said, "wrong",
		json_integer_value(at) == nr ? fault : NULL);
}

static void
lines_put(struct bf_req *req, json_t *doc)
{
	const char *text = json_string_value(json_object_get(doc, "text"));
	json_t *marks, *parts, *lines = json_array();
	size_t i;

	marks = bf_lua_marks(req, text ? text : "");
	json_array_foreach (marks, i, parts)
		json_array_append_new(lines, line_json(doc, parts, (int)i + 1));
	json_decref(marks);
	json_object_set_new(doc, "lines", lines);
}

/* The fault as one of this file, where it is. */
static void
fault_here(json_t *doc)
{
	json_t *fault = json_object_get(json_object_get(doc, "check"), "fault");
	const char *file = json_string_value(json_object_get(fault, "file")),
		   *name = json_string_value(json_object_get(doc, "name"));

	json_object_set(doc, "fault",
		file && strcmp(file, name) == 0 ? fault : json_null());
}

bool
policy_file_doc(struct bf_req *req, json_t **doc, struct bf_rights **rights)
{
	if (!bf_query_json(req, &policy_file_page, doc))
		return false;
	*rights = policy_check(
		req, *doc, json_string_value(json_object_get(*doc, "name")));
	fault_here(*doc);
	return true;
}

static bool
moved_put(struct bf_req *req, json_t *doc)
{
	if (!json_is_true(json_object_get(doc, "moved")))
		return json_object_del(doc, "force_text") == 0;
	policy_change_put(req, doc);
	return true;
}

bool
policy_file(struct bf_req *req)
{
	struct bf_rights *rights;
	json_t *doc;

	if (!policy_file_doc(req, &doc, &rights))
		return false;
	if (rights)
		policy_story(req, doc, rights);
	lines_put(req, doc);
	(void)moved_put(req, doc);
	return bf_show_json(req, json_incref(doc));
}

bool
policy_save_text(struct bf_req *req, const char *after)
{
	json_t *done, *aside;

	if (!bf_query_json(req, &policy_saves, &done))
		return false;
	aside = json_object_get(done, "aside");
	return bf_see_other(req, "%s/%s%s", bf_mount_named(req, "beleid"),
		bf_arg(req, "id"),
		json_is_integer(aside)
			? bf_printf(bf_arena(req), "/opzij/%lld",
				(long long)json_integer_value(aside))
			: policy_file_path(req, after, "?gedaan=bewaard"));
}

bool
policy_save(struct bf_req *req)
{
	return policy_save_text(req, "tekst");
}

bool
policy_reset(struct bf_req *req)
{
	return policy_do(req, &policy_resets, "");
}
