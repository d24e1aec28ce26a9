/* Turns the trees of one view into one flat program, and runs it over blocks
 * of lines, column by column: each condition is one loop over the block.
 */
#include "rules_own.h"
#include <string.h>

#define BLOCK 256 /* lines */

struct step {
	const struct bf_rule_node *node;
	int *args; /* places */
};

struct bf_rule_program {
	size_t fact_count;
	struct bf_rule_match **matches; /* by fact; NULL: no words for it */
	struct step *steps;
	size_t count;
	uint8_t *yes;    /* [place * BLOCK] */
	int64_t *number; /* the same, for those that are numbers */
};

/* Nodes reach the program once, parts before wholes. */
static size_t
count_nodes(struct bf_rule_node *node)
{
	size_t n = 1, i;

	if (node->place >= 0)
		return 0;
	node->place = 0;
	for (i = 0; i < node->count; i++)
		n += count_nodes(node->args[i]);
	return n;
}

static unsigned
edges_of(enum bf_rule_code code, char *folded, const char **begin)
{
	size_t len = strlen(folded);
	unsigned edges = 0;

	*begin = folded;
	if (code == RULE_IS)
		return EDGE_LEFT | EDGE_RIGHT;
	if (code == RULE_STARTS)
		return EDGE_LEFT;
	if (code != RULE_HAS_WORD)
		return 0;
	if (folded[len - 1] == '*')
		folded[len - 1] = '\0';
	else
		edges |= WORD_RIGHT;
	if (folded[0] == '*')
		(*begin)++;
	else
		edges |= WORD_LEFT;
	return edges;
}

static void
words_add(struct bf_arena *arena, struct bf_rule_program *p,
	const struct bf_rule_node *node)
{
	char folded[2 * BF_RULE_WORD_MOST + 8];
	struct bf_rule_match **match = &p->matches[node->args[0]->fact];
	const char *begin;
	unsigned edges;
	size_t i;

	if (*match == NULL)
		*match = bf_rule_match_new(arena);
	for (i = 1; i < node->count; i++) {
		(void)bf_rule_fold(node->args[i]->text, folded, sizeof(folded));
		edges = edges_of(node->op->code, folded, &begin);
		bf_rule_match_add(*match, begin, edges, node->place);
	}
}

static bool
looks_for_words(const struct bf_rule_node *node)
{
	return node->count > 1 && node->args[1]->type == RULE_WORD;
}

static void
add(struct bf_arena *arena, struct bf_rule_program *p,
	struct bf_rule_node *node)
{
	struct step *step;
	size_t i;

	if (node->place > 0 || node->type == RULE_WORD)
		return;
	for (i = 0; i < node->count; i++)
		add(arena, p, node->args[i]);
	node->place = (int)p->count;
	step = &p->steps[p->count++];
	step->node = node;
	step->args = bf_alloc(arena, (node->count + 1) * sizeof(*step->args));
	for (i = 0; i < node->count; i++)
		step->args[i] = node->args[i]->place;
	if (looks_for_words(node))
		words_add(arena, p, node);
}

/* Constants never change: their columns are filled once. */
static void
constants_fill(struct bf_rule_program *p)
{
	size_t i, row;

	for (i = 1; i < p->count; i++)
		for (row = 0; row < BLOCK; row++)
			p->number[i * BLOCK + row] = p->steps[i].node->number;
}

struct bf_rule_program *
bf_rule_compile(struct bf_arena *arena, const struct bf_rules *rules,
	struct bf_rule_class *class)
{
	struct bf_rule_program *p = bf_alloc(arena, sizeof(*p));
	size_t n = 1, i;

	while (rules->facts[p->fact_count].name)
		p->fact_count++;
	p->matches = bf_alloc(arena, p->fact_count * sizeof(*p->matches));
	for (i = 0; i < class->rule_count; i++)
		n += count_nodes(class->rules[i].when);
	p->steps = bf_alloc(arena, n * sizeof(*p->steps));
	p->count = 1; /* place 0 is nobody's: it says "not yet" */
	for (i = 0; i < class->rule_count; i++)
		add(arena, p, class->rules[i].when);
	for (i = 0; i < p->fact_count; i++)
		if (p->matches[i])
			bf_rule_match_ready(p->matches[i]);
	p->yes = bf_alloc(arena, p->count * BLOCK);
	p->number = bf_alloc(arena, p->count * BLOCK * sizeof(*p->number));
	constants_fill(p);
	return p;
}

static void
facts_read(struct bf_rule_program *p, const struct bf_rule_line *lines,
	size_t count)
{
	size_t fact, i;

	for (fact = 0; fact < p->fact_count; fact++)
		for (i = 0; p->matches[fact] && i < count; i++)
			bf_rule_match_run(p->matches[fact], lines[i].text[fact],
				p->yes + i, BLOCK);
	for (i = 1; i < p->count; i++)
		if (p->steps[i].node->op == &bf_rule_fact
			&& p->steps[i].node->type == RULE_NUMBER)
			for (fact = 0; fact < count; fact++)
				p->number[i * BLOCK + fact] =
					lines[fact]
						.number[p->steps[i].node->fact];
}

/* One loop over a block for each kind of step; OUT, A, B and C are columns. */
#define EACH(expression) \
	for (i = 0; i < BLOCK; i++) \
	out[i] = (uint8_t)(expression)

static void
step_yes(const struct bf_rule_program *p, const struct step *s, uint8_t *out)
{
	const uint8_t *part;
	size_t arg, i;
	bool all = s->node->op->code == RULE_ALL;

	memset(out, all, BLOCK);
	for (arg = 0; arg < s->node->count; arg++) {
		part = p->yes + (size_t)s->args[arg] * BLOCK;
		if (all)
			EACH(out[i] & part[i]);
		else
			EACH(out[i] | part[i]);
	}
	if (s->node->op->code == RULE_NO)
		EACH(out[i] ^ 1);
}

static void
step_same(const struct bf_rule_program *p, const struct step *s, uint8_t *out)
{
	const int64_t *a = p->number + (size_t)s->args[0] * BLOCK, *b;
	size_t arg, i;

	memset(out, 0, BLOCK);
	for (arg = 1; arg < s->node->count; arg++) {
		b = p->number + (size_t)s->args[arg] * BLOCK;
		EACH(out[i] | (a[i] == b[i]));
	}
}

static void
step_compare(
	const struct bf_rule_program *p, const struct step *s, uint8_t *out)
{
	const int64_t *a = p->number + (size_t)s->args[0] * BLOCK;
	const int64_t *b = p->number + (size_t)s->args[1] * BLOCK;
	const int64_t *c = p->number
		+ (size_t)(s->node->count > 2 ? s->args[2] : 0) * BLOCK;
	size_t i;

	switch (s->node->op->code) {
	case RULE_MORE:
		EACH(a[i] > b[i]);
		break;
	case RULE_AT_LEAST:
		EACH(a[i] >= b[i]);
		break;
	case RULE_LESS:
		EACH(a[i] < b[i]);
		break;
	case RULE_AT_MOST:
		EACH(a[i] <= b[i]);
		break;
	default:
		EACH((a[i] >= b[i]) & (a[i] <= c[i]));
	}
}

static void
step_sum(struct bf_rule_program *p, const struct step *s, size_t place)
{
	const int64_t *a = p->number + (size_t)s->args[0] * BLOCK;
	const int64_t *b = p->number + (size_t)s->args[1] * BLOCK;
	int64_t *out = p->number + place * BLOCK;
	size_t i;

	if (s->node->op->code == RULE_PLUS)
		for (i = 0; i < BLOCK; i++)
			out[i] = a[i] + b[i];
	else
		for (i = 0; i < BLOCK; i++)
			out[i] = a[i] - b[i];
}

static void
step_run(struct bf_rule_program *p, size_t place)
{
	const struct step *s = &p->steps[place];
	uint8_t *out = p->yes + place * BLOCK;

	switch (s->node->op->code) {
	case RULE_ANY:
	case RULE_ALL:
	case RULE_NO:
		step_yes(p, s, out);
		break;
	case RULE_ALWAYS:
		memset(out, 1, BLOCK);
		break;
	case RULE_IS:
		if (!looks_for_words(s->node))
			step_same(p, s, out);
		break;
	case RULE_MORE:
	case RULE_AT_LEAST:
	case RULE_LESS:
	case RULE_AT_MOST:
	case RULE_BETWEEN:
		step_compare(p, s, out);
		break;
	case RULE_PLUS:
	case RULE_MINUS:
		step_sum(p, s, place);
		break;
	default: /* facts, constants and words are there already */
		break;
	}
}

/* The first rule that says yes; so the last is asked first. */
static void
rules_choose(const struct bf_rule_class *class, size_t count, int *out)
{
	const uint8_t *yes;
	size_t rule, i;

	for (i = 0; i < count; i++)
		out[i] = -1;
	for (rule = class->rule_count; rule-- > 0;) {
		yes = class->program->yes
			+ (size_t) class->rules[rule].when->place * BLOCK;
		for (i = 0; i < count; i++)
			out[i] = yes[i] ? (int)rule : out[i];
	}
}

void
bf_rules_decide(struct bf_rule_class *class, const struct bf_rule_line *lines,
	size_t count, int *out)
{
	struct bf_rule_program *p = class->program;
	size_t begin, n, place;

	for (begin = 0; begin < count; begin += BLOCK) {
		n = count - begin < BLOCK ? count - begin : BLOCK;
		memset(p->yes, 0, p->count * BLOCK);
		facts_read(p, lines + begin, n);
		for (place = 1; place < p->count; place++)
			step_run(p, place);
		rules_choose(class, n, out + begin);
	}
}

bool
bf_rules_holds(
	const struct bf_rule_class *class, const struct bf_rule_node *node)
{
	return class->program->yes[(size_t)node->place * BLOCK] != 0;
}
