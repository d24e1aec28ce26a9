/* What a pool may say of its plugins, and what is not for it to say. */
#include "../../core/described.h"
#include "../tap.h"
#include "arena.h"

#define A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define A100 A A
#define A500 A100 A100 A100 A100 A100

#define PAPER(page, code, title, label) \
	", \"mounts\": [\"/v/guest\"], \"papers\": [{\"page\": \"" page \
	"\", \"code\": \"" code "\", \"titles\": {\"nl\": \"" title \
	"\"}, \"fields\": [{\"labels\": {\"nl\": \"" label "\"}}]}]"

/* The members of the feature `guest` beside its name, and what is told. */
static const struct {
	const char *name, *members, *told; /* NULL: nothing is wrong */
} cases[] = {
	{ "nothing", "", NULL },
	{ "mounts", ", \"mounts\": [\"/\", \"/a\", \"/v/guest-1_x\"]", NULL },
	{ "a mount that is a number", ", \"mounts\": [1]",
		"the mount (none) is no plain path" },
	{ "an empty mount", ", \"mounts\": [\"\"]", "the mount  is no plain" },
	{ "a mount without a slash", ", \"mounts\": [\"a\"]", "the mount a " },
	{ "a mount with a line of nginx", ", \"mounts\": [\"/a {\"]",
		"the mount /a { is no plain path" },
	{ "a mount in capitals", ", \"mounts\": [\"/A\"]", "the mount /A is" },
	{ "two slashes", ", \"mounts\": [\"/a//b\"]", "the mount /a//b is" },
	{ "a slash at the end", ", \"mounts\": [\"/a/\"]", "the mount /a/ is" },
	{ "a mount without end", ", \"mounts\": [\"/" A100 A100 "\"]",
		"is no plain path" },
	{ "functions", ", \"queries\": [{\"function\": \"guest.a_1\"}]", NULL },
	{ "a function that is none", ", \"queries\": [{}]",
		"declares the function (none), which is not its own" },
	{ "another's function", ", \"queries\": [{\"function\": \"x.a\"}]",
		"declares the function x.a, which is not its own" },
	{ "a schema that begins the same",
		", \"queries\": [{\"function\": \"guests.a\"}]",
		"the function guests.a, which" },
	{ "a function without a name",
		", \"queries\": [{\"function\": \"guest.\"}]",
		"the function guest., which" },
	{ "a function with SQL in it",
		", \"queries\": [{\"function\": \"guest.a() to x; --\"}]",
		"which is not its own" },
	{ "views", ", \"open\": [\"guest.a\"]", NULL },
	{ "another's view", ", \"open\": [\"guest.a\", \"city.b\"]",
		"declares the view city.b, which is not its own" },
	{ "tables", ", \"imports\": [{\"table\": \"guest.a\"}]", NULL },
	{ "another's table", ", \"imports\": [{\"table\": \"city.b\"}]",
		"declares the table city.b, which is not its own" },
	{ "a title", ", \"titles\": {\"nl\": \"Titel\"}", NULL },
	{ "a title that fills the page", ", \"titles\": {\"nl\": \"" A100 "\"}",
		"a text of 100 bytes, where 80 is the most: aaa" },
	{ "a summary", ", \"summaries\": {\"nl\": \"" A100 "\"}", NULL },
	{ "a summary that fills the page",
		", \"summaries\": {\"nl\": \"" A500 "\"}",
		"a text of 500 bytes, where 300 is the most" },
	{ "personal data",
		", \"personal\": [{\"table\": \"guest.a\", \"purpose\": "
		"{\"nl\": \"" A500 "\"}, \"basis\": {\"nl\": \"b\"}}]",
		NULL },
	{ "a form on paper", PAPER("/v/guest", "EG6-QKM-AFA", "t", "l"), NULL },
	{ "one that leads elsewhere",
		PAPER("/mijn/afmelden", "EG6-QKM-AFA", "t", "l"),
		"the page of a form on paper /mijn/afmelden, which is not" },
	{ "one that leads to a script",
		PAPER("/v/guest?x=1", "EG6-QKM-AFA", "t", "l"),
		"the page of a form on paper /v/guest?x=1, which is not" },
	{ "one with a code that is none",
		PAPER("/v/guest", "EG6-QKM-AFC", "t", "l"),
		"the code of a form on paper EG6-QKM-AFC, which is not" },
	{ "one with a title that fills the page",
		PAPER("/v/guest", "EG6-QKM-AFA", A500, "l"),
		"a text of 500 bytes, where 120 is the most" },
	{ "one with a label that fills the sheet",
		PAPER("/v/guest", "EG6-QKM-AFA", "t", A500),
		"a text of 500 bytes, where 200 is the most" },
	{ "a purpose without end",
		", \"personal\": [{\"table\": \"guest.a\", \"purpose\": "
		"{\"nl\": \"" A500 "a\"}}]",
		"a text of 501 bytes, where 500 is the most" },
	{ "a basis without end",
		", \"personal\": [{\"table\": \"guest.a\", \"basis\": "
		"{\"nl\": \"" A500 "a\"}}]",
		"a text of 501 bytes, where 500 is the most" },
	{ "services",
		", \"channels\": [{\"name\": \"guest.a\", \"title\": "
		"{\"nl\": \"T\"}, \"phone\": {\"how\": {\"nl\": "
		"\"" A500 "\"}, \"without\": null}}]",
		NULL },
	{ "another's service", ", \"channels\": [{\"name\": \"city.a\"}]",
		"declares the service city.a, which is not its own" },
	{ "a service that fills the page",
		", \"channels\": [{\"name\": \"guest.a\", \"title\": "
		"{\"nl\": \"" A100 "\"}}]",
		"a text of 100 bytes, where 80 is the most" },
	{ "a way without end",
		", \"channels\": [{\"name\": \"guest.a\", \"phone\": "
		"{\"how\": {\"nl\": \"" A500 "a\"}}}]",
		"a text of 501 bytes, where 500 is the most" },
	{ "a reason without end",
		", \"channels\": [{\"name\": \"guest.a\", \"paper\": "
		"{\"without\": {\"nl\": \"" A500 "a\"}}}]",
		"a text of 501 bytes, where 500 is the most" },
	{ "personal data of another",
		", \"personal\": [{\"table\": \"city.b\"}]",
		"declares the table city.b, which is not its own" },
	{ "jobs, bounces, words and looks",
		", \"jobs\": [{\"queries\": [{\"function\": \"guest.a\"}]}], "
		"\"bounced\": \"guest.b\", \"identity\": {\"may\": "
		"\"guest.c\"}, \"about\": {\"function\": \"guest.d\", "
		"\"words\": {\"a\": {\"nl\": \"b\"}}}",
		NULL },
	{ "a job with another's function",
		", \"jobs\": [{\"queries\": [{\"function\": \"city.a\"}]}]",
		"declares the function city.a, which is not its own" },
	{ "another's bounces", ", \"bounced\": \"city.a\"",
		"declares the function city.a, which is not its own" },
	{ "another's workshop", ", \"workshop\": {\"draft\": \"city.a\"}",
		"declares the function city.a, which is not its own" },
	{ "another's identity", ", \"identity\": {\"may\": \"city.a\"}",
		"declares the function city.a, which is not its own" },
	{ "what another keeps about people",
		", \"about\": {\"function\": \"city.a\"}",
		"declares the function city.a, which is not its own" },
	{ "a word for a column without end",
		", \"about\": {\"words\": {\"a\": {\"nl\": \"" A100 "\"}}}",
		"a text of 100 bytes, where 80 is the most" },
	{ "another's right", ", \"rights\": [{\"name\": \"city.a\"}]",
		"declares the right city.a, which is not its own" },
	{ "what another publishes", ", \"publishes\": [\"city.a\"]",
		"declares the function city.a, which is not its own" },
	{ "another's table kept apart", ", \"apart\": [\"city.a\"]",
		"declares the table city.a, which is not its own" },
	{ "another's look", ", \"looks\": [{\"name\": \"city.a\"}]",
		"declares the look city.a, which is not its own" },
	{ "rules",
		", \"rules\": {\"lines\": \"guest.a\", \"publish\": "
		"\"guest.b\"}",
		NULL },
	{ "rules over another's lines",
		", \"rules\": {\"lines\": \"city.a\", \"publish\": "
		"\"guest.b\"}",
		"declares the function city.a, which is not its own" },
	{ "rules that another publishes",
		", \"rules\": {\"lines\": \"guest.a\", \"publish\": "
		"\"city.b\"}",
		"declares the function city.b, which is not its own" },
	{ "rights that another confirms",
		", \"rules\": {\"publish\": \"guest.a\", \"confirm\": "
		"\"city.b\"}",
		"declares the function city.b, which is not its own" },
	{ "rules without functions", ", \"rules\": {}",
		"declares the function (none), which is not its own" },
	{ "rules that are none", ", \"rules\": false", NULL },
};

static const char *const plugins[] = { "other", "guest", NULL };
static const struct bf_pool_settings pool = { .name = "guest",
	.plugins = plugins };

/* What is told of the features FEATURES, or NULL. */
static const char *
told(struct bf_arena *arena, const char *features)
{
	struct bf_err *err = bf_alloc(arena, sizeof(*err));
	json_t *doc = json_loads(
		bf_printf(arena, "{\"features\": [%s]}", features), 0, NULL);
	bool good;

	if (doc == NULL)
		exit(99);
	good = bf_described_check(doc, &pool, err);
	json_decref(doc);
	return good ? NULL : err->text;
}

static void
expect(const char *got, const char *want, const char *name)
{
	if (want)
		has(got, want, name);
	else
		is(got, NULL, name);
}

int
main(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect(told(arena,
			       bf_printf(arena, "{\"name\": \"guest\"%s}",
				       cases[i].members)),
			cases[i].told, cases[i].name);
	expect(told(arena, ""), NULL, "no feature");
	expect(told(arena, "{\"name\": \"other\"}, {\"name\": \"guest\"}"),
		NULL, "two features of the pool");
	expect(told(arena, "{\"name\": \"city\"}"),
		"pool guest speaks of a plugin city that is not in it",
		"a feature of another pool");
	expect(told(arena, "{}"), "speaks of a plugin without a name",
		"a feature without a name");
	expect(told(arena,
		       "{\"name\": \"core\", \"personal\": [{\"table\": "
		       "\"belfort.migration\"}]}"),
		NULL, "the core's own tables have a schema of their own");
	bf_arena_free(arena);
	return done();
}
