/* The workshop of policy: what a page needs to show rule files, to try and to
 * change them, before anything of it is in force.  docs/rights.md tells what a
 * file may say.
 *
 * Every json_t that is given is the caller's.  Texts for people are in the
 * request's language.  RULE is a place in the set, as bf_rights_rule() gives.
 */
#ifndef BELFORT_WORKSHOP_H
#define BELFORT_WORKSHOP_H

#include <belfort/rights.h>
#include <jansson.h>

/* What LIST, [{"name", "text"}], holds as files, at most BF_RIGHT_FILES of
 * them; how many.  *OUT is the request's, and points into LIST. */
#define BF_RIGHT_FILES 128
BF_API size_t bf_right_files_read(
	struct bf_req *req, json_t *list, const struct bf_right_file **out);

/* As bf_rights_load(), but the tests in the files are not run. */
BF_API BF_CHECKED bool
bf_rights_try(struct bf_req *req, const struct bf_right_file *files,
	size_t count, struct bf_rights **out, struct bf_right_fault *fault);

/* Run the tests that stand in FILE, or in all files when it is NULL, in their
 * order: [{"file", "line", "name", "passes", "said"}].  SAID tells of one that
 * does not come out what should have and what did, in the words of the files;
 * else it is null. */
BF_API json_t *bf_rights_tests(
	struct bf_req *req, const struct bf_rights *rights, const char *file);

/* The amounts of RULE by the day from which they hold, the oldest first:
 * [{"from", "source", "url", "sure", "confirmed_until", "values"}].  SURE is
 * "high", "medium", "low" or null; CONFIRMED_UNTIL null where the block does
 * not say it.  VALUES are all that hold from that day on, by name: [{"name",
 * "list", "text", "since"}]; TEXT is a list of numbers, as Lua writes them, of
 * one when LIST is false; SINCE is the day of the block that says it. */
BF_API json_t *
bf_rights_amounts(struct bf_req *req, const struct bf_rights *rights, int rule);

/* What a block of amounts must say. */
struct bf_right_dated {
	const char *day; /* from which it holds: "2027-01-01" */
	/* {"name": number, "name": [number, ...]}; a number may be a text:
	 * digits, perhaps a minus, at most six decimals behind a point or
	 * comma. */
	json_t *values;
	const char *source, *url; /* NULL: as the block, or else the rule, */
	const char *until;        /* says; "2027-12-31", NULL likewise */
};

/* Write BLOCK into the amounts of the rule in file WHICH of COUNT: in the block
 * of that day, or in a new one.  Every byte that need not change stays: what
 * stands in a block of that day and is not in BLOCK, order, comments.  The
 * whole set is loaded with the new *TEXT, which stays the request's, to see
 * that it says what was asked and nothing else is different.  False with FAULT:
 * a value cannot be read, the amounts are not written as a table in the rule,
 * or what bf_rights_try() finds. */
BF_API BF_CHECKED bool
bf_rights_amounts_put(struct bf_req *req, const struct bf_right_file *files,
	size_t count, size_t which, const struct bf_right_dated *block,
	const char **text, struct bf_right_fault *fault);

/* What RULE rests on, and what rests on it: {"asks", "asked_by", "facts",
 * "shares"}.  ASKS: codes of the rights that it asks; ASKED_BY: of those that
 * ask it, also by others; FACTS: names of those it declares; SHARES: other
 * rules with an amount of the same name, [{"code", "amount", "same"}], where
 * SAME tells whether the newest values are the same too, and those that
 * calculate with the amount of this one, for which AMOUNT is null. */
BF_API json_t *
bf_rights_uses(struct bf_req *req, const struct bf_rights *rights, int rule);

/* Decide on DAY for an invented household, step by step.  KNOWN is {"fact":
 * value}: a text as bf_right_read() takes it, a number (euros of an amount), a
 * yes or no; what is not there is not known.
 *   {"day", "wrong": [{"fact", "value"}], "rules": [{"code", "title", "file",
 *    "line", "state", "amount", "sentence", "steps", "lacks"}]}
 * WRONG: what cannot be, and was left out.  STATE: {"yes"}, {"no"}, {"open"}
 * or {"not_held"}, true; AMOUNT: {"low", "high", "same"} in cents, or null
 * where there is none; STEPS: see bf_right_steps(); LACKS: titles of the facts
 * that it still waits for. */
BF_API json_t *bf_rights_story(struct bf_req *req,
	const struct bf_rights *rights, int32_t day, json_t *known);

/* What decided OUTCOME, in LANG: [{"text", "holds", "line"}]; HOLDS is null
 * where that is not known, LINE that in the file of the rule. */
BF_API json_t *
bf_right_steps(struct bf_arena *arena, const struct bf_rights *rights,
	const struct bf_right_outcome *outcome, const char *lang);

/* The lines of NEW_TEXT against those of OLD_TEXT: [{"op", "text"}].  OP is " "
 * for a line of both (three stand around each change), "-" for one that is
 * gone, "+" for one that came, "@" where equal lines were left out.  Empty: no
 * difference.  What stands behind 3,999 lines is compared as one. */
BF_API json_t *
bf_diff_lines(struct bf_req *req, const char *old_text, const char *new_text);

/* The lines of a rule file as parts with their kind, for colours: [[{"kind",
 * "text"}]].  KIND is "word" (of the rules, or of Lua), "text", "number",
 * "comment", "name" or "other"; the parts of a line make the line again.
 * Nothing of TEXT is run, and it need not be right (Lua 5.4 reference manual,
 * 3.1). */
BF_API json_t *bf_lua_marks(struct bf_req *req, const char *text);

/* --- files that sort lines: the budget ------------------------------------ */

/* Load COUNT files of FEATURE, one of this pool, and run their tests: [{"file",
 * "line", "name", "passes", "said"}], as bf_rights_tests() tells them.  False
 * with FAULT where they do not load. */
BF_API BF_CHECKED bool bf_rules_check(struct bf_req *req, const char *feature,
	const struct bf_right_file *files, size_t count, json_t **out,
	struct bf_right_fault *fault);

/* What bf_rules_preview() asks the database. */
struct bf_rules_asks {
	/* The lines as they are now: {"lines": [[id, view, fact, ...], ...]},
	 * facts in their order, cents where one is an amount. */
	const struct bf_query *lines;
	/* Given "document", {"categories": [{"code", "title"}], "lines": [[id,
	 * code or null], ...]}; what it says is the outcome. */
	const struct bf_query *moves;
};

/* What COUNT files would make of the lines of FEATURE.  False with FAULT where
 * they do not load, or a test does not come out; or with FAULT->file NULL, and
 * the request's own fault. */
BF_API BF_CHECKED bool bf_rules_preview(struct bf_req *req, const char *feature,
	const struct bf_right_file *files, size_t count,
	const struct bf_rules_asks *asks, json_t **out,
	struct bf_right_fault *fault);

#endif
