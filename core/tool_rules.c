/* belfort rules: what policy staff do with rule files before, while and after
 * they are in force.  It speaks the language of the reader.
 */
#include "arena.h"
#include "format.h"
#include "rules_db.h"
#include "rules_own.h"
#include "tool.h"
#include <belfort/buf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SHOWN_MOST 5      /* lines that explain tells of */
#define BENCH_LINES 90088 /* all municipalities' accounts, 2026 */
#define BENCH_TIMES 9

/* One feature's rules, at hand. */
struct desk {
	struct bf_tool *tool;
	struct bf_arena *arena;
	struct bf_rule_scope scope;
	const char *lang;
	const char **words; /* what was said after the feature */
	PGconn *conn;       /* opened when it is needed */
};

static const char *
text(const struct desk *d, const char *msgid)
{
	return bf_i18n_text(d->scope.i18n, "core", d->lang, msgid);
}

/* MSGID in the reader's language, with {1} to {4}. */
static void
say(const struct desk *d, const char *msgid, const char *one, const char *two,
	const char *three, const char *four)
{
	const char *values[] = { one, two, three, four, NULL };

	fputs(bf_rule_fill(d->arena, text(d, msgid), values), stdout);
}

static const char *
number(const struct desk *d, long long n)
{
	return bf_printf(d->arena, "%lld", n);
}

static const char *
euro(const struct desk *d, int64_t cents)
{
	struct bf_buf *out = bf_buf_new(d->arena, 0);
	json_t *value = json_integer(cents);

	bf_format_put(out, bf_format_find("euro"), d->lang, value);
	json_decref(value);
	return out->data;
}

static bool
fault_err(const struct desk *d, const struct bf_rule_fault *fault,
	struct bf_err *err)
{
	int lang = bf_lang_index(d->lang);

	return bf_err(err, "%s:%d: %s", fault->file, fault->line,
		fault->text[lang < 0 ? 0 : lang]);
}

static bool
database(struct desk *d, struct bf_err *err)
{
	return d->conn || bf_admin_open(d->tool, &d->conn, err);
}

/* The files of the folder. */
static bool
folder_read(struct desk *d, struct bf_rule_files **out, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };
	const char *folder = d->tool->folder;

	if (bf_rules_read(d->arena, folder ? folder : d->tool->settings->rules,
		    d->scope.feature, out, &fault, d->scope.i18n))
		return true;
	return fault_err(d, &fault, err);
}

/* A version that is kept: WORD is its number, or NULL for the one in force. */
static bool
kept_read(struct desk *d, const char *word, struct bf_rule_files **out,
	struct bf_err *err)
{
	char *end = NULL;
	long version = word ? strtol(word, &end, 10) : 0;

	if (word && (*end != '\0' || version < 1))
		return bf_err(err,
			"%s: a version is a number; belfort rules "
			"list shows them",
			word);
	if (!database(d, err)
		|| !bf_rules_kept(d->arena, d->conn, d->scope.feature,
			(int)version, out, err))
		return false;
	return *out
		|| bf_err(err,
			word ? "there is no version %s"
			     : "no rules are in force yet%s",
			word ? word : "");
}

static bool
load(struct desk *d, const struct bf_rule_files *files,
	struct bf_rule_set **out, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };

	return bf_rules_load(d->arena, &d->scope, files, out, &fault)
		|| fault_err(d, &fault, err);
}

static bool
folder_load(struct desk *d, struct bf_rule_set **out, struct bf_err *err)
{
	struct bf_rule_files *files;

	return folder_read(d, &files, err) && load(d, files, out, err);
}

static bool
folder_good(struct desk *d, struct bf_rule_set **out, struct bf_err *err)
{
	struct bf_rule_fault fault = { 0 };

	if (!folder_load(d, out, err))
		return false;
	return bf_rules_test_all(d->arena, *out, &fault)
		|| fault_err(d, &fault, err);
}

/* --- check, test ------------------------------------------------------- */

static bool
check(struct desk *d, struct bf_err *err)
{
	struct bf_rule_set *set;
	size_t rules = 0, tests = 0, i;

	if (!folder_good(d, &set, err))
		return false;
	for (i = 0; i < set->class_count; i++) {
		rules += set->classes[i].rule_count;
		tests += set->classes[i].test_count;
	}
	say(d,
		BF_N("{1}: all is well. {2} categories, {3} rules, {4} "
		     "tests.\n"),
		d->scope.feature, number(d, (long long)set->category_count),
		number(d, (long long)rules), number(d, (long long)tests));
	return true;
}

static const char *
code_of(const struct desk *d, const struct bf_rule_set *set, int category)
{
	return category < 0 ? text(d, BF_N("nothing"))
			    : set->categories[category].code;
}

static bool
test_run(struct desk *d, const struct bf_rule_set *set,
	struct bf_rule_class *class, const struct bf_rule_test *t)
{
	const struct bf_rule *got;
	const char *place = bf_printf(d->arena, "%s:%d", class->file, t->line);

	if (bf_rules_test(class, t, &got)) {
		say(d, BF_N("good   {1}: {2}\n"), place, t->name, NULL, NULL);
		return true;
	}
	say(d, BF_N("wrong  {1}: {2}. It should be {3}, and it is {4}.\n"),
		place, t->name, code_of(d, set, t->category),
		got ? bf_printf(d->arena, "%s (%s:%d)",
			code_of(d, set, got->category), class->file, got->line)
		    : code_of(d, set, -1));
	return false;
}

static bool
test(struct desk *d, struct bf_err *err)
{
	struct bf_rule_set *set;
	struct bf_rule_class *class;
	size_t i, wrong = 0;

	if (!folder_load(d, &set, err))
		return false;
	for (class = set->classes; class < set->classes + set->class_count;
		class ++)
		for (i = 0; i < class->test_count; i++)
			wrong += !test_run(d, set, class, &class->tests[i]);
	return wrong == 0
		|| bf_err(err, "%s",
			bf_rule_fill(d->arena,
				text(d, BF_N("{1} tests do not come out.")),
				(const char *[]){
					number(d, (long long)wrong), NULL }));
}

/* --- explain ------------------------------------------------------------ */

/* The parts of a condition, each with whether it held. */
static void
parts_say(const struct desk *d, const struct bf_rule_class *class,
	const struct bf_rule_node *node, int depth)
{
	size_t i;

	if (node->type != RULE_YESNO || depth > 20)
		return;
	printf("    %*s%-4s %s\n", 2 * depth, "",
		text(d, bf_rules_holds(class, node) ? BF_N("yes") : BF_N("no")),
		bf_rules_sentence(d->arena, &d->scope, node, d->lang));
	for (i = 0; i < node->count; i++)
		parts_say(d, class, node->args[i], depth + 1);
}

static void
line_explain(const struct desk *d, const struct bf_rule_set *set,
	struct bf_rule_class *class, const struct bf_rule_line *line)
{
	const struct bf_rule *rule;
	int decided, lang = bf_lang_index(d->lang);

	bf_rules_decide(class, line, 1, &decided);
	printf("%s — %s\n", line->text[0], class->view);
	if (decided < 0) {
		say(d, BF_N("  No rule fits: not allocated.\n"), NULL, NULL,
			NULL, NULL);
		return;
	}
	rule = &class->rules[decided];
	say(d, BF_N("  Category: {1}\n  Rule: {2}:{3}\n"),
		set->categories[rule->category].title[lang], class->file,
		number(d, rule->line), NULL);
	if (rule->because)
		say(d, BF_N("  Because: {1}\n"), rule->because, NULL, NULL,
			NULL);
	parts_say(d, class, rule->when, 0);
}

/* Whether any text of LINE is or holds WORD, without capitals and accents. */
static bool
line_has(
	const struct desk *d, const struct bf_rule_line *line, const char *word)
{
	const struct bf_fact *f = d->scope.rules->facts;
	char folded[2048], wanted[512];
	size_t i;

	(void)bf_rule_fold(word, wanted, sizeof(wanted));
	for (i = 0; f[i].name; i++) {
		if (f[i].type != BF_FACT_TEXT)
			continue;
		(void)bf_rule_fold(line->text[i], folded, sizeof(folded));
		if (strstr(folded, wanted))
			return true;
	}
	return false;
}

static bool
explain(struct desk *d, struct bf_err *err)
{
	struct bf_rule_lines lines;
	struct bf_rule_set *set;
	struct bf_rule_class *class;
	size_t i, found = 0;

	if (d->words[0] == NULL)
		return bf_err(err,
			"say which line: a code, or a word of its "
			"name");
	if (!folder_load(d, &set, err) || !database(d, err)
		|| !bf_rules_lines(d->arena, d->conn, &d->scope, &lines, err))
		return false;
	for (i = 0; i < lines.count; i++) {
		class = bf_rules_class(set, lines.views[i]);
		if (class == NULL || !line_has(d, &lines.lines[i], d->words[0]))
			continue;
		if (found++ < SHOWN_MOST)
			line_explain(d, set, class, &lines.lines[i]);
	}
	if (found == 0)
		return bf_err(err, "no line has “%s”", d->words[0]);
	if (found > SHOWN_MOST)
		say(d, BF_N("… and {1} more lines.\n"),
			number(d, (long long)(found - SHOWN_MOST)), NULL, NULL,
			NULL);
	return true;
}

/* --- diff --------------------------------------------------------------- */

/* The category of a line, as its place in a list of titles; the rule's number
 * is not the same in two versions, a code is. */
struct side {
	struct bf_rule_set *set;
	struct bf_rule_outcome outcome;
};

static const struct bf_rule *
rule_of(const struct side *s, size_t line, const struct bf_rule_class **class)
{
	int nr = s->outcome.rules[line];
	size_t i;

	for (i = 0; nr > 0 && i < s->set->class_count; i++) {
		*class = &s->set->classes[i];
		if (nr <= (int)(*class)->rule_count)
			return &(*class)->rules[nr - 1];
		nr -= (int)(*class)->rule_count;
	}
	return NULL;
}

static const char *
code_at(const struct side *s, size_t line)
{
	const struct bf_rule_class *class;
	const struct bf_rule *rule = rule_of(s, line, &class);

	return rule ? s->set->categories[rule->category].code : "";
}

static const char *
title_at(const struct desk *d, const struct side *s, size_t line)
{
	const struct bf_rule_class *class;
	const struct bf_rule *rule = rule_of(s, line, &class);

	return rule ? s->set->categories[rule->category]
			      .title[bf_lang_index(d->lang)]
		    : text(d, BF_N("not allocated"));
}

static int64_t
amount_of(const struct desk *d, const struct bf_rule_line *line)
{
	const struct bf_fact *f = d->scope.rules->facts;
	size_t i;

	for (i = 0; f[i].name; i++)
		if (f[i].type == BF_FACT_EURO)
			return line->number[i];
	return 0;
}

/* The lines of a view that go to another category. */
static size_t
moves_say(const struct desk *d, const char *view,
	const struct bf_rule_lines *lines, const struct side *was,
	const struct side *will)
{
	size_t i, n = 0;
	int64_t sum = 0;

	for (i = 0; i < lines->count; i++) {
		if (strcmp(lines->views[i], view) != 0
			|| strcmp(code_at(was, i), code_at(will, i)) == 0)
			continue;
		if (n++ == 0)
			printf("%s\n", view);
		sum += amount_of(d, &lines->lines[i]);
		say(d, BF_N("  {1}: {2}\n      from {3} to {4}\n"),
			lines->lines[i].text[0],
			euro(d, amount_of(d, &lines->lines[i])),
			title_at(d, was, i), title_at(d, will, i));
	}
	if (n > 0)
		say(d, BF_N("  Lines: {1}, together {2}\n"),
			number(d, (long long)n), euro(d, sum), NULL, NULL);
	return n;
}

static bool
sides_load(
	struct desk *d, struct side *was, struct side *will, struct bf_err *err)
{
	const char *old = d->words[0], *new = old ? d->words[1] : NULL;
	struct bf_rule_files *files;

	if (!kept_read(d, old, &files, err) || !load(d, files, &was->set, err))
		return false;
	if (new == NULL)
		return folder_load(d, &will->set, err);
	return kept_read(d, new, &files, err)
		&& load(d, files, &will->set, err);
}

static bool
diff(struct desk *d, struct bf_err *err)
{
	struct side was, will;
	struct bf_rule_lines lines;
	size_t i, moved = 0;

	if (!sides_load(d, &was, &will, err) || !database(d, err)
		|| !bf_rules_lines(d->arena, d->conn, &d->scope, &lines, err))
		return false;
	bf_rules_apply(d->arena, was.set, &lines, &was.outcome);
	bf_rules_apply(d->arena, will.set, &lines, &will.outcome);
	for (i = 0; i < will.set->class_count; i++)
		moved += moves_say(
			d, will.set->classes[i].view, &lines, &was, &will);
	if (moved == 0)
		say(d, BF_N("No line goes to another category.\n"), NULL, NULL,
			NULL, NULL);
	return true;
}

/* --- bench -------------------------------------------------------------- */

static double
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The feature's lines, again and again until there are COUNT. */
static struct bf_rule_lines
lines_repeat(struct desk *d, const struct bf_rule_lines *from, size_t count)
{
	struct bf_rule_lines out = { .count = count };
	size_t i;

	out.views = bf_alloc(d->arena, (count + 1) * sizeof(*out.views));
	out.lines = bf_alloc(d->arena, (count + 1) * sizeof(*out.lines));
	for (i = 0; i < count; i++) {
		out.views[i] = from->views[i % from->count];
		out.lines[i] = from->lines[i % from->count];
	}
	return out;
}

static bool
bench(struct desk *d, struct bf_err *err)
{
	long count = d->words[0] ? strtol(d->words[0], NULL, 10) : BENCH_LINES;
	struct bf_rule_lines own, lines;
	struct bf_rule_outcome outcome;
	double times[BENCH_TIMES], begin;
	struct bf_rule_set *set;
	int i;

	if (count < 1 || count > 100000000)
		return bf_err(err, "how many lines? From 1 to 100000000");
	if (!folder_load(d, &set, err) || !database(d, err)
		|| !bf_rules_lines(d->arena, d->conn, &d->scope, &own, err))
		return false;
	if (own.count == 0)
		return bf_err(err, "there are no lines: import figures first");
	lines = lines_repeat(d, &own, (size_t)count);
	for (i = 0; i < BENCH_TIMES; i++) {
		begin = milliseconds();
		bf_rules_apply(d->arena, set, &lines, &outcome);
		times[i] = milliseconds() - begin;
	}
	qsort(times, BENCH_TIMES, sizeof(*times), by_size);
	printf("lines=%ld ms_least=%.1f ms_median=%.1f ms_most=%.1f\n", count,
		times[0], times[BENCH_TIMES / 2], times[BENCH_TIMES - 1]);
	return true;
}

/* --- stage, publish, list ----------------------------------------------- */

/* Who does this: as was said, or else by the name of the user. */
static const char *
person(const struct desk *d)
{
	const char *uid = getenv("SUDO_UID");

	if (d->tool->by)
		return d->tool->by;
	return bf_rules_owner(
		d->arena, uid ? (uid_t)strtoul(uid, NULL, 10) : getuid());
}

static bool
give(struct desk *d, const struct bf_rule_set *set, bool force,
	struct bf_err *err)
{
	const struct bf_rule_word word = { person(d), d->tool->reason, force };
	json_t *result;
	const char *version;

	if (!bf_rules_publish(d->arena, d->conn, set, &word, &result, err))
		return false;
	version = number(
		d, json_integer_value(json_object_get(result, "version")));
	say(d,
		force ? BF_N("{1}: version {2} is in force.\n")
		      : BF_N("{1}: version {2} is ready. Put it in force with "
			     "belfort rules publish {1} {2} --reason \"...\"\n"),
		d->scope.feature, version, NULL, NULL);
	return true;
}

static bool
stage(struct desk *d, struct bf_err *err)
{
	struct bf_rule_set *set;

	return folder_good(d, &set, err) && database(d, err)
		&& give(d, set, false, err);
}

static bool
publish(struct desk *d, struct bf_err *err)
{
	struct bf_rule_files *files;
	struct bf_rule_set *set;

	if (d->tool->reason == NULL)
		return bf_err(err,
			"say why, with --reason \"...\": everybody "
			"can read it");
	if (d->words[0])
		return kept_read(d, d->words[0], &files, err)
			&& load(d, files, &set, err) && give(d, set, true, err);
	return folder_good(d, &set, err) && database(d, err)
		&& give(d, set, true, err);
}

static bool
list(struct desk *d, struct bf_err *err)
{
	const char *const values[] = { d->scope.feature, NULL };
	PGresult *res;
	int i;

	if (!database(d, err)
		|| !bf_admin_rows(d->arena, d->conn,
			"select version, made_at, coalesce(made_by, '-'), "
			"coalesce(reason, '-'), in_force from "
			"belfort.rules_list($1)",
			values, &res, err))
		return false;
	for (i = 0; i < PQntuples(res); i++)
		printf("%s %5s  %.16s  %-20s  %s\n",
			*PQgetvalue(res, i, 4) == 't' ? "*" : " ",
			PQgetvalue(res, i, 0), PQgetvalue(res, i, 1),
			PQgetvalue(res, i, 2), PQgetvalue(res, i, 3));
	if (PQntuples(res) == 0)
		say(d, BF_N("There is no version yet.\n"), NULL, NULL, NULL,
			NULL);
	return true;
}

/* --- which -------------------------------------------------------------- */

static const struct act {
	const char *name;
	bool (*run)(struct desk *d, struct bf_err *err);
} acts[] = {
	{ "check", check },
	{ "test", test },
	{ "explain", explain },
	{ "diff", diff },
	{ "bench", bench },
	{ "stage", stage },
	{ "publish", publish },
	{ "list", list },
};

static const struct act *
act_find(const char *name, struct bf_err *err)
{
	size_t i;

	for (i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (strcmp(acts[i].name, name) == 0)
			return &acts[i];
	bf_err(err,
		"there is no %s: check, test, explain, diff, bench, stage, "
		"publish or list",
		name);
	return NULL;
}

/* The reader's language: the environment's, where it is one of ours and says
 * more than that it is English because nobody chose. */
static const char *
language(const struct bf_tool *tool)
{
	const char *lang = tool->lang ? tool->lang : getenv("LANG");

	if (lang && strncmp(lang, "en", 2) == 0)
		return "en";
	return lang && strncmp(lang, "fr", 2) == 0 ? "fr" : "nl";
}

/* The feature with rules that NAME names, or the only one there is. */
static json_t *
feature_find(json_t *pools, const char *name, bool *named)
{
	json_t *pool, *feature, *only = NULL;
	size_t i, k, n = 0;

	*named = false;
	json_array_foreach (pools, i, pool)
		json_array_foreach (
			json_object_get(pool, "features"), k, feature) {
			const char *have = json_string_value(
				json_object_get(feature, "name"));

			if (!json_is_object(json_object_get(feature, "rules")))
				continue;
			n++;
			only = feature;
			*named = name && strcmp(have, name) == 0;
			if (*named)
				return feature;
		}
	return n == 1 ? only : NULL;
}

static bool
desk_open(struct desk *d, struct bf_err *err)
{
	struct bf_tool *tool = d->tool;
	const char *names[3] = { "core", NULL, NULL };
	json_t *pools, *feature;
	bool named;

	if (!bf_describe_pools(tool, &pools, err))
		return false;
	feature = feature_find(pools, tool->operands[1], &named);
	if (feature == NULL)
		return bf_err(err,
			"say which feature: no, or more than one "
			"plugin has rules");
	d->arena = tool->arena;
	d->lang = language(tool);
	d->words = (const char **)tool->operands + (named ? 2 : 1);
	names[1] = d->scope.feature = bf_strdup(tool->arena,
		json_string_value(json_object_get(feature, "name")));
	d->scope.rules = bf_rules_from(
		tool->arena, json_object_get(feature, "rules"));
	d->scope.i18n = bf_i18n_load(
		tool->arena, tool->settings->share, names, err);
	return d->scope.i18n != NULL;
}

bool
bf_tool_rules(struct bf_tool *tool, struct bf_err *err)
{
	const struct act *act = act_find(tool->operands[0], err);
	struct desk d = { .tool = tool };

	return act && desk_open(&d, err) && act->run(&d, err);
}
