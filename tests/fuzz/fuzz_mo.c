/* A file of translations of any bytes is refused, or every text that is asked
 * of it is text.
 */
#include "../core/req.h"
#include "../core/scratch.h"
#include "fuzz.h"
#include "i18n.h"

static size_t
forms_length(const struct bf_i18n *i18n)
{
	const char *forms[BF_PLURALS] = { NULL };
	size_t i, sum = 0;

	bf_i18n_forms(i18n, "core", "nl", "one", "many", forms);
	for (i = 0; i < BF_PLURALS; i++)
		sum += forms[i] ? strlen(forms[i]) : 0;
	return sum;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "core", NULL };
	static const char *const texts[] = { "", "Amount", "Language", "one" };
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err = { "" };
	struct bf_i18n *i18n;
	size_t i, sum = 0;

	scratch_put("core/locale/nl.mo", data, size);
	i18n = bf_i18n_load(arena, scratch_dir(), names, &err);
	must(i18n != NULL || err.text[0]);
	for (i = 0; i18n && i < 4; i++)
		sum += strlen(bf_i18n_text(i18n, "core", "nl", texts[i]));
	if (i18n) {
		must(bf_i18n_form(i18n, "nl", -7) < BF_PLURALS);
		must(sum + forms_length(i18n) < 2 * size + 100);
	}
	bf_arena_free(arena);
	return 0;
}
