/* Says in which language a document is: an incremental update of its catalog
 * (ISO 32000-1, 7.5.6), because cairo 1.16 has no word for it.
 */
#include "pdf_lang.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <stdlib.h>
#include <string.h>

/* The last WORD in the bytes of PDF, or NULL. */
static const char *
last(const struct bf_buf *pdf, const char *word)
{
	const char *found = NULL, *at = pdf->data;
	size_t len = strlen(word);

	while ((at = memmem(
			at, (size_t)(pdf->data + pdf->len - at), word, len)))
		found = at++;
	return found;
}

/* The number behind WORD after FROM; -1: there is none. */
static long
number(const char *from, const char *word)
{
	const char *at = from ? strstr(from, word) : NULL;

	return at ? strtol(at + strlen(word), NULL, 10) : -1;
}

/* The catalog as it is, between << and >>. */
static const char *
catalog(const struct bf_buf *pdf, long root)
{
	const char *from = last(
		pdf, bf_printf(pdf->arena, "\n%ld 0 obj\n<<", root));
	const char *until = from ? strstr(from, "\n>>\nendobj") : NULL;

	if (until == NULL)
		return NULL;
	from = strstr(from, "<<") + 2;
	return bf_strndup(pdf->arena, from, (size_t)(until - from));
}

static void
put_update(struct bf_buf *pdf, const char *old, const char *lang, long root)
{
	const char *trailer = last(pdf, "\ntrailer");
	long size = number(trailer, "/Size "), info = number(trailer, "/Info ");
	long before = number(last(pdf, "\nstartxref"), "startxref");
	size_t object = pdf->len, table;

	bf_put_fmt(pdf,
		"%ld 0 obj\n<<%s\n   /Lang (%s)\n"
		"   /ViewerPreferences << /DisplayDocTitle true >>\n>>\n"
		"endobj\n",
		root, old, lang);
	table = pdf->len;
	bf_put_fmt(pdf,
		"xref\n%ld 1\n%010zu 00000 n \ntrailer\n<< /Size %ld\n"
		"   /Root %ld 0 R\n   /Info %ld 0 R\n   /Prev %ld\n>>\n"
		"startxref\n%zu\n%%%%EOF\n",
		root, object, size, root, info, before, table);
}

bool
bf_pdf_lang(struct bf_buf *pdf, const char *lang)
{
	long root = number(last(pdf, "\ntrailer"), "/Root ");
	const char *old = root > 0 ? catalog(pdf, root) : NULL;

	if (old == NULL)
		return false;
	put_update(pdf, old, lang, root);
	return true;
}
