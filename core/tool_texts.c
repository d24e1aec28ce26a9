/* What translators and template writers need: texts as .pot, a page tried. */
#include "file.h"
#include "tmpl_own.h"
#include "tool.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <stdio.h>
#include <string.h>

#define FILE_MOST (1024UL * 1024)

static void
put_string(struct bf_buf *out, const char *keyword, const char *text)
{
	bf_put_fmt(out, "%s \"", keyword);
	bf_put_json(out, text, strlen(text));
	bf_put_str(out, "\"\n");
}

static void
text_put(void *self, const char *file, int line, const char *one,
	const char *many)
{
	struct bf_buf *out = self;

	bf_put_fmt(out, "#: %s:%d\n", file, line);
	put_string(out, "msgid", one);
	if (many)
		put_string(out, "msgid_plural", many);
	bf_put_str(out,
		many ? "msgstr[0] \"\"\nmsgstr[1] \"\"\n\n"
		     : "msgstr \"\"\n\n");
}

/* A text that stands twice is put twice: msguniq or msgmerge joins them. */
bool
bf_tool_texts(struct bf_tool *tool, struct bf_err *err)
{
	struct bf_buf *out = bf_buf_new(tool->arena, 65536);
	struct bf_source source = { .arena = tool->arena,
		.lang = "en",
		.on_text = text_put,
		.self = out };
	struct bf_node *nodes;
	char **path, *text;
	size_t len;

	bf_put_str(out,
		"msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; "
		"charset=UTF-8\\n\"\n\n");
	for (path = tool->operands; *path; path++) {
		source.file = *path;
		text = bf_file_read(tool->arena, *path, FILE_MOST, &len, err);
		if (!text || !bf_tmpl_parse(&source, text, &nodes, err))
			return false;
	}
	fputs(out->data, stdout);
	return true;
}

static void
json_free(void *json)
{
	json_decref(json);
}

static json_t *
json_read(struct bf_tool *tool, const char *path, struct bf_err *err)
{
	json_error_t error;
	json_t *out = json_load_file(path, 0, &error);

	if (out == NULL)
		(void)bf_err(err, "%s:%d: %s", path, error.line, error.text);
	else
		bf_defer(tool->arena, json_free, out);
	return out;
}

/* The frame of a page that nobody asked for. */
static json_t *
frame_make(struct bf_tool *tool, const char *lang)
{
	json_t *frame = json_pack(
		"{s:{s:s, s:s, s:s, s:s, s:s, s:s}, s:{}, s:[]}", "page",
		"lang", lang, "dir", "ltr", "path", "/", "here", "/", "city",
		tool->settings->city, "url", tool->settings->url, "mounts",
		"features");

	bf_defer(tool->arena, json_free, frame);
	return frame;
}

/* FEATURE/VIEW DOCUMENT [LANGUAGE] */
bool
bf_tool_render(struct bf_tool *tool, struct bf_err *err)
{
	const char *view = strchr(tool->operands[0], '/');
	const char *lang = tool->operands[2] ? tool->operands[2] : "nl";
	struct bf_buf *out = bf_buf_new(tool->arena, 65536);
	const char *features[] = { "core", NULL, NULL };
	struct bf_i18n *i18n;
	struct bf_views *views;
	json_t *doc;

	if (view == NULL || bf_lang_index(lang) < 0)
		return bf_err(err,
			"write FEATURE/VIEW DOCUMENT [nl|en|fr], as "
			"budget/overview overview.json nl");
	features[1] = bf_strndup(tool->arena, tool->operands[0],
		(size_t)(view - tool->operands[0]));
	doc = json_read(tool, tool->operands[1], err);
	i18n = doc ? bf_i18n_load(
		       tool->arena, tool->settings->share, features, err)
		   : NULL;
	views = i18n ? bf_views_load(
			tool->arena, tool->settings->share, features, i18n, err)
		     : NULL;
	if (views == NULL)
		return false;
	if (!bf_views_render(views, features[1], view + 1, lang,
		    frame_make(tool, lang), doc, out, err))
		return false;
	fwrite(out->data, 1, out->len, stdout);
	return true;
}
