/* A tool library: things, who reserved them, and what is out.  Nobody signs in:
 * a reservation gives a code, and whoever knows it takes and brings back.
 */
#include <belfort/plugin.h>
#include <string.h>

static const struct bf_query things = { "toolshed.things", "lang" };
static const struct bf_query list = { "toolshed.list", "lang" };
static const struct bf_query thing = { "toolshed.thing_page", "nr lang" };
static const struct bf_query reservation = { "toolshed.reservation_page",
	"code lang" };
static const struct bf_query reserve = { "toolshed.reserve", "nr van tot naam",
	.writes = true };
static const struct bf_query act = { "toolshed.act", "code what",
	.writes = true };

static const struct bf_kind taken = { "taken", 409,
	BF_N("Somebody else has it on one of these days. Choose other days.") };
static const struct bf_kind wrong_days = { "wrong_days", 422,
	BF_N("These days cannot be: choose from today on, at most 90 days "
	     "ahead, and the last day not before the first.") };
static const struct bf_kind too_long = { "too_long", 422,
	BF_N("You can have a thing for at most 14 days.") };
static const struct bf_kind not_now = { "not_now", 409,
	BF_N("This cannot be done now. Look at your reservation again.") };
static const struct bf_kind still_out = { "still_out", 409,
	BF_N("Whoever had it before you has not brought it back yet.") };

static const struct bf_kind *const kinds[] = { &taken, &wrong_days, &too_long,
	&not_now, &still_out, NULL };

static const struct bf_field days[] = {
	{ "van", BF_DAY, .required = true, .label = BF_N("First day") },
	{ "tot", BF_DAY, .required = true, .label = BF_N("Last day") },
	{ "naam", BF_TEXT, .max = 40, .label = BF_N("Name for the list"),
		.hint = BF_N("Everybody can read it: a nickname will do.") },
	{ 0 },
};

static const struct bf_field code_field[] = {
	{ "code", BF_TEXT, .required = true, .min = 12, .max = 12,
		.label = BF_N("Your code") },
	{ 0 },
};

/* To the page of the reservation with this code. */
static bool
to_reservation(struct bf_req *req, const char *code)
{
	return bf_see_other(req, "%s/reservatie/%s", bf_mount(req), code);
}

static bool
do_reserve(struct bf_req *req)
{
	struct bf_text said;
	json_t *doc;
	bool good;

	if (!bf_query(req, &reserve, &said))
		return false;
	doc = json_loadb(said.data, said.len, 0, NULL);
	good = to_reservation(
		req, json_string_value(json_object_get(doc, "code")));
	json_decref(doc);
	return good;
}

static bool
find(struct bf_req *req)
{
	const char *code = bf_value(req, "code");

	if (strspn(code, "abcdefghjkmnpqrstuvwxyz2345678") != 12)
		return bf_fail_field(req, "code",
			BF_N("A code has twelve small letters and digits."));
	return to_reservation(req, code);
}

static bool
do_act(struct bf_req *req, const char *what)
{
	bf_set(req, "what", what);
	return bf_query(req, &act, NULL)
		&& to_reservation(req, bf_arg(req, "code"));
}

static bool
take(struct bf_req *req)
{
	return do_act(req, "meenemen");
}

static bool
bring(struct bf_req *req)
{
	return do_act(req, "terugbrengen");
}

static bool
cancel(struct bf_req *req)
{
	bf_set(req, "what", "annuleren");
	return bf_query(req, &act, NULL)
		&& bf_see_other(req, "%s/geannuleerd", bf_mount(req));
}

static const struct bf_route routes[] = {
	{ "GET", "", .query = &things, .view = "things",
		.csv = "rows: nr name about from",
		.help = BF_N("See what you can borrow.") },
	{ "GET", "/lijst", .query = &list, .view = "list",
		.csv = "rows: name who from until",
		.help = BF_N("The list that hangs in the shed.") },
	{ "GET", "/ding/{nr:int}", .query = &thing, .view = "thing",
		.help = BF_N("See one thing, and when it is free.") },
	{ "POST", "/ding/{nr:int}/reserveren", .handler = do_reserve,
		.fields = days, .help = BF_N("Reserve a thing.") },
	{ "POST", "/reservatie", .handler = find, .fields = code_field,
		.help = BF_N("Find your reservation by its code.") },
	{ "GET", "/reservatie/{code:word}", .query = &reservation,
		.view = "reservation",
		.help = BF_N("Your reservation, and what you can do now.") },
	{ "POST", "/reservatie/{code:word}/meenemen", .handler = take,
		.help = BF_N("Say that you take the thing with you.") },
	{ "POST", "/reservatie/{code:word}/terugbrengen", .handler = bring,
		.help = BF_N("Say that the thing is back.") },
	{ "POST", "/reservatie/{code:word}/annuleren", .handler = cancel,
		.help = BF_N("Cancel your reservation.") },
	{ "GET", "/geannuleerd", .view = "cancelled",
		.help = BF_N("Your reservation is gone.") },
	{ 0 },
};

static const struct bf_query *const others[] = { &reserve, &act, NULL };

static const struct bf_personal personal[] = {
	{ "toolshed.reservation", "who",
		BF_N("So that the list in the shed says for whom a thing is "
		     "ready. You may leave it out."),
		BF_N("Your consent: you wrote it (GDPR, article 6, 1a)."), 30,
		"last_day" },
	{ "toolshed.reservation", "*" },
	{ "toolshed.thing", "*" },
	{ "toolshed.loan", "*" },
	{ 0 },
};

static const struct bf_mount mounts[] = { { "/toolshed", NULL }, { 0 } };

static const struct bf_way in_the_shed = {
	.how = BF_N("Come to the shed on Saturday. A neighbour does it with "
		    "you."),
};

static const struct bf_way nobody_phones = {
	.without = BF_N("We are neighbours without a phone number. Come to the "
			"shed on Saturday."),
};

static const struct bf_way on_the_list = {
	.how = BF_N("Write it on the list that hangs in the shed."),
};

static const struct bf_channel channels[] = {
	{ "toolshed.things", "/ /ding/{nr:int} /lijst",
		BF_N("See what you can borrow"), &in_the_shed, &nobody_phones,
		&on_the_list },
	{ "toolshed.reservation",
		"/ding/{nr:int}/reserveren /reservatie "
		"/reservatie/{code:word} /reservatie/{code:word}/meenemen "
		"/reservatie/{code:word}/terugbrengen "
		"/reservatie/{code:word}/annuleren /geannuleerd",
		BF_N("Borrow a thing"), &in_the_shed, &nobody_phones,
		&on_the_list },
	{ 0 },
};

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "toolshed",
	.version = "1",
	.title = BF_N("Tool library"),
	.summary = BF_N("Borrow a ladder or a drill from your neighbours."),
	.mounts = mounts,
	.routes = routes,
	.kinds = kinds,
	.queries = others,
	.personal = personal,
	.channels = channels,
};
