/* What changed in the folder of rule files since the last look. */
#include "rules_order.h"
#include <belfort/arena.h>
#include <string.h>

/* Whether F is on disk as it was: then whatever is in force stays. */
static bool
is_seen(struct bf_arena *arena, const struct bf_rule_disk *f,
	const struct bf_rule_file *file)
{
	const char *was = json_string_value(
		json_object_get(json_object_get(f->seen, "files"), file->name));

	return was && strcmp(was, bf_rules_text_hash(arena, file->text)) == 0;
}

static bool
is_in_force(const struct bf_rule_disk *f, const struct bf_rule_file *file)
{
	const struct bf_rule_file *now = bf_rules_file(f->before, file->name);

	return now && strcmp(now->text, file->text) == 0;
}

/* Files that were on disk at the last look, are gone, and are in force; where
 * nobody knows what was there: all that are in force. */
static void
gone_find(struct bf_rule_disk *f)
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

/* Files that were on disk at the last look, are gone, and never came in force.
 */
static void
dropped_find(struct bf_rule_disk *f)
{
	const char *name;
	json_t *hash;

	json_object_foreach (json_object_get(f->seen, "files"), name, hash)
		if (!bf_rules_file(f->before, name)
			&& !bf_rules_file(f->files, name))
			f->changes[f->count++] = (struct bf_rule_change){
				.file = { .name = name }
			};
}

/* Whether the whole folder is as it was when only its hash was kept. */
static bool
is_as_before(const struct bf_rule_disk *f)
{
	const char *sha256 = json_string_value(
		json_object_get(f->seen, "sha256"));

	return sha256 && strcmp(sha256, f->files->sha256) == 0;
}

void
bf_rules_disk_find(struct bf_arena *arena, struct bf_rule_disk *f)
{
	const struct bf_rule_file *file = f->files->files;
	size_t most = f->files->count + (f->before ? f->before->count : 0)
		+ json_object_size(json_object_get(f->seen, "files"));

	f->changes = bf_alloc(arena, (most + 1) * sizeof(*f->changes));
	if (is_as_before(f))
		return;
	for (; file < f->files->files + f->files->count; file++)
		if (!is_seen(arena, f, file)
			&& (f->back || !is_in_force(f, file)))
			f->changes[f->count++].file = *file;
	gone_find(f);
	if (f->back)
		dropped_find(f);
}

static json_t *
change_json(struct bf_arena *arena, const struct bf_rule_disk *f,
	const struct bf_rule_change *change)
{
	const struct bf_rule_file *now = bf_rules_file(
		f->before, change->file.name);

	return json_pack("{s:s, s:s?, s:s?}", "name", change->file.name, "text",
		change->file.text, "replaces",
		now ? bf_rules_text_hash(arena, now->text) : NULL);
}

json_t *
bf_rules_changes_json(struct bf_arena *arena, const struct bf_rule_disk *f,
	const struct bf_rule_change *changes, size_t count)
{
	json_t *out = json_array();
	size_t i;

	for (i = 0; i < count; i++)
		json_array_append_new(out, change_json(arena, f, &changes[i]));
	return out;
}
