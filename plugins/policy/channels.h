/* What the plugin's main table takes from channels.c. */
#ifndef POLICY_CHANNELS_H
#define POLICY_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel policy_channels[];

#endif
