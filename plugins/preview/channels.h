/* What the plugin's main table takes from channels.c. */
#ifndef PREVIEW_CHANNELS_H
#define PREVIEW_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel preview_channels[];

#endif
