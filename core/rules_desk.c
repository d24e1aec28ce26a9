/* What the acts of `belfort rules` share: the reader's words, files, versions.
 */
#include "rules_desk.h"
#include "file.h"
#include "format.h"
#include <belfort/buf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

const char *
bf_desk_text(const struct bf_desk *d, const char *msgid)
{
	return bf_i18n_text(d->scope.i18n, "core", d->lang, msgid);
}

void
bf_desk_say(const struct bf_desk *d, const char *msgid, const char *one,
	const char *two, const char *three, const char *four)
{
	const char *values[] = { one, two, three, four, NULL };

	fputs(bf_rule_fill(d->arena, bf_desk_text(d, msgid), values), stdout);
}

const char *
bf_desk_number(const struct bf_desk *d, long long n)
{
	return bf_printf(d->arena, "%lld", n);
}

const char *
bf_desk_euro(const struct bf_desk *d, int64_t cents)
{
	struct bf_buf *out = bf_buf_new(d->arena, 0);
	json_t *value = json_integer(cents);

	bf_format_put(out, bf_format_find("euro"), d->lang, value);
	json_decref(value);
	return out->data;
}

bool
bf_desk_fault(const struct bf_desk *d, const struct bf_rule_fault *fault,
	struct bf_err *err)
{
	int lang = bf_lang_index(d->lang);

	return bf_err(err, "%s:%d: %s", fault->file, fault->line,
		fault->text[lang < 0 ? 0 : lang]);
}

bool
bf_desk_database(struct bf_desk *d, struct bf_err *err)
{
	return d->conn || bf_admin_open(d->tool, &d->conn, err);
}

static const char *
folder_of(const struct bf_desk *d)
{
	return d->tool->folder ? d->tool->folder : d->tool->settings->rules;
}

bool
bf_desk_files(struct bf_desk *d, struct bf_rule_files **out, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };

	if (bf_rules_read(d->arena, folder_of(d), d->scope.feature, out, &fault,
		    d->scope.i18n))
		return true;
	return bf_desk_fault(d, &fault, err);
}

void
bf_desk_unread(const struct bf_desk *d)
{
	struct bf_err err = { 0 };
	const char **names = bf_file_list(d->arena,
		bf_printf(d->arena, "%s/%s", folder_of(d), d->scope.feature),
		"", &err);
	size_t len;

	for (; names && *names; names++) {
		len = strlen(*names);
		if (**names != '.'
			&& (len < 4 || strcmp(*names + len - 4, ".lua") != 0))
			bf_desk_say(d,
				BF_N("{1} is not read: only files whose name "
				     "ends in .lua are.\n"),
				*names, NULL, NULL, NULL);
	}
}

bool
bf_desk_kept(struct bf_desk *d, const char *word, struct bf_rule_files **out,
	struct bf_err *err)
{
	char *end = NULL;
	long version = word ? strtol(word, &end, 10) : 0;

	if (word && (*end != '\0' || version < 1))
		return bf_err(err,
			"%s: a version is a number; belfort rules "
			"list shows them",
			word);
	if (!bf_desk_database(d, err)
		|| !bf_rules_kept(d->arena, d->conn, d->scope.feature,
			(int)version, out, err))
		return false;
	return *out
		|| bf_err(err,
			word ? "there is no version %s"
			     : "no rules are in force yet%s",
			word ? word : "");
}

bool
bf_desk_load(struct bf_desk *d, const struct bf_rule_files *files,
	struct bf_rule_set **out, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };

	return bf_rules_load(d->arena, &d->scope, files, out, &fault)
		|| bf_desk_fault(d, &fault, err);
}

bool
bf_desk_folder(struct bf_desk *d, struct bf_rule_set **out, struct bf_err *err)
{
	struct bf_rule_files *files;

	return bf_desk_files(d, &files, err)
		&& bf_desk_load(d, files, out, err);
}

bool
bf_desk_good(struct bf_desk *d, struct bf_rule_set **out, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };

	if (!bf_desk_folder(d, out, err))
		return false;
	return bf_rules_test_all(d->arena, *out, &fault)
		|| bf_desk_fault(d, &fault, err);
}

bool
bf_desk_wrong(const struct bf_desk *d, size_t wrong, struct bf_err *err)
{
	const char *const values[] = { bf_desk_number(d, (long long)wrong),
		NULL };

	return bf_err(err, "%s",
		bf_rule_fill(d->arena,
			bf_desk_text(d, BF_N("{1} tests do not come out.")),
			values));
}

double
bf_desk_milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The reader's language: the environment's, where it is one of ours and says
 * more than that it is English because nobody chose. */
const char *
bf_desk_language(const struct bf_tool *tool)
{
	const char *lang = tool->lang ? tool->lang : getenv("LANG");

	if (lang && strncmp(lang, "en", 2) == 0)
		return "en";
	return lang && strncmp(lang, "fr", 2) == 0 ? "fr" : "nl";
}
