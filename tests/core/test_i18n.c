/* Translations: found, missing, shared with the core; files that lie. */
#include "../tap.h"
#include "arena.h"
#include "i18n.h"
#include "mo.h"
#include "scratch.h"
#include <stdbool.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define MO_MAX 4096

static const char *const features[] = { "core", "budget", NULL };

static const struct mo_text core_nl[] = {
	MO_HEADER("Plural-Forms: nplurals=2; plural=n != 1;\n"),
	MO_TEXT("Amount", "Som"),
	MO_TEXT("Language", "Taal"),
};

static const struct mo_text budget_nl[] = {
	MO_HEADER("Plural-Forms: nplurals=2; plural=n != 1;\n"),
	MO_TEXT("Amount", "Bedrag"),
	MO_TEXT("Empty", ""),
	MO_TEXT("one action\0{{n}} actions", "één actie\0{{n}} acties"),
};

static const struct mo_text budget_fr[] = {
	MO_HEADER("Plural-Forms: nplurals=2; plural=n > 1;\n"),
	MO_TEXT("Amount", "Montant"),
};

static void
put(const char *name, const struct mo_text *texts, size_t n, bool swapped)
{
	unsigned char data[MO_MAX];
	size_t len = mo_make(data, texts, n, swapped);

	scratch_put(name, data, len);
}

static struct bf_i18n *
load(struct bf_arena *arena, struct bf_err *err)
{
	err->text[0] = '\0';
	return bf_i18n_load(arena, scratch_dir(), features, err);
}

static void
languages(void)
{
	is_int(bf_lang_index("nl"), 0, "Dutch is the first");
	is_int(bf_lang_index("fr"), 2, "French is there");
	is_int(bf_lang_index("de"), -1, "German is not");
	is_int(bf_lang_index(NULL), -1, "no code is none");
}

static void
texts(const struct bf_i18n *i18n)
{
	is(bf_i18n_text(i18n, "budget", "nl", "Amount"), "Bedrag", "found");
	is(bf_i18n_text(i18n, "budget", "fr", "Amount"), "Montant",
		"in another language");
	is(bf_i18n_text(i18n, "core", "nl", "Amount"), "Som",
		"a feature has its own words");
	is(bf_i18n_text(i18n, "budget", "nl", "Language"), "Taal",
		"and else those of the core");
	is(bf_i18n_text(i18n, "site", "nl", "Language"), "Taal",
		"a feature without a file, too");
	is(bf_i18n_text(i18n, "budget", "nl", "Nothing"), "Nothing",
		"what is not there stays English");
	is(bf_i18n_text(i18n, "budget", "en", "Amount"), "Amount",
		"English needs no file");
	is(bf_i18n_text(i18n, "budget", "nl", "Empty"), "Empty",
		"an empty translation is none");
	is(bf_i18n_text(i18n, "budget", "nl", ""), "",
		"the empty text is not the header");
	is(bf_i18n_text(i18n, "budget", "nl", "one action"), "één actie",
		"of a plural, the singular");
}

static void
plurals(const struct bf_i18n *i18n)
{
	const char *forms[BF_PLURALS] = { NULL };

	bf_i18n_forms(
		i18n, "budget", "nl", "one action", "{{n}} actions", forms);
	is(forms[0], "één actie", "one");
	is(forms[1], "{{n}} acties", "many");
	is(forms[2], NULL, "and no more");
	bf_i18n_forms(i18n, "budget", "fr", "one day", "{{n}} days", forms);
	is(forms[0], "one day", "not there: one");
	is(forms[1], "{{n}} days", "not there: many");
	is_int(bf_i18n_form(i18n, "nl", 0), 1, "Dutch: no actions");
	is_int(bf_i18n_form(i18n, "fr", 0), 0, "French: no action");
	is_int(bf_i18n_form(i18n, "en", 1), 0, "English: one action");
	is_int(bf_i18n_form(i18n, "nl", -1), 0, "less than nothing: as one");
	is_int(bf_i18n_form(i18n, "nl", -9223372036854775807LL - 1), 1,
		"the least number there is");
}

/* Whether a budget/locale/nl.mo of these LEN bytes loads; what loads must
 * also answer without a mistake. */
static bool
loads(const unsigned char *data, size_t len)
{
	struct bf_arena *arena = bf_arena_new();
	const char *forms[BF_PLURALS] = { NULL };
	struct bf_i18n *i18n;
	struct bf_err err;
	size_t i;

	scratch_put("budget/locale/nl.mo", data, len);
	i18n = load(arena, &err);
	for (i = 0; i18n && i < COUNT(budget_nl); i++)
		bf_i18n_text(i18n, "budget", "nl", budget_nl[i].id);
	if (i18n)
		bf_i18n_forms(i18n, "budget", "nl", "one action", "x", forms);
	bf_arena_free(arena);
	return i18n != NULL;
}

/* Each byte changed in turn, and each length; what matters is that nothing
 * outside the file is read, which ASan and valgrind see. */
static void
damaged(void)
{
	unsigned char data[MO_MAX];
	size_t len = mo_make(data, budget_nl, COUNT(budget_nl), false), i;
	int bit, refused = 0;

	for (i = 0; i < len; i++)
		refused += !loads(data, i);
	is_int(refused, (long long)len, "a file cut anywhere is refused");
	for (refused = 0, i = 0; i < len; i++)
		for (bit = 0; bit < 8; bit++) {
			data[i] ^= (unsigned char)(1 << bit);
			refused += !loads(data, len);
			data[i] ^= (unsigned char)(1 << bit);
		}
	ok(refused > 300, "%d of %zu changed bits are refused", refused,
		len * 8);
	ok(loads(data, len), "the file itself is not");
}

static void
refused(const char *name, const struct mo_text *texts, size_t n)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err;

	put("budget/locale/nl.mo", texts, n, false);
	ok(load(arena, &err) == NULL, "%s", name);
	has(err.text, "budget/locale/nl.", "the message names the file");
	bf_arena_free(arena);
}

static const struct mo_text unsorted[] = {
	MO_HEADER(""),
	MO_TEXT("b", "b"),
	MO_TEXT("a", "a"),
};
static const struct mo_text latin[] = {
	MO_TEXT("", "Content-Type: text/plain; charset=ISO-8859-1\n"),
};
static const struct mo_text headless[] = {
	MO_TEXT("a", "b"),
};
static const struct mo_text no_formula[] = {
	MO_HEADER("Plural-Forms: nplurals=2; plural=many;\n"),
};

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_i18n *i18n;
	struct bf_err err;

	languages();
	put("core/locale/nl.mo", core_nl, COUNT(core_nl), false);
	put("budget/locale/nl.mo", budget_nl, COUNT(budget_nl), false);
	put("budget/locale/fr.mo", budget_fr, COUNT(budget_fr), true);
	i18n = load(arena, &err);
	if (ok(i18n != NULL, "files of both byte orders load")) {
		texts(i18n);
		plurals(i18n);
	} else
		tap_note("why", err.text);
	damaged();
	refused("texts out of order", unsorted, COUNT(unsorted));
	refused("another character set", latin, COUNT(latin));
	refused("no header", headless, COUNT(headless));
	refused("a formula that is none", no_formula, COUNT(no_formula));
	bf_arena_free(arena);
	return done();
}
