/* A file: prepared by one, released by another, then handed over. */
#include "own.h"
#include "pain001.h"
#include <string.h>

const struct bf_query payments_desk = { "payments.desk", "session lang" };
const struct bf_query payments_file = { "payments.file_page",
	"session id blad lang" };
const struct bf_query payments_file_prepares = { "payments.file_prepare",
	"session wat tot", .writes = true };
const struct bf_query payments_file_plan = { "payments.file_plan",
	"session id rekening" };
const struct bf_query payments_file_releases = { "payments.file_release",
	"session id bytes execution gezien", .writes = true };
const struct bf_query payments_file_cancels = { "payments.file_cancel",
	"session id", .writes = true };
const struct bf_query payments_file_bytes = { "payments.file_bytes",
	"session id", .writes = true };

const struct bf_kind payments_nothing_ready = { "nothing_ready", 422,
	BF_N("Nothing of this is ready until that day. A colleague may just "
	     "have put it in a file.") };
const struct bf_kind payments_too_soon = { "too_soon", 422,
	BF_N("Choose an earlier day. Nothing is paid before its own day.") };
const struct bf_kind payments_file_ended = { "file_ended", 409,
	BF_N("This file was released or cancelled already.") };
const struct bf_kind payments_same_person = { "same_person", 409,
	BF_N("Who prepared a file does not release it. Ask a colleague.") };
const struct bf_kind payments_look_first = { "look_first", 422,
	BF_N("Look at the payments that are marked, and say that you did.") };
const struct bf_kind payments_not_released = { "not_released", 409,
	BF_N("This file is not released, so it cannot be handed over.") };
const struct bf_kind payments_no_debtor = { "no_debtor", 409,
	BF_N("The account of the city is not right in the configuration. Ask "
	     "who runs the site to look at debtor, iban, bic and kbo in "
	     "[plugin payments].") };

const struct bf_field payments_file_wanted[] = {
	{ "wat", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("What to pay") },
	{ "tot", BF_DAY, .required = true, .label = BF_N("Due until") },
	{ 0 },
};

const struct bf_field payments_file_sheet[] = {
	{ "blad", BF_INT, .min = 1, .max = 1000, .label = BF_N("Sheet") },
	{ 0 },
};

const struct bf_field payments_file_seen[] = {
	{ "gezien", BF_INT, .min = 1, .max = 5000,
		.label = BF_N("I looked at the payments that are marked") },
	{ 0 },
};

bool
payments_file_prepare(struct bf_req *req)
{
	return payments_file_of(req, &payments_file_prepares);
}

bool
payments_file_cancel(struct bf_req *req)
{
	return payments_do(req, &payments_file_cancels,
		bf_printf(bf_arena(req), "/bestand/%s", bf_arg(req, "id")));
}

static bool
bank_bytes(struct bf_req *req, struct bf_buf *out, json_t *plan)
{
	const struct payments_debtor debtor = { bf_option(req, "debtor"),
		bf_option(req, "iban"), bf_option(req, "bic"),
		bf_option(req, "kbo") };

	if (!payments_debtor_ok(&debtor))
		return bf_fail(req, &payments_no_debtor,
			"debtor, bic or kbo in [plugin payments]");
	if (!payments_pain001(out, &debtor, plan))
		return bf_fail(req, &BF_INTERNAL, "the XML was not written");
	return true;
}

static void
cell(struct bf_buf *out, json_t *line, const char *name, const char *after)
{
	const char *text = json_string_value(json_object_get(line, name));

	bf_put_csv(out, text, strlen(text));
	bf_put_str(out, after);
}

/* An order to a partner: whom, where, how much. */
static void
order_bytes(struct bf_buf *out, json_t *plan)
{
	json_t *line;
	size_t i;

	bf_put_str(out, "nummer;naam;adres;cent\r\n");
	json_array_foreach (json_object_get(plan, "lines"), i, line) {
		cell(out, line, "reference", ";");
		cell(out, line, "name", ";");
		cell(out, line, "address", ";");
		bf_put_fmt(out, "%lld\r\n",
			(long long)json_integer_value(
				json_object_get(line, "cents")));
	}
}

static bool
is_order(json_t *doc)
{
	return strcmp(json_string_value(json_object_get(doc, "kind")), "order")
		== 0;
}

/* What is handed over is made now, so that its day is still to come, and kept
 * sign by sign. */
bool
payments_file_release(struct bf_req *req)
{
	struct bf_buf *bytes = bf_buf_new(bf_arena(req), 0);
	json_t *plan;

	bf_set(req, "rekening", bf_option(req, "iban"));
	if (!bf_query_json(req, &payments_file_plan, &plan))
		return false;
	if (is_order(plan))
		order_bytes(bytes, plan);
	else if (!bank_bytes(req, bytes, plan))
		return false;
	bf_set(req, "bytes", bytes->data);
	bf_set(req, "execution",
		json_string_value(json_object_get(plan, "execution")));
	return payments_do(req, &payments_file_releases,
		bf_printf(bf_arena(req), "/bestand/%s", bf_arg(req, "id")));
}

bool
payments_file_get(struct bf_req *req)
{
	json_t *doc, *text;

	if (!bf_query_json(req, &payments_file_bytes, &doc))
		return false;
	text = json_object_get(doc, "text");
	return bf_reply(req,
		is_order(doc) ? "text/csv; charset=utf-8" : "application/xml",
		json_string_value(text), json_string_length(text));
}
