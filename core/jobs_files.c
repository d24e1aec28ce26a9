/* Takes what changed on disk since the last look: it comes in force on top of
 * what is, so that what people published from pages stays; or it becomes a
 * draft.
 */
#include "jobs_own.h"
#include "log.h"
#include "permit.h"
#include "rules_own.h"
#include "user.h"
#include <belfort/arena.h>
#include <string.h>

/* Who saved the first file that changed. */
static const char *
who(const struct bf_rule_disk *f)
{
	const char *owner = f->changes[0].file.owner;

	return owner ? owner : f->files->files[0].owner;
}

/* Whether who saved FILE may put it in force; FAULT says that they may not. */
static bool
owner_may(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_file *file, struct bf_rule_fault *fault,
	struct bf_err *err)
{
	struct bf_permit permit;

	if (!bf_permit_ask(arena, j->host->db->conn, j->host->identity->may,
		    bf_user_name(arena, file->uid), w->need, &permit, err))
		return false;
	if (!permit.may && !(permit.nobody && file->uid == 0))
		(void)bf_rule_fail(arena, w->scope.i18n, fault, file->name, 1,
			BF_N("{1} may not put rules in force: that needs the right {2}. Save the file again when it was given."),
			file->owner, w->need, (char *)NULL);
	return true;
}

/* The same of all files that are new; false when it cannot be asked now. */
static bool
owners_may(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_disk *f, struct bf_rule_fault *fault,
	struct bf_err *err)
{
	size_t i;

	if (w->need == NULL || j->host->identity == NULL
		|| j->host->identity->may == NULL)
		return true;
	for (i = 0; i < f->count && !fault->found; i++)
		if (f->changes[i].file.text
			&& !owner_may(
				j, w, arena, &f->changes[i].file, fault, err))
			return false;
	return true;
}

/* What changed comes in force, or FAULT says why not. */
static bool
changes_take(struct jobs *j, struct watch *w, struct bf_arena *arena,
	const struct bf_rule_disk *f, struct bf_rule_fault *fault,
	struct bf_err *err)
{
	const struct bf_rule_word word = { .by = who(f),
		.force = true,
		.on = f->before ? f->before->sha256 : "" };
	struct bf_rule_set *set;

	if (!bf_rules_load(arena, &w->scope,
		    bf_rules_changed(arena, w->scope.feature, f->before,
			    f->changes, f->count),
		    &set, fault)
		|| !bf_rules_test_all(arena, set, fault))
		return true;
	return owners_may(j, w, arena, f, fault, err)
		&& (fault->found
			|| bf_jobs_publish(j, w, arena, set, &word, err));
}

/* --- drafts --------------------------------------------------------------- */

/* One change becomes a part of a draft, of who saved it. */
static bool
change_draft(PGconn *conn, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_disk *f, const struct bf_rule_change *change,
	struct bf_err *err)
{
	json_t *doc = json_pack("{s:s?, s:o}", "login",
		change->file.text ? bf_user_name(arena, change->file.uid)
				  : NULL,
		"files", bf_rules_changes_json(arena, f, change, 1));
	const char *const values[] = { w->scope.feature,
		bf_rules_dump(arena, doc), NULL };

	json_decref(doc);
	return bf_admin_call(conn,
		bf_printf(arena, "select %s($1, $2::json)", w->draft), values,
		err);
}

static bool
changes_draft_all(PGconn *conn, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_disk *f, const struct bf_rule_fault *fault,
	struct bf_err *err)
{
	size_t i;

	for (i = 0; i < f->count; i++)
		if (!change_draft(conn, w, arena, f, &f->changes[i], err))
			return false;
	return bf_rules_look(
		arena, conn, w->scope.feature, f->files, fault, err);
}

/* Whether all that changed is text, as a draft keeps it. */
static bool
changes_read(const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_disk *f, struct bf_rule_fault *fault)
{
	const struct bf_rule_file *file;
	json_t *text;
	size_t i;

	for (i = 0; i < f->count && !fault->found; i++) {
		file = &f->changes[i].file;
		text = json_stringn(file->text ? file->text : "",
			file->text ? file->len : 0);
		if (text == NULL)
			(void)bf_rule_fail(arena, w->scope.i18n, fault,
				file->name, 1,
				BF_N("Here stands a character that cannot be "
				     "read. Save the file as UTF-8."),
				(char *)NULL);
		json_decref(text);
	}
	return !fault->found;
}

/* Once: what was taken was seen.  Before there are rules nothing is changed.
 * False: not now, or where FAULT says why, not ever. */
static bool
changes_draft(PGconn *conn, const struct watch *w, struct bf_arena *arena,
	const struct bf_rule_disk *f, struct bf_rule_fault *fault,
	struct bf_err *err)
{
	if (f->before == NULL)
		return true;
	if (!changes_read(w, arena, f, fault))
		return false;
	if (bf_admin_run(conn, NULL, "begin", err)
		&& changes_draft_all(conn, w, arena, f, fault, err)
		&& bf_admin_run(conn, NULL, "commit", err))
		return true;
	PQclear(PQexec(conn, "rollback"));
	if (f->count > 0
		&& bf_jobs_refused(
			w, arena, f->changes[0].file.name, err, fault))
		bf_log("error", "event=draft_refused feature=%s detail=%s",
			w->scope.feature, bf_log_value(err->text));
	return false;
}

/* Either is told in the database: that the files are in force, or why not. */
bool
bf_jobs_files(struct jobs *j, struct watch *w, struct bf_arena *arena,
	struct bf_err *err)
{
	PGconn *conn = j->host->db->conn;
	const char *feature = w->scope.feature;
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_disk f = { .back = w->draft != NULL };

	if (bf_rules_read(arena, j->host->settings->rules, feature, &f.files,
		    &fault, w->scope.i18n)) {
		if (!bf_rules_kept(arena, conn, feature, 0, &f.before, err)
			|| !bf_rules_seen(arena, conn, feature, &f.seen, err))
			return false;
		bf_rules_disk_find(arena, &f);
		if (w->draft && changes_draft(conn, w, arena, &f, &fault, err))
			return true;
		if (w->draft ? !fault.found
			     : f.count > 0
					&& !changes_take(
						j, w, arena, &f, &fault, err))
			return false;
	}
	if (fault.found)
		bf_jobs_fault_log(w, &fault);
	return bf_rules_look(arena, conn, feature, f.files, &fault, err);
}
