/* What the plugin's main table takes from channels.c. */
#ifndef PAYMENTS_CHANNELS_H
#define PAYMENTS_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel payments_channels[];

#endif
