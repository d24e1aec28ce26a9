/* What the plugin's main table takes from channels.c. */
#ifndef FACTS_CHANNELS_H
#define FACTS_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel facts_channels[];

#endif
