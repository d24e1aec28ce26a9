/* What the plugin's main table takes from channels.c. */
#ifndef SITE_CHANNELS_H
#define SITE_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel site_channels[];

#endif
