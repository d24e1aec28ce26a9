/* How somebody says elsewhere on which account they want to be paid. */
#include "channels.h"

/* A colleague who helps has signed in a short while ago, too. */
static const struct bf_way with_card = {
	.how = BF_N("You show your identity card. A colleague then writes down "
		    "your account with you, on the same page. You get a "
		    "message or a letter about it."),
};

const struct bf_channel payments_channels[] = {
	{ "payments.account", "/",
		BF_N("Say on which account you want to be paid"), &with_card,
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
