/* Letters: a page of those to print, and all of them as one PDF. */
#include "own.h"
#include "paper_pdf.h"
#include <string.h>

const struct bf_query people_papers_print = { "people.papers_print",
	"session nr" };
const struct bf_query people_papers_done = { "people.papers_printed",
	"session tot", .writes = true };

/* TEXT as lines, of which NAME is the one that begins its address. */
static bool
paper_make(struct bf_req *req, json_t *row, struct people_paper *out)
{
	const char *lang = people_word(row, "lang"), *top;

	if (!people_text(req, people_word(row, "kind"), lang,
		    json_object_get(row, "data"), &out->text)
		|| !bf_render(req, "paper_top", lang, row, &top))
		return false;
	out->name = people_word(row, "name");
	out->street = people_word(row, "street");
	out->postal = people_word(row, "postal");
	out->top = top;
	out->reference = people_word(row, "reference");
	out->lang = lang;
	return true;
}

static bool
papers_draw(struct bf_req *req, json_t *rows)
{
	struct people_paper paper;
	struct people_pdf *pdf = people_pdf_new(req,
		bf_tr(req, BF_N("Letters of the city")),
		strcmp(bf_option(req, "window"), "left") == 0);
	struct bf_text text;
	json_t *row;
	size_t i;

	json_array_foreach (rows, i, row) {
		if (!paper_make(req, row, &paper))
			return false;
		people_pdf_add(pdf, &paper);
	}
	return people_pdf_end(pdf, &text)
		? bf_reply(req, "application/pdf", text.data, text.len)
		: bf_fail(req, &BF_INTERNAL, "a letter could not be drawn");
}

bool
people_papers_pdf(struct bf_req *req)
{
	json_t *rows;

	return people_ask(req, &people_papers_print, &rows)
		&& papers_draw(req, rows);
}

bool
people_papers_printed(struct bf_req *req)
{
	return people_do(req, &people_papers_done, "/post");
}
