/* Draws letters as PDF with cairo and pango: Debian's own way to set text of
 * any script, with tags and a title for who has it read aloud.
 */
#include "paper_pdf.h"
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MM (72 / 25.4) /* points */
#define WIDE (210 * MM)
#define HIGH (297 * MM)
#define LEFT (25 * MM)
#define RIGHT (20 * MM)
#define WINDOW_TOP (50 * MM)
#define WINDOW_LEFT (20 * MM)   /* from the left edge, where it is left */
#define WINDOW_RIGHT (115 * MM) /* from the left edge, where it is right */
#define WINDOW_WIDE (80 * MM)
#define BODY (105 * MM) /* where the first page's text begins */
#define AGAIN (30 * MM) /* where that of others does */
#define FOOT (272 * MM) /* where it ends */
#define NUMBER (280 * MM)
#define LEAD 1.2 /* from line to line, in heights of one */

struct people_pdf {
	struct bf_arena *arena;
	struct bf_buf *bytes;
	cairo_surface_t *surface;
	cairo_t *cr;
	double window;
};

static cairo_status_t
on_bytes(void *buf, const unsigned char *data, unsigned len)
{
	bf_put(buf, (const char *)data, len);
	return CAIRO_STATUS_SUCCESS;
}

static void
pdf_free(void *object)
{
	struct people_pdf *pdf = object;

	cairo_destroy(pdf->cr);
	cairo_surface_destroy(pdf->surface);
}

struct people_pdf *
people_pdf_new(struct bf_req *req, const char *title, bool left)
{
	struct people_pdf *pdf = bf_alloc(bf_arena(req), sizeof(*pdf));

	pdf->arena = bf_arena(req);
	pdf->bytes = bf_buf_new(pdf->arena, 65536);
	pdf->window = left ? WINDOW_LEFT : WINDOW_RIGHT;
	pdf->surface = cairo_pdf_surface_create_for_stream(
		on_bytes, pdf->bytes, WIDE, HIGH);
	cairo_pdf_surface_set_metadata(
		pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
	pdf->cr = cairo_create(pdf->surface);
	bf_defer(pdf->arena, pdf_free, pdf);
	return pdf;
}

static void
layout_free(void *layout)
{
	g_object_unref(layout);
}

/* TEXT in lines of WIDTH, in LANG; it stays until the request ends. */
static PangoLayout *
layout_new(struct people_pdf *pdf, const char *text, const char *lang,
	const char *font, double width)
{
	PangoLayout *layout = pango_cairo_create_layout(pdf->cr);
	PangoFontDescription *desc = pango_font_description_from_string(font);
	PangoContext *context = pango_layout_get_context(layout);

	bf_defer(pdf->arena, layout_free, layout);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_language(context, pango_language_from_string(lang));
	pango_layout_context_changed(layout);
	pango_layout_set_font_description(layout, desc);
	pango_font_description_free(desc);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(layout, text, -1);
	return layout;
}

/* Put TEXT at X, Y under TAG of the document's structure. */
static void
put(struct people_pdf *pdf, const char *tag, const char *text, const char *lang,
	const char *font, double x, double y, double width)
{
	PangoLayout *layout = layout_new(pdf, text, lang, font, width);

	cairo_tag_begin(pdf->cr, tag, NULL);
	cairo_move_to(pdf->cr, x, y);
	pango_cairo_show_layout(pdf->cr, layout);
	cairo_tag_end(pdf->cr, tag);
}

/* Who it is for, where the window is. */
static void
put_address(
	struct people_pdf *pdf, const struct people_paper *p, const char *town)
{
	const char *text = p->street ? bf_printf(pdf->arena, "%s\n%s\n%s %s",
				   p->name, p->street, p->postal, town)
				     : p->name;

	put(pdf, "P", text, p->lang, "Sans 11", pdf->window, WINDOW_TOP,
		WINDOW_WIDE);
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
	double width = WIDE - LEFT - RIGHT;

	put(pdf, "P", line_take(pdf, &at), p->lang, "Sans Bold 14", LEFT,
		20 * MM, width);
	put_address(pdf, p, town);
	put(pdf, "P", line_take(pdf, &at), p->lang, "Sans 10", LEFT, 88 * MM,
		width);
	put(pdf, "H1", p->text.subject, p->lang, "Sans Bold 12", LEFT, 96 * MM,
		width);
}

static void
put_number(struct people_pdf *pdf, const char *lang, int page, int pages)
{
	put(pdf, "P", bf_printf(pdf->arena, "%d / %d", page, pages), lang,
		"Sans 9", WIDE / 2 - 5 * MM, NUMBER, 30 * MM);
}

/* Walk the lines of BODY over pages; how many there are.  With DRAW unset they
 * are only counted. */
static int
body_put(struct people_pdf *pdf, PangoLayout *body, const char *lang, int pages,
	bool draw)
{
	PangoLayoutIter *iter = pango_layout_get_iter(body);
	double y = BODY;
	int page = 1;

	do {
		PangoRectangle box;
		double base = pango_layout_iter_get_baseline(iter);

		pango_layout_iter_get_line_extents(iter, NULL, &box);
		if (y + (double)box.height / PANGO_SCALE > FOOT) {
			if (draw) {
				put_number(pdf, lang, page, pages);
				cairo_show_page(pdf->cr);
			}
			page++;
			y = AGAIN;
		}
		if (draw) {
			cairo_move_to(pdf->cr, LEFT,
				y + (base - box.y) / PANGO_SCALE);
			pango_cairo_show_layout_line(pdf->cr,
				pango_layout_iter_get_line_readonly(iter));
		}
		y += LEAD * box.height / PANGO_SCALE;
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	return page;
}

void
people_pdf_add(struct people_pdf *pdf, const struct people_paper *p)
{
	PangoLayout *body = layout_new(
		pdf, p->text.body, p->lang, "Sans 11", WIDE - LEFT - RIGHT);
	int pages;

	pages = body_put(pdf, body, p->lang, 0, false);
	cairo_tag_begin(pdf->cr, "Document", NULL);
	put_top(pdf, p);
	cairo_tag_begin(pdf->cr, "P", NULL);
	body_put(pdf, body, p->lang, pages, true);
	cairo_tag_end(pdf->cr, "P");
	put_number(pdf, p->lang, pages, pages);
	cairo_tag_end(pdf->cr, "Document");
	cairo_show_page(pdf->cr);
}

bool
people_pdf_end(struct people_pdf *pdf, struct bf_text *out)
{
	cairo_surface_finish(pdf->surface);
	*out = (struct bf_text){ pdf->bytes->data, pdf->bytes->len };
	return cairo_surface_status(pdf->surface) == CAIRO_STATUS_SUCCESS
		&& cairo_status(pdf->cr) == CAIRO_STATUS_SUCCESS;
}
