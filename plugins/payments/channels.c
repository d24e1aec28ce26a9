/* How somebody says elsewhere on which account they want to be paid. */
#include "channels.h"

const struct bf_channel payments_channels[] = {
	{ "payments.account", "/",
		BF_N("Say on which account you want to be paid"), &bf_helped,
		&bf_no_proof, &bf_printed_there },
	{ "payments.desk",
		"betalingen: betalingen:/bestand betalingen:/bestand/{id:int} "
		"betalingen:/bestand/{id:int}/vrijgeven "
		"betalingen:/bestand/{id:int}/weigeren "
		"betalingen:/bestand/{id:int}/annuleren "
		"betalingen:/bestand/{id:int}/inhoud betalingen:/antwoord "
		"betalingen:/opnieuw",
		BF_N("Pay what the city owes"), BF_EACH(bf_for_staff) },
	{ "payments.cash", "betalingen:/contant betalingen:/contant/betaald",
		BF_N("Hand out money at the counter"), BF_EACH(bf_for_staff) },
	{ 0 },
};
