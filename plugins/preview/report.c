/* Lays out what came out of a preview as a report for the council. */
#include "export.h"
#include <belfort/pdf.h>
#include <string.h>

#define LEFT (20 * BF_MM)
#define WIDTH (BF_PAGE_WIDE - 2 * LEFT)
#define TOP (20 * BF_MM)
#define FOOT (275 * BF_MM)
#define GAP (3 * BF_MM)
#define ROW_MOST (12 * BF_MM) /* a row is no higher */

/* Where the cells of a row stand, in millimetres from the left. */
struct column {
	double at, wide;
};

/* A table: the template of its rows, a line for each cell. */
struct form {
	const char *view;
	const struct column *columns;
	size_t count;
};

#define COLUMNS 7 /* at most */
/* The bars stand between who loses and who gains. */
static const struct column of_one[] = { { 0, 33 }, { 34, 18 }, { 96, 14 },
	{ 111, 20 }, { 132, 19 }, { 152, 18 } };
static const struct column of_two[] = { { 0, 46 }, { 47, 18 }, { 66, 18 },
	{ 85, 18 }, { 104, 18 }, { 123, 22 }, { 147, 23 } };
static const struct form one = { "report_row", of_one, 6 };
static const struct form two = { "report_beside", of_two, 7 };

#define BAR_AT (LEFT + 53 * BF_MM)
#define BAR_WIDE (42 * BF_MM)
#define BAR_HIGH (2.6 * BF_MM)
#define BAR_UNITS 1000 /* what show_prepare() draws in */

struct report {
	struct bf_req *req;
	struct bf_pdf *pdf;
	const char *lang;
	double y;
	int page; /* the last that is full */
};

/* --- parts -----------------------------------------------------------------
 */

/* The number of the page, below what stands on it. */
static void
foot_put(struct report *r)
{
	const struct bf_style style = { "Sans 8", r->lang };

	(void)bf_pdf_put_end(r->pdf, "P",
		bf_printf(bf_arena(r->req), "%d", ++r->page), &style, LEFT,
		FOOT + 2 * GAP, WIDTH);
}

static void
page_turn(struct report *r)
{
	foot_put(r);
	bf_pdf_page(r->pdf);
	r->y = TOP;
}

static void
room(struct report *r, double height)
{
	if (r->y + height > FOOT)
		page_turn(r);
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

static double
row_high(struct report *r, const struct form *form, const char *const *cells,
	const struct bf_style *style)
{
	double high = 0, h;
	size_t i;

	for (i = 0; i < form->count; i++) {
		h = bf_pdf_height(
			r->pdf, cells[i], style, form->columns[i].wide * BF_MM);
		high = h > high ? h : high;
	}
	return high;
}

/* The cells of a row, each in its column; as high as the highest. */
static void
row_put(struct report *r, const struct form *form, const char *const *cells,
	const char *font)
{
	const struct bf_style style = { font, r->lang };
	const struct column *c = form->columns;
	size_t i;

	bf_pdf_open(r->pdf, "TR");
	(void)bf_pdf_put(
		r->pdf, "TH", cells[0], &style, LEFT, r->y, c[0].wide * BF_MM);
	for (i = 1; i < form->count; i++)
		(void)bf_pdf_put_end(r->pdf, "TD", cells[i], &style,
			LEFT + c[i].at * BF_MM, r->y, c[i].wide * BF_MM);
	bf_pdf_close(r->pdf, "TR");
	r->y += row_high(r, form, cells, &style) + 2;
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

static double
units(json_t *bar, const char *name)
{
	return BAR_WIDE * (double)json_integer_value(json_object_get(bar, name))
		/ BAR_UNITS;
}

/* Who gains is full, who loses is empty: so it is on any printer. */
static void
bar_put(struct report *r, json_t *bar)
{
	double zero = BAR_AT + units(bar, "zero"), less = units(bar, "less");

	bf_pdf_fill(r->pdf, BAR_AT + units(bar, "band_at"), r->y - 1,
		units(bar, "band"), BAR_HIGH + 3, 0.88);
	bf_pdf_fill(
		r->pdf, zero, r->y + 0.5, units(bar, "more"), BAR_HIGH, 0.3);
	if (less > 0)
		bf_pdf_box(r->pdf, zero - less, r->y + 0.5, less, BAR_HIGH);
	bf_pdf_fill(r->pdf, zero - 0.4, r->y - 1, 0.8, BAR_HIGH + 3, 0);
}

/* The lines that the template of FORM makes of ROW: its cells. */
static bool
figures_put(struct report *r, const struct form *form, json_t *row,
	const char *font)
{
	const char *said, *cells[COLUMNS], *line;
	char *rest;
	size_t n;

	line_make(r, row, "name");
	if (!bf_render(r->req, form->view, r->lang, row, &said))
		return false;
	rest = bf_strdup(bf_arena(r->req), said);
	for (n = 0; n < form->count; n++) {
		line = strsep(&rest, "\n");
		cells[n] = line ? line : "";
	}
	if (json_object_get(row, "bar"))
		bar_put(r, json_object_get(row, "bar"));
	row_put(r, form, cells, font);
	return true;
}

static bool
head_put(struct report *r, const struct form *form)
{
	json_t *head = json_pack("{s:b}", "head", 1);
	bool good = figures_put(r, form, head, "Sans Bold 8");

	json_decref(head);
	return good;
}

/* On a new page its head stands there again. */
static bool
table_put(struct report *r, const struct form *form, json_t *rows)
{
	bool good;
	json_t *row;
	double y;
	size_t i;

	bf_pdf_open(r->pdf, "Table");
	good = head_put(r, form);
	json_array_foreach (rows, i, row) {
		y = r->y;
		room(r, ROW_MOST);
		if (r->y < y)
			good = good && head_put(r, form);
		good = good && figures_put(r, form, row, "Sans 8");
	}
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
		if (!table_put(r, &one, json_object_get(group, "lines")))
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

static void
titles_make(struct report *r, json_t *lacks)
{
	json_t *fact;
	size_t i;

	json_array_foreach (json_object_get(lacks, "facts"), i, fact)
		line_make(r, fact, "title");
}

/* The lines that the template VIEW makes of DOC; the first may be a heading. */
static bool
intro_put(struct report *r, const char *view, json_t *doc, bool heads)
{
	const char *said;
	char *line, *rest = NULL;

	line_make(r, json_object_get(doc, "draft"), "title");
	titles_make(r, json_object_get(doc, "lacks"));
	titles_make(r, json_object_get(doc, "coming"));
	if (!bf_render(r->req, view, r->lang, doc, &said))
		return false;
	for (line = strtok_r(bf_strdup(bf_arena(r->req), said), "\n", &rest);
		line; line = strtok_r(NULL, "\n", &rest), heads = false)
		text(r, heads ? "H1" : "P", line,
			heads ? "Sans Bold 16" : "Sans 10", GAP);
	return true;
}

static bool
report_put(struct report *r, const struct pair *pair, json_t *doc)
{
	json_t *all = json_pack("[O]", json_object_get(doc, "total"));
	bool good;

	json_array_extend(all, json_object_get(doc, "rules"));
	good = intro_put(r, "report", doc, true);
	heading(r, bf_tr(r->req, BF_N("By right")));
	good = good && table_put(r, &one, all) && groups_put(r, doc);
	files_put(r, bf_tr(r->req, BF_N("The texts as they would become")),
		export_changed(pair, true));
	files_put(r, bf_tr(r->req, BF_N("The texts it was compared with")),
		export_changed(pair, false));
	json_decref(all);
	return good;
}

/* Which is the first and which the second, and their figures beside each other.
 */
static bool
beside_put(struct report *r, json_t *out)
{
	json_t *sides = json_object_get(out, "sides"), *doc;
	size_t i;

	text(r, "H1", bf_tr(r->req, BF_N("Two scenarios side by side")),
		"Sans Bold 16", GAP);
	json_array_foreach (sides, i, doc)
		if (!intro_put(r, "report_side", doc, false))
			return false;
	return table_put(r, &two, json_object_get(out, "rows"));
}

static void
report_begin(struct report *r, struct bf_req *req, const char *title)
{
	*r = (struct report){ .req = req, .lang = bf_lang(req), .y = TOP };
	r->pdf = bf_pdf_new(req, bf_tr(req, title), r->lang);
	bf_pdf_open(r->pdf, "Document");
}

static bool
report_end(struct report *r)
{
	struct bf_text out;

	foot_put(r);
	bf_pdf_close(r->pdf, "Document");
	return bf_pdf_end(r->pdf, &out)
		&& bf_reply(r->req, "application/pdf", out.data, out.len);
}

bool
report_pdf(struct bf_req *req)
{
	struct report r;
	struct pair pair;
	json_t *doc;

	if (!pages_answer(req, bf_arg(req, "wat"), &pair, &doc))
		return false;
	show_prepare(req, &pair, doc);
	report_begin(&r, req, BF_N("What a change of the rules does"));
	return report_put(&r, &pair, doc) && report_end(&r);
}

bool
report_two(struct bf_req *req)
{
	struct report r;
	struct pair pairs[2];
	json_t *out;
	int i;

	if (!pages_both(req, pairs, &out))
		return false;
	report_begin(&r, req, BF_N("Two scenarios side by side"));
	if (!beside_put(&r, out))
		return false;
	for (i = 0; i < 2; i++) {
		page_turn(&r);
		if (!report_put(&r, &pairs[i],
			    json_array_get(
				    json_object_get(out, "sides"), (size_t)i)))
			return false;
	}
	return report_end(&r);
}
