/* The parts of a Lua text, as Lua reads them, without running it (Lua 5.4
 * reference manual, 3.1).
 */
#ifndef CORE_LUA_PARTS_H
#define CORE_LUA_PARTS_H

#include <belfort/base.h>

enum bf_lua_kind {
	PART_NONE, /* before the first, and after the last */
	PART_BLANK,
	PART_COMMENT,
	PART_TEXT,
	PART_NUMBER,
	PART_NAME, /* also what is a word of Lua */
	PART_SIGN, /* and what Lua does not know */
};

struct bf_lua_part {
	enum bf_lua_kind kind;
	const char *at;
	size_t len;
};

/* The parts of the LEN bytes at TEXT, one after the other without a gap; *COUNT
 * of them.  One of no kind stands on each side. */
struct bf_lua_part *bf_lua_parts(
	struct bf_arena *arena, const char *text, size_t len, size_t *count);
/* Whether PART is WORD. */
bool bf_lua_is(const struct bf_lua_part *part, const char *word);

#endif
