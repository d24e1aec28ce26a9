/* Forms on paper: to print, and to enter when they come back. */
#include "channels.h"
#include "sheet.h"

static const struct bf_mount mounts[] = {
	{ "/papier", NULL },
	{ "/beheer/papier", "papier" },
	{ 0 },
};

static const struct bf_query forms = { "paper.forms", "lang" };
static const struct bf_query sheet = { "paper.sheet", "code lang" };
static const struct bf_query desk = { "paper.desk", "session lang" };
static const struct bf_query known = { "paper.known", "code papier lang" };
static const struct bf_query begin = { "paper.entry_begin",
	"session code token ontvangen nummer", .writes = true };
static const struct bf_query entered = { "paper.entered", "papier form",
	.writes = true };

static const struct bf_kind misread = { "misread", 422,
	BF_N("This is not what stands on the paper: one of the signs is not "
	     "right. Compare them one by one.") };
static const struct bf_kind no_form = { "no_form", 422,
	BF_N("No form of this city ever had this code. Look whether the paper "
	     "is ours.") };
static const struct bf_kind form_gone = { "form_gone", 422,
	BF_N("This form is no longer used. Ask who sent it what they need, "
	     "and help them with that.") };
static const struct bf_kind not_received = { "not_received", 422,
	BF_N("Write the day on which the paper came in: not after today.") };

static const struct bf_kind *const kinds[] = { &misread, &no_form, &form_gone,
	&not_received, NULL };

static const struct bf_field code[] = {
	{ "code", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("Code on the paper") },
	{ 0 },
};

static const struct bf_field came[] = {
	{ "ontvangen", BF_DAY, .required = true, .label = BF_N("Received on") },
	{ "nummer", BF_TEXT, .max = 40, .label = BF_N("Number of the paper"),
		.hint = BF_N("What the mail room wrote on it. You may leave it "
			     "empty.") },
	{ 0 },
};

static bool
print(struct bf_req *req)
{
	struct bf_text pdf;
	json_t *doc;

	return bf_query_json(req, &sheet, &doc) && paper_sheet(req, doc, &pdf)
		&& bf_reply(req, "application/pdf", pdf.data, pdf.len);
}

/* The code as it stands on the paper, whatever the scanner made of it. */
static bool
find(struct bf_req *req)
{
	char read[BF_PAPER_CODE];

	if (!bf_paper_read(bf_value(req, "code"), read))
		return bf_fail_field(req, "code", misread.text);
	bf_set(req, "code", read);
	return bf_query(req, &known, NULL)
		&& bf_see_other(req, "%s/%s", bf_mount(req), read);
}

static bool
start(struct bf_req *req)
{
	const char *which = bf_arg(req, "code"), *token;
	char read[BF_PAPER_CODE];
	json_t *doc;

	if (!bf_paper_read(which, read))
		return bf_fail(req, &BF_NOT_FOUND, "no code of a form");
	if (!bf_query_json(req, &known, &doc)
		|| !bf_paper_enter(req, read, bf_value(req, "ontvangen"),
			json_string_value(json_object_get(doc, "page_address")),
			&token))
		return false;
	bf_set(req, "token", token);
	return bf_query(req, &begin, NULL)
		&& bf_see_other(req, "%s/%s", bf_mount(req), read);
}

static bool
stop(struct bf_req *req)
{
	return bf_paper_leave(req) && bf_see_other(req, "%s", bf_mount(req));
}

static const struct bf_route routes[] = {
	{ "GET", "", .query = &forms, .view = "forms",
		.csv = "rows: code title at", .cache = 60,
		.help = BF_N("Get a form on paper.") },
	{ "GET", "/{code}/pdf", .handler = print, .cache = 60,
		.help = BF_N("Get one form as a PDF to print.") },
	{ "GET", "papier:", .query = &desk, .view = "desk",
		.rights = "paper.enter",
		.help = BF_N("Enter a form that came in on paper.") },
	{ "POST", "papier:", .handler = find, .query = &desk, .fields = code,
		.view = "desk", .rights = "paper.enter",
		.help = BF_N("Find which form a code stands for.") },
	{ "GET", "papier:/{code}", .query = &known, .view = "known",
		.rights = "paper.enter",
		.help = BF_N("See how one form is entered.") },
	{ "POST", "papier:/{code}", .handler = start, .query = &known,
		.fields = came, .view = "known", .rights = "paper.enter",
		.help = BF_N("Begin to enter a form from paper.") },
	/* Only takes a cookie back, on pages where nobody is signed in too. */
	{ "POST", "papier:/stoppen", .handler = stop,
		.help = BF_N("Stop entering a form from paper.") },
	{ 0 },
};

static const struct bf_query *const queries[] = { &sheet, &begin, NULL };

static const struct bf_right rights[] = {
	{ "paper.enter", BF_N("Enter what residents send on paper") },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "form", BF_N("Code of the form") },
	{ "received", BF_N("Received on") },
	{ "number", BF_N("Number of the paper") },
	{ "begun", BF_N("Begun") },
	{ "entered", BF_N("Entered") },
	{ 0 },
};

static const struct bf_about about = { "paper.about", words };

static const struct bf_personal personal[] = {
	{ "paper.entry", "*",
		BF_N("To show which papers came in, and who entered them."),
		BF_N("GDPR, article 6(1)(e): a task of the city in the public "
		     "interest."),
		730, "begun" },
	{ 0 },
};

/* Where a paper may be sent; else it is handed in at a counter. */
static const struct bf_option options[] = {
	{ "address", NULL },
	{ 0 },
};

static const char *const requires[] = { "people", NULL };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "paper",
	.version = "1",
	.title = BF_N("Forms on paper"),
	.summary = BF_N(
		"Print a form, fill it in, and hand it in at a counter."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.options = options,
	.about = &about,
	.channels = paper_channels,
	.entered = &entered,
};
