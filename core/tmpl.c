/* Loads the templates of all features in all languages. */
#include "file.h"
#include "tmpl_own.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <string.h>

#define SUFFIX ".mustache"
#define FILE_MAX_BYTES (1024UL * 1024)
#define ONCE "(template)" /* a name that no partial has */
#define ENDLESS \
	"templates call each other without end; does a section find its " \
	"name further out, where the innermost document has none?"

struct bf_views {
	struct bf_arena *arena;
	const struct bf_i18n *i18n;
	const char *share; /* NULL: no files, and what is not there is empty */
	struct bf_template *templates;
};

static struct bf_template *
template_find(const struct bf_views *views, const char *feature,
	const char *name, int lang)
{
	struct bf_template *t;

	for (t = views->templates; t; t = t->next)
		if (t->lang == lang && strcmp(t->name, name) == 0
			&& strcmp(t->feature, feature) == 0)
			return t;
	return NULL;
}

static bool
template_load(struct bf_views *views, const char *feature, const char *path,
	const char *name, struct bf_err *err)
{
	size_t len;
	const char *text = bf_file_read(
		views->arena, path, FILE_MAX_BYTES, &len, err);
	struct bf_source source = { .arena = views->arena,
		.i18n = views->i18n,
		.feature = feature,
		.file = path };
	struct bf_template *t;
	int lang;

	if (text == NULL)
		return false;
	if (strlen(text) != len)
		return bf_err(err, "%s: this is not text", path);
	for (lang = 0; lang < BF_LANGS; lang++) {
		t = bf_alloc(views->arena, sizeof(*t));
		t->feature = feature;
		t->name = name;
		t->file = path;
		t->lang = lang;
		source.lang = bf_langs[lang];
		if (!bf_tmpl_parse(&source, text, &t->nodes, err))
			return false;
		t->next = views->templates;
		views->templates = t;
	}
	return true;
}

static bool
feature_load(struct bf_views *views, const char *feature, struct bf_err *err)
{
	struct bf_arena *arena = views->arena;
	const char *dir = bf_printf(
		arena, "%s/%s/templates", views->share, feature);
	const char **file = bf_file_list(arena, dir, SUFFIX, err);

	for (; file && *file; file++)
		if (!template_load(views, feature,
			    bf_printf(arena, "%s/%s", dir, *file),
			    bf_strndup(arena, *file,
				    strlen(*file) - strlen(SUFFIX)),
			    err))
			return false;
	return file != NULL;
}

static bool link_list(const struct bf_views *views, const struct bf_template *t,
	struct bf_node *node, struct bf_err *err);

static bool
link_one(const struct bf_views *views, const struct bf_template *t,
	struct bf_node *node, struct bf_err *err)
{
	if (node->op != BF_OP_PARTIAL && node->op != BF_OP_PARENT)
		return true;
	node->target = template_find(views, t->feature, node->text, t->lang);
	if (node->target == NULL)
		node->target = template_find(
			views, "core", node->text, t->lang);
	if (node->target || views->share == NULL)
		return true;
	return bf_err(err,
		"%s:%d: there is no template %s: neither "
		"%s/%s/templates/%s" SUFFIX " nor %s/core/templates/%s" SUFFIX,
		t->file, node->line, node->text, views->share, t->feature,
		node->text, views->share, node->text);
}

static bool
link_node(const struct bf_views *views, const struct bf_template *t,
	struct bf_node *node, struct bf_err *err)
{
	size_t i;

	for (i = 0; i < BF_PLURALS; i++)
		if (!link_list(views, t, node->forms[i], err))
			return false;
	return link_one(views, t, node, err)
		&& link_list(views, t, node->children, err);
}

static bool
link_list(const struct bf_views *views, const struct bf_template *t,
	struct bf_node *node, struct bf_err *err)
{
	for (; node; node = node->next)
		if (!link_node(views, t, node, err))
			return false;
	return true;
}

struct bf_views *
bf_views_load(struct bf_arena *arena, const char *share,
	const char *const *features, const struct bf_i18n *i18n,
	struct bf_err *err)
{
	struct bf_views *views = bf_alloc(arena, sizeof(*views));
	const struct bf_template *t;

	views->arena = arena;
	views->i18n = i18n;
	views->share = share;
	for (; *features; features++)
		if (!feature_load(views, *features, err))
			return NULL;
	for (t = views->templates; t; t = t->next)
		if (!link_list(views, t, t->nodes, err))
			return NULL;
	return views;
}

bool
bf_views_has(
	const struct bf_views *views, const char *feature, const char *name)
{
	return template_find(views, feature, name, 0) != NULL;
}

bool
bf_views_render(const struct bf_views *views, const char *feature,
	const char *name, const char *lang, json_t *frame, json_t *doc,
	struct bf_buf *out, struct bf_err *err)
{
	const struct bf_template *t = template_find(
		views, feature, name, bf_lang_index(lang));

	if (t == NULL)
		return bf_err(err, "there is no template %s/%s for %s", feature,
			name, lang);
	return bf_tmpl_run(views->i18n, lang, t->nodes, frame, doc, out)
		|| bf_err(err, "%s: " ENDLESS, t->file);
}

static bool
once_add(struct bf_views *views, const char *name, const char *text,
	struct bf_err *err)
{
	const struct bf_source source = { .arena = views->arena,
		.feature = "core",
		.file = name,
		.lang = bf_langs[0] };
	struct bf_template *t = bf_alloc(views->arena, sizeof(*t));

	t->feature = "core";
	t->name = name;
	t->file = name;
	t->next = views->templates;
	views->templates = t;
	return bf_tmpl_parse(&source, text, &t->nodes, err);
}

bool
bf_tmpl_once(const char *text, json_t *partials, json_t *data,
	struct bf_buf *out, struct bf_err *err)
{
	struct bf_views views = { .arena = out->arena };
	const struct bf_template *t;
	const char *name;
	json_t *partial;

	json_object_foreach (partials, name, partial)
		if (!once_add(&views, name, json_string_value(partial), err))
			return false;
	if (!once_add(&views, ONCE, text, err))
		return false;
	for (t = views.templates; t; t = t->next)
		if (!link_list(&views, t, t->nodes, err))
			return false;
	t = views.templates;
	return bf_tmpl_run(NULL, bf_langs[0], t->nodes, NULL, data, out)
		|| bf_err(err, "%s: " ENDLESS, t->file);
}
