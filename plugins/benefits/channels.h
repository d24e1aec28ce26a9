/* What the plugin's main table takes from channels.c. */
#ifndef BENEFITS_CHANNELS_H
#define BENEFITS_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel benefits_channels[];

#endif
