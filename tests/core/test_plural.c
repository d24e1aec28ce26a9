/* Plural formulas: those of real languages, the grammar, and what is none. */
#include "../tap.h"
#include "arena.h"
#include "plural.h"
#include <limits.h>

#define RUSSIAN \
	"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 " \
	"&& (n%100<10 || n%100>=20) ? 1 : 2);"
#define ARABIC \
	"nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && " \
	"n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"

static const struct {
	const char *formula;
	unsigned long n;
	unsigned want;
} good[] = {
	{ "nplurals=1; plural=0;", 5, 0 },
	{ "nplurals=2; plural=n != 1;", 1, 0 },
	{ "nplurals=2; plural=n != 1;", 0, 1 },
	{ "nplurals=2; plural=(n > 1);", 0, 0 },
	{ "nplurals=2; plural=(n > 1);", 2, 1 },
	{ "Plural-Forms: nplurals=2; plural=n>1\n", 2, 1 },
	{ RUSSIAN, 1, 0 },
	{ RUSSIAN, 11, 2 },
	{ RUSSIAN, 21, 0 },
	{ RUSSIAN, 22, 1 },
	{ RUSSIAN, 112, 2 },
	{ ARABIC, 0, 0 },
	{ ARABIC, 2, 2 },
	{ ARABIC, 103, 3 },
	{ ARABIC, 111, 4 },
	{ ARABIC, 200, 5 },
	{ "nplurals=6; plural=1+2*2;", 0, 5 },
	{ "nplurals=6; plural=(1+1)*2;", 0, 4 },
	{ "nplurals=6; plural=5-2-1;", 0, 2 },
	{ "nplurals=6; plural=9/2/2;", 0, 2 },
	{ "nplurals=6; plural=1||0&&0;", 0, 1 },
	{ "nplurals=6; plural=0==1<2;", 0, 0 },
	{ "nplurals=6; plural=1?2?3:4:5;", 0, 3 },
	{ "nplurals=6; plural=0?1:0?2:3;", 0, 3 },
	{ "nplurals=6; plural=!n;", 0, 1 },
	{ "nplurals=6; plural=!!(n);", 7, 1 },
	{ "nplurals=6; plural=!n+1;", 7, 1 },
	{ "nplurals=6; plural=n<=3;", 3, 1 },
	{ "nplurals=6; plural=n>=4;", 3, 0 },
	{ "nplurals=2; plural=n/0;", 3, 0 },
	{ "nplurals=2; plural=n%0;", 3, 0 },
	{ "nplurals=2; plural=n%(n-n);", 3, 0 },
	{ "nplurals=2; plural=n;", 7, 0 }, /* beyond the forms: the first */
	{ "nplurals=2; plural=0-1;", 7, 0 },
	{ "nplurals=2; plural=n>4294967295;", ULONG_MAX, 1 },
};

static const char *const bad[] = {
	"",
	"nplurals=2;",
	"plural=n;",
	"nplurals=0; plural=0;",
	"nplurals=7; plural=n;",
	"nplurals=x; plural=n;",
	"nplurals=2; plural=;",
	"nplurals=2; plural=m;",
	"nplurals=2; plural=n n;",
	"nplurals=2; plural=n+;",
	"nplurals=2; plural=(n;",
	"nplurals=2; plural=n);",
	"nplurals=2; plural=n?1;",
	"nplurals=2; plural=n?1:;",
	"nplurals=2; plural=!;",
	"nplurals=2; plural=-1;",
	"nplurals=2; plural=n=1;",
	"nplurals=2; plural=n<<1;",
};

/* COUNT times WHAT between the two ends: deep, or long. */
static struct bf_plural *
large(struct bf_arena *arena, const char *what, size_t count, const char *end)
{
	char *text = bf_alloc(arena, count * strlen(what) + 100);
	size_t i;

	strcpy(text, "nplurals=2; plural=");
	for (i = 0; i < count; i++)
		memcpy(text + 19 + i * strlen(what), what, strlen(what));
	strcpy(text + 19 + count * strlen(what), end);
	return bf_plural_parse(arena, text);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	const struct bf_plural *plural;
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		plural = bf_plural_parse(arena, good[i].formula);
		if (ok(plural != NULL, "%.60s", good[i].formula))
			is_int(bf_plural_form(plural, good[i].n), good[i].want,
				bf_printf(arena, "of %lu", good[i].n));
	}
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(bf_plural_parse(arena, bad[i]) == NULL, "refused: %s",
			bad[i]);
	ok(large(arena, "(", 100000, "n;") == NULL, "too deep: parentheses");
	ok(large(arena, "!", 100000, "n;") == NULL, "too deep: not");
	ok(large(arena, "n?", 100000, "n;") == NULL, "too deep: choices");
	ok(large(arena, "n+", 100000, "n;") == NULL, "too long");
	bf_arena_free(arena);
	return done();
}
