/* What the pages of preview share. */
#ifndef PREVIEW_PAGES_H
#define PREVIEW_PAGES_H

#include "own.h"

extern const struct bf_query texts_query, draft_query;
extern const struct bf_field pages_against[], pages_choice[], pages_two[];

/* --- pages.c ---------------------------------------------------------------
 */

/* The set that WORD names: "12", a draft, or "versie-7". */
BF_CHECKED bool set_read(struct bf_req *req, const char *word, struct set *set);
/* The version with that NUMBER. */
BF_CHECKED bool
version_read(struct bf_req *req, const char *number, struct set *set);
/* The number of that which STATE has in force. */
const char *version_now(struct bf_req *req, json_t *state);
/* The two sets that the request asks about: what WORD names, and what it is
 * compared with. */
BF_CHECKED bool pair_read(
	struct bf_req *req, json_t *state, const char *word, struct pair *pair);
/* PAIR in words, for the log. */
const char *pair_said(struct bf_req *req, const struct pair *pair);
/* Into DOC what its page says of the data and of who asks, as STATE has it. */
void pages_tell(struct bf_req *req, json_t *state, const struct pair *pair,
	json_t *doc);
/* What comes out of it, with all groups. */
BF_CHECKED bool pages_answer(
	struct bf_req *req, const char *word, struct pair *pair, json_t **out);

/* What comes out of the two that the request names, beside each other. */
BF_CHECKED bool
pages_both(struct bf_req *req, struct pair pairs[2], json_t **out);

bf_handler pages_start, pages_preview, pages_compare;

/* --- show.c: a document as a page ------------------------------------------
 */

/* Into DOC the words of addresses, and the draft. */
void show_links(struct bf_req *req, const struct pair *pair, json_t *doc);
/* Titles in the reader's language, charts, and the rows of the CSV. */
void show_prepare(struct bf_req *req, const struct pair *pair, json_t *doc);
/* OUT has two documents in "sides": the same rows beside each other, and their
 * charts on one scale. */
void show_beside(json_t *out);

#endif
