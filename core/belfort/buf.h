/* Growable text in an arena.
 *
 * The data is always ended with a NUL that LEN does not count.  The memory
 * belongs to the arena: a buffer needs no clean-up.
 */
#ifndef BELFORT_BUF_H
#define BELFORT_BUF_H

#include <belfort/base.h>

struct bf_buf {
	char *data;
	size_t len, size;
	struct bf_arena *arena;
};

/* An empty buffer with room for SIZE bytes (0: a small default). */
BF_API struct bf_buf *bf_buf_new(struct bf_arena *arena, size_t size)
	__attribute__((returns_nonnull));
BF_API void bf_put(struct bf_buf *buf, const char *data, size_t len);
BF_API void bf_put_str(struct bf_buf *buf, const char *text);
BF_API void bf_put_char(struct bf_buf *buf, char c);
BF_API void
bf_put_fmt(struct bf_buf *buf, const char *fmt, ...) BF_PRINTF(2, 3);

/* The escaping is the name.  LEN bytes of UTF-8 go in; what comes out is safe
 * in that place and nowhere else.
 *   html    element content and quoted attributes: & < > " '
 *   url     one path segment or query value: all but unreserved (RFC 3986)
 *   json    the inside of a JSON string (RFC 8259); the text is UTF-8
 *   csv     one cell, quoted where needed (RFC 4180, with ; as delimiter);
 *           text that a spreadsheet would run as a formula gets an apostrophe
 */
BF_API void bf_put_html(struct bf_buf *buf, const char *text, size_t len);
BF_API void bf_put_url(struct bf_buf *buf, const char *text, size_t len);
BF_API void bf_put_json(struct bf_buf *buf, const char *text, size_t len);
BF_API void bf_put_csv(struct bf_buf *buf, const char *text, size_t len);

#endif
