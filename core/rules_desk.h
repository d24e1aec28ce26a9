/* One feature's rules on the desk of who works on them with the tool. */
#ifndef CORE_RULES_DESK_H
#define CORE_RULES_DESK_H

#include "arena.h"
#include "rules_db.h"
#include "rules_own.h"
#include "tool.h"

struct bf_desk {
	struct bf_tool *tool;
	struct bf_arena *arena;
	struct bf_rule_scope scope;
	json_t *pools, *feature; /* as they are described */
	const char *lang;
	const char **words; /* what was said after the feature */
	PGconn *conn;       /* opened when it is needed */
};

const char *bf_desk_text(const struct bf_desk *d, const char *msgid);
/* Print MSGID in the reader's language, with {1} to {4}. */
void bf_desk_say(const struct bf_desk *d, const char *msgid, const char *one,
	const char *two, const char *three, const char *four);
const char *bf_desk_number(const struct bf_desk *d, long long n);
const char *bf_desk_euro(const struct bf_desk *d, int64_t cents);

/* The language of who reads: the environment's, where it is one of ours. */
const char *bf_desk_language(const struct bf_tool *tool);
/* Fill ERR with FAULT.  Always false. */
bool bf_desk_fault(const struct bf_desk *d, const struct bf_rule_fault *fault,
	struct bf_err *err);
/* Fill ERR: so many tests do not come out.  Always false. */
bool bf_desk_wrong(const struct bf_desk *d, size_t wrong, struct bf_err *err);
/* How long this process has worked. */
double bf_desk_milliseconds(void);

/* Open D->conn, unless it is. */
BF_CHECKED bool bf_desk_database(struct bf_desk *d, struct bf_err *err);
/* A version that is kept: WORD is its number, or NULL for the one in force. */
BF_CHECKED bool bf_desk_kept(struct bf_desk *d, const char *word,
	struct bf_rule_files **out, struct bf_err *err);
BF_CHECKED bool
bf_desk_load(struct bf_desk *d, const struct bf_rule_files *files,
	struct bf_rule_set **out, struct bf_err *err);
/* The files of the folder, as they are. */
BF_CHECKED bool bf_desk_files(
	struct bf_desk *d, struct bf_rule_files **out, struct bf_err *err);
/* Say which files of the folder are not read, by their names. */
void bf_desk_unread(const struct bf_desk *d);
/* The files of the folder; good ones pass their tests too. */
BF_CHECKED bool
bf_desk_folder(struct bf_desk *d, struct bf_rule_set **out, struct bf_err *err);
BF_CHECKED bool
bf_desk_good(struct bf_desk *d, struct bf_rule_set **out, struct bf_err *err);

/* The acts that have files of their own. */
bool bf_rules_do_check(struct bf_desk *d, struct bf_err *err);
bool bf_rules_do_test(struct bf_desk *d, struct bf_err *err);
bool bf_rules_do_explain(struct bf_desk *d, struct bf_err *err);
bool bf_rules_do_diff(struct bf_desk *d, struct bf_err *err);
bool bf_rules_do_bench(struct bf_desk *d, struct bf_err *err);
bool bf_rules_do_remake(struct bf_desk *d, struct bf_err *err);
/* tool_rules_two.c: the folder to a second person; a draft in force, from
 * d->tool->from. */
bool bf_rules_do_offer(struct bf_desk *d, struct bf_err *err);
bool bf_rules_do_order(struct bf_desk *d, struct bf_err *err);
/* tool_rules_preview.c: what a draft, or the folder, does. */
bool bf_rules_do_preview(struct bf_desk *d, struct bf_err *err);

/* tool_rules_diff.c: print which lines and euros move from WAS to WILL. */
BF_CHECKED bool bf_desk_moves(struct bf_desk *d, struct bf_rule_set *was,
	struct bf_rule_set *will, struct bf_err *err);

/* tool_rules_two.c: the feature that takes drafts of d->scope.feature, as it is
 * described. */
BF_CHECKED bool
bf_workshop_find(struct bf_desk *d, json_t **out, struct bf_err *err);
/* Call its function ACT with DOC, which is used up. */
BF_CHECKED bool bf_workshop_ask(struct bf_desk *d, json_t *workshop,
	const char *act, json_t *doc, json_t **out, struct bf_err *err);
/* The same; what it did stays when the "files" of what it gives are good. */
BF_CHECKED bool bf_workshop_act(struct bf_desk *d, json_t *workshop,
	const char *act, json_t *doc, json_t **out, struct bf_err *err);
/* Put in DOC which draft was said, "draft", and "edition" where it was. */
BF_CHECKED bool
bf_workshop_draft(struct bf_desk *d, json_t *doc, struct bf_err *err);

/* tool_rights.c: whether the feature that was named has files about rights;
 * then D is ready for the acts below, without a plugin. */
bool bf_rights_desk(struct bf_desk *d, struct bf_err *err);
bool bf_rights_do_check(struct bf_desk *d, struct bf_err *err);
bool bf_rights_do_test(struct bf_desk *d, struct bf_err *err);
bool bf_rights_do_explain(struct bf_desk *d, struct bf_err *err);
bool bf_rights_do_bench(struct bf_desk *d, struct bf_err *err);

#endif
