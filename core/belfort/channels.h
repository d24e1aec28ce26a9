/* The same service online, at a counter, by phone and on paper.
 *
 * Each plugin tells for each of its routes how residents do the same elsewhere
 * (bf_plugin.channels).  It is published at /toegankelijk, and each page leads
 * to its own row there.  The law asks for it: the Flemish decree on
 * administration (2018) lets nobody be obliged to go online.
 */
#ifndef BELFORT_CHANNELS_H
#define BELFORT_CHANNELS_H

#include <belfort/base.h>

/* How something is done in one channel, or why it is not: one of the two. */
struct bf_way {
	const char *how;     /* BF_N("...") what a resident does there */
	const char *without; /* BF_N("...") why not, and what instead */
	/* Of a way that plugins share: its word, by which tests know what it
	 * promises.  NULL for a plugin's own. */
	const char *name;
};

/* One service to residents: some routes, mostly the steps of one form. */
struct bf_channel {
	const char *name; /* "counter.appointment": feature and word */
	/* Paths as in bf_route, separated by blanks, for each method: "/" is
	 * the mount itself, "beheer:" that of another mount.  Each route of a
	 * plugin is in one row.  The first in the order of the routes that is
	 * a page without arguments is where the service begins. */
	const char *routes;
	const char *title; /* BF_N("Make an appointment") */
	/* At a counter, also in a neighbourhood house; by phone; on paper. */
	const struct bf_way *counter, *phone, *paper;
};

/* The same way in each channel. */
#define BF_EACH(way) &(way), &(way), &(way)

/* Ways that plugins share, so that the same is worded the same. */

/* For pages that ask no sign-in: a colleague opens them; tells what stands
 * there on the phone; fills in there what is said on the phone; prints. */
extern BF_API const struct bf_way bf_same_pages, bf_told, bf_filled_in,
	bf_printed;
/* For pages that ask a sign-in, of which a colleague does the same for who
 * came, or prints them. */
extern BF_API const struct bf_way bf_helped, bf_printed_there;
/* What nobody may do for another: a colleague sits beside. */
extern BF_API const struct bf_way bf_beside;
/* A phone call does not show who somebody is. */
extern BF_API const struct bf_way bf_no_proof;
/* Passwords, codes and keys are told to nobody. */
extern BF_API const struct bf_way bf_secret;
/* A letter with a code, in the place of a sign-in; a letter to the city; a
 * form on paper with the same questions, for routes that have one. */
extern BF_API const struct bf_way bf_letter_code, bf_write_to_us, bf_paper_form;
/* Not for residents: work of civil servants, programs. */
extern BF_API const struct bf_way bf_for_staff, bf_for_machines;

#endif
