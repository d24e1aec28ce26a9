/* What the plugin's main table takes from channels.c. */
#ifndef BUDGET_CHANNELS_H
#define BUDGET_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel budget_channels[];

#endif
