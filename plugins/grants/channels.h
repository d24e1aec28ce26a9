/* What the plugin's main table takes from channels.c. */
#ifndef GRANTS_CHANNELS_H
#define GRANTS_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel grants_channels[];

#endif
