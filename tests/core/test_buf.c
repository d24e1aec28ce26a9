/* Text that grows. */
#include "../tap.h"
#include "arena.h"
#include <belfort/buf.h>

static void
pieces(struct bf_arena *arena)
{
	struct bf_buf *buf = bf_buf_new(arena, 0);

	is(buf->data, "", "a new buffer is an empty text");
	bf_put_str(buf, "be");
	bf_put(buf, "lfry", 2);
	bf_put_char(buf, 'o');
	bf_put_fmt(buf, "%s%d", "rt", 9);
	is(buf->data, "belfort9", "all writers append");
	is_int((long long)buf->len, 8, "and count");
	bf_put(buf, "", 0);
	bf_put_str(buf, "");
	is_int((long long)buf->len, 8, "nothing adds nothing");
	bf_put(buf, "a\0b", 3);
	is_int((long long)buf->len, 11, "a NUL counts as any byte");
	ok(memcmp(buf->data + 8, "a\0b", 4) == 0, "and is kept");
}

static void
growing(struct bf_arena *arena)
{
	struct bf_buf *buf = bf_buf_new(arena, 1);
	int i;

	for (i = 0; i < 20000; i++) {
		bf_put_fmt(buf, "%05d", i);
		if (i % 100 == 0)
			bf_alloc(arena, 1);
	}
	is_int((long long)buf->len, 100000, "grows a format at a time");
	ok(memcmp(buf->data + 61725, "12345", 5) == 0, "nothing is lost");
	ok(buf->data[buf->len] == '\0', "ended");
}

/* Every length around the room that is left. */
static void
edges(struct bf_arena *arena)
{
	struct bf_buf *buf;
	bool good = true;
	int len;

	for (len = 0; len < 20; len++) {
		buf = bf_buf_new(arena, 10);
		bf_put_fmt(buf, "%.*s", len, "abcdefghijklmnopqrstu");
		good = good && buf->len == (size_t)len
			&& strlen(buf->data) == (size_t)len;
	}
	ok(good, "a format that just fits, and just not");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	pieces(arena);
	growing(arena);
	edges(arena);
	bf_arena_free(arena);
	return done();
}
