/* Trying a change of the rules is work of civil servants. */
#include "channels.h"

const struct bf_channel preview_channels[] = {
	{ "preview.city",
		"/ /vergelijken /vergelijken/rapport /controle /{wat:word} "
		"/{wat:word}/schuiven /{wat:word}/rapport "
		"/{wat:word}/uitvoer",
		BF_N("Try a change of the rules on the whole city"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
