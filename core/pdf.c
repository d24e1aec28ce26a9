/* Draws documents as PDF with cairo and pango: Debian's own way to set text of
 * any script.
 */
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <belfort/pdf.h>
#include <belfort/request.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include "pdf_lang.h"

#define LEAD 1.2 /* from line to line, in heights of one */
#define LINE 0.6 /* of a box, in points */

struct bf_pdf {
	struct bf_arena *arena;
	struct bf_buf *bytes;
	const char *lang;
	cairo_surface_t *surface;
	cairo_t *cr;
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
	struct bf_pdf *pdf = object;

	cairo_destroy(pdf->cr);
	cairo_surface_destroy(pdf->surface);
}

struct bf_pdf *
bf_pdf_new(struct bf_req *req, const char *title, const char *lang)
{
	struct bf_pdf *pdf = bf_alloc(bf_arena(req), sizeof(*pdf));

	pdf->arena = bf_arena(req);
	pdf->bytes = bf_buf_new(pdf->arena, 65536);
	pdf->lang = lang;
	pdf->surface = cairo_pdf_surface_create_for_stream(
		on_bytes, pdf->bytes, BF_PAGE_WIDE, BF_PAGE_HIGH);
	cairo_pdf_surface_set_metadata(
		pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
	pdf->cr = cairo_create(pdf->surface);
	cairo_set_line_width(pdf->cr, LINE);
	bf_defer(pdf->arena, pdf_free, pdf);
	return pdf;
}

static void
layout_free(void *layout)
{
	g_object_unref(layout);
}

/* TEXT in lines of WIDTH; it stays until the request ends. */
static PangoLayout *
layout_new(struct bf_pdf *pdf, const char *text, const struct bf_style *style,
	double width)
{
	PangoLayout *layout = pango_cairo_create_layout(pdf->cr);
	PangoFontDescription *desc = pango_font_description_from_string(
		style->font);
	PangoContext *context = pango_layout_get_context(layout);

	bf_defer(pdf->arena, layout_free, layout);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_language(
		context, pango_language_from_string(style->lang));
	pango_layout_context_changed(layout);
	pango_layout_set_font_description(layout, desc);
	pango_font_description_free(desc);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(layout, text, -1);
	return layout;
}

static double
layout_height(PangoLayout *layout)
{
	PangoRectangle box;

	pango_layout_get_extents(layout, NULL, &box);
	return (double)box.height / PANGO_SCALE;
}

double
bf_pdf_height(struct bf_pdf *pdf, const char *text,
	const struct bf_style *style, double width)
{
	return layout_height(layout_new(pdf, text, style, width));
}

static double
layout_put(struct bf_pdf *pdf, const char *tag, PangoLayout *layout, double x,
	double y)
{
	bf_pdf_open(pdf, tag);
	cairo_move_to(pdf->cr, x, y);
	pango_cairo_show_layout(pdf->cr, layout);
	bf_pdf_close(pdf, tag);
	return layout_height(layout);
}

double
bf_pdf_put(struct bf_pdf *pdf, const char *tag, const char *text,
	const struct bf_style *style, double x, double y, double width)
{
	return layout_put(pdf, tag, layout_new(pdf, text, style, width), x, y);
}

double
bf_pdf_put_end(struct bf_pdf *pdf, const char *tag, const char *text,
	const struct bf_style *style, double x, double y, double width)
{
	PangoLayout *layout = layout_new(pdf, text, style, width);

	pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
	return layout_put(pdf, tag, layout, x, y);
}

void
bf_pdf_fill(struct bf_pdf *pdf, double x, double y, double width, double height,
	double grey)
{
	cairo_set_source_rgb(pdf->cr, grey, grey, grey);
	cairo_rectangle(pdf->cr, x, y, width, height);
	cairo_fill(pdf->cr);
	cairo_set_source_rgb(pdf->cr, 0, 0, 0);
}

void
bf_pdf_box(struct bf_pdf *pdf, double x, double y, double width, double height)
{
	cairo_rectangle(pdf->cr, x, y, width, height);
	cairo_stroke(pdf->cr);
}

void
bf_pdf_rule(struct bf_pdf *pdf, double x, double y, double width)
{
	cairo_move_to(pdf->cr, x, y);
	cairo_rel_line_to(pdf->cr, width, 0);
	cairo_stroke(pdf->cr);
}

void
bf_pdf_qr(struct bf_pdf *pdf, const char *text, double x, double y, double size)
{
	QRcode *qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	double side = qr ? size / qr->width : 0;
	int i;

	for (i = 0; qr && i < qr->width * qr->width; i++)
		if (qr->data[i] & 1)
			cairo_rectangle(pdf->cr, x + side * (i % qr->width),
				y + side * (i / qr->width), side, side);
	cairo_fill(pdf->cr);
	QRcode_free(qr);
}

void
bf_pdf_page(struct bf_pdf *pdf)
{
	cairo_show_page(pdf->cr);
}

void
bf_pdf_open(struct bf_pdf *pdf, const char *tag)
{
	cairo_tag_begin(pdf->cr, tag, NULL);
}

void
bf_pdf_close(struct bf_pdf *pdf, const char *tag)
{
	cairo_tag_end(pdf->cr, tag);
}

/* One line of a flow, whose top stands at Y. */
static void
line_put(struct bf_pdf *pdf, PangoLayoutIter *iter, const PangoRectangle *box,
	double x, double y)
{
	double base = pango_layout_iter_get_baseline(iter);

	cairo_move_to(pdf->cr, x + (double)box->x / PANGO_SCALE,
		y + (base - box->y) / PANGO_SCALE);
	pango_cairo_show_layout_line(
		pdf->cr, pango_layout_iter_get_line_readonly(iter));
}

/* Walk the lines over pages; how many there are.  Unless DRAW is set they are
 * only counted. */
static int
flow(struct bf_pdf *pdf, PangoLayout *layout, const struct bf_flow *f,
	bool draw)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	PangoRectangle box;
	double y = f->first;
	int page = 1;

	do {
		pango_layout_iter_get_line_extents(iter, NULL, &box);
		if (y + (double)box.height / PANGO_SCALE > f->foot) {
			if (draw)
				f->turn(f->self, page);
			page++;
			y = f->again;
		}
		if (draw)
			line_put(pdf, iter, &box, f->x, y);
		y += LEAD * box.height / PANGO_SCALE;
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	return page;
}

int
bf_pdf_pages(struct bf_pdf *pdf, const char *text, const struct bf_style *style,
	const struct bf_flow *f)
{
	return flow(pdf, layout_new(pdf, text, style, f->width), f, false);
}

void
bf_pdf_flow(struct bf_pdf *pdf, const char *text, const struct bf_style *style,
	const struct bf_flow *f)
{
	PangoLayout *layout = layout_new(pdf, text, style, f->width);

	bf_pdf_open(pdf, "P");
	flow(pdf, layout, f, true);
	bf_pdf_close(pdf, "P");
}

bool
bf_pdf_end(struct bf_pdf *pdf, struct bf_text *out)
{
	cairo_surface_finish(pdf->surface);
	if (cairo_surface_status(pdf->surface) != CAIRO_STATUS_SUCCESS
		|| cairo_status(pdf->cr) != CAIRO_STATUS_SUCCESS
		|| !bf_pdf_lang(pdf->bytes, pdf->lang))
		return false;
	*out = (struct bf_text){ pdf->bytes->data, pdf->bytes->len };
	return true;
}
