/* The words of what the city tells people, for a mail, a letter or a page. */
#include "own.h"
#include <string.h>

/* DATA names a path of this site; who reads it elsewhere needs all of it. */
static void
link_make(struct bf_req *req, json_t *data)
{
	const char *path = people_word(data, "path");

	if (path)
		json_object_set_new(data, "link",
			json_string(bf_printf(
				bf_arena(req), "%s%s", bf_site(req), path)));
}

/* Without the line breaks around it. */
static const char *
trimmed(struct bf_req *req, const char *text)
{
	size_t len;

	text += strspn(text, "\n");
	len = strlen(text);
	while (len > 0 && text[len - 1] == '\n')
		len--;
	return bf_strndup(bf_arena(req), text, len);
}

bool
people_text(struct bf_req *req, const char *kind, const char *lang,
	json_t *data, struct people_text *out)
{
	const char *view = bf_printf(bf_arena(req), "mail_%s", kind), *text;
	size_t len;

	link_make(req, data);
	if (!bf_render(req, view, lang, data, &text))
		return false;
	text += strspn(text, "\n");
	len = strcspn(text, "\n");
	out->subject = bf_strndup(bf_arena(req), text, len);
	out->body = trimmed(req, text + len);
	return true;
}

bool
people_ask(struct bf_req *req, const struct bf_query *query, json_t **out)
{
	struct bf_text text;

	if (!bf_query(req, query, &text))
		return false;
	*out = json_loadb(text.data, text.len, 0, NULL);
	if (*out == NULL)
		return bf_fail(
			req, &BF_INTERNAL, "%s gave no JSON", query->function);
	bf_json_keep(bf_arena(req), *out);
	return true;
}

const char *
people_word(json_t *doc, const char *name)
{
	return json_string_value(json_object_get(doc, name));
}
