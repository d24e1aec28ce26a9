/* Rights for a plugin: a set that outlives the request in which it was loaded.
 */
#include "arena.h"
#include "req.h"
#include "rights_own.h"
#include <belfort/workshop.h>
#include <stdlib.h>
#include <string.h>

static int
by_name(const void *a, const void *b)
{
	const struct bf_rule_file *x = a, *y = b;

	return strcmp(x->name, y->name);
}

struct bf_rule_files *
bf_right_files(
	struct bf_arena *arena, const struct bf_right_file *files, size_t count)
{
	struct bf_rule_files *out = bf_alloc(arena, sizeof(*out));
	size_t i;

	out->feature = "rights";
	out->files = bf_alloc(arena, (count + 1) * sizeof(*out->files));
	for (i = 0; i < count; i++)
		out->files[i] = (struct bf_rule_file){
			.name = bf_strdup(arena, files[i].name),
			.text = bf_strndup(arena, files[i].text, files[i].len),
			.len = files[i].len,
		};
	out->count = count;
	qsort(out->files, count, sizeof(*out->files), by_name);
	bf_rules_hash(out);
	return out;
}

void
bf_right_fault_tell(struct bf_arena *arena, const struct bf_rule_fault *fault,
	struct bf_right_fault *out)
{
	size_t i;

	out->file = bf_strdup(arena, fault->file);
	out->line = fault->line;
	for (i = 0; i < BF_LANGS; i++)
		out->text[i] = bf_strdup(arena, fault->text[i]);
}

const char *
bf_right_said(struct bf_req *req, const char *const *texts)
{
	return texts[bf_lang_index(req->lang)];
}

size_t
bf_right_files_read(
	struct bf_req *req, json_t *list, const struct bf_right_file **out)
{
	struct bf_right_file *files = bf_alloc(
		req->arena, BF_RIGHT_FILES * sizeof(*files));
	size_t i;
	json_t *file, *text;

	json_array_foreach (list, i, file) {
		if (i == BF_RIGHT_FILES)
			break;
		text = json_object_get(file, "text");
		files[i] = (struct bf_right_file){
			json_string_value(json_object_get(file, "name")),
			json_string_value(text), json_string_length(text)
		};
	}
	*out = files;
	return i;
}

static bool
load(struct bf_req *req, const struct bf_right_file *files, size_t count,
	bool tests, struct bf_rights **out, struct bf_right_fault *fault)
{
	struct bf_arena *arena = bf_arena_new();
	struct bf_rule_scope *scope = bf_alloc(arena, sizeof(*scope));
	struct bf_rule_fault wrong = { 0 };

	*scope = (struct bf_rule_scope){ "core", NULL, req->host->i18n };
	if (bf_rights_read(arena, scope, bf_right_files(arena, files, count),
		    out, &wrong)
		&& (!tests || bf_rights_test_all(*out, &wrong)))
		return true;
	bf_right_fault_tell(req->arena, &wrong, fault);
	bf_arena_free(arena);
	*out = NULL;
	return false;
}

bool
bf_rights_load(struct bf_req *req, const struct bf_right_file *files,
	size_t count, struct bf_rights **out, struct bf_right_fault *fault)
{
	return load(req, files, count, true, out, fault);
}

bool
bf_rights_try(struct bf_req *req, const struct bf_right_file *files,
	size_t count, struct bf_rights **out, struct bf_right_fault *fault)
{
	return load(req, files, count, false, out, fault);
}

void
bf_rights_free(struct bf_rights *rights)
{
	if (rights)
		bf_arena_free(rights->arena);
}
