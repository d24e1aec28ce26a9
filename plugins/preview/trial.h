/* What users of the machine have tried on the whole city. */
#ifndef PREVIEW_TRIAL_H
#define PREVIEW_TRIAL_H

#include <belfort/plugin.h>

/* The job, and all that it asks. */
bf_handler trial;
extern const struct bf_query *const trial_queries[];

#endif
