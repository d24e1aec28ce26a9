/* Rules and the database: the lines they decide on, the outcome they publish,
 * the versions that are kept. */
#ifndef CORE_RULES_DB_H
#define CORE_RULES_DB_H

#include "rules_order.h"

/* The lines of a feature, each view by itself. */
struct bf_rule_lines {
	size_t count;
	const char **ids, **views;
	struct bf_rule_line *lines;
};

/* What was found: for each line the number of its rule, 0 for none. */
struct bf_rule_outcome {
	int *rules;
};

/* Who publishes, and why; FORCE false only keeps the version.  LOGIN is their
 * user on this machine; NULL: of each file, who saved it.  ON is the version
 * that has to be in force still, "" for none; NULL: whatever is.  ORDER, or
 * NULL, is what this carries out, which ends with it. */
struct bf_rule_word {
	const char *by, *login, *reason;
	bool force;
	const char *on;
	const struct bf_rule_order *order;
};

/* All lines that SCOPE's rules are for. */
BF_CHECKED bool bf_rules_lines(struct bf_arena *arena, PGconn *conn,
	const struct bf_rule_scope *scope, struct bf_rule_lines *out,
	struct bf_err *err);
void bf_rules_apply(struct bf_arena *arena, const struct bf_rule_set *set,
	const struct bf_rule_lines *lines, struct bf_rule_outcome *out);
/* LIST, [{"name", "text"}], which has to stay, as files of FEATURE. */
struct bf_rule_files *
bf_rules_files_from(struct bf_arena *arena, const char *feature, json_t *list);
/* The version in force of FEATURE (VERSION 0), or another; *OUT is NULL when
 * there is none. */
BF_CHECKED bool
bf_rules_kept(struct bf_arena *arena, PGconn *conn, const char *feature,
	int version, struct bf_rule_files **out, struct bf_err *err);
/* Apply SET to the lines of now, and give the outcome to the feature, in one
 * transaction.  *RESULT is what its function says. */
BF_CHECKED bool bf_rules_publish(struct bf_arena *arena, PGconn *conn,
	const struct bf_rule_set *set, const struct bf_rule_word *word,
	json_t **result, struct bf_err *err);
/* What bf_rules_publish() says where another version than ON is in force. */
extern const char bf_rules_other[];
/* JSON as a text in ARENA. */
const char *bf_rules_dump(struct bf_arena *arena, json_t *json);
/* {"nl": ..., "en": ..., "fr": ...}; what is NULL is null. */
json_t *bf_rules_texts(const char *const texts[BF_LANGS]);
/* FAULT as the database keeps it: {"file", "line", "text"}. */
const char *
bf_rules_fault_json(struct bf_arena *arena, const struct bf_rule_fault *fault);
/* The last good files on disk: {"sha256", "files": {name: hash}}, or NULL. */
BF_CHECKED bool bf_rules_seen(struct bf_arena *arena, PGconn *conn,
	const char *feature, json_t **out, struct bf_err *err);
/* Tell what was found on disk: FILES that are good, or FAULT. */
BF_CHECKED bool bf_rules_look(struct bf_arena *arena, PGconn *conn,
	const char *feature, const struct bf_rule_files *files,
	const struct bf_rule_fault *fault, struct bf_err *err);

#endif
