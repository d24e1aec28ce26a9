/* A rule file of any bytes has parts without a gap, and marks that make its
 * lines again; amounts are written into it with every other byte where it was,
 * or refused with a place and a reason.
 */
#include "../core/req.h"
#include "crypt.h"
#include "fuzz.h"
#include "lua_parts.h"
#include "rights_own.h"
#include <belfort/workshop.h>

static const char facts[] =
	"feiten { leden = { soort = \"aantal 0..20\", naam = \"de leden\", "
	"bron = \"x\", vraag = \"?\" } }\n";

static void
has_parts(struct bf_arena *arena, const char *text, size_t len)
{
	size_t count, i, at = 0;
	const struct bf_lua_part *parts = bf_lua_parts(
		arena, text, len, &count);

	for (i = 0; i < count; i++) {
		must(parts[i].kind != PART_NONE && parts[i].len > 0);
		must(parts[i].at == text + at);
		at += parts[i].len;
	}
	must(at == len && parts[-1].kind == PART_NONE
		&& parts[count].kind == PART_NONE);
}

/* The marks of LINE are the bytes at TEXT, unless one could not be shown;
 * what stands behind them. */
static const char *
line_same(const json_t *line, const char *text)
{
	size_t len = strcspn(text, "\n"), at = 0, i, n;
	const char *part;
	json_t *one;

	json_array_foreach (line, i, one) {
		part = json_string_value(json_object_get(one, "text"));
		n = strlen(part);
		must(json_string_value(json_object_get(one, "kind")) != NULL);
		if (strcmp(part, "?") == 0)
			return text + len;
		must(at + n <= len && memcmp(text + at, part, n) == 0);
		at += n;
	}
	must(at == len || (at + 1 == len && text[at] == '\r'));
	return text + len;
}

static void
has_marks(struct bf_req *req, const char *text)
{
	json_t *lines = bf_lua_marks(req, text), *line;
	size_t i;

	must(json_array_size(lines) > 0);
	json_array_foreach (lines, i, line) {
		text = line_same(line, text);
		must((*text == '\n') == (i + 1 < json_array_size(lines)));
		text += *text == '\n';
	}
	json_decref(lines);
}

/* Whether all of OLD but what the edits took stands in NEW: a new block takes
 * nothing. */
static bool
all_there(const char *old, const char *new)
{
	for (; *new; new ++)
		old += *old == *new;
	return *old == '\0';
}

static void
takes_amounts(struct bf_req *req, const char *text, const char *day)
{
	const struct bf_right_file files[] = { { "a.lua", text, strlen(text) },
		{ "feiten.lua", facts, strlen(facts) } };
	json_t *values = json_pack(
		"{s:[i,s], s:s}", "lijst", 3, "4.125", "grens", "-7,50");
	const struct bf_right_dated block = { day, values, "Wet \"x\"", NULL,
		"2031-12-31" };
	struct bf_right_fault fault = { 0 };
	struct bf_rights *rights;
	const char *out, *again;

	if (!bf_rights_amounts_put(req, files, 2, 0, &block, &out, &fault)) {
		must(fault.file && fault.line >= 1 && *fault.text[0]);
		json_decref(values);
		return;
	}
	if (strstr(text, day) == NULL)
		must(all_there(text, out));
	must(bf_rights_try(req,
		(struct bf_right_file[]){
			{ "a.lua", out, strlen(out) }, files[1] },
		2, &rights, &fault));
	bf_rights_free(rights);
	must(bf_rights_amounts_put(req,
		(struct bf_right_file[]){
			{ "a.lua", out, strlen(out) }, files[1] },
		2, 0, &block, &again, &fault));
	must(strcmp(out, again) == 0);
	json_decref(values);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "core", NULL };
	struct bf_arena *arena = bf_arena_new();
	const char *text = bf_strndup(arena, (const char *)data, size);
	struct bf_req *req = req_with(arena, "A", "b");
	struct bf_err err = { 0 };

	/* No translation is there: texts stay English. */
	req->host->i18n = bf_i18n_load(arena, ".", names, &err);
	needs(req->host->i18n != NULL);
	bf_crypt_start();
	has_parts(arena, text, size);
	has_marks(req, text);
	takes_amounts(req, text, "2030-01-01");
	takes_amounts(req, text, "2024-01-01");
	bf_arena_free(arena);
	return 0;
}
