/* How residents do elsewhere what they do on their own page. */
#include "own.h"

static const struct bf_way card_shown = {
	.how = BF_N("You need not sign in: you show your identity card, and a "
		    "colleague does it together with you."),
};

static const struct bf_way letters_come = {
	.how = BF_N("You need no e-mail address: choose letters, and our "
		    "answers and decisions come by post."),
};

static const struct bf_way letter_comes_late = {
	.without = BF_N("A letter would come too late. Did you lose your "
			"phone? Sign out everywhere on another device, or come "
			"to a counter."),
};

static const struct bf_way whom_you_come_for = {
	.how = BF_N("You say for whom you come. A colleague looks up whether "
		    "you may act for them, and does it with you."),
};

static const struct bf_way proof_handed_in = {
	.how = BF_N(
		"You hand in the proof on paper at a counter: what you both "
		"signed, or the judgment of a court. A colleague writes it "
		"down."),
};

static const struct bf_way closed_by_you = {
	.without = BF_N("What is closed is gone. That is why only you can do "
			"it, right after you showed who you are."),
};

const struct bf_channel people_channels[] = {
	/* residents */
	{ "people.mine", "/", BF_N("See what the city does for you"),
		&bf_helped, &bf_no_proof, &bf_printed_there },
	{ "people.messages",
		"/berichten /berichten/{nr:int} /berichten/{nr:int}/weg",
		BF_N("Read what the city told you"), &bf_helped, &bf_no_proof,
		&letters_come },
	{ "people.preferences", "/voorkeuren",
		BF_N("Choose how the city writes to you"), &bf_helped,
		&bf_no_proof, &bf_paper_form },
	{ "people.data", "/gegevens",
		BF_N("See what we keep about you, and tell what is wrong"),
		&bf_helped, &bf_no_proof, &bf_paper_form },
	{ "people.acting", "/namens", BF_N("Act for somebody else"),
		&whom_you_come_for, &bf_no_proof, &proof_handed_in },
	{ "people.sign_in",
		"/aanmelden /aanmelden/provider /aanmelden/terug "
		"/aanmelden/wachtwoord /aanmelden/brief",
		BF_N("Sign in"), &card_shown, &bf_no_proof, &bf_letter_code },
	{ "people.register", "/registreren /gestuurd /bevestigen/{token}",
		BF_N("Ask for an account"), &bf_beside, &bf_secret,
		&bf_letter_code },
	{ "people.password",
		"/wachtwoord /wachtwoord-vergeten /wachtwoord-nieuw/{token}",
		BF_N("Choose another password"), &bf_beside, &bf_secret,
		&bf_letter_code },
	{ "people.letter", "/brief", BF_N("Show with a letter who you are"),
		&card_shown, &bf_no_proof, &bf_letter_code },
	{ "people.ways_in",
		"/toegang /adres /adres-bevestigen/{token} /bevestigd",
		BF_N("See how you sign in, and change your e-mail address"),
		&bf_beside, &bf_no_proof, &letters_come },
	{ "people.sessions",
		"/sessies /sessies/einde /sessies/andere /sessies/alle "
		"/afmelden /afgemeld /afgemeld/provider /afgemeld/overal",
		BF_N("See where you are signed in, and sign out"), &bf_beside,
		&bf_no_proof, &letter_comes_late },
	{ "people.close", "/sluiten /gesloten", BF_N("Close your account"),
		&bf_beside, &bf_no_proof, &closed_by_you },
	{ "people.left", "/aanmelden/einde",
		BF_N("Tell us that somebody signed out elsewhere"),
		BF_EACH(bf_for_machines) },
	/* civil servants */
	{ "people.desk", "beheer: beheer:/postvak",
		BF_N("Find your work as a civil servant"),
		BF_EACH(bf_for_staff) },
	{ "people.staff_in",
		"beheer:/aanmelden beheer:/aanmelden/sleutel "
		"beheer:/aanmelden/code beheer:/uitnodiging/{code} "
		"beheer:/uitnodiging/{code}/code",
		BF_N("Sign in as a civil servant"), BF_EACH(bf_for_staff) },
	{ "people.staff_keys",
		"beheer:/sleutels beheer:/sleutels/naam "
		"beheer:/sleutels/verwijderen beheer:/code beheer:/code/weg "
		"beheer:/sessies beheer:/sessies/einde beheer:/sessies/andere "
		"beheer:/sessies/alle",
		BF_N("Look after your own keys and devices"),
		BF_EACH(bf_for_staff) },
	{ "people.post",
		"beheer:/post beheer:/post/pdf beheer:/post/{nr:int}/pdf "
		"beheer:/post/gedrukt beheer:/brieven/{resident}",
		BF_N("Make and print letters"), BF_EACH(bf_for_staff) },
	{ "people.corrections",
		"beheer:/verbeteringen beheer:/verbeteringen/{nr:int}",
		BF_N("Mend mistakes that residents tell"),
		BF_EACH(bf_for_staff) },
	{ "people.mandates",
		"beheer:/machtigingen beheer:/machtigingen/{nr:int}/einde",
		BF_N("Write down who may act for whom"),
		BF_EACH(bf_for_staff) },
	{ "people.helping",
		"beheer:/helpen beheer:/helpen/{resident} "
		"beheer:/helpen/stoppen",
		BF_N("Help residents on their own pages"),
		BF_EACH(bf_for_staff) },
	{ "people.rights",
		"beheer:/rechten beheer:/rechten/geven "
		"beheer:/rechten/{nr:int} beheer:/collegas",
		BF_N("Give colleagues rights, and invite them"),
		BF_EACH(bf_for_staff) },
	{ 0 },
};
