/* Lays a form out on A4: what it asks, and room to answer by hand. */
#include "sheet.h"
#include <belfort/pdf.h>
#include <string.h>

#define LEFT (20 * BF_MM)
#define WIDTH (BF_PAGE_WIDE - 2 * LEFT)
#define TOP (15 * BF_MM)
#define BODY (48 * BF_MM)
#define FOOT (272 * BF_MM)
#define NUMBER (282 * BF_MM)
#define QR (24 * BF_MM)
#define LINE (9 * BF_MM) /* from one to the next, to write on */
#define BOX_WIDE (6 * BF_MM)
#define BOX_HIGH (7 * BF_MM)
#define TICK (5 * BF_MM)
#define GAP (3 * BF_MM)
#define SIGNS_A_LINE 200 /* at most; few people write that many */
#define LINES_MOST 8

/* Lines of the template `sheet`. */
enum { CITY, VERSION, HOW, WHERE, WHY, WORDS };

struct sheet {
	struct bf_req *req;
	struct bf_pdf *pdf;
	json_t *doc;
	const char *lang, *words[WORDS];
	double y;
	int page, pages;
	bool draw; /* else it is only measured */
};

/* What is asked of who has to be known. */
static const struct bf_field person[] = {
	{ "name", BF_TEXT, .required = true, .max = 60,
		.label = BF_N("Your first name and family name") },
	{ "address", BF_TEXT, .required = true, .max = SIGNS_A_LINE,
		.label = BF_N("Your street, number, postal code and town") },
	{ "born", BF_DAY, .required = true,
		.label = BF_N("Your date of birth") },
	{ "phone", BF_TEXT, .max = 60,
		.label = BF_N("Your phone number or e-mail address"),
		.hint = BF_N("So that we can ask what we cannot read.") },
	{ 0 },
};

static const char *
word(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

/* --- pages ---------------------------------------------------------------- */

static double
put(struct sheet *s, const char *tag, const char *text, const char *font,
	double x, double y, double width)
{
	const struct bf_style style = { font, s->lang };

	return s->draw ? bf_pdf_put(s->pdf, tag, text, &style, x, y, width)
		       : bf_pdf_height(s->pdf, text, &style, width);
}

/* What stands on top of each sheet, should they come apart. */
static void
page_top(struct sheet *s)
{
	const char *code = word(s->doc, "code");
	double right = LEFT + WIDTH - QR, wide = WIDTH - QR - GAP;

	s->page++;
	s->y = BODY;
	put(s, "P", s->words[CITY], "Sans Bold 14", LEFT, TOP, wide);
	put(s, "P", word(s->doc, "title"), "Sans 10", LEFT, TOP + 8 * BF_MM,
		wide);
	put(s, "P", s->words[VERSION], "Sans 9", LEFT, TOP + 17 * BF_MM, wide);
	if (s->draw)
		bf_pdf_qr(s->pdf, code, right, TOP - 3 * BF_MM, QR);
	put(s, "P", code, "Mono 9", right, TOP + 22 * BF_MM, QR + 4 * BF_MM);
}

static void
page_end(struct sheet *s)
{
	put(s, "P", bf_printf(bf_arena(s->req), "%d / %d", s->page, s->pages),
		"Sans 9", BF_PAGE_WIDE / 2 - 5 * BF_MM, NUMBER, 30 * BF_MM);
}

/* Go on where there is room for HEIGHT. */
static void
room(struct sheet *s, double height)
{
	if (s->y + height <= FOOT)
		return;
	page_end(s);
	if (s->draw)
		bf_pdf_page(s->pdf);
	page_top(s);
}

static void
text(struct sheet *s, const char *tag, const char *words, const char *font,
	double gap)
{
	const struct bf_style style = { font, s->lang };

	room(s, bf_pdf_height(s->pdf, words, &style, WIDTH));
	s->y += put(s, tag, words, font, LEFT, s->y, WIDTH) + gap;
}

/* A heading, and of what follows HEIGHT on the same sheet. */
static void
heading(struct sheet *s, const char *msgid, double height)
{
	room(s, 2 * LINE + height);
	s->y += GAP;
	text(s, "H2", bf_tr(s->req, msgid), "Sans Bold 13", GAP);
}

/* --- room to write -------------------------------------------------------- */

static void
lines(struct sheet *s, int count)
{
	for (; count > 0; count--) {
		s->y += LINE;
		if (s->draw)
			bf_pdf_rule(s->pdf, LEFT, s->y, WIDTH);
	}
}

/* A box for each #; what else is in PATTERN stands between them. */
static void
boxes(struct sheet *s, const char *pattern)
{
	double x = LEFT;
	char sign[2] = "";

	for (; *pattern; pattern++) {
		if (*pattern == '#') {
			if (s->draw)
				bf_pdf_box(s->pdf, x, s->y, BOX_WIDE, BOX_HIGH);
			x += BOX_WIDE;
			continue;
		}
		*sign = *pattern;
		if (*sign != ' ')
			put(s, "P", sign, "Sans 12", x + BF_MM, s->y + BF_MM,
				BOX_WIDE);
		x += BOX_WIDE / 2;
	}
	s->y += BOX_HIGH;
}

static void
tick(struct sheet *s, const char *label)
{
	double high;

	if (s->draw)
		bf_pdf_box(s->pdf, LEFT, s->y, TICK, TICK);
	high = put(s, "P", label, "Sans 11", LEFT + TICK + GAP, s->y,
		WIDTH - TICK - GAP);
	s->y += (high > TICK ? high : TICK) + BF_MM * 2;
}

static void
write_text(struct sheet *s, json_t *field)
{
	long long max = json_integer_value(json_object_get(field, "max"));
	long long count = 1 + max / SIGNS_A_LINE;

	lines(s, count > LINES_MOST ? LINES_MOST : (int)count);
}

/* As many boxes as the largest number has digits. */
static void
write_int(struct sheet *s, json_t *field)
{
	long long max = json_integer_value(json_object_get(field, "max"));
	size_t digits = max > 0
		? strlen(bf_printf(bf_arena(s->req), "%lld", max))
		: 6;
	char pattern[] = "########";

	pattern[digits < sizeof(pattern) - 1 ? digits : sizeof(pattern) - 1] =
		'\0';
	boxes(s, pattern);
}

static void
write_choice(struct sheet *s, json_t *field)
{
	json_t *choice;
	size_t i;

	json_array_foreach (json_object_get(field, "choices"), i, choice)
		tick(s,
			json_is_string(choice) ? json_string_value(choice)
					       : "");
}

static void
write_day(struct sheet *s, json_t *field)
{
	(void)field;
	boxes(s, "##/##/####");
	s->y += put(s, "P",
		bf_tr(s->req, BF_N("day (2 digits) / month (2) / year (4)")),
		"Sans 8", LEFT, s->y + BF_MM, WIDTH);
}

static void
write_cents(struct sheet *s, json_t *field)
{
	(void)field;
	boxes(s, "#######,##");
	s->y += put(s, "P", bf_tr(s->req, BF_N("euros, and cents")), "Sans 8",
		LEFT, s->y + BF_MM, WIDTH);
}

static void
write_national(struct sheet *s, json_t *field)
{
	(void)field;
	boxes(s, "##.##.##-###.##");
}

static void
write_iban(struct sheet *s, json_t *field)
{
	(void)field;
	boxes(s, "#### #### #### ####");
	s->y += GAP;
	boxes(s, "#### #### #### #### ##");
}

static const struct {
	const char *type;
	void (*write)(struct sheet *s, json_t *field);
} types[] = {
	{ "text", write_text },
	{ "int", write_int },
	{ "choice", write_choice },
	{ "day", write_day },
	{ "cents", write_cents },
	{ "national", write_national },
	{ "iban", write_iban },
};

static void
write_room(struct sheet *s, json_t *field)
{
	const char *type = word(field, "type");
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strcmp(types[i].type, type) == 0)
			types[i].write(s, field);
}

/* --- fields --------------------------------------------------------------- */

static void
label(struct sheet *s, json_t *field)
{
	bool needed = json_is_true(json_object_get(field, "required"));
	const char *hint = word(field, "hint");

	s->y += put(s, "P",
		bf_printf(bf_arena(s->req), "%s (%s)", word(field, "label"),
			needed ? bf_tr(s->req, BF_N("needed"))
			       : bf_tr(s->req,
				       BF_N("you may leave this "
					    "empty"))),
		"Sans Bold 11", LEFT, s->y, WIDTH);
	if (*hint)
		s->y += put(s, "P", hint, "Sans 10", LEFT, s->y, WIDTH);
	s->y += BF_MM;
}

/* How high a field is: nothing of it may be on the next sheet. */
static double
field_height(struct sheet *s, json_t *field)
{
	struct sheet measure = *s;

	measure.draw = false;
	measure.y = 0;
	label(&measure, field);
	write_room(&measure, field);
	return measure.y;
}

static void
field_put(struct sheet *s, json_t *field)
{
	room(s, field_height(s, field));
	label(s, field);
	write_room(s, field);
	s->y += 2 * GAP;
}

static void
person_put(struct sheet *s)
{
	static const char *const names[] = {
		[BF_TEXT] = "text", [BF_DAY] = "day"
	};
	const struct bf_field *f;
	json_t *field;

	heading(s, BF_N("Who you are"), 2 * LINE);
	for (f = person; f->name; f++) {
		field = json_pack("{s:s, s:b, s:I, s:s, s:s*}", "type",
			names[f->type], "required", f->required, "max",
			(json_int_t)f->max, "label", bf_tr(s->req, f->label),
			"hint", f->hint ? bf_tr(s->req, f->hint) : NULL);
		field_put(s, field);
		json_decref(field);
	}
}

static void
sign_put(struct sheet *s)
{
	double width = WIDTH / 2 - GAP, high = 3 * LINE, top;

	room(s, high + 6 * GAP);
	top = s->y;
	put(s, "P", bf_tr(s->req, BF_N("Date")), "Sans Bold 11", LEFT, top,
		width);
	put(s, "P", bf_tr(s->req, BF_N("Signature")), "Sans Bold 11",
		LEFT + width + 2 * GAP, top, width);
	s->y += 2 * GAP;
	if (s->draw)
		bf_pdf_box(s->pdf, LEFT + width + 2 * GAP, s->y, width, high);
	boxes(s, "##/##/####");
	s->y = top + high + 4 * GAP;
}

/* What the mail room writes, and the counter enters. */
static void
city_put(struct sheet *s)
{
	double x = LEFT + WIDTH / 2;

	heading(s, BF_N("Filled in by the city"), 3 * LINE);
	put(s, "P", bf_tr(s->req, BF_N("Number of the paper")), "Sans 10", x,
		s->y, WIDTH / 2);
	s->y += put(s, "P", bf_tr(s->req, BF_N("Received on")), "Sans 10", LEFT,
		s->y, WIDTH / 2);
	if (s->draw)
		bf_pdf_box(s->pdf, x, s->y, WIDTH / 2, BOX_HIGH);
	boxes(s, "##/##/####");
}

/* --- the whole ------------------------------------------------------------ */

static void
sheet_put(struct sheet *s)
{
	bool sign = json_is_true(json_object_get(s->doc, "signed"));
	json_t *field;
	size_t i;

	s->page = 0;
	page_top(s);
	text(s, "H1", word(s->doc, "title"), "Sans Bold 18", GAP);
	text(s, "P", word(s->doc, "about"), "Sans 11", GAP);
	text(s, "P", s->words[HOW], "Sans 11", GAP);
	if (sign)
		person_put(s);
	field = json_array_get(json_object_get(s->doc, "fields"), 0);
	heading(s, BF_N("What we ask"), field_height(s, field));
	json_array_foreach (json_object_get(s->doc, "fields"), i, field)
		field_put(s, field);
	if (sign)
		sign_put(s);
	heading(s, BF_N("Where it goes"), 2 * LINE);
	text(s, "P", s->words[WHERE], "Sans 11", GAP);
	text(s, "P", s->words[WHY], "Sans 10", GAP);
	city_put(s);
	page_end(s);
}

/* The lines of the template, one after the other. */
static bool
words_take(struct sheet *s)
{
	const char *at, *address = bf_option(s->req, "address");
	size_t len, i;

	if (address)
		json_object_set_new(s->doc, "address", json_string(address));
	if (!bf_render(s->req, "sheet", s->lang, s->doc, &at))
		return false;
	for (i = 0; i < WORDS; i++) {
		at += strspn(at, "\n");
		len = strcspn(at, "\n");
		s->words[i] = bf_strndup(bf_arena(s->req), at, len);
		at += len;
	}
	return true;
}

/* Once to know how many pages there are, once to draw them. */
bool
paper_sheet(struct bf_req *req, json_t *doc, struct bf_text *out)
{
	struct sheet s = { .req = req, .doc = doc, .lang = bf_lang(req) };

	if (!words_take(&s))
		return false;
	s.pdf = bf_pdf_new(req, word(doc, "title"), s.lang);
	sheet_put(&s);
	s.pages = s.page;
	s.draw = true;
	bf_pdf_open(s.pdf, "Document");
	sheet_put(&s);
	bf_pdf_close(s.pdf, "Document");
	return bf_pdf_end(s.pdf, out)
		|| bf_fail(req, &BF_INTERNAL, "a form could not be drawn");
}
