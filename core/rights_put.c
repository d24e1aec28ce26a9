/* Writes amounts into a rule file as text, and leaves every byte that need not
 * change: finds the table of amounts by the parts of the text, edits it, and
 * loads what came of it.
 */
#include "lua_fields.h"
#include "req.h"
#include "rights_own.h"
#include <belfort/buf.h>
#include <belfort/request.h>
#include <belfort/workshop.h>
#include <string.h>

#define EDITS_MOST 4096
#define NUMBER_MOST 1000000000000000 /* in the last decimal */

/* LEN bytes at AT become TEXT. */
struct edit {
	const char *at, *text;
	size_t len;
};

struct put {
	struct bf_req *req;
	struct bf_arena *arena;
	const struct bf_right_file *file;
	const struct bf_right_dated *block;
	struct bf_rule_fault fault;
	const struct bf_lua_part *parts; /* that say something */
	json_t *values;                  /* numbers as Lua writes them */
	bool english;
	struct edit edits[EDITS_MOST];
	size_t edit_count;
};

static bool
fail(struct put *p, const struct bf_lua_part *at, const char *text,
	const char *one)
{
	int line = at ? bf_rule_line_at(p->file->text, at->at) : 1;

	return bf_rule_fail(p->arena, p->req->host->i18n, &p->fault,
		p->file->name, line, text, one, (char *)NULL);
}

static bool
fail_shape(struct put *p, const struct bf_lua_part *at)
{
	return fail(p, at,
		BF_N("The amounts are not written as bedragen = { ... } in the "
		     "rule. Change the text itself."),
		NULL);
}

/* --- what is asked -------------------------------------------------------- */

/* VALUE as Lua writes it; NULL: it is no number. */
static json_t *
number_json(struct bf_arena *arena, const json_t *value)
{
	const char *text = "";
	int64_t n;
	bool good;

	if (json_is_integer(value))
		text = bf_printf(
			arena, "%lld", (long long)json_integer_value(value));
	else if (json_is_real(value))
		text = bf_printf(arena, "%.*f", BF_RIGHT_DECIMALS,
			json_real_value(value));
	else if (json_is_string(value))
		text = json_string_value(value);
	if (!bf_right_digits(text, BF_RIGHT_DECIMALS, &n) || n > NUMBER_MOST
		|| n < -NUMBER_MOST)
		return NULL;
	return json_string(
		bf_right_number(arena, bf_ratio_of(n, 1000000, &good)));
}

/* The same of a number, or of each in a list; NULL: one is none. */
static json_t *
value_json(struct bf_arena *arena, const json_t *value)
{
	json_t *list, *number;
	size_t i;

	if (!json_is_array(value))
		return number_json(arena, value);
	list = json_array();
	for (i = 0; i < json_array_size(value); i++) {
		number = number_json(arena, json_array_get(value, i));
		if (number == NULL) {
			json_decref(list);
			return NULL;
		}
		json_array_append_new(list, number);
	}
	return list;
}

/* Whether NAME can stand before = without quotes. */
static bool
name_good(struct bf_arena *arena, const char *name)
{
	size_t count;
	const struct bf_lua_part *part = bf_lua_parts(
		arena, name, strlen(name), &count);

	return count == 1 && part->kind == PART_NAME;
}

static bool
values_read(struct put *p, const struct bf_lua_part *at)
{
	json_t *value, *said;
	const char *name;

	json_object_foreach (p->block->values, name, value) {
		said = name_good(p->arena, name) ? value_json(p->arena, value)
						 : NULL;
		if (said == NULL)
			return fail(p, at, BF_N("“{1}” must be a number."),
				bf_rule_short(p->arena, name));
		json_object_set_new(p->values, name, said);
	}
	return true;
}

static bool
day_good(struct put *p, const struct bf_lua_part *at, const char *said)
{
	int32_t day;

	return bf_right_day(said, &day)
		|| fail(p, at,
			BF_N("“{1}” is no day. A date is written as "
			     "\"2024-09-01\"."),
			bf_rule_short(p->arena, said));
}

static bool
days_good(struct put *p, const struct bf_lua_part *at)
{
	return day_good(p, at, p->block->day)
		&& (p->block->until == NULL
			|| day_good(p, at, p->block->until));
}

/* Where the table of the rule opens, or NULL. */
static const struct bf_lua_part *
rule_find(const struct put *p)
{
	const struct bf_lua_part *at = p->parts, *next;

	for (; at->kind != PART_NONE; at++) {
		next = at + 1;
		next += bf_lua_sign(next, "(");
		if ((bf_lua_is(at, "regel") || bf_lua_is(at, "rule"))
			&& !bf_lua_sign(at - 1, ".:") && bf_lua_sign(next, "{"))
			return next;
	}
	return NULL;
}

/* --- edits ---------------------------------------------------------------- */

/* In the order of the text; what is put at one place stays in its order. */
static void
edit_put(struct put *p, const char *at, size_t len, const char *text)
{
	struct edit *e = &p->edits[p->edit_count];

	if (p->edit_count == EDITS_MOST)
		return;
	for (; e > p->edits && e[-1].at > at; e--)
		*e = e[-1];
	*e = (struct edit){ at, text, len };
	p->edit_count++;
}

static const char *
edits_apply(const struct put *p)
{
	const char *at = p->file->text, *end = at + p->file->len;
	struct bf_buf *out = bf_buf_new(p->arena, p->file->len);
	const struct edit *e = p->edits;

	for (; e < p->edits + p->edit_count; e++) {
		bf_put(out, at, (size_t)(e->at - at));
		bf_put_str(out, e->text);
		at = e->at + e->len;
	}
	bf_put(out, at, (size_t)(end - at));
	return out->data;
}

/* --- new text ------------------------------------------------------------- */

static const char *
value_text(struct bf_arena *arena, const json_t *value)
{
	struct bf_buf *out = bf_buf_new(arena, 0);
	size_t i;

	if (json_is_string(value))
		return json_string_value(value);
	for (i = 0; i < json_array_size(value); i++)
		bf_put_fmt(out, "%s%s", i ? ", " : "",
			json_string_value(json_array_get(value, i)));
	return bf_printf(arena, "{ %s }", out->data);
}

/* TEXT between quotes. */
static const char *
quoted(struct bf_arena *arena, const char *text)
{
	struct bf_buf *out = bf_buf_new(arena, 0);

	bf_put_char(out, '"');
	for (; *text; text++)
		if (*text == '\n' || *text == '\r')
			bf_put_char(out, ' ');
		else {
			if (*text == '"' || *text == '\\')
				bf_put_char(out, '\\');
			bf_put_char(out, *text);
		}
	bf_put_char(out, '"');
	return out->data;
}

static const char *
source_text(const struct put *p)
{
	const struct bf_right_dated *b = p->block;

	if (b->source == NULL)
		return NULL;
	if (b->url == NULL)
		return bf_printf(
			p->arena, "{ %s }", quoted(p->arena, b->source));
	return bf_printf(p->arena, "{ %s, %s }", quoted(p->arena, b->source),
		quoted(p->arena, b->url));
}

static const char *
until_text(const struct put *p)
{
	return p->block->until ? quoted(p->arena, p->block->until) : NULL;
}

/* --- a block that is there ------------------------------------------------ */

static void
value_replace(struct put *p, const struct bf_lua_field *f, const char *text)
{
	edit_put(p, f->value->at,
		(size_t)(bf_lua_end(f->end - 1) - f->value->at), text);
}

/* Whether the value of F is the number TEXT, however it is written. */
static bool
is_number(const struct put *p, const struct bf_lua_field *f, const char *text)
{
	size_t len = (size_t)(bf_lua_end(f->end - 1) - f->value->at);
	int64_t is, wanted;

	return bf_right_digits(bf_strndup(p->arena, f->value->at, len),
		       BF_RIGHT_DECIMALS, &is)
		&& bf_right_digits(text, BF_RIGHT_DECIMALS, &wanted)
		&& is == wanted;
}

static void
number_change(struct put *p, const struct bf_lua_field *f, const json_t *value)
{
	if (!is_number(p, f, json_string_value(value)))
		value_replace(p, f, json_string_value(value));
}

/* Whether F is a list of COUNT values without names. */
static bool
is_list(const struct bf_lua_field *f, size_t count)
{
	struct bf_lua_field one = { 0 };
	size_t n = 0;

	if (!bf_lua_is_table(f))
		return false;
	while (bf_lua_field_next(f->value, &one)) {
		if (one.value != one.first)
			return false;
		n++;
	}
	return n == count;
}

static void
value_change(struct put *p, const struct bf_lua_field *f, const json_t *value)
{
	struct bf_lua_field one = { 0 };
	size_t i;

	if (json_is_string(value))
		number_change(p, f, value);
	else if (!is_list(f, json_array_size(value)))
		value_replace(p, f, value_text(p->arena, value));
	else
		for (i = 0; bf_lua_field_next(f->value, &one); i++)
			number_change(p, &one, json_array_get(value, i));
}

/* NAME = VALUE beside what TEXT has already. */
static void
member_put(struct bf_buf *text, const char *name, const char *value)
{
	bf_put_fmt(text, "%s%s = %s", text->len ? ", " : "", name, value);
}

/* A member that is a word of blocks: as asked, in the table that OPEN opens or
 * in MORE. */
static void
word_change(struct put *p, const struct bf_lua_part *open, const char *nl,
	const char *en, const char *value, struct bf_buf *more)
{
	struct bf_lua_field f;

	if (value == NULL)
		return;
	if (open && bf_lua_field_find(open, nl, en, &f))
		value_replace(p, &f, value);
	else
		member_put(more, p->english ? en : nl, value);
}

/* Edit what the table that OPEN opens says already; what it does not, or all
 * when OPEN is NULL, is given. */
static const char *
members(struct put *p, const struct bf_lua_part *open)
{
	struct bf_buf *more = bf_buf_new(p->arena, 0);
	const char *name;
	struct bf_lua_field f;
	json_t *value;

	json_object_foreach (p->values, name, value)
		if (open && bf_lua_field_find(open, name, name, &f))
			value_change(p, &f, value);
		else
			member_put(more, name, value_text(p->arena, value));
	word_change(p, open, "bron", "source", source_text(p), more);
	word_change(p, open, "bevestigd_tot", "confirmed_until", until_text(p),
		more);
	return more->data;
}

/* TEXT behind the last field of the table that OPEN opens. */
static void
fields_append(struct put *p, const struct bf_lua_part *open, const char *text)
{
	const struct bf_lua_part *last = bf_lua_close(open) - 1;
	bool parted = bf_lua_sign(last, ",;"), alone = last == open;
	const char *behind = parted ? "," : "";

	if (alone && open->at[1] == '}')
		behind = " ";
	if (*text)
		edit_put(p, bf_lua_end(last), 0,
			bf_printf(p->arena, "%s%s%s",
				parted || alone ? " " : ", ", text, behind));
}

/* --- a new block ---------------------------------------------------------- */

/* What stands before PART on its line, when that is only blanks; else NULL. */
static const char *
indent_of(const struct put *p, const struct bf_lua_part *part)
{
	const char *at = part->at;

	while (at > p->file->text && (at[-1] == ' ' || at[-1] == '\t'))
		at--;
	if (at > p->file->text && at[-1] != '\n')
		return NULL;
	return bf_strndup(p->arena, at, (size_t)(part->at - at));
}

/* The end of the line that AT is on, when nothing or a comment follows there;
 * else NULL. */
static const char *
line_end(const struct put *p, const char *at)
{
	const char *end = p->file->text + p->file->len;
	size_t count, i;
	struct bf_lua_part *rest;
	const char *stop = memchr(at, '\n', (size_t)(end - at));

	if (stop == NULL)
		return NULL;
	rest = bf_lua_parts(p->arena, at, (size_t)(stop - at), &count);
	for (i = 0; i < count; i++)
		if (rest[i].kind != PART_BLANK
			&& (rest[i].kind != PART_COMMENT
				|| strncmp(rest[i].at, "--[", 3) == 0))
			return NULL;
	return stop > at && stop[-1] == '\r' ? stop - 1 : stop;
}

/* TEXT as a line of its own behind END, with INDENT. */
static void
line_put(struct put *p, const char *end, const char *indent, const char *text)
{
	edit_put(p, end, 0,
		bf_printf(p->arena, "%s%s%s", *end == '\r' ? "\r\n" : "\n",
			indent, text));
}

/* The last field of a day before that of the block, or the first of all with
 * *BEFORE false; false: there is none. */
static bool
neighbour(const struct put *p, const struct bf_lua_part *open,
	struct bf_lua_field *out, bool *before)
{
	const char *day = p->block->day;
	struct bf_lua_field f = { 0 };

	*before = false;
	*out = f;
	while (bf_lua_field_next(open, &f)) {
		bool earlier = bf_lua_sign(f.first, "[")
			&& f.first[1].kind == PART_TEXT
			&& strncmp(f.first[1].at + 1, day, strlen(day)) < 0;

		if (out->first == NULL || earlier)
			*out = f;
		*before |= earlier;
	}
	return out->first != NULL;
}

static void
block_behind(struct put *p, const struct bf_lua_field *f, const char *text)
{
	bool parted = bf_lua_sign(f->end, ",;");
	const char *behind = bf_lua_end(parted ? f->end : f->end - 1);
	const char *indent = indent_of(p, f->first), *end = line_end(p, behind);
	const char *comma = parted ? "," : "";

	if (indent && end) {
		if (!parted)
			edit_put(p, behind, 0, ",");
		line_put(p, end, indent,
			bf_printf(p->arena, "%s%s", text, comma));
	} else
		edit_put(p, behind, 0,
			bf_printf(p->arena, "%s%s%s", parted ? " " : ", ", text,
				comma));
}

static void
block_first(struct put *p, const struct bf_lua_part *open,
	const struct bf_lua_field *f, const char *text)
{
	const char *indent = indent_of(p, f->first);
	const char *end = line_end(p, bf_lua_end(open));

	text = bf_printf(p->arena, "%s,", text);
	if (indent && end)
		line_put(p, end, indent, text);
	else
		edit_put(p, bf_lua_end(open), 0,
			bf_printf(p->arena, " %s", text));
}

static void
block_new(struct put *p, const struct bf_lua_part *open)
{
	const char *text = members(p, NULL);
	struct bf_lua_field f;
	bool before;

	text = *text
		? bf_printf(p->arena, "[\"%s\"] = { %s }", p->block->day, text)
		: bf_printf(p->arena, "[\"%s\"] = {}", p->block->day);
	if (!neighbour(p, open, &f, &before))
		fields_append(p, open, text);
	else if (before)
		block_behind(p, &f, text);
	else
		block_first(p, open, &f, text);
}

static bool
text_change(struct put *p)
{
	const struct bf_lua_part *rule = rule_find(p);
	struct bf_lua_field table, block;

	if (rule == NULL
		|| !bf_lua_field_find(rule, "bedragen", "amounts", &table)
		|| !bf_lua_is_table(&table))
		return fail_shape(p, rule);
	if (!days_good(p, table.first) || !values_read(p, table.first))
		return false;
	p->english = bf_lua_named(&table, "amounts");
	if (!bf_lua_field_find(
		    table.value, p->block->day, p->block->day, &block))
		block_new(p, table.value);
	else if (bf_lua_is_table(&block))
		fields_append(p, block.value, members(p, block.value));
	else
		return fail_shape(p, block.first);
	return true;
}

/* --- the proof ------------------------------------------------------------ */

static int
rule_of(const struct bf_rights *rights, const char *file)
{
	size_t i;

	for (i = 0; i < rights->count; i++)
		if (strcmp(rights->shown[i].file, file) == 0)
			return (int)i;
	return -1;
}

/* What the blocks say themselves, without what earlier ones said:
 * {"2024-01-01": {"source", "url", "until", "values": {"name": ...}}}. */
static json_t *
blocks_json(struct bf_req *req, const struct bf_rights *rights, int rule)
{
	json_t *blocks = bf_rights_amounts(req, rights, rule);
	json_t *out = json_object(), *block, *value, *values, *from, *text;
	size_t i, k;

	json_array_foreach (blocks, i, block) {
		from = json_object_get(block, "from");
		values = json_object();
		json_array_foreach (
			json_object_get(block, "values"), k, value) {
			text = json_object_get(value, "text");
			if (!json_is_true(json_object_get(value, "list")))
				text = json_array_get(text, 0);
			if (json_equal(json_object_get(value, "since"), from))
				json_object_set(values,
					json_string_value(
						json_object_get(value, "name")),
					text);
		}
		json_object_set_new(out, json_string_value(from),
			json_pack("{s:O, s:O, s:O, s:o}", "source",
				json_object_get(block, "source"), "url",
				json_object_get(block, "url"), "until",
				json_object_get(block, "confirmed_until"),
				"values", values));
	}
	json_decref(blocks);
	return out;
}

/* What BLOCKS must be after it. */
static void
blocks_expect(const struct put *p, const struct bf_right_source *of_rule,
	json_t *blocks)
{
	const struct bf_right_dated *b = p->block;
	json_t *block = json_object_get(blocks, b->day);

	if (block == NULL) {
		block = json_pack("{s:s?, s:s?, s:n, s:{}}", "source",
			of_rule->text, "url", of_rule->url, "until", "values");
		json_object_set_new(blocks, b->day, block);
	}
	json_object_update(json_object_get(block, "values"), p->values);
	if (b->source) {
		json_object_set_new(block, "source", json_string(b->source));
		json_object_set_new(block, "url",
			b->url ? json_string(b->url) : json_null());
	}
	if (b->until)
		json_object_set_new(block, "until", json_string(b->until));
}

/* Whether the amounts of AFTER are those of BEFORE with the block. */
static bool
proved(struct put *p, const struct bf_rights *before,
	const struct bf_rights *after)
{
	int was = rule_of(before, p->file->name);
	int is = rule_of(after, p->file->name);
	json_t *wanted, *got;
	bool good;

	if (was < 0 || is < 0)
		return fail_shape(p, NULL);
	wanted = blocks_json(p->req, before, was);
	got = blocks_json(p->req, after, is);
	blocks_expect(p, &before->shown[was].source, wanted);
	good = json_equal(wanted, got);
	json_decref(wanted);
	json_decref(got);
	return good
		|| fail(p, NULL,
			BF_N("These amounts cannot be written into the rule "
			     "without changing something else. Change the text "
			     "itself."),
			NULL);
}

/* Change the text, of which BEFORE was loaded, and load it again. */
static bool
put(struct put *p, const struct bf_right_file *files, size_t count,
	const struct bf_rights *before, const char **text,
	struct bf_right_fault *fault)
{
	struct bf_right_file *changed = bf_alloc(
		p->arena, count * sizeof(*changed));
	struct bf_rights *after;
	bool good = text_change(p);

	if (good) {
		*text = edits_apply(p);
		memcpy(changed, files, count * sizeof(*changed));
		changed[p->file - files].text = *text;
		changed[p->file - files].len = strlen(*text);
		if (!bf_rights_try(p->req, changed, count, &after, fault))
			return false;
		good = proved(p, before, after);
		bf_rights_free(after);
	}
	if (!good)
		bf_right_fault_tell(p->arena, &p->fault, fault);
	return good;
}

bool
bf_rights_amounts_put(struct bf_req *req, const struct bf_right_file *files,
	size_t count, size_t which, const struct bf_right_dated *block,
	const char **text, struct bf_right_fault *fault)
{
	struct put *p = bf_alloc(bf_arena(req), sizeof(*p));
	struct bf_rights *before;
	bool good;

	*p = (struct put){ .req = req,
		.arena = bf_arena(req),
		.file = &files[which],
		.block = block };
	if (!bf_rights_try(req, files, count, &before, fault))
		return false;
	p->parts = bf_lua_spoken(p->arena, p->file->text, p->file->len);
	p->values = json_object();
	good = put(p, files, count, before, text, fault);
	json_decref(p->values);
	bf_rights_free(before);
	return good;
}
