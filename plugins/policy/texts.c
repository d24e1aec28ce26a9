/* The files of a draft, loaded as rules. */
#include "own.h"
#include <string.h>
#include <time.h>

static void
rights_free(void *object)
{
	bf_rights_free(object);
}

void
policy_texts(struct bf_req *req, json_t *doc, struct policy_texts *out)
{
	json_t *list = json_incref(json_object_get(doc, "texts"));

	bf_json_keep(bf_arena(req), list);
	json_object_del(doc, "texts");
	out->count = bf_right_files_read(req, list, &out->files);
}

size_t
policy_texts_find(const struct policy_texts *texts, const char *name)
{
	size_t i;

	for (i = 0; i < texts->count; i++)
		if (strcmp(texts->files[i].name, name) == 0)
			break;
	return i;
}

struct bf_rights *
policy_texts_load(struct bf_req *req, const struct policy_texts *texts,
	struct bf_right_fault *fault)
{
	struct bf_rights *rights;

	if (!bf_rights_try(req, texts->files, texts->count, &rights, fault))
		return NULL;
	bf_defer(bf_arena(req), rights_free, rights);
	return rights;
}

json_t *
policy_fault(struct bf_req *req, const struct bf_right_fault *fault)
{
	return json_pack("{s:s?, s:i, s:s?}", "file", fault->file, "line",
		fault->line, "text", bf_right_said(req, fault->text));
}

int32_t
policy_today(void)
{
	return (int32_t)(time(NULL) / 86400);
}
