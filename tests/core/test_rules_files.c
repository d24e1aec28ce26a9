/* Rule files as they come from a folder. */
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "i18n.h"
#include "rules.h"
#include "scratch.h"
#include <unistd.h>

static struct bf_arena *arena;
static const struct bf_i18n *i18n;

/* The names of the files of FEATURE, or what is wrong. */
static const char *
names(const char *feature)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *files;
	const char *out = "";
	size_t i;

	if (!bf_rules_read(arena, scratch_dir(), feature, &files, &fault, i18n))
		return bf_printf(arena, "%s: %s", fault.file, fault.text[1]);
	for (i = 0; i < files->count; i++)
		out = bf_printf(arena, "%s %s", out, files->files[i].name);
	return out;
}

static void
test_folders(void)
{
	char *large = bf_alloc(arena, BF_RULE_FILE_MOST + 1);

	has(names("none"), "There is no rule file in this folder",
		"a folder that is not there");
	scratch_put("file", "x", 1);
	has(names("file"), "file: This file cannot be read: ",
		"a file where a folder belongs");
	scratch_put("a/b.lua", "b", 1);
	scratch_put("a/a.lua", "a", 1);
	scratch_put("a/.b.lua", "x", 1);
	scratch_put("a/b.lua~", "x", 1);
	is(names("a"), " a.lua b.lua", "files by name, and no leftovers");
	memset(large, '-', BF_RULE_FILE_MOST + 1);
	scratch_put("large/a.lua", large, BF_RULE_FILE_MOST);
	is(names("large"), " a.lua", "a file of 256 kB");
	scratch_put("large/a.lua", large, BF_RULE_FILE_MOST + 1);
	is(names("large"), "a.lua: This file cannot be read: > 256 kB",
		"one byte more");
	scratch_put("folder/a.lua/x", "x", 1);
	has(names("folder"), "a.lua: This file cannot be read: ",
		"a folder where a file belongs");
	scratch_put("link/x", "x", 1);
	if (symlink("nowhere", bf_printf(arena, "%s/link/a.lua", scratch)) < 0)
		exit(99);
	has(names("link"), "a.lua: This file cannot be read: No such file",
		"a link to nowhere");
}

static void
test_many(void)
{
	int i;

	for (i = 1; i <= BF_RULE_FILES_MOST; i++)
		scratch_put(bf_printf(arena, "many/%03d.lua", i), "x", 1);
	has(names("many"), " 128.lua", "as many files as there can be");
	scratch_put("many/129.lua", "x", 1);
	is(names("many"),
		"129.lua: There are too many files in this folder: over 128.",
		"one more is not left out without a word");
}

static void
test_hash(void)
{
	struct bf_rule_file one = { "a", "bc", 2, NULL };
	struct bf_rule_file other = { "ab", "c", 1, NULL };
	struct bf_rule_files files = { "x", &one, 1, "" };
	struct bf_rule_files others = { "x", &other, 1, "" };

	bf_rules_hash(&files);
	bf_rules_hash(&others);
	is_int((long long)strlen(files.sha256), 64, "a hash of all files");
	ok(strcmp(files.sha256, others.sha256) != 0, "knows where a name ends");
}

int
main(void)
{
	static const char *const features[] = { NULL };
	struct bf_err err = { "" };

	bf_crypt_start();
	arena = bf_arena_new();
	i18n = bf_i18n_load(arena, "/nowhere", features, &err);
	is(bf_rules_owner(arena, 4000000001U), "uid 4000000001",
		"one without a name");
	test_folders();
	test_many();
	test_hash();
	bf_arena_free(arena);
	return done();
}
