/* Lays letters out on A4, for an envelope with a window. */
#include "paper_pdf.h"
#include <belfort/pdf.h>
#include <string.h>

#define LEFT (25 * BF_MM)
#define WIDTH (BF_PAGE_WIDE - LEFT - 20 * BF_MM)
#define WINDOW_TOP (50 * BF_MM)
#define WINDOW_LEFT (20 * BF_MM)   /* from the left edge, where it is left */
#define WINDOW_RIGHT (115 * BF_MM) /* from the left edge, where it is right */
#define WINDOW_WIDE (80 * BF_MM)
#define BODY (105 * BF_MM) /* where the first page's text begins */
#define AGAIN (30 * BF_MM) /* where that of others does */
#define FOOT (272 * BF_MM) /* where it ends */
#define NUMBER (280 * BF_MM)
#define QR (18 * BF_MM) /* of the code: a module is 0.86 mm */
#define QR_TOP (14 * BF_MM)
#define CODE (33 * BF_MM)
#define CODE_WIDE (120 * BF_MM)

struct people_pdf {
	struct bf_arena *arena;
	struct bf_pdf *pdf;
	double window;
	const char *lang; /* of the letter that is drawn */
	int pages;
};

struct people_pdf *
people_pdf_new(struct bf_req *req, const char *title, bool left)
{
	struct people_pdf *pdf = bf_alloc(bf_arena(req), sizeof(*pdf));

	pdf->arena = bf_arena(req);
	pdf->pdf = bf_pdf_new(req, title, bf_lang(req));
	pdf->window = left ? WINDOW_LEFT : WINDOW_RIGHT;
	return pdf;
}

static void
put(struct people_pdf *pdf, const char *tag, const char *text, const char *font,
	double x, double y, double width)
{
	const struct bf_style style = { font, pdf->lang };

	bf_pdf_put(pdf->pdf, tag, text, &style, x, y, width);
}

/* Who it is for, where the window is. */
static void
put_address(
	struct people_pdf *pdf, const struct people_paper *p, const char *town)
{
	const char *text = p->street ? bf_printf(pdf->arena, "%s\n%s\n%s %s",
				   p->name, p->street, p->postal, town)
				     : p->name;

	put(pdf, "P", text, "Sans 11", pdf->window, WINDOW_TOP, WINDOW_WIDE);
}

/* The lines of paper_top, one after the other. */
static const char *
line_take(struct people_pdf *pdf, const char **at)
{
	size_t len;
	const char *line;

	*at += strspn(*at, "\n");
	len = strcspn(*at, "\n");
	line = bf_strndup(pdf->arena, *at, len);
	*at += len;
	return line;
}

static void
put_top(struct people_pdf *pdf, const struct people_paper *p)
{
	const char *at = p->top, *town = line_take(pdf, &at);

	bf_pdf_qr(pdf->pdf, p->reference, LEFT + WIDTH - QR, QR_TOP, QR);
	put(pdf, "P", line_take(pdf, &at), "Sans Bold 14", LEFT, 20 * BF_MM,
		WIDTH);
	put_address(pdf, p, town);
	put(pdf, "P", line_take(pdf, &at), "Sans 10", LEFT, 88 * BF_MM, WIDTH);
	put(pdf, "P", line_take(pdf, &at), "Sans 9", LEFT, CODE, CODE_WIDE);
	put(pdf, "H1", p->text.subject, "Sans Bold 12", LEFT, 96 * BF_MM,
		WIDTH);
}

static void
put_number(struct people_pdf *pdf, int page)
{
	put(pdf, "P", bf_printf(pdf->arena, "%d / %d", page, pdf->pages),
		"Sans 9", BF_PAGE_WIDE / 2 - 5 * BF_MM, NUMBER, 30 * BF_MM);
}

static void
page_turn(void *self, int page)
{
	struct people_pdf *pdf = self;

	put_number(pdf, page);
	bf_pdf_page(pdf->pdf);
}

void
people_pdf_add(struct people_pdf *pdf, const struct people_paper *p)
{
	const struct bf_style style = { "Sans 11", p->lang };
	const struct bf_flow flow = { LEFT, WIDTH, BODY, AGAIN, FOOT, page_turn,
		pdf };

	pdf->lang = p->lang;
	pdf->pages = bf_pdf_pages(pdf->pdf, p->text.body, &style, &flow);
	bf_pdf_open(pdf->pdf, "Document");
	put_top(pdf, p);
	bf_pdf_flow(pdf->pdf, p->text.body, &style, &flow);
	put_number(pdf, pdf->pages);
	bf_pdf_close(pdf->pdf, "Document");
	bf_pdf_page(pdf->pdf);
}

bool
people_pdf_end(struct people_pdf *pdf, struct bf_text *out)
{
	return bf_pdf_end(pdf->pdf, out);
}
