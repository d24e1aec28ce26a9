/* Finds what is wrong in the text of a rule file where Lua says nothing, or
 * something that only programmers understand.
 */
#include "arena.h"
#include "lua_fields.h"
#include "rules_own.h"
#include <stdlib.h>
#include <string.h>

static bool
fail(struct bf_rule_load *load, const struct bf_lua_part *at, const char *text,
	const char *one, const char *two)
{
	return bf_rule_fail(load->arena, load->scope->i18n, load->fault,
		load->file->name, bf_rule_line_at(load->file->text, at->at),
		text, one, two, (char *)NULL);
}

static const char *
text_of(const struct bf_rule_load *load, const struct bf_lua_part *part)
{
	return bf_rule_short(
		load->arena, bf_strndup(load->arena, part->at, part->len));
}

size_t
bf_rule_mark(const char *text)
{
	return strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static const struct bf_lua_part *
spoken(const struct bf_rule_load *load, struct bf_arena *arena)
{
	size_t mark = bf_rule_mark(load->file->text);

	return bf_lua_spoken(
		arena, load->file->text + mark, load->file->len - mark);
}

int
bf_rule_text_line(const struct bf_rule_load *load, int line, const char *name)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_lua_part *at = spoken(load, arena);
	int found = 0;

	for (; at->kind != PART_NONE && found < line; at++)
		if (bf_lua_is(at, name) && bf_lua_sign(at + 1, "="))
			found = bf_rule_line_at(load->file->text, at->at);
	bf_arena_free(arena);
	return found < line ? line : found;
}

/* --- what is lost without a word ------------------------------------------ */

/* What F is called; *OUT: no part where it has no name. */
static bool
name_of(const struct bf_lua_field *f, struct bf_lua_part *out)
{
	const struct bf_lua_part *at = f->first;

	*out = *at;
	if (f->value == at || at->kind == PART_NAME)
		return f->value != at;
	if (at[1].kind != PART_TEXT || *at[1].at == '['
		|| !bf_lua_sign(at + 2, "]"))
		return false;
	*out = at[1];
	out->at++;
	out->len -= 2;
	return true;
}

/* By name, and of one name by place. */
static int
by_name(const void *a, const void *b)
{
	const struct bf_lua_part *x = a, *y = b;
	int order = memcmp(x->at, y->at, x->len < y->len ? x->len : y->len);

	if (order)
		return order;
	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	return x->at < y->at ? -1 : 1;
}

/* The table that OPEN opens names nothing twice: Lua keeps the last. */
static bool
names_once(struct bf_rule_load *load, struct bf_arena *arena,
	const struct bf_lua_part *open)
{
	struct bf_lua_field f = { 0 };
	struct bf_lua_part *names;
	size_t n = 0, i;

	while (bf_lua_field_next(open, &f))
		n++;
	names = bf_alloc(arena, (n + 1) * sizeof(*names));
	f = (struct bf_lua_field){ 0 };
	for (n = 0; bf_lua_field_next(open, &f);)
		n += name_of(&f, &names[n]);
	qsort(names, n, sizeof(*names), by_name);
	for (i = 1; i < n; i++)
		if (names[i].len == names[i - 1].len
			&& memcmp(names[i].at, names[i - 1].at, names[i].len)
				== 0)
			return fail(load, &names[i],
				BF_N("“{1}” stands here for the second time: "
				     "what was said first would be lost. Take "
				     "one of both out."),
				text_of(load, &names[i]), NULL);
	return true;
}

/* 94,50 is two numbers for Lua. */
static bool
no_comma(struct bf_rule_load *load, const struct bf_lua_part *at)
{
	const struct bf_lua_part *cents = at + 2;

	if (at->kind != PART_NUMBER || !bf_lua_sign(at + 1, ",")
		|| cents->kind != PART_NUMBER || cents->len != 2
		|| bf_lua_end(at) != at[1].at
		|| bf_lua_end(at + 1) != cents->at)
		return true;
	return fail(load, at,
		BF_N("{1},{2} would be two numbers. Write {1}.{2} with a point "
		     "if it is one, and a blank behind the comma if they are "
		     "two."),
		text_of(load, at), text_of(load, cents));
}

bool
bf_rule_text_check(struct bf_rule_load *load)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_lua_part *at = spoken(load, arena);
	bool good = true;

	for (; good && at->kind != PART_NONE; at++)
		good = no_comma(load, at)
			&& (!bf_lua_sign(at, "{")
				|| names_once(load, arena, at));
	bf_arena_free(arena);
	return good;
}

/* --- what Lua says in its own words --------------------------------------- */

static bool
one_of(const struct bf_lua_part *part, const char *const *signs)
{
	for (; *signs; signs++)
		if (strncmp(part->at, *signs, strlen(*signs)) == 0)
			return true;
	return false;
}

/* The first character of PART, as a part of its own. */
static struct bf_lua_part
first_of(const struct bf_lua_part *part)
{
	struct bf_lua_part out = *part;

	for (out.len = 1; out.len < part->len
		&& ((unsigned char)part->at[out.len] & 0xc0) == 0x80;)
		out.len++;
	return out;
}

static bool
strange_fail(struct bf_rule_load *load, const struct bf_lua_part *at)
{
	static const char *const quotes[] = { "“", "”", "„", "‟", "‘", "’", "‚",
		"«", "»", "´", NULL };
	static const char *const blanks[] = { "\xc2\xa0", "\xe2\x80\xaf",
		"\xe2\x80\x8b", "\xef\xbb\xbf", NULL };
	const struct bf_lua_part sign = first_of(at);

	if (one_of(at, blanks))
		return fail(load, at,
			BF_N("Here stands a blank that a word processor made. "
			     "Delete it, and type a blank."),
			NULL, NULL);
	return fail(load, at,
		one_of(at, quotes)
			? BF_N("Here stands {1}, a quote of a word processor. "
			       "A text stands between straight quotes: "
			       "\"...\".")
			: BF_N("{1} can only stand in a text between quotes, "
			       "or behind --."),
		text_of(load, &sign), NULL);
}

void
bf_rule_text_strange(struct bf_rule_load *load)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_lua_part *at = spoken(load, arena);

	while (at->kind != PART_NONE
		&& (at->kind != PART_SIGN || (unsigned char)*at->at < 0x80))
		at++;
	if (at->kind != PART_NONE)
		(void)strange_fail(load, at);
	bf_arena_free(arena);
}

void
bf_rule_text_blame(struct bf_rule_load *load)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_lua_part *at = spoken(load, arena);

	for (; at->kind != PART_NONE && !load->fault->found; at++)
		if (bf_lua_is(at, "and") || bf_lua_is(at, "or")
			|| bf_lua_is(at, "not"))
			(void)fail(load, at,
				BF_N("The word {1} does not work on "
				     "conditions. Write alle_van { a, b } for "
				     "and, een_van { a, b } for or, geen_van { "
				     "a } for not."),
				text_of(load, at), NULL);
		else if (bf_lua_is(at, "==") || bf_lua_is(at, "~="))
			(void)fail(load, at, bf_rule_no_signs, NULL, NULL);
	bf_arena_free(arena);
}

void
bf_rule_text_dash(struct bf_rule_load *load, const char *name)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_lua_part *at = spoken(load, arena);

	for (; at->kind != PART_NONE; at++)
		if (at->kind == PART_NAME && bf_lua_sign(at + 1, ".")
			&& at[2].kind == PART_NAME && bf_lua_sign(at + 3, "-")
			&& bf_lua_is(at + 4, name)) {
			(void)fail(load, at,
				BF_N("A code with a dash stands between "
				     "brackets and quotes: {1}[\"{2}\"]."),
				text_of(load, at),
				bf_printf(arena, "%s-%s", text_of(load, at + 2),
					name));
			break;
		}
	bf_arena_free(arena);
}
