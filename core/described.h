/* What a pool says of its plugins is not believed: it may be code that the city
 * did not write. */
#ifndef CORE_DESCRIBED_H
#define CORE_DESCRIBED_H

#include "settings.h"
#include <jansson.h>

/* Whether DOC, which belfortd --describe said of POOL, speaks only of the
 * plugins of POOL, of functions and views in their schemas, and of mounts that
 * are plain words.  What the tool takes from it goes into the database's rights
 * and the web server's configuration. */
BF_CHECKED bool bf_described_check(
	json_t *doc, const struct bf_pool_settings *pool, struct bf_err *err);

#endif
