/* Takes over what the folder of sources declares, when somebody saved a file
 * there or other rules came in force.
 */
#include "facts.h"
#include <belfort/workshop.h>
#include <stdlib.h>
#include <string.h>

static const struct bf_query version = { "facts.rules_now", "" };
static const struct bf_query wanted = { "facts.wanted", "" };
static const struct bf_query vocabulary = { "facts.vocabulary", "facts",
	.writes = true };
static const struct bf_query sources_put = { "facts.sources_put", "sources",
	.writes = true };
static const struct bf_query declared = { "facts.declared_put", "fault",
	.writes = true };

const struct bf_query *const facts_declare_queries[] = { &version, &wanted,
	&vocabulary, &sources_put, &declared, NULL };

/* What was taken over last, or found wrong: the times of files, the rules. What
 * the database did not take is tried again. */
static char *last;

static json_t *
texts_of(const char *const text[BF_RIGHT_LANGS])
{
	return json_pack(
		"{s:s, s:s, s:s}", "nl", text[0], "en", text[1], "fr", text[2]);
}

static json_t *
choices_of(const struct bf_right_fact *fact)
{
	json_t *out = json_array(), *one;
	int64_t i;

	for (i = 0; fact->choices && i <= fact->high; i++) {
		one = texts_of(fact->choices[i].title);
		json_object_set_new(
			one, "code", json_string(fact->choices[i].code));
		json_array_append_new(out, one);
	}
	return out;
}

static json_t *
fact_of(const struct bf_right_fact *fact)
{
	static const char *const kinds[] = {
		[BF_RIGHT_YESNO] = "yesno",
		[BF_RIGHT_COUNT] = "count",
		[BF_RIGHT_EURO] = "euro",
		[BF_RIGHT_DATE] = "date",
		[BF_RIGHT_CHOICE] = "choice",
	};

	return json_pack("{s:s, s:b, s:s, s:I, s:I, s:o, s:o}", "name",
		fact->name, "person", fact->person, "kind", kinds[fact->kind],
		"low", (json_int_t)fact->low, "high", (json_int_t)fact->high,
		"title", texts_of(fact->title), "choices", choices_of(fact));
}

/* The facts that the rules in force know; false with *NONE: there are none. */
static bool
facts_known(struct bf_req *req, bool *none)
{
	const struct bf_right_file *files;
	struct bf_right_fault fault;
	struct bf_rights *rights;
	const struct bf_right_fact *facts;
	json_t *doc, *list = json_array();
	size_t count, i;

	*none = false;
	if (!bf_query_json(req, &wanted, &doc))
		return false;
	count = bf_right_files_read(req, json_object_get(doc, "files"), &files);
	*none = count == 0
		|| !bf_rights_load(req, files, count, &rights, &fault);
	if (*none) {
		json_decref(list);
		return false;
	}
	facts = bf_rights_facts(rights, &count);
	for (i = 0; i < count; i++)
		json_array_append_new(list, fact_of(&facts[i]));
	bf_rights_free(rights);
	facts_set(req, "facts", list);
	return bf_query(req, &vocabulary, NULL);
}

/* What is wrong with what STAMP names, for pages and the log; null: nothing. */
static bool
tell(struct bf_req *req, json_t *fault, const char *stamp)
{
	const char *file = fault ? facts_word(fault, "file") : NULL;

	facts_set(req, "fault", fault ? json_incref(fault) : json_null());
	if (!bf_query(req, &declared, NULL))
		return false;
	free(last);
	last = strdup(stamp);
	return fault == NULL
		|| bf_fail(req, &BF_INTERNAL, "%s:%d: %s %s", file ? file : "",
			(int)json_integer_value(json_object_get(fault, "line")),
			facts_word(fault, "code"), facts_word(fault, "text"));
}

static bool
sources_take(struct bf_req *req, const char *folder, const char *stamp)
{
	json_t *fault = NULL, *doc,
	       *sources = facts_ini_read(bf_arena(req), folder, &fault);
	bool good;

	if (sources) {
		facts_set(req, "sources", sources);
		if (!bf_query_json(req, &sources_put, &doc))
			return false;
		fault = json_incref(json_object_get(doc, "fault"));
	}
	good = tell(req, fault, stamp);
	json_decref(fault);
	return good;
}

bool
facts_declare(struct bf_req *req)
{
	const char *folder = bf_option(req, "sources"), *files, *now;
	bool none;
	json_t *doc;

	files = folder ? facts_ini_stamp(bf_arena(req), folder) : NULL;
	if (files == NULL || !bf_query_json(req, &version, &doc))
		return folder == NULL || files
			|| bf_fail(
				req, &BF_INTERNAL, "%s cannot be read", folder);
	now = bf_printf(bf_arena(req), "%lld\n%s",
		(long long)json_integer_value(json_object_get(doc, "version")),
		files);
	if (last && strcmp(last, now) == 0)
		return true;
	if (!facts_known(req, &none))
		return none;
	return sources_take(req, folder, now);
}
