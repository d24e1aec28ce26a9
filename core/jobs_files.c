/* Puts in force what changed on disk since the last look, on top of what is: so
 * that what people published from pages stays.
 */
#include "jobs_own.h"
#include "permit.h"
#include "rules_own.h"
#include "user.h"
#include <belfort/arena.h>
#include <string.h>

/* What a look at the folder found. */
struct found {
	struct bf_rule_files *files, *before; /* on disk; in force, or NULL */
	json_t *seen;                         /* the last good ones, or NULL */
	struct bf_rule_change *changes;
	size_t count;
};

/* Whether F is on disk as it was: then whatever is in force stays. */
static bool
is_seen(struct bf_arena *arena, const struct found *f,
	const struct bf_rule_file *file)
{
	const char *was = json_string_value(
		json_object_get(json_object_get(f->seen, "files"), file->name));

	return was && strcmp(was, bf_rules_text_hash(arena, file->text)) == 0;
}

static bool
is_in_force(const struct found *f, const struct bf_rule_file *file)
{
	const struct bf_rule_file *now = bf_rules_file(f->before, file->name);

	return now && strcmp(now->text, file->text) == 0;
}

/* Files that were on disk at the last look, are gone, and are in force; where
 * nobody knows what was there: all that are in force. */
static void
gone_find(struct found *f)
{
	json_t *names = json_object_get(f->seen, "files");
	const struct bf_rule_file *now;
	size_t i;

	for (i = 0; f->before && i < f->before->count; i++) {
		now = &f->before->files[i];
		if ((json_is_object(names)
			    && !json_object_get(names, now->name))
			|| bf_rules_file(f->files, now->name))
			continue;
		f->changes[f->count++] = (struct bf_rule_change){
			.file = { .name = now->name }
		};
	}
}

/* Whether the whole folder is as it was when only its hash was kept. */
static bool
is_as_before(const struct found *f)
{
	const char *sha256 = json_string_value(
		json_object_get(f->seen, "sha256"));

	return sha256 && strcmp(sha256, f->files->sha256) == 0;
}

static void
changes_find(struct bf_arena *arena, struct found *f)
{
	const struct bf_rule_file *file = f->files->files;
	size_t most = f->files->count + (f->before ? f->before->count : 0);

	f->changes = bf_alloc(arena, (most + 1) * sizeof(*f->changes));
	if (is_as_before(f))
		return;
	for (; file < f->files->files + f->files->count; file++)
		if (!is_seen(arena, f, file) && !is_in_force(f, file))
			f->changes[f->count++].file = *file;
	gone_find(f);
}

/* Who saved the first file that changed. */
static const char *
who(const struct found *f)
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
			file->owner, w->need, NULL);
	return true;
}

/* The same of all files that are new; false when it cannot be asked now. */
static bool
owners_may(struct jobs *j, const struct watch *w, struct bf_arena *arena,
	const struct found *f, struct bf_rule_fault *fault, struct bf_err *err)
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
	const struct found *f, struct bf_rule_fault *fault, struct bf_err *err)
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

/* Either is told in the database: that the files are in force, or why not. */
bool
bf_jobs_files(struct jobs *j, struct watch *w, struct bf_arena *arena,
	struct bf_err *err)
{
	PGconn *conn = j->host->db->conn;
	const char *feature = w->scope.feature;
	struct bf_rule_fault fault = { 0 };
	struct found f = { 0 };

	if (bf_rules_read(arena, j->host->settings->rules, feature, &f.files,
		    &fault, w->scope.i18n)) {
		if (!bf_rules_kept(arena, conn, feature, 0, &f.before, err)
			|| !bf_rules_seen(arena, conn, feature, &f.seen, err))
			return false;
		changes_find(arena, &f);
		if (f.count > 0 && !changes_take(j, w, arena, &f, &fault, err))
			return false;
	}
	if (fault.found)
		bf_jobs_fault_log(w, &fault);
	return bf_rules_look(arena, conn, feature, f.files, &fault, err);
}
