/* Looking into pools without serving them. */
#ifndef CORE_INSPECT_H
#define CORE_INSPECT_H

#include "settings.h"

/* Load every pool and compare it with the database; say on standard error
 * what is wrong.  Each pool in a process of its own, as its own user: no
 * plugin runs as root, and one that crashes hides nothing.  An exit status. */
int bf_inspect_check(const struct bf_settings *settings);
/* Print what the plugins of POOL declare, as JSON, having become its user. */
int bf_inspect_describe(const struct bf_settings *settings,
	const struct bf_pool_settings *pool);
/* Answer one CGI request from the environment, in the pool whose mount fits
 * the path best. */
int bf_inspect_cgi(const struct bf_settings *settings);

#endif
