/* What the plugin's main table takes from channels.c. */
#ifndef ACCESS_CHANNELS_H
#define ACCESS_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel access_channels[];

#endif
