/* The tables that are written in a Lua text, and their fields (Lua 5.4
 * reference manual, 3.4.9).
 */
#ifndef CORE_LUA_FIELDS_H
#define CORE_LUA_FIELDS_H

#include "lua_parts.h"

/* A part of a table: NAME = value, ["name"] = value, or a value. */
struct bf_lua_field {
	const struct bf_lua_part *first, *value;
	const struct bf_lua_part *end; /* a separator, or what closes */
};

/* The parts that say something; one of no kind stands on each side. */
const struct bf_lua_part *
bf_lua_spoken(struct bf_arena *arena, const char *text, size_t len);
/* Behind the last byte of PART. */
const char *bf_lua_end(const struct bf_lua_part *part);
/* Whether PART is one of the SIGNS, each of one byte. */
bool bf_lua_sign(const struct bf_lua_part *part, const char *signs);
/* What closes the bracket OPEN, or NULL. */
const struct bf_lua_part *bf_lua_close(const struct bf_lua_part *open);

/* The field behind F, or the first of the table that OPEN opens when F is all
 * zero; false: there is none. */
bool bf_lua_field_next(const struct bf_lua_part *open, struct bf_lua_field *f);
/* The field with one of two names in the table that OPEN opens. */
bool bf_lua_field_find(const struct bf_lua_part *open, const char *nl,
	const char *en, struct bf_lua_field *out);
/* Whether F is NAME = or ["NAME"] =. */
bool bf_lua_named(const struct bf_lua_field *f, const char *name);
/* Whether the value of F is a table, and nothing but that. */
bool bf_lua_is_table(const struct bf_lua_field *f);

#endif
