/* A feature's rules as a document: the tool loads no plugin itself. */
#include "rules_own.h"
#include <string.h>

json_t *
bf_rules_describe(const struct bf_rules *rules)
{
	const struct bf_fact *f;
	json_t *facts;

	if (bf_rules_rights(rules))
		return json_pack("{s:s, s:s}", "publish", rules->publish,
			"confirm", rules->confirm);
	facts = json_array();
	for (f = rules->facts; f->name; f++)
		json_array_append_new(facts,
			json_pack("{s:s, s:s, s:s, s:s}", "name", f->name,
				"alias", f->alias, "type",
				f->type == BF_FACT_TEXT ? "text" : "euro",
				"says", f->says));
	return json_pack("{s:o, s:s, s:s, s:s, s:i}", "facts", facts, "views",
		rules->views, "lines", rules->lines, "publish", rules->publish,
		"most", rules->most);
}

static const char *
text(struct bf_arena *arena, json_t *object, const char *member)
{
	const char *said = json_string_value(json_object_get(object, member));

	return bf_strdup(arena, said ? said : "");
}

static const struct bf_fact *
facts_from(struct bf_arena *arena, json_t *list)
{
	struct bf_fact *facts = bf_alloc(
		arena, (json_array_size(list) + 1) * sizeof(*facts));
	json_t *fact;
	size_t i;

	json_array_foreach (list, i, fact)
		facts[i] = (struct bf_fact){ text(arena, fact, "name"),
			text(arena, fact, "alias"),
			strcmp(text(arena, fact, "type"), "text") == 0
				? BF_FACT_TEXT
				: BF_FACT_EURO,
			text(arena, fact, "says") };
	return facts;
}

const struct bf_rules *
bf_rules_from(struct bf_arena *arena, json_t *described)
{
	json_t *facts = json_object_get(described, "facts");
	struct bf_rules *rules = bf_alloc(arena, sizeof(*rules));

	rules->publish = text(arena, described, "publish");
	if (facts == NULL) {
		rules->confirm = text(arena, described, "confirm");
		return rules;
	}
	rules->facts = facts_from(arena, facts);
	rules->views = text(arena, described, "views");
	rules->lines = text(arena, described, "lines");
	rules->most = (int)json_integer_value(
		json_object_get(described, "most"));
	return rules;
}
