/* Lays out what came out of a preview as a report for the council. */
#include "export.h"
#include <belfort/pdf.h>
#include <string.h>

#define LEFT (20 * BF_MM)
#define WIDTH (BF_PAGE_WIDE - 2 * LEFT)
#define TOP (20 * BF_MM)
#define FOOT (275 * BF_MM)
#define GAP (3 * BF_MM)
#define NAME_WIDE (50 * BF_MM)
#define CELL_WIDE (24 * BF_MM)

struct report {
	struct bf_req *req;
	struct bf_pdf *pdf;
	const char *lang;
	json_t *words; /* lines of the template */
	double y;
};

/* --- parts -----------------------------------------------------------------
 */

static void
room(struct report *r, double height)
{
	if (r->y + height <= FOOT)
		return;
	bf_pdf_page(r->pdf);
	r->y = TOP;
}

static void
text(struct report *r, const char *tag, const char *said, const char *font,
	double gap)
{
	const struct bf_style style = { font, r->lang };

	room(r, bf_pdf_height(r->pdf, said, &style, WIDTH));
	r->y += bf_pdf_put(r->pdf, tag, said, &style, LEFT, r->y, WIDTH) + gap;
}

static void
heading(struct report *r, const char *said)
{
	room(r, 25 * BF_MM);
	r->y += GAP;
	text(r, "H2", said, "Sans Bold 12", GAP);
}

/* The cells of a row, each in its column; as high as the highest. */
static void
row_put(struct report *r, const char *const *cells, size_t count,
	const char *font)
{
	const struct bf_style style = { font, r->lang };
	double high = 0, h, x = LEFT, wide = NAME_WIDE;
	size_t i;

	for (i = 0; i < count; i++) {
		h = bf_pdf_height(
			r->pdf, cells[i], &style, i ? CELL_WIDE : NAME_WIDE);
		high = h > high ? h : high;
	}
	room(r, high);
	for (i = 0; i < count; i++, x += wide, wide = CELL_WIDE)
		(void)bf_pdf_put(r->pdf, i ? "TD" : "TH", cells[i], &style, x,
			r->y, i ? CELL_WIDE : NAME_WIDE);
	r->y += high + 1;
}

/* --- figures ---------------------------------------------------------------
 */

/* Who wrote the member NAME of OBJECT writes one line: another would be taken
 * for a figure. */
static void
line_make(struct report *r, json_t *object, const char *name)
{
	char *said = bf_strdup(bf_arena(r->req), word(object, name)), *at;

	for (at = said; *at; at++)
		if (*at == '\n' || *at == '\r')
			*at = ' ';
	json_object_set_new(object, name, json_string(said));
}

/* The lines that the template `figures` makes of ROW: its cells. */
static bool
figures_put(struct report *r, json_t *row, const char *font)
{
	const char *said, *cells[8];
	char *line, *rest = NULL;
	size_t n = 0;

	line_make(r, row, "name");
	if (!bf_render(r->req, "report_row", r->lang, row, &said))
		return false;
	for (line = strtok_r(bf_strdup(bf_arena(r->req), said), "\n", &rest);
		line && n < 8; line = strtok_r(NULL, "\n", &rest))
		cells[n++] = line;
	row_put(r, cells, n, font);
	return true;
}

static bool
table_put(struct report *r, json_t *rows)
{
	json_t *head = json_pack("{s:b}", "head", 1), *row;
	bool good = figures_put(r, head, "Sans Bold 8");
	size_t i;

	json_decref(head);
	bf_pdf_open(r->pdf, "Table");
	json_array_foreach (rows, i, row)
		good = good && figures_put(r, row, "Sans 8");
	bf_pdf_close(r->pdf, "Table");
	return good;
}

static bool
groups_put(struct report *r, json_t *doc)
{
	json_t *group;
	size_t i;

	json_array_foreach (json_object_get(doc, "groups"), i, group) {
		heading(r, word(group, "title"));
		if (!table_put(r, json_object_get(group, "lines")))
			return false;
	}
	return true;
}

/* --- texts -----------------------------------------------------------------
 */

static void
lines_put(struct report *r, const char *said)
{
	char *line, *rest = bf_strdup(bf_arena(r->req), said);

	while ((line = strsep(&rest, "\n")))
		text(r, "P", *line ? line : " ", "Monospace 7", 0);
}

static void
files_put(struct report *r, const char *title, json_t *files)
{
	json_t *file;
	size_t i;

	heading(r, title);
	json_array_foreach (files, i, file) {
		text(r, "H3", word(file, "name"), "Sans Bold 9", 2);
		lines_put(r, word(file, "text"));
		r->y += GAP;
	}
	json_decref(files);
}

/* --- the whole -------------------------------------------------------------
 */

static bool
intro_put(struct report *r, json_t *doc)
{
	const char *said;
	char *line, *rest = NULL;
	bool first = true;

	line_make(r, json_object_get(doc, "draft"), "title");
	if (!bf_render(r->req, "report", r->lang, doc, &said))
		return false;
	for (line = strtok_r(bf_strdup(bf_arena(r->req), said), "\n", &rest);
		line; line = strtok_r(NULL, "\n", &rest), first = false)
		text(r, first ? "H1" : "P", line,
			first ? "Sans Bold 16" : "Sans 10", GAP);
	return true;
}

static bool
report_put(struct report *r, const struct pair *pair, json_t *doc)
{
	json_t *all = json_pack("[O]", json_object_get(doc, "total"));
	bool good;

	json_array_extend(all, json_object_get(doc, "rules"));
	bf_pdf_open(r->pdf, "Document");
	good = intro_put(r, doc);
	heading(r, bf_tr(r->req, BF_N("By right")));
	good = good && table_put(r, all) && groups_put(r, doc);
	files_put(r, bf_tr(r->req, BF_N("The texts as they would become")),
		export_changed(pair, true));
	files_put(r, bf_tr(r->req, BF_N("The texts it was compared with")),
		export_changed(pair, false));
	bf_pdf_close(r->pdf, "Document");
	json_decref(all);
	return good;
}

bool
report_pdf(struct bf_req *req)
{
	struct report r = { .req = req, .lang = bf_lang(req), .y = TOP };
	struct pair pair;
	struct bf_text out;
	json_t *doc;

	if (!pages_answer(req, bf_arg(req, "wat"), &pair, &doc))
		return false;
	show_prepare(req, &pair, doc);
	r.pdf = bf_pdf_new(req,
		bf_tr(req, BF_N("What a change of the rules does")), r.lang);
	if (!report_put(&r, &pair, doc) || !bf_pdf_end(r.pdf, &out))
		return false;
	return bf_reply(req, "application/pdf", out.data, out.len);
}
