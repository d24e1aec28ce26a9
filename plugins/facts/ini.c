/* Reads what the files of a folder declare: sources, and the facts they give.
 */
#include "facts.h"
#include <dirent.h>
#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LINE_MOST 4096
#define FILES_MOST 256
#define NAME_MOST 40
#define MARK "\xef\xbb\xbf" /* some editors begin a file with it */

enum in { SOURCE, FACT };
enum value { TEXT, NUMBER, YES, KIND, COMBINE };

/* A key of [source NAME] or [fact NAME].  One that ends with a dot is followed
 * by a word, and both are a member of an object. */
static const struct key {
	const char *name;
	enum in in;
	enum value value;
	const char *kinds;  /* of sources; NULL: of all */
	const char *member; /* of the document; NULL: the name, in settings */
	bool needed;
	long least, most; /* of a number */
} keys[] = {
	{ "kind", SOURCE, KIND, NULL, "kind", true },
	{ "title.", SOURCE, TEXT, NULL, "title", true },
	{ "purpose.", SOURCE, TEXT, NULL, "purpose", true },
	{ "basis.", SOURCE, TEXT, NULL, "basis", true },
	{ "freshness", SOURCE, NUMBER, NULL, "freshness", true, 1, 3650 },
	{ "retention", SOURCE, NUMBER, NULL, "retention", true, 1, 36500 },
	{ "complete", SOURCE, YES, NULL, "complete", false },
	{ "folder", SOURCE, TEXT, "file", NULL, true },
	{ "delimiter", SOURCE, TEXT, "file", NULL, false },
	{ "quiet", SOURCE, NUMBER, "file", NULL, false, 0, 86400 },
	{ "number", SOURCE, TEXT, "file postgres", NULL, true },
	{ "from", SOURCE, TEXT, "file postgres", NULL, false },
	{ "until", SOURCE, TEXT, "file postgres", NULL, false },
	{ "view", SOURCE, TEXT, "postgres", NULL, true },
	{ "changed", SOURCE, TEXT, "postgres", NULL, true },
	{ "type.", SOURCE, TEXT, "postgres", NULL, true },
	{ "every", SOURCE, NUMBER, "postgres", NULL, false, 1, 86400 },
	{ "hour", SOURCE, NUMBER, "postgres", NULL, false, 0, 23 },
	{ "question", SOURCE, TEXT, "http", NULL, true },
	{ "per_second", SOURCE, NUMBER, "http", NULL, false, 1, 1000 },
	{ "column", FACT, TEXT, NULL, "heading", true },
	{ "combine", FACT, COMBINE, NULL, "combine", false },
	{ "absent", FACT, TEXT, NULL, "absent", false },
	{ "word.", FACT, TEXT, NULL, "words", false },
};
#define KEYS (sizeof(keys) / sizeof(keys[0]))

static const char *const kinds[] = { "register", "file", "postgres", "http",
	NULL };

/* How people say it, and how facts.fact keeps it. */
static const char *const combines[][2] = {
	{ "sum", "sum" },
	{ "any", "max" },
	{ "most", "max" },
	{ "all", "min" },
	{ "least", "min" },
	{ "first", "min" },
	{ "same", "same" },
	{ NULL, NULL },
};

struct reader {
	FILE *file;
	const char *name; /* of the file */
	int line, section_line;
	char section[LINE_MOST];
	json_t *sources, *source, *fact, *fault;
};

static bool
fail(struct reader *r, int line, const char *code, const char *text)
{
	if (r->fault == NULL)
		r->fault = json_pack("{s:s, s:i, s:s, s:s}", "file", r->name,
			"line", line, "code", code, "text", text);
	return false;
}

static bool
is_name(const char *text)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";

	return *text >= 'a' && *text <= 'z' && strlen(text) <= NAME_MOST
		&& strspn(text, letters) == strlen(text);
}

static bool
word_in(const char *words, const char *word)
{
	size_t len = strlen(word);
	const char *at = words;

	for (; at && *at; at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL)
		if (strncmp(at, word, len) == 0
			&& (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

/* Where KEY belongs in the document; NULL: its object has yet to be made. */
static json_t *
place(struct reader *r, const struct key *key)
{
	json_t *object = key->in == FACT ? r->fact : r->source;

	return key->member
		? json_object_get(object, key->member)
		: json_object_get(
			json_object_get(object, "settings"), key->name);
}

static bool
lacks(struct reader *r, const struct key *key)
{
	static const char *const langs[] = { "nl", "en", "fr" };
	json_t *there = place(r, key);
	size_t i;

	if (!key->needed
		|| (key->kinds
			&& !word_in(key->kinds, facts_word(r->source, "kind"))))
		return false;
	if (there && key->member && key->name[strlen(key->name) - 1] == '.')
		for (i = 0; i < 3; i++)
			if (json_object_get(there, langs[i]) == NULL)
				return true;
	return there == NULL;
}

/* All that is needed stands in the section that ends here. */
static bool
section_end(struct reader *r)
{
	size_t i;

	if (r->section_line == 0)
		return true;
	if (r->source && facts_word(r->source, "kind") == NULL)
		return fail(r, r->section_line, "ini_lacks", "kind");
	for (i = 0; i < KEYS; i++)
		if (keys[i].in == (r->fact ? FACT : SOURCE)
			&& lacks(r, &keys[i]))
			return fail(
				r, r->section_line, "ini_lacks", keys[i].name);
	return true;
}

static bool
source_begin(struct reader *r, const char *name)
{
	if (!is_name(name))
		return fail(r, r->line, "ini_name", name);
	r->fact = NULL;
	r->source = json_pack("{s:s, s:s, s:b, s:{}, s:[]}", "file", r->name,
		"name", name, "complete", false, "settings", "facts");
	json_array_append_new(r->sources, r->source);
	return true;
}

static bool
fact_begin(struct reader *r, const char *name)
{
	if (!is_name(name))
		return fail(r, r->line, "ini_name", name);
	if (r->source == NULL)
		return fail(r, r->line, "ini_first", name);
	r->fact = json_pack(
		"{s:s, s:i, s:{}}", "name", name, "line", r->line, "words");
	json_array_append_new(json_object_get(r->source, "facts"), r->fact);
	return true;
}

static bool
section_begin(struct reader *r, const char *section)
{
	bool good = section_end(r);

	r->section_line = r->line;
	if (!good)
		return false;
	if (strncmp(section, "source ", 7) == 0)
		return source_begin(r, section + 7);
	if (strncmp(section, "fact ", 5) == 0)
		return fact_begin(r, section + 5);
	return fail(r, r->line, "ini_section", section);
}

/* libinih gives the lines here: count them, and look at the headings. */
static char *
line_read(char *text, int size, void *reader)
{
	struct reader *r = reader;
	char section[LINE_MOST], end;
	const char *start = text;

	if (r->fault || fgets(text, size, r->file) == NULL)
		return NULL;
	r->line++;
	if (!facts_is_text(text)) {
		fail(r, r->line, "ini_utf8", "");
		return NULL;
	}
	if (r->line == 1 && strncmp(text, MARK, strlen(MARK)) == 0)
		start += strlen(MARK);
	if (sscanf(start, " [%4000[^]\n]%c", section, &end) == 2 && end == ']'
		&& !section_begin(r, section))
		return NULL;
	return text;
}

static json_t *
number_of(const char *text)
{
	char *end;
	long n = strtol(text, &end, 10);

	return *text && *end == '\0' ? json_integer(n) : NULL;
}

static json_t *
yes_of(const char *text)
{
	if (strcmp(text, "yes") == 0 || strcmp(text, "ja") == 0)
		return json_true();
	if (strcmp(text, "no") == 0 || strcmp(text, "nee") == 0)
		return json_false();
	return NULL;
}

static json_t *
kind_of(const char *text)
{
	size_t i;

	for (i = 0; kinds[i]; i++)
		if (strcmp(kinds[i], text) == 0)
			return json_string(text);
	return NULL;
}

static json_t *
combine_of(const char *text)
{
	size_t i;

	for (i = 0; combines[i][0]; i++)
		if (strcmp(combines[i][0], text) == 0)
			return json_string(combines[i][1]);
	return NULL;
}

static json_t *
text_of(const char *text)
{
	return *text ? json_string(text) : NULL;
}

/* By enum value; NULL: TEXT is none. */
static json_t *(*const values[])(const char *text) = {
	[TEXT] = text_of,
	[NUMBER] = number_of,
	[YES] = yes_of,
	[KIND] = kind_of,
	[COMBINE] = combine_of,
};

static bool
in_range(const struct key *key, json_t *value)
{
	return key->value != NUMBER
		|| (json_integer_value(value) >= key->least
			&& json_integer_value(value) <= key->most);
}

static void
put(struct reader *r, const struct key *key, const char *name, json_t *value)
{
	json_t *object = key->in == FACT ? r->fact : r->source;
	const char *member = key->member ? key->member : key->name;
	size_t len = strlen(key->name);

	if (key->member == NULL)
		object = json_object_get(object, "settings");
	if (key->name[len - 1] != '.') {
		json_object_set_new(object, member, value);
		return;
	}
	if (json_object_get(object, member) == NULL)
		json_object_set_new(object, member, json_object());
	json_object_set_new(json_object_get(object, member), name + len, value);
}

static bool
key_is(const struct reader *r, const struct key *key, const char *name)
{
	size_t len = strlen(key->name);
	const char *kind = facts_word(r->source, "kind");

	if (key->in != (r->fact ? FACT : SOURCE))
		return false;
	if (key->kinds && (kind == NULL || !word_in(key->kinds, kind)))
		return false;
	return key->name[len - 1] == '.'
		? strncmp(name, key->name, len) == 0 && name[len]
		: strcmp(name, key->name) == 0;
}

static int
on_key(void *reader, const char *section, const char *name, const char *text)
{
	struct reader *r = reader;
	json_t *value;
	size_t i;

	if (*section == '\0')
		return fail(r, r->line, "ini_section", name);
	for (i = 0; i < KEYS; i++)
		if (key_is(r, &keys[i], name))
			break;
	if (i == KEYS)
		return fail(r, r->line, "ini_key", name);
	value = values[keys[i].value](text);
	if (value == NULL || !in_range(&keys[i], value)) {
		json_decref(value);
		return fail(r, r->line, "ini_value", name);
	}
	put(r, &keys[i], name, value);
	return true;
}

static bool
file_parse(struct reader *r)
{
	int line;

	ini_use_stack = false; /* whose lines end at 200 bytes */
	ini_max_line = LINE_MOST;
	ini_initial_alloc = LINE_MOST;
	ini_allow_multiline = false;
	ini_stop_on_first_error = true;
	line = ini_parse_stream(line_read, r, on_key, r);
	if (line > 0 && r->fault == NULL)
		return fail(r, line, "ini_line", "");
	return r->fault == NULL && section_end(r);
}

static bool
file_read(struct reader *r, struct bf_arena *arena, const char *folder)
{
	bool good;

	r->line = r->section_line = 0;
	r->source = r->fact = NULL;
	r->file = fopen(bf_printf(arena, "%s/%s", folder, r->name), "re");
	if (r->file == NULL)
		return fail(r, 0, "ini_read", strerror(errno));
	good = file_parse(r);
	fclose(r->file);
	return good;
}

static int
is_ini(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return entry->d_name[0] != '.' && len > 4
		&& facts_is_text(entry->d_name)
		&& strcmp(entry->d_name + len - 4, ".ini") == 0;
}

/* The names of *.ini in FOLDER, in order; -1: it cannot be read. */
static int
files_of(struct bf_arena *arena, const char *folder,
	const char *names[FILES_MOST])
{
	struct dirent **entries;
	int n = scandir(folder, &entries, is_ini, alphasort), i;

	for (i = 0; i < n; i++) {
		if (i < FILES_MOST)
			names[i] = bf_strdup(arena, entries[i]->d_name);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return n < FILES_MOST ? n : FILES_MOST;
}

const char *
facts_ini_stamp(struct bf_arena *arena, const char *folder)
{
	const char *names[FILES_MOST];
	struct bf_buf *out = bf_buf_new(arena, 0);
	int n = files_of(arena, folder, names), i;
	struct stat st;

	for (i = 0; i < n; i++)
		if (stat(bf_printf(arena, "%s/%s", folder, names[i]), &st) == 0)
			bf_put_fmt(out, "%s %lld %lld.%09ld\n", names[i],
				(long long)st.st_size,
				(long long)st.st_mtim.tv_sec,
				st.st_mtim.tv_nsec);
	return n < 0 ? NULL : out->data;
}

json_t *
facts_ini_read(struct bf_arena *arena, const char *folder, json_t **fault)
{
	const char *names[FILES_MOST];
	struct reader r = { .sources = json_array() };
	int n = files_of(arena, folder, names), i;

	for (i = 0; i < n; i++) {
		r.name = names[i];
		if (!file_read(&r, arena, folder)) {
			json_decref(r.sources);
			*fault = r.fault;
			return NULL;
		}
	}
	return r.sources;
}
