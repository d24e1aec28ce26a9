/* Forms on paper: which they are, and the code of each version. */
#include "paper.h"
#include "arena.h"
#include "crypt.h"
#include "plugin.h"
#include "walk.h"
#include <ctype.h>
#include <string.h>

/* Without those that look alike when somebody writes them down. */
static const char signs[] = "ACDEFGHJKLMNPQRTUVWXY34679";
#define SIGNS (sizeof(signs) - 1)
#define HASHED 8 /* signs of the hash; one more checks them */
#define GROUP 3

const struct bf_route *
bf_paper_route(const struct bf_plugin *p, const struct bf_paper *paper)
{
	const struct bf_route *r = p->routes;

	while (r->method
		&& (strcmp(r->method, "POST") != 0
			|| strcmp(r->path, paper->path) != 0))
		r++;
	return r->method ? r : NULL;
}

const struct bf_paper *
bf_paper_of(const struct bf_plugin *p, const struct bf_route *route)
{
	const struct bf_paper *paper = bf_plugin_papers(p);

	for (; paper && paper->path; paper++)
		if (bf_paper_route(p, paper) == route)
			return paper;
	return NULL;
}

bool
bf_paper_asks(const struct bf_field *field)
{
	return field->type != BF_PATH;
}

const char *
bf_choice_word(const struct bf_plugin *p, const char *field, const char *value,
	size_t len)
{
	const struct bf_word *w = bf_plugin_choices(p);
	size_t name = strlen(field);

	for (; w && w->column; w++)
		if (strncmp(w->column, field, name) == 0
			&& w->column[name] == '='
			&& strlen(w->column + name + 1) == len
			&& strncmp(w->column + name + 1, value, len) == 0)
			return w->label;
	return NULL;
}

/* --- codes ---------------------------------------------------------------- */

/* The sign that checks the HASHED numbers (ISO 7064, 9). */
static int
check_number(const int *numbers)
{
	int product = SIGNS, sum, i;

	for (i = 0; i < HASHED; i++) {
		sum = (product + numbers[i]) % (int)SIGNS;
		product = 2 * (sum ? sum : (int)SIGNS) % ((int)SIGNS + 1);
	}
	return ((int)SIGNS + 1 - product) % (int)SIGNS;
}

static void
code_put(const int numbers[HASHED + 1], char code[BF_PAPER_CODE])
{
	int i;

	for (i = 0; i <= HASHED; i++) {
		if (i > 0 && i % GROUP == 0)
			*code++ = '-';
		*code++ = signs[numbers[i]];
	}
	*code = '\0';
}

static void
fields_say(struct bf_buf *out, const struct bf_field *f)
{
	for (; f && f->name; f++)
		if (bf_paper_asks(f))
			bf_put_fmt(out, "%s %s %d %lld %lld %s\n", f->name,
				bf_type_name(f->type), f->required, f->min,
				f->max, f->choices ? f->choices : "");
}

/* Everything that makes another version; no words, which may be mended. */
static struct bf_buf *
definition(struct bf_arena *arena, const struct bf_plugin *p,
	const struct bf_paper *paper)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	bf_put_fmt(out, "%s %s\n", p->name, paper->path);
	fields_say(out, bf_paper_route(p, paper)->fields);
	fields_say(out, paper->also);
	return out;
}

const char *
bf_paper_code(struct bf_arena *arena, const struct bf_plugin *p,
	const struct bf_paper *paper)
{
	struct bf_buf *text = definition(arena, p, paper);
	char *code = bf_alloc(arena, BF_PAPER_CODE);
	unsigned char hash[BF_HASH];
	int numbers[HASHED + 1], i;
	uint64_t number = 0;

	bf_hash(text->data, text->len, hash);
	for (i = 0; i < 8; i++)
		number = number << 8 | hash[i];
	for (i = 0; i < HASHED; i++, number /= SIGNS)
		numbers[i] = (int)(number % SIGNS);
	numbers[HASHED] = check_number(numbers);
	code_put(numbers, code);
	return code;
}

/* The number of a sign; -1: it is none. */
static int
sign_number(char c)
{
	const char *at = memchr(signs, toupper((unsigned char)c), SIGNS);

	return at ? (int)(at - signs) : -1;
}

bool
bf_paper_read(const char *text, char code[BF_PAPER_CODE])
{
	int numbers[HASHED + 1], n = 0;

	for (; *text; text++) {
		if (strchr("- \t\r\n", *text))
			continue;
		if (n > HASHED || (numbers[n++] = sign_number(*text)) < 0)
			return false;
	}
	if (n != HASHED + 1 || numbers[HASHED] != check_number(numbers))
		return false;
	code_put(numbers, code);
	return true;
}

/* --- tables --------------------------------------------------------------- */

static bool
choices_named(
	const struct bf_plugin *p, const struct bf_field *f, struct bf_err *err)
{
	const char *at = f->choices;
	size_t len;

	if (f->type != BF_CHOICE)
		return true;
	for (; *(at += strspn(at, " ")); at += len) {
		len = strcspn(at, " ");
		if (bf_choice_word(p, f->name, at, len) == NULL)
			return bf_err(err,
				"plugin %s: the form on paper has the choice "
				"%s=%.*s, for which there is no word in "
				"choices",
				p->name, f->name, (int)len, at);
	}
	return true;
}

static bool
fields_named(
	const struct bf_plugin *p, const struct bf_field *f, struct bf_err *err)
{
	for (; f && f->name; f++)
		if (!choices_named(p, f, err))
			return false;
	return true;
}

static bool
page_there(const struct bf_plugin *p, const struct bf_paper *paper)
{
	const struct bf_route *r;

	for (r = p->routes; paper->page && r->method; r++)
		if (strcmp(r->method, "GET") == 0 && r->view
			&& strcmp(r->path, paper->page) == 0)
			return strchr(r->path, '{') == NULL;
	return false;
}

const struct bf_personal *
bf_paper_personal(const struct bf_plugin *p, const struct bf_paper *paper)
{
	const struct bf_personal *r = p->personal;

	for (; paper->table && r && r->table; r++)
		if (strcmp(r->table, paper->table) == 0 && r->purpose)
			return r;
	return NULL;
}

static bool
paper_check(const struct bf_plugin *p, const struct bf_paper *paper,
	struct bf_err *err)
{
	const struct bf_route *r = bf_paper_route(p, paper);
	const char *wrong = NULL;

	if (r == NULL)
		wrong = "is of no POST";
	else if (paper->title == NULL || paper->about == NULL)
		wrong = "has no title, or does not say what it is for";
	else if (!page_there(p, paper))
		wrong = "names no page with a view, without typed parts";
	else if (paper->table && bf_paper_personal(p, paper) == NULL)
		wrong = "names a table that has no purpose";
	if (wrong)
		return bf_err(err, "plugin %s: the form on paper %s %s",
			p->name, paper->path, wrong);
	return fields_named(p, r->fields, err)
		&& fields_named(p, paper->also, err);
}

bool
bf_papers_check(const struct bf_plugin *p, struct bf_err *err)
{
	const struct bf_paper *paper = bf_plugin_papers(p);

	for (; paper && paper->path; paper++)
		if (!paper_check(p, paper, err))
			return false;
	return true;
}
