/* Reads the rule files of a feature from their folder. */
#include "arena.h"
#include "crypt.h"
#include "file.h"
#include "rules_own.h"
#include "user.h"
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ATTEMPTS 5

static bool
same(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size && a->st_ino == b->st_ino
		&& a->st_mtim.tv_sec == b->st_mtim.tv_sec
		&& a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

const char *
bf_rules_owner(struct bf_arena *arena, uid_t uid)
{
	const struct passwd *user = getpwuid(uid);
	size_t len;

	len = user ? strcspn(user->pw_gecos, ",") : 0;
	return len > 0 ? bf_strndup(arena, user->pw_gecos, len)
		       : bf_user_name(arena, uid);
}

/* Read PATH once; *CHANGED when it was written meanwhile. */
static bool
read_once(struct bf_arena *arena, const char *path, struct bf_rule_file *out,
	bool *changed, struct bf_err *err)
{
	struct stat before, after;

	*changed = false;
	if (stat(path, &before) < 0 || access(path, R_OK) < 0)
		return bf_err(err, "%s", strerror(errno));
	if (before.st_size > BF_RULE_FILE_MOST)
		return bf_err(err, "> %d kB", BF_RULE_FILE_MOST / 1024);
	out->text = bf_file_read(
		arena, path, BF_RULE_FILE_MOST, &out->len, err);
	if (out->text == NULL)
		return false;
	*changed = stat(path, &after) < 0 || !same(&before, &after)
		|| (off_t)out->len != after.st_size;
	out->owner = bf_rules_owner(arena, before.st_uid);
	out->uid = before.st_uid;
	out->shared = before.st_mode & (S_IWGRP | S_IWOTH);
	return true;
}

static bool
read_whole(struct bf_arena *arena, const char *path, struct bf_rule_file *out,
	struct bf_err *err)
{
	bool changed = true;
	int i;

	for (i = 0; i < ATTEMPTS && changed; i++)
		if (!read_once(arena, path, out, &changed, err))
			return false;
	return !changed || bf_err(err, "it changes all the time");
}

void
bf_rules_hash(struct bf_rule_files *files)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_sha256 *sum = bf_sha256_new(arena);
	size_t i;

	for (i = 0; i < files->count; i++) {
		bf_sha256_add(sum, files->files[i].name,
			strlen(files->files[i].name) + 1);
		bf_sha256_add(sum, files->files[i].text, files->files[i].len);
		bf_sha256_add(sum, "", 1);
	}
	bf_sha256_hex(sum, files->sha256);
	bf_arena_free(arena);
}

bool
bf_rules_read(struct bf_arena *arena, const char *dir, const char *feature,
	struct bf_rule_files **out, struct bf_rule_fault *fault,
	const struct bf_i18n *i18n)
{
	const char *folder = bf_printf(arena, "%s/%s", dir, feature);
	struct bf_rule_files *files = bf_alloc(arena, sizeof(*files));
	struct bf_err err = { 0 };
	const char **names = bf_file_list(arena, folder, ".lua", &err);

	if (names == NULL)
		return bf_rule_fail(arena, i18n, fault, folder, 1,
			BF_N("This file cannot be read: {1}"), err.text,
			(char *)NULL);
	files->feature = feature;
	files->files = bf_alloc(
		arena, BF_RULE_FILES_MOST * sizeof(*files->files));
	for (; *names; names++) {
		if (**names == '.')
			continue;
		if (files->count == BF_RULE_FILES_MOST)
			return bf_rule_fail(arena, i18n, fault, *names, 1,
				BF_N("There are too many files in this folder: "
				     "over 128."),
				(char *)NULL);
		files->files[files->count].name = *names;
		if (!read_whole(arena,
			    bf_printf(arena, "%s/%s", folder, *names),
			    &files->files[files->count++], &err))
			return bf_rule_fail(arena, i18n, fault, *names, 1,
				BF_N("This file cannot be read: {1}"), err.text,
				(char *)NULL);
	}
	bf_rules_hash(files);
	*out = files;
	return files->count > 0
		|| bf_rule_fail(arena, i18n, fault, folder, 1,
			BF_N("There is no rule file in this folder."),
			(char *)NULL);
}
