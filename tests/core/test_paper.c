/* Codes of forms on paper: what makes another version, what a sign misread
 * does; and declarations that do not hold.
 */
#include "../tap.h"
#include "arena.h"
#include "crypt.h"
#include "paper.h"
#include <belfort/paper.h>
#include <ctype.h>

static const char signs[] = "ACDEFGHJKLMNPQRTUVWXY34679";

static const struct bf_mount mounts[] = { { "/x", NULL }, { 0 } };
static const struct bf_query query = { "x.do", "a" };
static const struct bf_word choices[] = { { "soort=a", "A" },
	{ "soort=bb", "B" }, { 0 } };
static const struct bf_personal personal[] = { { "x.plain", "*" },
	{ "x.kept", "*", "Why", "Law", BF_KEPT }, { 0 } };
static const struct bf_field also[] = { { "wens", BF_TEXT, .label = "W" },
	{ 0 } };
static struct bf_field fields[4];
static struct bf_paper papers[2];

static const struct bf_route routes[] = {
	{ "GET", "/a", .query = &query, .view = "a", .help = "See." },
	{ "GET", "/a/{nr}", .query = &query, .view = "a", .help = "See." },
	{ "POST", "/a/{nr}", .query = &query, .fields = fields, .help = "Do." },
	{ 0 },
};

static const struct bf_plugin plugin = {
	.abi = BF_ABI,
	.size = sizeof(plugin),
	.name = "x",
	.version = "1",
	.title = "X",
	.summary = "An x.",
	.mounts = mounts,
	.routes = routes,
	.personal = personal,
	.choices = choices,
	.papers = papers,
};

static void
begin(void)
{
	static const struct bf_field asked[] = {
		{ "naam", BF_TEXT, .max = 40, .label = "N" },
		{ "soort", BF_CHOICE, .choices = "a bb", .label = "S" },
		{ "terug", BF_PATH, .label = "T" },
		{ 0 },
	};

	memcpy(fields, asked, sizeof(fields));
	papers[0] = (struct bf_paper){ "/a/{nr}", "T", "A", "/a", "x.kept",
		also };
}

/* --- versions ------------------------------------------------------------- */

static const char *
code(struct bf_arena *arena)
{
	return bf_paper_code(arena, &plugin, papers);
}

/* Whether what was changed since begin() makes another version. */
static void
other(struct bf_arena *arena, const char *was, bool want, const char *what)
{
	ok((strcmp(code(arena), was) != 0) == want, "%s", what);
	begin();
}

static void
versions(struct bf_arena *arena)
{
	const char *was;

	begin();
	was = code(arena);
	is(code(arena), was, "a form has one code");
	fields[0].max = 41;
	other(arena, was, true, "another range is another version");
	fields[0].required = true;
	other(arena, was, true, "what is needed too");
	fields[0].type = BF_INT;
	other(arena, was, true, "another type too");
	fields[0].name = "titel";
	other(arena, was, true, "another field too");
	fields[1].choices = "a";
	other(arena, was, true, "a choice less too");
	papers[0].also = NULL;
	other(arena, was, true, "what is asked on paper only counts");
	fields[0].label = "Naam";
	papers[0].title = "Titel";
	other(arena, was, false, "words can be mended");
	fields[2].name = NULL;
	other(arena, was, false, "an address to go back to is not asked");
}

/* --- signs ---------------------------------------------------------------- */

static void
reads(struct bf_arena *arena)
{
	char read[BF_PAPER_CODE];
	const char *made = code(arena);
	char *small = bf_strdup(arena, made), *c;

	for (c = small; *c; c++)
		*c = *c == '-' ? ' ' : (char)tolower(*c);
	ok(bf_paper_read(made, read), "a code is read");
	is(read, made, "as it is");
	ok(bf_paper_read(bf_printf(arena, " %s\r\n", made), read),
		"with what a scanner adds");
	ok(bf_paper_read(small, read), "and in small letters, with blanks");
	ok(!bf_paper_read("", read), "nothing is none");
	ok(!bf_paper_read(bf_printf(arena, "%.10s", made), read),
		"one sign less is none");
	ok(!bf_paper_read(bf_printf(arena, "%sA", made), read),
		"one sign more is none");
	ok(!bf_paper_read("ACD-EFG-HJ0", read), "a zero is no sign of ours");
	ok(!bf_paper_read("ACD-EFG-HJé", read), "nor is what is not ASCII");
}

/* Each sign of CODE in the place of each other, and neighbours the other way
 * round: how many are still a code. */
static int
misread(const char *made)
{
	char text[BF_PAPER_CODE], read[BF_PAPER_CODE];
	int i, j, taken = 0;

	for (i = 0; made[i]; i++) {
		memcpy(text, made, sizeof(text));
		for (j = 0; made[i] != '-' && signs[j]; j++) {
			text[i] = signs[j];
			taken += text[i] != made[i]
				&& bf_paper_read(text, read);
		}
	}
	return taken;
}

static int
swapped(const char *made)
{
	char text[BF_PAPER_CODE], read[BF_PAPER_CODE];
	int i, next, taken = 0;

	for (i = 0; made[i + 1]; i++) {
		next = made[i + 1] == '-' ? i + 2 : i + 1;
		if (made[i] == '-' || made[i] == made[next])
			continue;
		memcpy(text, made, sizeof(text));
		text[i] = made[next];
		text[next] = made[i];
		taken += bf_paper_read(text, read);
	}
	return taken;
}

static void
mistakes(struct bf_arena *arena)
{
	int i, wrong = 0, turned = 0;

	begin();
	for (i = 0; i < 500; i++) {
		fields[0].max = i;
		wrong += misread(code(arena));
		turned += swapped(code(arena));
	}
	begin();
	ok(wrong == 0, "a sign misread is always seen, not %d times", wrong);
	ok(turned <= 500 * 8 / 100,
		"of neighbours that changed places %d of about 4000 are not",
		turned);
}

/* --- tables --------------------------------------------------------------- */

static void
refused(const char *says)
{
	struct bf_err err = { "" };

	ok(!bf_papers_check(&plugin, &err), "refused: %s", says);
	has(err.text, says, "and this is why");
	begin();
}

static void
tables(void)
{
	struct bf_err err = { "" };

	begin();
	ok(bf_papers_check(&plugin, &err), "a form that holds");
	papers[0].path = "/b";
	refused("/b is of no POST");
	papers[0].about = NULL;
	refused("has no title, or does not say what it is for");
	papers[0].page = "/a/{nr}";
	refused("names no page with a view, without typed parts");
	papers[0].page = NULL;
	refused("names no page with a view");
	papers[0].table = "x.plain";
	refused("names a table that has no purpose");
	fields[1].choices = "a bb c";
	refused("has the choice soort=c, for which there is no word");
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();

	bf_crypt_start();
	versions(arena);
	reads(arena);
	mistakes(arena);
	tables();
	bf_arena_free(arena);
	return done();
}
