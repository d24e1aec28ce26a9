/* Numbers for who waits, and the screen where they are called. */
#include "own.h"
#include <string.h>

#define AGAIN 20 /* seconds until the page of a number asks again */
#define EDGE 4   /* squares that stay white around a drawing */
#define TURN 8   /* seconds that the screen shows one language */

const struct bf_query counter_places = { "counter.places", "" };
const struct bf_query counter_numbers = { "counter.numbers", "place lang" };
const struct bf_query counter_take_it = { "counter.take",
	"place dienst spreek staan lezen code network", .writes = true };
const struct bf_query counter_check = { "counter.check_in",
	"place afspraak code", .writes = true };
const struct bf_query counter_ticket_page = { "counter.ticket_page",
	"place code lang" };
const struct bf_query counter_screen_page = { "counter.screen", "place" };

const struct bf_kind counter_not_offered = {
	"not_offered", 409,
	BF_N("Nobody is there for this now. Choose something else, or ask at the counter.")
};
const struct bf_kind counter_not_today = { "not_today", 422,
	BF_N("We find no appointment of today at this place with this code.") };
const struct bf_kind counter_numbered = {
	"numbered", 422,
	BF_N("You have a number for this appointment already. Ask at the counter if you lost it.")
};

const struct bf_field counter_wishes[] = {
	{ "dienst", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("What you come for") },
	{ "spreek", BF_CHOICE, .choices = COUNTER_SPOKEN,
		.label = BF_N("Language you want to speak") },
	{ "staan", BF_CHOICE, .choices = "ja",
		.label = BF_N("Standing is hard for me") },
	{ "lezen", BF_CHOICE, .choices = "ja",
		.label = BF_N("Reading is hard for me") },
	{ 0 },
};

const struct bf_field counter_appointment_code[] = {
	{ "afspraak", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("Code of your appointment") },
	{ 0 },
};

const struct bf_field counter_turn[] = {
	{ "taal", BF_CHOICE, .choices = "nl en fr", .label = BF_N("Language") },
	{ "wissel", BF_CHOICE, .choices = "ja",
		.label = BF_N("Whether languages take turns") },
	{ 0 },
};

/* With a number that QUERY gives, to its page, which only who took it knows. */
static bool
number(struct bf_req *req, const struct bf_query *query)
{
	const char *code = counter_code_new(req);

	bf_set(req, "code", counter_code_hash(req, code));
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s/nummer/%s/%s", bf_mount(req),
			bf_arg(req, "place"), code);
}

bool
counter_take(struct bf_req *req)
{
	return counter_network(req, "number") && number(req, &counter_take_it);
}

bool
counter_check_in(struct bf_req *req)
{
	const char *hash = counter_code_hash(req, bf_value(req, "afspraak"));

	if (hash == NULL)
		return bf_fail_field(req, "afspraak", counter_not_today.text);
	bf_set(req, "afspraak", hash);
	return number(req, &counter_check);
}

bool
counter_ticket(struct bf_req *req)
{
	const char *hash = counter_code_hash(req, bf_arg(req, "code"));

	if (hash == NULL)
		return bf_fail(req, &BF_NOT_FOUND, "no code of a number");
	bf_set(req, "code", hash);
	bf_refresh(req, AGAIN, NULL);
	return bf_show(req, &counter_ticket_page);
}

/* The language whose turn it is after LANG. */
static const char *
turn_after(const char *lang)
{
	static const char *const turns[][2] = { { "nl", "fr" }, { "fr", "en" },
		{ "en", "nl" } };
	size_t i = 0;

	while (strcmp(turns[i][0], lang) != 0)
		i++;
	return turns[i][1];
}

/* Where the screen goes on; NULL: who asked for a language keeps it. */
static const char *
turn(struct bf_req *req)
{
	if (bf_value(req, "taal") && !bf_value(req, "wissel"))
		return NULL;
	return bf_printf(bf_arena(req), "%s/scherm/%s?taal=%s&wissel=ja",
		bf_mount(req), bf_arg(req, "place"), turn_after(bf_lang(req)));
}

/* The way to a number, for phones. */
static void
way_set(struct bf_req *req, json_t *doc)
{
	const char *way = bf_printf(bf_arena(req), "%s%s/nummer/%s",
		bf_site(req), bf_mount(req), bf_arg(req, "place"));
	int size;

	json_object_set_new(doc, "way", json_string(way));
	json_object_set_new(
		doc, "drawing", json_string(bf_drawing(req, way, &size)));
	json_object_set_new(doc, "size", json_integer(size + 2 * EDGE));
}

bool
counter_screen(struct bf_req *req)
{
	const char *next = turn(req);
	struct bf_text text;
	json_t *doc;

	if (!bf_query(req, &counter_screen_page, &text))
		return false;
	doc = json_loadb(text.data, text.len, 0, NULL);
	way_set(req, doc);
	if (next)
		json_object_set_new(doc, "next", json_string(next));
	bf_refresh(req, TURN, next);
	return bf_show_json(req, doc);
}
