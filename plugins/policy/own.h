/* What the files of this plugin share. */
#ifndef POLICY_OWN_H
#define POLICY_OWN_H

#include <belfort/json.h>
#include <belfort/plugin.h>
#include <belfort/rights.h>
#include <belfort/workshop.h>
#include <jansson.h>

/* --- routes.c: the tables --------------------------------------------------
 */

extern const struct bf_route policy_routes[];
extern const struct bf_query *const policy_queries[];
extern const struct bf_kind *const policy_kinds[];

/* Run QUERY, which writes, then to WHERE below the page of the draft. */
BF_CHECKED bool
policy_do(struct bf_req *req, const struct bf_query *query, const char *where);
/* "/PAGE/NAME" and END, NAME that of the file in this path. */
const char *
policy_file_path(struct bf_req *req, const char *page, const char *end);
/* To the page of the draft that QUERY, which writes, tells of. */
BF_CHECKED bool policy_begun(struct bf_req *req, const struct bf_query *query);

/* --- texts.c: files as rules -----------------------------------------------
 */

struct policy_texts {
	const struct bf_right_file *files;
	size_t count;
};

/* What the member "texts" of DOC holds, [{"name", "text"}]; it is taken out,
 * and what is read points into the request's memory. */
void policy_texts(struct bf_req *req, json_t *doc, struct policy_texts *out);
/* The place of NAME, or COUNT. */
size_t policy_texts_find(const struct policy_texts *texts, const char *name);
/* The rules that TEXTS make, until the request ends; NULL: FAULT says why not.
 */
struct bf_rights *policy_texts_load(struct bf_req *req,
	const struct policy_texts *texts, struct bf_right_fault *fault);
/* FAULT as pages show it: {"file", "line", "text"}. */
json_t *policy_fault(struct bf_req *req, const struct bf_right_fault *fault);
/* Today. */
int32_t policy_today(void);

/* --- reader.c: what everybody may read -------------------------------------
 */

bf_handler policy_reader, policy_rule, policy_told;
extern const struct bf_query policy_told_all, policy_rule_page,
	policy_draft_told;
extern const struct bf_field policy_gone_asked[], policy_rule_asked[];

/* --- through_time.c: amounts -----------------------------------------------
 */

/* BLOCKS, as bf_rights_amounts() gives them and which it takes, by amount:
 * [{"name", "list", "rows": [{"from", "until", "now", "coming", "values",
 * "said", "source", "url", "sure", "confirmed_until"}], "drawing"}].  DRAWING
 * is null where one value holds ever since; else {"lines": points of each
 * number of the list, "width", "height", "today", "most", "from", "until"}. */
json_t *policy_through_time(struct bf_req *req, json_t *blocks, int32_t today);
/* {WORD: true}, for templates; null where there is none. */
json_t *policy_flag(const char *word);

/* --- effects.c: what else a draft does -------------------------------------
 */

/* The codes, with blanks between, of the rights in files NAMES, as they are NOW
 * and THEN (either may be NULL), and of those that rest on them. */
const char *policy_concerned(struct bf_req *req, const struct bf_rights *now,
	const struct bf_rights *then, const json_t *names);
/* Put "effects" into DOC, the page of a draft about rights, by its "files":
 * {"now": [{"code", "title", "itself", "granted", "reviews", "shares"}],
 * "letter": its words, or null, "told", "day", "example", "preview"}.  THEN:
 * the rules as the draft makes them, or NULL. */
BF_CHECKED bool
policy_effects(struct bf_req *req, json_t *doc, const struct bf_rights *then);
extern const struct bf_query policy_effects_query;

/* --- announce.c: before it changes -----------------------------------------
 */

bf_handler policy_announce;
extern const struct bf_query *const policy_announce_queries[];

/* --- stop.c: the emergency stop --------------------------------------------
 */

bf_handler policy_stop, policy_go_on;
extern const struct bf_query policy_stop_page, policy_stop_one,
	policy_stop_puts, policy_stop_lifts;
extern const struct bf_field policy_stop_reason[];
extern const struct bf_kind policy_stopped_already, policy_your_own_stop;

/* --- check.c: whether a draft is good --------------------------------------
 */

/* Put "check" into DOC by its "texts": {"good", "fault", "passed", "failed",
 * "tests": those of FILE, and all that do not come out}.  What was loaded of
 * files about rights, or NULL. */
struct bf_rights *
policy_check(struct bf_req *req, json_t *doc, const char *file);
/* Whether policy_check() found nothing wrong. */
bool policy_checked(json_t *doc);
/* Put "lines" into each of DOC's "files", what differs between its texts, which
 * are taken out. */
void policy_changes(struct bf_req *req, json_t *doc);
/* The same of the two texts of DOC itself, which stay: "files" has one then. */
void policy_change_put(struct bf_req *req, json_t *doc);

/* --- desk.c: all drafts, and a new one -------------------------------------
 */

bf_handler policy_new_page, policy_new;
extern const struct bf_query policy_desk, policy_new_query, policy_news;
extern const struct bf_query policy_in_force, policy_version_texts;
extern const struct bf_field policy_desk_asked[], policy_new_asked[],
	policy_new_given[];
extern const struct bf_kind policy_no_such_file;

/* --- draft.c: one draft, and what it is for --------------------------------
 */

bf_handler policy_draft, policy_say;
extern const struct bf_query policy_draft_page, policy_says;
extern const struct bf_field policy_said_fields[];
extern const struct bf_kind policy_not_now, policy_said_meanwhile,
	policy_no_address;

/* --- steps.c: from one person to another -----------------------------------
 */

bf_handler policy_offer, policy_back, policy_drop, policy_publish_page,
	policy_publish, policy_ask_end, policy_agree_end, policy_drop_end,
	policy_again, policy_rebase, policy_reverse;
extern const struct bf_query policy_offers, policy_backs, policy_drops,
	policy_publishes, policy_asks_end, policy_agrees_end, policy_drops_end,
	policy_agains, policy_rebases, policy_reverses;
extern const struct bf_field policy_edition_seen[], policy_version_seen[],
	policy_remark[], policy_ordering[], policy_reason[];
extern const struct bf_kind policy_same_person, policy_nothing_changed,
	policy_moved, policy_say_why, policy_not_good, policy_no_such_day,
	policy_no_such_end, policy_own_asking, policy_asked_already;

/* --- moves.c: what a draft of the budget moves -----------------------------
 */

bf_handler policy_moves;
extern const struct bf_query policy_moves_lines, policy_moves_said;

/* --- editor.c: one file of it ----------------------------------------------
 */

bf_handler policy_file, policy_save, policy_reset;
extern const struct bf_query policy_file_page, policy_saves, policy_resets;
extern const struct bf_field policy_text_given[], policy_reset_given[];
extern const struct bf_kind policy_file_too_long;
/* What was just done, for the page that a form leads to. */
#define POLICY_DONE \
	{ \
		"gedaan", BF_CHOICE, .choices = "bewaard", \
				     .label = BF_N("What you did") \
	}
extern const struct bf_field policy_file_asked[];
/* The document of a file's page, checked. *RIGHTS may be NULL. */
BF_CHECKED bool
policy_file_doc(struct bf_req *req, json_t **doc, struct bf_rights **rights);
/* Save the text "tekst", then to the page AFTER of its file ("tekst"), or to
 * that of both texts. */
BF_CHECKED bool policy_save_text(struct bf_req *req, const char *after);

/* --- amounts.c: the figures of a file, as a form ---------------------------
 */

bf_handler policy_amounts, policy_amounts_save;
extern const struct bf_field policy_amounts_asked[], policy_amounts_given[];

/* --- story.c: an invented household ----------------------------------------
 */

bf_handler policy_household, policy_household_save;
extern const struct bf_query policy_household_sets;
extern const struct bf_field policy_household_given[];
/* Put "story" into DOC: the rules of its file, decided on for its "household".
 */
void
policy_story(struct bf_req *req, json_t *doc, const struct bf_rights *rights);

/* --- invent.c: when nobody invented one ------------------------------------
 */

struct policy_invention {
	const struct bf_rights *rights;
	int32_t day;
	int rule; /* its place in the set */
};

/* What is known of a household that has the right by a rule, where one can be
 * found, as {"fact": value}; else of one that has not. */
json_t *policy_invent(struct bf_req *req, const struct policy_invention *of);

/* --- aside.c: two texts of one file ----------------------------------------
 */

bf_handler policy_aside, policy_aside_drop;
extern const struct bf_query policy_aside_page, policy_aside_drops;

/* --- edition.c: as it was saved before -------------------------------------
 */

bf_handler policy_edition, policy_undo;
extern const struct bf_query policy_edition_page, policy_undoes;

/* --- comment.c: what colleagues say ----------------------------------------
 */

bf_handler policy_comment, policy_comment_file, policy_comment_remove;
extern const struct bf_query policy_comments, policy_comment_removes;
extern const struct bf_field policy_comment_given[],
	policy_comment_file_given[];

#endif
