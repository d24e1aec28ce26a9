/* What somebody gets, could get and does not get, and why: what was decided
 * comes from the database, the rest from the rules in force over the facts of
 * now.
 */
#include "grants.h"
#include "pages.h"
#include <string.h>

const struct bf_query pages_mine = { "grants.page", "session lang" };

/* One household, or one of its people, and what the rules say of them. */
struct scope {
	struct bf_req *req;
	const struct bf_rights_held *set;
	json_t *doc;        /* the page */
	json_t *person;     /* {"id", "name"}; NULL: the household */
	const char *called; /* their name; NULL: who looks, or the household */
	const struct bf_right_outcome *outcomes;
};

static bool
is_same(json_t *row, const struct scope *s, const char *code)
{
	const char *rule = json_string_value(json_object_get(row, "rule"));
	json_t *subject = json_object_get(row, "subject");

	return rule && strcmp(rule, code) == 0
		&& (s->person ? json_equal(
			    subject, json_object_get(s->person, "id"))
			      : json_is_null(subject));
}

/* Whether MEMBER of the page has RULE, or DECLINED by who it was for. */
static bool
is_among(const struct scope *s, const char *member, const char *code,
	const char *state)
{
	json_t *rows = json_object_get(json_object_get(s->doc, member), "rows");
	json_t *row;
	size_t i;

	json_array_foreach (rows, i, row)
		if (is_same(row, s, code)
			&& (!state
				|| json_object_get(
					json_object_get(row, "is"), state)))
			return true;
	return false;
}

/* What is certain by rules that nobody confirmed for today is only likely, and
 * those of the city itself are named first. */
static const struct group {
	const char *name;
	bool city;
	enum bf_right_state state;
	int sure, automatic; /* 1, 0; -1: either */
} groups[] = {
	{ "soon", true, BF_RIGHT_YES, 1, 1 },
	{ "ask", true, BF_RIGHT_YES, 1, 0 },
	{ "likely", true, BF_RIGHT_YES, 0, -1 },
	{ "open", true, BF_RIGHT_OPEN, -1, -1 },
	{ "refer", false, BF_RIGHT_YES, 1, -1 },
	{ "refer_likely", false, BF_RIGHT_YES, 0, -1 },
	{ "perhaps", false, BF_RIGHT_OPEN, -1, -1 },
	{ "no", true, BF_RIGHT_NO, -1, -1 },
	{ "no_others", false, BF_RIGHT_NO, -1, -1 },
};

static bool
fits(const struct group *g, const struct bf_right_rule *rule,
	const struct bf_right_outcome *o, bool sure)
{
	bool automatic = rule->granting == BF_RIGHT_AUTOMATIC;

	return g->city == rule->city && g->state == o->state
		&& (g->sure < 0 || (bool)g->sure == sure)
		&& (g->automatic < 0 || (bool)g->automatic == automatic);
}

static json_t *
outcome(const struct scope *s, int rule, bool sure)
{
	const struct bf_right_rule *r = &s->set->rules[rule];
	struct bf_right_outcome o = s->outcomes[rule];

	o.confirmed = sure || o.figures.text == NULL;
	return json_pack("{s:s, s:s, s:s?, s:s, s:s?, s:s?, s:s?, s:s?}",
		"code", r->code, "title", pages_text(s->req, r->title), "for",
		s->called, "sentence",
		bf_right_sentence(
			bf_arena(s->req), s->set->rights, &o, bf_lang(s->req)),
		"how", pages_text(s->req, r->how), "competent",
		pages_text(s->req, r->competent), "address", r->address, "link",
		r->link);
}

/* Among the rows of GROUP of the page. */
static void
put(const struct scope *s, const char *group, json_t *row)
{
	json_t *there = json_object_get(s->doc, group);

	if (!json_is_object(there)) {
		there = json_pack("{s:[]}", "rows");
		json_object_set_new(s->doc, group, there);
	}
	json_array_append_new(json_object_get(there, "rows"), row);
}

/* Of the city's own that are stopped nothing is said but that. */
static bool
waits(const struct scope *s, int rule)
{
	return s->set->rules[rule].city
		&& s->outcomes[rule].state != BF_RIGHT_NOT_HELD
		&& bf_rights_stopped(s->set, s->outcomes, rule);
}

static void
rule_tell(const struct scope *s, int rule)
{
	const struct bf_right_rule *r = &s->set->rules[rule];
	bool sure = bf_rights_stand(s->set, s->outcomes, rule);
	bool waiting = waits(s, rule);
	size_t i;

	if (r->person != (s->person != NULL)
		|| is_among(s, "granted", r->code, NULL)
		|| is_among(s, "ended", r->code, "declined"))
		return;
	if (waiting)
		put(s, "waiting", outcome(s, rule, sure));
	for (i = 0; !waiting && i < sizeof(groups) / sizeof(groups[0]); i++)
		if (fits(&groups[i], r, &s->outcomes[rule], sure))
			put(s, groups[i].name, outcome(s, rule, sure));
}

/* Facts that contradict the rules decide nothing. */
static void
scope_tell(struct scope *s, json_t *facts)
{
	struct bf_right_known known[BF_RIGHT_FACTS];
	struct bf_right_outcome *outcomes;
	const char *id = json_string_value(json_object_get(s->person, "id"));
	int i, wrong;

	grants_known(s->set, facts, id, known);
	if (!bf_rights_decide(bf_arena(s->req), s->set->rights, s->set->day,
		    known, &outcomes, &wrong))
		return;
	s->outcomes = outcomes;
	for (i = 0; i < (int)s->set->rule_count; i++)
		rule_tell(s, i);
}

/* The household, then each of its people whose rights this page may show; the
 * first of them is who looks. */
static void
rules_tell(struct bf_req *req, const struct bf_rights_held *set, json_t *doc)
{
	json_t *facts = json_object_get(doc, "facts");
	struct scope s = { .req = req, .set = set, .doc = doc };
	size_t i;

	scope_tell(&s, facts);
	json_array_foreach (json_object_get(doc, "people"), i, s.person) {
		s.called = i == 0
			? NULL
			: json_string_value(json_object_get(s.person, "name"));
		scope_tell(&s, facts);
	}
}

bool
grants_mine(struct bf_req *req)
{
	struct bf_rights_held set;
	json_t *doc, *row;
	size_t i;

	if (!bf_query_json(req, &pages_mine, &doc) || !pages_set(req, &set))
		return false;
	if (set.rights && json_is_array(json_object_get(doc, "facts")))
		rules_tell(req, &set, doc);
	pages_facts(req, &set, doc, "facts");
	json_array_foreach (
		json_object_get(json_object_get(doc, "requests"), "rows"), i,
		row)
		pages_facts(req, &set, row, "answers");
	json_object_del(doc, "people");
	return bf_show_json(req, json_incref(doc));
}
