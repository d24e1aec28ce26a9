/* Drawings of text that phones read (ISO/IEC 18004). */
#ifndef BELFORT_DRAWING_H
#define BELFORT_DRAWING_H

#include <belfort/base.h>

/* TEXT as black squares of one by one, for the d of a <path>; *SIZE is how many
 * stand beside each other, 0 when the text is too long for a drawing. */
BF_API const char *bf_drawing(struct bf_req *req, const char *text, int *size)
	__attribute__((returns_nonnull));

#endif
