/* Tells the parts of a rule file by line, for who gives them colours. */
#include "lua_parts.h"
#include "rights_own.h"
#include <belfort/request.h>
#include <belfort/workshop.h>
#include <string.h>

/* Words of Lua, and those of rules that build no condition. */
static const char *const words[] = { "and", "break", "do", "else", "elseif",
	"end", "false", "for", "function", "goto", "if", "in", "local", "nil",
	"not", "or", "repeat", "return", "then", "true", "until", "while",
	"ipairs", "pairs", "feiten", "facts", "regel", "rule", "breuk", "ratio",
	"procent", "percent", "datum", "date", "noem", "called", "feit", "fact",
	"bedrag", "amount", "recht", "right", "bedrag_van", "amount_of",
	"de_dag", "the_day", "cent", "euro", "ja", "yes", "nee", "no",
	"onbekend", "unknown", "categorieen", "categories", "indeling",
	"classification", "niets", "nothing" };

static bool
in_words(const struct bf_lua_part *part)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (bf_lua_is(part, words[i]))
			return true;
	return false;
}

static bool
in_vocabulary(
	const struct bf_rule_vocabulary *known, const struct bf_lua_part *part)
{
	const struct bf_rule_op *op = known->ops;

	for (; op < known->ops + known->op_count; op++)
		if (bf_lua_is(part, op->nl) || bf_lua_is(part, op->en))
			return true;
	return false;
}

/* The part beside PART that says something, on the side STEP. */
static const struct bf_lua_part *
beside(const struct bf_lua_part *part, int step)
{
	do
		part += step;
	while (part->kind == PART_BLANK || part->kind == PART_COMMENT);
	return part;
}

/* A name that stands for itself: not that of a field. */
static bool
is_word(const struct bf_lua_part *part)
{
	return !bf_lua_is(beside(part, -1), ".")
		&& !bf_lua_is(beside(part, 1), "=")
		&& (in_words(part) || in_vocabulary(&bf_right_words, part)
			|| in_vocabulary(&bf_rule_budget_words, part));
}

static const char *
kind_of(const struct bf_lua_part *part)
{
	static const char *const kinds[] = { "other", "other", "comment",
		"text", "number", "name", "other" };

	return part->kind == PART_NAME && is_word(part) ? "word"
							: kinds[part->kind];
}

/* One more mark on the last of LINES. */
static void
mark(json_t *lines, const char *kind, const char *at, size_t len)
{
	json_t *line = json_array_get(lines, json_array_size(lines) - 1);
	json_t *text = json_stringn(at, len);

	if (text == NULL) /* it is no UTF-8 */
		text = json_string("?");
	if (len > 0)
		json_array_append_new(line,
			json_pack("{s:s, s:O}", "kind", kind, "text", text));
	json_decref(text);
}

/* A part that goes on over lines is one on each. */
static void
part_mark(json_t *lines, const struct bf_lua_part *part)
{
	const char *at = part->at, *end = at + part->len, *stop;
	const char *kind = kind_of(part);

	while ((stop = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		mark(lines, kind, at,
			(size_t)(stop - at) - (stop > at && stop[-1] == '\r'));
		json_array_append_new(lines, json_array());
		at = stop + 1;
	}
	mark(lines, kind, at, (size_t)(end - at));
}

json_t *
bf_lua_marks(struct bf_req *req, const char *text)
{
	json_t *lines = json_pack("[[]]");
	struct bf_lua_part *parts;
	size_t count, i, len = strlen(text);

	parts = bf_lua_parts(bf_arena(req), text, len, &count);
	for (i = 0; i < count; i++)
		part_mark(lines, &parts[i]);
	return lines;
}
