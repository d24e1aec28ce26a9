/* How people do elsewhere what they do at a kiosk. */
#ifndef KIOSK_CHANNELS_H
#define KIOSK_CHANNELS_H

#include <belfort/plugin.h>

extern const struct bf_channel kiosk_channels[];

#endif
