/* Whole files into memory, and the files of a folder. */
#include "../tap.h"
#include "arena.h"
#include "file.h"
#include "scratch.h"

static const char *
path_of(struct bf_arena *arena, const char *name)
{
	return bf_printf(arena, "%s/%s", scratch_dir(), name);
}

static void
refused(struct bf_arena *arena, const char *name, size_t max, const char *says)
{
	struct bf_err err = { "" };
	size_t len;

	ok(!bf_file_read(arena, path_of(arena, name), max, &len, &err),
		"refused: %s", name);
	has(err.text, says, "with the reason");
	has(err.text, name, "and its name");
}

static void
reads(struct bf_arena *arena)
{
	struct bf_err err = { "" };
	size_t len;
	char *data;

	scratch_put("dir/b.po", "a\0b", 3);
	scratch_put("dir/a.po", "", 0);
	scratch_put("dir/c.txt", "x", 1);
	scratch_put("dir/.po", "x", 1);
	data = bf_file_read(arena, path_of(arena, "dir/b.po"), 3, &len, &err);
	ok(data && len == 3 && memcmp(data, "a\0b", 4) == 0,
		"all bytes, ended by NUL");
	data = bf_file_read(arena, path_of(arena, "dir/a.po"), 3, &len, &err);
	ok(data && len == 0 && *data == '\0', "an empty file");
	refused(arena, "dir/b.po", 2, "over 2 bytes");
	refused(arena, "dir/none", 9, "No such file");
	refused(arena, "dir", 9, "no file");
}

static void
lists(struct bf_arena *arena)
{
	struct bf_err err = { "" };
	const char **names = need(
		bf_file_list(arena, path_of(arena, "dir"), ".po", &err));

	is(names[0], "a.po", "the first by name");
	is(names[1], "b.po", "then the next");
	is(names[2], NULL, "no other; a bare suffix is no name");
	names = need(bf_file_list(arena, path_of(arena, "none"), ".po", &err));
	is(names[0], NULL, "an absent folder has none");
	ok(!bf_file_list(arena, path_of(arena, "dir/a.po"), ".po", &err),
		"what is no folder cannot be listed");
	has(err.text, "dir/a.po: ", "and the message names it");
	ok(bf_file_exists(path_of(arena, "dir/a.po")), "a file is there");
	ok(!bf_file_exists(path_of(arena, "dir/x.po")), "another is not");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	reads(arena);
	lists(arena);
	bf_arena_free(arena);
	return done();
}
