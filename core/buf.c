/* Growable text. */
#include "arena.h"
#include <belfort/buf.h>
#include <stdio.h>
#include <string.h>

#define SIZE_LEAST 64

struct bf_buf *
bf_buf_new(struct bf_arena *arena, size_t size)
{
	struct bf_buf *buf = bf_alloc(arena, sizeof(*buf));

	buf->arena = arena;
	buf->size = size < SIZE_LEAST ? SIZE_LEAST : size;
	buf->data = bf_arena_grow(arena, NULL, 0, buf->size);
	buf->data[0] = '\0';
	return buf;
}

/* Room for LEN bytes more and the NUL. */
static void
reserve(struct bf_buf *buf, size_t len)
{
	size_t size = buf->size;

	if (len < size - buf->len)
		return;
	while (len >= size - buf->len)
		size *= 2;
	buf->data = bf_arena_grow(buf->arena, buf->data, buf->len + 1, size);
	buf->size = size;
}

void
bf_put(struct bf_buf *buf, const char *data, size_t len)
{
	reserve(buf, len);
	memcpy(buf->data + buf->len, data, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
}

void
bf_put_str(struct bf_buf *buf, const char *text)
{
	bf_put(buf, text, strlen(text));
}

void
bf_put_char(struct bf_buf *buf, char c)
{
	bf_put(buf, &c, 1);
}

void
bf_put_fmt(struct bf_buf *buf, const char *fmt, ...)
{
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(buf->data + buf->len, buf->size - buf->len, fmt, args);
	va_end(args);
	if (len < 0)
		return;
	if ((size_t)len >= buf->size - buf->len) {
		reserve(buf, (size_t)len);
		va_start(args, fmt);
		vsnprintf(buf->data + buf->len, (size_t)len + 1, fmt, args);
		va_end(args);
	}
	buf->len += (size_t)len;
}
