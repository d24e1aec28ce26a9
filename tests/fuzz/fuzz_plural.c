/* The formula of a language's plurals: none, or one that gives a form that is
 * there for every number.
 */
#include "../core/req.h"
#include "fuzz.h"
#include "plural.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const unsigned long numbers[] = { 0, 1, 2, 3, 5, 11, 21, 100,
		101, 1000000, 4294967296UL, -1UL };
	static struct bf_arena *arena;
	const struct bf_plural *plural;
	size_t i;

	if (arena == NULL)
		arena = bf_arena_new();
	plural = bf_plural_parse(
		arena, bf_strndup(arena, (const char *)data, size));
	for (i = 0; plural && i < sizeof(numbers) / sizeof(numbers[0]); i++)
		must(bf_plural_form(plural, numbers[i]) < BF_PLURALS);
	bf_arena_reset(arena);
	return 0;
}
