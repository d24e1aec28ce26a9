/* Orders: changed rule files that come in force from a day, as two people want;
 * and what changed files make of a version. */
#ifndef CORE_RULES_ORDER_H
#define CORE_RULES_ORDER_H

#include "rules.h"
#include <libpq-fe.h>

/* What becomes of one file. */
struct bf_rule_change {
	struct bf_rule_file file; /* TEXT NULL: it goes */
	/* SHA-256 of the text in whose place it comes; NULL: of none. */
	const char *replaces;
	const char *saved_by; /* the account of who wrote it */
};

struct bf_rule_order {
	const char *id, *asked_name, *second_by, *second_name, *reason, *until;
	struct bf_rule_change *changes;
	size_t count;
};

/* SHA-256 of a text, in hexadecimal digits. */
const char *bf_rules_text_hash(struct bf_arena *arena, const char *text);
/* The file NAME in FILES, or NULL; FILES may be NULL. */
const struct bf_rule_file *
bf_rules_file(const struct bf_rule_files *files, const char *name);
/* BEFORE (NULL: nothing) with COUNT CHANGES on top. */
struct bf_rule_files *bf_rules_changed(struct bf_arena *arena,
	const char *feature, const struct bf_rule_files *before,
	const struct bf_rule_change *changes, size_t count);
/* What ORDER makes of BEFORE.  False with FAULT: BEFORE has another text than
 * one of its files replaces. */
BF_CHECKED bool
bf_rules_ordered(struct bf_arena *arena, const struct bf_rule_scope *scope,
	const struct bf_rule_files *before, const struct bf_rule_order *order,
	struct bf_rule_files **out, struct bf_rule_fault *fault);

/* What a look at the folder found. */
struct bf_rule_disk {
	struct bf_rule_files *files, *before; /* on disk; in force, or NULL */
	json_t *seen; /* the last good ones, as bf_rules_seen(), or NULL */
	bool back;    /* wanted: also files that are again as in force */
	struct bf_rule_change *changes;
	size_t count;
};

/* Fill the changes of F: files that are otherwise than at the last look, and
 * than in force. */
void bf_rules_disk_find(struct bf_arena *arena, struct bf_rule_disk *f);
/* The COUNT CHANGES as a draft takes them: [{"name", "text", "replaces"}]; the
 * caller owns it. */
json_t *
bf_rules_changes_json(struct bf_arena *arena, const struct bf_rule_disk *f,
	const struct bf_rule_change *changes, size_t count);

/* The order that is to be carried out next; *OUT is NULL when none is due. */
BF_CHECKED bool bf_rules_order_due(struct bf_arena *arena, PGconn *conn,
	const char *feature, struct bf_rule_order **out, struct bf_err *err);
/* ORDER ends as STATE: "done" with the number of a version, "conflict" or
 * "failed" with FAULT.  False where it was withdrawn meanwhile. */
BF_CHECKED bool
bf_rules_order_end(struct bf_arena *arena, PGconn *conn, const char *feature,
	const struct bf_rule_order *order, const char *state, int version,
	const struct bf_rule_fault *fault, struct bf_err *err);

#endif
