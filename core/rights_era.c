/* Fills the amounts of a day into the trees of all rules: the steps of an era.
 */
#include "nearest.h"
#include "rights_own.h"
#include <string.h>

static const struct bf_ratio one = { 1, 1 }, minus_one = { -1, 1 };

static int condition(struct bf_right_builder *b, const struct bf_rule_node *n);
static struct bf_right_form *
number(struct bf_right_builder *b, const struct bf_rule_node *n);

/* What a number is after a fault. */
static struct bf_right_form *
nothing(struct bf_right_builder *b)
{
	return bf_right_form_ratio(b, (struct bf_ratio){ 0, 1 });
}

static struct bf_right_form *
minus(struct bf_right_builder *b, const struct bf_rule_node *x,
	const struct bf_rule_node *y)
{
	return bf_right_form_add(b, number(b, x), one, number(b, y), minus_one);
}

/* --- conditions ----------------------------------------------------------- */

static int *
conditions(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	int *args = bf_alloc(b->rights->arena, (n->count + 1) * sizeof(*args));
	size_t i;

	for (i = 0; i < n->count; i++)
		args[i] = condition(b, n->args[i]);
	return args;
}

static int
none(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	int *args = conditions(b, n);
	size_t i;

	for (i = 0; i < n->count; i++)
		args[i] = bf_right_negate(b, args[i]);
	return bf_right_join(b, RIGHT_ALL, args, (int)n->count);
}

static int
between(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	int args[2];

	args[0] = bf_right_form_more(b, minus(b, n->args[0], n->args[1]), 1);
	args[1] = bf_right_form_more(b, minus(b, n->args[2], n->args[0]), 1);
	return bf_right_join(b, RIGHT_ALL, args, 2);
}

/* The number of the choice CODE of fact F, or a fault. */
static int64_t
choice_of(struct bf_right_builder *b, const struct bf_right_fact *f,
	const char *code)
{
	const char *words[64], *near;
	int64_t i;

	for (i = 0; i <= f->high; i++) {
		words[i] = f->choices[i].code;
		if (strcmp(words[i], code) == 0)
			return i;
	}
	near = bf_nearest(code, words, (size_t)f->high + 1);
	(void)bf_right_fail(b,
		near ? BF_N("“{1}” is no choice of this fact. Did you mean "
			    "“{2}”?")
		     : BF_N("“{1}” is no choice of this fact."),
		bf_rule_short(b->rights->arena, code), near);
	return 0;
}

/* The choice X is one of those that N names; all of them are always so. */
static int
chosen(struct bf_right_builder *b, const struct bf_rule_node *n,
	const struct bf_right_form *x)
{
	const struct bf_right_fact *f = &b->rights->facts[n->args[0]->fact];
	int *args = bf_alloc(b->rights->arena, (n->count + 1) * sizeof(*args));
	uint64_t seen = 0;
	int64_t choice;
	size_t i;

	for (i = 1; i < n->count; i++) {
		choice = choice_of(b, f, n->args[i]->text);
		seen |= (uint64_t)1 << choice;
		args[i - 1] = bf_right_form_same(b,
			bf_right_form_add(b, x, one,
				bf_right_form_ratio(
					b, (struct bf_ratio){ choice, 1 }),
				minus_one));
	}
	if (seen == UINT64_MAX >> (63 - f->high))
		return BF_RIGHT_TRUE;
	return bf_right_join(b, RIGHT_ANY, args, (int)n->count - 1);
}

static int
same(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	int *args = bf_alloc(b->rights->arena, (n->count + 1) * sizeof(*args));
	const struct bf_right_form *x = number(b, n->args[0]);
	size_t i;

	if (n->args[0]->type == RULE_CHOICE)
		return chosen(b, n, x);
	for (i = 1; i < n->count; i++)
		args[i - 1] = bf_right_form_same(
			b, minus(b, n->args[0], n->args[i]));
	return bf_right_join(b, RIGHT_ANY, args, (int)n->count - 1);
}

/* The rule with that code that holds in this era, or NULL. */
static const struct bf_right_ruling *
asked(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	int rule = bf_rights_rule(b->rights, n->text, b->day);

	return rule < 0 ? NULL : &b->era->rulings[rule];
}

static int
entitled(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	const struct bf_right_ruling *r = asked(b, n);

	return r ? r->entitled : BF_RIGHT_FALSE;
}

static int
condition_make(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	switch (n->op->code) {
	case RULE_ALL:
		return bf_right_join(
			b, RIGHT_ALL, conditions(b, n), (int)n->count);
	case RULE_ANY:
		return bf_right_join(
			b, RIGHT_ANY, conditions(b, n), (int)n->count);
	case RULE_NO:
		return none(b, n);
	case RULE_FACT:
		return bf_right_form_more(b,
			bf_right_form_step(
				b, bf_right_fact_step(b, (int)n->fact), one),
			0);
	case RULE_RIGHT:
		return entitled(b, n);
	case RULE_MORE:
		return bf_right_form_more(
			b, minus(b, n->args[0], n->args[1]), 0);
	case RULE_AT_LEAST:
		return bf_right_form_more(
			b, minus(b, n->args[0], n->args[1]), 1);
	case RULE_LESS:
		return bf_right_form_more(
			b, minus(b, n->args[1], n->args[0]), 0);
	case RULE_AT_MOST:
		return bf_right_form_more(
			b, minus(b, n->args[1], n->args[0]), 1);
	case RULE_BETWEEN:
		return between(b, n);
	case RULE_IS:
		return same(b, n);
	default:
		return BF_RIGHT_TRUE;
	}
}

static int
condition(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	int *known = &b->era->step_of[n->place];
	int line = b->line;

	if (*known < 0) {
		b->line = n->line ? n->line : line;
		*known = condition_make(b, n);
		b->line = line;
	}
	return *known;
}

/* --- numbers -------------------------------------------------------------- */

static const struct bf_right_value *
amount_none(struct bf_right_builder *b, const char *name)
{
	const struct bf_right_named *n;
	const char *words[256], *near;
	size_t count = 0;

	for (n = b->law->named; n && count < 256; n = n->next)
		words[count++] = n->name;
	near = bf_nearest(name, words, count);
	(void)bf_right_fail(b,
		near ? BF_N("“{1}” is not in bedragen. Did you mean “{2}”?")
		     : BF_N("“{1}” is not in bedragen."),
		bf_rule_short(b->rights->arena, name), near);
	return NULL;
}

/* What the amount NAME is in this era, or NULL with a fault. */
static const struct bf_right_value *
amount_find(struct bf_right_builder *b, const char *name, bool list)
{
	const struct bf_right_named *n = bf_right_named(b->law, name);
	const struct bf_right_value *v;

	if (n == NULL)
		return amount_none(b, name);
	v = bf_right_value_on(n, b->day);
	if (v == NULL)
		(void)bf_right_fail(b,
			BF_N("bedrag.{1} has no value yet on {2}, and this "
			     "rule holds on that day. Write vanaf = ..., or "
			     "an earlier block of bedragen."),
			name, bf_right_day_text(b->rights->arena, b->day));
	else if (v->list != list) {
		(void)bf_right_fail(b,
			list ? BF_N("bedrag.{1} is a number; a list is needed "
				    "here.")
			     : BF_N("bedrag.{1} is a list: write "
				    "uit_tabel(bedrag.{1}, ...)."),
			name, NULL);
		v = NULL;
	}
	return v;
}

static struct bf_right_form *
amount(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	const struct bf_right_value *v = amount_find(b, n->text, false);

	return v ? bf_right_form_ratio(b, v->values[0]) : nothing(b);
}

static struct bf_right_form *
fact(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	bool euro = b->rights->facts[n->fact].kind == BF_RIGHT_EURO;

	return bf_right_form_step(b, bf_right_fact_step(b, (int)n->fact),
		(struct bf_ratio){ 1, euro ? 100 : 1 });
}

/* The number that N is without any fact; false with a fault. */
static bool
fixed(struct bf_right_builder *b, const struct bf_rule_node *n,
	struct bf_ratio *out)
{
	const struct bf_right_form *f = number(b, n);

	*out = (struct bf_ratio){ f->k, f->over };
	return f->count == 0
		|| bf_right_fail(b,
			BF_N("Here a number is needed that no fact changes."),
			NULL, NULL);
}

static struct bf_right_form *
scaled(struct bf_right_builder *b, const struct bf_rule_node *n,
	struct bf_ratio times)
{
	return bf_right_form_add(b, number(b, n), times, nothing(b), one);
}

static struct bf_right_form *
times(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	int side = n->args[0]->fixed ? 0 : 1;
	struct bf_ratio r;

	if (!fixed(b, n->args[side], &r))
		return nothing(b);
	return scaled(b, n->args[1 - side], r);
}

/* More than 0 is what a division and a step need. */
static bool
positive(struct bf_right_builder *b, const struct bf_rule_node *n,
	struct bf_ratio *out)
{
	return fixed(b, n, out)
		&& (out->number > 0
			|| bf_right_fail(b,
				BF_N("What is divided by, or rounded to, must "
				     "be more than 0."),
				NULL, NULL));
}

static struct bf_right_form *
divided(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	struct bf_ratio r;

	if (!positive(b, n->args[1], &r))
		return nothing(b);
	return scaled(b, n->args[0], (struct bf_ratio){ r.over, r.number });
}

static struct bf_right_form **
numbers(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	struct bf_right_form **forms = bf_alloc(b->rights->arena,
		(n->count + 1) * sizeof(struct bf_right_form *));
	size_t i;

	for (i = 0; i < n->count; i++)
		forms[i] = number(b, n->args[i]);
	return forms;
}

static struct bf_right_form *
counted(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	struct bf_right_form *sum = nothing(b);
	size_t i;

	for (i = 0; i < n->count; i++)
		sum = bf_right_form_add(b, sum, one,
			bf_right_form_step(b, condition(b, n->args[i]), one),
			one);
	return sum;
}

static struct bf_right_form *
branches(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	struct bf_right_form *out = number(b, n->args[n->count - 1]);
	size_t i;

	for (i = n->count - 1; i > 0; i -= 2)
		out = bf_right_if(b, condition(b, n->args[i - 2]),
			number(b, n->args[i - 1]), out);
	return out;
}

static struct bf_right_form *
listed(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	const struct bf_right_value *v = amount_find(b, n->args[0]->text, true);
	struct bf_right_form *index = number(b, n->args[1]);

	return v ? bf_right_table(b, v, index) : nothing(b);
}

/* The step of rounding: argument NR, or a cent. */
static bool
step_find(struct bf_right_builder *b, const struct bf_rule_node *n, size_t nr,
	struct bf_ratio *out)
{
	*out = (struct bf_ratio){ 1, 100 };
	return nr >= n->count || positive(b, n->args[nr], out);
}

static struct bf_right_form *
lined(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	struct bf_ratio step;

	if (!step_find(b, n, 5, &step))
		return nothing(b);
	return bf_right_line(b, numbers(b, n), step);
}

static struct bf_right_form *
rounded(struct bf_right_builder *b, const struct bf_rule_node *n, int add)
{
	struct bf_ratio step;

	if (!step_find(b, n, 1, &step))
		return nothing(b);
	return bf_right_form_round(b, number(b, n->args[0]), step, add);
}

static struct bf_right_form *
today(struct bf_right_builder *b)
{
	return bf_right_form_step(
		b, bf_right_fact_step(b, (int)b->rights->fact_count), one);
}

static struct bf_right_form *
aged(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	struct bf_right_step s = { .code = RIGHT_AGE, .count = 2 };

	s.args = bf_alloc(b->rights->arena, 2 * sizeof(*s.args));
	s.args[0] = bf_right_form_sum(b, number(b, n->args[0]), 1);
	s.args[1] = bf_right_form_sum(
		b, n->count > 1 ? number(b, n->args[1]) : today(b), 1);
	return bf_right_form_step(b, bf_right_put(b, &s), one);
}

static struct bf_right_form *
right_amount(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	const struct bf_right_ruling *r = asked(b, n);

	if (r == NULL || r->amount < 0)
		return nothing(b);
	return bf_right_form_step(b, r->amount, (struct bf_ratio){ 1, 100 });
}

static struct bf_right_form *
number_make(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	switch (n->op->code) {
	case RULE_CONSTANT:
		return bf_right_form_ratio(
			b, (struct bf_ratio){ n->number, n->over });
	case RULE_FACT:
		return fact(b, n);
	case RULE_AMOUNT:
		return amount(b, n);
	case RULE_RIGHT_AMOUNT:
		return right_amount(b, n);
	case RULE_PLUS:
		return bf_right_form_add(b, number(b, n->args[0]), one,
			number(b, n->args[1]), one);
	case RULE_MINUS:
		return minus(b, n->args[0], n->args[1]);
	case RULE_TIMES:
		return times(b, n);
	case RULE_OVER:
		return divided(b, n);
	case RULE_LEAST:
	case RULE_MOST:
		return bf_right_pick(b,
			n->op->code == RULE_LEAST ? RIGHT_LEAST : RIGHT_MOST,
			numbers(b, n), (int)n->count);
	case RULE_COUNT:
		return counted(b, n);
	case RULE_IF:
		return branches(b, n);
	case RULE_TABLE:
		return listed(b, n);
	case RULE_LINE:
		return lined(b, n);
	case RULE_ROUND:
		return rounded(b, n, 1);
	case RULE_ROUND_UP:
		return rounded(b, n, 2);
	case RULE_ROUND_DOWN:
		return rounded(b, n, 0);
	case RULE_DAYS:
		return minus(b, n->args[1], n->args[0]);
	case RULE_AGE:
		return aged(b, n);
	case RULE_TODAY:
		return today(b);
	default: /* RULE_CALLED */
		return number(b, n->args[0]);
	}
}

static struct bf_right_form *
number(struct bf_right_builder *b, const struct bf_rule_node *n)
{
	struct bf_right_form **known = &b->era->form_of[n->place];
	int line = b->line;

	if (*known == NULL) {
		b->line = n->line ? n->line : line;
		*known = number_make(b, n);
		b->line = line;
	}
	return *known;
}

/* --- rules ---------------------------------------------------------------- */

/* The amount of LAW in cents, or -1 with a fault. */
static int
cents(struct bf_right_builder *b, const struct bf_right_law *law)
{
	const struct bf_right_form *form = number(b, law->amount);
	const struct bf_right_step *s;
	int step;

	if (100 % form->over) {
		(void)bf_right_fail(b,
			BF_N("This amount can be a part of a cent: write "
			     "afgerond(...)."),
			NULL, NULL);
		return -1;
	}
	step = bf_right_form_sum(b, form, 100);
	s = &b->era->steps[step];
	if (s->low < -BF_RIGHT_CENTS || s->high > BF_RIGHT_CENTS) {
		(void)bf_right_fail(b,
			BF_N("This amount can be more than 20 million euro. "
			     "Make the ranges of the facts smaller, or write "
			     "kleinste(...)."),
			NULL, NULL);
		return -1;
	}
	return step;
}

static const struct bf_right_figures *
figures_find(const struct bf_right_law *law, int32_t day)
{
	size_t i = law->figures_count;

	while (i-- > 0)
		if (law->figures[i].from <= day)
			return &law->figures[i];
	return NULL;
}

/* The first day of the oldest amount that holds on DAY. */
static int32_t
oldest_find(const struct bf_right_law *law, int32_t day)
{
	const struct bf_right_named *named;
	const struct bf_right_value *value;
	int32_t oldest = day;

	for (named = law->named; named; named = named->next) {
		value = bf_right_value_on(named, day);
		if (value && value->from < oldest)
			oldest = value->from;
	}
	return oldest;
}

/* No amount is less than 0, and nobody is entitled to nothing; but a price can
 * be 0. */
static void
amount_rule(struct bf_right_builder *b, const struct bf_right_law *law,
	struct bf_right_ruling *r)
{
	struct bf_right_form *zero = nothing(b), *forms[2] = { zero, zero };
	int step = cents(b, law);

	if (step < 0)
		return;
	forms[0] = bf_right_form_step(b, step, one);
	forms[0] = bf_right_pick(b, RIGHT_MOST, forms, 2);
	forms[0] = bf_right_if(b, r->right, forms[0], zero);
	r->amount = bf_right_form_sum(b, forms[0], 1);
	if (law->shown->amount_is != BF_RIGHT_PRICE
		&& b->era->steps[step].low <= 0)
		r->entitled = bf_right_form_more(b, forms[0], 0);
}

static void
rule(struct bf_right_builder *b, const struct bf_right_law *law,
	struct bf_right_ruling *r)
{
	b->law = law;
	b->line = law->shown->line;
	r->held = law->shown->from <= b->day && b->day <= law->shown->until;
	r->right = r->entitled = BF_RIGHT_FALSE;
	r->amount = -1;
	if (!r->held)
		return;
	r->figures = figures_find(law, b->day);
	r->oldest = oldest_find(law, b->day);
	r->right = r->entitled = law->right ? condition(b, law->right)
					    : BF_RIGHT_TRUE;
	if (law->amount) {
		b->line = law->amount->line;
		amount_rule(b, law, r);
	}
}

static struct bf_right_era *
era_new(struct bf_rights *rights)
{
	struct bf_right_era *era = bf_alloc(rights->arena, sizeof(*era));
	size_t n = rights->node_count + 1, i;

	era->step_of = bf_alloc(rights->arena, n * sizeof(*era->step_of));
	era->form_of = bf_alloc(
		rights->arena, n * sizeof(struct bf_right_form *));
	era->rulings = bf_alloc(
		rights->arena, (rights->count + 1) * sizeof(*era->rulings));
	for (i = 0; i < n; i++)
		era->step_of[i] = -1;
	return era;
}

bool
bf_right_era(struct bf_rights *rights, int32_t day, struct bf_right_era **out,
	struct bf_rule_fault *fault)
{
	struct bf_right_builder b = { .rights = rights,
		.era = era_new(rights),
		.fault = fault,
		.day = day };
	size_t i;

	*out = b.era;
	if (rights->count == 0)
		return true;
	b.law = &rights->laws[0];
	bf_right_steps_open(&b);
	for (i = 0; i < rights->count && !fault->found; i++)
		rule(&b, &rights->laws[rights->order[i]],
			&b.era->rulings[rights->order[i]]);
	return !fault->found;
}
