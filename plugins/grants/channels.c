/* How somebody hears elsewhere what they were granted. */
#include "channels.h"

const struct bf_channel grants_channels[] = {
	{ 0 },
};
