/* Amounts that are moved. */
#ifndef PREVIEW_SLIDE_H
#define PREVIEW_SLIDE_H

#include "pages.h"

extern const struct bf_field slide_given[];
bf_handler slide_page;

#endif
