/* Runs a rule file where it can do no harm: a Lua without libraries, with
 * bounded memory and a bounded number of steps.
 */
#include "arena.h"
#include "rules_own.h"
#include "walk.h"
#include <lauxlib.h>
#include <lua.h>
#include <stdlib.h>
#include <string.h>

#define MEMORY_MOST (32 * 1024 * 1024)
#define STEPS_MOST 20000000
#define STEPS_AT_ONCE 100000

struct sandbox {
	size_t memory;
	int steps;
	lua_State *L; /* once it is there */
	int line;     /* where memory was refused; 0: it was not */
};

static void *
allocate(void *data, void *old, size_t old_size, size_t size)
{
	struct sandbox *s = data;
	void *new;

	if (old == NULL)
		old_size = 0;
	if (size == 0) {
		s->memory -= old_size;
		free(old);
		return NULL;
	}
	if (s->memory - old_size + size > MEMORY_MOST) {
		s->line = s->L ? bf_rule_line_now(s->L) : 1;
		return NULL;
	}
	new = realloc(old, size);
	if (new == NULL)
		bf_out_of_memory();
	s->memory += size - old_size;
	return new;
}

static struct sandbox *
sandbox_of(lua_State *L)
{
	void *s;

	lua_getallocf(L, &s);
	return s;
}

static void
step(lua_State *L, lua_Debug *at)
{
	struct sandbox *s = sandbox_of(L);

	(void)at;
	s->steps += STEPS_AT_ONCE;
	if (s->steps > STEPS_MOST)
		(void)bf_rule_raise(L,
			BF_N("This file goes on without end. Is there a loop "
			     "in it?"),
			(char *)NULL);
}

/* What Lua says is English and for programmers: the usual mistakes in words
 * of ours. */
static const char no_number[] = BF_N(
	"Something is wrong at {1}. A number has no blanks, and one point "
	"at most, before the cents: 20500.50.");

static const struct message {
	const char *part;
	const char *text; /* {1}: what stands after "near" */
} messages[] = {
	{ "unfinished string",
		BF_N("A text is not closed: a quote is missing.") },
	{ "malformed number", no_number },
	{ "near <eof>",
		BF_N("The file ends too soon: a } or a ) is missing.") },
	{ "(to close '{'",
		BF_N("Just before {1} something is wrong. Often a comma is "
		     "missing at the end of the line above, or a }.") },
	{ "(to close '('",
		BF_N("Just before {1} something is wrong. Often a ) or a "
		     "comma is missing.") },
	{ "attempt to call",
		BF_N("A comma is missing: two things stand one after the "
		     "other.") },
	{ "attempt to compare", bf_rule_no_signs },
	{ "attempt to index", BF_N("This cannot have parts.") },
	{ "attempt to perform arithmetic",
		BF_N("Only numbers can be added or taken away.") },
	{ "attempt to concatenate", BF_N("Only texts can be joined with ..") },
	{ "C stack overflow",
		BF_N("Conditions stand too deep in each other.") },
	{ "stack overflow", BF_N("Conditions stand too deep in each other.") },
	{ "not enough memory",
		BF_N("This file needs too much memory. Is there a loop in "
		     "it?") },
	{ "",
		BF_N("This cannot be read near {1}. Look just before it: often a "
		     "comma, a ) or a } is missing, or is there once too often.") },
};

/* "file.lua:12: message": the line, and the message in *REST. */
static int
line_of(const char *text, const char *file, const char **rest)
{
	size_t len = strlen(file);
	char *end;
	long line;

	*rest = text;
	if (strncmp(text, file, len) != 0 || text[len] != ':')
		return 1;
	line = strtol(text + len + 1, &end, 10);
	if (end[0] == ':')
		*rest = end + 1;
	return line > 0 ? (int)line : 1;
}

/* What Lua stumbled over: after "near ", without its quotes. */
static const char *
near_of(struct bf_arena *arena, const char *text)
{
	const char *near = strstr(text, "near ");
	size_t len;

	if (near == NULL)
		return "?";
	near += strlen("near ");
	near += *near == '\'';
	len = strlen(near);
	len -= len > 0 && near[len - 1] == '\'';
	return bf_printf(arena, "“%s”",
		bf_rule_short(arena, bf_strndup(arena, near, len)));
}

static bool
lua_failed(struct bf_rule_load *load, const char *text, int refused)
{
	const struct message *m = messages;
	const char *rest;
	int line;

	if (text == NULL)
		text = "";
	line = line_of(text, load->file->name, &rest);
	if (refused > 0 && strcmp(rest, "not enough memory") == 0)
		line = refused;
	while (strstr(rest, m->part) == NULL)
		m++;
	if (strstr(rest, "near '<\\"))
		bf_rule_text_strange(load);
	return bf_rule_fail(load->arena, load->scope->i18n, load->fault,
		load->file->name, line, m->text, near_of(load->arena, rest),
		(char *)NULL);
}

/* Under protection: what is asked for here may not be there. */
static int
open_words(lua_State *L)
{
	bf_rule_words_open(L);
	return 1;
}

static bool
run(lua_State *L, struct bf_rule_load *load)
{
	const char *chunk = bf_printf(load->arena, "=%s", load->file->name);
	size_t mark = bf_rule_mark(load->file->text);

	lua_pushcfunction(L, open_words);
	if (lua_pcall(L, 0, 1, 0) != LUA_OK
		|| luaL_loadbufferx(L, load->file->text + mark,
			   load->file->len - mark, chunk, "t")
			!= LUA_OK
		|| !bf_rule_text_check(load))
		return false;
	lua_insert(L, -2);
	(void)lua_setupvalue(L, -2, 1);
	lua_sethook(L, step, LUA_MASKCOUNT, STEPS_AT_ONCE);
	return lua_pcall(L, 0, 0, 0) == LUA_OK;
}

/* and, or and not give no condition, and what they leave out is lost without a
 * word: so each condition must be used somewhere. */
static bool
all_used(struct bf_rule_load *load)
{
	const struct bf_rule_node *node, *first = NULL;

	for (node = load->nodes; node; node = node->next)
		if (!node->used && (first == NULL || node->line <= first->line))
			first = node;
	if (first == NULL)
		return true;
	bf_rule_text_blame(load);
	return bf_rule_fail(load->arena, load->scope->i18n, load->fault,
		load->file->name, first->line,
		BF_N("What is made on this line is used nowhere. Use it, or "
		     "take it out."),
		(char *)NULL);
}

static bool
has_said(struct bf_rule_load *load)
{
	return load->said
		|| bf_rule_fail(load->arena, load->scope->i18n, load->fault,
			load->file->name, 1, load->words->silent, (char *)NULL);
}

static bool
text_fail(struct bf_rule_load *load, int line, const char *text)
{
	return bf_rule_fail(load->arena, load->scope->i18n, load->fault,
		load->file->name, line, text, (char *)NULL);
}

/* Marks of direction, and an end of line that only the program takes for one:
 * with these a second person reads something else than what is run (CVE-2021-
 * 42574). */
static bool
is_plain(const char *line, size_t len)
{
	static const char *const turns[] = { "\u061c", "\u200e", "\u200f",
		"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066",
		"\u2067", "\u2068", "\u2069" };
	size_t i;

	for (i = 0; i < sizeof(turns) / sizeof(turns[0]); i++)
		if (memmem(line, len, turns[i], strlen(turns[i])))
			return false;
	return len == 0 || memchr(line, '\r', len - 1) == NULL;
}

/* Characters that are none could be looked for and never found. */
static bool
is_text(struct bf_rule_load *load)
{
	const struct bf_rule_file *file = load->file;
	const char *at, *stop, *end = file->text + file->len;
	int line = 1;

	if (file->len > BF_RULE_FILE_MOST)
		return text_fail(
			load, 1, BF_N("This file is too large: over 256 kB."));
	for (at = file->text; at < end; at = stop + 1, line++) {
		stop = memchr(at, '\n', (size_t)(end - at));
		if (stop == NULL)
			stop = end;
		if (!bf_text_ok(at, (size_t)(stop - at)))
			return text_fail(load, line,
				BF_N("Here stands a character that cannot be "
				     "read. Save the file as UTF-8."));
		if (!is_plain(at, (size_t)(stop - at)))
			return text_fail(load, line,
				BF_N("Here stands a character that nobody "
				     "sees and that makes this line read "
				     "otherwise. Type the line anew."));
	}
	return true;
}

bool
bf_rule_run(struct bf_rule_load *load)
{
	struct sandbox s = { 0 };
	lua_State *L;
	bool good = false;

	if (!is_text(load))
		return false;
	L = lua_newstate(allocate, &s);
	if (L) {
		*(struct bf_rule_load **)lua_getextraspace(L) = load;
		s.L = L;
		good = run(L, load);
		if (!good)
			(void)lua_failed(load, lua_tostring(L, -1), s.line);
		s.L = NULL;
		lua_close(L);
	}
	return good && has_said(load) && all_used(load);
}
