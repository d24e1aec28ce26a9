/* Plural formulas: parsed by precedence, walked as a tree. */
#include "plural.h"
#include <belfort/arena.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 50
#define PRIMARIES_MAX 200 /* the tree is at most as deep as it has leaves */

enum kind { NUMBER, N, NOT, BINARY, CHOICE };

struct expr {
	enum kind kind;
	int op; /* index in ops */
	unsigned long number;
	struct expr *a, *b, *c;
};

struct bf_plural {
	unsigned count;
	struct expr *expr;
};

struct parser {
	struct bf_arena *arena;
	const char *at;
	int depth, primaries;
};

/* Operators; the longer ones before those that begin them. */
static const struct {
	const char *text;
	int level; /* binds tighter when higher */
} ops[] = {
	{ "||", 1 },
	{ "&&", 2 },
	{ "==", 3 },
	{ "!=", 3 },
	{ "<=", 4 },
	{ ">=", 4 },
	{ "<", 4 },
	{ ">", 4 },
	{ "+", 5 },
	{ "-", 5 },
	{ "*", 6 },
	{ "/", 6 },
	{ "%", 6 },
};

enum { OR, AND, EQ, NE, LE, GE, LT, GT, PLUS, MINUS, TIMES, OVER, MOD };

static struct expr *parse_choice(struct parser *p);

static void
skip(struct parser *p)
{
	p->at += strspn(p->at, " \t");
}

static struct expr *
expr_new(struct parser *p, enum kind kind)
{
	struct expr *e = bf_alloc(p->arena, sizeof(*e));

	e->kind = kind;
	return e;
}

static struct expr *
parse_group(struct parser *p)
{
	struct expr *e;

	p->at++;
	e = parse_choice(p);
	skip(p);
	if (e == NULL || *p->at != ')')
		return NULL;
	p->at++;
	return e;
}

static struct expr *parse_not(struct parser *p);

static struct expr *
parse_primary(struct parser *p)
{
	struct expr *e;
	char *end;

	skip(p);
	if (++p->primaries > PRIMARIES_MAX)
		return NULL;
	if (*p->at == '(')
		return parse_group(p);
	if (*p->at == 'n') {
		p->at++;
		return expr_new(p, N);
	}
	if (*p->at == '!' && p->at[1] != '=')
		return parse_not(p);
	e = expr_new(p, NUMBER);
	if (*p->at < '0' || *p->at > '9')
		return NULL;
	e->number = strtoul(p->at, &end, 10);
	p->at = end;
	return e;
}

static struct expr *
parse_not(struct parser *p)
{
	struct expr *e = expr_new(p, NOT);

	p->at++;
	if (++p->depth > DEPTH_MAX)
		return NULL;
	e->a = parse_primary(p);
	p->depth--;
	return e->a ? e : NULL;
}

static int
op_at(struct parser *p)
{
	size_t i;

	skip(p);
	for (i = 0; i < sizeof(ops) / sizeof(ops[0]); i++)
		if (strncmp(p->at, ops[i].text, strlen(ops[i].text)) == 0)
			return (int)i;
	return -1;
}

/* All operators that bind at LEVEL or tighter, from left to right. */
static struct expr *
parse_binary(struct parser *p, int level)
{
	struct expr *left = parse_primary(p), *e;
	int op;

	while (left && (op = op_at(p)) >= 0 && ops[op].level >= level) {
		p->at += strlen(ops[op].text);
		e = expr_new(p, BINARY);
		e->op = op;
		e->a = left;
		e->b = parse_binary(p, ops[op].level + 1);
		left = e->b ? e : NULL;
	}
	return left;
}

static struct expr *
parse_choice(struct parser *p)
{
	struct expr *e, *test;

	if (++p->depth > DEPTH_MAX)
		return NULL;
	test = parse_binary(p, 1);
	skip(p);
	if (test && *p->at == '?') {
		p->at++;
		e = expr_new(p, CHOICE);
		e->a = test;
		e->b = parse_choice(p);
		skip(p);
		if (e->b == NULL || *p->at != ':')
			return NULL;
		p->at++;
		e->c = parse_choice(p);
		test = e->c ? e : NULL;
	}
	p->depth--;
	return test;
}

struct bf_plural *
bf_plural_parse(struct bf_arena *arena, const char *header)
{
	const char *count = strstr(header, "nplurals=");
	const char *formula = strstr(header, "plural=");
	struct bf_plural *plural = bf_alloc(arena, sizeof(*plural));
	struct parser p = { .arena = arena };

	/* "nplurals=" holds no "plural=": its s stands between. */
	if (count == NULL || formula == NULL)
		return NULL;
	plural->count = (unsigned)strtoul(count + 9, NULL, 10);
	p.at = formula + 7;
	plural->expr = parse_choice(&p);
	skip(&p);
	if (plural->expr == NULL || plural->count == 0
		|| plural->count > BF_PLURALS || !strchr(";\n", *p.at))
		return NULL;
	return plural;
}

/* A division by zero is zero: a formula must not end the process. */
static unsigned long
binary(int op, unsigned long a, unsigned long b)
{
	switch (op) {
	case OR:
		return a || b;
	case AND:
		return a && b;
	case EQ:
		return a == b;
	case NE:
		return a != b;
	case LE:
		return a <= b;
	case GE:
		return a >= b;
	case LT:
		return a < b;
	case GT:
		return a > b;
	case PLUS:
		return a + b;
	case MINUS:
		return a - b;
	case TIMES:
		return a * b;
	case OVER:
		return b ? a / b : 0;
	default:
		return b ? a % b : 0;
	}
}

static unsigned long
value(const struct expr *e, unsigned long n)
{
	switch (e->kind) {
	case NUMBER:
		return e->number;
	case N:
		return n;
	case NOT:
		return !value(e->a, n);
	case BINARY:
		return binary(e->op, value(e->a, n), value(e->b, n));
	case CHOICE:
		return value(value(e->a, n) ? e->b : e->c, n);
	}
	return 0;
}

unsigned
bf_plural_form(const struct bf_plural *plural, unsigned long n)
{
	unsigned long form = value(plural->expr, n);

	return form < plural->count ? (unsigned)form : 0;
}
