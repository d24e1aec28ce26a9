/* Puts rules in an order in which each comes after the rights that it asks.
 */
#include "nearest.h"
#include "rights_own.h"
#include <belfort/buf.h>
#include <string.h>

enum { NEW, OPEN, DONE };

struct walk {
	struct bf_rights *rights;
	struct bf_rule_fault *fault;
	int path[BF_RIGHT_RULES]; /* laws that ask each other */
	int depth;
	size_t done;
	bool *seen; /* by node */
};

static bool law_visit(struct walk *w, int law);

static bool
circle(struct walk *w, int law, int line)
{
	const struct bf_right_law *laws = w->rights->laws;
	struct bf_buf *out = bf_buf_new(w->rights->arena, 0);
	int i = 0;

	while (w->path[i] != law)
		i++;
	for (; i < w->depth; i++)
		bf_put_fmt(out, "%s -> ", laws[w->path[i]].shown->code);
	bf_put_str(out, laws[law].shown->code);
	return bf_rule_fail(w->rights->arena, w->rights->scope->i18n, w->fault,
		laws[w->path[w->depth - 1]].shown->file, line,
		BF_N("Rights ask each other in a circle: {1}."), out->data,
		(char *)NULL);
}

static bool
no_such(struct walk *w, const struct bf_right_law *law,
	const struct bf_rule_node *node)
{
	const char *words[BF_RIGHT_RULES], *near;
	size_t i;

	for (i = 0; i < w->rights->count; i++)
		words[i] = w->rights->shown[i].code;
	near = bf_nearest(node->text, words, w->rights->count);
	return bf_rule_fail(w->rights->arena, w->rights->scope->i18n, w->fault,
		law->shown->file, node->line,
		near ? BF_N("There is no rule “{1}”. Did you mean “{2}”?")
		     : BF_N("There is no rule “{1}”."),
		bf_rule_short(w->rights->arena, node->text), near,
		(char *)NULL);
}

/* Every rule with the code that NODE asks, on days of LAW too. */
static bool
asked_visit(struct walk *w, int law, const struct bf_rule_node *node)
{
	const struct bf_right_law *laws = w->rights->laws, *asks = &laws[law];
	bool found = false;
	int i;

	for (i = 0; i < (int)w->rights->count; i++) {
		if (strcmp(laws[i].shown->code, node->text) != 0)
			continue;
		found = true;
		if (node->op->code == RULE_RIGHT_AMOUNT
			&& laws[i].amount == NULL)
			return bf_rule_fail(w->rights->arena,
				w->rights->scope->i18n, w->fault,
				asks->shown->file, node->line,
				BF_N("The rule “{1}” has no amount."),
				node->text, (char *)NULL);
		if (laws[i].shown->from > asks->shown->until
			|| laws[i].shown->until < asks->shown->from)
			continue;
		if (laws[i].mark == OPEN)
			return circle(w, i, node->line);
		if (!law_visit(w, i))
			return false;
	}
	return found || no_such(w, asks, node);
}

static bool
node_visit(struct walk *w, int law, const struct bf_rule_node *node)
{
	size_t i;

	if (node == NULL || w->seen[node->place])
		return true;
	w->seen[node->place] = true;
	if (node->op->code == RULE_RIGHT || node->op->code == RULE_RIGHT_AMOUNT)
		return asked_visit(w, law, node);
	for (i = 0; i < node->count; i++)
		if (!node_visit(w, law, node->args[i]))
			return false;
	return true;
}

static bool
law_visit(struct walk *w, int law)
{
	struct bf_right_law *l = &w->rights->laws[law];

	if (l->mark == DONE)
		return true;
	l->mark = OPEN;
	w->path[w->depth++] = law;
	if (!node_visit(w, law, l->right) || !node_visit(w, law, l->amount))
		return false;
	w->depth--;
	l->mark = DONE;
	w->rights->order[w->done++] = law;
	return true;
}

bool
bf_right_graph(struct bf_rights *rights, struct bf_rule_fault *fault)
{
	struct walk w = { .rights = rights, .fault = fault };
	int i;

	w.seen = bf_alloc(rights->arena, rights->node_count + 1);
	rights->order = bf_alloc(
		rights->arena, (rights->count + 1) * sizeof(*rights->order));
	for (i = 0; i < (int)rights->count; i++)
		if (!law_visit(&w, i))
			return false;
	return true;
}
