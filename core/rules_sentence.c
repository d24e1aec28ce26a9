/* Says a condition as a sentence, for those who read rules on a page. */
#include "format.h"
#include "rules_own.h"
#include <belfort/buf.h>
#include <string.h>

#define SENTENCE_MOST 2000 /* parts may be shared: a tree can be very long */

struct voice {
	struct bf_arena *arena;
	const struct bf_rule_scope *scope;
	const char *lang;
	struct bf_buf *out;
};

static void say(struct voice *v, const struct bf_rule_node *node);

static const char *
word(const struct voice *v, const char *text)
{
	return bf_i18n_text(v->scope->i18n, "core", v->lang, text);
}

static void
say_constant(struct voice *v, const struct bf_rule_node *node)
{
	const char *values[] = { node->text, NULL };
	json_t *cents;

	if (node->text) {
		bf_put_str(v->out,
			bf_rule_fill(v->arena, word(v, BF_N("“{1}”")), values));
		return;
	}
	cents = json_integer(node->number);
	bf_format_put(v->out,
		bf_format_find(node->number % 100 ? "cents" : "euro"), v->lang,
		cents);
	json_decref(cents);
}

/* The parts of NODE from FIRST on, with LINK before the last. */
static void
say_list(struct voice *v, const struct bf_rule_node *node, size_t first,
	const char *link)
{
	size_t i;
	bool nested;

	for (i = first; i < node->count; i++) {
		if (i > first)
			bf_put_str(v->out, i + 1 < node->count ? ", " : " ");
		if (i > first && i + 1 == node->count)
			bf_put_fmt(v->out, "%s ", word(v, link));
		nested = node->args[i]->type == RULE_YESNO
			&& node->args[i]->count > 1
			&& node->args[i]->op->code >= RULE_ANY
			&& node->args[i]->op->code <= RULE_NO;
		if (nested)
			bf_put_char(v->out, '(');
		say(v, node->args[i]);
		if (nested)
			bf_put_char(v->out, ')');
	}
}

static void
say_part(struct voice *v, const struct bf_rule_node *node, char part)
{
	size_t i = (size_t)(part - '1');

	if (part == '*')
		say_list(v, node, 1, BF_N("or"));
	else if (part == '|')
		say_list(v, node, 0, BF_N("or"));
	else if (part == '&')
		say_list(v, node, 0, BF_N("and"));
	else if (i < node->count)
		say(v, node->args[i]);
}

static void
say(struct voice *v, const struct bf_rule_node *node)
{
	const char *at;

	if (v->out->len > SENTENCE_MOST)
		return;
	if (node->op == &bf_rule_fact) {
		bf_put_str(v->out,
			bf_i18n_text(v->scope->i18n, v->scope->feature, v->lang,
				v->scope->rules->facts[node->fact].says));
		return;
	}
	if (node->op->says == NULL) {
		say_constant(v, node);
		return;
	}
	for (at = word(v, node->op->says); *at; at++)
		if (at[0] == '{' && at[1] && at[2] == '}') {
			say_part(v, node, at[1]);
			at += 2;
		} else
			bf_put_char(v->out, *at);
}

const char *
bf_rules_sentence(struct bf_arena *arena, const struct bf_rule_scope *scope,
	const struct bf_rule_node *node, const char *lang)
{
	struct voice v = { arena, scope, lang, bf_buf_new(arena, 200) };

	say(&v, node);
	if (v.out->len > SENTENCE_MOST)
		bf_put_str(v.out, " …");
	return v.out->data;
}
