/* belfort rules preview: what a draft, or the folder, does before it is in
 * force.  Which lines move is found here; what it does to the whole city only
 * background work can tell, which has the city and the secret of the noise.
 */
#include "permit.h"
#include "rules_desk.h"
#include <belfort/buf.h>
#include <belfort/json.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define PAUSE 250 /* milliseconds between two looks */
#define SOON 4    /* looks before the reader is told that it takes time */
#define BEGUN 80  /* looks until somebody must have begun: 20 seconds */
#define MOST 1200 /* looks in all: five minutes */

/* --- a table ---------------------------------------------------------------
 */

#define LABEL 24 /* signs of the first column */
#define COUNT 9
#define EURO 12

static int
signs_of(const char *text)
{
	int n = 0;

	for (; *text; text++)
		n += (*text & 0xc0) != 0x80;
	return n;
}

/* TEXT behind as many blanks as make it WIDE, and one. */
static void
cell_put(const char *text, int wide)
{
	int blanks = wide - signs_of(text);

	printf(" %*s%s", blanks > 0 ? blanks : 0, "", text);
}

static const char *
count_of(const struct bf_desk *d, json_t *row, const char *name)
{
	json_t *count = json_object_get(row, name);

	return json_is_true(json_object_get(count, "few"))
		? "<10"
		: bf_desk_number(
			d, json_integer_value(json_object_get(count, "is")));
}

/* What cannot be told is null. */
static const char *
euro_of(const struct bf_desk *d, json_t *row, const char *name)
{
	json_t *cents = json_object_get(row, name);

	return json_is_integer(cents)
		? bf_desk_euro(d, json_integer_value(cents))
		: "–";
}

/* A long LABEL stands on a line of its own. */
static void
label_put(const char *label)
{
	int blanks = LABEL - signs_of(label);

	printf(blanks < 0 ? "%s\n%*s" : "%s%*s", label,
		blanks < 0 ? LABEL : blanks, "");
}

static void
row_say(const struct bf_desk *d, const char *label, json_t *row)
{
	static const char *const counts[] = { "gains", "loses", "unknown" };
	size_t i;

	label_put(label);
	for (i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		cell_put(count_of(d, row, counts[i]), COUNT);
	cell_put(euro_of(d, row, "cost_before"), EURO);
	cell_put(euro_of(d, row, "difference"), EURO);
	puts("");
}

/* --- its rows --------------------------------------------------------------
 */

/* What a row is called. */
typedef const char *name_of(const struct bf_desk *d, json_t *row);

static const char *
title_of(const struct bf_desk *d, json_t *row)
{
	return json_string_value(
		json_object_get(json_object_get(row, "titles"), d->lang));
}

static const char *
kind_of(const struct bf_desk *d, json_t *row)
{
	static const struct {
		const char *is, *text;
	} kinds[] = {
		{ "alone", BF_N("Living alone") },
		{ "alone_children", BF_N("Alone with children") },
		{ "couple", BF_N("A couple") },
		{ "couple_children", BF_N("A couple with children") },
		{ "others", BF_N("With other people") },
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (json_object_get(json_object_get(row, "is"), kinds[i].is))
			return bf_desk_text(d, kinds[i].text);
	return bf_desk_text(d, BF_N("Not known"));
}

static const char *
tenth_of(const struct bf_desk *d, json_t *row)
{
	return json_is_true(json_object_get(row, "not_known"))
		? bf_desk_text(d, BF_N("Not known"))
		: bf_desk_number(
			d, json_integer_value(json_object_get(row, "number")));
}

static const char *
quarter_of(const struct bf_desk *d, json_t *row)
{
	const char *name = json_string_value(json_object_get(row, "name"));

	return name ? name : bf_desk_text(d, BF_N("Not known"));
}

static void
group_say(
	const struct bf_desk *d, const char *title, json_t *rows, name_of *name)
{
	json_t *row;
	size_t i;

	printf("\n%s\n", bf_desk_text(d, title));
	json_array_foreach (rows, i, row)
		row_say(d, name(d, row), row);
}

static void
head_say(const struct bf_desk *d, json_t *document)
{
	bf_desk_say(d,
		BF_N("Households, and euros a year, on {1}; known on {2}. Each "
		     "number may be some twenty off: a small one says "
		     "nothing.\n\n"),
		json_string_value(json_object_get(document, "day")),
		json_string_value(json_object_get(document, "data_day")), NULL,
		NULL);
	label_put("");
	cell_put(bf_desk_text(d, BF_N("gain")), COUNT);
	cell_put(bf_desk_text(d, BF_N("lose")), COUNT);
	cell_put(bf_desk_text(d, BF_N("unknown")), COUNT);
	cell_put(bf_desk_text(d, BF_N("cost now")), EURO);
	cell_put(bf_desk_text(d, BF_N("difference")), EURO);
	puts("");
	row_say(d, bf_desk_text(d, BF_N("Together")),
		json_object_get(document, "total"));
}

static void
document_say(const struct bf_desk *d, json_t *document)
{
	json_t *rules = json_object_get(document, "rules"),
	       *by = json_object_get(document, "by");

	if (json_array_size(rules) == 0) {
		bf_desk_say(d,
			BF_N("No rule is different, so nothing changes for "
			     "anybody.\n"),
			NULL, NULL, NULL, NULL);
		return;
	}
	head_say(d, document);
	group_say(d, BF_N("By right"), rules, title_of);
	group_say(d, BF_N("By kind of household"), json_object_get(by, "type"),
		kind_of);
	group_say(d, BF_N("By income, from the lowest tenth"),
		json_object_get(by, "tenth"), tenth_of);
	group_say(d, BF_N("By neighbourhood"),
		json_object_get(by, "neighbourhood"), quarter_of);
}

static void
left_say(const struct bf_desk *d, json_t *document)
{
	bf_desk_say(d,
		BF_N("\nOf what you may ask in a day {1} points are left.\n"),
		bf_desk_number(d,
			json_integer_value(json_object_get(document, "left"))),
		NULL, NULL, NULL);
}

/* --- the whole city --------------------------------------------------------
 */

/* Wait a moment, with a word where it takes longer. */
static void
pause_some(const struct bf_desk *d, int looks)
{
	const struct timespec time = { .tv_nsec = PAUSE * 1000000L };

	if (looks == SOON)
		fputs(bf_desk_text(d,
			      BF_N("Background work looks at the whole city. "
				   "You can stop waiting: asking again costs "
				   "nothing.\n")),
			stderr);
	nanosleep(&time, NULL);
}

/* Once: what came out of TRIAL, or NULL as long as nothing did. */
static bool
look(struct bf_desk *d, json_t *workshop, json_t *trial, json_t **said,
	bool *begun, struct bf_err *err)
{
	const char *fault;

	if (!bf_workshop_ask(d, workshop, "tried",
		    json_pack("{s:O, s:s}", "trial", trial, "login",
			    bf_tool_login(d->arena)),
		    said, err))
		return false;
	*begun = json_is_true(json_object_get(*said, "taken"));
	fault = json_string_value(json_object_get(*said, "fault"));
	*said = json_object_get(*said, "document");
	return fault == NULL || bf_err(err, "%s", fault);
}

static bool
wait_for(struct bf_desk *d, json_t *workshop, json_t *trial, json_t **said,
	struct bf_err *err)
{
	int looks, idle = 0;
	bool begun;

	for (looks = 0; looks < MOST && idle < BEGUN; looks++) {
		if (!look(d, workshop, trial, said, &begun, err))
			return false;
		if (json_is_object(*said))
			return true;
		idle = begun ? 0 : idle + 1;
		pause_some(d, looks);
	}
	return bf_err(err,
		"background work does not answer: belfortd must run with %s in "
		"[pool jobs], and a day's copy of the city must be there; "
		"belfort doctor and the log tell more",
		json_string_value(json_object_get(
			json_object_get(workshop, "workshop"), "tries")));
}

static bool
city_say(
	struct bf_desk *d, json_t *workshop, json_t *answer, struct bf_err *err)
{
	json_t *document;

	if (!wait_for(d, workshop, json_object_get(answer, "trial"), &document,
		    err))
		return false;
	document_say(d, document);
	left_say(d, document);
	return true;
}

/* --- lines ------------------------------------------------------------------
 */

static bool
lines_say(struct bf_desk *d, json_t *answer, struct bf_err *err)
{
	struct bf_rule_files *kept;
	struct bf_rule_set *was, *will;

	return bf_desk_kept(d, NULL, &kept, err)
		&& bf_desk_load(d, kept, &was, err)
		&& bf_desk_load(d,
			bf_rules_files_from(d->arena, d->scope.feature,
				json_object_get(answer, "files")),
			&will, err)
		&& bf_desk_moves(d, was, will, err);
}

/* --- what is asked ----------------------------------------------------------
 */

static bool
may_try(struct bf_desk *d, json_t *workshop, struct bf_err *err)
{
	const char *tries = json_string_value(json_object_get(
		json_object_get(workshop, "workshop"), "tries"));
	json_t *feature = tries ? bf_describe_find(d->pools, tries) : NULL;

	if (!bf_rules_rights(d->scope.rules))
		return true;
	if (feature == NULL)
		return bf_err(err,
			"no plugin tries rules on the whole city: %s does, in "
			"a pool of its own and in [pool jobs]",
			tries ? tries : "preview");
	return bf_tool_may(d->tool, d->pools, d->conn, feature, "ask", err);
}

/* The files of the folder, all of them. */
static bool
folder_put(struct bf_desk *d, json_t *doc, struct bf_err *err)
{
	json_t *list = json_array();
	struct bf_rule_files *files;
	size_t i;

	json_object_set_new(doc, "files", list);
	if (!bf_desk_files(d, &files, err))
		return false;
	for (i = 0; i < files->count; i++)
		json_array_append_new(list,
			json_pack("{s:s, s:s}", "name", files->files[i].name,
				"text", files->files[i].text));
	return true;
}

bool
bf_rules_do_preview(struct bf_desk *d, struct bf_err *err)
{
	json_t *workshop, *answer;
	json_t *doc = json_pack("{s:s, s:s, s:s*}", "feature", d->scope.feature,
		"login", bf_tool_login(d->arena), "from", d->tool->from);

	bf_json_keep(d->arena, doc);
	if (!bf_workshop_find(d, &workshop, err)
		|| !(d->words[0] ? bf_workshop_draft(d, doc, err)
				 : folder_put(d, doc, err))
		|| !bf_desk_database(d, err) || !may_try(d, workshop, err)
		|| !bf_workshop_act(
			d, workshop, "preview", json_incref(doc), &answer, err))
		return false;
	return bf_rules_rights(d->scope.rules)
		? city_say(d, workshop, answer, err)
		: lines_say(d, answer, err);
}
