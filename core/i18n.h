/* Translations: gettext's .mo files, one domain per feature, without locales.
 *
 * Texts are English in the source.  A missing text falls back to the domain
 * `core`, then to English.
 */
#ifndef CORE_I18N_H
#define CORE_I18N_H

#include "err.h"
#include "plural.h"

#define BF_LANGS 3
/* "nl", "en", "fr": the first is the default. */
extern const char *const bf_langs[BF_LANGS];

struct bf_i18n;

/* The index of CODE in bf_langs, or -1. */
int bf_lang_index(const char *code);
/* Load <share>/<feature>/locale/<lang>.mo for each of FEATURES (ended by NULL,
 * `core` among them).  A damaged file is an error; an absent one is not. */
struct bf_i18n *bf_i18n_load(struct bf_arena *arena, const char *share,
	const char *const *features, struct bf_err *err);
/* The translation of TEXT, never NULL (the empty text stays empty). */
const char *bf_i18n_text(const struct bf_i18n *i18n, const char *feature,
	const char *lang, const char *text);
/* The forms of a text with a plural, in the order of the language's own
 * formula; what is not there stays NULL.  At most BF_PLURALS. */
void
bf_i18n_forms(const struct bf_i18n *i18n, const char *feature, const char *lang,
	const char *one, const char *many, const char *forms[BF_PLURALS]);
/* Which of the forms N takes in LANG. */
unsigned
bf_i18n_form(const struct bf_i18n *i18n, const char *lang, long long n);

#endif
