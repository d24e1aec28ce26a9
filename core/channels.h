/* How the services of a plugin are done elsewhere: the table, checked and
 * searched. */
#ifndef CORE_CHANNELS_H
#define CORE_CHANNELS_H

#include "host.h"

/* Whether each route of PLUGIN is in one row, and each row tells of each
 * channel how, or why not.  A plugin without the table passes. */
BF_CHECKED bool
bf_channels_check(const struct bf_plugin *plugin, struct bf_err *err);
/* The row of PLUGIN that ROUTE is in, or NULL. */
const struct bf_channel *
bf_channel_of(const struct bf_plugin *plugin, const struct bf_route *route);

#endif
