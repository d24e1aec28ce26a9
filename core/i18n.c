/* Reads .mo files (GNU gettext manual, "The Format of GNU MO Files"). */
#include "i18n.h"
#include "file.h"
#include <belfort/arena.h>
#include <string.h>

#define MAGIC 0x950412deU
#define FILE_MAX_BYTES (8UL * 1024 * 1024)

const char *const bf_langs[BF_LANGS] = { "nl", "en", "fr" };

static const char *const preset_plurals[BF_LANGS] = {
	"nplurals=2; plural=n != 1;",
	"nplurals=2; plural=n != 1;",
	"nplurals=2; plural=n > 1;",
};

/* One .mo file, checked: every offset lies inside it. */
struct domain {
	const char *feature;
	int lang;
	const unsigned char *data;
	uint32_t size, count, ids, texts;
	bool swapped;
	struct domain *next;
};

struct bf_i18n {
	struct domain *domains;
	struct bf_plural *plurals[BF_LANGS];
};

int
bf_lang_index(const char *code)
{
	int i;

	for (i = 0; code && i < BF_LANGS; i++)
		if (strcmp(code, bf_langs[i]) == 0)
			return i;
	return -1;
}

static uint32_t
word(const struct domain *d, uint64_t offset)
{
	uint32_t w;

	memcpy(&w, d->data + offset, sizeof(w));
	return d->swapped ? __builtin_bswap32(w) : w;
}

/* The string that entry I of the table at TABLE points to. */
static const char *
entry(const struct domain *d, uint32_t table, uint32_t i, uint32_t *len)
{
	*len = word(d, table + 8ULL * i);
	return (const char *)d->data + word(d, table + 8ULL * i + 4);
}

static bool
entry_ok(const struct domain *d, uint32_t table, uint32_t i)
{
	uint64_t len = word(d, table + 8ULL * i);
	uint64_t at = word(d, table + 8ULL * i + 4);

	return at + len < d->size && d->data[at + len] == '\0';
}

/* Whether id I comes after the one before it, as looking up needs. */
static bool
sorted(const struct domain *d, uint32_t i)
{
	uint32_t len;

	return i == 0
		|| strcmp(entry(d, d->ids, i - 1, &len),
			   entry(d, d->ids, i, &len))
		< 0;
}

/* The header is the translation of the empty text, which comes first. */
static const char *
header_of(const struct domain *d)
{
	uint32_t len;

	if (d->count == 0 || entry(d, d->ids, 0, &len)[0] != '\0')
		return "";
	return entry(d, d->texts, 0, &len);
}

static bool
is_utf8(const struct domain *d)
{
	const char *charset = strstr(header_of(d), "charset=");

	return charset && strncasecmp(charset + 8, "utf-8\n", 6) == 0;
}

static bool
domain_ok(struct domain *d)
{
	uint32_t i;

	if (d->size < 28)
		return false;
	d->swapped = word(d, 0) != MAGIC;
	if (word(d, 0) != MAGIC || word(d, 4) >> 16 > 1)
		return false;
	d->count = word(d, 8);
	d->ids = word(d, 12);
	d->texts = word(d, 16);
	if (d->count > d->size / 16 || d->ids + 8ULL * d->count > d->size
		|| d->texts + 8ULL * d->count > d->size)
		return false;
	for (i = 0; i < d->count; i++)
		if (!entry_ok(d, d->ids, i) || !entry_ok(d, d->texts, i)
			|| !sorted(d, i))
			return false;
	return is_utf8(d);
}

static bool
domain_load(struct bf_arena *arena, struct bf_i18n *i18n, const char *share,
	const char *feature, int lang, struct bf_err *err)
{
	struct domain *d = bf_alloc(arena, sizeof(*d));
	const char *path = bf_printf(
		arena, "%s/%s/locale/%s.mo", share, feature, bf_langs[lang]);
	size_t size;

	if (!bf_file_exists(path))
		return true;
	d->feature = feature;
	d->lang = lang;
	d->data = (unsigned char *)bf_file_read(
		arena, path, FILE_MAX_BYTES, &size, err);
	d->size = (uint32_t)size;
	if (d->data == NULL || !domain_ok(d))
		return bf_err(err,
			"%s: this is no translation in UTF-8 made by msgfmt; "
			"run make install again",
			path);
	d->next = i18n->domains;
	i18n->domains = d;
	return true;
}

static const char *
domain_find(const struct domain *d, const char *id, uint32_t *len)
{
	uint32_t low = 0, high = d->count, middle, id_len;
	int order;

	while (low < high) {
		middle = (low + high) / 2;
		order = strcmp(id, entry(d, d->ids, middle, &id_len));
		if (order == 0)
			return entry(d, d->texts, middle, len);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* From the feature itself, then from the core. */
static const char *
find(const struct bf_i18n *i18n, const char *feature, const char *lang,
	const char *id, uint32_t *len)
{
	const char *const places[] = { feature, "core" };
	const struct domain *d;
	const char *text;
	size_t i;

	if (*id == '\0')
		return NULL;
	for (i = 0; i < 2; i++)
		for (d = i18n->domains; d; d = d->next) {
			if (strcmp(d->feature, places[i]) != 0
				|| strcmp(bf_langs[d->lang], lang) != 0)
				continue;
			text = domain_find(d, id, len);
			if (text && *len > 0)
				return text;
		}
	return NULL;
}

const char *
bf_i18n_text(const struct bf_i18n *i18n, const char *feature, const char *lang,
	const char *text)
{
	uint32_t len;
	const char *found = find(i18n, feature, lang, text, &len);

	return found ? found : text;
}

/* Forms stand in the file one after another, each ended by NUL; an id with a
 * plural begins with its singular, which is all that is compared. */
void
bf_i18n_forms(const struct bf_i18n *i18n, const char *feature, const char *lang,
	const char *one, const char *many, const char *forms[BF_PLURALS])
{
	uint32_t len;
	const char *text = find(i18n, feature, lang, one, &len), *end;
	size_t n = 0;

	forms[0] = one;
	forms[1] = many;
	if (text == NULL)
		return;
	for (end = text + len; text <= end && n < BF_PLURALS;
		text += strlen(text) + 1)
		forms[n++] = text;
}

unsigned
bf_i18n_form(const struct bf_i18n *i18n, const char *lang, long long n)
{
	int i = bf_lang_index(lang);

	return bf_plural_form(i18n->plurals[i < 0 ? 0 : i],
		n < 0 ? 0UL - (unsigned long)n : (unsigned long)n);
}

static bool
plurals_set(struct bf_arena *arena, struct bf_i18n *i18n, struct bf_err *err)
{
	const struct domain *d;
	const char *formula;
	int i;

	for (i = 0; i < BF_LANGS; i++)
		i18n->plurals[i] = bf_plural_parse(arena, preset_plurals[i]);
	for (d = i18n->domains; d; d = d->next) {
		formula = strstr(header_of(d), "Plural-Forms:");
		if (formula == NULL)
			continue;
		i18n->plurals[d->lang] = bf_plural_parse(arena, formula);
		if (i18n->plurals[d->lang] == NULL)
			return bf_err(err,
				"%s/locale/%s.po: Plural-Forms cannot be read",
				d->feature, bf_langs[d->lang]);
	}
	return true;
}

struct bf_i18n *
bf_i18n_load(struct bf_arena *arena, const char *share,
	const char *const *features, struct bf_err *err)
{
	struct bf_i18n *i18n = bf_alloc(arena, sizeof(*i18n));
	int lang;

	for (; *features; features++)
		for (lang = 0; lang < BF_LANGS; lang++)
			if (!domain_load(
				    arena, i18n, share, *features, lang, err))
				return NULL;
	return plurals_set(arena, i18n, err) ? i18n : NULL;
}
