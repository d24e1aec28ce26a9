/* Checks what a pool says of its plugins. */
#include "described.h"
#include <belfort/paper.h>
#include <string.h>

#define MOUNT "abcdefghijklmnopqrstuvwxyz0123456789-_/"
#define FIELDS_MOST 100 /* of a form on paper */
#define WORD "abcdefghijklmnopqrstuvwxyz0123456789_"

static bool
wrong(struct bf_err *err, const char *feature, const char *what,
	const char *found)
{
	return bf_err(err, "plugin %s declares the %s %s, which is not its own",
		feature, what, found ? found : "(none)");
}

static bool
is_mount(const char *text)
{
	size_t len = text ? strlen(text) : 0;

	return len > 0 && len < 200 && text[0] == '/'
		&& strspn(text, MOUNT) == len && strstr(text, "//") == NULL
		&& (len == 1 || text[len - 1] != '/');
}

/* schema.name, of the schema FEATURE. */
static bool
is_own(const char *feature, const char *text)
{
	size_t len = strlen(feature);

	return text && strncmp(text, feature, len) == 0 && text[len] == '.'
		&& text[len + 1] != '\0'
		&& strspn(text + len + 1, WORD) == strlen(text + len + 1);
}

/* Each of LIST, or its MEMBER, is of the schema NAME. */
static bool
all_own(json_t *list, const char *member, const char *name, const char *what,
	struct bf_err *err)
{
	json_t *item;
	size_t i;

	json_array_foreach (list, i, item) {
		const char *text = json_string_value(
			member ? json_object_get(item, member) : item);

		if (!is_own(name, text))
			return wrong(err, name, what, text);
	}
	return true;
}

static bool
mounts_plain(json_t *list, const char *name, struct bf_err *err)
{
	json_t *item;
	size_t i;

	json_array_foreach (list, i, item)
		if (!is_mount(json_string_value(item)))
			return bf_err(err,
				"plugin %s: the mount %s is no plain path: "
				"small letters, digits, - and / only",
				name,
				json_is_string(item) ? json_string_value(item)
						     : "(none)");
	return true;
}

static bool
rules_own(json_t *rules, const char *name, struct bf_err *err)
{
	static const char *const keys[] = { "publish", "lines", "confirm" };
	const char *text;
	json_t *item;
	size_t i;

	if (!json_is_object(rules))
		return true;
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		item = json_object_get(rules, keys[i]);
		text = json_string_value(item);
		if ((item || i == 0) && !is_own(name, text))
			return wrong(err, name, "function", text);
	}
	return true;
}

/* Words that stand on pages of the city. */
static bool
words_few(json_t *texts, size_t most, const char *name, struct bf_err *err)
{
	const char *lang;
	json_t *text;

	json_object_foreach (texts, lang, text)
		if (json_string_length(text) > most)
			return bf_err(err,
				"plugin %s: a text of %zu bytes, where %zu is "
				"the most: %.60s...",
				name, json_string_length(text), most,
				json_string_value(text));
	return true;
}

static bool
personal_own(json_t *list, const char *name, struct bf_err *err)
{
	json_t *row;
	size_t i;

	json_array_foreach (list, i, row)
		if (!words_few(json_object_get(row, "purpose"), 500, name, err)
			|| !words_few(
				json_object_get(row, "basis"), 500, name, err))
			return false;
	return strcmp(name, "core") == 0
		|| all_own(list, "table", name, "table", err);
}

static bool
jobs_own(json_t *list, const char *name, struct bf_err *err)
{
	json_t *job;
	size_t i;

	json_array_foreach (list, i, job)
		if (!all_own(json_object_get(job, "queries"), "function", name,
			    "function", err))
			return false;
	return true;
}

static bool
function_own(json_t *function, const char *name, struct bf_err *err)
{
	const char *text = json_string_value(function);

	return text == NULL || is_own(name, text)
		|| wrong(err, name, "function", text);
}

/* Of OBJECT, or null: the functions that its member ONE and OTHER name. */
static bool
both_own(json_t *object, const char *one, const char *other, const char *name,
	struct bf_err *err)
{
	return function_own(json_object_get(object, one), name, err)
		&& function_own(json_object_get(object, other), name, err);
}

static bool
about_own(json_t *about, const char *name, struct bf_err *err)
{
	const char *column;
	json_t *texts;

	json_object_foreach (json_object_get(about, "words"), column, texts)
		if (!words_few(texts, 80, name, err))
			return false;
	return function_own(json_object_get(about, "function"), name, err);
}

/* Of each service, what may be long. */
static bool
channels_few(json_t *list, const char *name, struct bf_err *err)
{
	static const char *const ways[] = { "counter", "phone", "paper" };
	json_t *row, *way;
	size_t i, j;

	json_array_foreach (list, i, row) {
		if (!words_few(json_object_get(row, "title"), 80, name, err))
			return false;
		for (j = 0; j < sizeof(ways) / sizeof(ways[0]); j++) {
			way = json_object_get(row, ways[j]);
			if (!words_few(
				    json_object_get(way, "how"), 500, name, err)
				|| !words_few(json_object_get(way, "without"),
					500, name, err))
				return false;
		}
	}
	return all_own(list, "name", name, "service", err);
}

/* Forms on paper are told of on pages of the city, and lead back to where they
 * stand. */
static bool
field_few(json_t *field, const char *name, struct bf_err *err)
{
	json_t *choice;
	size_t i;

	json_array_foreach (json_object_get(field, "choices"), i, choice)
		if (!words_few(
			    json_object_get(choice, "words"), 200, name, err))
			return false;
	return words_few(json_object_get(field, "labels"), 200, name, err)
		&& words_few(json_object_get(field, "hints"), 500, name, err);
}

static bool
fields_few(json_t *list, const char *name, struct bf_err *err)
{
	json_t *field;
	size_t i;

	if (json_array_size(list) > FIELDS_MOST)
		return bf_err(err,
			"plugin %s: a form on paper of %zu fields, where %d "
			"is the most",
			name, json_array_size(list), FIELDS_MOST);
	json_array_foreach (list, i, field)
		if (!field_few(field, name, err))
			return false;
	return true;
}

static bool
paper_own(json_t *paper, json_t *mounts, const char *name, struct bf_err *err)
{
	const char *page = json_string_value(json_object_get(paper, "page"));
	const char *code = json_string_value(json_object_get(paper, "code"));
	const char *mount = NULL;
	char read[BF_PAPER_CODE];
	json_t *each;
	size_t i;

	json_array_foreach (mounts, i, each)
		if (page && json_is_string(each)
			&& strncmp(page, json_string_value(each),
				   json_string_length(each))
				== 0)
			mount = json_string_value(each);
	if (mount == NULL || !is_mount(page))
		return wrong(err, name, "page of a form on paper", page);
	if (code == NULL || !bf_paper_read(code, read))
		return wrong(err, name, "code of a form on paper", code);
	return words_few(json_object_get(paper, "titles"), 120, name, err)
		&& words_few(json_object_get(paper, "about"), 500, name, err)
		&& words_few(json_object_get(paper, "purpose"), 500, name, err)
		&& words_few(json_object_get(paper, "basis"), 500, name, err)
		&& fields_few(json_object_get(paper, "fields"), name, err);
}

static bool
papers_own(json_t *feature, const char *name, struct bf_err *err)
{
	json_t *paper;
	size_t i;

	json_array_foreach (json_object_get(feature, "papers"), i, paper)
		if (!paper_own(paper, json_object_get(feature, "mounts"), name,
			    err))
			return false;
	return true;
}

static bool
in_pool(const struct bf_pool_settings *pool, const char *name)
{
	const char *const *each;

	for (each = pool->plugins; name && *each; each++)
		if (strcmp(*each, name) == 0)
			return true;
	return name && strcmp(name, "core") == 0;
}

static bool
feature_check(json_t *feature, const struct bf_pool_settings *pool,
	struct bf_err *err)
{
	const char *name = json_string_value(json_object_get(feature, "name"));

	if (!in_pool(pool, name))
		return bf_err(err,
			"pool %s speaks of a plugin %s that is not in it",
			pool->name, name ? name : "without a name");
	return mounts_plain(json_object_get(feature, "mounts"), name, err)
		&& all_own(json_object_get(feature, "queries"), "function",
			name, "function", err)
		&& all_own(json_object_get(feature, "open"), NULL, name, "view",
			err)
		&& all_own(json_object_get(feature, "imports"), "table", name,
			"table", err)
		&& both_own(json_object_get(feature, "identity"), "tool", "may",
			name, err)
		&& both_own(json_object_get(feature, "workshop"), "draft",
			"tool", name, err)
		&& words_few(json_object_get(feature, "titles"), 80, name, err)
		&& words_few(
			json_object_get(feature, "summaries"), 300, name, err)
		&& personal_own(json_object_get(feature, "personal"), name, err)
		&& all_own(json_object_get(feature, "rights"), "name", name,
			"right", err)
		&& all_own(json_object_get(feature, "publishes"), NULL, name,
			"function", err)
		&& all_own(json_object_get(feature, "apart"), NULL, name,
			"table", err)
		&& all_own(json_object_get(feature, "reads"), NULL, name,
			"view", err)
		&& all_own(json_object_get(feature, "fills"), NULL, name,
			"table", err)
		&& all_own(json_object_get(feature, "looks"), "name", name,
			"look", err)
		&& function_own(json_object_get(feature, "bounced"), name, err)
		&& about_own(json_object_get(feature, "about"), name, err)
		&& channels_few(json_object_get(feature, "channels"), name, err)
		&& papers_own(feature, name, err)
		&& jobs_own(json_object_get(feature, "jobs"), name, err)
		&& rules_own(json_object_get(feature, "rules"), name, err);
}

bool
bf_described_check(
	json_t *doc, const struct bf_pool_settings *pool, struct bf_err *err)
{
	json_t *feature;
	size_t i;

	json_array_foreach (json_object_get(doc, "features"), i, feature)
		if (!feature_check(feature, pool, err))
			return false;
	return true;
}
