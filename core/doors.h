/* Where who is signed in can go. */
#ifndef CORE_DOORS_H
#define CORE_DOORS_H

#include "req.h"

/* [{href, text}] of the pages that who is signed in may see, with their help
 * line in the language of REQ.  The caller owns it. */
json_t *bf_doors(struct bf_req *req);

#endif
