/* A rule file of any bytes is loaded or refused with a place and a reason; one
 * that is loaded decides the same on a line alone as on that line in a block.
 */
#include "arena.h"
#include "crypt.h"
#include "fuzz.h"
#include "rules.h"

#define LINES 300 /* more than a block */

static const struct bf_fact facts[] = {
	{ "naam", "name", BF_FACT_TEXT, "the name" },
	{ "bedrag", "amount", BF_FACT_EURO, "the amount" },
	{ 0 },
};
static const struct bf_rules vocabulary = { facts, "doelen", NULL, NULL, 3 };
static struct bf_rule_scope scope = { "fuzz", &vocabulary, NULL };

static const char categories[] =
	"categorieen { { code = \"groen\", titel = \"Groen\" },\n"
	"  { code = \"straat\", titel = \"Straten\" } }\n";

static void
refused(const struct bf_rule_fault *fault, const uint8_t *data, size_t size)
{
	int lines = 2;

	for (; size > 0; size--, data++)
		lines += *data == '\n' || *data == '\r';
	must(fault->found && fault->file && *fault->file);
	must(fault->line >= 1 && fault->line <= lines);
	must(fault->text[0] && *fault->text[0]);
}

static void
decides(struct bf_arena *arena, struct bf_rule_class *class)
{
	static const char *const names[] = { "", "Wijkpark", "weg 1", "plein",
		"Basisonderwijs", "école", "\xc3", "a b  c", "boom." };
	const char *text[LINES][2];
	int64_t number[LINES][2];
	struct bf_rule_line lines[LINES];
	int together[LINES], alone;
	size_t i;

	for (i = 0; i < LINES; i++) {
		text[i][0] = names[i % (sizeof(names) / sizeof(names[0]))];
		text[i][1] = "";
		number[i][0] = 0;
		number[i][1] = (int64_t)(i % 12) * 100 - 300;
		lines[i] = (struct bf_rule_line){ text[i], number[i] };
	}
	bf_rules_decide(class, lines, LINES, together);
	for (i = 0; i < LINES; i += 7) {
		bf_rules_decide(class, &lines[i], 1, &alone);
		must(alone == together[i]);
		must(alone >= -1 && alone < (int)class->rule_count);
	}
	for (i = 0; i < class->rule_count; i++)
		must(*bf_rules_sentence(
			arena, &scope, class->rules[i].when, "nl"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_rule_fault fault = { 0 };
	struct bf_rule_file file[] = {
		{ "categorieen.lua", categories, strlen(categories), NULL },
		{ "doelen.lua", bf_strndup(arena, (const char *)data, size),
			size, NULL },
	};
	struct bf_rule_files files = {
		.feature = "fuzz", .files = file, .count = 2
	};
	static const char *const names[] = { "core", "fuzz", NULL };
	struct bf_rule_set *set;
	struct bf_err err = { 0 };

	/* No translation is there: texts stay English. */
	scope.i18n = bf_i18n_load(arena, ".", names, &err);
	must(scope.i18n != NULL);
	bf_crypt_start();
	bf_rules_hash(&files);
	if (!bf_rules_load(arena, &scope, &files, &set, &fault))
		refused(&fault, data, size);
	else
		decides(arena, &set->classes[0]);
	bf_arena_free(arena);
	return 0;
}
