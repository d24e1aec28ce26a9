/* What the plugin's main table takes from channels.c. */
#ifndef PAPER_CHANNELS_H
#define PAPER_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel paper_channels[];

#endif
