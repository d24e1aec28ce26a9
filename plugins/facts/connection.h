/* The file with the way to a service: lines `key = value`. */
#ifndef FACTS_CONNECTION_H
#define FACTS_CONNECTION_H

#include <belfort/base.h>

struct facts_connection {
	const char *url; /* https://... */
	const char *ca;  /* those of the system where it is NULL */
	const char *certificate, *key; /* who we are; or NULL, both */
};

/* What FILE says; false: *WHY says what is wrong with it.  Nobody but its owner
 * may read it. */
BF_CHECKED bool facts_connection_read(struct bf_arena *arena, const char *file,
	struct facts_connection *out, const char **why);

#endif
