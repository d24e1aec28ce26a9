/* What cairo has no word for in the catalog of a document. */
#ifndef CORE_PDF_LANG_H
#define CORE_PDF_LANG_H

#include <belfort/base.h>

/* Add to PDF, the bytes of a document that cairo made, that it is in LANG and
 * that readers show its title.  What has another shape stays as it is, and the
 * result is false. */
BF_CHECKED bool bf_pdf_lang(struct bf_buf *pdf, const char *lang);

#endif
