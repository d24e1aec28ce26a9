/* What the plugin's main table takes from channels.c. */
#ifndef COUNTER_CHANNELS_H
#define COUNTER_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel counter_channels[];

#endif
