/* Templates: our own case for each published case of the Mustache
 * specification (core and inheritance) and for what is Belfort's own; then
 * mistakes, and a site of files in three languages. */
#include "../tap.h"
#include "arena.h"
#include "i18n.h"
#include "mo.h"
#include "scratch.h"
#include "tmpl.h"
#include <belfort/buf.h>
#include <stdlib.h>

static const char *const suites[] = { "comments", "delimiters", "interpolation",
	"sections", "inverted", "partials", "inheritance", "belfort" };

/* TEMPLATE shown with DATA, or the error as text. */
static const char *
show(struct bf_arena *arena, const char *template, json_t *partials,
	json_t *data)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	struct bf_err err = { "" };

	if (!bf_tmpl_once(template, partials, data, out, &err))
		return bf_printf(arena, "error: %s", err.text);
	return out->data;
}

static void
run_case(const char *suite, json_t *one)
{
	struct bf_arena *arena = bf_arena_new();
	const char *name, *template, *expected;
	json_t *data = NULL, *partials = NULL;
	json_error_t error;

	if (json_unpack_ex(one, &error, JSON_STRICT,
		    "{s:s, s?o, s:s, s?o, s:s}", "name", &name, "data", &data,
		    "template", &template, "partials", &partials, "expected",
		    &expected)
		!= 0)
		ok(false, "%s: a case cannot be read: %s", suite, error.text);
	else
		is(show(arena, template, partials, data), expected,
			bf_printf(arena, "%s: %s", suite, name));
	bf_arena_free(arena);
}

/* The template cut at each length, and without each of its bytes: whatever
 * comes out, nothing may be read or written that is not ours, which ASan and
 * valgrind see; and what fails says so.  Gives the number that failed. */
static int
damage_case(json_t *one)
{
	struct bf_arena *arena = bf_arena_new();
	const char *template = json_string_value(
		json_object_get(one, "template"));
	size_t len = strlen(template), i;
	json_t *data = json_object_get(one, "data");
	json_t *partials = json_object_get(one, "partials");
	char *damaged = bf_alloc(arena, len + 1);
	int failed = 0;

	for (i = 0; i < len; i++) {
		memcpy(damaged, template, len + 1);
		memmove(damaged + i, template + i + 1, len - i);
		failed += strncmp(show(arena, damaged, partials, data),
				  "error: ", 7)
			== 0;
		memcpy(damaged, template, i);
		damaged[i] = '\0';
		failed += strncmp(show(arena, damaged, partials, data),
				  "error: ", 7)
			== 0;
	}
	bf_arena_free(arena);
	return failed;
}

static void
run_suite(const char *suite)
{
	char path[1000];
	json_error_t error;
	json_t *cases, *one;
	int failed = 0;
	size_t i;

	snprintf(path, sizeof(path), "%s/tests/mustache/%s.json", tap_sources(),
		suite);
	cases = json_load_file(path, 0, &error);
	if (!ok(json_array_size(cases) > 0, "%s: cases", suite))
		tap_note(path, error.text);
	json_array_foreach (cases, i, one) {
		run_case(suite, one);
		failed += damage_case(one);
	}
	ok(failed > 0, "%s: damaged templates say so", suite);
	json_decref(cases);
}

/* Templates that cannot be, and what the message says. */
static const struct {
	const char *template, *says;
} wrong[] = {
	{ "a\n{{b", ":2: this tag has no }}: {{b" },
	{ "a\n{{{b}}", ":2: this tag has no }}}" },
	{ "{{=<% %>}}", "this tag has no =}}" },
	{ "{{=<%=}}", "write delimiters as {{=<% %>=}}" },
	{ "{{= =}}", "write delimiters as" },
	{ "{{=aaaaaaaaaaaaaaaaaaaaaaaaa b=}}", "write delimiters as" },
	{ "{{#a}}\n{{#b}}\n{{/b}}\n", ":1: {{#a}} is never closed" },
	{ "{{#a}}\n{{/b}}", ":2: {{/b}} stands where {{#a}} of line 1" },
	{ "{{^a}}{{#b}}{{/a}}{{/b}}", "{{/a}} stands where {{#b}}" },
	{ "x\n\n{{/a}}", ":3: {{/a}} closes what is not open" },
	{ "{{<a}}", "{{<a}} is never closed" },
	{ "{{<a}}{{b}}{{/a}}", "only blocks {{$...}} are shown" },
	{ "{{<a}}{{#b}}{{/b}}{{/a}}", "only blocks {{$...}} are shown" },
	{ "{{}}", "a name is one word" },
	{ "{{a b}}", "a name is one word" },
	{ "{{.a}}", "a name is one word" },
	{ "{{a..b}}", "a name is one word" },
	{ "{{a.}}", "a name is one word" },
	{ "{{#a | euro}}{{/a | euro}}", "a name is one word" },
	{ "{{> a b}}", "wants one word" },
	{ "{{>}}", "wants one word" },
	{ "{{$a b}}{{/a b}}", "wants one word" },
	{ "\n{{a | pounds}}",
		":2: there is no formatter \"pounds\"; there are: euro" },
	{ "{{a | }}", "there is no formatter" },
	{ "{{a | euro | date}}", "there is no formatter" },
	{ "{{#_}}Dear", ":1: the text that begins here has no {{/_}}" },
	{ "{{#_}} {{/_}}", "there is no text" },
	{ "{{#_}}Dear {{who{{/_}}", "this tag has no }}: {{who" },
	{ "\n{{#_}}a {{#b}}{{/_}}", ":2: {{#b}} is never closed" },
	{ "{{#_n}}a||b{{/_n}}", "a name is one word" },
	{ "{{#_n n}}a{{/_n}}", "no || between the two forms" },
	{ "{{#_n n}}a||b{{/_}}", "has no {{/_n}}" },
	{ "{{/_}}", "closes what is not open" },
};

static void
mistakes(void)
{
	struct bf_arena *arena = bf_arena_new();
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		has(show(arena, wrong[i].template, NULL, NULL), wrong[i].says,
			wrong[i].template);
	bf_arena_free(arena);
}

/* What would never end, or end the stack, ends with words. */
static void
endless(void)
{
	struct bf_arena *arena = bf_arena_new();
	json_t *partials = json_pack("{s:s, s:s, s:s}", "a", "{{>b}}", "b",
		"{{#of}}{{>a}}{{/of}}", "c", "{{<c}}{{/c}}");
	json_t *data = json_pack("{s:[{}, {}]}", "of");
	struct bf_buf *deep = bf_buf_new(arena, 0);
	int i;

	has(show(arena, "{{>a}}", partials, data), "without end",
		"a list that each item finds again");
	has(show(arena, "{{>c}}", partials, data), "without end",
		"a parent of itself");
	for (i = 0; i < 30; i++)
		bf_put_str(deep, "{{#of}}");
	for (i = 0; i < 30; i++)
		bf_put_str(deep, "{{/of}}");
	has(show(arena, deep->data, NULL, data), "without end",
		"lists in lists double at each level");
	for (i = 0; i < 70; i++)
		bf_put_str(deep, "{{#of}}");
	has(show(arena, deep->data, NULL, data), "stands in more than 64",
		"sections in sections in sections");
	json_decref(partials);
	json_decref(data);
	bf_arena_free(arena);
}

/* A site in a folder: two features, three languages. */
static const struct mo_text budget_nl[] = {
	MO_HEADER("Plural-Forms: nplurals=2; plural=n != 1;\n"),
	MO_TEXT("From {{a}} to {{b}}", "Naar {{b}} van {{a}}"),
	MO_TEXT("one action\0{{n}} actions", "één actie\0{{n}} acties"),
};
static const struct mo_text budget_fr[] = {
	MO_HEADER("Plural-Forms: nplurals=2; plural=n > 1;\n"),
	MO_TEXT("one action\0{{n}} actions", "{{n}} action\0{{n}} actions"),
};
static const struct mo_text broken[] = {
	MO_HEADER(""),
	MO_TEXT("From {{a}} to {{b}}", "Van {{a}} naar {{b}"),
};

static void
put(const char *name, const char *text)
{
	scratch_put(name, text, strlen(text));
}

static void
put_mo(const char *name, const struct mo_text *texts, size_t n)
{
	unsigned char data[1000];

	scratch_put(name, data, mo_make(data, texts, n, false));
}

static struct bf_views *
load(struct bf_arena *arena, struct bf_err *err)
{
	static const char *const features[] = { "core", "budget", NULL };
	struct bf_i18n *i18n;

	err->text[0] = '\0';
	i18n = bf_i18n_load(arena, scratch_dir(), features, err);
	return i18n ? bf_views_load(arena, scratch_dir(), features, i18n, err)
		    : NULL;
}

static const char *
view(struct bf_arena *arena, const struct bf_views *views, const char *name,
	const char *lang, json_t *doc)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	json_t *frame = json_pack(
		"{s:{s:s}, s:s}", "page", "lang", lang, "n", "of the frame");
	struct bf_err err = { "" };
	bool good = bf_views_render(
		views, "budget", name, lang, frame, doc, out, &err);

	json_decref(frame);
	return good ? out->data : bf_strdup(arena, err.text);
}

static void
site_write(void)
{
	put("core/templates/layout.mustache",
		"<{{page.lang}}>{{$body}}{{/body}}{{>foot}}\n");
	put("core/templates/foot.mustache", "core");
	put("budget/templates/foot.mustache", "budget");
	put("budget/templates/way.mustache",
		"{{<layout}}\n{{$body}}{{#_}}From {{a}}\n to {{b}}{{/_}}"
		"{{/body}}\n{{/layout}}\n");
	put("budget/templates/count.mustache",
		"{{#_n n}}one action||{{n}} actions{{/_n}}");
	put_mo("budget/locale/nl.mo", budget_nl, 3);
	put_mo("budget/locale/fr.mo", budget_fr, 2);
}

static void
site(void)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err;
	struct bf_views *views;
	json_t *doc = json_pack(
		"{s:s, s:s, s:i}", "a", "Gent", "b", "<Zee>", "n", 0);

	site_write();
	views = load(arena, &err);
	if (!ok(views != NULL, "a site loads")) {
		tap_note("why", err.text);
		return;
	}
	is(view(arena, views, "way", "nl", doc),
		"<nl>Naar &lt;Zee&gt; van Gentcore\n",
		"Dutch, in its own order; a layout's partials are its own");
	is(view(arena, views, "way", "en", doc),
		"<en>From Gent to &lt;Zee&gt;core\n", "English");
	is(view(arena, views, "way", "fr", doc),
		"<fr>From Gent to &lt;Zee&gt;core\n", "what French lacks");
	is(view(arena, views, "count", "nl", doc), "0 acties", "Dutch zero");
	is(view(arena, views, "count", "fr", doc), "0 action", "French zero");
	is(view(arena, views, "count", "en", doc), "0 actions",
		"English zero; the document hides the frame");
	has(view(arena, views, "none", "nl", doc), "no template budget/none",
		"a view that is not there");
	has(view(arena, views, "way", "de", doc), "for de", "nor its language");
	ok(bf_views_has(views, "budget", "way"), "what is there");
	ok(!bf_views_has(views, "budget", "layout"), "what is the core's only");
	json_decref(doc);
	bf_arena_free(arena);
}

/* Load the site with TEXT as one more view; what the error says. */
static void
refused(const char *text, size_t len, const char *says)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_err err;

	scratch_put("budget/templates/wrong.mustache", text, len);
	ok(load(arena, &err) == NULL, "refused: %s", says);
	has(err.text, says, "and this is what it says");
	bf_arena_free(arena);
}

static void
site_refused(void)
{
	const char *dir = scratch_dir();
	char says[1000];

	snprintf(says, sizeof(says),
		"wrong.mustache:2: there is no template head: neither "
		"%s/budget/templates/head.mustache nor "
		"%s/core/templates/head.mustache",
		dir, dir);
	refused("a\n{{>head}}", 11, says);
	snprintf(says, sizeof(says),
		"%s/budget/templates/wrong.mustache:1: {{#a}}", dir);
	refused("{{#a}}", 6, says);
	refused("a\0b", 3, "wrong.mustache: this is not text");
	put("budget/templates/wrong.mustache", "");
	put_mo("budget/locale/nl.mo", broken, 2);
	refused("", 0, "way.mustache (in its translation to nl):2: this tag");
}

int
main(void)
{
	size_t i;

	for (i = 0; i < sizeof(suites) / sizeof(suites[0]); i++)
		run_suite(suites[i]);
	mistakes();
	endless();
	site();
	site_refused();
	return done();
}
