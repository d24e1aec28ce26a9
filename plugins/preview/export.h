/* What makes a report come out again. */
#ifndef PREVIEW_EXPORT_H
#define PREVIEW_EXPORT_H

#include "pages.h"

extern const struct bf_query record_query;
extern const struct bf_field export_given[];
bf_handler export_give, export_check, report_pdf, report_two;

/* The SHA-256 of what was asked and what came out, in hexadecimal digits. */
const char *export_digest(struct bf_req *req, json_t *doc);
/* The files in which the sets of PAIR differ, those of one SIDE. */
json_t *export_changed(const struct pair *pair, bool with);

#endif
