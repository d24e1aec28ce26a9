/* A form, ready to print and to write on. */
#ifndef PAPER_SHEET_H
#define PAPER_SHEET_H

#include <belfort/plugin.h>

/* DOC, as paper.sheet() gives it, as the bytes of a PDF. */
BF_CHECKED bool
paper_sheet(struct bf_req *req, json_t *doc, struct bf_text *out);

#endif
