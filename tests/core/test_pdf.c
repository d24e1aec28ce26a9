/* What is added to the catalog of a document, and what is left alone. */
#include "../tap.h"
#include "arena.h"
#include "pdf_lang.h"
#include <belfort/buf.h>

#define CATALOG "2 0 obj\n<< /Type /Catalog\n   /Pages 1 0 R\n>>\nendobj\n"
#define TRAILER \
	"trailer\n<< /Size 9\n   /Root 2 0 R\n   /Info 3 0 R\n>>\n" \
	"startxref\n70\n%%EOF\n"

static struct bf_buf *
bytes(struct bf_arena *arena, const char *text)
{
	struct bf_buf *buf = bf_buf_new(arena, 0);

	bf_put_str(buf, text);
	return buf;
}

/* A reader begins with the last table and finds the object it tells of. */
static void
told(struct bf_arena *arena)
{
	struct bf_buf *pdf = bytes(
		arena, "%PDF-1.5\n" CATALOG "xref\n" TRAILER);
	const char *table, *at;

	ok(bf_pdf_lang(pdf, "fr"), "a document as cairo makes it");
	table = pdf->data + strtol(strrchr(pdf->data, 'f') + 1, NULL, 10);
	ok(strncmp(table, "xref\n2 1\n", 9) == 0, "its end names the table");
	at = pdf->data + strtol(table + 9, NULL, 10);
	ok(strncmp(at, CATALOG, 42) == 0,
		"the table names the new catalog, with what it held");
	has(at, "/Lang (fr)", "the language");
	has(at, "/DisplayDocTitle true", "its title is to be shown");
	has(at, "/Size 9\n   /Root 2 0 R\n   /Info 3 0 R\n   /Prev 70\n",
		"the trailer goes on from the one of before");
}

static void
left(struct bf_arena *arena)
{
	static const char *const others[] = { "", "%PDF-1.5\n" CATALOG,
		"%PDF-1.5\n" TRAILER, "%PDF-1.5\n2 0 obj\n<<\n" TRAILER,
		"%PDF-1.5\n" CATALOG "\ntrailer\n<< /Size 9\n>>\n" };
	struct bf_buf *pdf;
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		pdf = bytes(arena, others[i]);
		ok(!bf_pdf_lang(pdf, "nl") && strcmp(pdf->data, others[i]) == 0,
			"what has another shape stays as it is, %zu", i);
	}
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	told(arena);
	left(arena);
	bf_arena_free(arena);
	return done();
}
