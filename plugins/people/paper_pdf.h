/* Letters on A4, for an envelope with a window. */
#ifndef PEOPLE_PAPER_PDF_H
#define PEOPLE_PAPER_PDF_H

#include "own.h"

struct people_paper {
	const char *name, *street, *postal; /* street NULL: no address */
	const char *top; /* lines: town, sender, place and day, code; see
			    paper_top */
	const char *lang;
	const char *reference; /* for the counter: as text, and as squares */
	struct people_text text;
};

struct people_pdf;

/* A document called TITLE; the window of the envelope is at the right, as in
 * Belgium, or LEFT, as DIN 5008 has it. */
struct people_pdf *
people_pdf_new(struct bf_req *req, const char *title, bool left);
void people_pdf_add(struct people_pdf *pdf, const struct people_paper *paper);
/* The bytes of the document; false: something went wrong. */
BF_CHECKED bool people_pdf_end(struct people_pdf *pdf, struct bf_text *out);

#endif
