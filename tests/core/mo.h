/* Translations in memory, as msgfmt would write them. */
#ifndef TESTS_MO_H
#define TESTS_MO_H

#include <stdint.h>
#include <string.h>

/* Both may hold NUL, between the forms of a plural. */
struct mo_text {
	const char *id, *text;
	size_t id_len, text_len;
};

#define MO_TEXT(id, text) \
	{ \
		id, text, sizeof(id) - 1, sizeof(text) - 1 \
	}
#define MO_HEADER(more) \
	MO_TEXT("", "Content-Type: text/plain; charset=UTF-8\n" more)

#define MO_HEAD 28

static inline void
mo_word(unsigned char *out, size_t at, uint32_t word, bool swapped)
{
	if (swapped)
		word = __builtin_bswap32(word);
	memcpy(out + at, &word, sizeof(word));
}

/* Add TEXT at *END with its row at ROW. */
static inline void
mo_add(unsigned char *out, size_t row, size_t *end, const char *text,
	size_t len, bool swapped)
{
	mo_word(out, row, (uint32_t)len, swapped);
	mo_word(out, row + 4, (uint32_t)*end, swapped);
	memcpy(out + *end, text, len);
	out[*end + len] = '\0';
	*end += len + 1;
}

/* N TEXTS, sorted by id, into OUT, which is large enough; gives the size.
 * SWAPPED: for a machine that keeps its bytes the other way round. */
static inline size_t
mo_make(unsigned char *out, const struct mo_text *texts, size_t n, bool swapped)
{
	size_t end = MO_HEAD + 16 * n, i;
	const uint32_t head[7] = { 0x950412de, 0, (uint32_t)n, MO_HEAD,
		(uint32_t)(MO_HEAD + 8 * n), 0, 0 };

	for (i = 0; i < 7; i++)
		mo_word(out, 4 * i, head[i], swapped);
	for (i = 0; i < n; i++)
		mo_add(out, MO_HEAD + 8 * i, &end, texts[i].id, texts[i].id_len,
			swapped);
	for (i = 0; i < n; i++)
		mo_add(out, MO_HEAD + 8 * (n + i), &end, texts[i].text,
			texts[i].text_len, swapped);
	return end;
}

#endif
