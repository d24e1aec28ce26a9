/* Finds the tables in a Lua text, and their fields. */
#include "lua_fields.h"
#include <belfort/arena.h>
#include <string.h>

const struct bf_lua_part *
bf_lua_spoken(struct bf_arena *arena, const char *text, size_t len)
{
	size_t count, i, n = 1;
	struct bf_lua_part *all = bf_lua_parts(arena, text, len, &count);
	struct bf_lua_part *out = bf_alloc(arena, (count + 4) * sizeof(*out));

	for (i = 0; i < count; i++)
		if (all[i].kind != PART_BLANK && all[i].kind != PART_COMMENT)
			out[n++] = all[i];
	return out + 1;
}

const char *
bf_lua_end(const struct bf_lua_part *part)
{
	return part->at + part->len;
}

bool
bf_lua_sign(const struct bf_lua_part *part, const char *signs)
{
	return part->kind == PART_SIGN && part->len == 1
		&& strchr(signs, *part->at) != NULL;
}

const struct bf_lua_part *
bf_lua_close(const struct bf_lua_part *open)
{
	const struct bf_lua_part *at = open;
	int depth = 0;

	for (; at->kind != PART_NONE; at++) {
		depth += bf_lua_sign(at, "{([");
		depth -= bf_lua_sign(at, "})]");
		if (depth == 0)
			return at;
	}
	return NULL;
}

/* The field that begins at AT; false: none does. */
static bool
field_read(const struct bf_lua_part *at, struct bf_lua_field *out)
{
	const struct bf_lua_part *shut = bf_lua_sign(at, "[") ? bf_lua_close(at)
							      : at;

	out->first = out->value = at;
	if (shut && (shut > at || at->kind == PART_NAME)
		&& bf_lua_sign(shut + 1, "="))
		out->value = shut + 2;
	for (at = out->value; at && !bf_lua_sign(at, ",;})"); at++) {
		if (bf_lua_sign(at, "{(["))
			at = bf_lua_close(at);
		if (at == NULL || at->kind == PART_NONE)
			return false;
	}
	out->end = at;
	return at > out->first;
}

bool
bf_lua_field_next(const struct bf_lua_part *open, struct bf_lua_field *f)
{
	if (f->first == NULL)
		return field_read(open + 1, f);
	return bf_lua_sign(f->end, ",;") && field_read(f->end + 1, f);
}

static bool
is_text(const struct bf_lua_part *part, const char *text)
{
	size_t len = strlen(text);

	return part->kind == PART_TEXT && *part->at != '['
		&& part->len == len + 2 && memcmp(part->at + 1, text, len) == 0;
}

bool
bf_lua_named(const struct bf_lua_field *f, const char *name)
{
	if (f->value == f->first)
		return false;
	return bf_lua_sign(f->first, "[") ? is_text(f->first + 1, name)
					  : bf_lua_is(f->first, name);
}

bool
bf_lua_field_find(const struct bf_lua_part *open, const char *nl,
	const char *en, struct bf_lua_field *out)
{
	*out = (struct bf_lua_field){ 0 };
	while (bf_lua_field_next(open, out))
		if (bf_lua_named(out, nl) || bf_lua_named(out, en))
			return true;
	return false;
}

bool
bf_lua_is_table(const struct bf_lua_field *f)
{
	return bf_lua_sign(f->value, "{")
		&& bf_lua_close(f->value) == f->end - 1;
}
