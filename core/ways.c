/* The ways to do something elsewhere that plugins share. */
#include <belfort/channels.h>

const struct bf_way bf_same_pages = {
	.name = "same_pages",
	.how = BF_N("A colleague opens this page with you, explains it, and "
		    "fills it in for you if you want."),
};

const struct bf_way bf_told = {
	.name = "told",
	.how = BF_N("You say what you want to know. A colleague looks it up on "
		    "this page and tells you."),
};

const struct bf_way bf_filled_in = {
	.name = "filled_in",
	.how = BF_N("You say what you want. A colleague fills it in for you on "
		    "this page."),
};

const struct bf_way bf_printed = {
	.name = "printed",
	.how = BF_N("Print this page, or ask for a print at the counter."),
};

const struct bf_way bf_helped = {
	.name = "helped",
	.how = BF_N("You show who you are. A colleague then does it together "
		    "with you, on the same pages. You need no account."),
};

const struct bf_way bf_printed_there = {
	.name = "printed_there",
	.how = BF_N("You show who you are. A colleague then prints this page "
		    "for you."),
};

const struct bf_way bf_beside = {
	.name = "beside",
	.how = BF_N("You do this yourself, on your own phone or on a computer "
		    "of ours. A colleague sits with you and helps, but does "
		    "not type for you."),
};

const struct bf_way bf_no_proof = {
	.name = "no_proof",
	.without = BF_N("On the phone we cannot be sure who you are. That is "
			"why we tell and change nothing about you there. Come "
			"to a counter, or ask us to come to your home."),
};

const struct bf_way bf_secret = {
	.name = "secret",
	.without = BF_N("A password or code is yours alone: tell it to nobody, "
			"not to us either. A colleague at the counter helps "
			"you to choose one."),
};

const struct bf_way bf_letter_code = {
	.name = "letter_code",
	.how = BF_N("Ask at the counter for a letter with a code. With it you "
		    "sign in without a card, an app or a password."),
};

const struct bf_way bf_write_to_us = {
	.name = "write_to_us",
	.how = BF_N("Write us a letter, with your name and your date of birth. "
		    "The answer comes by letter, to the address that we know "
		    "of you."),
};

const struct bf_way bf_paper_form = {
	.name = "paper_form",
	.how = BF_N(
		"Print the form on paper, or ask for it at the counter. You "
		"fill it in with a pen and bring or send it to us."),
};

const struct bf_way bf_for_staff = {
	.name = "for_staff",
	.without = BF_N("Colleagues work with these pages, also when they help "
			"you at the counter. Residents do not need them."),
};

const struct bf_way bf_for_machines = {
	.name = "for_machines",
	.without = BF_N("Programs use this. Nobody has to do it by hand."),
};
