/* Documents on paper: A4 as PDF, with a title, a language and tags for who has
 * it read aloud (ISO 32000-1, 14.8 and 14.9.2).
 *
 * Positions and widths are in points from the top left corner; a font is named
 * as Pango does: "Sans Bold 12".  Text is UTF-8 in any script.  Plugins of the
 * city link -lbelfortpdf for it.
 */
#ifndef BELFORT_PDF_H
#define BELFORT_PDF_H

#include <belfort/db.h>

#define BF_MM (72 / 25.4) /* points */
#define BF_PAGE_WIDE (210 * BF_MM)
#define BF_PAGE_HIGH (297 * BF_MM)

struct bf_pdf;

/* How a text looks, and in which language it is: "nl". */
struct bf_style {
	const char *font, *lang;
};

/* An empty document called TITLE; it lives as long as the request. */
BF_API struct bf_pdf *
bf_pdf_new(struct bf_req *req, const char *title, const char *lang);
/* Put TEXT in lines of WIDTH with its top left corner at X, Y; how high it is.
 * TAG is that of the document's structure: "P", "H1". */
BF_API double bf_pdf_put(struct bf_pdf *pdf, const char *tag, const char *text,
	const struct bf_style *style, double x, double y, double width);
/* How high that would be. */
BF_API double bf_pdf_height(struct bf_pdf *pdf, const char *text,
	const struct bf_style *style, double width);
/* The same, where each line ends at the right: numbers below each other. */
BF_API double
bf_pdf_put_end(struct bf_pdf *pdf, const char *tag, const char *text,
	const struct bf_style *style, double x, double y, double width);
/* A rectangle that is filled with GREY: from 0, black, to 1, white. */
BF_API void bf_pdf_fill(struct bf_pdf *pdf, double x, double y, double width,
	double height, double grey);
/* A rectangle, and a line to the right from X, Y, to write in and on. */
BF_API void
bf_pdf_box(struct bf_pdf *pdf, double x, double y, double width, double height);
BF_API void bf_pdf_rule(struct bf_pdf *pdf, double x, double y, double width);
/* TEXT as a QR code (ISO/IEC 18004, level M) that is SIZE wide and high. */
BF_API void bf_pdf_qr(
	struct bf_pdf *pdf, const char *text, double x, double y, double size);
/* What follows stands on the next page. */
BF_API void bf_pdf_page(struct bf_pdf *pdf);
/* What stands between these is one part under TAG: "Document", "Sect". */
BF_API void bf_pdf_open(struct bf_pdf *pdf, const char *tag);
BF_API void bf_pdf_close(struct bf_pdf *pdf, const char *tag);

/* A long text: its lines go from FIRST down to FOOT, and on the pages after it
 * from AGAIN.  TURN is called at the end of each page but the last. */
struct bf_flow {
	double x, width, first, again, foot;
	void (*turn)(void *self, int page);
	void *self;
};
/* How many pages TEXT takes. */
BF_API int bf_pdf_pages(struct bf_pdf *pdf, const char *text,
	const struct bf_style *style, const struct bf_flow *flow);
/* Put it there, under the tag "P". */
BF_API void bf_pdf_flow(struct bf_pdf *pdf, const char *text,
	const struct bf_style *style, const struct bf_flow *flow);

/* The bytes of the document; false: something went wrong. */
BF_API BF_CHECKED bool bf_pdf_end(struct bf_pdf *pdf, struct bf_text *out);

#endif
