/* Puts in force what the background work is given: an order that is due, the
 * version of before over new lines.
 */
#include "db_verdict.h"
#include "jobs_own.h"
#include "log.h"
#include "rules_own.h"
#include <string.h>

void
bf_jobs_fault_log(const struct watch *w, const struct bf_rule_fault *fault)
{
	bf_log("error",
		"event=rules_refused feature=%s file=%s line=%d detail=%s",
		w->scope.feature, bf_log_value(fault->file), fault->line,
		bf_log_value(fault->text[bf_lang_index("en")]));
}

bool
bf_jobs_publish(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_set *set, const struct bf_rule_word *word,
	struct bf_err *err)
{
	json_t *result;

	if (!bf_rules_publish(
		    arena, j->host->db->conn, set, word, &result, err))
		return false;
	bf_log("info", "event=rules feature=%s version=%d result=%s",
		w->scope.feature,
		(int)json_integer_value(json_object_get(result, "version")),
		bf_log_value(
			json_string_value(json_object_get(result, "result"))));
	return true;
}

/* Rights have no lines. */
bool
bf_jobs_lines(struct jobs *j, struct watch *w, struct bf_arena *arena,
	struct bf_err *err)
{
	struct bf_rule_word word = { .force = true };
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *kept;
	struct bf_rule_set *set;

	if (!bf_rules_kept(
		    arena, j->host->db->conn, w->scope.feature, 0, &kept, err))
		return false;
	if (kept == NULL || bf_rules_rights(w->scope.rules))
		return true;
	if (!bf_rules_load(arena, &w->scope, kept, &set, &fault)) {
		bf_jobs_fault_log(w, &fault);
		return true;
	}
	word.on = kept->sha256;
	return bf_jobs_publish(j, w, arena, set, &word, err);
}

/* Whether what ERR says comes back however often it is tried: that the database
 * is away or a function is not there, as while it is migrated, is no reason. */
static bool
final(const struct bf_err *err)
{
	if (strncmp(err->state, "42", 2) == 0)
		return false;
	switch (err->state[0] ? bf_db_judge_state(err->state) : BF_DB_LOST) {
	case BF_DB_OTHER:
	case BF_DB_RAISED:
	case BF_DB_NO_VALUE:
		return true;
	default:
		return false;
	}
}

bool
bf_jobs_refused(const struct watch *w, struct bf_arena *arena, const char *name,
	const struct bf_err *err, struct bf_rule_fault *fault)
{
	if (!final(err))
		return false;
	(void)bf_rule_fail(arena, w->scope.i18n, fault, name, 1,
		BF_N("The database refused this version ({1}). What was in force stays in force. The log of the system says more."),
		err->state, (char *)NULL);
	return true;
}

/* --- orders --------------------------------------------------------------- */

/* Carry ORDER out.  What is wrong with it is FAULT; false: not now. */
static bool
carry_out(struct jobs *j, struct watch *w, struct bf_arena *arena,
	const struct bf_rule_order *order, const struct bf_rule_files *before,
	const struct bf_rule_set *set, struct bf_rule_fault *fault,
	struct bf_err *err)
{
	const struct bf_rule_word word = { .by = order->asked_name,
		.reason = order->reason,
		.force = true,
		.on = before ? before->sha256 : "",
		.order = order };

	if (bf_jobs_publish(j, w, arena, set, &word, err))
		return true;
	if (!bf_jobs_refused(w, arena, order->changes[0].file.name, err, fault))
		return false;
	bf_log("error", "event=order_refused feature=%s order=%s detail=%s",
		w->scope.feature, order->id, bf_log_value(err->text));
	return true;
}

/* ORDER does not come in force: people are told why. */
static bool
end(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_order *order, const char *state,
	const struct bf_rule_fault *fault, struct bf_err *err)
{
	bf_jobs_fault_log(w, fault);
	return bf_rules_order_end(arena, j->host->db->conn, w->scope.feature,
		order, state, 0, fault, err);
}

bool
bf_jobs_order(struct jobs *j, struct watch *w, struct bf_arena *arena,
	struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *before, *files;
	struct bf_rule_order *order;
	struct bf_rule_set *set;
	PGconn *conn = j->host->db->conn;

	if (!bf_rules_order_due(arena, conn, w->scope.feature, &order, err))
		return false;
	w->orders = order != NULL;
	if (order == NULL)
		return true;
	if (!bf_rules_kept(arena, conn, w->scope.feature, 0, &before, err))
		return false;
	if (!bf_rules_ordered(arena, &w->scope, before, order, &files, &fault))
		return end(j, w, arena, order, "conflict", &fault, err);
	if (bf_rules_load(arena, &w->scope, files, &set, &fault)
		&& bf_rules_test_all(arena, set, &fault)
		&& !carry_out(j, w, arena, order, before, set, &fault, err))
		return false;
	return !fault.found || end(j, w, arena, order, "failed", &fault, err);
}
