/* Reads the lines that rules decide on, and gives the outcome back. */
#include "rules_db.h"
#include "diff.h"
#include "rights.h"
#include "tool.h"
#include "user.h"
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <belfort/json.h>
#include <stdlib.h>
#include <string.h>

enum { ID, VIEW, FACTS };

static bool
columns_fit(const PGresult *res, const struct bf_rules *rules, int *facts,
	struct bf_err *err)
{
	for (*facts = 0; rules->facts[*facts].name;)
		(*facts)++;
	if (PQnfields(res) == FACTS + *facts)
		return true;
	return bf_err(err,
		"%s() has %d columns, and %d are needed: id, view and the %d "
		"facts of its plugin",
		rules->lines, PQnfields(res), FACTS + *facts, *facts);
}

static struct bf_rule_line
line_read(struct bf_arena *arena, const PGresult *res, int row, int facts)
{
	const char **text = bf_alloc(arena, (size_t)facts * sizeof(*text));
	int64_t *number = bf_alloc(arena, (size_t)facts * sizeof(*number));
	int i;

	for (i = 0; i < facts; i++) {
		text[i] = PQgetvalue(res, row, FACTS + i);
		number[i] = strtoll(text[i], NULL, 10);
	}
	return (struct bf_rule_line){ text, number };
}

bool
bf_rules_lines(struct bf_arena *arena, PGconn *conn,
	const struct bf_rule_scope *scope, struct bf_rule_lines *out,
	struct bf_err *err)
{
	const char *sql = bf_printf(
		arena, "select * from %s()", scope->rules->lines);
	PGresult *res;
	int i, facts;

	if (!bf_admin_rows(arena, conn, sql, NULL, &res, err)
		|| !columns_fit(res, scope->rules, &facts, err))
		return false;
	out->count = (size_t)PQntuples(res);
	out->ids = bf_alloc(arena, (out->count + 1) * sizeof(*out->ids));
	out->views = bf_alloc(arena, (out->count + 1) * sizeof(*out->views));
	out->lines = bf_alloc(arena, (out->count + 1) * sizeof(*out->lines));
	for (i = 0; i < PQntuples(res); i++) {
		out->ids[i] = PQgetvalue(res, i, ID);
		out->views[i] = PQgetvalue(res, i, VIEW);
		out->lines[i] = line_read(arena, res, i, facts);
	}
	return true;
}

/* The lines of one view, side by side. */
static void
class_apply(struct bf_arena *arena, struct bf_rule_class *class,
	const struct bf_rule_lines *lines, int *rules)
{
	struct bf_rule_line *own = bf_alloc(
		arena, (lines->count + 1) * sizeof(*own));
	size_t *place = bf_alloc(arena, (lines->count + 1) * sizeof(*place));
	int *decided = bf_alloc(arena, (lines->count + 1) * sizeof(*decided));
	size_t i, n = 0;

	for (i = 0; i < lines->count; i++)
		if (strcmp(lines->views[i], class->view) == 0) {
			own[n] = lines->lines[i];
			place[n++] = i;
		}
	bf_rules_decide(class, own, n, decided);
	for (i = 0; i < n; i++)
		rules[place[i]] = decided[i] < 0
			? 0
			: class->rules[decided[i]].number;
}

void
bf_rules_apply(struct bf_arena *arena, const struct bf_rule_set *set,
	const struct bf_rule_lines *lines, struct bf_rule_outcome *out)
{
	size_t i;

	out->rules = bf_alloc(arena, (lines->count + 1) * sizeof(*out->rules));
	for (i = 0; i < set->class_count; i++)
		class_apply(arena, &set->classes[i], lines, out->rules);
}

struct bf_rule_files *
bf_rules_files_from(struct bf_arena *arena, const char *feature, json_t *list)
{
	struct bf_rule_files *files = bf_alloc(arena, sizeof(*files));
	json_t *file;
	size_t i;

	files->feature = feature;
	files->count = json_array_size(list);
	files->files = bf_alloc(
		arena, (files->count + 1) * sizeof(*files->files));
	json_array_foreach (list, i, file) {
		struct bf_rule_file *f = &files->files[i];

		f->name = json_string_value(json_object_get(file, "name"));
		f->text = json_string_value(json_object_get(file, "text"));
		f->len = json_string_length(json_object_get(file, "text"));
	}
	bf_rules_hash(files);
	return files;
}

bool
bf_rules_kept(struct bf_arena *arena, PGconn *conn, const char *feature,
	int version, struct bf_rule_files **out, struct bf_err *err)
{
	const char *values[] = { bf_printf(arena, "%d", version), NULL };
	PGresult *res;
	json_t *doc;

	*out = NULL;
	if (!bf_admin_rows(arena, conn,
		    bf_printf(arena,
			    "select belfort.%s_rules_kept("
			    "nullif($1::integer, 0))",
			    feature),
		    values, &res, err))
		return false;
	if (PQgetisnull(res, 0, 0))
		return true;
	doc = json_loads(PQgetvalue(res, 0, 0), 0, NULL);
	bf_json_keep(arena, doc);
	*out = bf_rules_files_from(
		arena, feature, json_object_get(doc, "files"));
	return true;
}

static const char *
text_of(const struct bf_rule_files *files, const char *name)
{
	const struct bf_rule_file *file = bf_rules_file(files, name);

	return file ? file->text : "";
}

/* The user who saved F, unless WORD says who does it all; nobody where others
 * can write it too. */
static const char *
login_of(struct bf_arena *arena, const struct bf_rule_file *f,
	const struct bf_rule_word *word)
{
	if (word->login || f->owner == NULL || f->shared)
		return word->login;
	return bf_user_name(arena, f->uid);
}

/* The account of who wrote F, where an order says so. */
static const char *
saved_by(const struct bf_rule_file *f, const struct bf_rule_order *order)
{
	size_t i;

	for (i = 0; order && i < order->count; i++)
		if (strcmp(order->changes[i].file.name, f->name) == 0)
			return order->changes[i].saved_by;
	return NULL;
}

/* The texts, and how they differ from those of BEFORE; a file that is gone has
 * no text. */
static json_t *
files_json(struct bf_arena *arena, const struct bf_rule_files *files,
	const struct bf_rule_files *before, const struct bf_rule_word *word)
{
	json_t *out = json_array();
	const struct bf_rule_file *f = files->files;
	size_t i;

	for (; f < files->files + files->count; f++)
		json_array_append_new(out,
			json_pack("{s:s, s:s, s:s?, s:s?, s:o}", "name",
				f->name, "text", f->text, "login",
				login_of(arena, f, word), "saved_by",
				saved_by(f, word->order), "diff",
				bf_diff(arena, text_of(before, f->name),
					f->text)));
	for (i = 0; before && i < before->count; i++)
		if (*text_of(files, before->files[i].name) == '\0')
			json_array_append_new(out,
				json_pack("{s:s, s:n, s:o}", "name",
					before->files[i].name, "text", "diff",
					bf_diff(arena, before->files[i].text,
						"")));
	return out;
}

json_t *
bf_rules_texts(const char *const texts[BF_LANGS])
{
	json_t *out = json_object();
	size_t i;

	for (i = 0; i < BF_LANGS; i++)
		json_object_set_new(out, bf_langs[i],
			texts[i] ? json_string(texts[i]) : json_null());
	return out;
}

static json_t *
categories_json(const struct bf_rule_set *set)
{
	json_t *out = json_array();
	size_t i;

	for (i = 0; i < set->category_count; i++)
		json_array_append_new(out,
			json_pack("{s:s, s:o, s:o}", "code",
				set->categories[i].code, "title",
				bf_rules_texts(set->categories[i].title),
				"help",
				bf_rules_texts(set->categories[i].help)));
	return out;
}

static json_t *
rule_json(struct bf_arena *arena, const struct bf_rule_set *set,
	const struct bf_rule_class *class, const struct bf_rule *rule)
{
	const char *says[BF_LANGS];
	size_t i;

	for (i = 0; i < BF_LANGS; i++)
		says[i] = bf_rules_sentence(
			arena, set->scope, rule->when, bf_langs[i]);
	return json_pack("{s:i, s:s, s:s, s:s, s:i, s:s?, s:o}", "nr",
		rule->number, "view", class->view, "category",
		set->categories[rule->category].code, "file", class->file,
		"line", rule->line, "because", rule->because, "says",
		bf_rules_texts(says));
}

static json_t *
rules_json(struct bf_arena *arena, const struct bf_rule_set *set)
{
	const struct bf_rule_class *class = set->classes;
	json_t *out = json_array();
	size_t i;

	for (; class < set->classes + set->class_count; class ++)
		for (i = 0; i < class->rule_count; i++)
			json_array_append_new(out,
				rule_json(arena, set, class, &class->rules[i]));
	return out;
}

/* The names of the facts that RULE reads. */
static json_t *
reads_json(const struct bf_rights *rights, const struct bf_right_rule *rule)
{
	const struct bf_right_fact *fact;
	json_t *out = json_array();
	size_t i, count;

	fact = bf_rights_facts(rights, &count);
	for (i = 0; i < count; i++)
		if (rule->reads >> i & 1)
			json_array_append_new(out, json_string(fact[i].name));
	return out;
}

/* What is kept of each rule about rights, by version. */
static json_t *
right_json(const struct bf_rights *rights, const struct bf_right_rule *rule)
{
	static const char *const granting[] = {
		[BF_RIGHT_AUTOMATIC] = "automatic",
		[BF_RIGHT_REQUEST] = "request",
		[BF_RIGHT_REFERRAL] = "referral"
	};
	static const char *const payment[] = {
		[BF_RIGHT_TRANSFER] = "transfer", [BF_RIGHT_ORDER] = "order"
	};
	static const char *const period[] = { "none", "day", "week", "month",
		"quarter", "year", "once" };

	return json_pack("{s:s, s:s, s:o, s:b, s:s, s:b, s:s, s:s?, s:o}",
		"code", rule->code, "file", rule->file, "title",
		bf_rules_texts(rule->title), "city", rule->city, "granting",
		granting[rule->granting], "person", rule->person, "period",
		period[rule->period], "payment", payment[rule->payment],
		"reads", reads_json(rights, rule));
}

static json_t *
rights_json(const struct bf_rights *rights)
{
	const struct bf_right_rule *rule;
	json_t *out = json_array();
	size_t i, count;

	rule = bf_rights_rules(rights, &count);
	for (i = 0; i < count; i++)
		json_array_append_new(out, right_json(rights, &rule[i]));
	return out;
}

/* Who puts it in force, and until when they say that its figures are right. */
static void
order_tell(json_t *doc, const struct bf_rule_order *order)
{
	json_t *said = json_pack("{s:s, s:s, s:s?}", "second_by",
		order->second_by, "second_name", order->second_name, "until",
		order->until);

	json_object_update(doc, said);
	json_decref(said);
}

static json_t *
document(struct bf_arena *arena, const struct bf_rule_set *set,
	const struct bf_rule_files *before, const struct bf_rule_word *word)
{
	json_t *doc = json_pack("{s:o, s:s, s:s?, s:s?, s:b}", "files",
		files_json(arena, set->files, before, word), "sha256",
		set->files->sha256, "by", word->by, "reason", word->reason,
		"force", word->force);

	if (word->order)
		order_tell(doc, word->order);
	if (set->rights) {
		json_object_set_new(doc, "rights", rights_json(set->rights));
		return doc;
	}
	json_object_set_new(doc, "categories", categories_json(set));
	json_object_set_new(doc, "rules", rules_json(arena, set));
	return doc;
}

/* jansson's own dump fails silently when memory is short: asked twice. */
const char *
bf_rules_dump(struct bf_arena *arena, json_t *json)
{
	size_t len = json_dumpb(json, NULL, 0, JSON_COMPACT);
	char *out = bf_alloc(arena, len + 1);

	if (json_dumpb(json, out, len, JSON_COMPACT) != len)
		return "{}";
	return out;
}

/* {1,2,3}: ids, or rules where IDS is NULL. */
static const char *
array(struct bf_arena *arena, const char *const *ids, const int *rules,
	size_t count)
{
	struct bf_buf *out = bf_buf_new(arena, 8 * count + 8);
	size_t i;

	for (i = 0; i < count; i++) {
		bf_put_char(out, i ? ',' : '{');
		if (ids)
			bf_put_str(out, ids[i]);
		else if (rules)
			bf_put_fmt(out, "%d", rules[i]);
	}
	bf_put_str(out, count ? "}" : "{}");
	return out->data;
}

/* What the feature's function is given beside the document, in VALUES; false:
 * the lines cannot be read. */
static bool
outcome_put(struct bf_arena *arena, PGconn *conn, const struct bf_rule_set *set,
	const char *values[2], struct bf_err *err)
{
	struct bf_rule_lines lines;
	struct bf_rule_outcome outcome;

	if (!bf_rules_lines(arena, conn, set->scope, &lines, err))
		return false;
	bf_rules_apply(arena, set, &lines, &outcome);
	values[0] = array(arena, lines.ids, NULL, lines.count);
	values[1] = array(arena, NULL, outcome.rules, lines.count);
	return true;
}

const char bf_rules_other[] = "other rules came in force meanwhile";

/* Whether what WORD was said of is in force still. */
static bool
still(const struct bf_rule_word *word, const struct bf_rule_files *before,
	struct bf_err *err)
{
	return word->on == NULL
		|| strcmp(word->on, before ? before->sha256 : "") == 0
		|| bf_err(err, "%s", bf_rules_other);
}

static bool
end(struct bf_arena *arena, PGconn *conn, const struct bf_rule_set *set,
	const struct bf_rule_word *word, json_t *result, struct bf_err *err)
{
	int version = (int)json_integer_value(
		json_object_get(result, "version"));

	return word->order == NULL
		|| bf_rules_order_end(arena, conn, set->files->feature,
			word->order, "done", version, NULL, err);
}

static bool
give(struct bf_arena *arena, PGconn *conn, const struct bf_rule_set *set,
	const struct bf_rule_word *word, json_t **result, struct bf_err *err)
{
	const char *more = set->rights ? "" : ", $2::integer[], $3::integer[]";
	struct bf_rule_files *before;
	const char *values[4] = { 0 };
	PGresult *res;
	json_t *doc;

	if (!bf_rules_kept(arena, conn, set->files->feature, 0, &before, err)
		|| !still(word, before, err)
		|| (!set->rights
			&& !outcome_put(arena, conn, set, values + 1, err)))
		return false;
	doc = document(arena, set, before, word);
	values[0] = bf_rules_dump(arena, doc);
	json_decref(doc);
	if (!bf_admin_rows(arena, conn,
		    bf_printf(arena, "select %s($1::json%s)",
			    set->scope->rules->publish, more),
		    values, &res, err))
		return false;
	*result = json_loads(PQgetvalue(res, 0, 0), 0, NULL);
	bf_json_keep(arena, *result);
	return end(arena, conn, set, word, *result, err);
}

/* Lines and outcome are of one moment: one transaction, and one at a time. */
bool
bf_rules_publish(struct bf_arena *arena, PGconn *conn,
	const struct bf_rule_set *set, const struct bf_rule_word *word,
	json_t **result, struct bf_err *err)
{
	const char *const values[] = { set->files->feature, NULL };

	*result = NULL;
	if (bf_admin_run(conn, NULL,
		    "begin isolation level read committed; "
		    "set local statement_timeout = '60s'; "
		    "set local lock_timeout = '30s'",
		    err)
		&& bf_admin_call(conn,
			"select pg_advisory_xact_lock(hashtextextended("
			"'belfort rules ' || $1, 0))",
			values, err)
		&& give(arena, conn, set, word, result, err)
		&& bf_admin_run(conn, NULL, "commit", err))
		return true;
	if (PQstatus(conn) == CONNECTION_OK)
		PQclear(PQexec(conn, "rollback"));
	return false;
}

const char *
bf_rules_fault_json(struct bf_arena *arena, const struct bf_rule_fault *fault)
{
	json_t *doc = json_pack("{s:s, s:i, s:o}", "file", fault->file, "line",
		fault->line, "text", bf_rules_texts(fault->text));
	const char *out = bf_rules_dump(arena, doc);

	json_decref(doc);
	return out;
}

static const char *
seen_json(struct bf_arena *arena, const struct bf_rule_files *files)
{
	json_t *hashes = json_object();
	json_t *doc = json_pack(
		"{s:s, s:o}", "sha256", files->sha256, "files", hashes);
	const struct bf_rule_file *f = files->files;
	const char *out;

	for (; f < files->files + files->count; f++)
		json_object_set_new(hashes, f->name,
			json_string(bf_rules_text_hash(arena, f->text)));
	out = bf_rules_dump(arena, doc);
	json_decref(doc);
	return out;
}

bool
bf_rules_seen(struct bf_arena *arena, PGconn *conn, const char *feature,
	json_t **out, struct bf_err *err)
{
	PGresult *res;

	*out = NULL;
	if (!bf_admin_rows(arena, conn,
		    bf_printf(arena, "select belfort.%s_rules_seen()", feature),
		    NULL, &res, err))
		return false;
	if (PQgetisnull(res, 0, 0))
		return true;
	*out = json_loads(PQgetvalue(res, 0, 0), 0, NULL);
	bf_json_keep(arena, *out);
	return true;
}

bool
bf_rules_look(struct bf_arena *arena, PGconn *conn, const char *feature,
	const struct bf_rule_files *files, const struct bf_rule_fault *fault,
	struct bf_err *err)
{
	const char *const values[] = { fault->found ? ""
						    : seen_json(arena, files),
		fault->found ? bf_rules_fault_json(arena, fault) : "", NULL };

	return bf_admin_call(conn,
		bf_printf(arena,
			"select belfort.%s_rules_look(nullif($1, '')::json, "
			"nullif($2, '')::json)",
			feature),
		values, err);
}
