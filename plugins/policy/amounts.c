/* The figures of a file as a form: an indexation needs no Lua. */
#include "own.h"
#include <string.h>

#define AMOUNTS 40

/* A name and a value for each amount that a rule has. */
#define AMOUNT(n) \
	{ "n" #n, BF_TEXT, .max = 60, .label = BF_N("Name of an amount") }, \
	{ \
		"w" #n, BF_TEXT, .max = 2000, .label = BF_N("Amount") \
	}
#define TEN(n) \
	AMOUNT(n##0), AMOUNT(n##1), AMOUNT(n##2), AMOUNT(n##3), AMOUNT(n##4), \
		AMOUNT(n##5), AMOUNT(n##6), AMOUNT(n##7), AMOUNT(n##8), \
		AMOUNT(n##9)
/* The day of the amounts that the form was filled in with; none: the newest. */
#define BLOCK \
	{ \
		"blok", BF_DAY, .label = BF_N("The amounts that you read") \
	}
const struct bf_field policy_amounts_asked[] = {
	POLICY_DONE,
	BLOCK,
	{ 0 },
};
const struct bf_field policy_amounts_given[] = {
	{ "vanaf", BF_DAY, .required = true,
		.label = BF_N("The amounts hold from") },
	BLOCK,
	{ "bron", BF_TEXT, .max = 300,
		.label = BF_N("Where the amounts were read") },
	{ "bron_url", BF_TEXT, .max = 500,
		.label = BF_N("Address of that page") },
	{ "bevestigd_tot", BF_DAY,
		.label = BF_N("The amounts are sure until") },
	{ "gezien", BF_INT, .required = true, .max = 1000000000,
		.label = BF_N("Edition that you read") },
	AMOUNT(0),
	AMOUNT(1),
	AMOUNT(2),
	AMOUNT(3),
	AMOUNT(4),
	AMOUNT(5),
	AMOUNT(6),
	AMOUNT(7),
	AMOUNT(8),
	AMOUNT(9),
	TEN(1),
	TEN(2),
	TEN(3),
	{ 0 },
};

/* --- as people write numbers ------------------------------------------------
 */

/* How much of TEXT is a blank or the sign of the euro, which say nothing. */
static size_t
blank(const char *text)
{
	static const char *const blanks[] = { " ", "\u00a0", "\u202f", "€" };
	size_t i;

	for (i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
		if (strncmp(text, blanks[i], strlen(blanks[i])) == 0)
			return strlen(blanks[i]);
	return 0;
}

/* TEXT, "1250,5" or "€ 1.250,50", as Lua writes a number; NULL: it is none, or
 * "1.250", which is another number in another country. */
static const char *
number_read(struct bf_req *req, const char *text, size_t len)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), len + 1);
	const char *end = text + len, *comma = memchr(text, ',', len),
		   *point = memchr(text, '.', len);

	if (comma ? point > comma
		  : point && strspn(point + 1, "0123456789") == 3)
		return NULL;
	for (; text < end; text += text < end && blank(text) == 0) {
		text += blank(text);
		if (text < end && *text == (comma ? ',' : '.'))
			bf_put_char(out, '.');
		else if (text < end && strchr("0123456789-", *text))
			bf_put_char(out, *text);
		else if (text < end && *text != '.' && blank(text) == 0)
			return NULL;
	}
	return out->len > 0 ? out->data : NULL;
}

/* "42; 63,50" as a list of numbers; one number is a list of one.  NULL: a part
 * is none. */
static json_t *
numbers_read(struct bf_req *req, const char *text)
{
	json_t *out = json_array();
	const char *number;
	size_t len;

	for (;; text += len + 1) {
		len = strcspn(text, ";");
		number = number_read(req, text, len);
		if (number == NULL) {
			json_decref(out);
			return NULL;
		}
		json_array_append_new(out, json_string(number));
		if (text[len] == '\0')
			return out;
	}
}

/* As the reader's language writes it: a comma but in English. */
static const char *
numbers_said(struct bf_req *req, json_t *texts)
{
	struct bf_buf *out = bf_buf_new(bf_arena(req), 0);
	json_t *text;
	size_t i;
	char *at;

	json_array_foreach (texts, i, text)
		bf_put_fmt(out, "%s%s", i > 0 ? "; " : "",
			json_string_value(text));
	for (at = out->data; *bf_lang(req) != 'e' && *at; at++)
		if (*at == '.')
			*at = ',';
	return out->data;
}

/* --- the page ---------------------------------------------------------------
 */

/* The rule in file NAME, or -1. */
static int
rule_of(const struct bf_rights *rights, const char *name)
{
	const struct bf_right_rule *rules;
	size_t i, count;

	rules = bf_rights_rules(rights, &count);
	for (i = 0; i < count; i++)
		if (strcmp(rules[i].file, name) == 0)
			return (int)i;
	return -1;
}

static void
values_said(struct bf_req *req, json_t *block)
{
	json_t *value;
	size_t i;

	json_array_foreach (json_object_get(block, "values"), i, value) {
		json_object_set_new(value, "said",
			json_string(numbers_said(
				req, json_object_get(value, "text"))));
		json_object_set_new(value, "place", json_integer((int)i));
	}
}

/* The last of BLOCKS that begins on DAY or before, else the first; the newest
 * where DAY is none. */
static json_t *
block_on(json_t *blocks, const char *day)
{
	json_t *found = json_array_get(blocks, 0), *block;
	size_t i;

	json_array_foreach (blocks, i, block)
		if (day == NULL || *day == '\0'
			|| strcmp(json_string_value(
					  json_object_get(block, "from")),
				   day)
				<= 0)
			found = block;
	return found;
}

/* What BLOCK says of NAME, or NULL. */
static json_t *
value_of(json_t *block, const char *name)
{
	return bf_json_named(json_object_get(block, "values"), name);
}

static bool
differs(const char *text, json_t *now)
{
	const char *was = json_string_value(now);

	return strcmp(text ? text : "", was ? was : "") != 0;
}

/* Put "fill" into BLOCK, what stands beside the amounts in the form: as the
 * block has it, or as it was sent where that is not as in WAS. */
static void
fill_put(struct bf_req *req, json_t *block, json_t *was)
{
	static const char *const fields[][2] = { { "bron", "source" },
		{ "bron_url", "url" }, { "bevestigd_tot", "confirmed_until" } };
	json_t *fill = json_object(), *own;
	const char *text;
	size_t i;

	for (i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		text = bf_value(req, fields[i][0]);
		own = json_object_get(was ? was : block, fields[i][1]);
		if (!bf_value(req, "gezien") || !differs(text, own))
			text = json_string_value(
				json_object_get(block, fields[i][1]));
		json_object_set_new(fill, fields[i][0], json_pack("s?", text));
	}
	json_object_set_new(block, "fill", fill);
}

/* Put what was typed into BLOCK, when the form is shown again; of what is as in
 * WAS, BLOCK stays.  NULL: what was shown is BLOCK itself. */
static void
typed_put(struct bf_req *req, json_t *block, json_t *was)
{
	const char *name, *text;
	json_t *value, *old;
	int i;

	for (i = 0; i < AMOUNTS; i++) {
		name = bf_value(req, bf_printf(bf_arena(req), "n%d", i));
		text = bf_value(req, bf_printf(bf_arena(req), "w%d", i));
		value = name && text ? value_of(block, name) : NULL;
		old = value && was ? value_of(was, name) : value;
		if (value && differs(text, json_object_get(old, "said")))
			json_object_set_new(value, "said", json_string(text));
	}
	fill_put(req, block, was);
}

static void
amounts_put(struct bf_req *req, json_t *doc, const struct bf_rights *rights)
{
	int rule = rule_of(
		rights, json_string_value(json_object_get(doc, "name")));
	const struct bf_right_rule *rules;
	json_t *blocks, *block;
	size_t i, count;

	if (rule < 0)
		return;
	rules = bf_rights_rules(rights, &count);
	blocks = bf_rights_amounts(req, rights, rule);
	json_array_foreach (blocks, i, block)
		values_said(req, block);
	block = block_on(blocks, bf_value(req, "blok"));
	if (block) {
		json_object_set_new(doc, "shown", json_deep_copy(block));
		typed_put(req, json_object_get(doc, "shown"), NULL);
	}
	json_object_set_new(doc, "rule",
		json_string(bf_right_said(req, rules[rule].title)));
	json_object_set_new(
		doc, "has_blocks", json_boolean(json_array_size(blocks) > 0));
	json_object_set_new(doc, "blocks", blocks);
}

static bool
amounts_doc(struct bf_req *req, json_t **doc, struct bf_rights **rights)
{
	if (!policy_file_doc(req, doc, rights))
		return false;
	if (*rights)
		amounts_put(req, *doc, *rights);
	return true;
}

bool
policy_amounts(struct bf_req *req)
{
	struct bf_rights *rights;
	json_t *doc;

	return amounts_doc(req, &doc, &rights)
		&& bf_show_json(req, json_incref(doc));
}

/* --- saving -----------------------------------------------------------------
 */

static const char not_a_number[] = BF_N(
	"This is no number. Write 1250,50 or 1250.50, without points "
	"between thousands.");

/* One amount of the form into VALUES. */
static bool
value_take(struct bf_req *req, json_t *doc, int place, json_t *values)
{
	const char *field = bf_printf(bf_arena(req), "w%d", place),
		   *text = bf_value(req, field),
		   *name = bf_value(
			   req, bf_printf(bf_arena(req), "n%d", place));
	json_t *now = name ? value_of(json_object_get(doc, "shown"), name)
			   : NULL,
	       *read;

	if (now == NULL)
		return true;
	read = text ? numbers_read(req, text) : NULL;
	if (read == NULL) {
		json_object_set_new(now, "wrong", json_true());
		return bf_fail_field(req, field,
			bf_printf(bf_arena(req), "%s: %s", name,
				bf_tr(req, not_a_number)));
	}
	if (!json_is_true(json_object_get(now, "list"))) {
		json_object_set(values, name, json_array_get(read, 0));
		json_decref(read);
		return true;
	}
	return json_object_set_new(values, name, read) == 0;
}

static bool
values_take(struct bf_req *req, json_t *doc, json_t *values)
{
	int i;

	for (i = 0; i < AMOUNTS; i++)
		if (!value_take(req, doc, i, values))
			return false;
	return true;
}

/* Whether another source was given than the amounts that were shown have: that
 * is not said once more. */
static bool
source_differs(struct bf_req *req, json_t *doc)
{
	json_t *shown = json_object_get(doc, "shown");

	return differs(bf_value(req, "bron"), json_object_get(shown, "source"))
		|| differs(bf_value(req, "bron_url"),
			json_object_get(shown, "url"));
}

static const char other_amounts[] = BF_N(
	"Other amounts hold on that day. What you did not change is now filled "
	"in with those. Look at them, and save once more.");

/* Whether what was shown holds on the day that was chosen.  Where it does not,
 * what nobody changed becomes what does, for who saves it to look at. */
static bool
day_seen(struct bf_req *req, json_t *doc)
{
	json_t *blocks = json_object_get(doc, "blocks"),
	       *was = block_on(blocks, bf_value(req, "blok")),
	       *now = block_on(blocks, bf_value(req, "vanaf"));

	if (was == now)
		return true;
	json_object_set_new(doc, "shown", json_deep_copy(now));
	typed_put(req, json_object_get(doc, "shown"), was);
	return bf_fail_field(req, "vanaf", bf_tr(req, other_amounts));
}

/* The file with the amounts that were typed; what cannot be written is told in
 * the form. */
static bool
text_made(struct bf_req *req, json_t *doc, const struct policy_texts *texts,
	const char **text)
{
	struct bf_right_dated block = { .day = bf_value(req, "vanaf"),
		.values = json_object(),
		.until = bf_value(req, "bevestigd_tot") };
	struct bf_right_fault fault = { 0 };
	bool good = values_take(req, doc, block.values);

	if (source_differs(req, doc)) {
		block.source = bf_value(req, "bron");
		block.url = bf_value(req, "bron_url");
	}
	if (good
		&& !bf_rights_amounts_put(req, texts->files, texts->count,
			policy_texts_find(texts, bf_arg(req, "naam")), &block,
			text, &fault))
		good = bf_fail_field(
			req, "vanaf", bf_right_said(req, fault.text));
	json_decref(block.values);
	return good;
}

bool
policy_amounts_save(struct bf_req *req)
{
	struct policy_texts *texts = bf_alloc(bf_arena(req), sizeof(*texts));
	struct bf_rights *rights;
	const char *text;
	json_t *doc;

	if (!bf_query_json(req, &policy_file_page, &doc))
		return false;
	policy_texts(req, doc, texts);
	if (!amounts_doc(req, &doc, &rights))
		return false;
	if (!day_seen(req, doc) || !text_made(req, doc, texts, &text))
		return bf_show_again(req, json_incref(doc));
	bf_set(req, "tekst", text);
	/* Not as if what came in force meanwhile had been looked at. */
	bf_set(req, "van", json_string_value(json_object_get(doc, "replaces")));
	return policy_save_text(req, "bedragen");
}
