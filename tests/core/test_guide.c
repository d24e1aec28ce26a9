/* The guide for who writes rules about rights does as it says: each example is
 * put beside the rules of this tree, and the tests come out; without what it
 * changes they do not.
 */
#include "benefits.h"
#include "file.h"
#include "scratch.h"

static struct bf_arena *arena;
static const char *guide;

/* --- the rules of this tree, in a folder of our own ----------------------- */

static void
folder_fill(void)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_files *files;
	size_t i;

	if (!bf_rules_read(arena,
		    bf_printf(arena, "%s/lua-rules", tap_sources()), "benefits",
		    &files, &fault, rights_scope.i18n))
		exit(99);
	scratch_remove();
	mkdir(scratch_dir(), 0777);
	for (i = 0; i < files->count; i++)
		scratch_put(
			bf_printf(arena, "benefits/%s", files->files[i].name),
			files->files[i].text, strlen(files->files[i].text));
}

/* How many tests come out; -1: the files do not load, or a test does not come
 * out, and then *WHY says what. */
static int
folder_try(const char **why)
{
	struct bf_rule_fault fault = { 0 };
	struct bf_rights *rights;
	int bad = 0, n;

	if (!benefits_load(arena, scratch_dir(), &rights, &fault)) {
		*why = benefits_fault(arena, &fault);
		return -1;
	}
	n = benefits_try(arena, rights, false, &bad);
	*why = bf_printf(arena, "%d tests do not come out", bad);
	return bad ? -1 : n;
}

/* --- what stands in the guide --------------------------------------------- */

/* The next block between fences that begin with KIND, in what is left of *AT:
 * its text, and in NAME what follows KIND; NULL: no more. */
static const char *
block_next(const char **at, const char *kind, const char **name)
{
	const char *start = strstr(*at, bf_printf(arena, "\n```%s", kind));
	const char *line, *end;

	if (start == NULL)
		return NULL;
	start += strlen(kind) + 4;
	line = strchr(start, '\n');
	end = strstr(line, "\n```");
	*name = bf_strndup(arena, start, (size_t)(line - start));
	*at = end + 4;
	return bf_strndup(arena, line + 1, (size_t)(end - line));
}

static void
files_put(const char *text)
{
	const char *block, *name;

	while ((block = block_next(&text, "lua ", &name)))
		scratch_put(bf_printf(arena, "benefits/%s", name), block,
			strlen(block));
}

/* Apply the patches of TEXT that add tests, or those that do not; how many. */
static int
patches_put(const char *text, bool tests)
{
	const char *block, *name;
	int n = 0;

	while ((block = block_next(&text, "diff", &name))) {
		if ((strstr(block, "\n+    { \"") != NULL) != tests)
			continue;
		n++;
		scratch_put("patch", block, strlen(block));
		ok(system(bf_printf(arena,
			   "cd %s/benefits && patch -p0 --fuzz=0 -s <../patch",
			   scratch_dir()))
				== 0,
			"a patch fits");
	}
	return n;
}

static void
test_example(const char *text, int before)
{
	const char *name = bf_strndup(arena, text, strcspn(text, "\n"));
	const char *why = "";
	int n;

	folder_fill();
	files_put(text);
	(void)patches_put(text, true);
	n = folder_try(&why);
	if (patches_put(text, false) > 0) {
		is_int(n, -1,
			bf_printf(arena, "%s: not without the change", name));
		printf("# %s\n", why);
		n = folder_try(&why);
	}
	if (!ok(n > before, "%s", name))
		printf("# %s\n", why);
}

static void
test_examples(void)
{
	const char *at = guide, *next, *why = "";
	int count = 0, before;

	folder_fill();
	before = folder_try(&why);
	while ((at = strstr(at, "\n### ")) != NULL) {
		at += 5;
		next = strstr(at, "\n##");
		if (at[0] < '0' || at[0] > '9')
			continue;
		count++;
		test_example(
			bf_strndup(arena, at, (size_t)(next - at)), before);
	}
	is_int(count, 10, "there are ten examples");
}

/* The text between quotes after WORDS. */
static const char *
quoted(const char *words)
{
	const char *at = strstr(guide, words) + strlen(words);

	return bf_strndup(arena, at, strcspn(at, "`"));
}

static void
test_first_minutes(void)
{
	const char *from = quoted("Zoek `"), *to = quoted("maak ervan `");
	const char *why = "", *text, *at;
	struct bf_err err = { 0 };
	size_t len;

	folder_fill();
	text = bf_file_read(arena,
		bf_printf(arena, "%s/benefits/huisvuil.lua", scratch_dir()),
		1 << 20, &len, &err);
	at = text ? strstr(text, from) : NULL;
	if (!ok(at != NULL, "what is to be found is there"))
		return;
	text = bf_printf(arena, "%.*s%s%s", (int)(at - text), text, to,
		at + strlen(from));
	scratch_put("benefits/huisvuil.lua", text, strlen(text));
	if (!ok(folder_try(&why) > 0, "the first five minutes"))
		printf("# %s\n", why);
}

static void
test_shown(void)
{
	const char *why = "";

	folder_fill();
	files_put(bf_strndup(
		arena, guide, (size_t)(strstr(guide, "\n## Tien") - guide)));
	if (!ok(folder_try(&why) > 0, "the file that is shown is one"))
		printf("# %s\n", why);
}

int
main(void)
{
	struct bf_err err = { 0 };
	size_t len;

	arena = bf_arena_new();
	guide = need((void *)bf_file_read(arena,
		bf_printf(arena, "%s/docs/rechten.md", tap_sources()), 1 << 20,
		&len, &err));
	test_first_minutes();
	test_shown();
	test_examples();
	bf_arena_free(arena);
	return done();
}
