/* Codes of appointments: short enough to write down, too many to guess. */
#ifndef COUNTER_CODE_H
#define COUNTER_CODE_H

#include <belfort/plugin.h>

/* A new code, "ACDE-FGHJ-KLMN": 56 random bits. */
const char *counter_code_new(struct bf_req *req);
/* What the database keeps of CODE, written in any way; NULL: it is none. */
const char *counter_code_hash(struct bf_req *req, const char *code);

#endif
