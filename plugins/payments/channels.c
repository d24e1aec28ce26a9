/* How somebody says elsewhere on which account they want to be paid. */
#include "channels.h"

const struct bf_channel payments_channels[] = {
	{ "payments.account", "/",
		BF_N("Say on which account you want to be paid"), &bf_helped,
		&bf_no_proof, &bf_printed_there },
	{ 0 },
};
