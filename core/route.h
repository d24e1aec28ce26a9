/* From an address to a row of a route table. */
#ifndef CORE_ROUTE_H
#define CORE_ROUTE_H

#include "host.h"

/* A tree of path segments for each mount.  Two rows with the same method and
 * pattern, or a pattern that cannot be read, is an error that names both. */
BF_CHECKED bool bf_router_build(struct bf_host *host, struct bf_err *err);

#endif
